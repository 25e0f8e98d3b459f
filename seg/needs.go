package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// needs parts customers by their dominant need. Source: practice of
// needs-based segmentation, Haley (1968).
type needs struct{}

// The sources of needs and the ways to weigh ratings.
const (
	fromRatings    = "ratings"
	fromCategories = "categories"
	asAnswered     = "answers"
	aboveLowest    = "above-lowest"
)

// Spec implements [Method].
func (needs) Spec() Spec {
	rated := []Condition{{"from", []string{fromRatings, autoWord}}}
	answers := importanceParam(model.P("Ratings from 0 to 1, 1 to 5, 1 to 7, 0 to 10 or 0 to 100"))
	answers.When = rated
	return Spec{
		ID: "needs", Name: model.P("Needs"), Family: Attitude,
		Summary: model.P("Parts customers by their dominant need, from ratings of several needs or from the categories that their money goes to; those without one are Mixed."),
		Rule:    model.P("Each need's share of the sum of a customer's ratings, where a rank r of the n that a customer gives counts n + 1 - r, or each category's share of their money. The largest share names the segment if it reaches the least share and the least lead over the next; else Mixed."),
		Needs:   []Need{{Measure: "need", Or: []model.Measure{"category"}, Why: model.P("two columns or more of ratings of needs; or else the categories of order lines")}},
		Params: append([]Param{
			{ID: "from", Label: model.P("from"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Ratings where there are two or more, else categories")}, {fromRatings, model.P("Ratings of needs")}, {fromCategories, model.P("Categories bought")}},
				Help:    model.P("What tells the needs.")},
			{ID: "count", Label: model.P("ratings count"), Kind: Choice, Default: model.Word(asAnswered),
				Options: []Option{{asAnswered, model.P("As answered")}, {aboveLowest, model.P("Above the customer's own lowest rating")}},
				Help:    model.P("With many needs rated alike no share is large; what lies above the own lowest rating parts them more."),
				When:    rated},
			answers,
			{ID: "least", Label: model.P("least category"), Kind: PercentShare, Default: model.Num(.01), Min: .005, Max: .5, Step: .005, Unit: model.Percent,
				Help: model.P("Categories with a smaller share of all money are one: other categories."),
				When: []Condition{{"from", []string{fromCategories, autoWord}}}},
		}, dominanceParams(.4, .1)...),
		Source: "Haley (1968), Benefit Segmentation, Journal of Marketing 32(3); the least share and lead are conventions",
	}
}

// Run implements [Method].
func (needs) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	d, err := in.needShares(s)
	if err != nil {
		return nil, err
	}
	d.none = model.Segment{Name: model.P("Mixed"), Advice: model.Advice{Marketing: model.P("Offer the range, and learn from what they choose"), Product: model.P("Sets that serve several needs"), Service: model.P("Ask what they look for today")}}
	d.place(s, in)
	return s, nil
}

// needShares reads the shares of needs from ratings or else from categories.
func (in Input) needShares(s *model.Segmentation) (dominance, error) {
	choice, rated := in.Params.Word("from"), withoutCodes(s, in.questions("need")...)
	switch {
	case choice != fromCategories && len(rated) > 1:
		in.Params.settleWord("from", fromRatings)
		return in.ratedNeeds(s, rated)
	case choice == fromRatings:
		return dominance{}, paramErrorf("from", "ratings of needs take two columns or more, and there are %d: map each with --map need=COLUMN, or set from=categories", len(rated))
	}
	bought := in.categoryMoney(s)
	if len(bought) < 2 {
		return dominance{}, paramErrorf("from", "this data has neither ratings of two needs nor orders of two categories: map each rating with --map need=COLUMN, or the orders' categories with --map category=COLUMN")
	}
	in.Params.settleWord("from", fromCategories)
	any := measured{MeasureInfo: model.MeasureInfo{Label: model.P("money spent on any category")}, values: bought[0].values, formula: bought[0].formula}
	d := dominance{absence: needAll(any)}
	for _, b := range bought {
		d.things = append(d.things, thing{b.Label, b, needAdvice(b.Label)})
	}
	s.Used = append(s.Used, in.besideOrders())
	s.Notes = append(s.Notes, model.P("Needs are read from the money spent on each category of the orders"))
	return d, nil
}

// ratedNeeds are the shares of ratings, or of what lies above a customer's own
// lowest; of ranks, or of points shared out.
func (in Input) ratedNeeds(s *model.Segmentation, rated []measured) (dominance, error) {
	for j := range rated {
		rated[j] = rated[j].going(model.Never) // what they need is theirs to say
	}
	const fewest = 3 // of two, 1 and 2 may be no and yes
	scales := []scale{{0, 1}, {1, 5}, {1, 7}, {0, 10}, {0, 100}}
	kind, weights, a, most, err := importance{rated, scales, fewest}.read(s, in.Params.Word("answers"))
	if err != nil {
		return dominance{}, err
	}
	d := dominance{absence: a, reach: most}
	if kind == byRating {
		d.reach.remedy = model.P("set count=above-lowest")
	}
	if kind != byRank && in.Params.Word("count") == aboveLowest {
		d.reach, d.alike = reach{}, true
	}
	for j, q := range rated {
		weight := weights[j]
		if kind != byRank && in.Params.Word("count") == aboveLowest {
			weight = overLowest(weight, weights)
		}
		d.things = append(d.things, thing{q.Label, weight, needAdvice(q.Label)})
	}
	use(s, rated...)
	return d, nil
}

// overLowest is a customer's answer to a question less their lowest to several.
func overLowest(q measured, asked []measured) measured {
	over := func(w whatIf) float64 {
		low := w.value(asked[0])
		for _, other := range asked[1:] {
			low = min(low, w.value(other)) // missing when any is
		}
		return w.value(q) - low
	}
	return computedBy("above_lowest_"+string(q.ID), q.Label, q.Unit, len(q.values), over, asked...).toldDecimal(func() formula.Expr {
		low := asked[0].expr()
		for _, other := range asked[1:] {
			low = formula.Min(low, other.expr())
		}
		return formula.Sub(q.expr(), low)
	})
}

func needAdvice(need model.Phrase) model.Advice {
	return model.Advice{Marketing: model.P("Lead with %s", need), Product: model.P("The next offer serves %s first", need), Service: model.P("Train for questions on %s", need)}
}
