package profile

import (
	"math"

	"custseg/model"
	"custseg/seg/binning"
	"custseg/seg/order"
)

// fewValues is how many different values make a median too coarse: answers from
// 0 to 10 have as many.
const fewValues = 11

// percentiles are those of a box.
var percentiles = [...]float64{0.05, 0.25, 0.5, 0.75, 0.95}

// amounts is a column of numbers in ascending order.
type amounts struct {
	line   Line
	values []float64 // per customer
	sorted []int32   // the customers with a value, ascending
	ends   []int32   // where each run of equal values ends in sorted
	ties   float64   // Σ(t³-t) over the runs
	sd     float64
}

func newAmounts(l Line, values []float64) *amounts {
	a := &amounts{line: l, values: values, sorted: order.Ascending(values)}
	a.ends, a.ties = runs(len(a.sorted), func(i int) float64 { return values[a.sorted[i]] })
	all := Figures{N: len(a.sorted), Mean: math.NaN(), Median: math.NaN()}
	if all.N > 0 {
		all.Mean = a.mean()
		all.Box = make([]float64, len(percentiles))
		ascending := make([]float64, all.N)
		for i, customer := range a.sorted {
			ascending[i] = values[customer]
		}
		for i, p := range percentiles {
			all.Box[i] = binning.Quantile7(ascending, p)
		}
		all.Median = all.Box[2]
	}
	a.line.All, a.line.few = all, len(a.ends) <= fewValues
	return a
}

// mean returns the mean, and keeps the standard deviation: 0 where there is
// nothing but rounding.
func (a *amounts) mean() float64 {
	n, sum, squares := float64(len(a.sorted)), 0., 0.
	for _, v := range a.values {
		if order.Finite(v) {
			sum += v
		}
	}
	mean := sum / n
	for _, v := range a.values {
		if order.Finite(v) {
			squares += (v - mean) * (v - mean)
		}
	}
	if a.sd = math.Sqrt(squares / n); a.sd < 1e-12*math.Abs(mean) {
		a.sd = 0
	}
	return mean
}

// runs returns where each run of equal values ends among n that ascend, and
// Σ(t³-t) over their lengths t.
func runs(n int, value func(i int) float64) (ends []int32, ties float64) {
	from := 0
	for i := 1; i <= n; i++ {
		if i == n || value(i) != value(from) {
			t := float64(i - from)
			ties += t*t*t - t
			ends = append(ends, int32(i))
			from = i
		}
	}
	return ends, ties
}

// rowNumbers reports whether the values number the rows: whole numbers, none
// missing, all different, where as many drawn at random between the same ends
// would have met: n(n-1)/2w pairs of n drawn from w are expected to be equal.
func (a *amounts) rowNumbers() bool {
	const expected = 5
	n := len(a.sorted)
	if n < 2 || n != len(a.values) || len(a.ends) != n {
		return false
	}
	for _, v := range a.values {
		if v != math.Trunc(v) {
			return false
		}
	}
	width := a.values[a.sorted[n-1]] - a.values[a.sorted[0]] + 1
	return float64(n)*float64(n-1)/2 >= expected*width
}

// lines implements [side]: none where the values do not vary.
func (a *amounts) lines() []Line {
	if a.sd == 0 {
		return nil
	}
	return []Line{a.line}
}

// tally is what the pass over a column gathers of one group.
type tally struct {
	n    int
	sum  float64
	rank float64 // sum of mid-ranks
	seen int32
	want int32 // the place, within the group, of the next value to be kept
	next int   // which of the values to be kept that is
	kept [2 * len(percentiles)]float64
}

// compare implements [side].
func (a *amounts) compare(g grouping, of func(group int) []Line) {
	tallies := make([]tally, g.count)
	for i, v := range a.values {
		if k := g.of[i]; k >= 0 && order.Finite(v) {
			tallies[k].n++
			tallies[k].sum += v
		}
	}
	for k := range tallies {
		tallies[k].want = placeOf(tallies[k].n, 0)
	}
	from := int32(0)
	for _, end := range a.ends {
		rank := float64(from+1+end) / 2
		for _, customer := range a.sorted[from:end] {
			k := g.of[customer]
			if k < 0 {
				continue
			}
			t := &tallies[k]
			t.rank += rank
			if t.seen == t.want {
				t.keep(a.values[customer])
			}
			t.seen++
		}
		from = end
	}
	for k := range tallies {
		a.finish(&of(k)[0], &tallies[k])
	}
}

// placeOf is the place among n ascending values of one of the two values that a
// percentile lies between: the first ones of all percentiles have even numbers.
func placeOf(n, number int) int32 {
	if number >= 2*len(percentiles) {
		return -1
	}
	at := int(float64(n-1)*percentiles[number/2]) + number%2
	return int32(min(at, n-1))
}

// keep takes the value at the place that is wanted, as often as it is wanted. In
// a small group two percentiles may lie between the same two values.
func (t *tally) keep(v float64) {
	for t.want >= 0 && t.want <= t.seen {
		if t.want == t.seen {
			t.kept[t.next] = v
		} else {
			t.kept[t.next] = t.kept[t.next-2]
		}
		t.next++
		t.want = placeOf(t.n, t.next)
	}
}

// finish turns a tally into the line of its group.
func (a *amounts) finish(l *Line, t *tally) {
	l.Here = Figures{N: t.n, Mean: math.NaN(), Median: math.NaN()}
	l.Z, l.H = math.NaN(), math.NaN()
	l.Effect, l.P = rankBiserial(t.rank, t.n, len(a.sorted), a.ties)
	if t.n == 0 {
		return
	}
	l.Here.Mean = t.sum / float64(t.n)
	l.Here.Box = make([]float64, len(percentiles))
	for i, p := range percentiles {
		h := float64(t.n-1) * p
		low, high := t.kept[2*i], t.kept[2*i+1]
		l.Here.Box[i] = low + (h-math.Floor(h))*(high-low)
	}
	l.Here.Median = l.Here.Box[2]
	l.Z = (l.Here.Mean - l.All.Mean) / a.sd
}

// daysOf returns dates as days since 1970-01-01, missing as NaN.
func daysOf(c *model.Dates) []float64 {
	out := make([]float64, len(c.Seconds()))
	for i, s := range c.Seconds() {
		out[i] = math.NaN()
		if s != model.NoDate {
			out[i] = float64(model.DayOf(s))
		}
	}
	return out
}
