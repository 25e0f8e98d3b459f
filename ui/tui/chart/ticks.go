package chart

import "math"

// decimal is a round number m·10^e. Its multiples are computed by one rounding
// each, so that 3 × 0.1 is the float64 nearest to 0.3 and data that was typed
// as 0.3 falls on it.
type decimal struct {
	m float64
	e int
}

func (d decimal) float() float64 { return d.times(1) }

func (d decimal) times(k float64) float64 {
	if d.e < 0 {
		return k * d.m / math.Pow10(-d.e)
	}
	return k * d.m * math.Pow10(d.e)
}

// index returns the k whose interval [k, k+1) of multiples holds v.
func (d decimal) index(v float64) float64 {
	k := math.Floor(v / d.float())
	for d.times(k) > v {
		k--
	}
	for d.times(k+1) <= v {
		k++
	}
	return k
}

// tickSteps and binSteps are the mantissas of round steps, in tenths so that
// 2.5 is whole. Bins have more to choose from, since a step that is too wide
// wastes the width of the screen.
var (
	tickSteps = [...]float64{10, 20, 25, 50}
	binSteps  = [...]float64{10, 15, 20, 25, 30, 40, 50, 60, 80}
)

// stepsFrom yields the round steps of at least v, in ascending order, without
// end.
func stepsFrom(v float64, mantissas []float64) func(yield func(decimal) bool) {
	return func(yield func(decimal) bool) {
		for e := int(math.Floor(math.Log10(v))); ; e++ {
			for _, m := range mantissas {
				if d := (decimal{m, e - 1}); d.float() >= v && !yield(d) {
					return
				}
			}
		}
	}
}

// Ticks returns at most n round numbers from lo to hi: multiples of 1, 2, 2.5
// or 5 times a power of ten. Whole asks for whole numbers. Without a range it
// returns lo alone.
func Ticks(lo, hi float64, n int, whole bool) []float64 {
	if n < 1 || !(hi-lo > math.Abs(hi)*1e-12) || math.IsInf(hi-lo, 0) || hi-lo < 1e-290 {
		return []float64{lo}
	}
	for d := range stepsFrom((hi-lo)/float64(n), tickSteps[:]) {
		if whole && d.float() != math.Trunc(d.float()) {
			continue
		}
		first := d.index(lo)
		if d.times(first) < lo {
			first++
		}
		last := d.index(hi)
		if last-first+1 > float64(n) {
			continue
		}
		var out []float64
		for k := first; k <= last; k++ {
			out = append(out, d.times(k)+0) // +0 turns -0 into 0
		}
		return out
	}
	panic("unreachable: the steps have no end")
}

// LogTicks returns at most n round numbers from lo to hi, both positive, for a
// logarithmic axis: powers of ten, or 1, 2 and 5 times them when there is room.
func LogTicks(lo, hi float64, n int) []float64 {
	from, to := int(math.Floor(math.Log10(lo))), int(math.Ceil(math.Log10(hi)))
	for _, within := range [][]float64{{1, 2, 5}, {1}} {
		var out []float64
		for e := from; e <= to; e++ {
			for _, m := range within {
				if v := (decimal{m, e}).float(); v >= lo && v <= hi {
					out = append(out, v)
				}
			}
		}
		if len(out) > 0 && len(out) <= n {
			return out
		}
		if len(within) == 1 && len(out) > 0 && n > 0 {
			return every(out, (len(out)+n-1)/n)
		}
	}
	return Ticks(lo, hi, n, false)
}

// every returns each k-th entry from the first.
func every(v []float64, k int) []float64 {
	var out []float64
	for i := 0; i < len(v); i += k {
		out = append(out, v[i])
	}
	return out
}
