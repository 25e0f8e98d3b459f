package chart

import (
	"math"
	"sort"
)

// Sample is a set of values prepared so that any binning and any quantile of
// it costs some searches instead of a pass over the values.
type Sample struct {
	sorted  []float64 // finite, ascending
	missing int
	whole   bool // every value is a whole number
}

// NewSample sorts a copy of the values. NaN and infinite values count as
// missing.
func NewSample(values []float64) *Sample {
	s := &Sample{sorted: make([]float64, 0, len(values)), whole: true}
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		s.sorted = append(s.sorted, v)
		s.whole = s.whole && v == math.Trunc(v)
	}
	s.missing = len(values) - len(s.sorted)
	sortFloats(s.sorted)
	return s
}

// N returns the number of values that are not missing.
func (s *Sample) N() int { return len(s.sorted) }

// Missing returns the number of values that are NaN or infinite.
func (s *Sample) Missing() int { return s.missing }

// Below returns the number of values less than v.
func (s *Sample) Below(v float64) int { return sort.SearchFloat64s(s.sorted, v) }

// UpTo returns the number of values not greater than v.
func (s *Sample) UpTo(v float64) int {
	return sort.Search(len(s.sorted), func(i int) bool { return s.sorted[i] > v })
}

// Quantile returns the p-quantile, p in 0..1, by linear interpolation between
// order statistics (type 7 of Hyndman and Fan, The American Statistician 50,
// 1996), NaN of nothing.
func (s *Sample) Quantile(p float64) float64 {
	n := len(s.sorted)
	if n == 0 {
		return math.NaN()
	}
	at := p * float64(n-1)
	i := min(int(at), n-1)
	j := min(i+1, n-1)
	f := at - float64(i)
	return s.sorted[i]*(1-f) + s.sorted[j]*f
}

// span returns the range to draw. Clipped, it leaves out a tail beyond the 1st
// or the 99th percentile that would take more of the axis than all the rest.
func (s *Sample) span(clip bool) (lo, hi float64) {
	lo, hi = s.sorted[0], s.sorted[len(s.sorted)-1]
	if !clip {
		return lo, hi
	}
	p1, p99 := s.Quantile(.01), s.Quantile(.99)
	body := p99 - p1
	if body <= 0 {
		return lo, hi
	}
	if p1-lo > body {
		lo = p1
	}
	if hi-p99 > body {
		hi = p99
	}
	return lo, hi
}
