package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// habits reads how customers buy: at a discount, in large baskets, of one
// category. Source: practice of retail analysis; the cuts are conventions.
type habits struct{}

// Spec implements [Method].
func (habits) Spec() Spec {
	share := func(id string, label, help model.Phrase, at float64) Param {
		return cutParam(id, label, help, at, 0, 1, .05, model.Percent)
	}
	return Spec{
		ID: "habits", Name: model.P("Buying habits"), Family: Behaviour,
		Summary: model.P("Reads how customers buy: at a discount, in large baskets, of one category; with the channels, weekdays and hours that they prefer."),
		Rule: model.P("The first that holds: Bargain Hunter with more than a share of purchases at a discount; Big Basket with an average order above a percentile; " +
			"Single Category with purchases concentrated in one category (Herfindahl-Hirschman index); else Mixed."),
		Needs: []Need{{Measure: model.AverageOrder, Why: model.P("money per order")},
			{Measure: model.Frequency, Optional: true, Why: model.P("number of orders")},
			{Measure: "discount", Optional: true, Why: model.P("discount of the order lines, for Bargain Hunter")},
			{Measure: "category", Optional: true, Why: model.P("category of the order lines, for Single Category")},
			{Measure: channelRole, Optional: true, Why: model.P("channel of the orders, reported beside")}},
		Params: []Param{
			share("discount", model.P("discount above"), model.P("Share of the order lines at a discount above which a customer is a Bargain Hunter."), .5),
			share("basket", model.P("basket above"), model.P("Percentile of the average order above which it is a Big Basket."), .8),
			share("category", model.P("category above"), model.P("Concentration of the orders in categories, from 0 to 1 for one alone, above which it is a Single Category."), .6),
			{ID: "orders", Label: model.P("habit from"), Kind: Int, Default: model.Num(2), Min: 1, Max: 100, Step: 1,
				Help: model.P("Orders from which buying of one category is a habit.")},
		},
		Source: "Practice of retail analysis; Herfindahl-Hirschman index of concentration; the cuts are conventions",
	}
}

// Run implements [Method].
func (habits) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	size, err := in.measure(model.AverageOrder)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, size)
	a := in.needAll(size)
	big := in.limitAtShare(size.without(a), "basket")
	bargain, basket, single, mixed := habitSegments()
	var rules []rule
	var limits []limit
	ms := []measured{size}
	if m, ok := in.discounted(); ok {
		l := in.limitAt(m, "discount")
		ms, limits = append(ms, m), append(limits, l)
		rules = append(rules, rule{bargain, l.passed()})
	} else {
		s.Notes = append(s.Notes, model.P("The orders have no discount, so that nobody is a Bargain Hunter: map a column to it with --map discount=COLUMN"))
	}
	limits = append(limits, big)
	rules = append(rules, rule{basket, big.passed()})
	if m, ok := in.orderMix(model.Category); ok {
		s.Notes = append(s.Notes, m.notes...)
		m.tell(func(word model.Phrase) model.Phrase { return model.P("Orders with %s", word) })
		hhi := m.concentration("category_hhi", model.P("Concentration in categories (HHI)"))
		l := in.limitAt(hhi, "category")
		ms, limits = append(ms, hhi), append(limits, l)
		rules = append(rules, rule{single, allOf(l.passed(), in.ordersFrom())})
		s.Scores = append(s.Scores, model.NewTexts("top_category", m.first(), m.words))
		s.Charts = append(s.Charts, m.bars(model.P("Orders by category")))
	} else {
		s.Notes = append(s.Notes, model.P("The orders have no category, so that nobody is Single Category: map a column to it with --map category=COLUMN"))
	}
	rules = append(rules, rule{mixed, otherwise()})
	placeRules(s, rules, a)
	addLimits(s, limits...)
	use(s, ms[1:]...)
	for _, m := range ms[1:] {
		_, mean, _ := moments(m.values)
		s.Fit = append(s.Fit, model.Fit{Name: "mean_" + string(m.ID), Value: mean})
	}
	charts := s.Charts
	s.Charts = append(histograms(s, ms...), charts...)
	in.reportTimes(s)
	if m, ok := in.orderMix(channelRole); ok {
		s.Notes = append(s.Notes, m.notes...)
		s.Scores = append(s.Scores, model.NewTexts("top_channel", m.first(), m.words), model.NewNumbers("top_channel_share", m.share(0)))
		s.Charts = append(s.Charts, m.bars(model.P("Orders by channel")))
	}
	return s, nil
}

// ordersFrom holds of customers with as many orders as a habit takes, and of
// those whose orders are not known.
func (in Input) ordersFrom() test {
	least, orders := in.Params.Float("orders"), in.present(model.Frequency)
	return newTest(model.P("orders ≥ %s", figure(least)), func(w whatIf) bool { return len(orders) == 0 || !(w.value(orders[0]) < least) }, orders).told(func() formula.Expr {
		if len(orders) == 0 {
			return formula.All()
		}
		return formula.Any(formula.Lacking{Of: orders[0].expr()}, formula.Compare(orders[0].expr(), formula.AtLeast, formula.Number(least)))
	})
}

// discounted is the share of a customer's purchase lines, of those whose discount
// is known, that had one.
func (in Input) discounted() (measured, bool) {
	o := in.Customers.Orders()
	if o == nil {
		return measured{}, false
	}
	column, _ := o.Column("discount")
	discount, ok := column.(*model.Numbers)
	if !ok {
		return measured{}, false
	}
	values := make([]float64, in.Customers.Len())
	for i := range values {
		lines, lowered := 0., 0.
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			if d := discount.At(int(o.Row[l])); !o.Back(l) && finite(d) {
				lines++
				if d != 0 {
					lowered++
				}
			}
		}
		values[i] = lowered / lines // missing without lines
	}
	m := computed("discount_share", model.P("Share of purchases at a discount"), model.Percent, values)
	m.column = in.besideOrders()
	m = m.told(func() formula.Expr {
		of := formula.Lines{Do: formula.LineCount, By: "discount", Test: formula.Given}
		lines := formula.OnLines("lines with a known discount", of)
		of.Test = formula.NotZero
		return formula.Div(formula.OnLines("lines at a discount", of), lines)
	})
	return m, m.known()
}

func habitSegments() (bargain, basket, single, mixed model.Segment) {
	bargain = model.Segment{Name: model.P("Bargain Hunter"), Advice: model.Advice{Marketing: model.P("Clearance and coupons with a least order; no news at full price"), Product: model.P("Bundles rather than lower prices"),
		Service: model.P("Self-service"), Risk: model.P("Leaves when the offers end: watch the margin")}}
	basket = model.Segment{Name: model.P("Big Basket"), Advice: model.Advice{Marketing: model.P("Benefits for large orders: free delivery, points by amount"), Product: model.P("Larger packs, sets and services with them"),
		Service: model.P("Follow up each large order"), Risk: model.P("Few orders carry much: one that fails costs")}}
	single = model.Segment{Name: model.P("Single Category"), Advice: model.Advice{Marketing: model.P("Lead from the category they know to the one beside it"), Product: model.P("Depth in their category, replenishment"),
		Service: model.P("Expert advice in their category")}}
	mixed = model.Segment{Name: model.P("Mixed"), Advice: model.Advice{Marketing: model.P("The whole range, timed by the last order"), Product: model.P("Show what goes together"),
		Service: model.P("Standard service")}}
	return bargain, basket, single, mixed
}
