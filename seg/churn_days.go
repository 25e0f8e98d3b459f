package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/btyd"
	"custseg/seg/order"
)

// purchaseDays is when customers bought: by order lines with dates, or else as far
// as measures tell.
type purchaseDays struct {
	asOf    model.Day
	end     model.Day     // the last day that is known of
	orders  *model.Orders // nil when only measures are known
	days    [][]model.Day // by customer, each day once, ascending; nil when only measures are known
	recency measured
	// From measures: days from the first purchase to the last, and repeat purchases.
	span, repeats []float64
}

// readDays reads purchases. The error names what is missing.
func (in Input) readDays() (*purchaseDays, error) {
	recency, err := in.measure(model.Recency)
	if err != nil {
		return nil, err
	}
	raw := recency
	for i, v := range recency.values {
		if v < 0 {
			recency.values[i] = missing
			recency.formula = func() formula.Expr { return between(raw.expr(), 0, math.Inf(1)) }
		}
	}
	d := &purchaseDays{asOf: in.Customers.AsOf, end: in.Customers.AsOf, recency: recency}
	if o := in.Customers.Orders(); o != nil && dated(o) {
		d.orders, d.end, d.days = o, lastKnown(in.Customers), make([][]model.Day, in.Customers.Len())
		for i := range d.days {
			from, to := o.Lines(i)
			for l := from; l < to; l++ {
				at := model.DayOf(o.Time[l])
				if !o.Back[l] && at != model.NoDay && (len(d.days[i]) == 0 || at > d.days[i][len(d.days[i])-1]) {
					d.days[i] = append(d.days[i], at)
				}
			}
		}
		return d, nil
	}
	tenure, _ := in.measure(model.Tenure)
	orders, _ := in.measure(model.Frequency)
	if tenure.values == nil || orders.values == nil {
		return d, nil
	}
	d.span, d.repeats = make([]float64, len(recency.values)), make([]float64, len(recency.values))
	for i, v := range recency.values {
		if span, repeats := tenure.values[i]-v, orders.values[i]-1; span > 0 && repeats > 0 {
			d.span[i], d.repeats[i] = span, repeats
		}
	}
	return d, nil
}

// gaps are the days between a customer's purchases; of measures, their mean alone.
func (d *purchaseDays) gaps(i int) []float64 {
	var out []float64
	switch {
	case d.days != nil:
		for k := 1; k < len(d.days[i]); k++ {
			out = append(out, float64(d.days[i][k]-d.days[i][k-1]))
		}
	case d.repeats != nil && d.repeats[i] > 0:
		out = append(out, d.span[i]/d.repeats[i])
	}
	return out
}

// allGaps are those of all customers, ascending.
func (d *purchaseDays) allGaps() []float64 {
	var all []float64
	for i := range d.recency.values {
		all = append(all, d.gaps(i)...)
	}
	out := make([]float64, 0, len(all))
	for _, i := range order.Ascending(all) {
		out = append(out, all[i])
	}
	return out
}

// history is what models of buying take of customers, in weeks up to the last day
// known, and who they are. A purchase day after the as-of date would be out of
// scope.
func (d *purchaseDays) history() (of []btyd.Customer, who []int32) {
	const week = 7
	for i, recency := range d.recency.values {
		c := btyd.Customer{}
		switch {
		case !finite(recency):
			continue
		case d.days != nil:
			if len(d.days[i]) == 0 {
				continue
			}
			first, last := d.days[i][0], d.days[i][len(d.days[i])-1]
			c = btyd.Customer{X: float64(len(d.days[i]) - 1), Tx: float64(last-first) / week, Duration: float64(d.end-first) / week}
		case d.repeats != nil:
			c = btyd.Customer{X: math.Round(d.repeats[i]), Tx: d.span[i] / week, Duration: (d.span[i] + recency) / week}
			if c.X == 0 {
				c.Tx, c.Duration = 0, recency/week
			}
		}
		of, who = append(of, c), append(who, int32(i))
	}
	return of, who
}

// without leaves out customers who did not buy, or have no risk for another
// reason.
func (d *purchaseDays) without(in Input, risk measured) absence {
	a := in.needAll(d.recency)
	a.excludeLacking(model.P("no dated purchase in scope"), risk)
	return a
}
