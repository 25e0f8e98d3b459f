package btyd

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// legendre holds Gauss and Legendre's nodes and weights on 0..1.
type legendre struct {
	few  [2][16]float64
	many [2][32]float64
}

func newLegendre() *legendre {
	var l legendre
	quad.Legendre{}.FixedLocations(l.few[0][:], l.few[1][:], 0, 1)
	quad.Legendre{}.FixedLocations(l.many[0][:], l.many[1][:], 0, 1)
	return &l
}

// integrate visits the nodes of 0..end with their weights. The integrand is
// analytic but for places at a distance of π from the real line, so that its
// error falls by some thirty powers of ten per panel; depth bounds how far its
// logarithm falls along the way.
func (l *legendre) integrate(end, depth float64, visit func(v, weight float64)) {
	if end <= 3 && depth <= 12 {
		for i, v := range l.few[0] {
			visit(v*end, l.few[1][i]*end)
		}
		return
	}
	const widest = 5
	panels := math.Ceil(end / widest)
	if depth > 60 {
		panels = math.Ceil(end / 1.5)
	}
	width := end / panels
	for p := range int(panels) {
		for i, v := range l.many[0] {
			visit((float64(p)+v)*width, l.many[1][i]*width)
		}
	}
}

// fallsTo shortens an interval 0..end to where the logarithm of an integrand,
// concave and 0 at 0, has fallen to about -50, and what follows counts for
// nothing. It returns the new end and how far the logarithm falls there.
func fallsTo(log func(float64) float64, end float64) (newEnd, depth float64) {
	const enough, more = 45, 60
	depth = -log(end)
	low := 0.
	for high := end; depth > more; {
		middle := (low + high) / 2
		if at := -log(middle); at < enough {
			low = middle
		} else {
			high, end, depth = middle, middle, at
		}
	}
	return end, depth
}
