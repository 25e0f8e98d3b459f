package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// bands is the shape of methods that cut one measure at fixed values: each cut
// is a number parameter, so that the analyst moves it on the histogram.
//
//	bands{of: []band{
//		{model.Segment{Name: model.P("Promoter"), Advice: ...}, "promoter"},
//		{model.Segment{Name: model.P("Passive"), Advice: ...}, "passive"},
//		{model.Segment{Name: model.P("Detractor"), Advice: ...}, ""},
//	}}.place(s, in.Params, answer, needAll(answer))
//
// where promoter and passive are parameters of the method made by [cutParam]:
// 9 and 7.
type bands struct {
	of    []band // from the highest values to the lowest
	above bool   // a customer must be above the cut, not just reach it
	worst bool   // the first band is the worst, as of a risk
}

// band is one segment of [bands].
type band struct {
	segment model.Segment // its name and advice; the rule is written by place
	from    string        // the parameter that its values reach, empty for the last band, which has the rest
}

// cutParam is the parameter behind a cut.
func cutParam(id string, label, help model.Phrase, at, low, high, step float64, unit model.Unit) Param {
	p := Param{ID: id, Label: label, Kind: Float, Default: model.Num(at), Min: low, Max: high, Step: step, Unit: unit, Help: help}
	if unit == model.Percent {
		p.Kind = PercentShare
	}
	return p
}

// cuts reads the cuts in force, one for each band but the last. The error names
// two that are not in their order.
func (b bands) cuts(p Params) ([]float64, error) {
	cuts := make([]float64, len(b.of)-1)
	for i := range cuts {
		cuts[i] = p.Float(b.of[i].from)
		if i > 0 && cuts[i] >= cuts[i-1] {
			return nil, paramErrorf(b.of[i].from, "%s must be below %s, %s", p.Text(b.of[i].from), b.of[i-1].from, p.Text(b.of[i-1].from))
		}
	}
	return cuts, nil
}

// place puts customers in their bands, writes the rules and reports the cuts.
func (b bands) place(s *model.Segmentation, p Params, m measured, a absence) error {
	cuts, err := b.cuts(p)
	if err != nil {
		return err
	}
	segments := make([]model.Segment, len(b.of))
	for i, band := range b.of {
		segments[i] = band.segment
		segments[i].Rule = b.rule(m, cuts, i)
	}
	place := a.placer(s, segments)
	for i, v := range m.values {
		if place.can(i) {
			s.Of[i] = b.at(cuts, v)
		}
	}
	place.done()
	ranks := inOrder(len(b.of))
	if b.worst {
		ranks = fromWorst(len(b.of))
	}
	decide(s, byValue(m, func(v float64) int32 { return b.at(cuts, v) }), ranks, m)
	a.express(s, func() formula.Expr { return descending(m.expr(), cuts, b.above) })
	report := model.Cuts{Measure: string(m.ID), Label: m.Label, Unit: m.Unit, Values: slices.Clone(cuts)}
	slices.Reverse(report.Values)
	for i := len(cuts) - 1; i >= 0; i-- {
		report.Steps = append(report.Steps, b.of[i].from)
	}
	s.Cuts = append(s.Cuts, report)
	return nil
}

// at returns the band of a value.
func (b bands) at(cuts []float64, v float64) int32 {
	for i, cut := range cuts {
		if v > cut || v == cut && !b.above {
			return int32(i)
		}
	}
	return int32(len(cuts))
}

// rule says in words which values are in band i.
func (b bands) rule(m measured, cuts []float64, i int) model.Phrase {
	first, last := i == 0, i == len(cuts)
	switch {
	case first && b.above:
		return model.P("%s: above %s", m.Label, m.amount(cuts[i]))
	case first:
		return model.P("%s: %s or more", m.Label, m.amount(cuts[i]))
	case last && b.above:
		return model.P("%s: up to %s", m.Label, m.amount(cuts[i-1]))
	case last:
		return model.P("%s: below %s", m.Label, m.amount(cuts[i-1]))
	case b.above:
		return model.P("%s: above %s, up to %s", m.Label, m.amount(cuts[i]), m.amount(cuts[i-1]))
	}
	return model.P("%s: %s or more, and below %s", m.Label, m.amount(cuts[i]), m.amount(cuts[i-1]))
}
