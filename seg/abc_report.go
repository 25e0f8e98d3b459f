package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/concentration"
)

// tellABC tells how customers are placed by the lowest value of A and of B, which
// stay. Of those who have just that value ids decided, and a customer's own
// changes nothing.
func tellABC(s *model.Segmentation, m measured, curve concentration.Curve, ends [2]int, c *model.Customers) {
	var lowest [2]classEnd
	for g, end := range ends {
		lowest[g] = endOf(m, curve, end, c)
	}
	a, b, of := lowest[0].at, lowest[1].at, s.Of
	decide(s, func(w whatIf) int32 {
		switch v := w.value(m); {
		case v == m.values[w.i]:
			return of[w.i]
		case v >= a && v > 0:
			return 0
		case v >= b && v > 0:
			return 1
		}
		return 2
	}, inOrder(3), m)
	needAll(m).express(s, func() formula.Expr {
		out := formula.Choice{Else: segmentExpr(2)}
		for g, l := range lowest {
			if finite(l.at) {
				out.Cases = append(out.Cases, formula.Case{If: l.reached(m), Then: segmentExpr(g)})
			}
		}
		return out
	})
}

// classEnd is where a class ends: its lowest value, infinite of an empty class,
// and where some of the customers of that value are in the next class, the last id
// of those in this one.
type classEnd struct {
	at   float64
	last string // empty where all of that value are in the class
}

// endOf is the end of the class of the first customers of a curve, so many of
// them.
func endOf(m measured, curve concentration.Curve, end int, c *model.Customers) classEnd {
	if end == 0 {
		return classEnd{at: math.Inf(1)}
	}
	out := classEnd{at: m.values[curve.Order[end-1]]}
	if end < len(curve.Order) && m.values[curve.Order[end]] == out.at {
		out.last = c.ID(int(curve.Order[end-1]))
	}
	return out
}

// reached holds in a formula of customers in the class or a higher one.
func (l classEnd) reached(m measured) formula.Expr {
	if l.last == "" {
		return formula.Compare(m.expr(), formula.AtLeast, formula.Number(l.at))
	}
	return formula.Any(formula.Compare(m.expr(), formula.More, formula.Number(l.at)),
		formula.All(formula.Compare(m.expr(), formula.Equals, formula.Number(l.at)), formula.UpTo{Of: formula.Input{Kind: formula.Fact, Name: model.FactID}, ID: l.last}))
}

// noteWorthless tells of customers without a positive value: they are C, and
// what negative ones take from the total is outside the shares.
func noteWorthless(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve) {
	worthless := curve.Order[curve.Positive:]
	if len(worthless) == 0 {
		return
	}
	s.Notes = append(s.Notes, model.P("%d without a positive value of %s are C", len(worthless), info.Label))
	negative := 0.0
	for _, i := range worthless {
		negative += values[i]
	}
	if negative < 0 {
		s.Notes = append(s.Notes, model.P("Limits and shares are of the positive total of %s, %s; negative values add up to %s, so shares of the net total %s differ",
			info.Label, figure(curve.Total), figure(negative), figure(curve.Total+negative)))
	}
}

// abcTotals reports the total that is shared out, of the positive values, and
// the share of it, 0..1, that each class holds.
func abcTotals(curve concentration.Curve, ends [2]int) []model.Fit {
	upTo := func(end int) float64 {
		if end == 0 {
			return 0
		}
		return curve.Shares[end-1]
	}
	a, b := upTo(ends[0]), upTo(ends[1])
	return []model.Fit{{Name: "total", Value: curve.Total}, {Name: "a_share", Value: a}, {Name: "b_share", Value: b - a}, {Name: "c_share", Value: 1 - b}}
}

// addABCScores adds each customer's rank, 1 the largest, and cumulative share.
func addABCScores(s *model.Segmentation, n int, curve concentration.Curve) {
	rank, share := make([]float64, n), make([]float64, n)
	for i := range n {
		rank[i], share[i] = missing, missing
	}
	for place, i := range curve.Order {
		rank[i], share[i] = float64(place+1), curve.Shares[place]
	}
	s.Scores = append(s.Scores, model.NewNumbers("rank", rank), model.NewNumbers("cumulative_share", share))
}

// addABCCuts reports the lowest value of A and of B: what a customer must
// reach. A class without customers has none.
func addABCCuts(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve, ends [2]int) {
	cuts := model.Cuts{Measure: string(info.ID), Label: info.Label, Unit: info.Unit, Falls: true}
	for i, param := range []string{"b", "a"} { // ascending values
		if end := ends[1-i]; end > 0 {
			cuts.Values = append(cuts.Values, values[curve.Order[end-1]])
			cuts.Steps = append(cuts.Steps, param)
		}
	}
	if len(cuts.Values) > 0 {
		s.Cuts = append(s.Cuts, cuts)
	}
}

// addABCCharts gives the Pareto curve, marked where A and B end, and the
// measure's histogram.
func addABCCharts(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve, ends [2]int) {
	pareto := &model.Curve{Title: model.P("Cumulative share of %s", info.Label), XTitle: model.P("share of customers, largest first"),
		YTitle: model.P("share of the total"), XUnit: model.Percent, YUnit: model.Percent,
		X: curve.Customers(), Y: curve.Shares, Order: curve.Order, Diagonal: true}
	for i, label := range []model.Phrase{model.P("end of A"), model.P("end of B")} {
		if end := ends[i]; end > 0 {
			pareto.Marks = append(pareto.Marks, model.Mark{X: pareto.X[end-1], Y: pareto.Y[end-1], Label: label,
				Cut: 0, Index: len(s.Cuts[0].Values) - 1 - len(pareto.Marks)})
		}
	}
	s.Charts = append(s.Charts, pareto, histogram(s, info, values))
}
