package chart

import (
	"custseg/model"
	"custseg/ui/tui/cell"
)

// leastPanel is the height of the plot of a line that has a scale of its own.
const leastPanel = 3

// panels lays lines that differ in scale out above each other on the rows top to
// bottom-1, each below its name and with an axis of its own; the last has the
// bottom axis. It is nil where there is no room.
func (s *Series) panels(w, top, bottom int) []*frame {
	const axis = 2 // the bottom axis and its labels
	room := bottom - top - axis
	each := room / max(len(s.lines), 1)
	if s.shared || each < leastPanel+1 || w < narrowest {
		return nil
	}
	out := make([]*frame, len(s.lines))
	label, y := 0, top
	for i, l := range s.lines {
		h := each
		if i < room-each*len(s.lines) {
			h++
		}
		f := &frame{y0: y + 1, ph: h - 1, x: s.across(), y: l.span, axes: i == len(s.lines)-1}
		y += h
		f.yTicks = []float64{f.y.lo, f.y.hi} // round numbers between may be none
		f.labels = axisText(f.yTicks, model.Plain)
		for _, text := range f.labels {
			label = max(label, cell.Width(text))
		}
		out[i] = f
	}
	for _, f := range out {
		f.x0 = min(label, w/3) + 1
		f.pw = w - f.x0
	}
	return out
}

// across is the range of the settings, with a margin on both sides.
func (s *Series) across() span {
	r := spanOf(s.x)
	pad := (r.hi - r.lo) * .04
	return span{r.lo - pad, r.hi + pad}
}

// drawPanels draws the lines above each other.
func (s *Series) drawPanels(c *canvas, panels []*frame, at Cursor) {
	var last *framed
	for i, f := range panels {
		d := f.draw(c)
		s.guide(d, s.chosen, c.t.Glyphs.CutLine, c.t.Faint)
		s.guide(d, at.X, c.t.Glyphs.VRule, c.t.Accent)
		name, ink := s.lines[i].name, c.t.Plain
		if i == at.Y {
			ink = c.t.Title
		}
		c.set(f.x0, f.y0-1, d.g.markers[i%len(d.g.markers)], s.ink(c.t, i))
		c.fit(f.x0+2, f.y0-1, name, max(f.pw-2, 0), cell.Left, ink)
		s.line(d, i)
		last = d
	}
	s.settings(last)
}

// single is the one line that is drawn where lines differ in scale and have no
// room above each other, -1 where all are drawn.
func (s *Series) single(at Cursor) int {
	if s.shared || len(s.lines) < 2 {
		return -1
	}
	return min(max(at.Y, 0), len(s.lines)-1)
}

// settings labels the bottom axis, the setting in force first.
func (s *Series) settings(d *framed) {
	if s.chosen >= 0 {
		d.labelAs(s.x[s.chosen], Short(s.x[s.chosen], ""), d.t.Title)
	}
	for _, x := range s.x {
		d.label(x, Short(x, ""))
	}
}
