// Package why answers two questions about a customer of a segmentation: which
// values put them in their segment, and what is the nearest change that would
// put them in a better one. It asks the method itself, through
// [model.Placing], so that what it says holds for every method alike.
package why

import (
	"math"
	"slices"
	"sort"

	"custseg/model"
	"custseg/seg/order"
)

// Explainer explains the customers of one segmentation. It is safe for use by
// several goroutines.
type Explainer struct {
	customers *model.Customers
	s         *model.Segmentation
	inputs    []input
	ranks     []int // by segment, 0 the best, -1 for no better or worse
	// By money says that ranks are by the mean money of a segment's customers, for
	// the method itself does not hold any better.
	ByMoney bool
}

// input is one measure of the method with what is known of its values.
type input struct {
	model.Deciding
	sorted  []float64 // the finite values, ascending
	try     []float64 // the values to ask for, ascending: some of sorted, and both sides of each cut
	wide    []float64 // those, and values far beyond what customers have
	integer bool
	typical []float64 // by segment: the median, or the commonest word
}

// mostTried is how many values of the customers are asked for of each input;
// the boundary between two of them is then narrowed down.
const mostTried = 64

// New prepares to explain. Its time is that of sorting the inputs.
func New(c *model.Customers, s *model.Segmentation) *Explainer {
	e := &Explainer{customers: c, s: s}
	if s.Placing == nil {
		return e
	}
	for _, d := range s.Placing.Inputs {
		e.inputs = append(e.inputs, newInput(d, s))
	}
	e.rank()
	return e
}

func newInput(d model.Deciding, s *model.Segmentation) input {
	in := input{Deciding: d, integer: d.Words == nil}
	for _, i := range order.Ascending(d.Values) {
		v := d.Values[i]
		in.sorted = append(in.sorted, v)
		in.integer = in.integer && v == math.Trunc(v)
	}
	if d.Words == nil && len(in.sorted) > 0 {
		for k := range mostTried + 1 {
			in.try = append(in.try, in.sorted[k*(len(in.sorted)-1)/mostTried])
		}
		for _, c := range s.Cuts {
			if c.Measure == d.Measure {
				for _, cut := range c.Values {
					in.try = append(in.try, in.around(cut)...)
				}
			}
		}
	} else {
		for k := range d.Words {
			in.try = append(in.try, float64(k))
		}
	}
	slices.Sort(in.try)
	in.try = slices.Compact(in.try)
	in.widen()
	in.keepOnScale()
	in.typify(s)
	return in
}

// widen adds to the values to try some that no customer has yet, of what has no
// end: money, days and orders. A share or a score ends where its scale does, which
// nobody knows. Where none is below zero, values do not go there.
func (in *input) widen() {
	in.wide = slices.Clone(in.try)
	if in.Words != nil || len(in.sorted) == 0 || in.Unit != model.Money && in.Unit != model.Days && in.Unit != model.OrderCount {
		return
	}
	low, high := in.sorted[0], in.sorted[len(in.sorted)-1]
	span := max(high-low, math.Abs(high), 1)
	for _, times := range []float64{1, 4, 16, 64, 256} {
		in.wide = append(in.wide, high+times*span)
		if low < 0 {
			in.wide = append(in.wide, low-times*span)
		}
	}
	if low > 0 {
		in.wide = append(in.wide, 0)
	}
	in.wide = slices.DeleteFunc(in.wide, func(v float64) bool { return !order.Finite(v) })
	slices.Sort(in.wide)
	in.wide = slices.Compact(in.wide)
}

// keepOnScale takes what lies beyond the ends of the input's scale out of the
// values to try, and adds the ends.
func (in *input) keepOnScale() {
	if in.Ends == (model.Range{}) || in.Words != nil || len(in.sorted) == 0 {
		return
	}
	for _, values := range []*[]float64{&in.try, &in.wide} {
		kept := slices.DeleteFunc(append(*values, in.Ends.Low, in.Ends.High), func(v float64) bool { return !in.Ends.Holds(v) })
		slices.Sort(kept)
		*values = slices.Compact(kept)
	}
}

