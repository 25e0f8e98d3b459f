package seg

import (
	"context"

	"custseg/model"
)

// potential scores customers by what they could still bring, and crosses it with
// what they bring. Source: practice; the 9-box is that of GE and McKinsey.
type potential struct{}

const (
	byLevel = "level"
	byBox   = "box"
)

// Spec implements [Method].
func (potential) Spec() Spec {
	return Spec{
		ID: "potential", Name: model.P("Growth potential"), Family: Behaviour,
		Summary: model.P("Scores customers by growth, room for cross-selling and recommendation, and crosses the score with their value so far in a 9-box."),
		Rule: model.P("The score is the weighted mean of the percentiles of growth, money in the second half of the time over that in the first, less 1; of room, the share of categories not bought yet; " +
			"and of recommendation. The weights of what a customer lacks fall to the others. By descending score: High, Mid, Low; as a 9-box by descending money as well."),
		Needs: []Need{
			{Measure: model.FirstOrder, Or: []model.Measure{"growth", "recommend"}, Why: model.P("dated orders with amounts, for growth; or else growth or recommendation")},
			{Measure: model.Monetary, Optional: true, Why: model.P("money spent, for the 9-box")},
			{Measure: "category", Optional: true, Why: model.P("categories of the order lines, for room")},
			{Measure: "growth", Optional: true, Why: model.P("growth of each customer, where there are no orders to compute it from")},
			{Measure: "recommend", Optional: true, Why: model.P("would they recommend, 0 to 10")}},
		Params: append([]Param{
			{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(.4, .3, .3), Names: []string{"growth", "room", "recommend"}, Step: .1,
				Help: model.P("How much each measure counts, in any proportion; 0 leaves it out.")},
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(byLevel),
				Options: []Option{{byLevel, model.P("Potential: High, Mid, Low")}, {byBox, model.P("Potential and value: a 9-box")}}, Help: model.P("What the segments are.")},
		}, potentialGrades().params()...),
		Source: "GE and McKinsey's nine-box matrix, applied to customers; the weights are conventions",
	}
}

func potentialGrades() grades {
	return grades{by: byShares, shares: []float64{20, 30, 50}, from: []float64{.7, .4}, ids: []string{"high", "mid"}, segments: []model.Segment{
		{Name: model.P("High"), Advice: model.Advice{Marketing: model.P("Invest here: cross-sell while they grow, ask for referrals"), Product: model.P("Show the categories they do not know yet"), Service: model.P("Advice, a named contact")}},
		{Name: model.P("Mid"), Advice: model.Advice{Marketing: model.P("Test one offer in a new category"), Product: model.P("Bundles with what they buy"), Service: model.P("Ask what they miss")}},
		{Name: model.P("Low"), Advice: model.Advice{Marketing: model.P("Keep what there is at low cost"), Service: model.P("Self-service"), Risk: model.P("Where value is high, it can only fall: watch it")}},
	}}
}

// Run implements [Method].
func (potential) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	c := composite{info: model.MeasureInfo{ID: "potential", Label: model.P("Potential score")}, parts: in.potentialParts(s)}
	if len(c.parts) == 0 {
		return nil, paramErrorf("weights", "nothing that has a weight is known: growth needs dated orders with amounts or --map growth=COLUMN, room needs --map category=COLUMN, recommend --map recommend=COLUMN")
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	levels, a := &model.Segmentation{}, c.absence()
	if err := potentialGrades().place(levels, in.Params, c.measured(), a); err != nil {
		return nil, err
	}
	money, asked := in.present(model.Monetary), in.Params.Word("by") == byBox
	if len(money) > 0 {
		box := newNineBox(in.Params, levels, money[0], a)
		box.report(s)
		if asked {
			box.place(s)
		}
	} else if asked {
		return nil, paramErrorf("by", "a 9-box needs money spent: map a column to it with --map monetary=COLUMN, or set by=level")
	}
	if !asked {
		s.Placing = levels.Placing
		s.Segments, s.Of, s.Why, s.Reasons, s.Cuts, s.Notes = levels.Segments, levels.Of, levels.Why, levels.Reasons, levels.Cuts, append(levels.Notes, s.Notes...)
	}
	c.report(s)
	return s, nil
}
