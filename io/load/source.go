package load

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
)

// source is a file to read: its bytes can be had as often as they are needed.
type source struct {
	path   string // as the analyst gave it, without a sheet
	sheet  string // asked for, or empty
	size   int64
	reopen func() (io.ReadCloser, error)
}

// memorySource is a source held in memory: standard input, a pipe, a sample.
func memorySource(path string, content []byte) source {
	return source{path: path, size: int64(len(content)), reopen: func() (io.ReadCloser, error) {
		return memoryFile{bytes.NewReader(content)}, nil
	}}
}

type memoryFile struct{ *bytes.Reader }

func (memoryFile) Close() error { return nil }

// fileSource is a source in the machine's file system.
func fileSource(path string, info fs.FileInfo, open func() (fs.File, error)) source {
	return source{path: path, size: info.Size(), reopen: func() (io.ReadCloser, error) { return open() }}
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
	content, err := io.ReadAll(f)
	f.Close()
	if err != nil {
		return nil, 0, nil, openError(s.path, err)
	}
	return bytes.NewReader(content), int64(len(content)), io.NopCloser(nil), nil
}

// name is the file's name without folder and ending.
func (s source) name() string {
	base := filepath.Base(strings.TrimPrefix(s.path, samplePrefix))
	if s.path == stdinPath {
		return "stdin"
	}
	if short := strings.TrimSuffix(base, filepath.Ext(base)); short != "" {
		return short
	}
	return base
}

// ending is the file's ending in lower case, with its dot.
func (s source) ending() string { return strings.ToLower(filepath.Ext(s.path)) }

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
