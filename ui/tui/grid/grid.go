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
	Least   int        // fewest cells of it that are worth showing, 0 for the usual
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
	shown  []int          // columns of the source in the order shown
	own    map[int]ownBar // bars given to columns of the source
	marks  *Marks         // nil for none
	empty  string

	rows []int32 // source rows in the order shown, nil for all in their own
	sort []Key

	w, h      int
	pos, col  int // the cursor: places among the rows and the columns shown
	want      int // the source row the user put the cursor on
	top, left int // places of the first row and the first unfrozen column on the screen
	frozen    int // the first so many of the columns shown

	// By column of the source.
	natural []int // width that shows it in full, of the rows sampled
	set     []int // width the user gave, 0 for none
	widths  []int // width now, 0 when it is not shown

	pinned int // how many frozen columns there is room for
}

// New makes a table with the cursor on the first cell.
func New(src Source) *Grid {
	g := &Grid{}
	g.SetSource(src)
	return g
}

// SetSource shows other data, in its own order. The cursor stays on the row and
// column of the same number where there is one; columns stay as they are shown
// when there are as many. Bars that columns were given go.
func (g *Grid) SetSource(src Source) {
	g.src = src
	g.inks, _ = src.(Inker)
	g.bars, _ = src.(Barrer)
	g.swatch, _ = src.(Swatcher)
	cols := src.Columns()
	same := len(cols) == len(g.cols)
	g.cols = cols
	if !same {
		g.set, g.shown = make([]int, len(cols)), g.all()
	}
	g.rows, g.sort, g.own = nil, nil, nil
	g.natural = naturalWidths(src, cols, g.swatch)
	g.frozen = min(g.frozen, len(g.shown))
	g.col = max(0, min(g.col, len(g.shown)-1))
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

// SetMarks has the table show which rows are marked, nil for none. The caller
// goes on changing them.
func (g *Grid) SetMarks(m *Marks) { g.marks = m }

// SetFrozen keeps the first n of the columns shown on the screen.
func (g *Grid) SetFrozen(n int) {
	g.frozen = max(0, min(n, len(g.shown)))
	g.layout()
	g.show()
}

// Frozen returns how many columns are kept on the screen.
func (g *Grid) Frozen() int { return g.frozen }

// SetEmpty gives the line shown when there are no rows.
func (g *Grid) SetEmpty(text string) { g.empty = text }

// Len returns the number of rows shown, those off the screen too.
func (g *Grid) Len() int {
	if g.rows != nil {
		return len(g.rows)
	}
	return g.src.Len()
}

// Cursor returns the row and the column of the source that the cursor is on,
// row -1 when there are no rows. The column is 0 when there is none.
func (g *Grid) Cursor() (row, col int) { return g.row(g.pos), max(0, g.column(g.col)) }

// SetCursor moves the cursor to a row and a column of the source. One that is
// not shown leaves the cursor's as it is.
func (g *Grid) SetCursor(row, col int) {
	pos := g.find(row)
	if pos < 0 {
		pos = g.pos
	}
	g.Goto(pos, col)
}

// Pos returns the cursor's place among the rows shown, from 0.
func (g *Grid) Pos() int { return g.pos }

// Goto moves the cursor to a place among the rows shown and a column of the
// source, such as [Find] returns.
func (g *Grid) Goto(pos, col int) {
	place := g.placeOf(col)
	if place < 0 {
		place = g.col
	}
	g.move(pos, place)
}

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
