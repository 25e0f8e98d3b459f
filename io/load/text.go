package load

import (
	"bytes"
	"context"
	"errors"
	"io"

	"custseg/model"
)

// maxColumns is how many columns a table can have, as many as an Excel sheet.
const maxColumns = 16384

// textIntake is a table read from a text file.
type textIntake struct {
	*intake
	charset charset
	layout  layout
}

// readText reads a text file whose bytes mean what the charset says. Rows
// longer than the first are rejected, unless the first does not rule: then the
// text is read again, as wide as its longest row. It is also read again where
// longer rows hold line ends of another system. Seen is shown all bytes once,
// unless it is nil.
func (s source) readText(ctx context.Context, v survey, c charset, j job, seen io.Writer) (*textIntake, error) {
	l, err := s.layout(ctx, c, j.Reading)
	if err != nil {
		return nil, err
	}
	t := &textIntake{charset: c, layout: l}
	start := j.mark()
	if t.intake, err = s.scanText(ctx, v, t, 0, j, seen); err != nil {
		return nil, err
	}
	if t.strayCR > 0 && l.eol == '\n' && !l.mixed {
		t.layout.mixed = true
		j.back(start)
		again, err := s.scanText(ctx, v, t, 0, j, nil)
		switch {
		case err != nil:
			return nil, err
		case len(again.rejected) < len(t.rejected):
			t.intake = again
		default:
			t.layout = l
		}
	}
	if t.longer == 0 {
		return t, nil
	}
	if t.longer > t.rows || j.NoHeader || !t.sure && !isHeader(t.intake, t.types(keyNames{})) {
		j.back(start)
		t.intake, err = s.scanText(ctx, v, t, t.widest, j, nil)
	}
	return t, err
}

// layout finds out how the text is written.
func (s source) layout(ctx context.Context, c charset, asked model.Reading) (layout, error) {
	f, err := s.open()
	if err != nil {
		return layout{}, err
	}
	defer f.Close()
	head, whole, err := readHead(c.reader(&watched{ctx: ctx, r: f, path: s.path}))
	if err != nil {
		return layout{}, err
	}
	return detectLayout(head, whole, asked)
}

// scanText reads all records into a table of at least the width given. Seen is
// shown the bytes, unless it is nil.
func (s source) scanText(ctx context.Context, v survey, t *textIntake, width int, j job, seen io.Writer) (*intake, error) {
	f, err := s.open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src := &watched{ctx: ctx, r: f, path: s.path}
	in := newIntake(j, width, roomFor(v, t.layout.eol), false)
	count := j.pass(surveyed, read, v.size)
	before := j.rows
	src.read = func(n int) { j.rows = before + in.rows; count(n) }
	err = s.takeText(in, t.charset.reader(src), t.layout, seen)
	in.finish()
	j.rows = before
	if err != nil {
		return nil, err
	}
	if in.first == nil && j.Header > 1 {
		return nil, s.fail(model.P("it has no row %d that could name the columns", j.Header), model.P("give another row with --header"))
	}
	if in.first == nil {
		return nil, s.fail(model.P("no row of it holds a value"), model.P("export it again"))
	}
	return in, nil
}

// takeText takes in the records of a text: the first one by one until it is clear
// where the table begins, the others in blocks where that can be.
func (s source) takeText(in *intake, text io.Reader, l layout, seen io.Writer) error {
	shown := text
	if seen != nil {
		shown = io.TeeReader(text, seen)
	}
	r := newRecords(shown, l)
	more, err := s.takeRecords(in, r, func() bool { return in.opening })
	if more && l.inBlocks() && in.job.left < 0 {
		if r, err = in.takeBlocks(r, text, seen, passageText); r == nil {
			return err
		}
	}
	if more {
		_, err = s.takeRecords(in, r, func() bool { return true })
	}
	return err
}

// takeRecords takes in records one by one as long as a condition holds, and returns
// whether there may be more.
func (s source) takeRecords(in *intake, r *records, while func() bool) (more bool, err error) {
	for while() {
		if !r.next() {
			return false, s.recordError(r)
		}
		if len(r.fields) > maxColumns {
			return false, &Error{File: s.path, Row: r.row, Problem: model.P("it has %d fields, more than any table", len(r.fields)),
				Remedy: model.P("name the character between the fields with --delimiter")}
		}
		if r.unclosed {
			in.reject(r.row, model.P("a quotation mark is opened and never closed"), r.text)
			continue
		}
		if !in.add(r.row, r.fields, r.text) {
			return false, nil
		}
	}
	return true, nil
}

// recordError is what ended the reading, nil at the end of the text.
func (s source) recordError(r *records) error {
	if errors.Is(r.err, errLongLine) {
		return &Error{File: s.path, Row: r.row + 1, Problem: model.P("the line is longer than any record of a table"),
			Remedy: model.P("check that the file is CSV"), Err: r.err}
	}
	return r.err
}

// roomFor guesses from the first bytes how many lines a file has.
func roomFor(v survey, eol byte) room {
	lines := bytes.Count(v.head, []byte{eol})
	if v.size > int64(len(v.head)) {
		lines = int(float64(lines) * float64(v.size) / float64(len(v.head)) * 1.02)
	}
	return room{lines, v.size}
}
