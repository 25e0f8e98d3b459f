package chart

import (
	"math"

	"custseg/model"
)

// Placed is a chart that can say in words which of its customers are at the
// cursor, for the title of a list of them.
type Placed interface {
	Chart
	// Place names the place at the cursor of a view of w by h, nothing when it is
	// nowhere.
	Place(at Cursor, w, h int) string
}

// Place implements [Placed]: the range of the bin, such as "Monetary 400 to 800".
func (h *Histogram) Place(at Cursor, w, _ int) string {
	b := h.Bins(w)
	if at.X < 0 || at.X >= len(b.Counts) {
		return ""
	}
	switch b.Rule {
	case Single:
		return say(h.pr, "%s %s", h.name, Short(h.sample.Quantile(.5), h.unit))
	case Each:
		return say(h.pr, "%s %s", h.name, Short(b.Edges[at.X], h.unit))
	}
	return say(h.pr, "%s %s to %s", h.name, h.number(b.Edges[at.X]), Short(b.Edges[at.X+1], h.unit))
}

// Place implements [Placed]: the row and the column of the cell.
func (g *Grid) Place(at Cursor, _, _ int) string {
	if at.X < 0 || at.X >= len(g.cols) || at.Y < 0 || at.Y >= len(g.rows) {
		return ""
	}
	return say(g.pr, "%s × %s", g.rowNames[at.Y], g.colNames[at.X])
}

// Place implements [Placed]: how far along the curve its customers are taken.
// Those of a curve that is compared with the line of equality are the largest.
func (c *Curve) Place(at Cursor, _, _ int) string {
	if at.X < 0 || at.X >= c.steps() {
		return ""
	}
	x := Short(c.stepX(at.X), c.xUnit)
	if c.diagonal && len(c.order) > 0 {
		return say(c.pr, "%s, top %s", c.title, x)
	}
	return say(c.pr, "%s, %s up to %s", c.title, c.xTitle, x)
}

// Place implements [Placed]: the values in the middle of the cell, as exactly as
// the cell is narrow.
func (s *Scatter) Place(at Cursor, w, h int) string {
	f := s.frame(w, h)
	if at.X < 0 || at.X >= f.pw || at.Y < 0 || at.Y >= f.ph {
		return ""
	}
	if s.bubbles != nil {
		if in := s.inside(f, at); len(in) > 0 {
			return say(s.pr, "%s: %s", s.title, s.bubbles.names[s.bubbles.at(in)])
		}
	}
	x0, x1 := f.valueX(2*at.X), f.valueX(2*at.X+1)
	y0, y1 := f.valueY(4*at.Y), f.valueY(4*at.Y+3)
	return say(s.pr, "%s near %s × %s", s.title, middle(x0, x1), middle(y1, y0))
}

// middle writes the middle of a range to the decimal place of its width.
func middle(lo, hi float64) string {
	v := lo/2 + hi/2
	if place := math.Pow(10, math.Floor(math.Log10(hi-lo))); place > 0 && finite(v/place) {
		v = math.Round(v/place) * place
	}
	return Short(v+0, model.Plain) // +0 turns -0 into 0
}
