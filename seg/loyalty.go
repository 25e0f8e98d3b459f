package seg

import (
	"context"

	"custseg/model"
)

// loyalty scores customers by what they do and what they say. Source: practice;
// behaviour and attitude both, after Dick & Basu (1994).
type loyalty struct{}

// Spec implements [Method].
func (loyalty) Spec() Spec {
	return Spec{
		ID: "loyalty", Name: model.P("Loyalty"), Family: Behaviour,
		Summary: model.P("Scores customers by how often they buy, whether they would recommend and whether they prefer us, and splits them into Loyal, Neutral and Wavering."),
		Rule: model.P("The score is the weighted mean of the percentile of frequency, the recommendation of 10, and the preference of its highest answer; " +
			"the weights of what a customer lacks fall to the others. Loyal from the first cut on, Neutral from the second, else Wavering."),
		Needs: []Need{{Measure: model.Frequency, Why: model.P("number of orders")},
			{Measure: "recommend", Optional: true, Why: model.P("would they recommend, 0 to 10")},
			{Measure: "preference", Optional: true, Why: model.P("do they prefer us, from 0 or 1 to a highest answer")}},
		Params: append([]Param{
			{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(.4, .3, .3), Names: []string{"frequency", "recommend", "preference"}, Step: .1,
				Help: model.P("How much each measure counts, in any proportion; 0 leaves it out.")},
			{ID: "highest", Label: model.P("highest preference"), Kind: Float, Default: model.Word(autoWord), Auto: true, Min: 1, Max: 1000, Step: 1,
				Help: model.P("The highest answer that the question on preference allows, or auto: the least of 1, 5, 7, 10 and 100 that no answer is above.")},
		}, loyaltyGrades().params()...),
		Source: "Dick & Basu (1994), Customer Loyalty: Toward an Integrated Conceptual Framework; the weights and cuts are conventions",
	}
}

func loyaltyGrades() grades {
	return grades{by: byCuts, shares: []float64{20, 30, 50}, from: []float64{.7, .4}, ids: []string{"loyal", "neutral"}, segments: []model.Segment{
		{Name: model.P("Loyal"), Advice: model.Advice{Marketing: model.P("Ask for referrals and reviews; benefits before discounts"), Product: model.P("Early access, and a say in what comes"),
			Service: model.P("Thank them by name"), Risk: model.P("Do not take them for granted: watch for a gap longer than usual")}},
		{Name: model.P("Neutral"), Advice: model.Advice{Marketing: model.P("Membership and points; a reason to prefer us"), Product: model.P("Cross-sell the next category"), Service: model.P("Ask what would make them recommend us")}},
		{Name: model.P("Wavering"), Advice: model.Advice{Marketing: model.P("One good offer, not many"), Product: model.P("Ask what a competitor does better"),
			Service: model.P("Mend what they complain of first"), Risk: model.P("Likely to leave: count on little")}},
	}}
}

// Run implements [Method].
func (loyalty) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	orders, err := in.measure(model.Frequency)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{Fit: repurchase(orders)}
	c := composite{info: model.MeasureInfo{ID: "loyalty", Label: model.P("Loyalty score")}}
	weights := in.Params.Numbers("weights")
	if weights[0] > 0 {
		c.parts = append(c.parts, byPercentile(orders, weights[0]))
	}
	for j, id := range []model.Measure{"recommend", "preference"} {
		w, ms := weights[j+1], in.present(id)
		switch {
		case w == 0:
		case len(ms) == 0:
			s.Notes = append(s.Notes, model.P("This data has no %s: its weight falls to the other measures", string(id)))
		default:
			highest := 10.
			if id == "preference" {
				highest = in.highestAnswer(ms[0])
				s.Notes = append(s.Notes, model.P("Preference counts as a share of %s, the highest answer", figure(highest)))
			} else if ms[0].quantile(1) > highest {
				s.Notes = append(s.Notes, model.P("Recommendation has answers above %s, which count as %s: the question is meant from 0 to 10", figure(highest), figure(highest)))
			}
			c.parts = append(c.parts, byScale(ms[0], w, highest))
		}
	}
	if len(c.parts) == 0 {
		return nil, paramErrorf("weights", "this data has none of the measures that have a weight: map recommend or preference with --map, or give frequency a weight")
	}
	if err := loyaltyGrades().place(s, in.Params, c.measured(), c.absence()); err != nil {
		return nil, err
	}
	c.report(s)
	return s, nil
}

// highestAnswer is the highest answer of a rating, set by the parameter highest
// or told from the answers.
func (in Input) highestAnswer(m measured) float64 {
	if !in.Params.Auto("highest") {
		return in.Params.Float("highest")
	}
	most := m.quantile(1)
	for _, scale := range []float64{1, 5, 7, 10, 100} {
		if most <= scale {
			in.Params.settleNumber("highest", scale)
			return scale
		}
	}
	return most
}
