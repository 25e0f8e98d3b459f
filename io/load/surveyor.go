package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"unicode/utf8"
)

// surveyor makes a survey of bytes that are written to it, in any pieces.
type surveyor struct {
	survey
	sum  hash.Hash
	nuls int64
	cut  []byte // the beginning of a character, at the end of what was written
}

func newSurveyor() *surveyor {
	return &surveyor{survey: survey{validUTF8: true}, sum: sha256.New()}
}

// Write takes the next bytes. It never fails.
func (s *surveyor) Write(b []byte) (int, error) {
	s.sum.Write(b)
	s.size += int64(len(b))
	if room := headSize - len(s.head); room > 0 {
		s.head = append(s.head, b[:min(room, len(b))]...)
	}
	s.nuls += int64(bytes.Count(b, []byte{0}))
	if s.validUTF8 {
		s.check(b)
	}
	return len(b), nil
}

// check looks whether bytes go on as UTF-8.
func (s *surveyor) check(b []byte) {
	for ; len(s.cut) > 0 && len(b) > 0; b = b[1:] {
		if s.cut = append(s.cut, b[0]); utf8.FullRune(s.cut) {
			s.validUTF8 = utf8.Valid(s.cut)
			s.cut, b = s.cut[:0], b[1:]
			break
		}
	}
	n := len(b) - unfinished(b)
	s.validUTF8 = s.validUTF8 && utf8.Valid(b[:n])
	s.cut = append(s.cut, b[n:]...)
}

// end returns what all bytes tell.
func (s *surveyor) end() survey {
	v := s.survey
	v.validUTF8 = v.validUTF8 && len(s.cut) == 0
	if v.hasNUL = s.nuls > 0; v.areStray(s.nuls) {
		v.hasNUL, v.stray = false, s.nuls
	}
	v.fingerprint = hex.EncodeToString(s.sum.Sum(nil))
	return v
}
