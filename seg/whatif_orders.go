package seg

import (
	"math"
	"slices"

	"custseg/model"
)

// orderCounts are those of a method's measures that are counted of the same orders,
// where average order × frequency is monetary: one of them cannot change without
// another.
type orderCounts struct{ orders, money, each measured }

// orderCountsOf finds them among measures. Those that are columns of their own are none.
func orderCountsOf(ms []measured) orderCounts {
	of := func(id model.Measure) measured {
		if m, ok := find(ms, id); ok && m.ofOrders {
			return m
		}
		return measured{}
	}
	return orderCounts{of(model.Frequency), of(model.Monetary), of(model.AverageOrder)}
}

// several reports whether a change of one measure may be one of another.
func (c orderCounts) several() bool {
	return c.money.values != nil && (c.orders.values != nil || c.each.values != nil)
}

// along completes changes of customer i: more orders are of the usual size, where
// that is above 0, and another average is of as many orders. It is not possible
// that all three change and disagree.
func (c orderCounts) along(i int, with []model.Change) (all []model.Change, possible bool) {
	if !c.several() || len(with) == 0 {
		return with, true
	}
	w := whatIf{i, with}
	own, now, told := [3]float64{}, [3]float64{}, [3]bool{}
	for k, m := range []measured{c.orders, c.money, c.each} {
		own[k], now[k] = missing, missing
		if m.values != nil {
			own[k], now[k] = m.values[i], w.value(m)
			told[k] = now[k] != own[k]
		}
	}
	switch {
	case !finite(own[0]):
		own[0] = math.Round(own[1] / own[2])
		now[0] = own[0]
	case !finite(own[2]):
		own[2] = own[1] / own[0]
		now[2] = own[2]
	}
	switch usual := own[1] / own[0]; {
	case told[1] && told[2]:
		return with, math.Abs(now[0]*now[2]-now[1]) <= 1e-9*math.Abs(now[1])
	case told[1]:
		now[2] = now[1] / now[0]
	case told[2]:
		now[1] = now[2] * now[0]
	case told[0] && usual > 0:
		now[1] = own[1] + (now[0]-own[0])*usual
	case told[0]:
		now[2] = now[1] / now[0]
	}
	all = slices.Clone(with)
	for k, m := range []measured{c.orders, c.money, c.each} {
		if m.values != nil && !told[k] && finite(now[k]) && now[k] != own[k] {
			all = slices.DeleteFunc(all, func(a model.Change) bool { return a.Measure == string(m.ID) })
			all = append(all, model.Change{Measure: string(m.ID), To: decimal(now[k])})
		}
	}
	return all, true
}
