package load

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"io"
	"strings"
	"sync/atomic"

	"custseg/model"
)

// gunzip is the file under gzip.
func (s source) gunzip() (source, error) {
	packed := s.size
	size, err := s.gzipSize()
	if err != nil {
		return source{}, err
	}
	inside := s
	inside.size, inside.packed, inside.behind = size, true, new(atomic.Int64)
	if strings.EqualFold(s.extension(), packedEnding) {
		inside.inner = s.path[:len(s.path)-len(packedEnding)]
	}
	inside.reopen = func() (io.ReadCloser, error) {
		f, err := s.reopen()
		if err != nil {
			return nil, err
		}
		r, err := newGzipMembers(f, inside.behind)
		if err != nil {
			f.Close()
			return nil, err
		}
		return &unpacking{r: r, file: f, packed: packed}, nil
	}
	return inside, nil
}

// How many times its packed size a table has: as a rule, and as often as may be
// where the stated size alone cannot be right.
const (
	usualRatio = 5
	mostRatio  = 20
)

// gzipSize returns about the size of the file inside: what the last four bytes of
// the file state, modulo 2^32 (RFC 1952), or a guess where they state it of one
// member among several, or are none of gzip's. It serves to show progress and to
// make room only.
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
	stated, most := int64(binary.LittleEndian.Uint32(tail[:])), int64(unpackedRatio)
	for stated < size/2 {
		stated += 1 << 32
		most = mostRatio
	}
	if stated > most*size {
		return usualRatio * size, nil
	}
	return stated, nil
}

// gzipMembers reads what lies under gzip: all members, one after the other (RFC
// 1952), and between and behind them the zeros that fill the blocks of tapes and
// disks. Other bytes behind the last member are left out, and counted, as gzip
// itself does.
type gzipMembers struct {
	from   *bufio.Reader
	member *gzip.Reader
	behind *atomic.Int64 // takes the bytes left out
	ended  bool
}

func newGzipMembers(r io.Reader, behind *atomic.Int64) (*gzipMembers, error) {
	g := &gzipMembers{from: bufio.NewReaderSize(r, 64<<10), member: new(gzip.Reader), behind: behind}
	return g, g.begin()
}

// begin reads the header of a member.
func (g *gzipMembers) begin() error {
	err := g.member.Reset(g.from)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	g.member.Multistream(false)
	return err
}

func (g *gzipMembers) Read(p []byte) (int, error) {
	for !g.ended {
		n, err := g.member.Read(p)
		if err == io.EOF {
			err = g.next()
		}
		if n > 0 || err != nil {
			return n, err
		}
	}
	return 0, io.EOF
}

// next goes on to the next member, or to the end.
func (g *gzipMembers) next() error {
	for {
		b, err := g.from.Peek(2)
		switch {
		case len(b) == 0 && err == io.EOF:
			g.ended = true
			return nil
		case len(b) == 0:
			return err
		case b[0] == 0:
			if _, err := g.from.Discard(1); err != nil {
				return err
			}
		case string(b) == "\x1F\x8B":
			return g.begin()
		default:
			n, err := io.Copy(io.Discard, g.from)
			g.behind.Store(n)
			g.ended = true
			return err
		}
	}
}

// tellBehind warns of bytes that were left out behind the end of packed data.
func (l *loader) tellBehind(s source) {
	if s.behind == nil || s.behind.Load() == 0 {
		return
	}
	l.data.Findings = append(l.data.Findings, model.Finding{Level: model.Warning, Table: -1, Column: -1,
		Text: model.P("%s: bytes behind the end of its packed data, which are none of it, were left out: %d; pack the file again if rows are missing",
			oneLine(s.path), s.behind.Load())})
}
