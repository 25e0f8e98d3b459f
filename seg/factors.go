package seg

import (
	"context"
	"slices"
	"strings"

	"custseg/model"
)

// factors parts customers by what decides their purchase. Source: practice of
// conjoint and constant-sum surveys.
type factors struct{}

// Spec implements [Method].
func (factors) Spec() Spec {
	params := dominanceParams(0, .1)
	return Spec{
		ID: "factors", Name: model.P("Buying factors"), Family: Attitude,
		Summary: model.P("Parts customers by what decides their purchase, such as price, brand, quality or service: the factor that leads by enough names the segment, else it is Balanced."),
		Rule: model.P("Each factor's share of the importance of all: ratings and points by their sum; a rank r of the n that a customer gives counts n + 1 - r. " +
			"The factor with the largest share names the segment if it leads by at least the lead; else Balanced."),
		Needs: []Need{{Measure: "factor", Why: model.P("two columns or more of importance: ratings, ranks with 1 the most important, or points to share out")}},
		Params: append([]Param{importanceParam(model.P("Ratings from 1 to 5, 1 to 7 or 0 to 10"))},
			params...),
		Source: "Practice of constant-sum and ranking surveys; rank-sum weights: Stillwell, Seaver & Edwards (1981), A comparison of weight approximation techniques",
	}
}

// Run implements [Method].
func (factors) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	asked := withoutCodes(s, in.questions("factor")...)
	if len(asked) < 2 {
		return nil, paramErrorf("answers", "buying factors need two columns of importance or more, and there are %d: map each with --map factor=COLUMN", len(asked))
	}
	for j := range asked {
		asked[j] = asked[j].going(model.Never) // what counts with them is theirs to say
	}
	const fewest = 2
	_, weights, a, most, err := importance{asked, ratingScales(), fewest}.read(s, in.Params.Word("answers"))
	if err != nil {
		return nil, err
	}
	use(s, asked...)
	d := dominance{absence: a, reach: most, none: model.Segment{Name: model.P("Balanced"), Advice: model.Advice{Marketing: model.P("Say it all, shortly: no single promise wins them"), Product: model.P("An offer without a weak side"), Service: model.P("Ask what decided the last purchase")}}}
	for j, q := range asked {
		d.things = append(d.things, thing{q.Label, weights[j], factorAdvice(q)})
	}
	d.place(s, in)
	s.Charts = append(s.Charts, meanBars(model.P("Mean answers"), asked, nil))
	return s, nil
}

// factorAdvice is what to do for those with whom a factor decides: of the four
// usual ones, known by their header, in particular.
func factorAdvice(q measured) model.Advice {
	header := strings.ToLower(q.column)
	is := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(header, w) })
	}
	switch {
	case is("price", "cost", "价格", "价钱"):
		return model.Advice{Marketing: model.P("Offers, bundles and a price guarantee"), Product: model.P("A plain version at an entry price"), Service: model.P("Self-service"), Risk: model.P("They leave for the next lower price")}
	case is("brand", "品牌"):
		return model.Advice{Marketing: model.P("Story, endorsements, limited editions"), Product: model.P("Keep design and name consistent"), Service: model.P("A club for members"), Risk: model.P("Bad press costs them first")}
	case is("quality", "质量", "品质"):
		return model.Advice{Marketing: model.P("Tests, materials and guarantees rather than discounts"), Product: model.P("The best version first"), Service: model.P("Easy returns of what fails"), Risk: model.P("One defect weighs more than ten offers")}
	case is("service", "服务"):
		return model.Advice{Marketing: model.P("Show the people behind the counter"), Product: model.P("Sell goods with advice and care"), Service: model.P("Short ways: one contact, quick answers"), Risk: model.P("A rude answer loses them")}
	}
	return model.Advice{Marketing: model.P("Lead with %s", q.Label), Product: model.P("Be best in %s for them", q.Label)}
}
