package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// absence says of each customer why a method cannot place them: a place in
// reasons, or -1 when it can.
type absence struct {
	why     []int32
	reasons []model.Phrase
	able    []func() []formula.Expr // what holds, in formulas, of those whom a method can place
}

// needAll leaves out customers who lack any of the measures. Of those who lack
// what comes from orders because they have none it says so.
func (in Input) needAll(ms ...measured) absence {
	a := needAll(ms...)
	orders := in.present(model.Frequency)
	if len(orders) == 0 {
		return a
	}
	none := int32(len(a.reasons))
	a.reasons = append(a.reasons, model.P("no purchase in scope"))
	for i, why := range a.why {
		if why >= 0 && orders[0].values[i] <= 0 && computable(model.Measure(ms[why].column)) {
			a.why[i] = none
		}
	}
	return a
}

// needAll leaves out customers who lack any of the measures.
func needAll(ms ...measured) absence {
	a := absence{why: make([]int32, len(ms[0].values)), able: []func() []formula.Expr{func() []formula.Expr { return known(ms...) }}}
	for _, m := range ms {
		a.reasons = append(a.reasons, model.P("%s is missing or not finite", m.Label))
	}
	for i := range a.why {
		a.why[i] = int32(slices.IndexFunc(ms, func(m measured) bool { return !finite(m.values[i]) }))
	}
	return a
}

// needPurchase leaves out customers without an order, and those who lack any of
// the other measures.
func needPurchase(orders measured, others ...measured) absence {
	a := needAll(orders)
	a.excludeUnless(model.P("no purchase in scope"), func(i int) bool { return orders.values[i] <= 0 }, func() formula.Expr {
		return formula.Compare(orders.expr(), formula.More, formula.Number(0))
	})
	for _, m := range others {
		a.excludeLacking(model.P("%s is missing or not finite", m.Label), m)
	}
	return a
}

// needAny leaves out customers who lack all of the measures.
func needAny(ms ...measured) absence {
	if len(ms) == 1 {
		return needAll(ms...)
	}
	labels := make([]model.Phrase, len(ms))
	for j, m := range ms {
		labels[j] = m.Label
	}
	a := absence{why: make([]int32, len(ms[0].values)), reasons: []model.Phrase{model.P("all are missing or not finite: %s", list("%s, %s", labels))},
		able: []func() []formula.Expr{func() []formula.Expr { return []formula.Expr{formula.Any(known(ms...)...)} }}}
	for i := range a.why {
		if slices.ContainsFunc(ms, func(m measured) bool { return finite(m.values[i]) }) {
			a.why[i] = -1
		}
	}
	return a
}

// exclude leaves out customers for one more reason, which no formula tells. Those
// who are left out already keep theirs.
func (a *absence) exclude(reason model.Phrase, is func(i int) bool) {
	a.excludeUnless(reason, is, func() formula.Expr { return formula.Untold{What: "who is left out for this: " + reason.Key} })
}

// excludeLacking leaves out customers who lack a measure.
func (a *absence) excludeLacking(reason model.Phrase, m measured) {
	a.excludeUnless(reason, func(i int) bool { return !finite(m.values[i]) }, func() formula.Expr { return formula.Known{Of: m.expr()} })
}

// excludeUnless leaves out customers for one more reason, nobody for a nil is; the
// formula holds of the others.
func (a *absence) excludeUnless(reason model.Phrase, is func(i int) bool, other func() formula.Expr) {
	a.able = append(slices.Clone(a.able), func() []formula.Expr { return []formula.Expr{other()} })
	a.reasons = append(a.reasons, reason)
	if is == nil {
		return
	}
	for i, why := range a.why {
		if why < 0 && is(i) {
			a.why[i] = int32(len(a.reasons) - 1)
		}
	}
}

// count counts the customers who can be placed and are what is asked.
func (a absence) count(is func(i int) bool) int {
	n := 0
	for i, why := range a.why {
		if why < 0 && is(i) {
			n++
		}
	}
	return n
}

// placer starts a segmentation of the customers.
func (a absence) placer(s *model.Segmentation, segments []model.Segment) placer {
	return newPlacer(s, segments, a.why, a.reasons)
}
