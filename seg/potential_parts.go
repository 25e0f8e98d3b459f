package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// potentialParts are the parts of the score that have a weight and are known.
func (in Input) potentialParts(s *model.Segmentation) []part {
	weights := in.Params.Numbers("weights")
	var parts []part
	add := func(j int, ms ...measured) {
		if weights[j] == 0 {
			return
		}
		if len(ms) == 0 {
			s.Notes = append(s.Notes, []model.Phrase{model.P("This data has no growth: its weight falls to the other measures"),
				model.P("This data has no room for cross-selling, which needs categories of the orders: map a column with --map category=COLUMN. Its weight falls to the other measures"),
				model.P("This data has no recommend: its weight falls to the other measures")}[j])
			return
		}
		parts = append(parts, byPercentile(ms[0], weights[j]))
	}
	add(0, in.growth(s)...)
	add(1, in.room(s)...)
	add(2, in.present("recommend")...)
	return parts
}

// growth is how much more a customer brings: money in the second half of the time
// with orders over that in the first, less 1; missing for those who brought
// nothing in the first. What a purchase would do to it cannot be told: the halves
// move on with time. Without dated orders it is a column of that role.
func (in Input) growth(s *model.Segmentation) []measured {
	c, o := in.Customers, in.Customers.Orders()
	if o == nil || !o.HasMoney() || !o.Dated() {
		return in.present("growth")
	}
	middle := (int(c.First) + int(c.Last) + 1) / 2
	values := make([]float64, c.Len())
	for i := range values {
		values[i] = missing
		if before, after := moneyAround(o, i, middle); before > 0 {
			values[i] = decimal(after/before - 1)
		}
	}
	m := computed("growth", model.P("Growth"), model.Percent, values).going(model.Never)
	if !m.known() {
		return nil
	}
	m.column = in.besideOrders()
	m = m.toldDecimal(func() formula.Expr {
		on := formula.Bound{Is: formula.OnDay, Days: middle}
		before := formula.OnLines("money before "+model.Day(middle).String(), formula.Lines{Do: formula.LineMoney, Before: on})
		after := formula.OnLines("money from "+model.Day(middle).String(), formula.Lines{Do: formula.LineMoney, From: on})
		return formula.If(formula.Compare(before, formula.More, formula.Number(0)), formula.Sub(formula.Div(after, before), formula.Number(1)), formula.Missing())
	})
	if unknown := c.Len() - m.answered(); unknown > 0 {
		s.Notes = append(s.Notes, model.P("%d brought no money before %s, so that their growth is not known", unknown, model.Day(middle).String()))
	}
	return []measured{m}
}

// moneyAround is the money of customer i before a day and from it on.
func moneyAround(o *model.Orders, i, day int) (before, after float64) {
	var first, second []float64
	from, to := o.Lines(i)
	for l := from; l < to; l++ {
		switch {
		case o.Time(l) == model.NoDate:
		case int(model.DayOf(o.Time(l))) < day:
			first = append(first, o.Money(l))
		default:
			second = append(second, o.Money(l))
		}
	}
	return sumSorted(first), sumSorted(second)
}

// room is the share of categories that a customer has not bought of yet.
func (in Input) room(s *model.Segmentation) []measured {
	bought, all, ok := in.breadth(s, model.Category, "categories", model.P("Categories bought"))
	if !ok {
		return nil
	}
	m := computedBy("room", model.P("Room for cross-selling"), model.Percent, in.Customers.Len(), func(w whatIf) float64 {
		return max(0, 1-w.value(bought)/float64(all))
	}, bought).toldDecimal(func() formula.Expr {
		return formula.Max(formula.Number(0), formula.Sub(formula.Number(1), formula.Div(bought.expr(), formula.Number(all))))
	})
	m.column = bought.column
	return []measured{m}
}
