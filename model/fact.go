package model

import (
	"math"
	"slices"
)

// The facts of a customer's orders that formulas ask for beside the measures.
const (
	FactPurchaseDays = "purchase_days" // different days with a purchase
	FactLastGap      = "last_gap"      // days between the last two of them, missing without
	FactProfit       = "line_profit"   // profit of the lines, less what returns take away; missing without
)

// The facts that are not of orders.
const (
	FactID       = "customer_id" // an input of words
	FactAsOf     = "as_of_day"   // the as-of date, as days from 1 January 1970
	FactAsOfYear = "as_of_year"
)

// Fact returns a fact of every customer, NaN where it is missing; nil when there
// are no orders that could tell it.
func (c *Customers) Fact(name string) []float64 {
	switch name {
	case FactAsOf, FactAsOfYear:
		return c.asOfFact(name == FactAsOfYear)
	case FactPurchaseDays, FactLastGap:
		return c.purchaseDays(name == FactLastGap)
	case FactProfit:
		return c.lineProfit()
	}
	return nil
}

// asOfFact is the as-of date of everyone, nil when there is none.
func (c *Customers) asOfFact(year bool) []float64 {
	if c.AsOf == NoDay {
		return nil
	}
	v := float64(c.AsOf)
	if year {
		v = float64(c.AsOf.Time().Year())
	}
	return slices.Repeat([]float64{v}, c.Len())
}

// purchaseDays counts days, or returns the last gap between them.
func (c *Customers) purchaseDays(gap bool) []float64 {
	o := c.orders
	if o == nil {
		return nil
	}
	out := make([]float64, c.Len())
	for i := range out {
		count, before, last := 0., NoDay, math.NaN()
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			day := DayOf(o.Time(l))
			if o.Back(l) || day == NoDay || day == before {
				continue
			}
			if before != NoDay {
				last = float64(day - before)
			}
			before = day
			count++
		}
		if out[i] = count; gap {
			out[i] = last
		}
	}
	return out
}

// lineProfit sums the profit of order lines: what was given back is lost, and a
// sale that was undone earned nothing.
func (c *Customers) lineProfit() []float64 {
	o := c.orders
	if o == nil {
		return nil
	}
	column, _ := o.Column("profit")
	profit, ok := column.(*Numbers)
	if !ok {
		return nil
	}
	out := make([]float64, c.Len())
	for i := range out {
		sum, lost, lines := 0., 0., 0
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			v := profit.At(int(o.Row[l]))
			switch undone := o.Back(l) && o.HasMoney() && o.Money(l) == 0; {
			case undone || !finiteNumber(v):
				continue
			case o.Back(l):
				v = -math.Abs(v)
			}
			sum, lost = addExactly(sum, lost, v)
			lines++
		}
		if out[i] = roundMoney(sum + lost); lines == 0 {
			out[i] = math.NaN()
		}
	}
	return out
}
