package load

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
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
	v := survey{validUTF8: true}
	sum := sha256.New()
	r := &watched{ctx: ctx, r: f, path: s.path, read: read}
	buf := make([]byte, blockSize)
	var nuls int64
	carried := 0 // bytes of a character cut by the end of the last block
	for {
		n, err := r.Read(buf[carried:])
		fresh := buf[carried : carried+n]
		sum.Write(fresh)
		v.size += int64(n)
		if room := headSize - len(v.head); room > 0 {
			v.head = append(v.head, fresh[:min(room, n)]...)
		}
		nuls += int64(bytes.Count(fresh, []byte{0}))
		whole := buf[:carried+n]
		if err != nil {
			v.validUTF8 = v.validUTF8 && utf8.Valid(whole)
			if err != io.EOF {
				return survey{}, err
			}
			if v.hasNUL = nuls > 0; v.areStray(nuls) {
				v.hasNUL, v.stray = false, nuls
			}
			v.fingerprint = hex.EncodeToString(sum.Sum(nil))
			return v, nil
		}
		cut := len(whole) - unfinished(whole)
		v.validUTF8 = v.validUTF8 && utf8.Valid(whole[:cut])
		carried = copy(buf, whole[cut:])
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
