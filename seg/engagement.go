package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// engagement parts customers by the days they were active. Source: practice of
// product analytics; the cuts are conventions.
type engagement struct{}

// monthDays are the days that active days are counted in.
const monthDays = 30

// Spec implements [Method].
func (engagement) Spec() Spec {
	cut := func(id string, label model.Phrase, at float64) Param {
		return cutParam(id, label, model.P("Least active days of the segment."), at, 0, 1000, 1, model.Plain)
	}
	return Spec{
		ID: "engagement", Name: model.P("Engagement"), Family: Behaviour,
		Summary: model.P("Parts customers by the days of the last 30 on which they were active, from Power to Silent, and tells how sticky the product is."),
		Rule:    model.P("By active days of the last 30: Power from the first cut on, Core from the second, Casual from the third, Marginal from the fourth, else Silent."),
		Needs: []Need{{Measure: "active_days", Or: []model.Measure{"opens", "clicks"},
			Why: model.P("days active, counted from dated events or a column; or else e-mails opened, or clicks")}},
		Params: []Param{
			{ID: "activity", Label: model.P("activity"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("The first of these that is known")}, {"days", model.P("Active days")}, {"opens", model.P("E-mails opened")}, {"clicks", model.P("Clicks")}},
				Help:    model.P("What shows that a customer was active.")},
			cut("power", model.P("power from"), 20), cut("core", model.P("core from"), 8), cut("casual", model.P("casual from"), 2), cut("marginal", model.P("marginal from"), 1),
		},
		Source: "Practice of product analytics (DAU/MAU, power user curve); the cuts are conventions",
	}
}

// Run implements [Method].
func (engagement) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	m, err := in.activity()
	if err != nil {
		return nil, err
	}
	if m.ID == model.ActiveDays30 || m.ID == model.ActiveDays {
		m.Label, m.Unit = model.P("Active days of the last 30"), model.Plain // the label says days
		m.role = model.Role(model.ActiveDays)
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, m)
	a := needAll(m)
	a.excludeUnless(model.P("%s is below 0", m.Label), func(i int) bool { return m.values[i] < 0 }, func() formula.Expr {
		return formula.Compare(m.expr(), formula.AtLeast, formula.Number(0))
	})
	m = m.without(a)
	switch m.ID {
	case model.ActiveDays30:
		s.Fit = stickiness(m)
	case model.ActiveDays:
		s.Notes = append(s.Notes, model.P("Active days come from a column without dates: they are taken to be those of the last 30"))
		if more := a.count(func(i int) bool { return m.values[i] > monthDays }); more > 0 {
			s.Notes = append(s.Notes, model.P("%d customers have more than %d active days: the column counts a longer time, so move the cuts, which are for %d days", more, monthDays, monthDays))
		} else {
			s.Fit = stickiness(m)
		}
	default:
		s.Notes = append(s.Notes, model.P("The cuts are days by custom and count %s here: look at the histogram and move them", m.Label))
	}
	b := bands{}
	for i, id := range []string{"power", "core", "casual", "marginal", ""} {
		b.of = append(b.of, band{engagementSegments()[i], id})
	}
	if err := b.place(s, in.Params, m, a); err != nil {
		return nil, err
	}
	s.Charts = histograms(s, m)
	return s, nil
}

// activity finds what the parameter of that name asks for.
func (in Input) activity() (measured, error) {
	ways := map[string][]model.Measure{"days": {model.ActiveDays30, model.ActiveDays}, "opens": {"opens"}, "clicks": {"clicks"}}
	choice := in.Params.Word("activity")
	ids := ways[choice]
	if choice == autoWord {
		ids = []model.Measure{model.ActiveDays30, model.ActiveDays, "opens", "clicks"}
	}
	if ms := in.present(ids...); len(ms) > 0 {
		return ms[0], nil
	}
	if choice == autoWord {
		return measured{}, lacksAll("active_days", "opens", "clicks")
	}
	return measured{}, paramErrorf("activity", "this data has no %s: map a column to it with --map %s=COLUMN, or set activity=auto", ids[len(ids)-1], ids[len(ids)-1])
}

// stickiness is DAU/MAU over 30 days: the mean of customers active on a day by
// those active at all, which is their mean share of days.
func stickiness(days measured) []model.Fit {
	active, sum := 0., 0.
	for _, d := range days.values {
		if d > 0 {
			active++
			sum += min(d, monthDays)
		}
	}
	return []model.Fit{{Name: "dau", Value: sum / monthDays}, {Name: "mau", Value: active}, {Name: "stickiness", Value: sum / monthDays / active}}
}

func engagementSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Power"), Advice: model.Advice{Marketing: model.P("Ask for referrals and reviews"), Product: model.P("Beta tests, advanced features"), Service: model.P("A community and a direct line")}},
		{Name: model.P("Core"), Advice: model.Advice{Marketing: model.P("Upgrade to the next plan or level"), Product: model.P("Show features they do not use yet"), Service: model.P("Tips for the daily work")}},
		{Name: model.P("Casual"), Advice: model.Advice{Marketing: model.P("A weekly reason to come back"), Product: model.P("Shorten the way to what they come for"), Service: model.P("Ask what they miss")}},
		{Name: model.P("Marginal"), Advice: model.Advice{Marketing: model.P("Remind of the one use that made others stay"), Product: model.P("Onboarding again"), Risk: model.P("One step from leaving")}},
		{Name: model.P("Silent"), Advice: model.Advice{Marketing: model.P("One reactivation campaign, then stop paid contact"), Risk: model.P("Probably gone: look at renewals")}},
	}
}
