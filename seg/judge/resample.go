package judge

import (
	"cmp"
	"math"
	"slices"

	"custseg/seg/order"
)

// Outcome is what groups of customers are judged by: what followed of each row
// and what the groups should tell apart.
type Outcome struct {
	folds   Folds
	value   []float64
	yes     []bool
	traits  [][]float64 // less their means
	richest [][]int32   // the rows of each fold by descending value
}

// NewOutcome gathers what followed of rows in folds: a value, 0 or above, and
// whether something did. traits are values by row that groups separate; those
// that are not finite do not count.
func NewOutcome(f Folds, value []float64, yes []bool, traits [][]float64) *Outcome {
	o := &Outcome{folds: f, value: value, yes: yes}
	for _, t := range traits {
		o.traits = append(o.traits, centred(t))
	}
	for k := range f.N {
		rows := f.rows(k)
		slices.SortStableFunc(rows, func(a, b int32) int { return cmp.Compare(value[b], value[a]) })
		o.richest = append(o.richest, rows)
	}
	return o
}

// centred takes the mean off, so that sums of squares keep their digits.
func centred(values []float64) []float64 {
	sum, n := 0., 0.
	for _, v := range values {
		if order.Finite(v) {
			sum += v
			n++
		}
	}
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v - sum/n
	}
	return out
}

// Grouping is rows in groups, 0 to N-1, with what each group is worth to each
// fold: by value and by how many are yes.
type Grouping struct {
	of          []int32
	n           int
	worth, rate [][]float64
}

// Group learns what groups are worth, as [HeldOut] does.
func (o *Outcome) Group(of []int32, groups int) Grouping {
	again := make([]float64, len(o.yes))
	for i, yes := range o.yes {
		if yes {
			again[i] = 1
		}
	}
	return Grouping{of: of, n: groups, worth: worths(of, groups, o.folds, o.value), rate: worths(of, groups, o.folds, again)}
}

// Parts are figures of a grouping over a sample of the rows, NaN where there is
// none.
type Parts struct {
	Gini       float64 // as [Gains.Normalised]
	AUC        float64 // as [Ranking.AUC]
	Separation float64 // the mean of [EtaSquared] over the traits
}

// Perfect returns the sum over folds of what [Collect] measures orders by, for
// rows that count as often as weights say. It is the same for all groupings.
func (o *Outcome) Perfect(weights []uint8) float64 {
	sum := 0.
	for _, rows := range o.richest {
		var c curve
		for _, i := range rows {
			w := float64(weights[i])
			c.add(w, w*o.value[i])
		}
		sum += c.area()
	}
	return sum
}

// Parts judges a grouping by rows that count as often as weights say, given what
// Perfect says of them. What groups are worth stays as it was learned.
func (o *Outcome) Parts(g Grouping, weights []uint8, perfect float64) Parts {
	rows, value, yes := make([]float64, o.folds.N*g.n), make([]float64, o.folds.N*g.n), make([]float64, o.folds.N*g.n)
	for i, group := range g.of {
		if w := float64(weights[i]); w > 0 {
			at := int(o.folds.Of[i])*g.n + int(group)
			rows[at] += w
			value[at] += w * o.value[i]
			if o.yes[i] {
				yes[at] += w
			}
		}
	}
	area, right, pairs := 0., 0., 0.
	for k := range o.folds.N {
		from, to := k*g.n, (k+1)*g.n
		area += gainsOf(g.worth[k], rows[from:to], value[from:to])
		r, p := pairsOf(g.rate[k], rows[from:to], yes[from:to])
		right, pairs = right+r, pairs+p
	}
	return Parts{Gini: area / perfect, AUC: right / pairs, Separation: o.separation(g, weights)}
}

// byScore calls do with the groups of each score, the highest first.
func byScore(score []float64, do func(groups []int32)) {
	down := order.Descending(score)
	for from, to := 0, 0; from < len(down); from = to {
		for to = from; to < len(down) && score[down[to]] == score[down[from]]; to++ {
		}
		do(down[from:to])
	}
}

// curve adds up a curve of gains, from the first rows to the last.
type curve struct{ rows, total, under float64 }

func (c *curve) add(rows, value float64) {
	c.under += rows * (2*c.total + value)
	c.rows += rows
	c.total += value
}

// area is twice that above the diagonal, in units of the total; 0 of no rows.
func (c *curve) area() float64 {
	if !(c.total > 0) {
		return 0
	}
	return c.under/c.rows - c.total
}

// gainsOf is the area of the groups of a fold in the order of their scores.
func gainsOf(score, rows, value []float64) float64 {
	var c curve
	byScore(score, func(groups []int32) {
		n, sum := 0., 0.
		for _, g := range groups {
			n, sum = n+rows[g], sum+value[g]
		}
		c.add(n, sum)
	})
	return c.area()
}

// pairsOf counts the pairs of a yes and a no of a fold, and those of them in
// which yes has the higher score, ties half. A fold with fewer than two of
// either has none, as in [Rank].
func pairsOf(score, rows, yes []float64) (right, pairs float64) {
	above, noes := 0., 0.
	byScore(score, func(groups []int32) {
		n, y := 0., 0.
		for _, g := range groups {
			n, y = n+rows[g]-yes[g], y+yes[g]
		}
		right += n * (above + y/2)
		above, noes = above+y, noes+n
	})
	if above < 2 || noes < 2 {
		return 0, 0
	}
	return right, above * noes
}

// separation is the mean of η² over the traits in which the rows differ.
func (o *Outcome) separation(g Grouping, weights []uint8) float64 {
	sum, traits := 0., 0.
	for _, x := range o.traits {
		of, n := make([]float64, g.n), make([]float64, g.n)
		squares, all, rows := 0., 0., 0.
		for i, group := range g.of {
			if w := float64(weights[i]); w > 0 && order.Finite(x[i]) {
				n[group] += w
				of[group] += w * x[i]
				squares += w * x[i] * x[i]
			}
		}
		between := 0.
		for group := range of {
			all, rows = all+of[group], rows+n[group]
			if n[group] > 0 {
				between += of[group] * of[group] / n[group]
			}
		}
		if within := squares - all*all/rows; within > 0 {
			sum += (between - all*all/rows) / within
			traits++
		}
	}
	return sum / traits
}

// Resample counts how often each row is in a sample with replacement: as often
// as a Poisson variable of mean 1 says, drawn by id, so that neither the order
// nor the number of rows matters to a row (Poisson bootstrap; Chamandy et al.
// 2012). Another seed gives another sample.
func Resample(n int, id func(row int) string, seed uint64) []uint8 {
	out := make([]uint8, n)
	for i := range out {
		u, p, k := Chance(id(i), seed), math.Exp(-1), uint8(0)
		for ; u >= p && k < mostTimes; k++ {
			u -= p
			p /= float64(k + 1)
		}
		out[i] = k
	}
	return out
}

// mostTimes is more than a Poisson variable of mean 1 comes to.
const mostTimes = 16
