package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// gaps are the times between the orders of each customer, in days.
type gaps struct {
	orders, recency, tenure measured
	days                    []float64 // days with an order
	dated                   bool      // the days are those of orders, not told by measures
	last                    []float64 // between the last two orders, missing without
	all                     []float64 // of everyone together; of measures one mean for each customer
	earlier                 []float64 // days since the first order where that was before the window, missing elsewhere; nil when all time counts
	years                   [][]int   // the calendar years with an order, ascending; nil unless asked for, and when only measures are known
}

// readGaps takes the days of purchases from orders, or else their number and
// span from measures.
func readGaps(in Input) (*gaps, error) {
	ms, err := in.measures(model.Frequency, model.Recency, model.Tenure)
	if err != nil {
		return nil, err
	}
	n, g := in.Customers.Len(), &gaps{orders: ms[0], recency: ms[1], tenure: ms[2]}
	g.days, g.last = make([]float64, n), make([]float64, n)
	for i := range n {
		g.days[i], g.last[i] = g.orders.values[i], missing
	}
	if o := in.Customers.Orders(); o != nil && o.Dated() {
		g.dated = true
		if in.Params.Word("scheme") == byYear {
			g.years = make([][]int, n)
		}
		g.readEarlier(o, in.Customers.AsOf)
		for i := range n {
			g.readDays(o, i)
		}
		return g, nil
	}
	for i, days := range g.days {
		if mean := (g.tenure.values[i] - g.recency.values[i]) / (days - 1); days > 1 && mean > 0 && finite(mean) {
			g.all = append(g.all, mean)
		}
	}
	return g, nil
}

// readEarlier reads when customers first bought who did before the window: they
// are neither new nor without an order, whatever the window holds.
func (g *gaps) readEarlier(o *model.Orders, asOf model.Day) {
	if o.Earlier == nil {
		return
	}
	g.earlier = make([]float64, len(o.Earlier))
	for i, day := range o.Earlier {
		g.earlier[i] = missing
		if day == model.NoDay {
			continue
		}
		g.earlier[i] = float64(asOf - day)
		if g.years != nil {
			g.years[i] = append(g.years[i], day.Time().Year())
		}
	}
}

// known is how many days ago customer i first bought, in the window or before,
// when in the window it was tenure days ago.
func (g *gaps) known(i int, tenure float64) float64 {
	if g.earlier == nil || !finite(g.earlier[i]) {
		return tenure
	}
	return max(tenure, g.earlier[i])
}

// readDays reads the days on which customer i bought.
func (g *gaps) readDays(o *model.Orders, i int) {
	g.days[i] = 0
	from, to := o.Lines(i)
	before := model.NoDay
	for l := from; l < to; l++ {
		day := model.DayOf(o.Time(l))
		if o.Back(l) || day == model.NoDay || day == before {
			continue
		}
		g.days[i]++
		if before != model.NoDay {
			g.last[i] = float64(day - before)
			g.all = append(g.all, g.last[i])
		}
		before = day
		if g.years == nil {
			continue
		}
		if year, k := day.Time().Year(), len(g.years[i]); k == 0 || g.years[i][k-1] != year {
			g.years[i] = append(g.years[i], year)
		}
	}
}

// orderTimes is when a customer bought, in days.
type orderTimes struct {
	days            float64 // with an order
	recency, tenure float64 // since the last order and the first
	span, last      float64 // between the first and the last, and the last two; missing without
}

// of is when a customer bought, or would have if measures were others and all else
// as it is: the last order moves by itself, unless there is one more. The first
// order is made now.
func (g *gaps) of(w whatIf) orderTimes {
	h := orderTimes{days: g.days[w.i], recency: w.value(g.recency), tenure: w.value(g.tenure), last: g.last[w.i]}
	own := g.orders.values[w.i]
	added := w.value(g.orders) - own
	if !finite(h.recency) && own <= 0 && added > 0 {
		return orderTimes{days: added, last: missing}
	}
	h.span = h.tenure - h.recency
	switch moved := g.recency.values[w.i] - h.recency; {
	case added > 0 && moved > 0:
		h.last = moved
	case moved != 0:
		if h.last += moved; h.last <= 0 { // it is not known how long before it the others were
			h.last = missing
		}
	}
	if added != 0 {
		h.days = max(h.days+added, 1)
	}
	return h
}

