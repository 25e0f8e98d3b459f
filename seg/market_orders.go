package seg

import (
	"math"

	"custseg/model"
)

// What is said of growth that has no bounds.
const (
	mostGrowth = 10  // a segment without money before grows by so much
	year       = 365 // days
)

// fromOrders works out of the orders what describes market segments: size, their
// money of the last year; growth, that against the year before; margin, profit by
// money; share, their money by that of an average segment. It has those that the
// orders tell.
func (b *marketBase) fromOrders(in Input, s *model.Segmentation) []measured {
	var out []measured
	if last, before, period := b.periods(in); period > 0 {
		size := make([]float64, len(last))
		growth := make([]float64, len(last))
		for g := range last {
			size[g], growth[g] = last[g], growthAYear(last[g], before[g], period)
		}
		out = append(out, b.spread("size", model.P("Money of the last %d days", period), model.Money, size),
			b.spread("growth", model.P("Growth of money a year"), model.Percent, growth))
		s.Notes = append(s.Notes, model.P("Growth is that of the money of the last %d days against the %d before, at the rate of a year", period, period))
	}
	money := in.present(model.Monetary)
	if len(money) == 0 {
		return out
	}
	sums := b.sums(money[0].values)
	if profit, ok := in.lineProfit(); ok {
		margin := b.sums(profit.values)
		for g := range margin {
			margin[g] /= sums[g]
		}
		out = append(out, b.spread("margin", model.P("Profit by money"), model.Percent, margin))
	}
	mean := meanWithin(sums)
	for g := range sums {
		sums[g] /= mean
	}
	return append(out, b.spread("share", model.P("Money by that of an average segment"), model.Plain, sums))
}

// periods sums the money of each market segment in the last year and in the year
// before it, or in halves of the time there are orders of; of 0 days when that is
// not known.
func (b *marketBase) periods(in Input) (last, before []float64, period int) {
	o := in.Customers.Orders()
	if o == nil || !o.HasMoney() || !o.Dated() {
		return nil, nil, 0
	}
	asOf := in.Customers.AsOf
	period = min(year, int(asOf-in.Customers.First)/2)
	last, before = make([]float64, len(b.sizes)), make([]float64, len(b.sizes))
	var now, then []float64
	for i, g := range b.of {
		if g < 0 {
			continue
		}
		now, then = now[:0], then[:0]
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			switch day := model.DayOf(o.Time(l)); {
			case day == model.NoDay || !finite(o.Money(l)):
			case int(asOf-day) < period:
				now = append(now, o.Money(l))
			case int(asOf-day) < 2*period:
				then = append(then, o.Money(l))
			}
		}
		last[g] += sumSorted(now)
		before[g] += sumSorted(then)
	}
	return last, before, period
}

// growthAYear is the growth of money from a period to the next at the rate of a
// year: at least -1, at most [mostGrowth]; missing without money in either.
func growthAYear(last, before float64, period int) float64 {
	switch {
	case before <= 0 && last <= 0:
		return missing
	case before <= 0:
		return mostGrowth
	case last <= 0:
		return -1
	}
	return min(decimal(math.Pow(last/before, year/float64(period))-1), mostGrowth)
}

// sums adds up values by market segment.
func (b *marketBase) sums(values []float64) []float64 {
	out := make([]float64, len(b.sizes))
	for i, g := range b.of {
		if g >= 0 && finite(values[i]) {
			out[g] += values[i]
		}
	}
	return out
}

// spread gives each customer the value of their market segment.
func (b *marketBase) spread(id model.Measure, label model.Phrase, unit model.Unit, byGroup []float64) measured {
	values := make([]float64, len(b.of))
	for i, g := range b.of {
		values[i] = missing
		if g >= 0 {
			values[i] = byGroup[g]
		}
	}
	return measured{MeasureInfo: model.MeasureInfo{ID: id, Label: label, Unit: unit}, values: onlyFinite(values)}
}
