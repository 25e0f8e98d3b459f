package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// behaviour parts customers by what they do before they buy. Source: practice of
// web analytics; the percentiles are conventions.
type behaviour struct{}

// The ways to part behaviour.
const (
	byActivity = "activity"
	byFunnel   = "funnel"
)

// funnelSteps are the measures of the steps towards a purchase.
func funnelSteps() []model.Measure {
	return []model.Measure{"views", "clicks", "carts", "purchases"}
}

// Spec implements [Method].
func (behaviour) Spec() Spec {
	when := func(p Param) Param {
		p.When = []Condition{{"by", []string{byActivity}}}
		return p
	}
	needs := []Need{{Measure: "views", Or: funnelSteps()[1:], Why: model.P("pages or products seen, counted from events or a column; or another step")}}
	for _, m := range funnelSteps()[1:] {
		needs = append(needs, Need{Measure: m, Optional: true, Why: model.P("the next step towards a purchase")})
	}
	return Spec{
		ID: "behaviour", Name: model.P("Behaviour"), Family: Behaviour,
		Summary: model.P("Parts customers by what they see, click, put in the cart and buy: who is frequent, who may buy yet, who does little; and where in the funnel they stop."),
		Rule: model.P("Frequent: many events, and a purchase. Potential: a cart or many views, and no purchase. Low activity: the rest. " +
			"As funnel: the last step that a customer reached."),
		Needs: needs,
		Params: []Param{
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(byActivity),
				Options: []Option{{byActivity, model.P("Frequent, Potential, Low activity")}, {byFunnel, model.P("The last step of the funnel")}}, Help: model.P("How customers are parted.")},
			when(cutParam("frequent", model.P("frequent from"), model.P("Percentile of all events that a Frequent customer reaches."), .8, 0, 1, .05, model.Percent)),
			when(cutParam("views", model.P("views from"), model.P("Percentile of views that a Potential customer reaches without a cart; at least one view."), .5, 0, 1, .05, model.Percent)),
			when(cutParam("carts", model.P("carts from"), model.P("Times a Potential customer put something in the cart, at least."), 1, 1, 1000, 1, model.Plain)),
		},
		Source: "Practice of web analytics: the purchase funnel, conversion and cart abandonment; Moe (2003), Buying, Searching, or Browsing; the percentiles are conventions",
	}
}

// Run implements [Method].
func (behaviour) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	steps := in.present(funnelSteps()...)
	if len(steps) == 0 {
		return nil, lacksAll(funnelSteps()...)
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	if orders := in.present(model.Frequency); len(orders) > 0 && steps[len(steps)-1].ID != "purchases" {
		s.Notes = append(s.Notes, model.P("Purchases are not known: orders stand in"))
		bought := orders[0]
		bought.ID, bought.role = "purchases", model.Role(model.Frequency)
		steps = append(steps, bought)
	}
	for _, id := range funnelSteps() {
		if _, ok := find(steps, id); !ok {
			s.Notes = append(s.Notes, model.P("This data has no %s: map a column with --map %s=COLUMN, or add the events", string(id), string(id)))
		}
	}
	use(s, steps...)
	events, a := eventsOf(steps), needAny(steps...)
	f := newFunnel(steps)
	if in.Params.Word("by") == byFunnel {
		f.place(s, a)
	} else {
		in.placeByActivity(s, steps, events, a)
	}
	use(s, events)
	f.report(s, a)
	s.Charts = append(append(s.Charts, histograms(s, events)...), histograms(s, steps...)...)
	return s, nil
}

// eventsOf adds up the steps that are known of each customer.
func eventsOf(steps []measured) measured {
	return computedBy("all_events", model.P("Events"), model.Plain, len(steps[0].values), func(w whatIf) float64 {
		if sum := sumKnown(w, steps); finite(sum) {
			return sum
		}
		return 0
	}, steps...).toldDecimal(func() formula.Expr {
		var sum []formula.Expr
		for _, m := range steps {
			sum = append(sum, formula.Or(m.expr(), formula.Number(0)))
		}
		return formula.Sum(sum)
	})
}

// placeByActivity places by percentiles of events and views.
func (in Input) placeByActivity(s *model.Segmentation, steps []measured, events measured, a absence) {
	often := in.limitAtShare(events.without(a), "frequent")
	limits := []limit{often}
	bought := findAll(steps, "purchases")
	buys := newTest(model.P("a purchase"), func(w whatIf) bool { return len(bought) > 0 && w.value(bought[0]) > 0 }, bought).told(func() formula.Expr {
		if len(bought) == 0 {
			return formula.Any()
		}
		return formula.All(formula.Known{Of: bought[0].expr()}, formula.Compare(bought[0].expr(), formula.More, formula.Number(0)))
	})
	none := newTest(model.P("no purchase"), func(w whatIf) bool { return !buys.holds(w) }, buys.of).told(func() formula.Expr {
		if len(bought) == 0 {
			return formula.All()
		}
		return formula.Any(formula.Lacking{Of: bought[0].expr()}, formula.Compare(bought[0].expr(), formula.AtMost, formula.Number(0)))
	})
	var signs []test
	if m, ok := find(steps, "carts"); ok {
		l := in.limitAt(m, "carts")
		signs, limits = append(signs, l.reached()), append(limits, l)
	}
	if m, ok := find(steps, "views"); ok {
		l := in.limitAtShare(m, "views")
		l.at = max(l.at, 1) // who saw nothing is not interested, though half of all be so
		signs, limits = append(signs, l.reached()), append(limits, l)
	}
	rules := []rule{{model.Segment{Name: model.P("Frequent"), Advice: model.Advice{Marketing: model.P("Loyalty benefits and news first; no discount needed"), Product: model.P("Personal recommendations"),
		Service: model.P("Saved details, one-step checkout"), Risk: model.P("Watch for a drop in visits")}}, allOf(often.reached(), buys)}}
	if len(signs) > 0 {
		rules = append(rules, rule{model.Segment{Name: model.P("Potential"), Advice: model.Advice{Marketing: model.P("Remind of the cart and of what they saw; a first-order offer"), Product: model.P("Show stock, delivery and returns on the product page"),
			Service: model.P("Offer help before the checkout")}}, allOf(anyOf(signs...), none)})
	}
	rules = append(rules, rule{model.Segment{Name: model.P("Low activity"), Advice: model.Advice{Marketing: model.P("Cheap contact; one reason to come back"), Service: model.P("Self-service")}}, otherwise()})
	placeRules(s, rules, a)
	s.Placing.Ranks = inOrder(len(rules))
	addLimits(s, limits...)
}
