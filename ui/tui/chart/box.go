package chart

import (
	"custseg/ui/tui/theme"
)

// Summary is a distribution in seven numbers. Quantiles are as
// [Sample.Quantile] computes them, NaN of nothing.
type Summary struct {
	N, Missing                             int
	Min, P5, Q1, Median, Q3, P95, Greatest float64
}

// Summarise describes values. NaN and infinite values count as missing.
func Summarise(values []float64) Summary { return NewSample(values).Summary() }

// Summary describes the sample.
func (s *Sample) Summary() Summary {
	return Summary{
		N: s.N(), Missing: s.missing,
		Min: s.Quantile(0), P5: s.Quantile(.05), Q1: s.Quantile(.25), Median: s.Quantile(.5),
		Q3: s.Quantile(.75), P95: s.Quantile(.95), Greatest: s.Quantile(1),
	}
}

// Box draws a box plot as one line of w cells on an axis from lo to hi: the box
// from the first to the third quartile, the median in it, whiskers to the 5th
// and the 95th percentile.
func Box(t *theme.Theme, s Summary, lo, hi float64, w int, ink theme.Ink) string {
	if w <= 0 {
		return ""
	}
	c := newCanvas(t, w, 1)
	drawBox(c, 0, 0, w, s, span{lo, hi}, ink)
	return c.lines()[0]
}

// drawBox draws a box plot on w cells from x.
func drawBox(c *canvas, x, y, w int, s Summary, r span, ink theme.Ink) {
	if s.N == 0 || w <= 0 {
		return
	}
	g := glyphsOf(c.t)
	low, q1, m := r.at(s.P5, w), r.at(s.Q1, w), r.at(s.Median, w)
	q3, high := r.at(s.Q3, w), r.at(s.P95, w)
	c.fill(x+low, y, high-low+1, c.t.Glyphs.HRule, ink)
	if low < q1 {
		c.set(x+low, y, g.whiskerLow, ink)
	}
	if high > q3 {
		c.set(x+high, y, g.whiskerHi, ink)
	}
	c.fill(x+q1, y, q3-q1+1, g.box, ink)
	median := c.t.Plain
	median.Bold = true
	c.set(x+m, y, g.median, median)
}
