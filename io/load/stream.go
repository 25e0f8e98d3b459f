package load

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync/atomic"
	"time"

	"custseg/model"
)

// stream is what can be read but once, standard input or a pipe: its bytes are
// kept in memory.
type stream struct {
	path string
	most memory // that the bytes may take
	text bool   // it is text in an encoding that the analyst named
	open func() (io.ReadCloser, error)
	stop <-chan struct{}  // gives the reading up; may be nil
	wait func(p Progress) // is told now and then how much has come; may be nil
}

// ErrPipe is why there is no [Preview] of a pipe: what it took would be missing
// when the pipe is read.
var ErrPipe = errors.New("a pipe is read only once")

// streamShare is the share of the free memory that the bytes of a stream may take:
// the table made of them needs room beside them.
const streamShare = 2

// waitEvery is how often it is told how much of a stream has come.
const waitEvery = 200 * time.Millisecond

// stream is what a path stands for that is read with these options.
func (o Options) stream(path string, open func() (io.ReadCloser, error)) stream {
	most := o.memory()
	if most > 0 {
		most /= streamShare
	}
	return stream{path: path, most: most, text: o.Reading.Encoding != "", open: open, stop: o.Stop, wait: o.wait}
}

// read takes the bytes in. It waits for a stream to which nothing may ever come no
// longer than the context lasts; what it waited for is then left behind.
func (s stream) read(ctx context.Context) (source, error) {
	type outcome struct {
		source
		error
	}
	var taken atomic.Int64
	done := make(chan outcome, 1)
	go func() {
		content, err := s.take(ctx, &taken)
		done <- outcome{content, err}
	}()
	tick := time.NewTicker(waitEvery)
	defer tick.Stop()
	for {
		select {
		case o := <-done:
			return o.source, o.error
		case <-ctx.Done():
			return source{}, ctx.Err()
		case <-s.stop:
			return source{}, context.Canceled
		case <-tick.C:
			if s.wait != nil {
				s.wait(Progress{Stream: s.path, Taken: taken.Load()})
			}
		}
	}
}

// take reads the bytes to their end, unless the first of them are no text or there
// are too many.
func (s stream) take(ctx context.Context, taken *atomic.Int64) (source, error) {
	f, err := s.open()
	if err != nil {
		return source{}, openError(s.path, err)
	}
	defer f.Close()
	r := &watched{ctx: ctx, r: f, path: s.path, read: func(n int) { taken.Add(int64(n)) }}
	first := make([]byte, blockSize)
	n, err := io.ReadFull(r, first)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return source{}, err
	}
	first = first[:n]
	if !s.text && isBinary(first) {
		return source{}, source{path: s.path}.binaryError()
	}
	content, err := readBlocks(io.MultiReader(bytes.NewReader(first), r), s.most)
	if err == errNoRoom {
		return source{}, &Error{File: s.path, Problem: model.P("it is longer than the %s of memory that it may take, or has no end", byteSize(int64(s.most))),
			Remedy: model.P("save it in a file and open that, with fewer columns if it is large"), Err: err}
	}
	if err != nil {
		return source{}, err
	}
	return source{path: s.path, size: content.size, reopen: func() (io.ReadCloser, error) { return content.open(), nil }}, nil
}

// isBinary reports whether the first bytes of a stream are neither text nor a file
// that is known by its beginning.
func isBinary(first []byte) bool {
	seen := newSurveyor()
	seen.Write(first)
	v := seen.end()
	if !v.hasNUL || kindOf(v.head) != textFile {
		return false
	}
	_, marked := v.marked()
	_, wide := guessUTF16(v.head)
	return !marked && !wide
}

// stdin is standard input.
func (o Options) stdin(ctx context.Context) (source, error) {
	if o.Stdin == nil {
		return source{}, &Error{File: stdinPath, Problem: model.P("there is no standard input"), Remedy: model.P("name a file")}
	}
	s, err := o.stream(stdinPath, func() (io.ReadCloser, error) { return io.NopCloser(o.Stdin), nil }).read(ctx)
	if err != nil {
		return source{}, err
	}
	s.sheet = o.Reading.Sheet
	return s.unpack("")
}

// special is what a path stands for that is no file of bytes: a pipe is read to its
// end.
func (o Options) special(ctx context.Context, p string, mode fs.FileMode) (source, error) {
	switch {
	case mode&fs.ModeDevice != 0:
		return source{}, &Error{File: p, Problem: model.P("it is a device, not a file"), Remedy: model.P("name a file, or - for standard input")}
	case o.peek:
		return source{}, &Error{File: p, Problem: model.P("it is a pipe, whose rows are not known before all of it has come"), Remedy: model.P("wait for it"), Err: ErrPipe}
	}
	return o.stream(p, func() (io.ReadCloser, error) { return os.Open(p) }).read(ctx)
}
