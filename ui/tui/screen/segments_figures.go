package screen

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// figureList is a chart's figures as text, scrolled.
type figureList struct {
	of    chart.Chart
	table chart.Table // of it: making it may look at every customer
	top   int         // the first row shown
	skip  int         // columns of numbers that are passed at the left
	most  int         // the greatest top there is
}

// figuresHead is how many lines of the figures stay: the title and the heads.
const figuresHead = 2

// show takes the figures of a chart, once.
func (f *figureList) show(c chart.Chart) {
	if f.of != c {
		*f = figureList{of: c, table: c.Table()}
	}
}

// key scrolls, and reports whether the key is one that does.
func (f *figureList) key(name string, h int) bool {
	page := max(h-figuresHead-1, 1)
	switch name {
	case "up", "k":
		f.top--
	case "down", "j":
		f.top++
	case "pgup", "ctrl+u":
		f.top -= page
	case "pgdown", "ctrl+d":
		f.top += page
	case "g", "home":
		f.top = 0
	case "G", "end":
		f.top = f.most
	case "left", "h":
		f.skip--
	case "right", "l":
		f.skip++
	default:
		return false
	}
	f.top = max(min(f.top, f.most), 0)
	f.skip = max(min(f.skip, len(f.table.Head)-f.table.Words-1), 0)
	return true
}

// view draws the figures: the title and the heads stay, and the title's line
// says how to read on.
func (f *figureList) view(t *theme.Theme, how string, w, h int) []string {
	words := max(w*3/5/max(f.table.Words, 1), 12) // so that numbers are seen beside long names
	lines := f.table.Cut(words).From(f.skip).Lines()
	f.most = max(len(lines)-h, 0)
	f.top = min(f.top, f.most)
	wide := 0
	for _, l := range lines[:min(len(f.table.Rows)+figuresHead, len(lines))] {
		wide = max(wide, cell.Width(l))
	}
	hint := ""
	if f.most > 0 || wide > w || f.skip > 0 {
		hint = how
	}
	room := max(w-cell.Width(hint)-1, 0)
	out := []string{t.Paint(t.Title, fitted(t, lines[0], room, cell.Left)) + " " + t.Paint(t.Faint, hint)}
	if len(lines) > 1 {
		out = append(out, inked(t, t.Header, lines[1], w))
	}
	for _, l := range lines[min(figuresHead+f.top, len(lines)):] {
		out = append(out, fitted(t, l, w, cell.Left))
	}
	return sized(out, w, h)
}
