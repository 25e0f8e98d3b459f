package load

import (
	"bytes"
	"slices"
	"strings"

	"custseg/model"
)

const (
	// openingRows is how many rows are held back until it is clear where the table
	// begins.
	openingRows = 50
	// quotedRows is how many of the rows above a table a finding quotes.
	quotedRows = 3
)

// heldRow is a row that is held back.
type heldRow struct {
	row    int // in the file
	fields [][]byte
	text   []byte
	cells  []string // the fields trimmed, without empty ones at the end
}

func holdRow(row int, fields [][]byte, text []byte) heldRow {
	h := heldRow{row: row, fields: make([][]byte, len(fields)), text: bytes.Clone(text)}
	for i, f := range fields {
		h.fields[i] = bytes.Clone(f)
		if word := trimSpace(f); len(word) > 0 {
			h.cells = append(h.cells, make([]string, i-len(h.cells))...)
			h.cells = append(h.cells, string(word))
		}
	}
	return h
}

// filled returns how many cells hold something.
func (h heldRow) filled() int {
	n := 0
	for _, c := range h.cells {
		if c != "" {
			n++
		}
	}
	return n
}

// quote shows the row as it stands in the file, or its cells.
func (h heldRow) quote() string {
	if h.text != nil {
		return shorten(h.text)
	}
	return shorten([]byte(strings.Join(slices.DeleteFunc(slices.Clone(h.cells), func(c string) bool { return c == "" }), " ")))
}

// hold keeps a row back. It returns false when no more rows are wanted.
func (in *intake) hold(row int, fields [][]byte, text []byte) bool {
	if row < in.job.Header || row == 1 && isSeparatorLine(text) {
		in.above = append(in.above, holdRow(row, fields, text))
		return true
	}
	in.held = append(in.held, holdRow(row, fields, text))
	if len(in.held) < openingRows {
		return true
	}
	return in.begin()
}

// begin decides where the table begins and takes in the rows held back. It
// returns false when no more rows are wanted.
func (in *intake) begin() bool {
	held := in.held
	in.opening, in.held = false, nil
	if len(held) == 0 {
		return true
	}
	f := framer{rows: held, keys: newNamer().keys, lines: in.lines, noHeader: in.job.NoHeader, fixed: in.job.Header > 0}.frame()
	in.above = append(in.above, held[:f.top]...)
	in.tellAbove()
	first := held[f.top].cells
	if f.bottom > f.top {
		first = joinNames(held[f.top].cells, held[f.bottom].cells, nil)
		in.note("the names of the columns stand in two rows, %d and %d", held[f.top].row, held[f.bottom].row)
	}
	in.first, in.firstRow, in.firstRows = first, held[f.bottom].row, f.bottom-f.top+1
	for i := f.top; i <= f.bottom; i++ {
		in.heads = append(in.heads, held[i].cells)
	}
	in.sure = f.sure || in.job.Header > 0 && !in.job.NoHeader
	if extra := len(held[f.bottom].fields) - len(in.first); extra > 0 {
		in.first = append(slices.Clip(in.first), make([]string, extra)...)
	}
	in.widest = max(in.widest, len(in.first))
	in.least = max(len(in.columns), len(first))
	in.widen(len(in.first))
	if n := len(f.described); n > 0 {
		in.note("rows below the header that describe the columns and were left out: %d; the first says %q", n, held[f.described[0]].quote())
	}
	for i, h := range held[f.bottom+1:] {
		switch place := f.bottom + 1 + i; {
		case slices.Contains(f.rules, place):
			in.remarks++
			in.reject(h.row, model.P("it is a line drawn of signs"), []byte(h.quote()))
		case slices.Contains(f.described, place):
			in.remarks++
			in.reject(h.row, model.P("it describes the columns"), []byte(h.quote()))
		case place == f.units:
			in.remarks++
			in.reject(h.row, model.P("it tells the units of the columns"), []byte(h.quote()))
			in.note("row %d tells the units of the columns and was left out: %s", h.row, h.quote())
		default:
			if !in.addRow(h.row, h.fields, h.text) {
				return false
			}
		}
	}
	return true
}

// tellAbove says what stood above the table.
func (in *intake) tellAbove() {
	in.aside += len(in.above)
	var quoted []string
	n := 0
	for _, h := range in.above {
		if isRule(h.cells) || isSeparatorLine(h.text) {
			continue
		}
		if n++; n <= quotedRows {
			quoted = append(quoted, h.quote())
		}
	}
	if n > quotedRows {
		quoted = append(quoted, "…")
	}
	if n > 0 {
		in.note("rows above the table that were left out: %d; they say %q", n, strings.Join(quoted, " / "))
	}
	in.above = nil
}

func (in *intake) note(key string, args ...any) {
	in.notes = append(in.notes, model.Finding{Level: model.Info, Column: -1, Text: model.P(key, args...)})
}
