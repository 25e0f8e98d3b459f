package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// touchpoints are the ratings of touchpoints, or else overall satisfaction.
func (in Input) touchpoints(s *model.Segmentation) ([]measured, error) {
	points := withoutCodes(s, in.questions("touchpoint")...)
	if len(points) == 0 {
		if points = withoutCodes(s, in.present("satisfaction")...); len(points) > 0 {
			s.Notes = append(s.Notes, model.P("No touchpoint is rated: overall satisfaction stands in"))
		}
	}
	if len(points) == 0 {
		return nil, nil
	}
	of, err := onScale("satisfied", "CSAT is defined on 1 to 5: recode them, or map other columns with --map touchpoint=COLUMN", points, scale{1, 5})
	use(s, points...)
	if in.Params.Word("best") == bestLowest {
		for j, p := range points {
			points[j] = converted("turned_"+string(p.ID), p.Label, p.Unit, p, func(v float64) float64 { return in.turned(v, of) },
				func(x formula.Expr) formula.Expr { return in.turnedExpr(x, of) })
			points[j].column = p.column
		}
	}
	return points, err
}

// ease is the answers on effort, from 1 to 7 with 7 the easiest; false without
// any.
func (in Input) ease(s *model.Segmentation) (measured, bool, error) {
	found := withoutCodes(s, in.present("effort")...)
	if len(found) == 0 {
		return measured{}, false, nil
	}
	use(s, found...)
	if found[0].stated {
		return in.easeOf(found[0]), true, nil
	}
	if _, err := onScale("effort", "CES is defined on 1 to 7: recode them, or map another column with --map effort=COLUMN", found, scale{1, 7}); err != nil {
		return measured{}, false, err
	}
	const short = 5
	if _, high := found[0].span(); high <= short {
		s.Notes = append(s.Notes, model.P("No answer on effort is above %s: if it was asked from 1 to 5, recode the answers, for they are read as from 1 to 7", figure(high)))
	}
	return in.easeOf(found[0]), true, nil
}

// easeOf brings answers on effort to 1 to 7, in a straight line from the scale
// that they are on, with 7 the easiest.
func (in Input) easeOf(raw measured) measured {
	const top = 7
	of, key := raw.on, "%s, %s the easiest"
	above := func(v float64) float64 { return v - of.low }
	aboveExpr := func(x formula.Expr) formula.Expr { return formula.Sub(x, formula.Number(of.low)) }
	if in.Params.Word("effort") == highIsHard {
		key, above = "%s, %s the hardest", func(v float64) float64 { return of.high - v }
		aboveExpr = func(x formula.Expr) formula.Expr { return formula.Sub(formula.Number(of.high), x) }
	}
	ease := func(v float64) float64 { return 1 + above(v)*(top-1)/(of.high-of.low) }
	says := func(x formula.Expr) formula.Expr {
		return formula.Add(formula.Number(1), formula.Div(formula.Mul(aboveExpr(x), formula.Number(top-1)), formula.Number(of.high-of.low)))
	}
	raw.Label = model.P(key, raw.Label, figure(of.high))
	return converted("ease", model.P("Ease (of 7)"), model.Plain, raw, ease, says)
}

// satisfiedShare is the share of each customer's ratings that reach a cut.
func satisfiedShare(points []measured, cut float64) measured {
	share := func(w whatIf) float64 {
		satisfied, rated := 0., 0.
		for _, p := range points {
			if v := w.value(p); finite(v) {
				rated++
				if v >= cut {
					satisfied++
				}
			}
		}
		return satisfied / rated // missing without any
	}
	return computedBy("satisfied_share", model.P("Share of satisfied ratings"), model.Percent, len(points[0].values), share, points...).toldDecimal(func() formula.Expr {
		return meanKnown(points, func(_ int, x formula.Expr) formula.Expr {
			return formula.If(formula.Compare(x, formula.AtLeast, formula.Number(cut)), formula.Number(1), formula.Number(0))
		})
	})
}

// pooledShare is the share of all ratings that reach a cut.
func pooledShare(points []measured, cut float64) float64 {
	satisfied, rated := 0., 0.
	for _, p := range points {
		n := float64(p.answered())
		if n > 0 {
			rated += n
			satisfied += n * reaching(p, cut)
		}
	}
	return satisfied / rated
}

// reaching is the share of the values that reach a cut, missing without any.
func reaching(m measured, cut float64) float64 {
	n := 0.
	for _, v := range m.values {
		if v >= cut {
			n++
		}
	}
	return n / float64(m.answered())
}
