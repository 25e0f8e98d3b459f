package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// frequency parts customers by how often they buy. Source: practice; the cuts
// are conventions.
type frequency struct{}

const (
	perWindow = "window"
	perMonth  = "month"
)

// Spec implements [Method].
func (frequency) Spec() Spec {
	cut := func(way, id string, label, help model.Phrase, at, step float64) Param {
		p := cutParam(id, label, help, at, 0, 0, step, model.Plain)
		p.When = []Condition{{way, []string{byCuts}}}
		return p
	}
	way := func(id, per string) Param {
		return Param{ID: id, Label: model.P("cut"), Kind: Choice, Default: model.Word(byCuts),
			Options: []Option{{byCuts, model.P("At the cuts set")}, {byTerciles, model.P("In three parts of equally many customers")}},
			Help:    model.P("How the orders are cut into segments."), When: []Condition{{"per", []string{per}}}}
	}
	return Spec{
		ID: "frequency", Name: model.P("Purchase frequency"), Family: Behaviour,
		Summary: model.P("Parts customers by the number of their orders, in all or a month: who bought once, now and then, regularly, often."),
		Rule:    model.P("By orders: One-time, or a month Seldom, up to the first cut, Occasional up to the second, Regular up to the third, Frequent above; or in three equal parts."),
		Needs: []Need{{Measure: model.Frequency, Why: model.P("number of orders")},
			{Measure: model.Tenure, Optional: true, Why: model.P("days since the first purchase, for orders a month")}},
		Params: []Param{
			{ID: "per", Label: model.P("per"), Kind: Choice, Default: model.Word(perWindow),
				Options: []Option{{perWindow, model.P("Orders in the time analysed")}, {perMonth, model.P("Orders a month since the first, of at least one month")}},
				Help:    model.P("What orders are counted by.")},
			way("cut", perWindow),
			cut("cut", "once", model.P("one-time up to"), model.P("Most orders of a One-time customer."), 1, 1),
			cut("cut", "occasional", model.P("occasional up to"), model.P("Most orders of an Occasional customer."), 3, 1),
			cut("cut", "regular", model.P("regular up to"), model.P("Most orders of a Regular customer; Frequent is above."), 9, 1),
			way("month-cut", perMonth),
			cut("month-cut", "month-seldom", model.P("seldom up to"), model.P("Most orders a month of a Seldom customer; one a year is 0.083."), .1, .05),
			cut("month-cut", "month-occasional", model.P("occasional up to"), model.P("Most orders a month of an Occasional customer; one a quarter is 0.33."), .34, .05),
			cut("month-cut", "month-regular", model.P("regular up to"), model.P("Most orders a month of a Regular customer; Frequent is above."), 1, .05),
		},
		Source: "Practice of retail analysis; the cuts, 1, 3 and 9 in all, or a year, a quarter and a month, are conventions",
	}
}

// Run implements [Method].
func (frequency) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	orders, err := in.measure(model.Frequency)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, orders)
	m, way, ids := orders, "cut", []string{"regular", "occasional", "once", ""}
	a, segments := needPurchase(orders), frequencySegments()
	if in.Params.Word("per") == perMonth {
		tenure := in.present(model.Tenure)
		if len(tenure) == 0 {
			return nil, paramErrorf("per", "this data has no tenure, which orders a month need: map a column to it with --map tenure=COLUMN, or set per=window")
		}
		m, way, ids = perMonthKnown(orders, tenure[0]), "month-cut", []string{"month-regular", "month-occasional", "month-seldom", ""}
		segments[3] = seldomSegment()
		use(s, tenure[0], m)
		a.excludeLacking(model.P("%s is missing or not finite", m.Label), m)
	}
	m = m.without(a)
	if in.Params.Word(way) == byTerciles {
		placeTiers(s, topTiers(m.values, []float64{1, 1, 1}), segments[:3], m, a)
	} else {
		b := bands{above: true}
		for i, segment := range segments {
			b.of = append(b.of, band{segment, ids[i]})
		}
		if err := b.place(s, in.Params, m, a); err != nil {
			return nil, err
		}
	}
	s.Fit = append(s.Fit, repurchase(orders)...)
	s.Charts = histograms(s, m)
	if m.ID != orders.ID {
		s.Charts = append(s.Charts, histograms(s, orders)...)
	}
	return s, nil
}

// perMonthKnown is orders by the months since the first, of which there is at
// least one.
func perMonthKnown(orders, tenure measured) measured {
	values := make([]float64, len(orders.values))
	for i, n := range orders.values {
		values[i] = n / max(1, tenure.values[i]/daysAMonth) // missing when either is
	}
	return computed("orders_per_month", model.P("Orders a month"), model.Plain, values).following(func(w whatIf) float64 {
		return w.value(orders) / max(1, w.value(tenure)/daysAMonth)
	}, orders, tenure).told(func() formula.Expr {
		months := formula.Max(formula.Number(1), formula.Div(tenure.expr(), formula.Number(daysAMonth)))
		return formula.Div(orders.expr(), months)
	})
}

// repurchase reports the customers who bought more than once among those who
// bought, 0..1, and their mean number of orders.
func repurchase(orders measured) []model.Fit {
	buyers, again, total := 0., 0., 0.
	for _, n := range orders.values {
		if n > 0 {
			buyers++
			total += n
		}
		if n > 1 {
			again++
		}
	}
	return []model.Fit{{Name: "repurchase_rate", Value: again / buyers}, {Name: "mean_orders", Value: total / buyers}}
}

func frequencySegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Frequent"), Advice: model.Advice{Marketing: model.P("Loyalty benefits, referrals; no discount needed"), Product: model.P("Subscription or standing order"),
			Service: model.P("Make reordering one step"), Risk: model.P("Watch for a gap longer than usual")}},
		{Name: model.P("Regular"), Advice: model.Advice{Marketing: model.P("Membership and points towards the next level"), Product: model.P("Cross-sell the next category"), Service: model.P("Thank them by name")}},
		{Name: model.P("Occasional"), Advice: model.Advice{Marketing: model.P("Reminders timed by what they bought"), Product: model.P("Show what goes with it"), Service: model.P("Ask what they miss")}},
		{Name: model.P("One-time"), Advice: model.Advice{Marketing: model.P("A reason for the second order, soon after the first"), Product: model.P("Onboarding to the best sellers"), Service: model.P("Check the first delivery")}},
	}
}

// seldomSegment takes the place of One-time where orders are counted by the month:
// its customers may have bought often, long ago.
func seldomSegment() model.Segment {
	return model.Segment{Name: model.P("Seldom"), Advice: model.Advice{Marketing: model.P("Few messages, at the time of year when they bought"), Product: model.P("What they came for, in other sizes and sets"),
		Service: model.P("Self-service")}}
}
