package load

import (
	"context"
	"io"
)

// evidence is words of a text that hold more than ASCII, each once, from all
// over it.
type evidence struct {
	words  []string
	seen   map[string]bool
	size   int
	stride int // every how manieth new word is taken
	next   int // new words until one is taken
	word   []byte
	high   bool // the word holds more than ASCII
}

const (
	evidenceSize = 64 << 10 // bytes of words that are weighed
	longestWord  = 120
)

// evidence gathers the words of a source.
func (s source) evidence(ctx context.Context) (*evidence, error) {
	f, err := s.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	e := &evidence{seen: map[string]bool{}, stride: 1}
	r := &watched{ctx: ctx, r: f, path: s.path}
	buf := make([]byte, blockSize)
	for {
		n, err := r.Read(buf)
		e.add(buf[:n])
		if err == io.EOF {
			e.end()
			return e, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// add takes the next bytes of the text. A word ends before 0: no byte below is
// part of a longer character in any character set, so a word always begins with
// a whole one.
func (e *evidence) add(b []byte) {
	for _, c := range b {
		if c < '0' {
			e.end()
			continue
		}
		if len(e.word) == longestWord {
			if e.high {
				continue // what is kept of it is enough
			}
			e.word = e.word[:0]
		}
		e.high = e.high || c >= 0x80
		e.word = append(e.word, c)
	}
}

// end takes the word gathered so far. When there are too many, every other one
// is dropped and only every other one is taken from there on, so that those
// kept come from the whole text.
func (e *evidence) end() {
	if e.high && !e.seen[string(e.word)] {
		if e.next--; e.next <= 0 {
			word := string(e.word)
			e.seen[word] = true
			e.words = append(e.words, word)
			e.size += len(word)
			e.next = e.stride
		}
	}
	e.word, e.high = e.word[:0], false
	if e.size > evidenceSize {
		e.thin()
	}
}

func (e *evidence) thin() {
	kept := e.words[:0]
	e.size = 0
	for i, w := range e.words {
		if i%2 == 0 {
			kept = append(kept, w)
			e.size += len(w)
		} else {
			delete(e.seen, w)
		}
	}
	e.words = kept
	e.stride *= 2
}
