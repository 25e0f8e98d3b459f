package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// lifecycle parts customers by where they are between their first order and
// their last. Source: practice; the NES model of Taiwanese retail for the scheme
// nes.
type lifecycle struct{}

// The schemes of lifecycle.
const (
	byCycle = "cycle"
	byNES   = "nes"
	byYear  = "yearly"
)

// Spec implements [Method].
func (lifecycle) Spec() Spec {
	count := func(id string, label, help model.Phrase, at float64, schemes ...string) Param {
		p := cutParam(id, label, help, at, .1, 100, .5, model.Plain)
		p.When = []Condition{{"scheme", schemes}}
		return p
	}
	days := cutParam("new", model.P("new within"), model.P("Days since the first order within which a customer is new."), 30, 0, 3650, 10, model.Days)
	days.When = []Condition{{"scheme", []string{byCycle, byNES}}}
	return Spec{
		ID: "lifecycle", Name: model.P("Customer lifecycle"), Family: Behaviour,
		Summary: model.P("Compares the time since the last order with the time that usually passes between two: who is new, active, at risk, dormant, gone or back again."),
		Rule: model.P("The cycle is the mean time between a customer's orders, or the median of all such times for those with few. By cycles since the last order: Active, At Risk, Dormant, Churned. " +
			"New and Prospect come first. Returning bought again after many cycles: those before that gap where there are enough, else the one cycle. As nes: N, E0, E1, E2, S. As yearly: by the calendar years of the orders, the current one being that of the as-of date, or of the last order where the as-of date is the day after it."),
		Needs: []Need{{Measure: model.Recency, Why: model.P("days since the last order")}, {Measure: model.Tenure, Why: model.P("days since the first order")},
			{Measure: model.Frequency, Why: model.P("number of orders")}},
		Params: []Param{
			{ID: "scheme", Label: model.P("scheme"), Kind: Choice, Default: model.Word(byCycle),
				Options: []Option{{byCycle, model.P("Seven stages by the purchase cycle")}, {byNES, model.P("N, E0, E1, E2, S by the purchase cycle")}, {byYear, model.P("By calendar year")}},
				Help:    model.P("What the stages are.")},
			days,
			{ID: "cycle", Label: model.P("cycle"), Kind: Float, Default: model.Word(autoWord), Auto: true, Min: 1, Max: 3650, Step: 5, Unit: model.Days,
				Help: model.P("Days that usually pass between two orders, of everyone; auto finds each customer's own."), When: []Condition{{"scheme", []string{byCycle, byNES}}}},
			{ID: "own", Label: model.P("own cycle from"), Kind: Int, Default: model.Num(3), Min: 2, Max: 100, Step: 1,
				Help: model.P("Days with an order from which a customer has a cycle of their own, rather than the median."), When: []Condition{{"scheme", []string{byCycle, byNES}}}},
			count("active", model.P("active up to"), model.P("Cycles since the last order up to which a customer is Active (E0)."), 1, byCycle, byNES),
			count("risk", model.P("at risk up to"), model.P("Cycles up to which a customer is At Risk (E1)."), 2, byCycle, byNES),
			count("dormant", model.P("dormant up to"), model.P("Cycles up to which a customer is Dormant (E2); beyond it Churned (S)."), 3, byCycle, byNES),
			count("returning", model.P("returning after"), model.P("Cycles between the last two orders above which an Active customer is Returning; column cycle_before holds the cycle that counts for it."), 3, byCycle),
			{ID: "lead", Label: model.P("lead"), Kind: ColumnList, Takes: AnyColumns, Default: model.Words(), Valid: oneAtMost("lead"),
				Help: model.P("A column that says who is a lead, by yes or a number above 0: without an order only they are Prospects. None: all are.")},
		},
		Source: "Practice of lifecycle marketing; NES after MIGO (Taiwan): new, existing and sleeping customers by multiples of the purchase cycle",
	}
}

// oneAtMost checks that a list of columns names no more than one.
func oneAtMost(param string) func(model.Value) error {
	return func(v model.Value) error {
		if len(v.Words()) > 1 {
			return paramErrorf(param, "name one column, not %d", len(v.Words()))
		}
		return nil
	}
}

// Run implements [Method].
func (lifecycle) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	g, err := readGaps(in)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	a, prospect, err := in.prospects(s, g)
	if err != nil {
		return nil, err
	}
	use(s, g.orders, g.recency, g.tenure)
	if in.Params.Word("scheme") == byYear {
		err = in.placeByYear(s, g, a, prospect)
	} else {
		err = in.placeByCycle(s, g, a, prospect)
	}
	if err != nil {
		return nil, err
	}
	s.Fit = append(s.Fit, repurchase(g.orders)...)
	return s, nil
}

// placeByCycle places customers by the cycles since their last order.
func (in Input) placeByCycle(s *model.Segmentation, g *gaps, a absence, prospect test) error {
	if err := rising(in.Params, "active", "risk", "dormant"); err != nil {
		return err
	}
	cycle, before, gap := g.cycles(in.Params, s)
	since := computedBy("cycles_since", model.P("Cycles since the last order"), model.Plain, len(g.days), func(w whatIf) float64 {
		return g.of(w).recency / w.value(cycle)
	}, cycle).without(a).toldDecimal(func() formula.Expr { return formula.Div(g.recency.expr(), cycle.expr()) })
	known := g.tenure.following(func(w whatIf) float64 { return g.known(w.i, g.of(w).tenure) }, g.orders, g.tenure)
	if known.formula = g.tenure.expr; g.earlier != nil {
		known = known.untold()
		known.values = make([]float64, len(g.tenure.values))
		for i, tenure := range g.tenure.values {
			known.values[i] = g.known(i, tenure)
		}
	}
	recent, active := in.limitAt(known, "new"), in.limitAt(since, "active")
	risk, dormant, back := in.limitAt(since, "risk"), in.limitAt(since, "dormant"), limit{}
	limits := []limit{active, risk, dormant, recent}
	if in.Params.Word("scheme") == byNES {
		placeRules(s, nesRules(prospect, recent, active, risk, dormant), a)
		s.Placing.Ranks = []int{-1, 1, 0, 2, 3, 4}
	} else {
		back = in.limitAt(gap, "returning")
		limits = append(limits, back)
		placeRules(s, cycleRules(prospect, recent, back, active, risk, dormant), a)
		s.Placing.Ranks = []int{-1, 1, 1, 0, 2, 3, 4}
		if !gap.known() {
			s.Notes = append(s.Notes, model.P("The time between the last two orders is not known, so that nobody is Returning: it needs the orders with their dates"))
		}
	}
	addLimits(s, limits...)
	use(s, cycle, since)
	s.Charts = histograms(s, since, g.tenure)
	if back.param != "" {
		use(s, before, gap)
		s.Charts = append(s.Charts, histograms(s, gap)...)
	}
	s.Charts = append(s.Charts, histograms(s, cycle)...)
	return nil
}

// rising checks that number parameters ascend.
func rising(p Params, ids ...string) error {
	for i := 1; i < len(ids); i++ {
		if p.Float(ids[i]) <= p.Float(ids[i-1]) {
			return paramErrorf(ids[i], "%s must be above %s, %s", p.Text(ids[i]), ids[i-1], p.Text(ids[i-1]))
		}
	}
	return nil
}
