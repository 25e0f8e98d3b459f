package grid

import (
	"slices"

	"custseg/ui/tui/cell"
)

// ownBar is a bar that the table was given for a column, over those the source
// has.
type ownBar struct {
	cells int
	share func(row int) (float64, bool)
}

// Shown returns the columns of the source that are shown, in the order from the
// left.
func (g *Grid) Shown() []int { return slices.Clone(g.shown) }

// SetShown shows these columns of the source in this order, nil all in their
// own. The cursor stays on its column, or else at its place.
func (g *Grid) SetShown(cols []int) {
	at := g.column(g.col)
	if cols == nil {
		cols = g.all()
	}
	g.shown = slices.Clone(cols)
	if place := slices.Index(g.shown, at); place >= 0 {
		g.col = place
	}
	g.col = max(0, min(g.col, len(g.shown)-1))
	g.frozen = min(g.frozen, len(g.shown))
	g.layout()
	g.show()
}

func (g *Grid) all() []int {
	out := make([]int, len(g.cols))
	for i := range out {
		out[i] = i
	}
	return out
}

// Hide takes the cursor's column off the screen.
func (g *Grid) Hide() {
	if g.col < len(g.shown) {
		g.SetShown(slices.Delete(g.Shown(), g.col, g.col+1))
	}
}

// Shift moves the cursor's column by d places, within the columns that are not
// frozen.
func (g *Grid) Shift(d int) {
	to := max(g.frozen, min(g.col+d, len(g.shown)-1))
	if g.col < g.frozen || to == g.col {
		return
	}
	cols := g.Shown()
	cols[g.col], cols[to] = cols[to], cols[g.col]
	g.SetShown(cols)
}

// Width returns the width a column was given, 0 when it has the table's choice.
func (g *Grid) Width(col int) int { return g.set[col] }

// SetWidth gives a column a width; 0 leaves it to the table.
func (g *Grid) SetWidth(col, w int) {
	g.set[col] = max(0, w)
	g.layout()
	g.show()
}

// Widen gives the cursor's column d cells more, or fewer.
func (g *Grid) Widen(d int) {
	if col := g.column(g.col); col >= 0 {
		g.SetWidth(col, max(minWidth, g.widths[col]+d))
	}
}

// Fit gives the cursor's column the width that shows its values in full, or
// leaves it to the table again.
func (g *Grid) Fit() {
	col := g.column(g.col)
	switch {
	case col < 0:
	case g.set[col] > 0:
		g.SetWidth(col, 0)
	default:
		g.SetWidth(col, g.natural[col])
	}
}

// SetBar draws a bar of so many cells behind the values of a column, 0 for the
// source's own; share is from 0 to 1.
func (g *Grid) SetBar(col, cells int, share func(row int) (float64, bool)) {
	g.natural[col] -= barRoom(g.barCells(col))
	delete(g.own, col)
	if cells > 0 {
		if g.own == nil {
			g.own = map[int]ownBar{}
		}
		g.own[col] = ownBar{cells, share}
	}
	g.natural[col] += barRoom(g.barCells(col))
	g.layout()
	g.show()
}

// Barred reports whether a column was given a bar.
func (g *Grid) Barred(col int) bool { return g.own[col].cells > 0 }

// barCells returns the cells of a column's bar where there is room for it.
func (g *Grid) barCells(col int) int {
	switch {
	case g.own[col].cells > 0:
		return g.own[col].cells
	case g.bars == nil:
		return 0
	}
	return g.cols[col].Bar
}

// barRoom is what a bar takes with the space before it.
func barRoom(cells int) int {
	if cells == 0 {
		return 0
	}
	return cells + 1
}

// share returns how long the bar of a cell is.
func (g *Grid) share(row, col int) (float64, bool) {
	if own := g.own[col]; own.cells > 0 {
		return own.share(row)
	}
	return g.bars.Bar(row, col)
}

// column returns the column of the source at a place from the left, -1 for
// none.
func (g *Grid) column(place int) int {
	if place < 0 || place >= len(g.shown) {
		return -1
	}
	return g.shown[place]
}

// placeOf returns where a column of the source is shown, -1 when it is not.
func (g *Grid) placeOf(col int) int { return slices.Index(g.shown, col) }

// titleWidth is the width of a column's title in full.
func (g *Grid) titleWidth(col int) int { return cell.Width(cell.Clean(g.cols[col].Title)) }
