package chart

import (
	"math"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// The radii of the largest bubble, as parts of both axes: a plot is about twice
// as wide as it is high.
const (
	bubbleAcross = .07
	bubbleUp     = .16
)

// goldenAngle sets dots evenly on a disc, as the seeds of a sunflower (Vogel, A
// better way to construct the sunflower head, 1979).
const goldenAngle = math.Pi * (3 - 2.23606797749979)

// bubbles are groups of customers who share one place: each is a disc of dots,
// its area by their number.
type bubbles struct {
	names []string
	of    []int32 // per customer, -1 for none
	n     []int
	x, y  []float64 // the places
	rx    []float64 // the radius across
	ry    []float64 // and up
}

// newBubbles prepares bubbles, nil of a scatter without.
func newBubbles(c *model.Scatter) *bubbles {
	if len(c.Bubbles) == 0 || len(c.Bubble) != len(c.X) {
		return nil
	}
	k := len(c.Bubbles)
	b := &bubbles{of: c.Bubble, n: make([]int, k), x: make([]float64, k), y: make([]float64, k), rx: make([]float64, k), ry: make([]float64, k)}
	for _, name := range c.Bubbles {
		b.names = append(b.names, cell.Clean(name))
	}
	for i, g := range c.Bubble {
		if g >= 0 && finite(c.X[i]) && finite(c.Y[i]) {
			b.n[g]++
			b.x[g], b.y[g] = c.X[i], c.Y[i]
		}
	}
	return b
}

// spread returns where the dots of the bubbles stand, and the axes, which hold
// all of them and the lines.
func (b *bubbles) spread(s *Scatter) (x, y []float64, xr, yr span) {
	most := 1
	var xs, ys []float64
	for g, n := range b.n {
		if most = max(most, n); n > 0 {
			xs, ys = append(xs, b.x[g]), append(ys, b.y[g])
		}
	}
	xr, yr = spanOf(append(xs, s.xCuts...)), spanOf(append(ys, s.yCuts...))
	wide, high := xr.hi-xr.lo, yr.hi-yr.lo
	x, y = make([]float64, len(s.x)), make([]float64, len(s.y))
	seen := make([]int, len(b.n))
	for i, g := range b.of {
		x[i], y[i] = math.NaN(), math.NaN()
		if g < 0 || !finite(s.x[i]) || !finite(s.y[i]) {
			continue
		}
		r := math.Sqrt(float64(b.n[g]) / float64(most))
		b.rx[g], b.ry[g] = r*bubbleAcross*wide, r*bubbleUp*high
		out, angle := r*math.Sqrt((float64(seen[g])+.5)/float64(b.n[g])), float64(seen[g])*goldenAngle
		seen[g]++
		x[i] = s.x[i] + out*math.Cos(angle)*bubbleAcross*wide
		y[i] = s.y[i] + out*math.Sin(angle)*bubbleUp*high
	}
	xr, yr = xr.with(x), yr.with(y)
	return x, y, span{xr.lo - .02*wide, xr.hi + .02*wide}, yr
}

// draw names each bubble beside it, where nothing else stands: the name of a part
// or another bubble.
func (b *bubbles) draw(f *framed, tagged func(g int) int) {
	for g, n := range b.n {
		if n == 0 {
			continue
		}
		name := b.names[g]
		w := min(cell.Width(name), f.pw)
		x, y := b.place(f, g, w)
		ink := f.t.Segment(tagged(g))
		ink.Bold = true
		f.text(x, y, cell.Fit(name, w, cell.Left), ink)
	}
}

// place returns where the name of bubble g, w cells wide, is written: the first
// of the places around it that is free, from its right on, and else the first
// that is in the plot.
func (b *bubbles) place(f *framed, g, w int) (x, y int) {
	right, left := f.column(b.x[g]+b.rx[g])+2, f.column(b.x[g]-b.rx[g])-1-w
	middle, row := f.column(b.x[g])-w/2, f.row(b.y[g])
	high := max(f.row(b.y[g])-f.row(b.y[g]+b.ry[g]), 0) + 1
	x, y = f.x0, min(row+1, f.y0+f.ph-1)
	found := false
	for _, at := range [][2]int{{right, row}, {left, row}, {middle, row + high}, {middle, row - high},
		{right, row + 1}, {right, row - 1}, {left, row + 1}, {left, row - 1}} {
		if at[0] < f.x0 || at[0]+w > f.x0+f.pw || at[1] < f.y0 || at[1] >= f.y0+f.ph {
			continue
		}
		if !found {
			x, y, found = at[0], at[1], true
		}
		if f.free(at[0]-1, at[1], w+2) {
			return at[0], at[1]
		}
	}
	return x, y
}

// free reports whether w cells of the plot from x on are empty.
func (f *framed) free(x, y, w int) bool {
	for i := max(x, f.x0); i < min(x+w, f.x0+f.pw); i++ {
		if !f.empty(i, y) {
			return false
		}
	}
	return true
}

// at returns the bubble that most of some customers are in.
func (b *bubbles) at(customers []int32) int {
	counts := make([]uint16, len(b.n))
	for _, i := range customers {
		if g := b.of[i]; g >= 0 {
			counts[g]++
		}
	}
	return majority(counts)
}