// around are the values at a cut and on both sides of it, of which a whole
// number may be none.
func (in *input) around(cut float64) []float64 {
	if in.integer && cut != math.Trunc(cut) {
		return []float64{in.before(cut), in.after(cut)}
	}
	return []float64{in.before(cut), cut, in.after(cut)}
}

// after and before are the next values of the input's kind beside one.
func (in *input) after(v float64) float64 {
	if in.integer {
		return math.Floor(v) + 1
	}
	return math.Nextafter(v, math.Inf(1))
}

func (in *input) before(v float64) float64 {
	if in.integer {
		return math.Ceil(v) - 1
	}
	return math.Nextafter(v, math.Inf(-1))
}

// typify finds the median of each segment, or its commonest word.
func (in *input) typify(s *model.Segmentation) {
	bySegment := make([][]float64, len(s.Segments))
	for i, v := range in.Values {
		if g := s.Of[i]; order.Finite(v) {
			bySegment[g] = append(bySegment[g], v)
		}
	}
	in.typical = make([]float64, len(bySegment))
	for g, values := range bySegment {
		in.typical[g] = math.NaN()
		if len(values) == 0 {
			continue
		}
		slices.Sort(values)
		in.typical[g] = values[(len(values)-1)/2]
		if in.Words != nil {
			in.typical[g] = commonest(values)
		}
	}
}

// commonest returns the value that comes most often of sorted ones, the first of
// equals.
func commonest(sorted []float64) float64 {
	best, most := sorted[0], 0
	for from, to := 0, 0; from < len(sorted); from = to {
		for to = from; to < len(sorted) && sorted[to] == sorted[from]; to++ {
		}
		if to-from > most {
			best, most = sorted[from], to-from
		}
	}
	return best
}

// rank takes the method's ranks, or else ranks segments by the mean money of
// their customers.
func (e *Explainer) rank() {
	if e.ranks = e.s.Placing.Ranks; e.ranks != nil {
		return
	}
	f, ok := e.customers.Feature(model.Monetary)
	if !ok {
		return
	}
	sum, n := make([]float64, len(e.s.Segments)), make([]float64, len(e.s.Segments))
	for i, v := range f.Values() {
		if order.Finite(v) {
			sum[e.s.Of[i]] += v
			n[e.s.Of[i]]++
		}
	}
	by := make([]int, 0, len(sum))
	e.ranks = make([]int, len(sum))
	for g := range sum {
		e.ranks[g] = -1
		if sum[g] /= n[g]; order.Finite(sum[g]) && !e.s.Segments[g].Unclassified {
			by = append(by, g)
		}
	}
	sort.SliceStable(by, func(a, b int) bool { return sum[by[a]] > sum[by[b]] })
	for place, g := range by {
		e.ranks[g] = place
	}
	e.ByMoney = true
}

// better reports whether segment a is better than b.
func (e *Explainer) better(a, b int) bool {
	if e.ranks == nil || a < 0 || a >= len(e.ranks) || b >= len(e.ranks) {
		return false
	}
	return e.ranks[a] >= 0 && (e.ranks[b] < 0 || e.ranks[a] < e.ranks[b])
}

// improvable reports whether any segment is better than one.
func (e *Explainer) improvable(now int) bool {
	for g := range e.s.Segments {
		if e.better(g, now) {
			return true
		}
	}
	return false
}

// at is the segment of customer i with changes.
func (e *Explainer) at(i int, with ...model.Change) int { return e.s.Placing.Segment(i, with...) }

// below is the share of customers with a lower value.
func (in *input) below(v float64) float64 {
	n, _ := slices.BinarySearch(in.sorted, v)
	return float64(n) / float64(len(in.sorted))
}

// share is the mid-rank percentile of a value among the customers', 0..1.
func (in *input) share(v float64) float64 { return order.MidRank(in.sorted, v) }
