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

// Ranked replaces scores by their places among those of their fold, 0..k-1: the
// share of these that are lower, equal ones counting half. Each fold's scores come
// from a model of its own, whose base rate is the higher the fewer yes the fold
// holds back: as they are, scores of several folds rank them the wrong way round.
// Scores that are not finite are NaN.
func Ranked(score []float64, fold []int32, k int) []float64 {
	out := make([]float64, len(score))
	for f := range int32(k) {
		var rows []int32
		var own []float64
		for i, v := range score {
			if fold[i] == f {
				rows, own = append(rows, int32(i)), append(own, v)
				out[i] = math.NaN()
			}
		}
		up := order.Ascending(own)
		for from, to := 0, 0; from < len(up); from = to {
			for to = from; to < len(up) && own[up[to]] == own[up[from]]; to++ {
			}
			for _, at := range up[from:to] {
				out[rows[at]] = float64(from+to) / 2 / float64(len(up))
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

// Bin is one of the equal parts of rows by descending score.
type Bin struct {
	N, Yes        int
	Lowest        float64 // score in it, NaN when it is empty
	Rate, Lift    float64 // share that is yes, and that by the share of all
	Reached, Gain float64 // share of all rows down to here, and of all that are yes
}

// Gains cuts rows into k equal parts by descending score and counts what is
// found down to each. Equal scores stay together, where the middle of them lies.
// bin is that of each row, -1 without a score.
func Gains(score []float64, yes []bool, k int) (bins []Bin, bin []int32) {
	down := order.Descending(score)
	bins, bin = make([]Bin, k), make([]int32, len(score))
	for i := range bin {
		bin[i] = -1
	}
	total := 0
	for from, to := 0, 0; from < len(down); from = to {
		for to = from; to < len(down) && score[down[to]] == score[down[from]]; to++ {
		}
		at := (from + to - 1) * k / (2 * len(down))
		for _, i := range down[from:to] {
			bin[i] = int32(at)
			bins[at].N++
			if yes[i] {
				bins[at].Yes++
				total++
			}
		}
		bins[at].Lowest = score[down[from]]
	}
	n, found := 0, 0
	for i := range bins {
		b := &bins[i]
		n, found = n+b.N, found+b.Yes
		b.Rate = float64(b.Yes) / float64(b.N)
		b.Lift = b.Rate * float64(len(down)) / float64(total)
		b.Reached, b.Gain = float64(n)/float64(len(down)), float64(found)/float64(total)
	}
	return bins, bin
}
