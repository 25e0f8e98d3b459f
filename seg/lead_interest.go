package seg

import (
	"math"

	"custseg/model"
)

// leadInterest is the points of interest, faded since the last activity.
func (in Input) leadInterest(s *model.Segmentation) (measured, error) {
	raw, err := in.rawInterest(s)
	if err != nil {
		return measured{}, err
	}
	last := in.lastActivity(s)
	if last == nil {
		s.Notes = append(s.Notes, model.P("The date of the last activity is not known, so that interest does not fade: map a column to it with --map event_date=COLUMN"))
		return computed("interest_points", model.P("Interest points"), model.Plain, raw), nil
	}
	s.Notes = append(s.Notes, model.P("Interest fades as a whole from the last activity to %s", in.Customers.AsOf.String()))
	halfLife := in.Params.Float("half-life")
	values := make([]float64, len(raw))
	for i, v := range raw {
		values[i] = v
		if last[i] != model.NoDay {
			values[i] = v * math.Exp2(-math.Max(0, float64(in.Customers.AsOf-last[i]))/halfLife)
		}
	}
	return computed("interest_points", model.P("Interest points"), model.Plain, values), nil
}

// rawInterest is a column of interest, or counts of activity times their points;
// one who lacks some counts has the points of the others.
func (in Input) rawInterest(s *model.Segmentation) ([]float64, error) {
	choice := in.Params.Word("interest")
	if column := in.present("interest"); choice != fromActivity && len(column) > 0 {
		use(s, column...)
		return column[0].values, nil
	}
	done := in.present(leadActivities()...)
	if choice == fromColumn || len(done) == 0 {
		return nil, paramErrorf("interest", "this data has nothing to tell interest by %s: map points with --map interest=COLUMN, or counts to views, clicks, opens, sessions or carts, or set interest=auto", choice)
	}
	use(s, done...)
	points := in.Params.Numbers("weights")
	values := make([]float64, in.Customers.Len())
	known := needAny(done...)
	for i := range values {
		if known.why[i] >= 0 {
			values[i] = missing
		}
	}
	for j, id := range leadActivities() {
		m, ok := find(done, id)
		for i := range values {
			if ok && finite(m.values[i]) {
				values[i] += points[j] * m.values[i]
			}
		}
	}
	return values, nil
}

// lastActivity is the day of each customer's last event, or of a column mapped
// to the date of an event; nil when none is known or there is no as-of date.
func (in Input) lastActivity(s *model.Segmentation) []model.Day {
	for _, id := range []model.Measure{model.LastEvent, "event_date"} {
		f, ok := in.Customers.Feature(id)
		dates, isDates := f.Column.(*model.Dates)
		if !ok || !isDates || in.Customers.AsOf == model.NoDay {
			continue
		}
		s.Used = append(s.Used, dates.Name())
		out := make([]model.Day, len(dates.Seconds))
		for i, at := range dates.Seconds {
			out[i] = model.DayOf(at)
		}
		return out
	}
	return nil
}
