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
// magnitude share the left axis; else each has a scale of its own, and the
// legend its range. Lines may be drawn as columns beside each other instead.
type Series struct {
	pr     *message.Printer
	title  string
	xTitle string
	x      []float64
	lines  []seriesLine
	chosen int // the index of the x in force, -1 when none is
	shared bool
	bars   bool // draw columns where there is room
	y      span // of all lines, when shared
}

type seriesLine struct {
	name string
	y    []float64
	span span
}

// NewSeries prepares a series.
func NewSeries(pr *message.Printer, s *model.Series) *Series {
	out := &Series{
		pr: pr, title: cell.Clean(s.Title.In(pr)), xTitle: cell.Clean(s.XTitle.In(pr)), x: s.X, chosen: -1,
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

// Move implements [Chart].
func (s *Series) Move(at Cursor, dx, _, _, _ int) Cursor {
	at.X = step(at.X, dx, len(s.x))
	return at
}

// Members implements [Chart]: a setting has no customers.
func (s *Series) Members(Cursor, int, int) []int32 { return nil }

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
	t := Table{Title: s.title, Head: []string{s.xTitle}}
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
	var facts []string
	if s.chosen >= 0 {
		facts = append(facts, say(s.pr, "chosen %s", Short(s.x[s.chosen], "")))
	}
	if !s.shared {
		facts = append(facts, say(s.pr, "each line on its own scale"))
	}
	heading(c, s.title, s.readout(at), facts)
	bottom := h
	if h >= 7 {
		bottom--
	}
	xr := spanOf(s.x)
	pad := (xr.hi - xr.lo) * .04
	f := newFrame(w, 1, bottom, span{xr.lo - pad, xr.hi + pad}, s.y, "")
	if !s.shared {
		f.x0, f.pw, f.yTicks = 0, w, nil
	}
	columns := s.columns(f)
	if h >= 7 {
		s.legend(c, h-1, s.signs(t, columns))
	}
	if len(s.x) == 0 {
		nothing(c, s.pr)
	}
	if f.ph == 0 || len(s.x) == 0 {
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
		s.line(d, i)
	}
	if s.chosen >= 0 {
		d.labelAs(s.x[s.chosen], Short(s.x[s.chosen], ""), t.Title)
	}
	for _, x := range s.x {
		d.label(x, Short(x, ""))
	}
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
	if !s.shared {
		own := *f.frame
		own.y = l.span
		f = &framed{f.canvas, &own, f.g, f.below}
	}
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

// legend names the lines by their signs, with their ranges where each has
// its own scale, and then the axis below, as far as there is room.
func (s *Series) legend(c *canvas, y int, signs [4]string) {
	names, need := make([]string, len(s.lines)), 0
	for i, l := range s.lines {
		names[i] = l.name
		if !s.shared {
			names[i] = say(s.pr, "%s %s to %s", l.name, Short(l.span.lo, ""), Short(l.span.hi, ""))
		}
		need += cell.Width(names[i]) + 4
	}
	if need-2 > c.w {
		for i, l := range s.lines {
			names[i] = l.name
		}
	}
	x := 0
	for i, name := range names {
		if x+2 >= c.w {
			return
		}
		c.set(x, y, signs[i%len(signs)], s.ink(c.t, i))
		w := min(cell.Width(name), c.w-x-2)
		c.fit(x+2, y, name, w, cell.Left, c.t.Plain)
		x += w + 4
	}
	across := say(s.pr, "across: %s", s.xTitle)
	if s.xTitle != "" && x+cell.Width(across) <= c.w {
		c.text(x, y, across, c.t.Faint)
	}
}
