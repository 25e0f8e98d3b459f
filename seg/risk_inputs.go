package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
)

// riskMeasures are the inputs that points are for, of those that the data has,
// without values that cannot be.
func (in Input) riskMeasures(s *model.Segmentation) []measured {
	var out []measured
	for _, m := range in.present(riskInputs()...) {
		if m = possible(s, asShare(s, m)); m.known() {
			out = append(out, m)
		}
	}
	return out
}

// possible leaves out values that an input of risk cannot have, those below 0
// and shares beyond ten times the limit or the income, and notes how many.
func possible(s *model.Segmentation, m measured) measured {
	const mostShare = 10
	raw, values, off := m, make([]float64, len(m.values)), 0
	for i, v := range m.values {
		if v < 0 || m.Unit == model.Percent && v > mostShare {
			v = missing
			off++
		}
		values[i] = v
	}
	if m.values = values; off > 0 {
		s.Notes = append(s.Notes, model.P("%s: %d values are impossible and give no points", m.Label, off))
	}
	return m.told(func() formula.Expr {
		x, within := raw.expr(), math.Inf(1)
		if m.Unit == model.Percent {
			within = mostShare
		}
		return between(x, 0, within)
	})
}

// noteOutOfReach warns when the measures that are known give fewer points
// together than High takes, or than Medium does.
func (in Input) noteOutOfReach(s *model.Segmentation, ms []measured) {
	most := 0.
	var labels []model.Phrase
	for _, m := range ms {
		best := 0.
		for _, f := range riskFactors() {
			if f.measure == m.ID {
				best = max(best, in.Params.Float(f.points))
			}
		}
		most += best
		labels = append(labels, m.Label)
	}
	for _, cut := range []struct {
		id   string
		name model.Phrase
	}{{"mid", model.P("Medium risk")}, {"high", model.P("High risk")}} {
		if from := in.Params.Float(cut.id); most < from {
			s.Warnings = append(s.Warnings, model.P("Nobody can be %s: it starts at %s points, and what is known gives %s at most: %s. Map the other measures, or lower %s",
				cut.name, figure(from), figure(most), list("%s, %s", labels), cut.id))
			return
		}
	}
}

// The credit scores in use lie within these, as FICO's from 300 to 850 and
// others up to 999.
const leastCredit, mostCredit = 300, 999

// creditScores reads credit scores and who has none. On the usual scale those
// beyond it are codes or slips and set aside; on another, such as 0 to 10, the
// error asks for cuts that fit.
func (in Input) creditScores(s *model.Segmentation, m measured) (absence, error) {
	a, middle := needAll(m), median(m.values)
	if middle >= leastCredit && middle <= mostCredit {
		a.excludeUnless(model.P("%s is outside %d to %d, where credit scores lie", m.Label, leastCredit, mostCredit), func(i int) bool {
			return m.values[i] < leastCredit || m.values[i] > mostCredit
		}, func() formula.Expr { return formula.Known{Of: between(m.expr(), leastCredit, mostCredit)} })
		m = m.without(a)
	}
	low, high := m.span()
	mid, good := in.Params.Float("score-mid"), in.Params.Float("score-low")
	switch {
	case high < leastCredit && mid > high:
		return a, paramErrorf("score-mid", "column %s has scores from %s to %s, and the cuts are for credit scores from %d to %d: set score-mid and score-low to cuts on its scale, "+
			"on which a higher score must be a lower risk", m.column, model.FormatNumber(low), model.FormatNumber(high), leastCredit, mostCredit)
	case mid > high || good <= low:
		s.Notes = append(s.Notes, model.P("All scores, from %s to %s, lie on one side of a cut: see whether score-mid and score-low fit the scale", figure(low), figure(high)))
	}
	return a, nil
}
