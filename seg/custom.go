package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// custom parts customers by how much of what they buy is made to order. Source:
// practice of mass customization, Pine (1993); the cuts are conventions.
type custom struct{}

// The ways to tell a wish for custom goods.
const (
	ofCustomOrders = "orders"
	ofRequests     = "request"
)

// Spec implements [Method].
func (custom) Spec() Spec {
	cut := func(id string, label model.Phrase, at float64) Param {
		return cutParam(id, label, model.P("Least share of custom orders of the segment."), at, 0, 1, .05, model.Percent)
	}
	return Spec{
		ID: "custom", Name: model.P("Custom demand"), Family: Attitude,
		Summary: model.P("Parts customers by the share of their orders that are made to order, or by how much they wish for it: Bespoke, Semi-custom, Standard."),
		Rule:    model.P("Custom orders by all orders, or else the wish for custom goods as a share of the way from the lowest to the highest answer: Bespoke from the first cut on, Semi-custom from the second, else Standard."),
		Needs: []Need{{Measure: "custom_orders", Or: []model.Measure{"custom_request"}, Why: model.P("number of orders made to order; or else a wish for it, 0 to 1, 1 to 5, 1 to 7, 0 to 10 or 0 to 100")},
			{Measure: model.Frequency, Optional: true, Why: model.P("number of orders, of which custom orders are a share")}},
		Params: []Param{
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Custom orders where they are known, else the wish")}, {ofCustomOrders, model.P("Custom orders by orders")}, {ofRequests, model.P("Wish for custom goods")}},
				Help:    model.P("What tells custom demand.")},
			cut("bespoke", model.P("bespoke from"), .5), cut("semi", model.P("semi-custom from"), .1),
		},
		Source: "Pine (1993), Mass Customization; the cuts are conventions",
	}
}

// Run implements [Method].
func (custom) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	m, a, err := in.customShare(s)
	if err != nil {
		return nil, err
	}
	b := bands{of: []band{
		{model.Segment{Name: model.P("Bespoke"), Advice: model.Advice{Marketing: model.P("Show finished pieces and the way they were made"), Product: model.P("A configurator, samples, small runs"),
			Service: model.P("A named adviser from draft to delivery"), Risk: model.P("Take a deposit: what is made to order cannot be sold again")}}, "bespoke"},
		{model.Segment{Name: model.P("Semi-custom"), Advice: model.Advice{Marketing: model.P("Options on the standard goods: engraving, colour, size"), Product: model.P("Modules that combine"), Service: model.P("A choice of three, not of thirty")}}, "semi"},
		{model.Segment{Name: model.P("Standard"), Advice: model.Advice{Marketing: model.P("Price and availability"), Product: model.P("Few versions in stock"), Service: model.P("Self-service")}}, ""},
	}}
	if err := b.place(s, in.Params, m, a); err != nil {
		return nil, err
	}
	s.Placing.Ranks = nil // another business, not a better one
	use(s, m)
	s.Charts = histograms(s, m)
	_, mean, _ := moments(m.values)
	s.Fit = []model.Fit{{Name: "custom_share_mean", Value: mean}}
	return s, nil
}

// customShare is the share of custom orders, or the wish for them, 0..1, and who
// has none.
func (in Input) customShare(s *model.Segmentation) (measured, absence, error) {
	choice := in.Params.Word("by")
	made, orders, wish := in.present("custom_orders"), in.present(model.Frequency), withoutCodes(s, in.present("custom_request")...)
	switch {
	case choice != ofRequests && len(made) > 0 && len(orders) > 0:
		in.Params.settleWord("by", ofCustomOrders)
		m, a := shareOfOrders(made[0].going(model.Up), orders[0])
		use(s, made[0], orders[0])
		return m, a, nil
	case choice != ofCustomOrders && len(wish) > 0:
		in.Params.settleWord("by", ofRequests)
		use(s, wish...)
		of, err := shareOfScale(s, "by", "recode the answers, or map another column with --map custom_request=COLUMN", wish[:1])
		if err != nil {
			return measured{}, absence{}, err
		}
		m := converted("custom_share", model.P("Wish for custom goods"), model.Percent, wish[0].going(model.Never), of.share, of.shareExpr)
		return m, needAll(m), nil
	case choice != autoWord:
		return measured{}, absence{}, paramErrorf("by", "this data has no %s: map columns with --map custom_orders=COLUMN and --map frequency=COLUMN, or with --map custom_request=COLUMN, or set by=auto", choice)
	case len(made) > 0:
		_, err := in.measure(model.Frequency)
		return measured{}, absence{}, err
	}
	return measured{}, absence{}, lacksAll("custom_orders", "custom_request")
}

// shareOfOrders is custom orders by all orders.
func shareOfOrders(made, orders measured) (measured, absence) {
	share := computedBy("custom_share", model.P("Share of custom orders"), model.Percent, len(made.values), func(w whatIf) float64 {
		n, all := w.value(made), w.value(orders)
		if all > 0 && n >= 0 && n <= all {
			return n / all
		}
		return missing
	}, made, orders).toldDecimal(func() formula.Expr {
		n, all := made.expr(), orders.expr()
		possible := formula.All(formula.Compare(all, formula.More, formula.Number(0)), formula.Compare(n, formula.AtLeast, formula.Number(0)), formula.Compare(n, formula.AtMost, all))
		return formula.If(possible, formula.Div(n, all), formula.Missing())
	})
	a := needPurchase(orders, made)
	a.excludeLacking(model.P("custom orders are below 0 or more than all orders"), share)
	return share, a
}
