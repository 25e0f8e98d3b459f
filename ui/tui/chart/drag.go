package chart

import (
	"custseg/model"
	"custseg/ui/tui/cell"
)

// Draggable is a chart whose cuts the mouse can take hold of.
type Draggable interface {
	// CutAt returns the cut at a cell of a view of w by h, or beside it.
	CutAt(x, y, w, h int) (cut int, ok bool)
	// ValueAt returns the value at which a cut stands that is dragged to a cell.
	ValueAt(cut, x, y, w, h int) float64
}

// grasp is how many cells beside a cut still take hold of it.
const grasp = 1

// axisOf lays out the bottom axis of a view as View does.
func (h *Histogram) axisOf(w int) (*plot, Bins) {
	b := h.Bins(w)
	p := &plot{w: h.plotWidth(w), n: len(b.Counts)}
	if w >= narrowest {
		most := 0
		for _, k := range b.Counts {
			most = max(most, k)
		}
		p.x = cell.Width(Short(float64(most), model.Plain)) + 1
	}
	return p, b
}

// CutAt implements [Draggable].
func (h *Histogram) CutAt(x, y, w, height int) (cut int, ok bool) {
	p, b := h.axisOf(w)
	if len(b.Counts) == 0 || y < 1 || y >= height {
		return 0, false
	}
	best := grasp + 1
	for i, v := range h.bounds {
		if d := abs(p.cut(&b, v) - x); d < best {
			cut, best = i, d
		}
	}
	return cut, best <= grasp
}

// ValueAt implements [Draggable].
func (h *Histogram) ValueAt(_, x, _, w, _ int) float64 {
	p, b := h.axisOf(w)
	n := len(b.Counts)
	if n == 0 {
		return 0
	}
	place := min(max((float64(x-p.x)+.5)*float64(n)/float64(p.w), 0), float64(n))
	i := min(int(place), n-1)
	if b.Rule == Each {
		return b.Edges[i]
	}
	return b.Edges[i] + (place-float64(i))*(b.Edges[i+1]-b.Edges[i])
}

// CutAt implements [Draggable].
func (s *Scatter) CutAt(x, y, w, h int) (cut int, ok bool) {
	f := s.frame(w, h)
	if s.n == 0 || f.ph == 0 || x < f.x0 || y < f.y0 || y > f.y0+f.ph {
		return 0, false
	}
	best := grasp + 1
	for i, v := range s.xCuts {
		if d := abs(f.column(v) - x); finite(v) && d < best {
			cut, best = i, d
		}
	}
	for i, v := range s.yCuts {
		if finite(v) && f.row(v) == y && best > 0 { // rows are tall: only the line itself
			cut, best = len(s.xCuts)+i, 0
		}
	}
	return cut, best <= grasp
}

// ValueAt implements [Draggable].
func (s *Scatter) ValueAt(cut, x, y, w, h int) float64 {
	f := s.frame(w, h)
	if cut < len(s.xCuts) {
		return f.valueX(min(max(2*(x-f.x0), 0), 2*f.pw-1))
	}
	return f.valueY(min(max(4*(y-f.y0)+2, 0), 4*f.ph-1))
}
