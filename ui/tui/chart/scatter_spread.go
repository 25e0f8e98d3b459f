package chart

import (
	"math"
	"slices"
	"sort"
)

// mostSteps is the number of values up to which an axis counts as steps, such as
// ratings.
const mostSteps = 25

// spreadPart is the part of the gap between two steps that dots are spread over.
const spreadPart = .7

// The strides of places that fill a square evenly: powers of the inverse of the
// plastic number (Roberts, The Unreasonable Effectiveness of Quasirandom
// Sequences, 2018).
const (
	strideX = 0.7548776662466927
	strideY = 0.5698402909980532
)

// spread returns where dots stand: at their values, or spread around them where
// both axes are steps, so that dots on the same place are seen to be many. No
// dot crosses a line.
func (s *Scatter) spread() (x, y []float64, spread bool) {
	xSteps, ySteps := steps(s.x), steps(s.y)
	if xSteps == nil || ySteps == nil {
		return s.x, s.y, false
	}
	return spreadOut(s.x, xSteps, s.xCuts, strideX), spreadOut(s.y, ySteps, s.yCuts, strideY), true
}

// steps returns the values in ascending order when they are few but more than
// one, else nil.
func steps(values []float64) []float64 {
	var out []float64
	for _, v := range values {
		if !finite(v) {
			continue
		}
		at, ok := slices.BinarySearch(out, v)
		switch {
		case ok:
		case len(out) == mostSteps:
			return nil
		default:
			out = slices.Insert(out, at, v)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// spreadOut moves each value by a part of the gap to its nearest neighbour.
func spreadOut(values, steps, cuts []float64, stride float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v
		if !finite(v) {
			continue
		}
		at := sort.SearchFloat64s(steps, v)
		gap := math.Inf(1)
		if at > 0 {
			gap = v - steps[at-1]
		}
		if at+1 < len(steps) {
			gap = min(gap, steps[at+1]-v)
		}
		_, turn := math.Modf(float64(i+1) * stride)
		to := v + (turn-.5)*spreadPart*gap
		if partOf(cuts, to) != partOf(cuts, v) {
			to = v + (v-to)/2 // to the other side, which has no line within half the way
		}
		if partOf(cuts, to) != partOf(cuts, v) {
			to = v
		}
		out[i] = to
	}
	return out
}
