package chart

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Series draws measures of quality against a setting, one marker for each
// value and ◆ at the setting in force. Lines of one unit or of the same
// magnitude share the left axis; else each has a plot and an axis of its own
// above the next, or, where there is no room, one is drawn at a time. Lines may
// be drawn as columns beside each other instead.
type Series struct {
	pr     *message.Printer
	title  string
	xTitle string
	x      []float64
	lines  []seriesLine
	chosen int // the index of the x in force, -1 when none is
	shared bool
	bars   bool    // draw columns where there is room
	y      span    // of all lines, when shared
	of     []int32 // the place of each customer, nil when places are not of customers
	basis  model.Basis
}

type seriesLine struct {
	name string
	y    []float64
	span span
}

// NewSeries prepares a series.
func NewSeries(pr *message.Printer, s *model.Series) *Series {
	out := &Series{
		pr: pr, title: cell.Clean(s.Title.In(pr)), xTitle: cell.Clean(s.XTitle.In(pr)), x: s.X, chosen: -1, of: s.Of, basis: s.Basis,
	}
	for i, x := range s.X {
		if x == s.Chosen {
			out.chosen = i
		}
	}
	all := span{math.Inf(1), math.Inf(-1)}
	narrow, drawn := math.Inf(1), 0
	for _, l := range s.Lines {
		r := spanOf(l.Y)
		out.lines = append(out.lines, seriesLine{cell.Clean(l.Name.In(pr)), l.Y, r})
		if NewSample(l.Y).N() > 0 {
			all.lo, all.hi = min(all.lo, r.lo), max(all.hi, r.hi)
			narrow = min(narrow, r.hi-r.lo)
			drawn++
		}
	}
	out.y = all.settled()
	// A line is flattened to less than a quarter of the height by another's
	// scale: then each gets its own.
	out.shared = s.OneScale || s.Bars || drawn <= 1 || narrow >= (out.y.hi-out.y.lo)/4
	if out.bars = s.Bars && len(s.Lines) > 0 && out.y.lo >= 0; out.bars {
		out.y.lo = 0
	}
	return out
}

// Move implements [Chart]: left and right go through the settings, up and down
// through lines that differ in scale.
func (s *Series) Move(at Cursor, dx, dy, _, _ int) Cursor {
	if dx != 0 {
		at.X = step(at.X, dx, len(s.x))
	}
	if dy != 0 && s.single(at) >= 0 {
		at.Y = s.single(at)
		at.Y = step(at.Y, dy, len(s.lines))
	}
	return at
}

// Members implements [Chart]: the customers behind the place at the cursor; a
// setting has none.
func (s *Series) Members(at Cursor, _, _ int) []int32 { return holding(s.of, at.X) }

// Place implements [Placed]: the value at the cursor.
func (s *Series) Place(at Cursor, _, _ int) string {
	if at.X < 0 || at.X >= len(s.x) {
		return ""
	}
	return say(s.pr, "%s at %s", s.title, Short(s.x[at.X], ""))
}

// facts say what the lines are of, and which setting is in force.
func (s *Series) facts() []string {
	out := basisFacts(s.pr, s.basis)
	if s.chosen >= 0 {
		out = append(out, say(s.pr, "chosen %s", Short(s.x[s.chosen], "")))
	}
	return out
}

func (s *Series) readout(at Cursor) string {
	if at.X < 0 || at.X >= len(s.x) {
		return ""
	}
	out := say(s.pr, "at %s", Short(s.x[at.X], ""))
	for _, l := range s.lines {
		out = say(s.pr, "%s, %s %s", out, l.name, Short(l.y[at.X], ""))
	}
	return out
}

// Table implements [Chart].
func (s *Series) Table() Table {
	t := Table{Title: s.title, Head: []string{s.xTitle}, Notes: basisFacts(s.pr, s.basis)}
	for _, l := range s.lines {
		t.Head = append(t.Head, l.name)
	}
	for i, x := range s.x {
		row := []string{Full(x, "")}
		for _, l := range s.lines {
			row = append(row, Full(l.y[i], ""))
		}
		t.Rows = append(t.Rows, row)
	}
	if s.chosen >= 0 {
		t.Notes = append(t.Notes, say(s.pr, "chosen: %s", Short(s.x[s.chosen], "")))
	}
	return t
}

