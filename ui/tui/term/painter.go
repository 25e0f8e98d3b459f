package term

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
)

// painter puts frames on the alternate screen, each in one write of the lines
// that changed. Bubble Tea's own renderer wakes up for every frame that a second
// could have, also of a screen left alone. It is left a view that stays the same,
// [still], which goes no further than here, and what enters and leaves the
// screen: that tells when frames may be painted, and that none of it is there yet.
type painter struct {
	mu    sync.Mutex // Bubble Tea writes from several goroutines
	out   io.Writer
	on    bool // the alternate screen is shown
	w, h  int  // its size, 0 until it is known
	shown []string
	last  time.Time // when something was painted
}

// still is the view that Bubble Tea's renderer is given: no text, and nothing
// that a sequence of its own contains.
const still = ansi.ResetStyle

// frameGap is the least time between two frames.
const frameGap = time.Second / 60

// terminalFile is what Bubble Tea asks of its output before it asks for a size.
type terminalFile interface {
	io.ReadWriteCloser
	Fd() uintptr
}

// paintedFile is a painter on a file, which stays known as one.
type paintedFile struct {
	terminalFile
	painter *painter
}

func (f paintedFile) Write(p []byte) (int, error) { return f.painter.Write(p) }

// newPainter returns a painter on a terminal, standard output when it is nil.
func newPainter(out io.Writer) *painter {
	if out == nil {
		out = os.Stdout
	}
	return &painter{out: out}
}

// output is what Bubble Tea writes to.
func (p *painter) output() io.Writer {
	if f, ok := p.out.(terminalFile); ok {
		return paintedFile{f, p}
	}
	return p
}

// Write takes what Bubble Tea's renderer writes. It implements [io.Writer].
func (p *painter) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch s := string(b); {
	case strings.Contains(s, still):
		return len(b), nil
	case s == ansi.SetModeAltScreenSaveCursor:
		p.on, p.shown = true, nil
	case s == ansi.ResetModeAltScreenSaveCursor:
		p.on = false
	}
	return p.out.Write(b)
}

// resize sets the size of the screen, on which the terminal may have moved or
// cut what was there.
func (p *painter) resize(w, h int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.w, p.h, p.shown = w, h, nil
}

// wait returns how long after now the next frame may be painted, 0 for at once.
func (p *painter) wait(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return max(0, p.last.Add(frameGap).Sub(now))
}

// paint shows a frame, lines with a feed between them, unless it comes too soon
// after the last. Of one that is too high the top is left out, and lines that
// are too wide are cut.
func (p *painter) paint(frame string, now time.Time) {
	if p.wait(now) > 0 {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.on || p.w == 0 || p.h == 0 {
		return
	}
	lines := strings.Split(frame, "\n")
	lines = lines[max(0, len(lines)-p.h):]
	if changed := p.changed(lines); len(changed) > 0 {
		_, _ = p.out.Write(changed) // a terminal that is gone is told by a signal
		p.shown, p.last = lines, now
	}
}

// changed is what makes the screen show some lines, nothing when it does.
func (p *painter) changed(lines []string) []byte {
	var b bytes.Buffer
	for i, line := range lines {
		if i >= len(p.shown) || p.shown[i] != line {
			b.WriteString(ansi.CursorPosition(1, i+1))
			p.line(&b, line)
		}
	}
	if len(lines) < len(p.shown) || p.shown == nil && len(lines) < p.h {
		b.WriteString(ansi.CursorPosition(1, len(lines)+1))
		b.WriteString(ansi.EraseScreenBelow)
	}
	if b.Len() > 0 { // some terminals show the cursor where it is left, hidden or not
		b.WriteString(ansi.CursorPosition(1, len(lines)))
	}
	return b.Bytes()
}

// line writes one line over what is in its place.
func (p *painter) line(b *bytes.Buffer, line string) {
	w := cell.Width(line)
	if w > p.w {
		line = ansi.Truncate(line, p.w, "")
		w = cell.Width(line)
	}
	b.WriteString(line)
	if w < p.w { // behind a full line the cursor still stands on its last cell
		b.WriteString(ansi.EraseLineRight)
	}
}
