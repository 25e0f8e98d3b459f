package load

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"
)

// source is a file to read: its bytes can be had as often as they are needed.
type source struct {
	path   string        // as the analyst gave it, without a sheet
	sheet  string        // asked for, or empty
	inner  string        // the name of the file inside where the path is that of a packed one
	size   int64         // about, where it is packed
	packed bool          // it stands inside the file of the path
	steady *steady       // the file of the path; nil where it cannot change
	behind *atomic.Int64 // the bytes found behind the end of what gzip packed; nil where it did not
	again  bool          // it was named before, as the first-th source, and is not read again
	first  int
	reopen func() (io.ReadCloser, error)
}

// memorySource is a source held in memory, such as a sample.
func memorySource(path string, content []byte) source {
	return source{path: path, size: int64(len(content)), reopen: func() (io.ReadCloser, error) {
		return memoryFile{bytes.NewReader(content)}, nil
	}}
}

type memoryFile struct{ *bytes.Reader }

func (memoryFile) Close() error { return nil }

// fileSource is a source in the machine's file system.
func fileSource(path string, info fs.FileInfo, open func() (fs.File, error)) source {
	f := newSteady(info, open)
	return source{path: path, size: info.Size(), steady: f, reopen: f.reopen}
}

// open starts reading from the first byte.
func (s source) open() (io.ReadCloser, error) {
	f, err := s.reopen()
	if err != nil {
		return nil, openError(s.path, err)
	}
	return f, nil
}

// randomAccess returns the source's bytes in any order.
func (s source) randomAccess() (r io.ReaderAt, size int64, closer io.Closer, err error) {
	f, err := s.open()
	if err != nil {
		return nil, 0, nil, err
	}
	if at, ok := f.(io.ReaderAt); ok {
		return at, s.size, f, nil
	}
	content, err := readBlocks(f, -1)
	f.Close()
	if err != nil {
		return nil, 0, nil, openError(s.path, err)
	}
	return content, content.size, io.NopCloser(nil), nil
}

// name is the file's name without folder and ending.
func (s source) name() string {
	if s.path == stdinPath {
		return "stdin"
	}
	base := path.Base(filepath.ToSlash(strings.TrimPrefix(s.file(), samplePrefix)))
	if short := strings.TrimSuffix(base, path.Ext(base)); short != "" {
		return short
	}
	return base
}

// file is the name of the file that is read, the one inside where it is packed.
func (s source) file() string {
	if s.inner != "" {
		return s.inner
	}
	return s.path
}

func (s source) extension() string { return filepath.Ext(s.file()) }

// ending is the file's ending in lower case, with its dot.
func (s source) ending() string { return strings.ToLower(s.extension()) }

// watched is a reader that stops when the context ends, reports the bytes it
// handed on, and names the file in its errors.
type watched struct {
	ctx  context.Context
	r    io.Reader
	path string
	read func(n int) // may be nil
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.r.Read(p)
	if n > 0 && w.read != nil {
		w.read(n)
	}
	if err != nil && err != io.EOF {
		err = openError(w.path, err)
	}
	return n, err
}
