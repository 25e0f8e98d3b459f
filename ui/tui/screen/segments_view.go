package screen

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// segmentsLayout is where the panes are: the parameters at the left of the
// first top lines, the segments beside them, a rule, the charts below.
type segmentsLayout struct {
	left, top int
	charts    int // how many charts stand side by side
}

// Lines that a chart needs to say something, those with which it has its axes
// and legend too, and those that parameters and segments keep on the smallest
// screens.
const (
	leastChart = 7
	wholeChart = 9
	leastTop   = 4
)

// Cells of the parameters: on a narrow screen as many as their names and values
// need, within these.
const (
	leastParams  = 27
	narrowParams = 34
	mostParams   = 56
)

// chartsBeside is the width from which charts stand side by side.
const chartsBeside = 100

func (s *SegmentsView) layout() segmentsLayout {
	l := segmentsLayout{left: min(max(leastParams, s.w/3), mostParams), charts: 1}
	if s.narrow() {
		l.left = max(leastParams, min(s.params.Width(), narrowParams, s.w*2/5))
	}
	switch {
	case s.w >= 170:
		l.charts = 3
	case s.w >= chartsBeside:
		l.charts = 2
	}
	l.charts = min(l.charts, len(s.charts.charts))
	want := s.params.Len() + paramsAround
	if s.rows != nil {
		want = max(want, s.rows.Len()+2)
	}
	// Where there is room for little the chart has its legend before all
	// parameters and segments are seen: those scroll.
	below := max(leastChart, min(wholeChart, s.h*9/20))
	least := min(8, max(leastTop, s.h-leastChart-1))
	if tall := s.tallest(); tall > below && s.rows != nil {
		below, least = tall, min(least, max(leastTop, s.rows.Len()+2))
	}
	l.top = max(min(want, s.h-below-1, s.h*3/5), least)
	return l
}

// tallest is how many lines the chart in view needs to show all its bars, where
// it stands alone: parameters scroll sooner than bars.
func (s *SegmentsView) tallest() int {
	if s.w >= chartsBeside || s.charts.first >= len(s.charts.charts) {
		return 0
	}
	if c, ok := s.charts.charts[s.charts.first].(chart.Tall); ok {
		return c.Lines()
	}
	return 0
}

// paramsAround are the lines above and below the parameters: title and help.
const paramsAround = 5

// narrow reports whether there is room for short bars only.
func (s *SegmentsView) narrow() bool { return s.w < 100 }

// tableWidth is the room for the segments.
func (s *SegmentsView) tableWidth() int { return max(0, s.w-s.layout().left-1) }

// SetSize implements [Screen].
func (s *SegmentsView) SetSize(w, h int) {
	s.w, s.h = w, h
	if s.rows != nil && s.rows.fit(s.tableWidth()) {
		s.resetTable(true)
	}
	if w > 0 && s.table != nil {
		s.sizeTable(s.layout())
	}
}

// noteLines is how many lines above the segments tell of trouble.
func (s *SegmentsView) noteLines() int {
	if s.host.Session().Failed != nil {
		return 2
	}
	return 0
}

// View implements [Screen].
func (s *SegmentsView) View(t *theme.Theme) []string {
	session := s.host.Session()
	switch {
	case s.before.shown():
		return s.before.view(t, say(s.host.Printer(), "The segments appear here once a method is chosen, with its parameters and charts."), s.w, s.h)
	case session.Trouble != nil:
		return s.say(t, t.Warn, "! "+TroubleText(s.host.Printer(), session))
	case s.result == nil && session.Failed != nil:
		l := s.layout()
		wide := s.w - l.left - 1
		return beside(t, s.params.View(t, l.left, s.h, s.focus == paramsPane),
			sized(wrappedIn(t, t.Warn, "! "+session.Failed.Error(), wide), wide, s.h))
	case s.result == nil:
		return s.say(t, t.Faint, "Working on it "+t.Glyphs.Ellipsis)
	case s.charts.zoomed:
		return s.enlarged(t)
	}
	l := s.layout()
	s.charts.follow(l.charts)
	s.rows.theme = t
	s.sizeTable(l)
	left := s.params.View(t, l.left, l.top, s.focus == paramsPane)
	right := append(s.notes(t, s.w-l.left-1), s.table.View(t, s.focus == tablePane)...)
	right = append(right, s.moreSegments(t, s.w-l.left-1)...)
	out := beside(t, left, sized(right, s.w-l.left-1, l.top))
	out = append(out, s.chartRule(t, l))
	return append(out, s.chartRow(t, l, s.h-l.top-1)...)
}

