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
	heads int         // how many lines stay as last drawn: the title and the heads
	more  bool        // columns are off the screen at the right
}

// show takes the figures of a chart, once.
func (f *figureList) show(c chart.Chart) {
	if f.of != c {
		*f = figureList{of: c, table: c.Table()}
	}
}

// key scrolls, and reports whether the key is one that does.
func (f *figureList) key(name string, h int) bool {
	page := max(h-f.heads-1, 1)
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
		if f.more {
			f.skip++
		}
	default:
		return false
	}
	f.top = max(min(f.top, f.most), 0)
	f.skip = max(min(f.skip, len(f.table.Head)-f.table.Words-1), 0)
	return true
}

// view draws the figures: the title and the heads stay, the title's line says how
// to read on, and a sign that there is more at the right.
func (f *figureList) view(t *theme.Theme, how string, w, h int) []string {
	within := f.table.From(f.skip).Within(w - 1)
	lines := within.Lines
	f.heads, f.more = within.Heads, within.More
	f.most = max(len(lines)-h, 0)
	f.top = min(f.top, f.most)
	hint := ""
	if f.most > 0 || f.more || f.skip > 0 {
		hint = how
	}
	room := max(w-cell.Width(hint)-1, 0)
	out := []string{t.Paint(t.Title, fitted(t, lines[0], room, cell.Left)) + " " + t.Paint(t.Faint, hint)}
	for i, l := range lines[1:f.heads] {
		line := inked(t, t.Header, l, w-1)
		if i == 0 && f.more {
			line += t.Paint(t.Accent, t.Glyphs.Right)
		}
		out = append(out, line)
	}
	for _, l := range lines[min(f.heads+f.top, len(lines)):] {
		out = append(out, fitted(t, l, w, cell.Left))
	}
	return sized(out, w, h)
}
