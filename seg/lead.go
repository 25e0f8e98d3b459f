package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// lead scores people by the interest they show and by how well they fit.
// Source: practice of marketing automation; the points are conventions.
type lead struct{}

const (
	byTemperature = "points"
	byFitGrid     = "grid"
	fromColumn    = "column"
	fromActivity  = "activity"
)

// Spec implements [Method].
func (lead) Spec() Spec {
	return Spec{
		ID: "lead", Name: model.P("Lead score"), Family: Attitude,
		Summary: model.P("Scores people by the interest they show, which fades with time, and by how well they fit: Hot, Warm and Cold, or fit A to D by engagement 1 to 4."),
		Rule: model.P("Interest is a column of points, or the counts of what somebody did times their points; it halves with every half-life since the last activity. By points: interest and the points of fit together, Hot from the first cut on, Warm from the second, else Cold. " +
			"On the grid: fit of 100 from the cuts A, B and C, else D, which also has those whose fit is not known; interest from the cuts 1, 2 and 3, else 4."),
		Needs: []Need{{Measure: "interest", Or: leadActivities(), Why: model.P("points of interest; or else counts of what somebody did")},
			{Measure: "fit", Optional: true, Why: model.P("how well they fit, 0 to 1, 1 to 5, 1 to 7, 0 to 10 or 0 to 100")},
			{Measure: "event_date", Optional: true, Why: model.P("date of the last activity, from which interest fades")}},
		Params: leadParams(),
		Source: "Practice of marketing automation: explicit fit and implicit engagement with decay; the points, half-life and cuts are conventions",
	}
}

// leadActivities are the counts that interest may be made of.
func leadActivities() []model.Measure {
	return []model.Measure{"views", "clicks", "opens", "sessions", "carts"}
}

func leadParams() []Param {
	when := func(scheme string, p Param) Param {
		p.When = []Condition{{"scheme", []string{scheme}}}
		return p
	}
	points := func(id string, label model.Phrase, at float64) Param {
		return cutParam(id, label, model.P("Least points."), at, 0, 100000, 10, model.Plain)
	}
	fit := func(id string, label model.Phrase, at float64) Param {
		return when(byFitGrid, cutParam(id, label, model.P("Least fit, of 100."), at, 0, 100, 5, model.Plain))
	}
	return []Param{
		{ID: "scheme", Label: model.P("scheme"), Kind: Choice, Default: model.Word(byTemperature),
			Options: []Option{{byTemperature, model.P("Hot, Warm, Cold by points")}, {byFitGrid, model.P("Fit A to D by engagement 1 to 4")}}, Help: model.P("Which segments there are.")},
		{ID: "interest", Label: model.P("interest"), Kind: Choice, Default: model.Word(autoWord),
			Options: []Option{{autoWord, model.P("A column of interest where there is one, else activity")}, {fromColumn, model.P("A column of interest")}, {fromActivity, model.P("Counts of activity")}}, Help: model.P("What shows interest.")},
		{ID: "weights", Label: model.P("points of activity"), Kind: Weights, Default: model.Nums(.5, 1, 1, 1, 5), Names: []string{"views", "clicks", "opens", "sessions", "carts"}, Step: .5,
			Help: model.P("Points for each thing done."), When: []Condition{{"interest", []string{fromActivity, autoWord}}}},
		{ID: "half-life", Label: model.P("half-life"), Kind: Float, Default: model.Num(30), Min: 1, Max: 3650, Step: 5, Unit: model.Days, Help: model.P("Days after which interest counts half.")},
		when(byTemperature, cutParam("fit-points", model.P("points of fit"), model.P("Points for a perfect fit, less for less; 0 leaves fit out."), 25, 0, 100000, 5, model.Plain)),
		when(byTemperature, points("hot", model.P("hot from"), 100)), when(byTemperature, points("warm", model.P("warm from"), 30)),
		fit("fit-a", model.P("A from"), 75), fit("fit-b", model.P("B from"), 50), fit("fit-c", model.P("C from"), 25),
		when(byFitGrid, points("first", model.P("1 from"), 100)), when(byFitGrid, points("second", model.P("2 from"), 30)), when(byFitGrid, points("third", model.P("3 from"), 10)),
	}
}

