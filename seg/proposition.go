package seg

import (
	"context"

	"custseg/model"
)

// proposition crosses what customers think they get with what they think they
// pay. Source: Gale (1994).
type proposition struct{}

// Spec implements [Method].
func (proposition) Spec() Spec {
	return Spec{
		ID: "proposition", Name: model.P("Value proposition"), Family: Attitude,
		Summary: model.P("Crosses the perceived benefit with the perceived price: who sees Superior value, Premium, Economy or Poor value, each against the mean of all respondents."),
		Rule:    model.P("Benefit and price are each high at their cut or above. Superior value: benefit high, price low; Premium: both high; Economy: both low; Poor value: benefit low, price high."),
		Needs: []Need{{Measure: "benefit", Why: model.P("perceived benefit or quality, a rating")},
			{Measure: "price_perceived", Why: model.P("perceived price, a rating: high is expensive")}},
		Params: matrixParams(atMean, nil, "price_perceived", "benefit"),
		Source: "Gale (1994), Managing Customer Value: the customer value map of relative quality and relative price",
	}
}

// Run implements [Method].
func (proposition) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	var ms []measured
	for _, id := range []model.Measure{"price_perceived", "benefit"} {
		m, err := in.measure(id)
		if err != nil {
			return nil, err
		}
		m = withoutStrays(s, withoutCodes(s, m)[0])
		const remedy = "perceptions are ratings, not amounts of money: map a rating with --map"
		if _, err := onScale("split", remedy, []measured{m}, scale{0, 10}, scale{0, 100}); err != nil {
			return nil, err
		}
		ms = append(ms, m)
	}
	use(s, ms...)
	matrix{title: model.P("Customers by perceived price and benefit"), x: ms[0], y: ms[1],
		onlyY: model.Segment{Name: model.P("Superior value"), Advice: model.Advice{Marketing: model.P("Tell their story: this is why others should come"), Product: model.P("Keep what they praise; a higher version may sell"),
			Service: model.P("Ask for a review"), Risk: model.P("Underpriced for them: money is left on the table")}},
		both: model.Segment{Name: model.P("Premium"), Advice: model.Advice{Marketing: model.P("Talk of quality and status, never of price"), Product: model.P("The best version first"),
			Service: model.P("Priority and a named contact"), Risk: model.P("They leave when the quality slips")}},
		neither: model.Segment{Name: model.P("Economy"), Advice: model.Advice{Marketing: model.P("Offers and bundles; show the next step up"), Product: model.P("A plain version that costs little to make"),
			Service: model.P("Self-service"), Risk: model.P("They leave for the next lower price")}},
		onlyX: model.Segment{Name: model.P("Poor value"), Advice: model.Advice{Marketing: model.P("Explain what the price holds before any new offer"), Product: model.P("Find the benefit that they miss"),
			Service: model.P("Ask what would make it worth its price"), Risk: model.P("The first to leave")}},
	}.place(s, in)
	s.Placing.Ranks = []int{1, 2, 0, 1} // Premium and Economy both pay what they get
	for _, m := range ms {
		s.Fit = append(s.Fit, model.Fit{Name: "mean_" + string(m.ID), Value: meanWithin(m.values)})
		s.Scores = append(s.Scores, byMean(m).score())
	}
	return s, nil
}

// byMean is a measure as a multiple of its mean.
func byMean(m measured) measured {
	mean := meanWithin(m.values)
	values := make([]float64, len(m.values))
	for i, v := range m.values {
		values[i] = v / mean // missing stays so; a mean of 0 has no multiples
	}
	return computed("relative_"+string(m.ID), model.P("%s by its mean", m.Label), model.Plain, values)
}
