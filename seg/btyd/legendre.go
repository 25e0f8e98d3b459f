package btyd

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/integrate/quad"
)

// legendre holds Gauss and Legendre's rules on 0..1, from few nodes to many.
type legendre []rule

// rule is nodes and weights that are as good as exact on an interval up to the
// widest, along which the logarithm of the integrand falls by up to the deepest.
type rule struct {
	nodes, weights  []float64
	widest, deepest float64
}

// rules are made once: they never change.
var rules = sync.OnceValue(newLegendre)

// newLegendre makes rules for integrands that are analytic but for places at a
// distance of π from the real line: their errors are below 1e-13 of the whole.
func newLegendre() legendre {
	l := legendre{{widest: .7, deepest: 3}, {widest: 1.6, deepest: 6}, {widest: 3, deepest: 12}, {widest: 5, deepest: 60}}
	for i, n := range []int{8, 12, 16, 32} {
		l[i].nodes, l[i].weights = make([]float64, n), make([]float64, n)
		quad.Legendre{}.FixedLocations(l[i].nodes, l[i].weights, 0, 1)
	}
	return l
}

// integrate visits the nodes of 0..end with their weights. Where the last rule
// does not suffice the interval is cut into panels.
func (l legendre) integrate(end, depth float64, visit func(v, weight float64)) {
	for _, r := range l {
		if end <= r.widest && depth <= r.deepest {
			r.visit(0, end, visit)
			return
		}
	}
	last := l[len(l)-1]
	widest := last.widest
	if depth > last.deepest {
		widest = 1.5
	}
	panels := math.Ceil(end / widest)
	for p := range int(panels) {
		last.visit(float64(p)*end/panels, end/panels, visit)
	}
}

func (r rule) visit(from, width float64, visit func(v, weight float64)) {
	for i, v := range r.nodes {
		visit(from+v*width, r.weights[i]*width)
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
