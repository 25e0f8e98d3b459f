package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// riskFactor is one reason for points: the measure is beyond a limit.
type riskFactor struct {
	measure model.Measure
	limit   string // the parameter of the limit
	points  string // the parameter of the points
	below   bool   // points are for values below the limit, not above
}

// riskFactors are the reasons for points. Of two on one measure the first that
// holds counts.
func riskFactors() []riskFactor {
	return []riskFactor{
		{"utilisation", "utilisation-high", "utilisation-high-points", false}, {"utilisation", "utilisation-mid", "utilisation-mid-points", false},
		{"overdue", "overdue", "overdue-points", false}, {"debt_ratio", "debt", "debt-points", false}, {"history_years", "history", "history-points", true},
	}
}

// riskInputs are the measures that points are for.
func riskInputs() []model.Measure {
	return []model.Measure{"utilisation", "overdue", "debt_ratio", "history_years"}
}

// riskPoints adds up the points of each customer, reports the limits, and
// counts the customers who have points for each reason.
func (in Input) riskPoints(s *model.Segmentation, ms []measured) measured {
	reasons := &model.Bars{Title: model.P("Customers with points, by reason"), ValueTitle: model.P("customers")}
	var limits []limit
	var given []riskReason
	for _, f := range riskFactors() {
		m, ok := find(ms, f.measure)
		if !ok {
			continue
		}
		l := in.limitAt(m, f.limit)
		limits = append(limits, l)
		when := l.passed()
		if f.below {
			when = l.below()
		}
		given = append(given, riskReason{f.measure, when, in.Params.Float(f.points)})
		reasons.Labels = append(reasons.Labels, when.words)
	}
	reasons.Values, reasons.Behind, reasons.Basis = make([]float64, len(given)), make([][]int32, len(given)), knownOf(in.Customers.Len(), ms)
	for i := range in.Customers.Len() {
		eachReason(given, whatIf{i: i}, func(k int) {
			reasons.Values[k]++
			reasons.Behind[k] = append(reasons.Behind[k], int32(i))
		})
	}
	addLimits(s, limits...)
	s.Charts = append(s.Charts, reasons)
	return computedBy("risk_points", model.P("Risk points"), model.Plain, in.Customers.Len(), func(w whatIf) float64 {
		sum := 0.
		eachReason(given, w, func(k int) { sum += given[k].points })
		return sum
	}, ms...).toldDecimal(func() formula.Expr { return reasonsExpr(given) })
}

// riskReason is a [riskFactor] in force.
type riskReason struct {
	measure model.Measure
	when    test
	points  float64
}

// eachReason visits the reasons for which a customer has points: of two on one
// measure, which stand together, the first that holds.
func eachReason(reasons []riskReason, w whatIf, visit func(k int)) {
	for k := 0; k < len(reasons); k++ {
		if !reasons[k].when.holds(w) {
			continue
		}
		visit(k)
		for k+1 < len(reasons) && reasons[k+1].measure == reasons[k].measure {
			k++
		}
	}
}

// reasonsExpr adds up the points of [eachReason] in a formula.
func reasonsExpr(reasons []riskReason) formula.Expr {
	var sum []formula.Expr
	for k := 0; k < len(reasons); {
		c, measure := formula.Choice{Else: formula.Number(0)}, reasons[k].measure
		for ; k < len(reasons) && reasons[k].measure == measure; k++ {
			c.Cases = append(c.Cases, formula.Case{If: reasons[k].when.formula(), Then: formula.Number(reasons[k].points)})
		}
		sum = append(sum, c)
	}
	return formula.Sum(sum)
}

// asShare reads utilisation and debt by income as shares of 1. Columns written
// in percent have a median above 1, which is noted.
func asShare(s *model.Segmentation, m measured) measured {
	if m.ID != "utilisation" && m.ID != "debt_ratio" {
		return m
	}
	m.Unit = model.Percent
	if !(median(m.values) > 1) {
		return m
	}
	s.Notes = append(s.Notes, model.P("%s is read as percent, for half of the values are above 1", m.Label))
	values, raw := make([]float64, len(m.values)), m
	for i, v := range m.values {
		values[i] = v / 100
	}
	m.values = values
	return m.told(func() formula.Expr { return formula.Div(raw.expr(), formula.Number(100)) })
}
