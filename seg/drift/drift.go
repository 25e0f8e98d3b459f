// Package drift tells how far a distribution of numbers has moved between two
// times, by the population stability index. It takes plain slices and counts.
package drift

import (
	"math"

	"custseg/seg/order"

	"gonum.org/v1/gonum/stat/distuv"
)

// Bins counts values by ascending cuts: Counts[i] of them are at most Cuts[i] and
// above the cut before, the last of Counts above all.
type Bins struct {
	Cuts    []float64
	Counts  []int // one more than Cuts
	Missing int   // of values that are NaN
}

// Quantiles cuts values into so many parts of equal size, at values that occur.
// Where values tie, parts fall together and there are fewer.
func Quantiles(values []float64, parts int) Bins {
	place := func(n, k int) int { return (k*n+parts-1)/parts - 1 } // the least with k/parts of the values at or below it
	at, n := order.RankedAll(values, func(n int) []int {
		if n == 0 {
			return nil
		}
		var places []int
		for k := 1; k < parts; k++ {
			places = append(places, place(n, k))
		}
		return places
	})
	b := Bins{Missing: len(values) - n}
	below := 0 // values in the bins so far
	for k := 1; k < parts && n > 0; k++ {
		cut := at[place(n, k)]
		if cut.UpTo < n && !math.IsInf(cut.Value, 0) && (len(b.Cuts) == 0 || cut.Value > b.Cuts[len(b.Cuts)-1]) {
			b.Cuts, b.Counts = append(b.Cuts, cut.Value), append(b.Counts, cut.UpTo-below)
			below = cut.UpTo
		}
	}
	b.Counts = append(b.Counts, n-below)
	return b
}

// Count counts values by cuts, which ascend.
func Count(values, cuts []float64) Bins {
	b := Bins{Cuts: cuts, Counts: make([]int, len(cuts)+1)}
	for _, v := range values {
		if math.IsNaN(v) {
			b.Missing++
			continue
		}
		at := 0 // of a few cuts the processor foresees a walk better than a search
		for at < len(cuts) && cuts[at] < v {
			at++
		}
		b.Counts[at]++
	}
	return b
}

// Total is the number of values, missing ones too.
func (b Bins) Total() int {
	n := b.Missing
	for _, c := range b.Counts {
		n += c
	}
	return n
}

// Index returns the population stability index of two distributions over the
// same cuts,
//
//	Σ (now - then) ln(now / then)
//
// over the shares of each bin, missing values being one more where there are any
// (Lewis 1994, An Introduction to Credit Scoring). A bin that is empty on one
// side counts as half a value there, since the logarithm has none of nothing. It
// is NaN when a side has no values.
//
// Chance is what the index exceeds in one of twenty draws when nothing has
// changed: the index of two samples of n and m values is about (1/n + 1/m) times
// a chi-squared of one degree less than there are bins (Yurdakul & Naranjo 2020,
// Journal of Risk Model Validation 14).
func Index(then, now Bins) (index, chance float64) {
	n, m := then.Total(), now.Total()
	if n == 0 || m == 0 || len(then.Counts) != len(now.Counts) {
		return math.NaN(), math.NaN()
	}
	bins := 0
	add := func(before, after int) {
		if before == 0 && after == 0 {
			return
		}
		bins++
		e, a := math.Max(float64(before), .5)/float64(n), math.Max(float64(after), .5)/float64(m)
		index += (a - e) * math.Log(a/e)
	}
	for i := range then.Counts {
		add(then.Counts[i], now.Counts[i])
	}
	add(then.Missing, now.Missing)
	if bins > 1 {
		chance = (1/float64(n) + 1/float64(m)) * distuv.ChiSquared{K: float64(bins - 1)}.Quantile(1-oneOfTwenty)
	}
	return index, chance
}

const oneOfTwenty = .05

// Size is how much a distribution has moved.
type Size uint8

// The sizes.
const (
	Small Size = iota
	Some
	Large
)

// Sized says how much an index is by the usual thresholds of credit scoring:
// below 0.1 no change to speak of, above 0.25 a large one (Siddiqi 2006, Credit
// Risk Scorecards). What chance may make is small.
func Sized(index, chance float64) Size {
	const some, large = .1, .25
	switch {
	case index <= chance || index < some:
		return Small
	case index <= large:
		return Some
	}
	return Large
}