// View implements [Chart].
func (s *Series) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	c.footed = h >= 7
	heading(c, s.title, s.readout(at), s.facts())
	bottom := h
	if h >= 7 {
		bottom--
	}
	if len(s.x) == 0 {
		nothing(c, s.pr)
		return c.lines()
	}
	if panels := s.panels(w, 1, bottom); panels != nil {
		s.drawPanels(c, panels, at)
		if h >= 7 {
			c.fit(0, h-1, say(s.pr, "across: %s; each measure on an axis of its own", s.xTitle), w, cell.Left, t.Faint)
		}
		return c.lines()
	}
	only, y := s.single(at), s.y
	if only >= 0 {
		y = s.lines[only].span
	}
	f := newFrame(w, 1, bottom, s.across(), y, "")
	columns := s.columns(f)
	if h >= 7 {
		s.legend(c, h-1, s.signs(t, columns), only)
	}
	if f.ph == 0 {
		return c.lines()
	}
	d := f.draw(c)
	if columns != nil {
		s.drawColumns(d, columns, at)
		return c.lines()
	}
	s.guide(d, s.chosen, t.Glyphs.CutLine, t.Faint)
	s.guide(d, at.X, t.Glyphs.VRule, t.Accent)
	for i := len(s.lines) - 1; i >= 0; i-- {
		if only < 0 || i == only {
			s.line(d, i)
		}
	}
	s.settings(d)
	return c.lines()
}

// guide draws a vertical line at a setting.
func (s *Series) guide(f *framed, i int, glyph string, ink theme.Ink) {
	if i < 0 || i >= len(s.x) || !finite(s.x[i]) {
		return
	}
	for y := f.y0; y < f.y0+f.ph; y++ {
		f.set(f.column(s.x[i]), y, glyph, ink)
	}
}

// line draws one line, gaps where there is no value, and its markers.
func (s *Series) line(f *framed, i int) {
	l, ink := s.lines[i], s.ink(f.t, i)
	d := newDots(f.pw, f.ph)
	last := -1
	for k, y := range l.y {
		if !finite(y) || !finite(s.x[k]) {
			last = -1
			continue
		}
		if last >= 0 {
			d.line(f.dotX(s.x[last]), f.dotY(l.y[last]), f.dotX(s.x[k]), f.dotY(y))
		}
		last = k
	}
	for y := range f.ph {
		for x := range f.pw {
			if d.bits[y*f.pw+x] != 0 {
				f.set(f.x0+x, f.y0+y, f.sign(d, x, y), ink)
			}
		}
	}
	for k, y := range l.y {
		if !finite(y) || !finite(s.x[k]) {
			continue
		}
		mark, look := f.g.markers[i%len(f.g.markers)], ink
		if k == s.chosen {
			mark, look.Bold = f.g.chosen, true
		}
		f.set(f.column(s.x[k]), f.row(y), mark, look)
	}
}

// ink is the ink of a line. Lines are no segments and have none of their
// colours; markers tell them apart too.
func (s *Series) ink(t *theme.Theme, i int) theme.Ink {
	return [...]theme.Ink{theme.Of(t.Accent.FG, -1), t.Plain, t.Warn, t.Faint}[i%4]
}

// legend names the lines by their signs, and then the axis below, as far as
// there is room. Where only one is drawn it is first told how to see the others.
func (s *Series) legend(c *canvas, y int, signs [4]string, only int) {
	x := 0
	for i, l := range s.lines {
		name, ink := l.name, c.t.Plain
		switch {
		case only < 0:
		case i == only:
			name, ink = say(s.pr, "%s, of %d: up and down", l.name, len(s.lines)), c.t.Title
		default:
			ink = c.t.Faint
		}
		if x+2 >= c.w {
			return
		}
		c.set(x, y, signs[i%len(signs)], s.ink(c.t, i))
		w := min(cell.Width(name), c.w-x-2)
		c.fit(x+2, y, name, w, cell.Left, ink)
		x += w + 4
	}
	across := say(s.pr, "across: %s", s.xTitle)
	if s.xTitle != "" && x+cell.Width(across) <= c.w {
		c.text(x, y, across, c.t.Faint)
	}
}
