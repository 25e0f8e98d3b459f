package load

import (
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
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

// gunzip is the file under gzip.
func (s source) gunzip() (source, error) {
	packed := s.size
	size, err := s.gzipSize()
	if err != nil {
		return source{}, err
	}
	inside := s
	inside.size, inside.packed = size, true
	if strings.EqualFold(s.extension(), packedEnding) {
		inside.inner = s.path[:len(s.path)-len(packedEnding)]
	}
	inside.reopen = func() (io.ReadCloser, error) {
		f, err := s.reopen()
		if err != nil {
			return nil, err
		}
		r, err := gzip.NewReader(f)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			f.Close()
			return nil, err
		}
		return &unpacking{r: r, file: f, packed: packed}, nil
	}
	return inside, nil
}

// gzipSize returns the size that the last four bytes of a file under gzip state,
// modulo 2^32 (RFC 1952). It serves to show progress only.
func (s source) gzipSize() (int64, error) {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return 0, err
	}
	defer closer.Close()
	var tail [4]byte
	if size < int64(len(tail)) {
		return size, nil
	}
	if _, err := r.ReadAt(tail[:], size-int64(len(tail))); err != nil && err != io.EOF {
		return 0, openError(s.path, err)
	}
	stated := int64(binary.LittleEndian.Uint32(tail[:]))
	for stated < size/2 {
		stated += 1 << 32
	}
	return stated, nil
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
