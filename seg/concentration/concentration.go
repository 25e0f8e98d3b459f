// Package concentration tells how unevenly a total is held: the Pareto curve
// of a descending sort, the Lorenz curve, the Gini coefficient and the share
// of the top customers.
//
// Shares are of the total of the positive values. A negative value, such as
// the money of a customer who returned more than was bought, holds nothing: it
// counts as a customer with 0, so that shares rise to 1 and never past it.
// NaN and ±Inf are missing and are not counted.
package concentration

import (
	"math"
	"slices"

	"custseg/seg/order"
)

// Curve is the Pareto curve: customers by descending value, and the share of
// the total that each and all before it hold.
type Curve struct {
	Order    []int32   // positions of the values, highest first, ties by position; nil of [Unplaced]
	Shares   []float64 // cumulative, 0..1, highest value first; NaN when the total is 0
	Total    float64   // of the positive values
	Positive int       // how many values are above 0; they come first
	Missing  int       // values that are not on the curve
}

// Pareto sorts the values and cumulates their shares.
func Pareto(values []float64) Curve {
	places := order.Descending(values)
	descending := make([]float64, len(places))
	for i, pos := range places {
		descending[i] = values[pos]
	}
	c := cumulated(descending, len(values))
	c.Order = places
	return c
}

// Unplaced is the Pareto curve without Order, which takes a third of the memory.
func Unplaced(values []float64) Curve {
	descending := order.FiniteValues(values)
	slices.Reverse(descending)
	return cumulated(descending, len(values))
}

// cumulated makes the curve of n values of those that are finite. It takes the slice.
func cumulated(descending []float64, n int) Curve {
	c := Curve{Shares: descending, Missing: n - len(descending)}
	var sum compensated
	for i, v := range descending {
		if v > 0 {
			sum.add(v)
			c.Positive++
		}
		c.Shares[i] = sum.value()
	}
	c.Total = sum.value()
	for i := range c.Shares {
		c.Shares[i] /= c.Total
	}
	return c
}

// rounding is how far a cumulative share may pass a limit and still be within
// it, so that four customers who hold a fifth each are within 80 %.
const rounding = 1e-12

// Within returns how many leading customers lie within a cumulative share:
// those whose share, with all before them, is not above the limit. With
// crossing, the customer who crosses the limit is one of them. Customers
// without a positive value never are.
func (c Curve) Within(limit float64, crossing bool) int {
	n := 0
	for n < c.Positive && c.Shares[n] <= limit+rounding {
		n++
	}
	reached := n > 0 && c.Shares[n-1] >= limit-rounding
	if crossing && n < c.Positive && limit > 0 && !reached {
		n++
	}
	return n
}

// TopShare returns the share of the total held by the top p, 0..1, of the n
// customers: the first ⌈n·p⌉ of the curve. NaN when the total is 0.
func (c Curve) TopShare(p float64) float64 {
	if !(c.Total > 0) {
		return math.NaN()
	}
	n := float64(len(c.Shares)) * p
	top := min(int(math.Ceil(n-rounding*n)), len(c.Shares))
	if top <= 0 {
		return 0
	}
	return c.Shares[top-1]
}

// Gini returns the Gini coefficient, 0 when all hold the same to (n-1)/n when
// one holds everything; NaN when the total is 0. It is the population form
// G = Σᵢ(2i-n-1)xᵢ / (n·Σxᵢ) over ascending xᵢ (Sen 1973, On Economic
// Inequality), as R's ineq, taken here as twice the area between the Pareto
// curve and the line of equality.
func (c Curve) Gini() float64 {
	if !(c.Total > 0) {
		return math.NaN()
	}
	var area compensated
	last := 0.
	for _, s := range c.Shares {
		area.add(last + s)
		last = s
	}
	return max(0, area.value()/float64(len(c.Shares))-1)
}

// Customers returns the cumulative share of customers at each place of the
// curve, 1/n to 1: the abscissa of Shares.
func (c Curve) Customers() []float64 {
	x := make([]float64, len(c.Shares))
	for i := range x {
		x[i] = float64(i+1) / float64(len(x))
	}
	return x
}

// Lorenz returns the points of the Lorenz curve, from (0,0) to (1,1): the share
// of the total, y, that the poorest share x of the customers hold. It has one
// point more than there are customers, and y is NaN but for the first when the
// total is 0.
func (c Curve) Lorenz() (x, y []float64) {
	n := len(c.Shares)
	x, y = make([]float64, n+1), make([]float64, n+1)
	for i := 1; i <= n; i++ {
		x[i] = float64(i) / float64(n)
		if i < n {
			y[i] = 1 - c.Shares[n-i-1]
		} else {
			y[i] = c.Shares[n-1]
		}
	}
	return x, y
}

// compensated is a running sum that keeps what rounding drops (Neumaier 1974),
// so that a cumulative share of a million customers is exact to its last
// digits.
type compensated struct{ sum, dropped float64 }

func (s *compensated) add(v float64) {
	t := s.sum + v
	if math.Abs(s.sum) >= math.Abs(v) {
		s.dropped += (s.sum - t) + v
	} else {
		s.dropped += (v - t) + s.sum
	}
	s.sum = t
}

func (s *compensated) value() float64 { return s.sum + s.dropped }
