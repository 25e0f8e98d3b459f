package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// experience parts customers by how their way through the touchpoints went.
// Sources: CSAT; Dixon, Freeman & Toman (2010) for effort; Martilla & James
// (1977) for importance and performance.
type experience struct{}

const (
	highIsEasy = "easy"
	highIsHard = "hard"
)

// Spec implements [Method].
func (experience) Spec() Spec {
	share := func(id string, label, help model.Phrase, at float64) Param {
		return cutParam(id, label, help, at, 0, 1, .05, model.Percent)
	}
	effort := func(id string, label, help model.Phrase, at float64) Param {
		return cutParam(id, label, help, at, 1, 7, 1, model.Plain)
	}
	return Spec{
		ID: "experience", Name: model.P("Customer experience"), Family: Attitude,
		Summary: model.P("Parts customers by their ratings of touchpoints and by effort: Smooth, Mixed, Painful; tells CSAT, CES, each customer's weakest touchpoint, and where to act first by importance and performance."),
		Rule: model.P("A rating is satisfied from its cut on. Painful: the customer's share of satisfied ratings is below the painful cut, or the ease is up to its painful cut. Smooth: the share, where there are ratings, reaches the smooth cut, and the ease, where it is known, is easy. Else Mixed. " +
			"CSAT is the share of satisfied ratings, CES the share of easy answers. Importance is the correlation of a touchpoint with overall satisfaction, or else recommendation, or else the mean of the others."),
		Needs: []Need{{Measure: "touchpoint", Or: []model.Measure{"satisfaction", "effort"}, Why: model.P("ratings of touchpoints from 1 to 5; or else overall satisfaction, or effort")},
			{Measure: "satisfaction", Optional: true, Why: model.P("overall satisfaction, for importance")}, {Measure: "recommend", Optional: true, Why: model.P("recommendation, for importance where there is no satisfaction")},
			{Measure: "effort", Optional: true, Why: model.P("effort from 1 to 7")}},
		Params: []Param{
			cutParam("satisfied", model.P("satisfied from"), model.P("Least rating, of 5, that is satisfied."), 4, 1, 5, 1, model.Plain),
			share("smooth", model.P("smooth from"), model.P("Least share of satisfied ratings of Smooth."), .8),
			share("painful", model.P("painful below"), model.P("Share of satisfied ratings below which it is Painful."), .4),
			effort("easy", model.P("easy from"), model.P("Least ease, of 7, that is easy."), 5), effort("hard", model.P("hard up to"), model.P("Greatest ease, of 7, that is Painful."), 2),
			bestParam(),
			{ID: "effort", Label: model.P("high effort answers"), Kind: Choice, Default: model.Word(highIsEasy),
				Options: []Option{{highIsEasy, model.P("Are easy: 7 is no effort (CES 2.0)")}, {highIsHard, model.P("Are hard: 7 is most effort")}}, Help: model.P("What a high answer on effort means.")},
		},
		Source: "Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7/8); Martilla & James (1977), Importance-Performance Analysis, Journal of Marketing 41(1)",
	}
}

// Run implements [Method].
func (experience) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	points, err := in.touchpoints(s)
	if err != nil {
		return nil, err
	}
	ease, asked, err := in.ease(s)
	if err != nil {
		return nil, err
	}
	if len(points) == 0 && !asked {
		return nil, lacksAll("touchpoint", "satisfaction", "effort")
	}
	var known []measured
	var painful, smooth []test
	var limits []limit
	if len(points) > 0 {
		share := satisfiedShare(points, in.Params.Float("satisfied"))
		low, high := in.limitAt(share, "painful"), in.limitAt(share, "smooth")
		if low.at > high.at {
			return nil, paramErrorf("painful", "%s must not be above smooth, %s", in.Params.Text("painful"), in.Params.Text("smooth"))
		}
		noteReversed(s, share, in.present("recommend"), "best="+in.otherEnd())
		known, limits = append(known, share), append(limits, low, high)
		painful, smooth = append(painful, low.below()), append(smooth, orUnknown(share, high.reached()))
	}
	if asked {
		hard, easy := in.limitAt(ease, "hard"), in.limitAt(ease, "easy")
		if hard.at >= easy.at {
			return nil, paramErrorf("hard", "%s must be below easy, %s", in.Params.Text("hard"), in.Params.Text("easy"))
		}
		other := highIsHard
		if in.Params.Word("effort") == highIsHard {
			other = highIsEasy
		}
		noteReversed(s, ease, in.present("recommend"), "effort="+other)
		known, limits = append(known, ease), append(limits, hard, easy)
		painful, smooth = append(painful, hard.within()), append(smooth, orUnknown(ease, easy.reached()))
		s.Fit = append(s.Fit, model.Fit{Name: "ces", Value: reaching(ease, easy.at)}, model.Fit{Name: "ease_mean", Value: meanWithin(ease.values)})
	}
	placeRules(s, []rule{{experienceSegment("Painful"), anyOf(painful...)}, {experienceSegment("Smooth"), allOf(smooth...)}, {experienceSegment("Mixed"), neither(anyOf(painful...), allOf(smooth...))}}, needAny(known...))
	s.Placing.Ranks = []int{2, 0, 1}
	addLimits(s, limits...)
	use(s, known...)
	s.Charts = histograms(s, known...)
	if len(points) > 0 {
		s.Fit = append(s.Fit, model.Fit{Name: "csat", Value: pooledShare(points, in.Params.Float("satisfied"))})
		in.describeTouchpoints(s, points)
	}
	return s, nil
}

// neither is the test of those who pass none of two, which come before it.
func neither(first, second test) test {
	out := otherwise()
	out.words = model.P("neither of: %s; %s", first.words, second.words)
	return out
}

// orUnknown lets a test pass those without the value that it is on.
func orUnknown(m measured, t test) test {
	return newTest(t.words, func(w whatIf) bool { return !finite(w.value(m)) || t.holds(w) }, append([]measured{m}, t.of...)).told(func() formula.Expr {
		return formula.Any(formula.Lacking{Of: m.expr()}, t.formula())
	})
}

func experienceSegment(name string) model.Segment {
	switch name {
	case "Painful":
		return model.Segment{Name: model.P("Painful"), Advice: model.Advice{Marketing: model.P("Apologize before any offer"), Product: model.P("Mend their weakest touchpoint first"), Service: model.P("Call within two days and take over what is open"), Risk: model.P("High effort drives customers away")}}
	case "Smooth":
		return model.Segment{Name: model.P("Smooth"), Advice: model.Advice{Marketing: model.P("Ask for a review while it is fresh"), Product: model.P("Learn from their way and make it the standard"), Service: model.P("Stay out of the way")}}
	}
	return model.Segment{Name: model.P("Mixed"), Advice: model.Advice{Marketing: model.P("Steer them to the touchpoints that work"), Product: model.P("Even out the weakest touchpoint"), Service: model.P("Ask after each contact"), Risk: model.P("One bad day from painful")}}
}
