package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// contradicting is the reason of a customer whose measures cannot be of one.
func contradicting() model.Phrase {
	return model.P("frequency, recency and tenure contradict each other")
}

// excludeImpossible leaves out customers whose recency or frequency is negative,
// and those whose last purchase would be before their first: what methods that
// predict from them refuse, no other method should rank.
func (a *absence) excludeImpossible(in Input) {
	for _, m := range in.present(model.Recency, model.Frequency) {
		negative := func(i int) bool { return m.values[i] < 0 }
		if m.ofOrders {
			negative = nil
		}
		a.excludeUnless(model.P("%s is negative", m.Label), negative, func() formula.Expr {
			return formula.Any(formula.Lacking{Of: m.expr()}, formula.Compare(m.expr(), formula.AtLeast, formula.Number(0)))
		})
	}
	recency, err := in.measure(model.Recency)
	first, known := in.Customers.Feature(model.Tenure)
	if err != nil || !known || recency.most == nil {
		return
	}
	contradicts := func(i int) bool { return recency.values[i] > recency.most.At(i) }
	if recency.ofOrders && first.OfOrders {
		contradicts = nil
	}
	a.excludeUnless(contradicting(), contradicts, func() formula.Expr {
		tenure, _ := in.measure(model.Tenure) // it was looked at above
		return formula.Any(formula.Lacking{Of: recency.expr()}, formula.Lacking{Of: tenure.expr()}, formula.Compare(recency.expr(), formula.AtMost, tenure.expr()))
	})
}

// tenureOf is the days since the first purchase, of which recency cannot be more;
// nil where they are not known, or are below recency for most, as a tenure of
// something else is. Both of orders are sound.
func (in Input) tenureOf(recency []float64, ofOrders bool) *model.Numbers {
	f, err := in.Feature(model.Tenure)
	if err != nil {
		return nil
	}
	tenure := f.Column.(*model.Numbers)
	if ofOrders && f.OfOrders {
		return tenure
	}
	before, n := 0, 0
	for i, first := range tenure.All() {
		if finite(recency[i], first) {
			n++
			if recency[i] > first {
				before++
			}
		}
	}
	if 2*before > n {
		return nil
	}
	return tenure
}
