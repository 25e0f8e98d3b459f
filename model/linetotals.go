package model

import (
	"math"
	"slices"

	"custseg/model/formula"
)

// lineTotals is what lines of orders make together for every customer, nil when
// the orders cannot tell.
func (c *Customers) lineTotals(of formula.Lines) []float64 {
	o := c.orders
	if o == nil || of.Do == formula.LineMoney && !o.HasMoney() {
		return nil
	}
	counts := o.lineTest(of)
	if counts == nil {
		return nil
	}
	out := make([]float64, c.Len())
	var keys []int64
	for i := range out {
		sum, lost := 0., 0.
		keys = keys[:0]
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			if !counts(o.Row[l]) || !c.inStretch(of, o.Time(l)) {
				continue
			}
			switch back := o.Back(l); {
			case of.Do == formula.LineMoney:
				sum, lost = addExactly(sum, lost, o.Money(l))
			case !back && of.Do == formula.LineCount:
				sum++
			case !back:
				keys = append(keys, o.lineOrder(l))
			}
		}
		if out[i] = roundMoney(sum + lost); of.Do == formula.LineOrders {
			slices.Sort(keys)
			out[i] = float64(len(slices.Compact(keys)))
		}
	}
	return out
}

// lineTest returns what chooses rows of lines, nil without the column it is of.
func (o *Orders) lineTest(of formula.Lines) func(row int32) bool {
	if of.Test == formula.AllLines {
		return func(int32) bool { return true }
	}
	column, _ := o.Column(Role(of.By))
	switch c := column.(type) {
	case *Texts:
		codes, dict := c.Codes(), c.Dict
		chosen := make([]bool, dict.Len())
		words := of.Words()
		for k, word := range dict.All() {
			chosen[k] = slices.Contains(words, word)
		}
		return func(row int32) bool { return codes[row] >= 0 && chosen[codes[row]] }
	case *Numbers:
		values := c.Values()
		return func(row int32) bool {
			v := values[row]
			return finiteNumber(v) && (of.Test == formula.Given || v != 0)
		}
	}
	return nil
}

// inStretch reports whether a moment lies between the bounds of lines.
func (c *Customers) inStretch(of formula.Lines, at int64) bool {
	day := func(b formula.Bound) Day {
		if b.Is == formula.DaysAgo {
			return c.AsOf - Day(b.Days) + 1
		}
		return Day(b.Days)
	}
	if of.From.Is == formula.NoBound && of.Before.Is == formula.NoBound {
		return true
	}
	return at != NoDate && (of.From.Is == formula.NoBound || DayOf(at) >= day(of.From)) && (of.Before.Is == formula.NoBound || DayOf(at) < day(of.Before))
}

// lineOrder is equal for lines of one order within a customer: of one id, or
// without it of one day; a line with neither is an order.
func (o *Orders) lineOrder(line int) int64 {
	n := o.number(line)
	switch {
	case o.ids != nil && n >= 0:
		return int64(n)
	case o.Time(line) == NoDate:
		return math.MinInt64 + int64(line)
	}
	return -1<<40 - int64(DayOf(o.Time(line)))
}
