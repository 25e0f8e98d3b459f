package load

import (
	"errors"
	"io"
)

// errNoRoom reports a stream of more bytes than there is memory for.
var errNoRoom = errors.New("the stream is longer than there is memory for")

// blocks is bytes held in memory that came from a stream. They never move, so
// that a large stream needs no more than its own size.
type blocks struct {
	parts [][]byte // all but the last of blockSize bytes
	size  int64
}

// readBlocks reads a stream to its end, as far as memory allows.
func readBlocks(r io.Reader, most memory) (*blocks, error) {
	b := &blocks{}
	for {
		part := make([]byte, blockSize)
		n, err := io.ReadFull(r, part)
		if n > 0 {
			b.parts = append(b.parts, part[:n])
			b.size += int64(n)
		}
		if most >= 0 && b.size > int64(most) {
			return nil, errNoRoom
		}
		switch err {
		case nil:
		case io.EOF, io.ErrUnexpectedEOF:
			return b, nil
		default:
			return nil, err
		}
	}
}

// ReadAt implements [io.ReaderAt].
func (b *blocks) ReadAt(p []byte, at int64) (n int, err error) {
	for n < len(p) && at < b.size {
		copied := copy(p[n:], b.parts[at/blockSize][at%blockSize:])
		n += copied
		at += int64(copied)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// open starts reading from the first byte.
func (b *blocks) open() io.ReadCloser { return blocksFile{io.NewSectionReader(b, 0, b.size)} }

type blocksFile struct{ *io.SectionReader }

func (blocksFile) Close() error { return nil }
