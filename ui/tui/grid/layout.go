package grid

import (
	"strconv"

	"custseg/ui/tui/cell"
)

const (
	gutter   = 1 // for the pointer
	gap      = 2 // between columns
	margin   = 1 // at the right, for the sign that columns are hidden there
	minWidth = 3
	capWidth = 40 // widest text when not all columns fit
	swatchW  = 3  // swatch, letter, space
	cutLeast = 6  // narrowest part of a column that is worth showing, unless it says more

	leastText = 16 // texts are not cut shorter to make all columns fit

	sampleRows  = 2_000
	sampleCells = 40_000
)

// span is a column of the source on the screen, at a place among those shown: w
// cells from cell x.
type span struct{ col, place, x, w int }

// naturalWidths measures titles and a sample of rows spread evenly over the
// source: measuring every row of a large file would take seconds.
func naturalWidths(src Source, cols []Column, sw Swatcher) []int {
	widths := make([]int, len(cols))
	if len(cols) == 0 {
		return widths
	}
	n := src.Len()
	sample := min(n, sampleRows, max(100, sampleCells/len(cols)))
	for c := range cols {
		w := cell.Width(cell.Clean(cols[c].Title))
		extra := 0
		if cols[c].Bar > 0 {
			extra = cols[c].Bar + 1
		}
		if sw != nil && sw.Swatched(c) {
			extra += swatchW
		}
		for i := range sample {
			row := int(int64(i) * int64(n) / int64(sample))
			w = max(w, cell.Width(cell.Clean(src.Text(row, c)))+extra)
		}
		widths[c] = max(w, minWidth+extra)
	}
	return widths
}

// layout gives every column its width and says how many frozen columns are
// kept, as many as leave half of the screen to the others.
func (g *Grid) layout() {
	g.widths = make([]int, len(g.cols))
	room := g.w - gutter - margin - gap*(len(g.shown)-1)
	limit := g.widest(room)
	for _, c := range g.shown {
		g.widths[c] = g.width(c, limit)
		room -= g.widths[c]
	}
	for _, c := range g.shown { // what rounding left over
		if more := min(room, g.width(c, g.w)-g.widths[c]); more > 0 {
			g.widths[c] += more
			room -= more
		}
	}
	g.pinned = 0
	for used := gutter; g.pinned < g.frozen; g.pinned++ {
		if used += g.widths[g.shown[g.pinned]] + gap; used > g.w/2 {
			break
		}
	}
}

// width returns the width of a column when text may take limit cells.
func (g *Grid) width(c, limit int) int {
	if g.set[c] > 0 {
		return g.set[c]
	}
	w := g.natural[c]
	if mark := g.sortMark(c); mark != "" {
		w = max(w, g.titleWidth(c)+1+len(mark))
	}
	switch {
	case g.cols[c].Max > 0:
		return min(w, g.cols[c].Max)
	case g.cols[c].Align == cell.Right:
		return min(w, capWidth) // a number that is cut misleads
	}
	return min(w, limit)
}

// widest returns the width that long texts are cut to: the most with which all
// columns fit on the screen, or where that would leave too little of them, a
// width at which some are off the screen.
func (g *Grid) widest(room int) int {
	for limit := g.w; limit >= leastText; limit-- {
		sum := 0
		for _, c := range g.shown {
			if sum += g.width(c, limit); sum > room {
				break
			}
		}
		if sum <= room {
			return limit
		}
	}
	return max(minWidth, min(capWidth, g.w/2))
}

// sortMark returns how a column's place among the sort keys is written, with ^
// for up and v for down, empty when it is not sorted by.
func (g *Grid) sortMark(col int) string {
	for i, k := range g.sort {
		if k.Col != col {
			continue
		}
		mark := "^"
		if k.Desc {
			mark = "v"
		}
		if len(g.sort) > 1 {
			mark += strconv.Itoa(i + 1)
		}
		return mark
	}
	return ""
}

// spans returns the columns on the screen from the left: the frozen ones, then
// those from g.left on. The last may be cut.
func (g *Grid) spans() []span {
	var out []span
	x := gutter
	for place, c := range g.shown {
		if place >= g.pinned && place < g.left {
			continue
		}
		room := g.w - margin - x
		w := g.widths[c]
		if w > room {
			// Half a number misleads; half a text is better than none.
			first := place == max(g.left, g.pinned)
			if room < 1 || !first && (room < max(cutLeast, g.cols[c].Least) || g.cols[c].Align == cell.Right) {
				break
			}
			w = room
		}
		out = append(out, span{c, place, x, w})
		x += w + gap
	}
	return out
}
