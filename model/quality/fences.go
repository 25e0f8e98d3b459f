package quality

import "math"

// Fences are the limits beyond which a value is an outlier: the quartiles less
// or plus 1.5 (inner) and 3 (outer) interquartile ranges.
//
// Source: Tukey 1977, Exploratory Data Analysis, 2D. The quartiles are those of
// Hyndman & Fan 1996, definition 7, the default of R and NumPy.
type Fences struct {
	Q1, Q3              float64
	InnerLow, InnerHigh float64
	OuterLow, OuterHigh float64
}

const (
	innerStep = 1.5
	outerStep = 3
)

// fencesOf returns the fences of ascending finite values; ok is false when the
// middle half of the values is one value, which leaves nothing to judge by.
func fencesOf(sorted []float64) (f Fences, ok bool) {
	f.Q1, f.Q3 = quantile(sorted, 0.25), quantile(sorted, 0.75)
	spread := f.Q3 - f.Q1
	f.InnerLow, f.InnerHigh = f.Q1-innerStep*spread, f.Q3+innerStep*spread
	f.OuterLow, f.OuterHigh = f.Q1-outerStep*spread, f.Q3+outerStep*spread
	return f, spread > 0 && !math.IsInf(f.OuterHigh-f.OuterLow, 0)
}

// quantile returns the quantile at p, 0..1, of ascending values by linear
// interpolation at (n-1)p, NaN when there are none.
func quantile(sorted []float64, p float64) float64 {
	if len(sorted) == 0 {
		return math.NaN()
	}
	h := float64(len(sorted)-1) * p
	lo := int(h)
	if lo+1 == len(sorted) {
		return sorted[lo]
	}
	fraction := h - float64(lo)
	return sorted[lo]*(1-fraction) + sorted[lo+1]*fraction
}
