package load

import (
	"errors"
	"io"
	"slices"
)

// What unpacks to more than unpackedLimit bytes and to more than unpackedRatio
// times its packed size is not read: tables pack to a fifth or a twentieth, and
// only bytes made to fill a machine pack to a hundredth.
const (
	unpackedLimit = 1 << 30
	unpackedRatio = 100
)

// errBomb reports data beyond these limits.
var errBomb = errors.New("it unpacks to far more than its size")

func isBomb(unpacked, packed int64) bool {
	return unpacked > unpackedLimit && unpacked/unpackedRatio > packed
}

// unpack looks into a file under gzip or in a zip archive: the source returned
// is the file inside. Part is the file of the archive, or the sheet, asked for
// after #. Other sources return as they are.
func (s source) unpack(part string) (source, error) {
	head, err := s.firstBytes(8)
	if err != nil {
		return source{}, err
	}
	switch kindOf(head) {
	case gzipFile:
		s, err = s.gunzip()
	case zipFile:
		if !slices.Contains(workbookEndings(), s.ending()) {
			return s.unzip(part)
		}
	}
	if part != "" {
		s.sheet = part
	}
	return s, err
}

// firstBytes returns up to n bytes of the beginning.
func (s source) firstBytes(n int) ([]byte, error) {
	f, err := s.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, n)
	n, err = io.ReadFull(f, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, openError(s.path, err)
	}
	return head[:n], nil
}

// unpacking reads packed data and stops when there is far too much of it.
type unpacking struct {
	r         io.Reader
	file      io.Closer
	packed, n int64 // the packed size, the bytes unpacked so far
}

func (u *unpacking) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.n += int64(n)
	if isBomb(u.n, u.packed) {
		return n, errBomb
	}
	return n, err
}

// Close closes the packed file.
func (u *unpacking) Close() error { return u.file.Close() }
