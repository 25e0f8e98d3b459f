package xls

import (
	"cmp"
	"slices"

	"custseg/io/load/grid"
)

// maxColumns is how many columns a sheet can have.
const maxColumns = 256

// place is where a record of cells stands in the stream, and its row.
type place struct{ row, at int32 }

// Rows are the rows of a sheet in order; rows without cells are left out.
type Rows struct {
	book   *Book
	places []place // by row
	hidden map[int32]bool
	folded []grid.Span // the hidden columns
	row    int32
	cells  []grid.Cell
	text   []byte // of the row's cells
}

// Rows starts reading a sheet by its place among [Book.Sheets].
func (b *Book) Rows(sheet int) (*Rows, error) {
	r := &Rows{book: b, hidden: map[int32]bool{}}
	err := substream(b.stream, b.begins[sheet], func(rec record) error {
		r.note(rec)
		return nil
	})
	if err != nil {
		return nil, err
	}
	byRow := func(a, b place) int { return cmp.Compare(a.row, b.row) }
	if !slices.IsSortedFunc(r.places, byRow) {
		slices.SortStableFunc(r.places, byRow)
	}
	return r, nil
}

// rowHidden and columnHidden are flags of the records ROW and COLINFO.
const (
	rowHidden    = 0x20
	columnHidden = 0x01
)

// note takes a record of a sheet.
func (r *Rows) note(rec record) {
	switch rec.kind {
	case recNumber, recRK, recMulRK, recLabelSST, recLabel, recRString, recFormula, recBoolErr:
		if len(rec.data) >= 6 {
			r.places = append(r.places, place{int32(u16(rec.data, 0)), int32(rec.at)})
		}
	case recRow:
		if len(rec.data) >= 16 && rec.data[12]&rowHidden != 0 {
			r.hidden[int32(u16(rec.data, 0))] = true
		}
	case recColInfo:
		if len(rec.data) >= 10 && rec.data[8]&columnHidden != 0 && len(r.folded) < maxColumns {
			r.folded = append(r.folded, grid.Span{First: u16(rec.data, 0) + 1, Last: u16(rec.data, 2) + 1})
		}
	}
}

// Number returns the row's number, counted from 1.
func (r *Rows) Number() int { return int(r.row) + 1 }

// Hidden reports whether the row is hidden, by hand or by a filter.
func (r *Rows) Hidden() bool { return r.hidden[r.row] }

// HiddenColumns returns the columns that are hidden.
func (r *Rows) HiddenColumns() []grid.Span { return r.folded }

// Cells returns the row's cells from the first column on.
func (r *Rows) Cells() []grid.Cell { return r.cells }

// Next moves to the next row. It returns false at the end.
func (r *Rows) Next() bool {
	if len(r.places) == 0 {
		return false
	}
	r.row = r.places[0].row
	r.cells, r.text = r.cells[:0], r.text[:0]
	for len(r.places) > 0 && r.places[0].row == r.row {
		rec, err := recordAt(r.book.stream, int(r.places[0].at))
		r.places = r.places[1:]
		if err == nil {
			r.take(rec)
		}
	}
	return true
}

// put places a cell, unless it is beyond the last column a sheet can have.
// Columns are counted from 0.
func (r *Rows) put(column int, cell grid.Cell) {
	if column >= maxColumns {
		return
	}
	for len(r.cells) <= column {
		r.cells = append(r.cells, grid.Cell{})
	}
	r.cells[column] = cell
}

// Merges returns the merged cells of a sheet that begin in its first rows.
func (b *Book) Merges(sheet, rows int) ([]grid.Range, error) {
	var out []grid.Range
	err := substream(b.stream, b.begins[sheet], func(rec record) error {
		if rec.kind != recMergedCells || len(rec.data) < 2 {
			return nil
		}
		for d := rec.data[2:]; len(d) >= 8; d = d[8:] {
			m := grid.Range{Row: u16(d, 0) + 1, Column: u16(d, 4) + 1, Rows: u16(d, 2) - u16(d, 0) + 1, Columns: u16(d, 6) - u16(d, 4) + 1}
			if m.Row <= rows && m.Rows > 0 && m.Columns > 0 && m.Column+m.Columns-1 <= maxColumns {
				out = append(out, m)
			}
		}
		return nil
	})
	return out, err
}
