package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// leadInterest is the points of interest, faded since the last activity.
func (in Input) leadInterest(s *model.Segmentation) (measured, error) {
	raw, err := in.rawInterest(s)
	if err != nil {
		return measured{}, err
	}
	idle, until := in.idleDays(s)
	if until == model.NoDay {
		s.Notes = append(s.Notes, model.P("The date of the last activity is not known, so that interest does not fade: map a column to it with --map event_date=COLUMN"))
		return converted("interest_points", model.P("Interest points"), model.Plain, raw, func(points float64) float64 { return points }, func(x formula.Expr) formula.Expr { return x }), nil
	}
	s.Notes = append(s.Notes, model.P("Interest fades as a whole from the last activity to %s", until.String()))
	undated := 0
	for i, points := range raw.values {
		if finite(points) && !finite(idle.values[i]) {
			undated++
		}
	}
	if undated > 0 {
		s.Notes = append(s.Notes, model.P("%d customers have no date of an activity: their interest does not fade", undated))
	}
	halfLife := in.Params.Float("half-life")
	return computedBy("interest_points", model.P("Interest points"), model.Plain, in.Customers.Len(), func(w whatIf) float64 {
		points, days := w.value(raw), w.value(idle)
		if !finite(days) {
			return points
		}
		return points * math.Exp2(-days/halfLife)
	}, raw, idle).toldDecimal(func() formula.Expr {
		points, days := raw.expr(), idle.expr()
		halvings := formula.Div(formula.Sub(formula.Number(0), days), formula.Number(halfLife))
		return formula.If(formula.Known{Of: days}, formula.Mul(points, formula.Exp2(halvings)), points)
	}), nil
}

// rawInterest is a column of interest, or counts of activity times their points;
// one who lacks some counts has the points of the others.
func (in Input) rawInterest(s *model.Segmentation) (measured, error) {
	choice := in.Params.Word("interest")
	if column := in.present("interest"); choice != fromActivity && len(column) > 0 {
		in.Params.settleWord("interest", fromColumn)
		use(s, column...)
		return column[0].going(model.Up), nil
	}
	done := in.present(leadActivities()...)
	if choice == fromColumn || len(done) == 0 {
		return measured{}, paramErrorf("interest", "this data has nothing to tell interest by %s: map points with --map interest=COLUMN, or counts to views, clicks, opens, sessions or carts, or set interest=auto", choice)
	}
	in.Params.settleWord("interest", fromActivity)
	use(s, done...)
	points := in.Params.Numbers("weights")
	worth := make([]float64, len(done))
	for k := range done {
		done[k] = done[k].going(model.Up)
		worth[k] = points[slices.Index(leadActivities(), done[k].ID)]
	}
	return computedBy("activity_points", model.P("Points of activity"), model.Plain, in.Customers.Len(), func(w whatIf) float64 {
		sum, known := 0., false
		for k, m := range done {
			if v := w.value(m); finite(v) {
				sum, known = sum+worth[k]*v, true
			}
		}
		if !known {
			return missing
		}
		return sum
	}, done...).toldDecimal(func() formula.Expr {
		return sumKnownExpr(done, func(k int, x formula.Expr) formula.Expr { return formula.Mul(formula.Number(worth[k]), x) })
	}), nil
}

// idleDays are the days from each customer's last event, or from the date of an
// event in a column, until the as-of date, or until the last of all where the
// data has no such date; NoDay when none is known.
func (in Input) idleDays(s *model.Segmentation) (idle measured, until model.Day) {
	for _, id := range []model.Measure{model.LastEvent, "event_date"} {
		f, ok := in.Customers.Feature(id)
		dates, isDates := f.Column.(*model.Dates)
		if !ok || !isDates {
			continue
		}
		if until = in.Customers.AsOf; until == model.NoDay {
			for _, at := range dates.Seconds() {
				until = max(until, model.DayOf(at))
			}
		}
		if until == model.NoDay {
			continue
		}
		s.Used = append(s.Used, dates.Name())
		values := make([]float64, len(dates.Seconds()))
		for i, at := range dates.Seconds() {
			values[i] = missing
			if day := model.DayOf(at); day != model.NoDay {
				values[i] = max(0, float64(until-day))
			}
		}
		idle = computed("idle_days", model.P("Days since the last activity"), model.Days, values).going(model.Down)
		return idle.told(func() formula.Expr {
			var now formula.Expr = formula.Number(until)
			if in.Customers.AsOf != model.NoDay {
				now = formula.Input{Kind: formula.Fact, Name: model.FactAsOf}
			}
			return formula.Max(formula.Number(0), formula.Sub(now, formula.Input{Kind: formula.Day, Name: dates.Name()}))
		}), until
	}
	return measured{}, model.NoDay
}