func (s *SegmentsView) say(t *theme.Theme, ink theme.Ink, text string) []string {
	return sized(append([]string{""}, wrappedIn(t, ink, text, s.w)...), s.w, s.h)
}

// wrappedIn breaks text into lines of one ink with a blank at both sides.
func wrappedIn(t *theme.Theme, ink theme.Ink, text string, w int) []string {
	var out []string
	for _, l := range wrapped(text, w-2) {
		out = append(out, " "+inked(t, ink, l, w-1))
	}
	return out
}

// notes tell why the parameters in force have no result; the table below is
// then the last that had one.
func (s *SegmentsView) notes(t *theme.Theme, w int) []string {
	if s.noteLines() == 0 {
		return nil
	}
	return sized(wrappedIn(t, t.Warn, "! "+s.host.Session().Failed.Error(), w), w, s.noteLines())
}

// chartRule is the line above the charts; it says which chart has the focus of
// how many, and what moves a cut.
func (s *SegmentsView) chartRule(t *theme.Theme, l segmentsLayout) string {
	text, x := "", 1
	if s.focus == chartsPane && len(s.charts.charts) > 0 {
		pr := s.host.Printer()
		text = say(pr, " %s chart %d of %d ", t.Glyphs.Pointer, s.charts.at+1, len(s.charts.charts))
		if how := s.charts.how(); !how.Empty() {
			text += say(pr, "%s %s ", t.Glyphs.Dot, how)
		}
		x, _ = s.chartSpan(l, s.charts.at-s.charts.first)
		x = max(1, min(x, s.w-1-cell.Width(text))) // above its chart
	}
	if n := len(notesOf(s.host, s.result)); n > 0 && text == "" {
		text = say(s.host.Printer(), " notes: %d (i) ", n)
	}
	changed := s.changeNote(t)
	if text == "" && changed == "" {
		return rule(t, s.w, map[int]string{l.left: t.Glyphs.TeeUp})
	}
	text = fitted(t, text, min(cell.Width(text), s.w-2), cell.Left)
	line := func(n int) string { return t.Paint(t.Rule, strings.Repeat(t.Glyphs.HRule, max(0, n))) }
	room := s.w - x - cell.Width(text) - 2
	if before := x - 2; before > room { // the note stands where there is more room
		changed = fitted(t, changed, min(cell.Width(changed), before), cell.Left)
		return line(1) + t.Paint(t.Changed, changed) + line(x-1-cell.Width(changed)) + t.Paint(t.Accent, text) + line(s.w-x-cell.Width(text))
	}
	changed = fitted(t, changed, max(0, min(cell.Width(changed), room)), cell.Left)
	return line(x) + t.Paint(t.Accent, text) + line(s.w-x-1-cell.Width(text)-cell.Width(changed)) + t.Paint(t.Changed, changed) + line(1)
}

// chartSpan is where chart i of the strip stands.
func (s *SegmentsView) chartSpan(l segmentsLayout, i int) (x, w int) {
	wide := (s.w - l.charts + 1) / max(l.charts, 1)
	first := s.w - (l.charts-1)*(wide+1)
	if i <= 0 {
		return 0, first
	}
	return first + 1 + (i-1)*(wide+1), wide
}

// chartRow draws the charts of the strip side by side.
func (s *SegmentsView) chartRow(t *theme.Theme, l segmentsLayout, h int) []string {
	if l.charts == 0 {
		return sized(nil, s.w, h)
	}
	var out []string
	for i := range l.charts {
		x, w := s.chartSpan(l, i)
		drawn := s.chart(t, s.charts.first+i, x, w, h)
		if i == 0 {
			out = drawn
		} else {
			out = beside(t, out, drawn)
		}
	}
	return out
}

// chart draws chart i, at cell x of the screen.
func (s *SegmentsView) chart(t *theme.Theme, i, x, w, h int) []string {
	p := &s.charts
	at := chart.Nowhere()
	if i == p.at {
		p.x, p.w, p.h = x, w, h
		if at = p.cursors[i]; p.figures {
			p.list.show(p.charts[i])
			return p.list.view(t, say(s.host.Printer(), "the arrows read on"), w, h)
		}
	}
	return p.charts[i].View(t, w, h, at)
}

// troubleRemedy is the way out when there are no customers.
const troubleRemedy = "On the screen: press 2 for the roles; Enter gives a column a role, R makes each row a customer."
