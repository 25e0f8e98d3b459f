package load

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// errChanged reports a file that is no longer what it was when it was opened.
var errChanged = errors.New("the file changed while it was read")

// steady is a file as it was when it was found. However often it is opened, no
// more is read than was there then, and it remembers how it was left.
type steady struct {
	open  func() (fs.File, error)
	first fs.FileInfo // when it was found
	last  fs.FileInfo // when it was last closed
	end   int64       // bytes that are read; 0 for all, of files that do not tell their size
}

func newSteady(info fs.FileInfo, open func() (fs.File, error)) *steady {
	return &steady{open: open, first: info, last: info, end: info.Size()}
}

// reopen starts reading from the first byte, if it still is the same file.
func (s *steady) reopen() (io.ReadCloser, error) {
	f, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		err = errChanged
	}
	if err != nil {
		return nil, err
	}
	now, err := f.Stat()
	if err == nil && (!os.SameFile(s.first, now) || now.Size() < s.end) {
		err = errChanged
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	closer := closing{f, s}
	if at, ok := f.(io.ReaderAt); ok && s.end > 0 {
		return struct {
			*io.SectionReader
			closing
		}{io.NewSectionReader(at, 0, s.end), closer}, nil
	}
	return struct {
		io.Reader
		closing
	}{f, closer}, nil
}

// closing closes a file and remembers how it was left.
type closing struct {
	file fs.File
	of   *steady
}

func (c closing) Close() error {
	if now, err := c.file.Stat(); err == nil {
		c.of.last = now
	}
	return c.file.Close()
}

// touched reports whether the file was written to, as far as the system tells.
func (s *steady) touched() bool {
	return s.last.Size() != s.first.Size() || !s.last.ModTime().Equal(s.first.ModTime())
}

// shrunk reports whether the file lost what was to be read.
func (s *steady) shrunk() bool { return s.last.Size() < s.end }

// grown reports whether the file has more than is read.
func (s *steady) grown() bool { return s.last.Size() > s.first.Size() }

// longestTail is how far the last line end of a growing file is looked for.
const longestTail = 2 * maxRecord

// wholeLines returns where the last whole line ends of a text in an encoding; all
// that is read where none does.
func (s *steady) wholeLines(encoding string) (int64, error) {
	f, err := s.reopen()
	if err != nil {
		return 0, err
	}
	defer f.Close()
	tail := make([]byte, min(s.end, longestTail))
	from := s.end - int64(len(tail))
	if _, err := io.NewSectionReader(f.(io.ReaderAt), from, int64(len(tail))).ReadAt(tail, 0); err != nil && err != io.EOF {
		return 0, err
	}
	for _, end := range []string{"\n", "\r"} {
		if n := lastEnd(tail, from, lineEnd(end, encoding)); n > 0 {
			return from + int64(n), nil
		}
	}
	return s.end, nil
}

// lineEnd is a character of ASCII as an encoding writes it.
func lineEnd(char, encoding string) []byte {
	switch {
	case strings.HasSuffix(encoding, "16le"):
		return []byte(char + "\x00")
	case strings.HasSuffix(encoding, "16be"):
		return []byte("\x00" + char)
	case strings.HasSuffix(encoding, "32le"):
		return []byte(char + "\x00\x00\x00")
	case strings.HasSuffix(encoding, "32be"):
		return []byte("\x00\x00\x00" + char)
	}
	return []byte(char)
}

// lastEnd returns where the last line end stops in text that stands so far behind
// the beginning of a file, 0 when there is none.
func lastEnd(text []byte, from int64, end []byte) int {
	for n := len(text); n > 0; {
		at := bytes.LastIndex(text[:n], end)
		if at < 0 {
			return 0
		}
		if (from+int64(at))%int64(len(end)) == 0 {
			return at + len(end)
		}
		n = at + len(end) - 1
	}
	return 0
}
