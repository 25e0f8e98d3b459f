package term

import (
	"bytes"
	"io"
	"time"
	"unicode/utf8"
)

// joined reads what a terminal sends without ever ending in the middle of a key:
// Bubble Tea takes the end of a read for the end of a key, and the rest of a torn
// sequence for letters that were pressed. A torn one comes of a burst that fills
// its buffer, such as a turn of the wheel while the screen is busy, and over slow
// lines.
type joined struct {
	in    io.Reader
	ready func(within time.Duration) bool // there is something to read
	held  []byte                          // the head of an event of the mouse whose rest has not come
	lone  bool                            // the last read ended with an Esc that nothing followed in time
}

// How long the rest of a key is waited for. Nothing needs to follow Esc, and what
// a person types comes later than what a terminal sends.
const (
	escWait  = 10 * time.Millisecond
	restWait = 100 * time.Millisecond
)

// longestKey is the most bytes that one key or event of the mouse takes.
const longestKey = 64

const esc = 0x1b

// Read implements [io.Reader]. It returns no bytes while all there is is the head
// of an event of the mouse.
func (j *joined) Read(p []byte) (n int, err error) {
	n = copy(p, j.held)
	m, err := j.in.Read(p[n:max(n+1, len(p)-longestKey)])
	if m == 0 {
		return 0, err
	}
	if j.lone && bytes.HasPrefix(p[:m], []byte("[<")) { // nobody types an event of the mouse: it is one whose Esc came before
		copy(p[1:], p[:m])
		p[0] = esc
		m++
	}
	j.held, n = nil, n+m
	for n < len(p) {
		tail := torn(p[:n])
		if tail == nil || !j.ready(patience(tail)) {
			break
		}
		if m, err = j.in.Read(p[n : n+1]); m == 0 {
			return n, err
		}
		n++
	}
	j.lone = p[n-1] == esc
	n = withoutLost(p[:n])
	if tail := torn(p[:n]); mouseHead(tail) > 0 {
		j.held = bytes.Clone(tail)
		n -= len(tail)
	}
	return n, nil
}

// patience is how long to wait for what follows the head of a key.
func patience(head []byte) time.Duration {
	if len(head) == 1 && head[0] == esc {
		return escWait
	}
	return restWait
}

// torn returns the head of a key that some input ends in the middle of, nil when
// it ends with a whole one.
func torn(b []byte) []byte {
	if i := bytes.LastIndexByte(b, esc); i >= 0 && len(b)-i < longestKey && !whole(b[i:]) {
		return b[i:]
	}
	for i := len(b) - 1; i >= max(0, len(b)-utf8.UTFMax); i-- {
		if utf8.RuneStart(b[i]) {
			if utf8.FullRune(b[i:]) {
				return nil
			}
			return b[i:]
		}
	}
	return nil
}

// whole reports whether what begins with Esc is all of a key or an event, by the
// forms of ECMA-48 and xterm's ctlseqs.
func whole(b []byte) bool {
	switch {
	case len(b) == 1:
		return false
	case b[1] == 'O': // SS3 and one more
		return len(b) > 2
	case b[1] != '[': // alt with a key
		return true
	case len(b) == 2:
		return false
	case b[2] == '[': // function keys of the Linux console
		return len(b) > 3
	case b[2] == 'M': // the mouse: button, column and row are a byte each
		return len(b) > 5
	}
	for _, c := range b[2:] {
		if c < ' ' || c > '?' { // neither parameter nor intermediate
			return true
		}
	}
	return false
}

// withoutLost takes the heads of events of the mouse out of some input whose rest
// was lost, since their digits would be keys, and returns how much is left.
func withoutLost(b []byte) (n int) {
	for i := 0; i < len(b); {
		head := mouseHead(b[i:])
		if next := i + head; head > 0 && next < len(b) && !mouseEnds(b[i:next], b[next]) {
			i = next
			continue
		}
		b[n] = b[i]
		n, i = n+1, i+1
	}
	return n
}

// mouseHead returns the length of what can be of nothing but an event of the mouse
// in front of some input, without its last byte: of xterm's own form with a
// parameter, or of X10's.
func mouseHead(b []byte) (n int) {
	switch {
	case bytes.HasPrefix(b, []byte("\x1b[<")):
		for n = 3; n < len(b) && ('0' <= b[n] && b[n] <= '9' || b[n] == ';'); n++ {
		}
		if n == 3 {
			return 0
		}
	case bytes.HasPrefix(b, []byte("\x1b[M")):
		for n = 3; n < min(len(b), 5) && b[n] >= ' '; n++ {
		}
	}
	return n
}

// mouseEnds reports whether a byte ends an event of the mouse behind its head.
func mouseEnds(head []byte, last byte) bool {
	if head[2] == 'M' {
		return len(head) == 5 && last >= ' '
	}
	return last == 'M' || last == 'm'
}
