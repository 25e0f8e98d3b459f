// Package validate measures how well scores tell yes from no: folds for
// cross-validation, the area under the curve (AUC), gains and lift.
package validate

import (
	"math"
	"math/rand/v2"
	"slices"

	"custseg/seg/order"
)

// Folds deals rows to k folds of sizes that differ by at most one, and within
// each class too: class holds that of each row, 0 or more, or is nil. The same
// rows and seed are dealt the same.
func Folds(n, k int, class []int32, seed uint64) []int32 {
	at := make([]int32, n)
	for i := range at {
		at[i] = int32(i)
	}
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(n, func(i, j int) { at[i], at[j] = at[j], at[i] })
	if class != nil {
		slices.SortStableFunc(at, func(a, b int32) int { return int(class[a] - class[b]) })
	}
	out := make([]int32, n)
	for place, i := range at {
		out[i] = int32(place % k)
	}
	return out
}

// HeldOut is the place of each row among all rows by a model that was fitted
// without its fold, 0..k-1: the share of rows that this model scores lower, equal
// ones counting half. score is the scores of all rows by the model without a fold,
// nil without one. Models differ in their base rates, so that their scores do not
// compare; places among the same rows do, and rows that all models score alike
// have the same place. It is NaN where there is no score.
func HeldOut(fold []int32, k int, score func(fold int) []float64) []float64 {
	out := make([]float64, len(fold))
	for i := range out {
		out[i] = math.NaN()
	}
	for f := range k {
		for i, place := range order.MidRanks(score(f)) {
			if fold[i] == int32(f) {
				out[i] = place
			}
		}
	}
	return out
}

// AUC is the chance that a row that is yes has a higher score than one that is
// no, ties counting half: the Mann-Whitney statistic by mid-ranks (Hanley & McNeil
// 1982). Scores that are not finite are left out. It is NaN unless there are both.
func AUC(score []float64, yes []bool) float64 {
	up := order.Ascending(score)
	positives, negatives, ranks := 0., 0., 0.
	for from, to := 0, 0; from < len(up); from = to {
		for to = from; to < len(up) && score[up[to]] == score[up[from]]; to++ {
		}
		for _, i := range up[from:to] {
			if yes[i] {
				positives++
				ranks += float64(from+to+1) / 2
			} else {
				negatives++
			}
		}
	}
	return (ranks - positives*(positives+1)/2) / (positives * negatives)
}

// Bin is one of the parts of rows, of which the first have the highest scores.
type Bin struct {
	N, Yes        int
	Rate, Lift    float64 // share that is yes, and that by the share of all
	Reached, Gain float64 // share of all rows down to here, and of all that are yes
}

// Gains counts what is found in each of k parts of rows, and down to each. part is
// that of each row, -1 for those that do not count.
func Gains(part []int32, yes []bool, k int) []Bin {
	bins := make([]Bin, k)
	all, total := 0, 0
	for i, at := range part {
		if at < 0 {
			continue
		}
		bins[at].N++
		all++
		if yes[i] {
			bins[at].Yes++
			total++
		}
	}
	n, found := 0, 0
	for i := range bins {
		b := &bins[i]
		n, found = n+b.N, found+b.Yes
		b.Rate = float64(b.Yes) / float64(b.N)
		b.Lift = b.Rate * float64(all) / float64(total)
		b.Reached, b.Gain = float64(n)/float64(all), float64(found)/float64(total)
	}
	return bins
}

// Parts cuts rows into k equal parts by descending score. Equal scores stay
// together, where the middle of them lies; without a score it is -1.
func Parts(score []float64, k int) []int32 {
	down := order.Descending(score)
	part := make([]int32, len(score))
	for i := range part {
		part[i] = -1
	}
	for from, to := 0, 0; from < len(down); from = to {
		for to = from; to < len(down) && score[down[to]] == score[down[from]]; to++ {
		}
		at := (from + to - 1) * k / (2 * len(down))
		for _, i := range down[from:to] {
			part[i] = int32(at)
		}
	}
	return part
}
