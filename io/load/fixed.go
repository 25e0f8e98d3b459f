package load

import (
	"bytes"
	"unicode/utf8"
)

const (
	// leastFixed is how many lines must agree about where columns stand.
	leastFixed = 3
	// leastColumns is how many columns must stand so to speak against a delimiter.
	leastColumns = 3
)

// detectAligned returns how a text is written whose fields stand apart by spaces:
// by any number of them where all lines have as many fields, else in columns of
// one width. It fails where neither holds.
func (p prober) detectAligned(l layout) (layout, bool) {
	l = layout{aligned: true, eol: l.eol, mixed: l.mixed}
	if t := p.try(l); t.share == 1 && t.start == 0 && t.width > 1 {
		return l, true
	}
	l.columns = p.fixedColumns(l)
	return l, l.columns != nil
}

// alignedInstead returns the columns of one width that a text has under whose
// delimiter the first line is no header: its names stand over three columns at
// least, while the delimiter, a comma in numbers or names, comes only below.
func (p prober) alignedInstead(t trial) (layout, bool) {
	l := layout{aligned: true, eol: t.eol, mixed: t.mixed}
	lines := p.sampleLines(l)
	if len(lines) == 0 || bytes.Count(lines[0], []byte{t.delimiter})+1 == t.width {
		return l, false
	}
	l.columns = p.fixedColumns(l)
	return l, len(l.columns) >= leastColumns
}

// fixedColumns returns where the columns of a text begin whose fields are padded
// with spaces to one width, in characters from the start of the line: behind
// blanks common to all lines, where the first line has a name and another
// something below it. It returns nil when there are no two such columns.
func (p prober) fixedColumns(l layout) []int {
	lines := p.sampleLines(l)
	if len(lines) < leastFixed {
		return nil
	}
	var filled []int // by place: the lines that have a character there
	for _, line := range lines {
		if bytes.IndexByte(line, '\t') >= 0 || !bytes.Contains(trimSpace(line), []byte("  ")) {
			return nil
		}
		for at, r := range []rune(string(line)) {
			if at == len(filled) {
				filled = append(filled, 0)
			}
			if r != ' ' {
				filled[at]++
			}
		}
	}
	var columns []int
	for at, n := range filled {
		if n > 0 && (at == 0 || filled[at-1] == 0) && (columns == nil || begins(lines, filled, at)) {
			columns = append(columns, at)
		}
	}
	if len(columns) < 2 {
		return nil
	}
	columns[0] = 0
	return columns
}

// begins reports whether a column begins at a place: up to the next blanks that
// all lines have, the first line and others have something.
func begins(lines [][]byte, filled []int, at int) bool {
	end := at
	most := 0
	for end < len(filled) && filled[end] > 0 {
		most = max(most, filled[end])
		end++
	}
	first := []rune(string(lines[0]))
	return most > 1 && at < len(first) && len(bytes.TrimSpace([]byte(string(first[at:min(end, len(first))])))) > 0
}

// sampleLines returns the first lines of the text, without blank ones, those
// above the table and lines drawn of signs.
func (p prober) sampleLines(l layout) [][]byte {
	var out [][]byte
	row := 0
	for rest := bytes.TrimPrefix(p.head, []byte(markUTF8)); len(rest) > 0 && len(out) < sampleRecords; {
		line, after, _ := bytes.Cut(rest, []byte{l.eol})
		rest = after
		row++
		line = bytes.TrimRight(line, " \r\n")
		if row >= p.from && len(line) > 0 && !isRule([]string{string(line)}) {
			out = append(out, line)
		}
	}
	return out
}

// cutFixed splits the line at the start of b where the columns begin. A line in
// which a word stands across is split at runs of two spaces and more.
func (r *records) cutFixed(b []byte) (n int, ok bool) {
	n = r.line(b)
	if n == 0 {
		return 0, false
	}
	line := bytes.TrimRight(b[:n], "\r\n")
	r.fields = r.fields[:0]
	from, place, next := 0, 0, 1
	for at := 0; at < len(line); place++ {
		_, size := utf8.DecodeRune(line[at:])
		if next < len(r.layout.columns) && place == r.layout.columns[next] {
			if line[at-1] != ' ' {
				r.cutAtGaps(line)
				return n, true
			}
			r.fields = append(r.fields, line[from:at])
			from = at
			next++
		}
		at += size
	}
	r.fields = append(r.fields, line[from:])
	for len(r.fields) < len(r.layout.columns) {
		r.fields = append(r.fields, nil)
	}
	return n, true
}

// cutAtGaps splits a line at runs of two spaces and more.
func (r *records) cutAtGaps(line []byte) {
	r.fields = r.fields[:0]
	for line = trimSpace(line); len(line) > 0; {
		field, rest, _ := bytes.Cut(line, []byte("  "))
		r.fields = append(r.fields, field)
		line = trimSpace(rest)
	}
}
