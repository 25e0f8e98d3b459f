package profile

import (
	"cmp"
	"math"
	"slices"
)

// rankBiserial returns the rank-biserial correlation of a group of n among all,
// from the sum of its mid-ranks, and the two-sided probability of the rank sum
// by chance: the normal approximation with the correction for continuity. ties
// is Σ(t³-t) over the runs of equal values. Beside nobody else a group has no
// effect.
func rankBiserial(rankSum float64, n, all int, ties float64) (effect, p float64) {
	n1, n2, total := float64(n), float64(all-n), float64(all)
	if n1 == 0 {
		return math.NaN(), math.NaN()
	}
	if n2 == 0 {
		return 0, 1
	}
	u := rankSum - n1*(n1+1)/2
	variance := n1 * n2 / 12 * (total + 1 - ties/(total*(total-1)))
	off := math.Max(0, math.Abs(u-n1*n2/2)-0.5)
	return 2*u/(n1*n2) - 1, twoSided(off / math.Sqrt(variance))
}

// proportions compares a share of yes among n with that among the others of
// all: Cohen's h, its effect, and the two-sided probability of Yates' χ².
func proportions(yes, n, allYes, all int) (h, effect, p float64) {
	rest := all - n
	if n == 0 {
		return math.NaN(), math.NaN(), math.NaN()
	}
	if rest == 0 {
		return 0, 0, 1
	}
	h = angle(yes, n) - angle(allYes-yes, rest)
	a, b := float64(yes), float64(n-yes)
	c, d := float64(allYes-yes), float64(rest-allYes+yes)
	total := float64(all)
	off := math.Max(0, math.Abs(a*d-b*c)-total/2)
	chi := off * math.Sqrt(total/((a+b)*(c+d)*(a+c)*(b+d)))
	return h, math.Erf(h / 2), twoSided(chi)
}

func angle(yes, n int) float64 { return 2 * math.Asin(math.Sqrt(float64(yes)/float64(n))) }

// twoSided is the probability that a standard normal is as far from 0 as z.
func twoSided(z float64) float64 {
	if math.IsNaN(z) { // nothing varies
		return 1
	}
	return math.Erfc(z / math.Sqrt2)
}

// correct fills in Q of the lines of a group. Those that are Used are no
// discoveries: among the others they would let chance pass.
func correct(lines []Line) {
	var tested []int
	for i := range lines {
		lines[i].Q = math.NaN()
		if !lines[i].Used && !math.IsNaN(lines[i].P) {
			tested = append(tested, i)
		}
	}
	slices.SortFunc(tested, func(a, b int) int { return cmp.Or(cmp.Compare(lines[a].P, lines[b].P), a-b) })
	least := 1.0
	for rank := len(tested); rank > 0; rank-- {
		l := &lines[tested[rank-1]]
		least = math.Min(least, l.P*float64(len(tested))/float64(rank))
		l.Q = least
	}
}
