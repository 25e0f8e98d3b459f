// Package binning scores values into ordered bins: by quantiles, by ranks, by
// given cuts, or by quantiles within the bins of another value.
//
// Values are per customer and keep their place. NaN and ±Inf are missing and
// are in bin 0. Equal values always share a bin, so the order of the values
// never matters. Bins are numbered from 1, the lowest values, to K.
package binning

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"custseg/seg/order"
)

// Bins tells the bin of each value.
type Bins struct {
	K       int   // bins asked for
	Of      []int // per value: 1..K, 0 when missing
	Sizes   []int // Sizes[b-1] values are in bin b; ties may leave a bin empty
	Missing int   // values in bin 0

	// Cuts are the K-1 boundaries on the values, ascending; those that ties made
	// coincide are repeated. Nil when there was no value to cut at, and for
	// [Nested], whose cuts differ by parent.
	Cuts []float64
	// RightOpen says that a bin holds lower ≤ v < upper. Otherwise it holds
	// lower < v ≤ upper.
	RightOpen bool
	// Reversed says that the lowest values are in bin K, as for recency.
	Reversed bool
}

// Occupied returns the number of bins that hold a value. It is below K when
// ties, or too few values, left bins empty.
func (b Bins) Occupied() int {
	n := 0
	for _, size := range b.Sizes {
		if size > 0 {
			n++
		}
	}
	return n
}

// Locate returns the bin that v belongs in by the cuts, 0 when v is missing or
// there are no cuts to tell by.
func (b Bins) Locate(v float64) int {
	if !order.Finite(v) || len(b.Cuts) != b.K-1 {
		return 0
	}
	bin := locate(b.Cuts, v, b.RightOpen)
	if b.Reversed {
		return b.K + 1 - bin
	}
	return bin
}

// Bounds returns the boundaries of a bin's values; the outermost are -Inf and
// +Inf. RightOpen tells which of the two belongs to the bin. Both are NaN when
// there are no cuts to tell by. It panics when bin is not in 1..K.
func (b Bins) Bounds(bin int) (lower, upper float64) {
	if bin < 1 || bin > b.K {
		panic(fmt.Sprintf("binning: bin %d of %d", bin, b.K))
	}
	if len(b.Cuts) != b.K-1 {
		return math.NaN(), math.NaN()
	}
	if b.Reversed {
		bin = b.K + 1 - bin
	}
	lower, upper = math.Inf(-1), math.Inf(1)
	if bin > 1 {
		lower = b.Cuts[bin-2]
	}
	if bin < b.K {
		upper = b.Cuts[bin-1]
	}
	return lower, upper
}

// Reverse returns the bins numbered the other way round, K+1-bin, so that the
// lowest values score highest. Missing stays 0, and the cuts stay as they are.
func Reverse(b Bins) Bins {
	of := make([]int, len(b.Of))
	for i, bin := range b.Of {
		if bin > 0 {
			of[i] = b.K + 1 - bin
		}
	}
	b.Of = of
	b.Sizes = slices.Clone(b.Sizes)
	slices.Reverse(b.Sizes)
	b.Reversed = !b.Reversed
	return b
}

// locate returns the bin of v, which is finite, 1..len(cuts)+1, among ascending cuts.
// Where there are few it counts those below v by the signs of differences, without a
// branch: which bin a value is in, a processor would guess wrong.
func locate(cuts []float64, v float64, rightOpen bool) int {
	const few = 16
	switch {
	case len(cuts) > few:
		return 1 + sort.Search(len(cuts), func(i int) bool { return v < cuts[i] || v == cuts[i] && !rightOpen })
	case rightOpen:
		bin := len(cuts) + 1
		for _, c := range cuts {
			bin -= negative(v - c)
		}
		return bin
	}
	bin := 1
	for _, c := range cuts {
		bin += negative(c - v)
	}
	return bin
}

// negative is 1 for a number below zero, which -0 is not, else 0.
func negative(v float64) int { return int(math.Float64bits(v+0) >> 63) }

// newBins returns k empty bins for n values, all of them missing so far.
func newBins(n, k int) Bins {
	if k < 1 {
		panic(fmt.Sprintf("binning: %d bins", k))
	}
	return Bins{K: k, Of: make([]int, n), Sizes: make([]int, k), Missing: n}
}

// put places the value at pos, missing until now, into a bin.
func (b *Bins) put(pos int32, bin int) {
	b.Of[pos] = bin
	b.Sizes[bin-1]++
	b.Missing--
}

// place puts the finite values into bins by the cuts.
func (b *Bins) place(values []float64) {
	for i, v := range values {
		if order.Finite(v) {
			b.put(int32(i), locate(b.Cuts, v, b.RightOpen))
		}
	}
}

// fill places the values at the positions given, which are in ascending order
// of value, by the cuts.
func (b *Bins) fill(values []float64, ascending []int32, cuts []float64) {
	bin := 1
	for _, pos := range ascending {
		v := values[pos]
		for bin <= len(cuts) && (v > cuts[bin-1] || v == cuts[bin-1] && b.RightOpen) {
			bin++
		}
		b.put(pos, bin)
	}
}

// pick returns the values at the positions given.
func pick(values []float64, positions []int32) []float64 {
	out := make([]float64, len(positions))
	for i, pos := range positions {
		out[i] = values[pos]
	}
	return out
}
