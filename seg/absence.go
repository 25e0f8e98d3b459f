package seg

import (
	"slices"

	"custseg/model"
)

// absence says of each customer why a method cannot place them: a place in
// reasons, or -1 when it can.
type absence struct {
	why     []int32
	reasons []model.Phrase
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
	a := absence{why: make([]int32, len(ms[0].values))}
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
	a.exclude(model.P("no purchase in scope"), func(i int) bool { return orders.values[i] <= 0 })
	for _, m := range others {
		a.exclude(model.P("%s is missing or not finite", m.Label), func(i int) bool { return !finite(m.values[i]) })
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
	a := absence{why: make([]int32, len(ms[0].values)), reasons: []model.Phrase{model.P("all are missing or not finite: %s", list("%s, %s", labels))}}
	for i := range a.why {
		if slices.ContainsFunc(ms, func(m measured) bool { return finite(m.values[i]) }) {
			a.why[i] = -1
		}
	}
	return a
}

// exclude leaves out customers for one more reason. Those who are left out
// already keep theirs.
func (a *absence) exclude(reason model.Phrase, is func(i int) bool) {
	a.reasons = append(a.reasons, reason)
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
