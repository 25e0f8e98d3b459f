package chart

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// span is the range of an axis, lo < hi.
type span struct{ lo, hi float64 }

// spanOf returns the range of the finite values, widened where they do not
// differ, and 0..1 of none.
func spanOf(values []float64) span {
	return span{math.Inf(1), math.Inf(-1)}.with(values).settled()
}

// settled returns the range as an axis can have it.
func (s span) settled() span {
	switch {
	case s.lo > s.hi:
		return span{0, 1}
	case distinct(s.lo, s.hi):
		return s
	case s.lo == 0 && s.hi == 0:
		return span{0, 1}
	}
	half := .05 * max(math.Abs(s.lo), math.Abs(s.hi))
	return span{max(s.lo-half, -math.MaxFloat64), min(s.hi+half, math.MaxFloat64)}
}

// with returns the range grown to hold the finite values.
func (s span) with(values []float64) span {
	for _, v := range values {
		if finite(v) {
			s.lo, s.hi = min(s.lo, v), max(s.hi, v)
		}
	}
	return s
}

// from0 returns the range grown to zero when zero is near.
func (s span) from0() span {
	if s.lo > 0 && s.lo < .4*s.hi {
		s.lo = 0
	}
	return s
}

// at returns where v is on n places, the ends of the range in the outer ones.
func (s span) at(v float64, n int) int {
	f := fraction(v, s.lo, s.hi)
	if !(f > 0) {
		return 0
	}
	return int(math.Round(min(f, 1) * float64(n-1)))
}

// fraction is (v-lo)/(hi-lo) without overflow.
func fraction(v, lo, hi float64) float64 { return (v/2 - lo/2) / (hi/2 - lo/2) }

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// frame is a plot with a left and a bottom axis: where the values stand in a
// view w cells wide.
type frame struct {
	x0, y0 int // the left upper cell of the plot
	pw, ph int // its cells
	x, y   span
	axes   bool // there is a bottom axis and a row of labels below it
	yTicks []float64
	labels []string // of yTicks
}

// newFrame lays a plot out on the rows top to bottom-1. The bottom axis is left
// out below four rows, the left one of a narrow view. A plot without a place
// has the height 0.
func newFrame(w, top, bottom int, x, y span, yUnit model.Unit) *frame {
	f := &frame{y0: top, pw: w, ph: max(bottom-top, 0), x: x, y: y}
	if w <= 0 {
		f.ph = 0
	}
	if f.axes = f.ph >= 4; f.axes {
		f.ph -= 2
	}
	if w >= narrowest && f.ph > 0 {
		f.yTicks = Ticks(y.lo, y.hi, max(f.ph/3, 2), false)
		f.labels = axisText(f.yTicks, yUnit)
		label := 0
		for _, s := range f.labels {
			label = max(label, cell.Width(s))
		}
		f.x0 = min(label, w/3) + 1
		f.pw -= f.x0
	}
	return f
}

// column and row return the cell of the view at which a value stands, dotX and
// dotY the braille dot of the plot.
func (f *frame) column(v float64) int { return f.x0 + f.dotX(v)/2 }
func (f *frame) row(v float64) int    { return f.y0 + f.dotY(v)/4 }
func (f *frame) dotX(v float64) int   { return f.x.at(v, 2*f.pw) }
func (f *frame) dotY(v float64) int   { return 4*f.ph - 1 - f.y.at(v, 4*f.ph) }

// valueX is the value at a dot of the plot, the inverse of dotX.
func (f *frame) valueX(dot int) float64 {
	k := float64(dot) / float64(max(2*f.pw-1, 1))
	return f.x.lo*(1-k) + f.x.hi*k
}

// valueY is the value at a dot of the plot, the inverse of dotY.
func (f *frame) valueY(dot int) float64 {
	k := float64(4*f.ph-1-dot) / float64(max(4*f.ph-1, 1))
	return f.y.lo*(1-k) + f.y.hi*k
}

// framed is a frame on a canvas.
type framed struct {
	*canvas
	*frame
	g     glyphs
	below *labels // the row of labels below the bottom axis
}

// draw draws the axes, without the labels of the bottom one.
func (f *frame) draw(c *canvas) *framed {
	d := &framed{c, f, glyphsOf(c.t), newLabels(c, f.y0+f.ph+1)}
	if f.axes {
		c.fill(f.x0, f.y0+f.ph, f.pw, c.t.Glyphs.HRule, c.t.Rule)
	}
	if f.x0 == 0 {
		return d
	}
	for i := range f.ph {
		c.set(f.x0-1, f.y0+i, d.g.axis, c.t.Rule)
	}
	if f.axes {
		c.set(f.x0-1, f.y0+f.ph, d.g.corner, c.t.Rule)
	}
	for i, v := range f.yTicks {
		c.fit(0, f.row(v), f.labels[i], f.x0-1, cell.Right, c.t.Faint)
		c.set(f.x0-1, f.row(v), d.g.tick, c.t.Rule)
	}
	return d
}

// label draws a tick with a word below the bottom axis, if there is room for
// it.
func (f *framed) label(v float64, s string) { f.labelAs(v, s, f.t.Faint) }

func (f *framed) labelAs(v float64, s string, ink theme.Ink) {
	x := f.column(v)
	if f.axes && f.below.place(x, s, ink) {
		f.set(x, f.y0+f.ph, f.t.Glyphs.TeeDown, f.t.Rule)
	}
}

// bottom draws round numbers below the bottom axis.
func (f *framed) bottom(u model.Unit) {
	for _, v := range Ticks(f.x.lo, f.x.hi, max(f.pw/8, 2), false) {
		f.label(v, tickText(v, u))
	}
}

// axisTitles names both axes on the last row.
func axisTitles(c *canvas, pr *message.Printer, x, y string) {
	if x != "" || y != "" {
		c.fit(0, c.h-1, say(pr, "across: %s; up: %s", x, y), c.w, cell.Left, c.t.Faint)
	}
}
