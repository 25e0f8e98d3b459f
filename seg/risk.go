package seg

import (
	"context"

	"custseg/model"
)

// risk grades customers by credit risk, from points for what they owe or from a
// credit score. Source: practice of credit scorecards; FICO's bands.
type risk struct{}

const (
	byPoints = "points"
	byCredit = "score"
)

// Spec implements [Method].
func (risk) Spec() Spec {
	return Spec{
		ID: "risk", Name: model.P("Credit risk"), Family: Behaviour,
		Summary: model.P("Grades customers by credit risk, Low, Medium and High: by points for utilisation, arrears, debt and a short history, or by a credit score."),
		Rule: model.P("Points add up: for utilisation above the high limit, or else above the middle one, for overdue payments, for debt by income above its limit, and for a history shorter than its limit. " +
			"High from the upper cut on, Medium from the lower, else Low. A measure that is missing gives no points, and a credit score has no part. By score: Low from the upper cut on, Medium from the lower, else High."),
		Needs: []Need{
			{Measure: "utilisation", Or: []model.Measure{"overdue", "debt_ratio", "history_years", "credit_score"}, Why: model.P("share of the credit limit in use; or any of the other inputs")},
			{Measure: "overdue", Optional: true, Why: model.P("payments overdue, or yes and no")}, {Measure: "debt_ratio", Optional: true, Why: model.P("debt by income")},
			{Measure: "history_years", Optional: true, Why: model.P("years of credit history")}, {Measure: "credit_score", Optional: true, Why: model.P("credit score")}},
		Params: riskParams(),
		Source: "Practice of credit scorecards; Siddiqi (2006), Credit Risk Scorecards; FICO's bands of scores, fair from 580 and good from 670",
	}
}

func riskParams() []Param {
	when := func(way string, p Param) Param {
		p.When = []Condition{{"by", []string{way, autoWord}}}
		return p
	}
	points := func(id string, label model.Phrase, at float64) Param {
		return when(byPoints, cutParam(id, label, model.P("Points for it; 0 leaves it out."), at, 0, 1000, 5, model.Plain))
	}
	limit := func(id string, label, help model.Phrase, at, high, step float64, unit model.Unit) Param {
		return when(byPoints, cutParam(id, label, help, at, 0, high, step, unit))
	}
	return []Param{
		{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(autoWord),
			Options: []Option{{autoWord, model.P("Points where any of their measures is known, else the credit score")}, {byPoints, model.P("Points")}, {byCredit, model.P("Credit score")}},
			Help:    model.P("What risk is read from.")},
		limit("utilisation-high", model.P("high utilisation"), model.P("Utilisation above this gives the most points."), .8, 10, .05, model.Percent),
		points("utilisation-high-points", model.P("its points"), 30),
		limit("utilisation-mid", model.P("middle utilisation"), model.P("Utilisation above this gives points, unless it is high."), .5, 10, .05, model.Percent),
		points("utilisation-mid-points", model.P("its points"), 15),
		limit("overdue", model.P("overdue"), model.P("More overdue than this gives points."), 0, 1000, 1, model.Plain),
		points("overdue-points", model.P("its points"), 40),
		limit("debt", model.P("debt by income"), model.P("Debt by income above this gives points."), .5, 10, .05, model.Percent),
		points("debt-points", model.P("its points"), 20),
		limit("history", model.P("history"), model.P("A history of fewer years than this gives points."), 1, 100, .5, model.Plain),
		points("history-points", model.P("its points"), 10),
		when(byPoints, cutParam("high", model.P("high from"), model.P("Least points of High risk."), 60, 0, 10000, 5, model.Plain)),
		when(byPoints, cutParam("mid", model.P("medium from"), model.P("Least points of Medium risk."), 30, 0, 10000, 5, model.Plain)),
		when(byCredit, cutParam("score-low", model.P("low from"), model.P("Least credit score of Low risk."), 670, 0, 10000, 10, model.Plain)),
		when(byCredit, cutParam("score-mid", model.P("medium from"), model.P("Least credit score of Medium risk."), 580, 0, 10000, 10, model.Plain)),
	}
}

// Run implements [Method].
func (risk) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	way, ms := in.Params.Word("by"), in.riskMeasures(s)
	if way == autoWord && len(ms) == 0 || way == byCredit {
		ms = in.present("credit_score")
		if len(ms) == 0 && way == autoWord {
			return nil, lacksAll(append(riskInputs(), "credit_score")...)
		}
		way = byCredit
	}
	if len(ms) == 0 {
		return nil, paramErrorf("by", "this data has nothing to read risk from by %s: map a column with --map, or set by=auto", way)
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if low, high := "utilisation-mid", "utilisation-high"; way != byCredit && in.Params.Float(low) > in.Params.Float(high) {
		return nil, paramErrorf(low, "%s must not be above %s, %s", in.Params.Text(low), high, in.Params.Text(high))
	}
	use(s, ms...)
	low, medium, high := riskSegment("Low"), riskSegment("Medium"), riskSegment("High")
	if way == byCredit {
		b := bands{of: []band{{low, "score-low"}, {medium, "score-mid"}, {high, ""}}}
		a, err := in.creditScores(s, ms[0])
		if err != nil {
			return nil, err
		}
		if err := b.place(s, in.Params, ms[0].without(a), a); err != nil {
			return nil, err
		}
		s.Charts = histograms(s, ms[0])
		return s, nil
	}
	in.noteWithout(s, model.P("by=score, as points count here"), "score-low", "score-mid")
	in.noteOutOfReach(s, ms)
	a := needAny(ms...)
	points := in.riskPoints(s, ms).without(a)
	b := bands{of: []band{{high, "high"}, {medium, "mid"}, {low, ""}}, worst: true}
	if err := b.place(s, in.Params, points, a); err != nil {
		return nil, err
	}
	use(s, points)
	s.Charts = append(append(histograms(s, points), s.Charts...), histograms(s, ms...)...)
	return s, nil
}

func riskSegment(grade string) model.Segment {
	switch grade {
	case "High":
		return model.Segment{Name: model.P("High risk"), Advice: model.Advice{Marketing: model.P("No offer of credit"), Product: model.P("Prepaid and secured products"),
			Service: model.P("Talk early about a plan to pay"), Risk: model.P("Tighten the limit and monitor")}}
	case "Medium":
		return model.Segment{Name: model.P("Medium risk"), Advice: model.Advice{Marketing: model.P("Offers within the present limit"), Service: model.P("Reminders before payments are due"), Risk: model.P("Keep the limit, review each quarter")}}
	}
	return model.Segment{Name: model.P("Low risk"), Advice: model.Advice{Marketing: model.P("Offer credit and higher limits"), Product: model.P("Better terms for good payers"), Service: model.P("Quick approval"), Risk: model.P("Review once a year")}}
}
