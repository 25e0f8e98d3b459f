package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/validate"
)

// response scores customers by their chance of a yes. Source: logistic
// regression with a ridge (le Cessie & van Houwelingen 1992); gains and lift as in
// direct marketing (Hughes 1994, Strategic Database Marketing).
type response struct{}

// Spec implements [Method].
func (response) Spec() Spec {
	return Spec{
		ID: "response", Name: model.P("Response score"), Family: Mining, Seeded: true,
		Summary: model.P("Scores customers by the chance that the answer is yes, as to an offer, and cuts them into equal parts, the likeliest first."),
		Rule: model.P("Logistic regression on the columns, numbers as they are and each word but the commonest of its column, which the others are compared to, as a column of 0 and 1, with a ridge. " +
			"Customers by descending chance are cut into equal parts; equal chances stay together. AUC, gains and lift are of customers who were held out."),
		Needs: []Need{targetNeed(model.P("the answer: yes and no, or two words"))},
		Params: slices.Concat([]Param{{ID: "parts", Label: model.P("parts"), Kind: Int, Default: model.Num(10), Min: 2, Max: 20, Step: 1,
			Help: model.P("Equal parts of the customers by score, which are the segments: 10 are deciles.")}}, responseParams()),
		Source: "le Cessie & van Houwelingen (1992), Ridge estimators in logistic regression; Hughes (1994), Strategic Database Marketing",
	}
}

// Run implements [Method].
func (response) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := fitResponse(ctx, in, report)
	if err != nil {
		return nil, err
	}
	parts := in.Params.Int("parts")
	s := &model.Segmentation{Used: slices.Concat([]string{f.target.column}, f.columns), Notes: f.notes, Outcome: f.target.outcome()}
	score := f.scored("response_score")
	s.Scores = append(s.Scores, score.score())
	why, even := make([]int32, len(f.score)), make([]float64, parts)
	for i := range why {
		why[i] = -1
	}
	for i := range even {
		even[i] = 1
	}
	tiers := topTiers(f.score, even)
	part := f.held.within(pickFloats(f.score, f.held.rows), tiers.of)
	bins := validate.Gains(part, f.held.yes, parts)
	placeTiers(s, tiers, f.segments(bins), score, absence{why: why})
	s.Placing.Ranks = f.target.ranks(parts)
	gain, lift := f.held.reached(1 / float64(parts))
	s.Fit = append(f.measures(), model.Fit{Name: "lift_top", Value: lift}, model.Fit{Name: "gain_top", Value: gain})
	s.Notes = append(s.Notes, f.doubts()...)
	s.Charts = []model.Chart{f.held.gains(), f.lift(s, bins, part), f.weights(), histogram(s, score.MeasureInfo, score.values)}
	return s, nil
}

// segments are the parts, with advice by the lift that was measured in each.
func (f *responseFit) segments(bins []validate.Bin) []model.Segment {
	label, word := f.target.info.Label, model.Raw(f.target.words[f.target.yes])
	out := make([]model.Segment, len(bins))
	const high, low = 1.2, 0.8
	for i, b := range bins {
		out[i].Name = model.P("Part %d of %d", i+1, len(bins))
		if len(bins) == 10 {
			out[i].Name = model.P("Decile %d", i+1)
		}
		switch {
		case b.N == 0: // ties left nobody here
			out[i].Advice.Marketing = model.P("Nobody is here: equal chances stay together in other parts")
		case b.Lift > low && b.Lift < high:
			out[i].Advice.Marketing = model.P("As likely as any to be %s %s: contact only if it costs little", label, word)
		case f.target.regard() == unwanted:
			out[i].Advice = f.target.lossAdvice(b.Lift)
		case b.Lift >= high:
			out[i].Advice = model.Advice{Marketing: model.P("%.1f times as likely as all to be %s %s: contact these first, down to where a contact costs what it brings", b.Lift, label, word),
				Service: model.P("Expect answers and questions from here"), Risk: model.P("Keep some uncontacted to measure what the contact adds")}
		default:
			out[i].Advice = model.Advice{Marketing: model.P("%.1f times as likely as all to be %s %s: leave alone", b.Lift, label, word),
				Product: model.P("Ask what they want instead")}
		}
	}
	return out
}

// basis is the customers whose target is known, of all.
func (f *responseFit) basis() model.Basis {
	return model.Basis{N: len(f.held.rows), Missing: len(f.score) - len(f.held.rows)}
}

// lift is the share of yes by part, of customers held out, whose part is given.
func (f *responseFit) lift(s *model.Segmentation, bins []validate.Bin, part []int32) *model.Bars {
	out := &model.Bars{Title: model.P("Lift by part, of customers held out: 1 is the share of all"), ValueTitle: model.P("lift"), Basis: f.basis(), Behind: make([][]int32, len(bins))}
	for i, b := range bins {
		out.Labels, out.Values = append(out.Labels, s.Segments[i].Name), append(out.Values, b.Lift)
	}
	for i, r := range f.held.rows {
		if k := part[i]; k >= 0 {
			out.Behind[k] = append(out.Behind[k], r)
		}
	}
	return out
}
