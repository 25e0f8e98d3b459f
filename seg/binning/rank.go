package binning

import (
	"math"

	"custseg/seg/order"
)

// Rank bins by rank: each value is ranked among the others, ties taking the
// lowest rank, and the range of the ranks, from 1 to the rank of the highest
// value, is cut into k equal right-closed widths, the first of which includes
// rank 1. So does R's cut(rank(x, ties.method = "min"), k). When all values are
// equal the ranks have no range and all are in bin 1, as by quantiles, where R
// would name the middle. Cuts are reported on the values: the highest value
// that bins 1..i hold. It panics when k < 1.
func Rank(values []float64, k int) Bins {
	b := newBins(len(values), k)
	ascending := order.Ascending(values)
	if len(ascending) == 0 {
		return b
	}
	b.Cuts = make([]float64, 0, k-1)
	span := 0 // ranks counted from 0, so the highest is the range
	eachTie(values, ascending, func(first, _ int) { span = first })
	bin := 1
	eachTie(values, ascending, func(first, end int) {
		// The lowest bin with first ≤ bin·span/k, in whole numbers.
		for bin*span < first*k {
			bin++
			b.Cuts = append(b.Cuts, values[ascending[first-1]])
		}
		for _, pos := range ascending[first:end] {
			b.put(pos, bin)
		}
	})
	highest := values[ascending[len(ascending)-1]]
	for len(b.Cuts) < k-1 { // all equal: nothing lies above bin 1
		b.Cuts = append(b.Cuts, highest)
	}
	return b
}

// Percentile returns the mid-rank percentile of each value, 0..1: the share of
// values below it plus half the share equal to it, itself included. Missing
// values have NaN and are not counted. The mean over the others is one half,
// whatever the ties.
func Percentile(values []float64) []float64 {
	out := make([]float64, len(values))
	for i := range out {
		out[i] = math.NaN()
	}
	ascending := order.Ascending(values)
	n := float64(2 * len(ascending))
	eachTie(values, ascending, func(first, end int) {
		p := float64(first+end) / n
		for _, pos := range ascending[first:end] {
			out[pos] = p
		}
	})
	return out
}

// eachTie calls visit with each run of equal values, as ascending[first:end].
func eachTie(values []float64, ascending []int32, visit func(first, end int)) {
	for first := 0; first < len(ascending); {
		end := first + 1
		for end < len(ascending) && values[ascending[end]] == values[ascending[first]] {
			end++
		}
		visit(first, end)
		first = end
	}
}
