package screen

import (
	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// portrait draws where the customers of the cursor's row and column are.
func (v *tableView) portrait(t *theme.Theme, pr *message.Printer, w, h int) []string {
	row := append(v.rowParts(t, pr, w, max(h/2, h-len(v.rows)-2)), "")
	return sized(append(row, v.colParts(t, pr, w, h-len(row))...), w, h)
}

// portraits draws the same side by side below a line.
func (v *tableView) portraits(t *theme.Theme, pr *message.Printer, w, h int) []string {
	left := w / 2
	right := w - left - 1
	out := []string{rule(t, w, map[int]string{left: t.Glyphs.TeeDown})}
	return append(out, beside(t, sized(v.rowParts(t, pr, left, h-1), left, h-1), sized(v.colParts(t, pr, right, h-1), right, h-1))...)
}

func (v *tableView) rowParts(t *theme.Theme, pr *message.Printer, w, h int) []string {
	y := v.cursor.Y
	p := newParts(v.cols, func(i int) int { return v.counts[y][i] })
	return p.view(t, pr, say(pr, v.across, v.rows[y], v.data.ColTitle), w, h)
}

func (v *tableView) colParts(t *theme.Theme, pr *message.Printer, w, h int) []string {
	x := v.cursor.X
	p := newParts(v.rows, func(i int) int { return v.counts[i][x] })
	return p.view(t, pr, say(pr, v.down, v.cols[x], v.data.RowTitle), w, h)
}

// parts is how customers are parted among the names that have some.
type parts struct {
	names  []string
	counts []int
	total  int
}

func newParts(names []string, count func(i int) int) parts {
	var p parts
	for i, name := range names {
		if n := count(i); n > 0 {
			p.names, p.counts, p.total = append(p.names, name), append(p.counts, n), p.total+n
		}
	}
	return p
}

// view draws the parts under a heading, a line each. Where h is too low the last
// line sums up the rest.
func (p parts) view(t *theme.Theme, pr *message.Printer, head string, w, h int) []string {
	const share, gaps = 7, 3
	names, ns := p.names, p.counts
	if room := max(h-1, 1); len(names) > room {
		rest := 0
		for _, n := range ns[room-1:] {
			rest += n
		}
		names = append(names[:room-1:room-1], say(pr, "%d others", len(names)-room+1))
		ns = append(ns[:room-1:room-1], rest)
	}
	label := 0
	for _, name := range names {
		label = max(label, cell.Width(name))
	}
	label = min(label, w/2)
	number := cell.Width(chart.Count(p.total)) + 1
	out := []string{inked(t, t.Header, " "+head, w)}
	for i, name := range names {
		bar := chart.Bar(t, float64(ns[i]), float64(p.total), max(w-label-number-share-gaps, 0))
		out = append(out, " "+fitted(t, name, label, cell.Left)+fitted(t, chart.Count(ns[i]), number, cell.Right)+
			fitted(t, chart.Share(ns[i], p.total), share, cell.Right)+" "+t.Paint(t.Accent, bar))
	}
	return out
}
