package load

import (
	"bytes"
	"io"

	"custseg/model"
)

const (
	// strayShare is the share of a text's bytes that may be NUL by some fault of the
	// program that wrote it.
	strayShare = .001
	// fewNULs is how many may be so in a short text.
	fewNULs = 2
)

// areStray reports whether the characters NUL of a file are few in what else is
// text, rather than signs of UTF-16 or of no text at all.
func (v survey) areStray(nuls int64) bool {
	if nuls == 0 || nuls > fewNULs && float64(nuls) >= strayShare*float64(v.size) {
		return false
	}
	for _, mark := range []string{markUTF16LE, markUTF16BE} {
		if bytes.HasPrefix(v.head, []byte(mark)) {
			return false
		}
	}
	if _, ok := guessUTF16(v.head); ok || kindOf(v.head) != textFile {
		return false
	}
	return !bytes.ContainsFunc(v.head, func(r rune) bool {
		return r > 0 && r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\f' && r != '\v' && r != endOfFile
	})
}

// endOfFile is the character that ends the texts of DOS.
const endOfFile = 0x1A

// withoutNULs is a source and its survey without the characters NUL.
func (s source) withoutNULs(v survey) (source, survey) {
	reopen := s.reopen
	s.reopen = func() (io.ReadCloser, error) {
		f, err := reopen()
		if err != nil {
			return nil, err
		}
		return withoutNUL{f}, nil
	}
	v.head = bytes.ReplaceAll(v.head, []byte{0}, nil)
	return s, v
}

// withoutNUL reads what another reader does but the characters NUL.
type withoutNUL struct{ io.ReadCloser }

func (w withoutNUL) Read(p []byte) (int, error) {
	n, err := w.ReadCloser.Read(p)
	kept := p[:0]
	for rest := p[:n]; len(rest) > 0; {
		text, after, _ := bytes.Cut(rest, []byte{0})
		kept = append(kept, text...)
		rest = after
	}
	return len(kept), err
}

func strayNULs(n int64) model.Finding {
	return model.Finding{Level: model.Warning, Column: -1,
		Text: model.P("characters NUL, which no text has, were left out: %d; the words they stood in may be damaged", n)}
}
