package load

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"custseg/model"
)

// layout is how the records of a text file are written.
type layout struct {
	delimiter byte
	aligned   bool // fields stand apart by any number of spaces, the delimiter is unused
	eol       byte // '\n', or '\r' in files of old Macs
}

// sampleRecords is how many records the delimiter is judged by.
const sampleRecords = 200

// delimiters are those tried, the more usual first.
func delimiters() []byte { return []byte{',', ';', '\t', '|'} }

// parseDelimiter reads the delimiter the analyst asked for.
func parseDelimiter(name string) (delimiter byte, aligned bool, err error) {
	switch strings.ToLower(name) {
	case "tab", `\t`:
		return '\t', false, nil
	case "comma":
		return ',', false, nil
	case "semicolon":
		return ';', false, nil
	case "pipe":
		return '|', false, nil
	case "space", "spaces", " ":
		return 0, true, nil
	}
	if len(name) != 1 || strings.ContainsAny(name, "\"\r\n") || name[0] >= utf8.RuneSelf {
		return 0, false, &Error{File: "--delimiter " + name, Problem: model.P("a delimiter is one character"),
			Remedy: model.P("give , ; | tab or space")}
	}
	return name[0], false, nil
}

// detectLayout finds line end and delimiter from the first bytes of a text.
// Whole says that they are all of it.
func detectLayout(head []byte, whole bool, asked string) (layout, error) {
	l := layout{delimiter: ',', eol: '\n'}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		l.eol = '\r'
	}
	if !whole {
		if end := bytes.LastIndexByte(head, l.eol); end >= 0 {
			head = head[:end+1]
		}
	}
	if asked != "" {
		var err error
		l.delimiter, l.aligned, err = parseDelimiter(asked)
		return l, err
	}
	return l.detectDelimiter(head), nil
}

// trial is how a sample falls into fields under one layout.
type trial struct {
	layout
	width int     // the most frequent number of fields
	share float64 // of the records, how many have it
	split float64 // of the records, how many have more than one field
}

// consistent reports whether the sample is a table under this layout.
func (t trial) consistent() bool { return t.width > 1 && t.share >= .9 }

func (l layout) detectDelimiter(head []byte) layout {
	var best, ragged trial
	for _, d := range delimiters() {
		l.delimiter = d
		t := l.try(head)
		if t.consistent() && (t.beats(best) || d == ';' && best.delimiter == ',' && decimalCommas(head)) {
			best = t
		}
		if t.split >= .5 && t.split > ragged.split {
			ragged = t
		}
	}
	if best.consistent() {
		return best.layout
	}
	aligned := layout{aligned: true, eol: l.eol}.try(head)
	if aligned.share == 1 && aligned.width > 1 && ragged.split == 0 {
		return aligned.layout
	}
	l.delimiter = ','
	if ragged.split > 0 {
		return ragged.layout
	}
	return l
}

// beats ranks two tables: the one that more records fit, then the wider.
func (t trial) beats(u trial) bool {
	if t.share != u.share {
		return t.share > u.share
	}
	return t.width > u.width
}

// try splits a sample.
func (l layout) try(head []byte) trial {
	t := trial{layout: l}
	var widths []int
	count := map[int]int{}
	r := newRecords(bytes.NewReader(head), l)
	for len(widths) < sampleRecords && r.next() {
		if allBlank(r.fields) {
			continue
		}
		n := len(r.fields)
		widths = append(widths, n)
		count[n]++
		if n > 1 {
			t.split++
		}
	}
	for _, n := range widths {
		if count[n] > count[t.width] || count[n] == count[t.width] && n > t.width {
			t.width = n
		}
	}
	if len(widths) > 0 {
		t.share = float64(count[t.width]) / float64(len(widths))
		t.split /= float64(len(widths))
	}
	return t
}

// decimalCommas reports whether every comma stands between digits, as in 12,5.
func decimalCommas(b []byte) bool {
	digit := func(i int) bool { return i >= 0 && i < len(b) && b[i] >= '0' && b[i] <= '9' }
	for i, c := range b {
		if c == ',' && !(digit(i-1) && digit(i+1)) {
			return false
		}
	}
	return true
}

// readHead reads the first bytes of a decoded text and whether they are all.
func readHead(r io.Reader) (head []byte, whole bool, err error) {
	head = make([]byte, headSize)
	n, err := io.ReadFull(r, head)
	switch err {
	case io.EOF, io.ErrUnexpectedEOF:
		return head[:n], true, nil
	}
	return head[:n], false, err
}
