package load

import (
	"bytes"
	"context"
	"errors"
	"io"

	"custseg/model"
)

const (
	// previewRows is how many rows of each table a preview holds.
	previewRows = 200
	// previewBytes is how much of a text file a preview reads.
	previewBytes = 1 << 20
)

// Preview reads the first rows of each table, about as fast for a large file as
// for a small one: to be shown while the rest is read, and to choose files by.
// The dataset is partial unless it holds all. Its types and roles are those of
// the first rows; its sources have no fingerprint. Errors are those of [Open], and
// a pipe is one; [Options.Stdin] is read to its end.
func Preview(ctx context.Context, paths []string, o Options) (*model.Dataset, error) {
	if len(paths) == 0 {
		return nil, errors.New("no file is named")
	}
	o.peek = true
	sources, err := o.sources(ctx, paths)
	if err != nil {
		return nil, err
	}
	q := newQuota(0, o.Stop)
	q.sample = previewRows
	l := newLoader(o, q, nil)
	l.memory = -1
	for _, s := range sources {
		if l.repeated(s) {
			continue
		}
		if err := l.preview(ctx, s); err != nil {
			return nil, err
		}
	}
	d, err := l.finish(ctx)
	if err != nil {
		return nil, err
	}
	d.Partial, d.Taken = l.missed, 0
	return d, nil
}

// preview reads the first rows of one source.
func (l *loader) preview(ctx context.Context, s source) error {
	head, whole, err := s.head(ctx, previewBytes)
	if err != nil {
		return err
	}
	text := memorySource(s.path, head)
	text.inner = s.inner
	v, err := take(ctx, text, nil)
	if err != nil {
		return err
	}
	v.fingerprint = ""
	if err := l.loadAs(ctx, s, text, v); err != nil {
		return err
	}
	from := &l.data.Sources[len(l.data.Sources)-1]
	from.Bytes = s.size
	l.missed = l.missed || !whole && from.Encoding != "" // of a text
	return nil
}

// head reads a source's first bytes, to the end of a line, and whether they are
// all.
func (s source) head(ctx context.Context, most int) (head []byte, whole bool, err error) {
	f, err := s.open()
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	head, err = io.ReadAll(&watched{ctx: ctx, r: io.LimitReader(f, int64(most)+1), path: s.path})
	if err != nil || len(head) <= most {
		return head, true, err
	}
	head = head[:most]
	end := bytes.LastIndexByte(head, '\n')
	if end < 0 {
		end = bytes.LastIndexByte(head, '\r')
	}
	if end++; end > 0 {
		width := 2 // of a character in UTF-16
		if _, ok := markedUTF32(head); ok {
			width = 4
		}
		for end%width > 0 && end < most && head[end] == 0 {
			end++ // the other bytes of a line end
		}
		head = head[:end]
	}
	return head, false, nil
}
