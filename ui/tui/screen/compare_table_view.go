package screen

import (
	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// tableView is a cross-tab with what the analyst sees of it: the figure in its
// cells and the cursor.
type tableView struct {
	*crossTab
	figure figure
	cursor chart.Cursor
	across string // heads where those of a row are: their name, and the other side's
	down   string // the same of a column
}

// set shows another table. The cursor stays where it is.
func (v *tableView) set(c *crossTab) {
	v.crossTab = c
	v.cursor.X = min(max(v.cursor.X, 0), len(c.cols)-1)
	v.cursor.Y = min(max(v.cursor.Y, 0), len(c.rows)-1)
	if v.figure >= plainFigures+figure(len(c.amounts)) {
		v.figure = counts
	}
}

// key moves the cursor.
func (v *tableView) key(name string) bool {
	dx, dy := arrow(name)
	switch name {
	case "0":
		dx = -len(v.cols)
	case "$":
		dx = len(v.cols)
	case "g", "home":
		dy = -len(v.rows)
	case "G", "end":
		dy = len(v.rows)
	}
	if dx == 0 && dy == 0 {
		return false
	}
	v.move(dx, dy)
	return true
}

func (v *tableView) move(dx, dy int) { v.cursor = v.grid.Move(v.cursor, dx, dy, 0, 0) }

// empty reports whether there is nobody in the cell at the cursor.
func (v *tableView) empty() bool { return v.counts[v.cursor.Y][v.cursor.X] == 0 }

// crumb names the cell at the cursor.
func (v *tableView) crumb(pr *message.Printer) string {
	return say(pr, "%s × %s", v.rows[v.cursor.Y], v.cols[v.cursor.X])
}

// mostLegend is how many lines the legend of the columns may take.
const mostLegend = 3

// view draws the table, and below it what stands out at the cursor or, when it
// is not empty, the status.
func (v *tableView) view(t *theme.Theme, pr *message.Printer, w, h int, focused bool, status []string) []string {
	at := v.cursor
	if !focused {
		at = chart.Nowhere()
	}
	width := v.gridWidth(w)
	grid, legend := v.gridFor(t, pr, width-2, v.figure)
	var foot []string
	for _, l := range legend[:min(len(legend), mostLegend)] {
		foot = append(foot, inked(t, t.Plain, " "+l, w))
	}
	switch {
	case status != nil:
		foot = append(foot, status...)
	case focused && v.figure < plainFigures: // what stands out is told of customers
		foot = append(foot, inked(t, t.Faint, " "+v.standsOut(pr, v.cursor), w))
	default:
		foot = append(foot, "")
	}
	h = max(h-len(foot), 0)
	below := 0
	if width == w {
		below = v.portraitLines()
	}
	lines := v.lines(width-2, h, below, v.figure)
	var out []string
	for _, l := range grid.View(t, width-2, lines, at) {
		out = append(out, " "+l+" ")
	}
	if width < w {
		out = beside(t, sized(out, width, h), v.portrait(t, pr, w-width-1, h))
	} else if h-lines >= leastPortrait {
		out = append(out, v.portraits(t, pr, w, h-lines)...)
	}
	return sized(append(sized(out, w, h), foot...), w, h+len(foot))
}

// gridWidth is how much of w cells the table takes: all, unless it leaves room
// for a portrait of the cursor's row and column.
func (v *tableView) gridWidth(w int) int {
	const cells, totals, least = 14, 10, 40 // a column of the table, its margin, a portrait
	label := 0
	for _, name := range v.rows {
		label = max(label, cell.Width(name))
	}
	if grid := label + cells*len(v.cols) + totals; w-grid > least {
		return grid
	}
	return w
}

// leastPortrait is how many lines a portrait below the table needs.
const leastPortrait = 6

// portraitLines is how many lines portraits of the whole row and column need
// below the table.
func (v *tableView) portraitLines() int { return max(len(v.rows), len(v.cols)) + 2 }
