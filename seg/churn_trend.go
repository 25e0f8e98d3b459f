package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// churnByTrend compares the orders of the last days with those of as many days
// before.
func churnByTrend(s *model.Segmentation, in Input, d *purchaseDays) error {
	if d.days == nil {
		return paramErrorf("rule", "trend needs orders with dates: map order_date with --map order_date=COLUMN, or set rule=gap")
	}
	length := in.Params.Int("days")
	recent, before := d.periods(length)
	risk := computedBy("fall", model.P("Fall of orders"), model.Percent, len(d.days), func(w whatIf) float64 {
		return fallOfOrders(d.recentOf(w, recent, length), w.value(before))
	}, recent, before, d.recency).toldDecimal(func() formula.Expr { return fallExpr(recent.expr(), before.expr()) })
	if err := churnBands("high-fall", "medium-fall").place(s, in.Params, risk, d.without(risk)); err != nil {
		return err
	}
	silent := 0
	for i, n := range recent.values {
		if n == 0 && before.values[i] == 0 {
			silent++
		}
	}
	if silent > 0 {
		s.Notes = append(s.Notes, model.P("%d customers ordered in neither period: they count as having fallen by 100%%", silent))
	}
	use(s, risk, recent, before)
	s.Fit = append(churnShares(s), model.Fit{Name: "silent_share", Value: float64(silent) / float64(len(d.days))})
	s.Charts = histograms(s, risk)
	return nil
}

// periods count the orders of the last days and of as many days before, as
// frequency counts them, missing of customers without any purchase.
func (d *purchaseDays) periods(length int) (recent, before measured) {
	last, earlier := make([]float64, len(d.days)), make([]float64, len(d.days))
	for i, days := range d.days {
		if len(days) == 0 {
			last[i], earlier[i] = missing, missing
			continue
		}
		for _, made := range d.orders.History(i) {
			switch age := int(d.asOf - model.DayOf(made.Time)); {
			case made.Return || made.Time == model.NoDate:
			case age < length:
				last[i]++
			case age < 2*length:
				earlier[i]++
			}
		}
	}
	recent = computed("orders_recent", model.P("Orders of the last %d days", length), model.Plain, last)
	before = computed("orders_before", model.P("Orders of the %d days before", length), model.Plain, earlier)
	within := func(name string, from, before formula.Bound) func() formula.Expr {
		return func() formula.Expr {
			if !d.ordersOfOneDay() {
				return formula.Untold{What: "the day of an order whose lines are of several days"}
			}
			return formula.If(formula.Known{Of: d.recency.expr()}, formula.OnLines(name, formula.Lines{Do: formula.LineOrders, From: from, Before: before}), formula.Missing())
		}
	}
	middle := formula.Bound{Is: formula.DaysAgo, Days: length}
	recent = recent.told(within("orders of the last days", middle, formula.Bound{}))
	before = before.told(within("orders of the days before", formula.Bound{Is: formula.DaysAgo, Days: 2 * length}, middle))
	recent.role, before.role = model.Role(model.Frequency), model.Role(model.FirstOrder) // more can come, the past does not change
	return recent, before
}

// ordersOfOneDay reports whether the lines of each order are of one day.
func (d *purchaseDays) ordersOfOneDay() bool {
	for i := range d.days {
		for _, lines := range d.orders.HistoryLines(i) {
			for _, l := range lines[1:] {
				if model.DayOf(d.orders.Time(int(l))) != model.DayOf(d.orders.Time(int(lines[0]))) {
					return false
				}
			}
		}
	}
	return true
}

// recentOf is the orders of the last days as they are or would be: a recency
// that falls within them is one more.
func (d *purchaseDays) recentOf(w whatIf, recent measured, length int) float64 {
	n := w.value(recent)
	if _, told := w.changed(string(recent.ID)); told {
		return n
	}
	if recency := w.value(d.recency); recency < d.recency.values[w.i] && recency < float64(length) {
		n++
	}
	return n
}

// fallExpr is [fallOfOrders] in a formula.
func fallExpr(recent, before formula.Expr) formula.Expr {
	none := formula.Number(0)
	return formula.Choice{Cases: []formula.Case{
		{If: formula.Compare(before, formula.More, none), Then: formula.Div(formula.Sub(before, recent), before)},
		{If: formula.Compare(recent, formula.More, none), Then: none},
		{If: formula.Compare(recent, formula.Equals, none), Then: formula.Number(1)},
	}, Else: formula.Missing()}
}

// fallOfOrders is the share by which orders fell. Who had none before is new, or
// back; who has none in either period is gone.
func fallOfOrders(recent, before float64) float64 {
	switch {
	case before > 0:
		return (before - recent) / before
	case recent > 0:
		return 0
	case recent == 0 && before == 0:
		return 1
	}
	return missing
}