// cycles are the days that usually pass between two orders of each customer;
// those that did before their last gap, which would else raise what it is held
// against; and how many of these that gap lasted. Who has too few gaps before the
// last has the one cycle.
func (g *gaps) cycles(p Params, s *model.Segmentation) (cycle, before, gap measured) {
	auto, usual := p.Auto("cycle"), median(g.all)
	switch {
	case !auto:
		usual = p.Float("cycle")
	case !finite(usual):
		usual = max(1, p.Float("new"))
		s.Notes = append(s.Notes, model.P("Nobody ordered on two days: the cycle is taken to be %s days, as long as a customer is new", figure(usual)))
	}
	usual = max(usual, 1)
	s.Fit = append(s.Fit, model.Fit{Name: "cycle_days", Value: usual})
	p.settleNumber("cycle", usual)
	least := float64(p.Int("own"))
	mean := func(span, gaps, otherwise float64) float64 {
		if auto && span > 0 && finite(span) && gaps >= least-1 {
			return max(1, span/gaps)
		}
		return otherwise
	}
	n, from := len(g.days), []measured{g.recency, g.tenure, g.orders}
	said := g.exprs(auto, least)
	cycle = computedBy("cycle", model.P("Purchase cycle"), model.Days, n, func(w whatIf) float64 {
		h := g.of(w)
		return mean(h.span, h.days-1, usual)
	}, from...).toldDecimal(func() formula.Expr { return said.mean(said.span, said.days, 1, formula.Number(usual)) })
	before = computedBy("cycle_before", model.P("Purchase cycle before the last gap"), model.Days, n, func(w whatIf) float64 {
		h := g.of(w)
		if !finite(h.last) {
			return missing
		}
		return mean(h.span-h.last, h.days-2, mean(h.span, h.days-1, usual))
	}, from...).toldDecimal(func() formula.Expr {
		otherwise := said.mean(said.span, said.days, 1, formula.Number(usual))
		mean := said.mean(formula.Sub(said.span, said.last), said.days, 2, otherwise)
		return formula.If(formula.Known{Of: said.last}, mean, formula.Missing())
	})
	gap = computedBy("last_gap_cycles", model.P("Cycles between the last two orders"), model.Plain, n, func(w whatIf) float64 {
		return g.of(w).last / w.value(before)
	}, before).toldDecimal(func() formula.Expr { return formula.Div(said.last, before.expr()) })
	return cycle, before, gap
}

// gapExprs are the times of the orders of a customer, in formulas.
type gapExprs struct {
	days, span, last formula.Expr // as in [orderTimes]
	auto             bool         // customers of as many days have a cycle of their own
	least            float64
}

func (g *gaps) exprs(auto bool, least float64) gapExprs {
	out := gapExprs{days: g.orders.expr(), span: formula.Sub(g.tenure.expr(), g.recency.expr()), last: formula.Missing(), auto: auto, least: least}
	if g.dated {
		out.days = formula.Input{Kind: formula.Fact, Name: model.FactPurchaseDays}
		out.last = formula.Input{Kind: formula.Fact, Name: model.FactLastGap}
	}
	return out
}

// mean is the time by the gaps in it, which are fewer than days by less, of those
// with enough of them; at least a day.
func (g gapExprs) mean(span, days formula.Expr, less float64, otherwise formula.Expr) formula.Expr {
	if !g.auto {
		return otherwise
	}
	gaps, one := formula.Sub(days, formula.Number(less)), formula.Number(1)
	enough := formula.All(formula.Compare(span, formula.More, formula.Number(0)), formula.Compare(gaps, formula.AtLeast, formula.Number(g.least-1)))
	return formula.If(enough, formula.Max(one, formula.Div(span, gaps)), otherwise)
}
