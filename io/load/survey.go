package load

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"
)

const (
	blockSize = 256 << 10 // bytes read at a time
	headSize  = 64 << 10  // bytes looked at to find out how a file is written
)

// survey is what one pass over a file's bytes tells before it is read as a
// table.
type survey struct {
	head        []byte // the first headSize bytes
	size        int64
	fingerprint string // SHA-256 in hex
	validUTF8   bool   // throughout
	hasNUL      bool   // anywhere, so that it is no text of single bytes
	stray       int64  // the characters NUL in what is text all the same
}

// take reads a source to its end. It returns the context's error soon after a
// cancel.
func take(ctx context.Context, s source, read func(n int)) (survey, error) {
	f, err := s.open()
	if err != nil {
		return survey{}, err
	}
	defer f.Close()
	r := &watched{ctx: ctx, r: f, path: s.path, read: read}
	v := newSurveyor()
	buf := make([]byte, blockSize)
	for {
		n, err := r.Read(buf)
		v.Write(buf[:n])
		if err == io.EOF {
			return v.end(), nil
		}
		if err != nil {
			return survey{}, err
		}
	}
}

// eol returns the byte that ends the lines of the first part of a text whose
// character set has ASCII in it: a carriage return in files of old Macs.
func (v survey) eol() byte {
	if bytes.IndexByte(v.head, '\n') < 0 && bytes.IndexByte(v.head, '\r') >= 0 {
		return '\r'
	}
	return '\n'
}

// unfinished counts the bytes at the end that may be the beginning of a
// character.
func unfinished(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}