// Run implements [Method].
func (lead) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	interest, err := in.leadInterest(s)
	if err != nil {
		return nil, err
	}
	fit, fits, err := in.leadFit(s)
	if err != nil {
		return nil, err
	}
	if in.Params.Word("scheme") == byFitGrid {
		if !fits {
			return nil, paramErrorf("scheme", "this data has no fit: map a column to it with --map fit=COLUMN, or set scheme=points")
		}
		return s, in.placeOnFitGrid(s, fit, interest)
	}
	score := interest
	if worth := in.Params.Float("fit-points"); fits && worth > 0 {
		score = leadScore(interest, fit, worth)
		use(s, interest)
	} else if worth > 0 {
		s.Notes = append(s.Notes, model.P("This data has no fit: interest alone counts"))
	}
	b := bands{of: []band{
		{model.Segment{Name: model.P("Hot"), Advice: model.Advice{Marketing: model.P("An offer with a date, now"), Product: model.P("What they looked at last"), Service: model.P("Call within the day")}}, "hot"},
		{model.Segment{Name: model.P("Warm"), Advice: model.Advice{Marketing: model.P("Nurture: a case, a comparison, an invitation"), Product: model.P("A trial or sample"), Service: model.P("Answer what holds them back")}}, "warm"},
		{model.Segment{Name: model.P("Cold"), Advice: model.Advice{Marketing: model.P("Cheap and rare contact, until they stir"), Service: model.P("Self-service")}}, ""},
	}}
	if err := b.place(s, in.Params, score, needAll(interest)); err != nil {
		return nil, err
	}
	use(s, score)
	s.Charts = histograms(s, score)
	if fits {
		s.Charts = append(s.Charts, &model.Scatter{Title: model.P("Customers by fit and interest"), XTitle: fit.Label, YTitle: interest.Label, X: fit.values, Y: interest.values})
	}
	return s, nil
}

// leadScore adds the points of fit to interest; one whose fit is not known gets
// none.
func leadScore(interest, fit measured, worth float64) measured {
	return computedBy("lead_score", model.P("Lead score"), model.Plain, len(interest.values), func(w whatIf) float64 {
		score := w.value(interest) // missing stays so
		if v := w.value(fit); finite(v) {
			score += worth * v / 100
		}
		return score
	}, interest, fit).toldDecimal(func() formula.Expr {
		x := fit.expr()
		points := formula.Div(formula.Mul(formula.Number(worth), x), formula.Number(100))
		return formula.If(formula.Known{Of: x}, formula.Add(interest.expr(), points), interest.expr())
	})
}

// leadFit is fit of 100; false without any.
func (in Input) leadFit(s *model.Segmentation) (measured, bool, error) {
	found := withoutCodes(s, in.present("fit")...)
	if len(found) == 0 {
		return measured{}, false, nil
	}
	of, err := shareOfScale(s, "scheme", "recode it, or map another column with --map fit=COLUMN", found[:1])
	if err != nil {
		return measured{}, false, err
	}
	use(s, found...)
	raw := found[0].going(model.Never) // who they are, not what they do
	if unknown := len(raw.values) - raw.answered(); unknown > 0 {
		s.Notes = append(s.Notes, model.P("%d customers have no fit: they count as those who fit least, without points of fit and D on the grid", unknown))
	}
	fit := converted("fit_percent", model.P("Fit (of 100)"), model.Plain, raw, func(v float64) float64 { return 100 * of.share(v) },
		func(x formula.Expr) formula.Expr { return formula.Mul(formula.Number(100), of.shareExpr(x)) })
	use(s, fit)
	return fit, true, nil
}
