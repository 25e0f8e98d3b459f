package load

import (
	"bytes"
	"errors"
	"io"
)

// maxRecord is the longest record taken for one. A quotation mark that is not
// closed within it was never meant to be one.
const maxRecord = 1 << 20

// errLongLine reports a line longer than maxRecord: no table has one.
var errLongLine = errors.New("line too long")

// records cuts UTF-8 text into records and fields. Fields follow RFC 4180: a
// field may stand in quotation marks, then it may hold delimiters, line ends and
// doubled quotation marks. Fields and the record's text are good until the next
// call.
type records struct {
	src     io.Reader
	layout  layout
	special [256]bool // bytes at which a plain field may end
	quote   byte      // the quotation mark

	buf      []byte
	from, to int // the bytes not yet cut
	eof      bool

	row      int      // the number of the record, counted from 1
	fields   [][]byte // of the record
	text     []byte   // the record as it stands in the file
	unclosed bool     // the record is a line with a quotation mark never closed
	err      error    // what ended the reading, nil at the end of the text

	quoted []byte // the fields with doubled quotation marks undone
}

func newRecords(src io.Reader, l layout) *records {
	r := continueRecords(src, l, 0)
	r.fill()
	if bytes.HasPrefix(r.buf[r.from:r.to], []byte(markUTF8)) {
		r.from += len(markUTF8)
	}
	return r
}

// continueRecords cuts the rest of a text of which some records were cut.
func continueRecords(src io.Reader, l layout, row int) *records {
	r := &records{src: src, layout: l, quote: l.quote(), buf: make([]byte, blockSize), row: row}
	r.special[l.eol] = true
	r.special['\r'] = r.special['\r'] || l.mixed
	if l.aligned {
		r.special[' '], r.special['\t'] = true, true
	} else {
		r.special[l.delimiter] = true
	}
	return r
}

// next moves to the next record. It returns false at the end and on an error.
func (r *records) next() bool {
	for r.err == nil {
		rest := r.buf[r.from:r.to]
		if r.eof && len(rest) == 0 {
			return false
		}
		n, ok := r.cut(rest)
		r.unclosed = !ok && (r.eof || len(rest) >= maxRecord)
		if r.unclosed {
			if n = r.line(rest); n == 0 {
				r.err = errLongLine
				return false
			}
		}
		if ok || r.unclosed {
			r.text = rest[:n]
			r.from += n
			r.row++
			return true
		}
		r.fill()
	}
	return false
}

// fill reads more text behind what is not yet cut.
func (r *records) fill() {
	if r.from > 0 {
		r.to = copy(r.buf, r.buf[r.from:r.to])
		r.from = 0
	}
	if r.to == len(r.buf) {
		r.buf = append(r.buf, make([]byte, len(r.buf))...)
	}
	n, err := io.ReadFull(r.src, r.buf[r.to:])
	r.to += n
	switch err {
	case nil:
	case io.EOF, io.ErrUnexpectedEOF:
		r.eof = true
	default:
		r.err = err
	}
}

// cut splits the record at the start of b and returns its length. It fails when
// b ends first and the text goes on, or when a quotation mark stays open.
func (r *records) cut(b []byte) (n int, ok bool) {
	r.fields, r.quoted = r.fields[:0], r.quoted[:0]
	if r.layout.columns != nil {
		return r.cutFixed(b)
	}
	if r.layout.aligned {
		return r.cutAligned(b)
	}
	for i := 0; ; {
		mark := i
		for mark < len(b) && b[mark] == ' ' {
			mark++
		}
		if mark < len(b) && b[mark] == r.quote {
			end, ok := r.cutQuoted(b, mark)
			if !ok {
				return 0, false
			}
			i = end
		} else {
			end := r.plainEnd(b, i)
			r.fields = append(r.fields, b[i:end])
			i = end
		}
		if i == len(b) {
			return i, r.eof
		}
		if n, ok, ended := r.lineEnd(b, i); ended {
			return n, ok
		}
		i++
	}
}

// unread returns the bytes not yet cut.
func (r *records) unread() []byte { return r.buf[r.from:r.to] }

// lineEnd reports whether a record ends at a byte, and what cut returns then.
func (r *records) lineEnd(b []byte, i int) (n int, ok, ended bool) {
	if b[i] == r.layout.eol {
		return i + 1, true, true
	}
	if b[i] != '\r' || !r.layout.mixed {
		return 0, false, false
	}
	switch {
	case i+1 < len(b) && b[i+1] == '\n':
		return i + 2, true, true
	case i+1 == len(b) && !r.eof:
		return 0, false, true
	}
	return i + 1, true, true
}

// plainEnd returns where a field without quotation marks ends.
func (r *records) plainEnd(b []byte, i int) int {
	for j, c := range b[i:] {
		if r.special[c] {
			return i + j
		}
	}
	return len(b)
}

// cutQuoted takes the field whose opening quotation mark is at i and returns
// where it ends. What follows the closing mark still belongs to the field.
func (r *records) cutQuoted(b []byte, i int) (end int, ok bool) {
	start := len(r.quoted)
	for i++; ; {
		j := bytes.IndexByte(b[i:], r.quote)
		if j < 0 {
			return 0, false
		}
		if r.layout.escaped && backslashes(b[i:i+j])%2 == 1 {
			r.quoted = append(appendUnescaped(r.quoted, b[i:i+j-1]), r.quote)
			i += j + 1
			continue
		}
		if r.layout.escaped {
			r.quoted = appendUnescaped(r.quoted, b[i:i+j])
		} else {
			r.quoted = append(r.quoted, b[i:i+j]...)
		}
		i += j + 1
		if i < len(b) && b[i] == r.quote {
			r.quoted = append(r.quoted, r.quote)
			i++
			continue
		}
		if i == len(b) && !r.eof {
			return 0, false
		}
		break
	}
	end = r.plainEnd(b, i)
	r.quoted = append(r.quoted, b[i:end]...)
	r.fields = append(r.fields, r.quoted[start:len(r.quoted):len(r.quoted)])
	return end, true
}

// backslashes counts those that end a text.
func backslashes(b []byte) int { return len(b) - len(bytes.TrimRight(b, `\`)) }

// appendUnescaped appends a text without the backslashes that stand before
// others.
func appendUnescaped(out, b []byte) []byte {
	for {
		i := bytes.Index(b, []byte(`\\`))
		if i < 0 {
			return append(out, b...)
		}
		out = append(append(out, b[:i]...), '\\')
		b = b[i+2:]
	}
}

// cutAligned splits at runs of spaces and tabs.
func (r *records) cutAligned(b []byte) (n int, ok bool) {
	for i := 0; ; {
		for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r' && b[i] != r.layout.eol && !r.layout.mixed) {
			i++
		}
		if i == len(b) {
			return i, r.eof
		}
		if n, ok, ended := r.lineEnd(b, i); ended {
			return n, ok
		}
		end := r.plainEnd(b, i)
		r.fields = append(r.fields, b[i:end])
		i = end
	}
}

// line takes the first line of b as a record of one field, whatever it holds,
// and returns its length, 0 when b holds only a part of it.
func (r *records) line(b []byte) int {
	n := bytes.IndexByte(b, r.layout.eol) + 1
	if cr := bytes.IndexByte(b, '\r') + 1; r.layout.mixed && cr > 0 && cr < len(b) && b[cr] != '\n' && (n == 0 || cr < n) {
		n = cr
	}
	if n == 0 && r.eof {
		n = len(b)
	}
	r.fields = append(r.fields[:0], b[:n])
	return n
}
