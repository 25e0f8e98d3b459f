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
	lines := min(h, v.mostLines(width-2, v.figure))
	var out []string
	for _, l := range grid.View(t, width-2, lines, at) {
		out = append(out, " "+l+" ")
	}
	if width < w {
		out = beside(t, sized(out, width, h), v.portrait(t, pr, w-width-1, h))
	} else if h-lines > leastPortrait {
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

// portrait draws where the customers of the cursor's row and column are.
func (v *tableView) portrait(t *theme.Theme, pr *message.Printer, w, h int) []string {
	out := append(v.rowParts(t, pr, w), "")
	return sized(append(out, v.colParts(t, pr, w)...), w, h)
}

// portraits draws the same side by side below a line.
func (v *tableView) portraits(t *theme.Theme, pr *message.Printer, w, h int) []string {
	left := w / 2
	out := []string{rule(t, w, map[int]string{left: t.Glyphs.TeeDown})}
	return append(out, beside(t, sized(v.rowParts(t, pr, left), left, h-1), sized(v.colParts(t, pr, w-left-1), w-left-1, h-1))...)
}

func (v *tableView) rowParts(t *theme.Theme, pr *message.Printer, w int) []string {
	y := v.cursor.Y
	return parted(t, w, say(pr, v.across, v.rows[y], v.data.ColTitle), v.cols, func(i int) int { return v.counts[y][i] })
}

func (v *tableView) colParts(t *theme.Theme, pr *message.Printer, w int) []string {
	x := v.cursor.X
	return parted(t, w, say(pr, v.down, v.cols[x], v.data.RowTitle), v.rows, func(i int) int { return v.counts[i][x] })
}

// parted draws under a heading how customers are parted among the names that have
// some.
func parted(t *theme.Theme, w int, head string, names []string, count func(i int) int) []string {
	out := []string{inked(t, t.Header, " "+head, w)}
	label, total := 0, 0
	for i, name := range names {
		label = max(label, cell.Width(name))
		total += count(i)
	}
	const numbers = 17 // count and share
	label = min(label, w/2)
	for i, name := range names {
		n := count(i)
		if n == 0 {
			continue
		}
		out = append(out, " "+fitted(t, name, label, cell.Left)+fitted(t, chart.Count(n), 9, cell.Right)+
			fitted(t, chart.Share(n, total), 8, cell.Right)+" "+t.Paint(t.Accent, chart.Bar(t, float64(n), float64(total), w-label-numbers-3)))
	}
	return out
}
