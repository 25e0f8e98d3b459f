package btyd

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Customer is what the models know of one customer.
type Customer struct {
	X        float64 // repeat purchase occasions: a whole number, without the first
	Tx       float64 // time of the last purchase since the first, 0 when X is 0
	Duration float64 // T: time watched since the first purchase, Tx or more
}

// check returns an error that says what is wrong with a customer, nil for
// nothing.
func (c Customer) check() error {
	switch {
	case !(c.X >= 0) || c.X != math.Trunc(c.X) || c.X > mostPurchases:
		return fmt.Errorf("%v repeat purchases: wants a whole number up to %d", c.X, int(mostPurchases))
	case !(c.Duration >= 0) || math.IsInf(c.Duration, 0):
		return fmt.Errorf("watched for %v: wants a time of 0 or more", c.Duration)
	case !(c.Tx >= 0 && c.Tx <= c.Duration):
		return fmt.Errorf("last purchase at %v: wants a time of 0 to %v", c.Tx, c.Duration)
	case (c.X == 0) != (c.Tx == 0):
		return fmt.Errorf("%v repeat purchases and the last at %v: one is 0 and the other not", c.X, c.Tx)
	}
	return nil
}

// mostPurchases bounds x, far above what one customer can do.
const mostPurchases = 1e7

// Group is a number of equal customers.
type Group struct {
	Customer
	Count float64
}

// Sample is customers grouped where equal, sorted by X, then Duration, then
// Tx, so that results do not depend on the order of the customers.
type Sample struct {
	Groups    []Group
	Of        []int32 // the group of each customer given
	Customers int
	Repeaters int     // customers with X above 0
	Purchases float64 // repeat purchases in all
	Longest   float64 // the longest time watched
}

// NewSample groups customers. The error is an [*InvalidError] naming the first
// who cannot be, or [ErrNoTime] when nobody was watched for any time.
func NewSample(customers []Customer) (*Sample, error) {
	at := make([]int32, len(customers))
	for i, c := range customers {
		if err := c.check(); err != nil {
			return nil, &InvalidError{Place: i, Problem: err.Error()}
		}
		at[i] = int32(i)
	}
	slices.SortFunc(at, func(i, j int32) int { return compare(customers[i], customers[j]) })
	s := &Sample{Of: make([]int32, len(customers)), Customers: len(customers)}
	for _, i := range at {
		c := customers[i]
		if n := len(s.Groups); n == 0 || s.Groups[n-1].Customer != c {
			s.Groups = append(s.Groups, Group{Customer: c})
		}
		last := len(s.Groups) - 1
		s.Groups[last].Count++
		s.Of[i] = int32(last)
		if c.X > 0 {
			s.Repeaters++
		}
		s.Purchases += c.X
		s.Longest = max(s.Longest, c.Duration)
	}
	if s.Longest == 0 {
		return nil, ErrNoTime
	}
	return s, nil
}

func compare(a, b Customer) int {
	return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Duration, b.Duration), cmp.Compare(a.Tx, b.Tx))
}

// Frequencies counts the customers with 0, 1, 2 ... repeat purchases, and in
// the last of the k+1 numbers those with k or more.
func (s *Sample) Frequencies(k int) []float64 {
	out := make([]float64, k+1)
	for _, g := range s.Groups {
		out[int(min(g.X, float64(k)))] += g.Count
	}
	return out
}

// durations returns the distinct times watched with their customers, longest
// first.
func (s *Sample) durations() []Cohort {
	byTime := map[float64]float64{}
	for _, g := range s.Groups {
		byTime[g.Duration] += g.Count
	}
	out := make([]Cohort, 0, len(byTime))
	for t, n := range byTime {
		out = append(out, Cohort{Duration: t, Customers: n})
	}
	slices.SortFunc(out, func(a, b Cohort) int { return cmp.Compare(b.Duration, a.Duration) })
	return out
}

// rescaled returns the groups with their times divided by a unit.
func rescaled(groups []Group, unit float64) []Group {
	out := slices.Clone(groups)
	for i := range out {
		out[i].Tx /= unit
		out[i].Duration /= unit
	}
	return out
}

// thinned returns n groups of equal weight that stand for all: the customers at
// even distances in the order of the groups.
func thinned(groups []Group, n int) []Group {
	if len(groups) <= n {
		return groups
	}
	total := 0.
	for _, g := range groups {
		total += g.Count
	}
	out := make([]Group, 0, n)
	step := total / float64(n)
	below, taken := 0., 0. // customers up to here, and how many of the n stand for them
	for _, g := range groups {
		below += g.Count
		if upTo := math.Floor(below/step + 0.5); upTo > taken {
			g.Count = (upTo - taken) * step
			out = append(out, g)
			taken = upTo
		}
	}
	return out
}
