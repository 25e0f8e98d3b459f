package load

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"

	"custseg/model"
)

// textAtOnce reads a file and surveys it in one pass, where its beginning says
// that it is plain text in UTF-8. It has done nothing when that does not hold to the
// end, or the file cannot be read: the longer way tells what it is then.
func (l *loader) textAtOnce(ctx context.Context, s source) (done bool, err error) {
	if l.Encoding != "" || l.left >= 0 {
		return false, nil
	}
	v, err := s.glance(ctx)
	if err != nil || !v.promisesText(s) {
		return false, nil
	}
	c := charset{name: "utf-8"}
	if l.memory.allowsText(s, v, c, l.left) != nil {
		return false, nil
	}
	start, seen := l.mark(), newSurveyor()
	in, err := s.readText(ctx, v, c, l.job, seen)
	if ctx.Err() != nil {
		return true, ctx.Err()
	}
	whole := seen.end()
	if err != nil || !whole.validUTF8 || whole.hasNUL || whole.stray > 0 || whole.size != v.size {
		l.back(start)
		return false, nil
	}
	from := model.Source{Path: s.path, Bytes: whole.size, Fingerprint: whole.fingerprint, Encoding: c.name}
	l.addText(s, in, s.misnamed(v), &from)
	l.data.Sources = append(l.data.Sources, from)
	return true, ctx.Err()
}

// glance surveys the beginning of a source, as if all were like it.
func (s source) glance(ctx context.Context) (survey, error) {
	f, err := s.open()
	if err != nil {
		return survey{}, err
	}
	defer f.Close()
	head := make([]byte, headSize)
	n, err := io.ReadFull(&watched{ctx: ctx, r: f, path: s.path}, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return survey{}, err
	}
	head = head[:n]
	return survey{head: head, size: s.size, validUTF8: utf8.Valid(head[:n-unfinished(head)]), hasNUL: bytes.IndexByte(head, 0) >= 0}, nil
}

// promisesText reports whether the beginning of a source is that of plain text in
// UTF-8.
func (v survey) promisesText(s source) bool {
	if !v.validUTF8 || v.hasNUL {
		return false
	}
	workbook, err := s.isWorkbook(v)
	return !workbook && err == nil
}
