package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// ChartsPage lists the charts of the result; one is chosen and then shown.
type ChartsPage struct {
	host     Host
	segments *SegmentsView
	list     *grid.Grid
	w, h     int
}

// chartsHead is how many lines stand above the list.
const chartsHead = 2

// newChartsPage lists the charts of the segments, the cursor on the one with the
// focus.
func newChartsPage(s *SegmentsView) *ChartsPage {
	p := &ChartsPage{host: s.host, segments: s}
	p.Refresh()
	p.list.SetCursor(s.charts.at, 0)
	return p
}

// Place, Crumb and Typing implement [Screen].
func (p *ChartsPage) Place() string { return "charts" }
func (p *ChartsPage) Crumb() string { return "Charts" }
func (p *ChartsPage) Typing() bool  { return false }

// SetSize implements [Screen].
func (p *ChartsPage) SetSize(w, h int) {
	p.w, p.h = w, h
	p.list.SetSize(w, max(0, h-chartsHead))
}

// Refresh implements [Screen].
func (p *ChartsPage) Refresh() {
	rows := chartRows{p.host.Printer(), p.segments.charts.drawn}
	if p.list == nil {
		p.list = grid.New(rows)
		return
	}
	p.list.SetSource(rows)
}

// Key implements [Screen].
func (p *ChartsPage) Key(k term.Key) bool { return p.list.Key(k.Name) }

// Mouse implements [Screen]: a click moves the cursor, a second one shows.
func (p *ChartsPage) Mouse(m term.Mouse) {
	switch m.Action {
	case term.Wheel:
		p.list.Wheel(m.DY * term.WheelRows)
	case term.Press:
		before, _ := p.list.Cursor()
		if hit := p.list.Click(m.X, m.Y-chartsHead); hit.Row >= 0 && hit.Row == before {
			p.show()
		}
	}
}

// Actions implements [Screen].
func (p *ChartsPage) Actions() map[string]Action {
	return map[string]Action{"charts.show": {Do: p.show}}
}

// show goes back to the segments, with the focus on the chart.
func (p *ChartsPage) show() {
	row, _ := p.list.Cursor()
	p.host.Back()
	if row >= 0 && row < len(p.segments.charts.charts) {
		p.segments.charts.at, p.segments.focus = row, chartsPane
	}
}

// View implements [Screen].
func (p *ChartsPage) View(t *theme.Theme) []string {
	out := []string{" " + inked(t, t.Title, say(p.host.Printer(), "Charts of this result"), max(0, p.w-1)), ""}
	return sized(append(out, p.list.View(t, true)...), p.w, p.h)
}

// chartRows are charts as rows of a grid.
type chartRows struct {
	pr     *message.Printer
	charts []model.Chart
}

// Len, Columns and Text implement [grid.Source].
func (r chartRows) Len() int { return len(r.charts) }

func (r chartRows) Columns() []grid.Column {
	return []grid.Column{{Title: "#"}, {Title: say(r.pr, "Chart")}, {Title: say(r.pr, "Kind")}}
}

func (r chartRows) Text(row, col int) string {
	switch col {
	case 0:
		return r.pr.Sprintf("%d", row+1)
	case 1:
		return r.charts[row].Heading().In(r.pr)
	}
	return r.kind(r.charts[row])
}

// kind says in a word or two how a chart is drawn.
func (r chartRows) kind(c model.Chart) string {
	switch c := c.(type) {
	case *model.Histogram:
		if cutsOf(c) > 0 {
			return say(r.pr, "histogram, cuts can be moved")
		}
		return say(r.pr, "histogram")
	case *model.Grid:
		return say(r.pr, "table of two")
	case *model.Curve:
		return say(r.pr, "curve")
	case *model.Scatter:
		return say(r.pr, "scatter")
	case *model.Series:
		return say(r.pr, "lines by setting")
	case *model.Tree:
		return say(r.pr, "tree")
	}
	return say(r.pr, "bars")
}
