package seg

import (
	"context"
	"math"

	"custseg/model"
)

// nps is the net promoter score. Source: Reichheld (2003); variance and
// interval as Rocks (2016).
type nps struct{}

// Spec implements [Method].
func (nps) Spec() Spec {
	cut := func(id string, label model.Phrase, at float64) Param {
		return cutParam(id, label, model.P("Least answer of the segment."), at, 0, 10, 1, model.Plain)
	}
	return Spec{
		ID: "nps", Name: model.P("Net Promoter Score"), Family: Attitude,
		Summary: model.P("Parts customers by the answer to: how likely are you to recommend us, from 0 to 10? The score is the percentage of Promoters less that of Detractors."),
		Rule:    model.P("Promoter from the first cut on, Passive from the second, else Detractor. Score = 100 (P - D), variance = P + D - (P - D)², standard error = √(variance / n), with P and D as shares."),
		Needs:   []Need{{Measure: "recommend", Why: model.P("would they recommend, 0 to 10")}},
		Params: []Param{
			cut("promoter", model.P("promoter from"), 9), cut("passive", model.P("passive from"), 7),
			{ID: "confidence", Label: model.P("confidence"), Kind: PercentShare, Default: model.Num(.95), Min: .5, Max: .999, Step: .01, Unit: model.Percent,
				Help: model.P("Of the interval around the score.")},
		},
		Source: "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12); Rocks (2016), Interval Estimation for the Net Promoter Score, The American Statistician 70(4)",
	}
}

// Run implements [Method].
func (nps) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m, err := in.measure("recommend")
	if err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	answered := withoutCodes(s, m)
	if err := checkPromoterScale(in.Params, answered); err != nil {
		return nil, err
	}
	m = answered[0]
	use(s, m)
	b := bands{of: []band{{npsSegment("Promoter"), "promoter"}, {npsSegment("Passive"), "passive"}, {npsSegment("Detractor"), ""}}}
	if err := b.place(s, in.Params, m, needAll(m)); err != nil {
		return nil, err
	}
	if in.Params.Float("promoter") != 9 || in.Params.Float("passive") != 7 {
		s.Notes = append(s.Notes, model.P("The cuts are not 9 and 7: the score does not compare with published ones"))
	}
	n := s.Counts()
	if n[0] == 0 {
		s.Notes = append(s.Notes, model.P("Nobody is a Promoter: see whether the question was asked from 0 to 10"))
	}
	if low, high := m.span(); low == 1 && high == 10 {
		s.Notes = append(s.Notes, model.P("Nobody answered 0: if the question was asked from 1 to 10, the score does not compare with published ones"))
	}
	s.Fit = promoterFit(n[0], n[1], n[2], in.Params.Float("confidence"))
	s.Charts = append([]model.Chart{answerBars(m, 100*float64(n[0]-n[2])/float64(n[0]+n[1]+n[2]))}, histograms(s, m)...)
	return s, nil
}

// checkPromoterScale refuses answers beyond 0 to 10, and those which only a
// shorter scale would give unless the cuts are set to it.
func checkPromoterScale(p Params, answered []measured) error {
	const remedy = "map the 0 to 10 question with --map recommend=COLUMN, or recode the answers"
	if _, err := onScale("promoter", remedy, answered, scale{0, 10}); err != nil {
		return err
	}
	m := answered[0]
	low, high := m.span()
	for _, short := range []scale{{1, 5}, {1, 7}} {
		if finite(low) && short.holds(low, high) && high < p.Float("promoter") {
			return paramErrorf("promoter", "column %s has answers from %s to %s, which looks like a scale of %s, and the net promoter score is defined on 0 to 10: "+
				"nobody would be a Promoter. Hint: for satisfaction of 1 to 5 map it with --map satisfaction=%s and use feedback or experience; "+
				"to part these answers all the same set both cuts, as in promoter=5 and passive=4", m.column, model.FormatNumber(low), model.FormatNumber(high), short, m.column)
		}
	}
	return nil
}

// promoterFit is the score of n respondents in points of 100, its variance and
// standard error on the scale from -1 to 1, and a normal interval in points.
func promoterFit(promoters, passives, detractors int, confidence float64) []model.Fit {
	n := float64(promoters + passives + detractors)
	p, d := float64(promoters)/n, float64(detractors)/n
	variance := p + d - (p-d)*(p-d)
	se := math.Sqrt(variance / n)
	half := math.Sqrt2 * math.Erfinv(confidence) * se
	return []model.Fit{{Name: "nps", Value: 100 * (p - d)}, {Name: "variance", Value: variance}, {Name: "standard_error", Value: se},
		{Name: "interval_low", Value: 100 * max(p-d-half, -1)}, {Name: "interval_high", Value: 100 * min(p-d+half, 1)},
		{Name: "promoters", Value: p}, {Name: "passives", Value: float64(passives) / n}, {Name: "detractors", Value: d}, {Name: "respondents", Value: n}}
}

// answerBars counts the answers from 0 to 10, each rounded down, and tells the
// score.
func answerBars(m measured, score float64) *model.Bars {
	out := &model.Bars{Title: model.P("Net promoter score %+.0f: customers by answer", score), Values: make([]float64, 11), Of: make([]int32, len(m.values))}
	if !finite(score) { // nobody answered
		out.Title = model.P("Customers by answer")
	}
	for v := range out.Values {
		out.Labels = append(out.Labels, model.P("%d", v))
	}
	for i, v := range m.values {
		out.Of[i] = -1
		if finite(v) {
			out.Of[i] = int32(math.Floor(v)) // 8.5 is not yet 9, as in the cuts
			out.Values[out.Of[i]]++
		}
	}
	return out
}

func npsSegment(name string) model.Segment {
	switch name {
	case "Promoter":
		return model.Segment{Name: model.P("Promoter"), Advice: model.Advice{Marketing: model.P("Ask for referrals and reviews; give them something to pass on"), Product: model.P("Beta tests, and a say in what comes"),
			Service: model.P("Thank them, and tell them what their praise led to")}}
	case "Passive":
		return model.Segment{Name: model.P("Passive"), Advice: model.Advice{Marketing: model.P("One surprise beyond what was promised"), Product: model.P("Ask what is missing for a nine"),
			Service: model.P("Follow up within the month"), Risk: model.P("Open to any better offer")}}
	}
	return model.Segment{Name: model.P("Detractor"), Advice: model.Advice{Marketing: model.P("No selling until it is mended"), Product: model.P("Sort their reasons and mend the commonest"),
		Service: model.P("Call within two days and close the loop"), Risk: model.P("Likely to leave, and to tell others")}}
}
