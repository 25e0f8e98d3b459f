// Package grid is a table on the screen over any number of rows. It draws only
// the rows that show, sorts and filters through a permutation of row numbers,
// and keeps its cursor on the same row of the source when that changes.
package grid

import (
	"slices"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Column describes one column of a [Source].
type Column struct {
	Title   string
	Align   cell.Align // Right for numbers
	Max     int        // most cells its text takes, 0 for a share of the screen
	Bar     int        // cells of a bar after the text, 0 for none; see [Barrer]
	Missing bool       // show an empty text as a missing value
}

// Source is the data of a table. A row is named by its number in the source,
// from 0, whatever the order on the screen. A source does not change; other
// data is another source.
type Source interface {
	Len() int
	Columns() []Column
	// Text is the value as it is read; it is cleaned for display here.
	Text(row, col int) string
}

// Inker is a source that colours its cells. In a column with bars the ink is
// that of the bar.
type Inker interface {
	Ink(row, col int) (theme.Ink, bool)
}

// Barrer is a source with bars in its cells, as a share from 0 to 1.
type Barrer interface {
	Bar(row, col int) (share float64, ok bool)
}

// Swatcher is a source whose cells stand for segments: the swatch and the
// letter of segment i are shown before the text.
type Swatcher interface {
	Swatch(row, col int) (i int, ok bool)
	// Swatched reports whether any cell of the column has a swatch.
	Swatched(col int) bool
}

// Grid is the state of a table on the screen. Its methods belong to one
// goroutine.
type Grid struct {
	src    Source
	inks   Inker
	bars   Barrer
	swatch Swatcher
	cols   []Column
	empty  string

	rows []int32 // source rows in the order shown, nil for all in their own
	sort []Key

	w, h      int
	pos, col  int // the cursor: place among the rows shown, and column
	want      int // the source row the user put the cursor on
	top, left int // first row and first unfrozen column on the screen
	frozen    int

	natural []int // width that shows each column in full, of the rows sampled
	set     []int // width the user gave, 0 for none
	widths  []int // width now
	pinned  int   // how many frozen columns there is room for
}

// New makes a table with the cursor on the first cell.
func New(src Source) *Grid {
	g := &Grid{}
	g.SetSource(src)
	return g
}

// SetSource shows other data, in its own order. The cursor stays on the row and
// column of the same number where there is one.
func (g *Grid) SetSource(src Source) {
	g.src = src
	g.inks, _ = src.(Inker)
	g.bars, _ = src.(Barrer)
	g.swatch, _ = src.(Swatcher)
	cols := src.Columns()
	if len(cols) != len(g.cols) {
		g.set = make([]int, len(cols))
	}
	g.cols = cols
	g.rows, g.sort = nil, nil
	g.natural = naturalWidths(src, cols, g.swatch)
	g.frozen = min(g.frozen, len(cols))
	g.col = max(0, min(g.col, len(cols)-1))
	g.pos = g.place(g.want)
	g.layout()
	g.show()
}

// SetSize gives the table its place: w cells by h lines with the header.
func (g *Grid) SetSize(w, h int) {
	g.w, g.h = max(0, w), max(0, h)
	g.layout()
	g.show()
}

// SetRows shows the source rows named, in that order; nil shows all. The
// cursor stays on its row, and comes back to it when a filter had hidden it and
// the user has not moved since. The grid keeps the slice.
func (g *Grid) SetRows(rows []int32) {
	g.rows = rows
	g.pos = g.place(g.want)
	g.show()
}

// Rows returns the source rows in the order shown, nil for all in their own.
func (g *Grid) Rows() []int32 { return g.rows }

// SortBy marks the header as sorted by one column. Putting the rows in order is
// the caller's: [Order], then [Grid.SetRows].
func (g *Grid) SortBy(col int, desc bool) { g.SetSort([]Key{{col, desc}}) }

// SetSort marks the header as sorted by several columns, none for unsorted.
func (g *Grid) SetSort(keys []Key) {
	g.sort = slices.Clone(keys)
	g.layout()
	g.show()
}

// Sort returns the columns the header shows as sorted.
func (g *Grid) Sort() []Key { return slices.Clone(g.sort) }

// SetFrozen keeps the first n columns on the screen.
func (g *Grid) SetFrozen(n int) {
	g.frozen = max(0, min(n, len(g.cols)))
	g.layout()
	g.show()
}

// Frozen returns how many columns are kept on the screen.
func (g *Grid) Frozen() int { return g.frozen }

// Widen gives the cursor's column d cells more, or fewer.
func (g *Grid) Widen(d int) {
	if len(g.cols) > 0 {
		g.set[g.col] = max(minWidth, g.widths[g.col]+d)
		g.layout()
		g.show()
	}
}

// SetEmpty gives the line shown when there are no rows.
func (g *Grid) SetEmpty(text string) { g.empty = text }

// Len returns the number of rows shown, those off the screen too.
func (g *Grid) Len() int {
	if g.rows != nil {
		return len(g.rows)
	}
	return g.src.Len()
}

// Cursor returns the source row and the column of the cursor, row -1 when
// there are no rows.
func (g *Grid) Cursor() (row, col int) { return g.row(g.pos), g.col }

// SetCursor moves the cursor to a source row and a column. A row that is not
// shown leaves the cursor's row as it is.
func (g *Grid) SetCursor(row, col int) {
	if pos := g.find(row); pos >= 0 {
		g.move(pos, col)
	} else {
		g.move(g.pos, col)
	}
}

// Pos returns the cursor's place among the rows shown, from 0.
func (g *Grid) Pos() int { return g.pos }

// Goto moves the cursor to a place among the rows shown and a column, such as
// [Find] returns.
func (g *Grid) Goto(pos, col int) { g.move(pos, col) }

// Window returns the places of the first row on the screen and of the one
// after the last, for a line such as "1-8 of 348".
func (g *Grid) Window() (first, end int) {
	return g.top, min(g.Len(), g.top+g.page())
}

// row returns the source row at a place, -1 for none.
func (g *Grid) row(pos int) int {
	switch {
	case pos < 0 || pos >= g.Len():
		return -1
	case g.rows != nil:
		return int(g.rows[pos])
	}
	return pos
}

// find returns the place of a source row, -1 when it is not shown.
func (g *Grid) find(row int) int {
	if g.rows != nil {
		return slices.Index(g.rows, int32(row))
	}
	if row >= 0 && row < g.src.Len() {
		return row
	}
	return -1
}

// place returns where the cursor goes for the sake of a source row: to the row,
// or else as near to where it was as there are rows.
func (g *Grid) place(row int) int {
	if pos := g.find(row); pos >= 0 {
		return pos
	}
	return max(0, min(g.pos, g.Len()-1))
}
