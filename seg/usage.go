package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// usage parts customers by how much, and how much of, a product they use.
// Source: practice of product analytics.
type usage struct{}

// Spec implements [Method].
func (usage) Spec() Spec {
	return Spec{
		ID: "usage", Name: model.P("Product usage"), Family: Behaviour,
		Summary: model.P("Parts customers by the days and minutes they use a product and the features they have taken up: Heavy, Medium, Light, and Shallow who use hardly any of it."),
		Rule: model.P("Shallow: the share of features used is below the limit. The others by the mean of the z-scores of days, minutes and features used, of those that are known: " +
			"the top share is Heavy, the next Medium, the rest Light."),
		Needs: []Need{{Measure: "active_days", Or: []model.Measure{"minutes", "features_used"}, Why: model.P("days of use; or else minutes or features used")},
			{Measure: "minutes", Optional: true, Why: model.P("minutes of use")}, {Measure: "features_used", Optional: true, Why: model.P("features used")},
			{Measure: "features_available", Optional: true, Why: model.P("features there are; without it the most that any customer uses")}},
		Params: []Param{sharesParam([]float64{1, 1, 1}, "Heavy", "Medium", "Light"),
			cutParam("shallow", model.P("shallow below"), model.P("Share of the features below which use is Shallow; 0 is off."), .2, 0, 1, .05, model.Percent)},
		Source: "Practice of product analytics: breadth, depth and frequency of use",
	}
}

// Run implements [Method].
func (usage) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	ms := in.present("active_days", "minutes")
	s := &model.Segmentation{}
	use(s, ms...)
	adoption, adopted := in.adoption(s)
	if adopted {
		ms = append(ms, adoption)
	}
	if len(ms) == 0 {
		return nil, lacksAll("active_days", "minutes", "features_used")
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	score := meanZ(ms)
	use(s, score)
	if adopted {
		placeUsage(s, in.Params, score, in.limitAt(adoption, "shallow"), needAny(ms...))
	} else {
		s.Notes = append(s.Notes, model.P("Features used are not known, so that nobody is Shallow: map a column with --map features_used=COLUMN"))
		a := needAny(ms...)
		placeTiers(s, topTiers(score.values, in.Params.Numbers("tiers")), usageSegments()[:3], score, a)
	}
	s.Charts = append(histograms(s, score), histograms(s, ms...)...)
	return s, nil
}

// placeUsage puts customers who are below the limit in the last segment, and
// ranks the others.
func placeUsage(s *model.Segmentation, p Params, score measured, shallow limit, a absence) {
	segments, isShallow := usageSegments(), shallow.below()
	ranked := slices.Clone(score.values)
	for i := range ranked {
		if isShallow.holds(whatIf{i: i}) {
			ranked[i] = missing
		}
	}
	t := topTiers(ranked, p.Numbers("tiers"))
	for i, rule := range t.rules(score.Label) {
		segments[i].Rule = model.P("of those who are not Shallow, %s", rule)
	}
	segments[3].Rule = isShallow.words
	place := a.placer(s, segments)
	for i, tier := range t.of {
		switch {
		case !place.can(i):
		case isShallow.holds(whatIf{i: i}):
			s.Of[i] = 3
		default:
			s.Of[i] = tier
		}
	}
	place.done()
	decide(s, func(w whatIf) int32 {
		if isShallow.holds(w) {
			return 3
		}
		return t.reached(w.value(score))
	}, inOrder(len(segments)), score, shallow.of)
	a.express(s, func() formula.Expr {
		return formula.If(isShallow.formula(), segmentExpr(3), t.expr(score))
	})
	use(s, shallow.of)
	addLimits(s, shallow)
	if cuts := t.cuts(); len(cuts) > 0 {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(score.ID), Label: score.Label, Values: cuts})
	}
}

// adoption is the share of the features that customers use, 0..1.
func (in Input) adoption(s *model.Segmentation) (measured, bool) {
	used := in.present("features_used")
	if len(used) == 0 {
		return measured{}, false
	}
	use(s, used...)
	most := used[0].quantile(1)
	there := in.present("features_available")
	if len(there) == 0 {
		s.Notes = append(s.Notes, model.P("Features available are not known: the most that a customer uses, %s, stands in", figure(most)))
	}
	use(s, there...)
	m := computedBy("adoption", model.P("Share of features used"), model.Percent, in.Customers.Len(), func(w whatIf) float64 {
		n, all := w.value(used[0]), most
		if len(there) > 0 {
			all = w.value(there[0])
		}
		if all > 0 && n >= 0 {
			return min(n/all, 1)
		}
		return missing
	}, append(used, there...)...).toldDecimal(func() formula.Expr {
		all := formula.Expr(formula.Number(most))
		if len(there) > 0 {
			all = there[0].expr()
		}
		return shareExpr(used[0].expr(), all)
	})
	above := 0
	for i, n := range used[0].values {
		if len(there) > 0 && n > there[0].values[i] {
			above++
		}
	}
	if above > 0 {
		s.Warnings = append(s.Warnings, model.P("%d customers use more features than there are for them: they count as 100%%; see whether both columns count the same", above))
	}
	return m, m.known()
}

// meanZ is the mean of the z-scores, by the population standard deviation, of
// the measures that a customer has. One that is the same for all counts 0.
func meanZ(ms []measured) measured {
	mean, sd := make([]float64, len(ms)), make([]float64, len(ms))
	for j, m := range ms {
		_, mean[j], sd[j] = moments(m.values)
	}
	return computedBy("usage_z", model.P("Usage, mean z"), model.Plain, len(ms[0].values), func(w whatIf) float64 {
		sum, count := 0., 0.
		for j, m := range ms {
			if v := w.value(m); finite(v) {
				count++
				if sd[j] > 0 {
					sum += (v - mean[j]) / sd[j]
				}
			}
		}
		return sum / count // missing without any
	}, ms...).toldDecimal(func() formula.Expr {
		return meanKnown(ms, func(j int, x formula.Expr) formula.Expr {
			if !(sd[j] > 0) {
				return formula.Number(0)
			}
			return formula.Div(formula.Sub(x, formula.Number(mean[j])), formula.Number(sd[j]))
		})
	})
}

func usageSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Heavy"), Advice: model.Advice{Marketing: model.P("Ask for referrals and case studies"), Product: model.P("Advanced features, beta tests"), Service: model.P("A direct line"), Risk: model.P("An outage hits them first")}},
		{Name: model.P("Medium"), Advice: model.Advice{Marketing: model.P("Show what heavy users do"), Product: model.P("The next feature, one at a time"), Service: model.P("Tips in the product")}},
		{Name: model.P("Light"), Advice: model.Advice{Marketing: model.P("Remind of the use they bought it for"), Product: model.P("Shorten the way to it"), Service: model.P("Offer training"), Risk: model.P("Renewal in doubt")}},
		{Name: model.P("Shallow"), Advice: model.Advice{Product: model.P("Onboarding again: they know a small part of the product"), Service: model.P("Guided tour of what others use"), Risk: model.P("Easily replaced by a simpler product")}},
	}
}
