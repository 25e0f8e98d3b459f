package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/btyd"
	"custseg/seg/order"
)

// purchaseDays is when customers bought: by order lines with dates, or else as far
// as measures tell.
type purchaseDays struct {
	asOf           model.Day
	end            model.Day     // the last day that is known of
	orders         *model.Orders // nil when only measures are known
	days           [][]model.Day // by customer, each day once, ascending; nil when only measures are known
	recency        measured
	number, tenure measured // of orders, and since the first; without values where they are not known
	absence                 // of those who did not buy, or cannot have as their measures say
}

// readDays reads purchases. The error names what is missing.
func (in Input) readDays() (*purchaseDays, error) {
	recency, err := in.measure(model.Recency)
	if err != nil {
		return nil, err
	}
	d := &purchaseDays{asOf: in.Customers.AsOf, end: in.Customers.AsOf, recency: recency, absence: in.needAll(recency)}
	d.number, _ = in.measure(model.Frequency) // or else without values
	d.tenure, _ = in.measure(model.Tenure)
	d.excludeImpossible(in)
	if o := in.Customers.Orders(); o != nil && o.Dated() {
		d.orders, d.end, d.days = o, lastKnown(in.Customers), make([][]model.Day, in.Customers.Len())
		for i := range d.days {
			from, to := o.Lines(i)
			for l := from; l < to; l++ {
				at := model.DayOf(o.Time(l))
				if !o.Back(l) && at != model.NoDay && (len(d.days[i]) == 0 || at > d.days[i][len(d.days[i])-1]) {
					d.days[i] = append(d.days[i], at)
				}
			}
		}
		return d, nil
	}
	if d.number.values != nil {
		d.excludeUnless(buyerReasons()[noPurchaseDay], func(i int) bool { return d.number.values[i] <= 0 }, func() formula.Expr {
			return formula.Any(formula.Lacking{Of: d.number.expr()}, formula.Compare(d.number.expr(), formula.More, formula.Number(0)))
		})
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
	case d.tenure.values != nil && d.number.values != nil && d.why[i] < 0:
		if span, repeats := d.tenure.values[i]-d.recency.values[i], d.number.values[i]-1; span > 0 && repeats > 0 {
			out = append(out, span/repeats)
		}
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

// buyers are what models of buying take of customers, in days up to the last day
// known, and whose. A purchase day after the as-of date would be out of scope. Who
// is left out for their measures has a reason in the absence.
func (d *purchaseDays) buyers() (of []btyd.Customer, who []int32, a absence) {
	a = d.absence
	a.why = slices.Clone(a.why)
	whys := make([]int32, len(a.why))
	for i := range a.why {
		if a.why[i] >= 0 {
			continue
		}
		c, why := d.buyer(whatIf{i: i})
		if whys[i] = why + 1; why < 0 {
			of, who = append(of, c), append(who, int32(i))
		}
	}
	for why, reason := range buyerReasons() {
		is := func(i int) bool { return whys[i] == int32(why)+1 }
		if d.days == nil {
			a.exclude(reason, is)
		} else { // who bought on a day contradicts nothing
			a.excludeUnless(reason, is, func() formula.Expr { return formula.Compare(purchaseDaysExpr(), formula.More, formula.Number(0)) })
		}
	}
	return of, who, a
}

// buyer is what models of buying take of a customer as they are, or would be with
// other measures and all else as it is, or the reason why they are none.
func (d *purchaseDays) buyer(w whatIf) (btyd.Customer, int32) {
	switch {
	case d.days == nil && (d.number.values == nil || d.tenure.values == nil):
		return btyd.Customer{Duration: d.recency.values[w.i]}, -1 // bought once, as far as is known
	case d.days == nil:
		b, why := fromMeasures(0, w.value(d.number), w.value(d.tenure), w.value(d.recency))
		return b.customer(), why
	case len(d.days[w.i]) == 0:
		return btyd.Customer{}, noPurchaseDay
	}
	days := d.days[w.i]
	first, last, n := days[0], days[len(days)-1], float64(len(days)-1)
	b := buyer{repeats: n, last: float64(last - first), watched: float64(d.end - first)}
	b.repeats += math.Round(w.gain(d.number))
	b.watched += w.gain(d.tenure)
	b.last = min(b.last+w.gain(d.tenure)-w.gain(d.recency), b.watched) // a purchase on the as-of date is one on the last day
	if b.repeats < 0 || (b.repeats == 0) != (b.last == 0) || b.last < 0 {
		return btyd.Customer{}, contradiction
	}
	return b.customer(), -1
}

// without leaves out those who have no risk, too.
func (d *purchaseDays) without(risk measured) absence {
	a := d.absence
	a.why = slices.Clone(a.why)
	a.excludeLacking(model.P("no dated purchase in scope"), risk)
	return a
}
