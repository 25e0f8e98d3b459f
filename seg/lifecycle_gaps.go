package seg

import "custseg/model"

// gaps are the times between the orders of each customer, in days.
type gaps struct {
	orders, recency, tenure measured
	days                    []float64 // days with an order
	last                    []float64 // between the last two orders, missing without
	all                     []float64 // of everyone together; of measures one mean for each customer
	years                   [][]int   // the calendar years with an order, ascending; nil when only measures are known
}

// readGaps takes the days of purchases from orders, or else their number and
// span from measures.
func readGaps(in Input) (*gaps, error) {
	g := &gaps{}
	for id, to := range map[model.Measure]*measured{model.Frequency: &g.orders, model.Recency: &g.recency, model.Tenure: &g.tenure} {
		m, err := in.measure(id)
		if err != nil {
			return nil, err
		}
		*to = m
	}
	n := in.Customers.Len()
	g.days, g.last = make([]float64, n), make([]float64, n)
	for i := range n {
		g.days[i], g.last[i] = g.orders.values[i], missing
	}
	if o := in.Customers.Orders(); o != nil && dated(o) {
		g.years = make([][]int, n)
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

// readDays reads the days on which customer i bought.
func (g *gaps) readDays(o *model.Orders, i int) {
	g.days[i] = 0
	from, to := o.Lines(i)
	before := model.NoDay
	for l := from; l < to; l++ {
		day := model.DayOf(o.Time[l])
		if o.Back[l] || day == model.NoDay || day == before {
			continue
		}
		g.days[i]++
		if before != model.NoDay {
			g.last[i] = float64(day - before)
			g.all = append(g.all, g.last[i])
		}
		before = day
		if year, k := day.Time().Year(), len(g.years[i]); k == 0 || g.years[i][k-1] != year {
			g.years[i] = append(g.years[i], year)
		}
	}
}

// cycles are the days that usually pass between two orders of each customer, and
// those that did before their last gap, which would else raise what it is held
// against.
func (g *gaps) cycles(p Params, s *model.Segmentation) (cycle measured, before []float64) {
	usual := median(g.all)
	switch fixed := !p.Auto("cycle"); {
	case fixed:
		usual = p.Float("cycle")
	case !finite(usual):
		usual = max(1, p.Float("new"))
		s.Notes = append(s.Notes, model.P("Nobody ordered on two days: the cycle is taken to be %s days, as long as a customer is new", figure(usual)))
	}
	usual = max(usual, 1)
	s.Fit = append(s.Fit, model.Fit{Name: "cycle_days", Value: usual})
	own, values := float64(p.Int("own")), make([]float64, len(g.days))
	before = make([]float64, len(g.days))
	for i, days := range g.days {
		values[i], before[i] = usual, usual
		span := g.tenure.values[i] - g.recency.values[i]
		if !p.Auto("cycle") || !finite(span) || span <= 0 {
			continue
		}
		if days >= own {
			values[i] = max(1, span/(days-1))
		}
		if days-1 >= own && finite(g.last[i]) {
			before[i] = max(1, (span-g.last[i])/(days-2))
		}
	}
	return computed("cycle", model.P("Purchase cycle"), model.Days, values), before
}
