package chart

import (
	"custseg/ui/tui/theme"
)

// titled reports whether a view has a line for the titles of the axes.
func (c *Curve) titled(h int) bool { return h >= 9 }

// frame lays out the plot of a view.
func (c *Curve) frame(w, h int) *frame {
	if c.titled(h) {
		h--
	}
	return newFrame(w, 1, h, c.xr, c.yr, c.yUnit)
}

// View implements [Chart].
func (c *Curve) View(t *theme.Theme, w, h int, at Cursor) []string {
	cv := newCanvas(t, w, h)
	if c.titled(h) {
		cv.footed = true
		axisTitles(cv, c.pr, c.xTitle, c.yTitle)
	}
	heading(cv, c.title, c.readout(at), c.facts())
	if len(c.x) == 0 {
		nothing(cv, c.pr)
		return cv.lines()
	}
	f := c.frame(w, h).draw(cv)
	if f.ph == 0 {
		return cv.lines()
	}
	c.drawMarks(f, at)
	c.drawCurve(f)
	c.drawTags(f)
	if at.Cut < 0 && at.X >= 0 && at.X < c.steps() {
		c.crosshair(f, c.stepX(at.X))
	}
	f.bottom(c.xUnit)
	return cv.lines()
}

// drawCurve draws the line, and below it the line of equality.
func (c *Curve) drawCurve(f *framed) {
	line, equal := newDots(f.pw, f.ph), newDots(f.pw, f.ph)
	half := (f.x.hi/2 - f.x.lo/2) / float64(2*f.pw-1)
	from, to := f.dotX(c.x[0]), f.dotX(c.x[len(c.x)-1])
	for dx := from; dx <= to; dx++ {
		lo, hi := c.slope(f.valueX(dx), half)
		line.line(dx, f.dotY(lo), dx, f.dotY(hi))
	}
	if c.diagonal {
		for dx := 0; dx < 2*f.pw; dx += 4 {
			equal.set(dx, (4*f.ph-1)-dx*(4*f.ph-1)/max(2*f.pw-1, 1))
		}
	}
	for y := range f.ph {
		for x := range f.pw {
			if equal.bits[y*f.pw+x] != 0 && f.empty(f.x0+x, f.y0+y) {
				f.set(f.x0+x, f.y0+y, f.sign(equal, x, y), f.t.Faint)
			}
			if line.bits[y*f.pw+x] == 0 {
				continue
			}
			ink := theme.Of(f.t.Accent.FG, -1)
			if s := c.owner(f.valueX(2*x + 1)); s >= 0 {
				ink = f.t.Segment(s)
			}
			f.set(f.x0+x, f.y0+y, f.sign(line, x, y), ink)
		}
	}
}

// sign returns the braille sign of a cell of a line, and without braille a sign
// of ASCII at about its height.
func (f *framed) sign(d *dots, x, y int) string {
	if f.t.Glyphs.Braille {
		return d.at(x, y)
	}
	const upper, lower = 0x01 | 0x08 | 0x02 | 0x10, 0x04 | 0x20 | 0x40 | 0x80
	switch b := d.bits[y*d.w+x]; {
	case b&lower == 0:
		return "'"
	case b&upper == 0:
		return "."
	case b == 0x02|0x10|0x04|0x20 || b&(0x01|0x08) == 0 || b&(0x40|0x80) == 0:
		return "-"
	}
	return "|"
}

// drawMarks draws a line down from the curve at each mark, and its name below
// the axis.
func (c *Curve) drawMarks(f *framed, at Cursor) {
	order := make([]int, 0, len(c.marks))
	if at.Cut >= 0 && at.Cut < len(c.marks) {
		order = append(order, at.Cut)
	}
	for i := range c.marks {
		if i != at.Cut {
			order = append(order, i)
		}
	}
	for _, i := range order {
		m := c.marks[i]
		if !(m.x >= f.x.lo && m.x <= f.x.hi) {
			continue
		}
		x := f.column(m.x)
		line, ink, label := f.t.Glyphs.CutLine, f.t.Faint, f.t.Title
		name := m.label
		if i == at.Cut {
			line, ink, label = f.t.Glyphs.VRule, f.t.Accent, f.t.Cursor
			name = f.t.Glyphs.StepLeft + name + f.t.Glyphs.StepRight
		}
		for y := f.y0; y < f.y0+f.ph; y++ {
			f.set(x, y, line, ink)
		}
		if f.axes {
			f.set(x, f.y0+f.ph, f.t.Glyphs.TeeUp, ink)
			f.below.place(x, name, label)
		}
	}
}

// drawTags writes the segments into the bottom axis, below the part of the
// curve that is theirs.
func (c *Curve) drawTags(f *framed) {
	if c.owners == nil || !f.axes {
		return
	}
	for from := 0; from < f.pw; {
		s, to := c.owner(f.valueX(2*from+1)), from+1
		for to < f.pw && c.owner(f.valueX(2*to+1)) == s {
			to++
		}
		if s >= 0 && to-from >= 3 {
			f.set(f.x0+(from+to-1)/2, f.y0+f.ph, f.t.Tag(s), f.t.Segment(s))
		}
		from = to
	}
}

// crosshair draws the cursor: lines to both axes and the point on the curve.
func (c *Curve) crosshair(f *framed, v float64) {
	x, y := f.column(v), f.row(c.value(v))
	for i := y + 1; i < f.y0+f.ph; i++ {
		if f.empty(x, i) {
			f.set(x, i, f.t.Glyphs.VRule, f.t.Accent)
		}
	}
	for i := f.x0; i < x; i++ {
		if f.empty(i, y) {
			f.set(i, y, f.t.Glyphs.Dot, f.t.Accent)
		}
	}
	f.set(x, y, f.g.markers[0], f.t.Accent)
	if f.axes {
		f.set(x, f.y0+f.ph, f.t.Glyphs.Up, f.t.Accent)
		f.below.place(x, tickText(v, c.xUnit), f.t.Cursor)
	}
}
