package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// social parts customers by their influence in social media. Source: practice of
// influencer marketing; the weights and shares are conventions.
type social struct{}

const (
	perFollower = "follower"
	perPost     = "post"
)

// Spec implements [Method].
func (social) Spec() Spec {
	needs := []Need{{Measure: "followers", Or: []model.Measure{"shares", "posts"}, Why: model.P("followers; or else what customers share and post")}}
	for _, m := range []model.Measure{"likes", "shares", "comments", "posts"} {
		needs = append(needs, Need{Measure: m, Optional: true, Why: model.P("how followers answer, for the engagement rate and Active")})
	}
	return Spec{
		ID: "social", Name: model.P("Social data"), Family: Who,
		Summary: model.P("Scores customers by their followers, how these answer, and what they share: who is a key opinion leader (KOL), a key opinion consumer (KOC), active, or a lurker."),
		Rule: model.P("Influence is the weighted mean of the percentiles of followers, engagement rate and shares; the weights of what a customer lacks fall to the others. " +
			"By descending influence the top share is KOL and the next KOC; of the others those who share or post are Active, the rest Lurkers."),
		Needs: needs,
		Params: []Param{
			{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(.5, .3, .2), Names: []string{"followers", "engagement_rate", "shares"}, Step: .1,
				Help: model.P("How much each counts for influence, in any proportion; 0 leaves it out.")},
			{ID: "rate", Label: model.P("rate"), Kind: Choice, Default: model.Word(perFollower),
				Options: []Option{{perFollower, model.P("Likes, comments and shares per follower")}, {perPost, model.P("Per follower and post")}},
				Help:    model.P("What the engagement rate is.")},
			sharesParam([]float64{5, 15, 80}, "KOL", "KOC", "others"),
			cutParam("active", model.P("active from"), model.P("Shares and posts together from which one of the others is Active."), 1, 0, 10000, 1, model.Plain),
		},
		Source: "Practice of influencer marketing (engagement rate, KOL and KOC); percentiles of followers equal those of their logarithm; weights and shares are conventions",
	}
}

// Run implements [Method].
func (social) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	ms := in.present("followers", "likes", "shares", "comments", "posts")
	s := &model.Segmentation{}
	c := composite{info: model.MeasureInfo{ID: "influence", Label: model.P("Influence")}}
	weights := in.Params.Numbers("weights")
	inputs := map[string]measured{}
	for _, id := range []model.Measure{"followers", "shares"} {
		if m, ok := find(ms, id); ok {
			inputs[string(id)] = m
		}
	}
	if m := in.engagementRate(ms); m.known() {
		inputs["engagement_rate"] = m
		s.Fit = append(s.Fit, model.Fit{Name: "median_engagement_rate", Value: median(m.values)})
	}
	for j, name := range []string{"followers", "engagement_rate", "shares"} {
		m, ok := inputs[name]
		switch {
		case weights[j] > 0 && ok:
			c.parts = append(c.parts, byPercentile(m, weights[j]))
		case weights[j] > 0:
			s.Notes = append(s.Notes, model.P("This data has no %s: its weight falls to the other measures", name))
		}
	}
	if len(c.parts) == 0 {
		return nil, paramErrorf("weights", "this data has none of the measures that have a weight: map followers or shares with --map followers=COLUMN, or give others a weight")
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	use(s, ms...)
	does := sharing(ms)
	in.placeInfluence(s, c, does)
	c.report(s)
	use(s, does)
	s.Charts = append(s.Charts, histograms(s, does)...)
	return s, nil
}

// engagementRate is likes, comments and shares per follower, or per follower and
// post. It is missing of customers without a follower or an answer known, and per
// post without a post.
func (in Input) engagementRate(ms []measured) measured {
	answers := findAll(ms, "likes", "comments", "shares")
	by := findAll(ms, "followers")
	missed := len(by) == 0
	if in.Params.Word("rate") == perPost {
		posts := findAll(ms, "posts")
		by, missed = append(by, posts...), missed || len(posts) == 0
	}
	rate := func(w whatIf) float64 {
		out := sumKnown(w, answers)
		for _, m := range by {
			switch v := w.value(m); {
			case v > 0:
				out /= v
			default:
				return missing
			}
		}
		return out
	}
	if missed {
		rate = func(whatIf) float64 { return missing }
	}
	return computedBy("engagement_rate", model.P("Engagement rate"), model.Percent, in.Customers.Len(), rate, append(answers, by...)...).toldDecimal(func() formula.Expr {
		out := sumKnownExpr(answers, asIs)
		for _, m := range by {
			x := m.expr()
			out = formula.If(formula.Compare(x, formula.More, formula.Number(0)), formula.Div(out, x), formula.Missing())
		}
		return out
	})
}

// sharing is what customers share and post together.
func sharing(ms []measured) measured {
	done := findAll(ms, "shares", "posts")
	return computedBy("shares_and_posts", model.P("Shares and posts"), model.Plain, len(ms[0].values), func(w whatIf) float64 {
		if sum := sumKnown(w, done); finite(sum) {
			return sum
		}
		return 0
	}, done...).toldDecimal(func() formula.Expr { return formula.Or(sumKnownExpr(done, asIs), formula.Number(0)) })
}

// placeInfluence places by rank of influence, and the others by what they do.
func (in Input) placeInfluence(s *model.Segmentation, c composite, does measured) {
	score, a := c.measured(), c.absence()
	t := topTiers(score.values, in.Params.Numbers("tiers"))
	tier := func(k int32) test {
		return newTest(t.rules(score.Label)[k], func(w whatIf) bool { return t.reached(w.value(score)) == k }, []measured{score}).
			told(func() formula.Expr { return formula.Compare(t.expr(score), formula.Equals, segmentExpr(k)) })
	}
	active := in.limitAt(does, "active")
	placeRules(s, []rule{
		{model.Segment{Name: model.P("KOL"), Advice: model.Advice{Marketing: model.P("Partnership: a contract, a code of their own, early products"), Product: model.P("Ask for their view before a launch"), Service: model.P("A named contact"), Risk: model.P("What they say of a fault reaches many")}}, tier(0)},
		{model.Segment{Name: model.P("KOC"), Advice: model.Advice{Marketing: model.P("Samples and reviews; a referral programme"), Product: model.P("Show what they made of it"), Service: model.P("Answer them in public, and soon")}}, tier(1)},
		{model.Segment{Name: model.P("Active"), Advice: model.Advice{Marketing: model.P("Things worth sharing: contests, referral codes"), Service: model.P("Thank them for what they post")}}, active.reached()},
		{model.Segment{Name: model.P("Lurker"), Advice: model.Advice{Marketing: model.P("Reach them by e-mail and ads, with proof from others"), Service: model.P("Self-service")}}, active.below()},
	}, a)
	s.Placing.Ranks = inOrder(4)
	if cuts := t.cuts(); len(cuts) > 0 {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(score.ID), Label: score.Label, Values: cuts})
	}
	addLimits(s, active)
}
