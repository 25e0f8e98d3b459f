package notation

import "math"

// Step is what is done to each number of a column, or day of one of dates, once it
// is read: first those of Blank become missing, then those beyond Low or High,
// which may be infinite, become these, or missing when Beyond, and then all are
// multiplied.
type Step struct {
	Blank     []Span // ascending
	Low, High float64
	Beyond    bool
	Times     float64
}

// Span is the numbers from one to another, both included.
type Span struct{ From, To float64 }

// Of is what becomes of a number, NaN for a missing one. Infinite ones are not
// drawn in.
func (s Step) Of(v float64) float64 {
	for _, b := range s.Blank {
		if v >= b.From && v <= b.To {
			return math.NaN()
		}
	}
	switch {
	case math.IsInf(v, 0):
	case s.Beyond && (v < s.Low || v > s.High):
		return math.NaN()
	default:
		v = min(max(v, s.Low), s.High)
	}
	return v * s.Times
}
