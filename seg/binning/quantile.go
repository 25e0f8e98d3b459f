package binning

import (
	"math"
	"slices"

	"custseg/seg/order"
)

// Quantile bins by quantiles: cut i is the type-7 quantile at i/k, and a value
// is in the lowest bin whose cut is not below it. Cuts that coincide leave the
// bins between them empty, so the bin's number still tells where in the
// distribution a value stands. It panics when k < 1.
func Quantile(values []float64, k int) Bins { return byQuantiles(values, k, 0, false) }

// RRFM bins as R's package rfm does: cut i is the type-7 quantile at i/k plus
// one, and a bin holds lower ≤ v < upper. The one is in the units of the
// values, so this suits days, counts and whole money only. It panics when
// k < 1. Source: Hebbali, rfm 0.3, rfm_table_order.
func RRFM(values []float64, k int) Bins { return byQuantiles(values, k, 1, true) }

func byQuantiles(values []float64, k int, shift float64, rightOpen bool) Bins {
	b := newBins(len(values), k)
	b.RightOpen = rightOpen
	at, n := order.Ranked(values, func(n int) []int {
		if n == 0 {
			return nil
		}
		var places []int
		for i := range k - 1 {
			lo := (n - 1) * (i + 1) / k
			places = append(places, lo, min(lo+1, n-1))
		}
		return places
	})
	b.Cuts = cutsAt(n, func(place int) float64 { return at[place].Value }, k, shift)
	b.place(values)
	return b
}

// Fixed bins by given cuts: a value is in the lowest bin whose cut is not
// below it, so there is one bin more than cuts. The cuts are put in ascending
// order.
func Fixed(values, cuts []float64) Bins {
	b := newBins(len(values), len(cuts)+1)
	b.Cuts = slices.Sorted(slices.Values(cuts))
	b.place(values)
	return b
}

// Quantile7 returns the quantile at p, 0..1, of ascending values by linear
// interpolation at (n-1)p, NaN when there are none. Source: Hyndman & Fan 1996,
// definition 7, the default of R and NumPy.
func Quantile7(sorted []float64, p float64) float64 {
	if len(sorted) == 0 || math.IsNaN(p) {
		return math.NaN()
	}
	h := float64(len(sorted)-1) * min(max(p, 0), 1)
	// A position that is whole but for rounding is whole: .6 of 5 steps is 3.
	if whole := math.Round(h); math.Abs(h-whole) <= 4*epsilon*whole {
		h = whole
	}
	lo := math.Floor(h)
	return between(sorted[int(lo)], sorted[min(int(lo)+1, len(sorted)-1)], h-lo)
}

// epsilon is the distance from 1 to the next float64.
const epsilon = 0x1p-52

// quantileCuts returns the k-1 quantiles at i/k of ascending values, each plus
// shift; nil when there are no values.
func quantileCuts(sorted []float64, k int, shift float64) []float64 {
	return cutsAt(len(sorted), func(place int) float64 { return sorted[place] }, k, shift)
}

// cutsAt is [quantileCuts] of n values that are told by their places in ascending
// order. The positions are divided as whole numbers, so that a quantile that is a
// value of the data is exactly that.
func cutsAt(n int, at func(place int) float64, k int, shift float64) []float64 {
	if n == 0 {
		return nil
	}
	cuts := make([]float64, k-1)
	for i := range cuts {
		step := (n - 1) * (i + 1)
		lo := step / k
		cuts[i] = between(at(lo), at(min(lo+1, n-1)), float64(step%k)/float64(k)) + shift
	}
	return cuts
}

// between interpolates from a value towards the next by the fraction given.
// Rounding never takes it past either, so a cut between two values always parts
// them.
func between(a, b, fraction float64) float64 {
	if fraction == 0 {
		return a
	}
	return min(max(a*(1-fraction)+b*fraction, a), b)
}
