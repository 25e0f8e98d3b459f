package seg

import (
	"context"

	"custseg/model"
)

// transactionHistory reads customers' transactions so far by a table of rules. Source:
// practice; the percentiles are conventions.
type transactionHistory struct{}

// Spec implements [Method].
func (transactionHistory) Spec() Spec {
	share := func(id string, label, help model.Phrase) Param {
		return cutParam(id, label, help, .6, 0, 1, .05, model.Percent)
	}
	return Spec{
		ID: "history", Name: model.P("Transaction history"), Family: Behaviour,
		Summary: model.P("Reads how often, how much, how lately and how widely customers bought: who is loyal, who is lapsing, who explores."),
		Rule: model.P("The first that holds: Loyal with many orders, much money and a recent purchase; Lapsing with many orders or much money and none lately; " +
			"Explorer with several categories; else Occasional. Many, much and lately are percentiles of the customers."),
		Needs: []Need{{Measure: model.Frequency, Why: model.P("number of orders")}, {Measure: model.Monetary, Why: model.P("money spent")},
			{Measure: model.Recency, Why: model.P("days since the last purchase")},
			{Measure: "category", Optional: true, Why: model.P("categories of the order lines, for Explorer")}},
		Params: []Param{
			share("often", model.P("often from"), model.P("Percentile of frequency that many orders reach.")),
			share("much", model.P("much from"), model.P("Percentile of money that much reaches.")),
			share("lately", model.P("lately up to"), model.P("Percentile of recency that a recent purchase is within.")),
			{ID: "categories", Label: model.P("categories"), Kind: Int, Default: model.Num(3), Min: 1, Max: 100, Step: 1,
				Help: model.P("Categories that an Explorer bought of, at least.")},
		},
		Source: "Practice of retail analysis; the percentiles are conventions",
	}
}

// Run implements [Method].
func (transactionHistory) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	ms, err := in.measures(model.Frequency, model.Monetary, model.Recency)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, ms...)
	a := needPurchase(ms[0], ms[1:]...)
	a.excludeImpossible(in)
	for j := range ms {
		ms[j] = ms[j].without(a)
	}
	often, much, lately := in.limitAtShare(ms[0], "often"), in.limitAtShare(ms[1], "much"), in.limitAtShare(ms[2], "lately")
	limits := []limit{often, much, lately}
	noteOneSided(s, []limit{often, much}, []limit{lately})
	rules := []rule{
		{model.Segment{Name: model.P("Loyal"), Advice: model.Advice{Marketing: model.P("Loyalty benefits and referrals before discounts"), Product: model.P("Early access to what is new"),
			Service: model.P("A named contact"), Risk: model.P("Watch for a gap longer than usual")}}, allOf(often.reached(), much.reached(), lately.within())},
		{model.Segment{Name: model.P("Lapsing"), Advice: model.Advice{Marketing: model.P("Personal win-back with what they used to buy"), Product: model.P("Show what changed since"),
			Service: model.P("Call the largest and ask why"), Risk: model.P("Value is leaving")}}, allOf(anyOf(often.reached(), much.reached()), lately.passed())},
	}
	explorer := model.Segment{Name: model.P("Explorer"), Advice: model.Advice{Marketing: model.P("Show the whole range: news and sets across categories"), Product: model.P("Try new categories with them"), Service: model.P("Advice on what goes together")}}
	if m, _, ok := in.breadth(s, model.Category, "categories", model.P("Categories bought")); ok {
		wide := in.limitAt(m, "categories")
		rules, limits = append(rules, rule{explorer, wide.reached()}), append(limits, wide)
		use(s, m)
		ms = append(ms, m)
	} else {
		s.Notes = append(s.Notes, model.P("The orders have no category, so that nobody is an Explorer: map a column to it with --map category=COLUMN"))
	}
	rules = append(rules, rule{model.Segment{Name: model.P("Occasional"), Advice: model.Advice{Marketing: model.P("A reason for the next order, timed by the last"), Service: model.P("Self-service")}}, otherwise()})
	placeRules(s, rules, a)
	s.Placing.Ranks = []int{0, 3, 1, 2} // the lapsing are last: what they brought is leaving
	if len(rules) == 3 {
		s.Placing.Ranks = []int{0, 2, 1}
	}
	addLimits(s, limits...)
	s.Charts = append(s.Charts, crossing(model.P("Customers by recency and frequency"), s, lately, often))
	s.Charts = append(s.Charts, histograms(s, ms...)...)
	s.Fit = append(s.Fit, repurchase(ms[0])...)
	return s, nil
}
