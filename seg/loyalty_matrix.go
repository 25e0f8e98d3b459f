package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// loyaltyMatrix crosses what customers think with how far they buy here.
// Source: Dick & Basu (1994).
type loyaltyMatrix struct{}

// The kinds of patronage.
const (
	ofWallet = "wallet"
	ofOrders = "repeats"
)

// Spec implements [Method].
func (loyaltyMatrix) Spec() Spec {
	return Spec{
		ID: "loyalty-matrix", Name: model.P("Loyalty matrix"), Family: Behaviour,
		Summary: model.P("Crosses attitude with repeat patronage: who is loyal, who would be, who only seems to be, and who is not."),
		Rule: model.P("Attitude and patronage are each high at their cut or above. True loyalty: both; Latent: only the attitude; Spurious: only the patronage; No loyalty: neither. " +
			"Patronage is own spend by category spend, or else the share of orders after the first."),
		Needs: []Need{{Measure: "attitude", Or: []model.Measure{"satisfaction", "recommend"}, Why: model.P("attitude, a rating, the mean of several if there are; or else satisfaction or recommendation")},
			{Measure: model.Frequency, Or: []model.Measure{"own_spend"}, Why: model.P("number of orders, for the share after the first")},
			{Measure: "own_spend", Optional: true, Why: model.P("own spend, for the share of wallet")},
			{Measure: "category_spend", Optional: true, Why: model.P("spend in the category with all sellers, for the share of wallet")}},
		Params: append([]Param{{ID: "patronage", Label: model.P("patronage"), Kind: Choice, Default: model.Word(autoWord),
			Options: []Option{{autoWord, model.P("Share of wallet where it is known, else repeat orders")}, {ofWallet, model.P("Own spend by category spend")},
				{ofOrders, model.P("Share of orders after the first")}},
			Help: model.P("What tells how far a customer buys here.")}},
			matrixParams(atMedian, map[string][]float64{"attitude": {4}, "patronage": {.5}}, "attitude", "patronage")...),
		Source: "Dick & Basu (1994), Customer Loyalty: Toward an Integrated Conceptual Framework, Journal of the Academy of Marketing Science 22(2)",
	}
}

// Run implements [Method].
func (loyaltyMatrix) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	attitude, err := in.attitude(s)
	if err != nil {
		return nil, err
	}
	patronage, err := in.patronage(s)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	use(s, attitude, patronage)
	m := matrix{title: model.P("Customers by attitude and patronage"), x: patronage, y: attitude,
		both: model.Segment{Name: model.P("True loyalty"), Advice: model.Advice{Marketing: model.P("Ask for referrals; benefits before discounts"), Product: model.P("A say in what comes"),
			Service: model.P("Thank them by name"), Risk: model.P("Watch for a gap longer than usual")}},
		onlyY: model.Segment{Name: model.P("Latent loyalty"), Advice: model.Advice{Marketing: model.P("They like us and buy little: take away what keeps them, such as price of delivery or distance"),
			Product: model.P("Smaller packs, other channels"), Service: model.P("Ask what stands in the way")}},
		onlyX: model.Segment{Name: model.P("Spurious loyalty"), Advice: model.Advice{Marketing: model.P("Give them reasons beyond habit and convenience"), Product: model.P("Find what disappoints them and mend it"),
			Service: model.P("Mend what they complain of first"), Risk: model.P("They leave when another is as near or as cheap")}},
		neither: model.Segment{Name: model.P("No loyalty"), Advice: model.Advice{Marketing: model.P("Cheap contact; spend only on those who are new"), Service: model.P("Self-service")}},
	}
	m.place(s, in)
	return s, nil
}

// attitude is the mean of the columns of attitude, or else of satisfaction or
// recommendation.
func (in Input) attitude(s *model.Segmentation) (measured, error) {
	ms := in.questions("attitude")
	if len(ms) == 1 && ms[0].column == "attitude" {
		return ms[0], nil
	}
	for j, m := range ms {
		if m.column == "attitude" {
			ms[j].ID = "one_attitude" // to be told from the mean
		}
	}
	if len(ms) == 0 {
		ms = in.present("satisfaction", "recommend")
		ms = ms[:min(1, len(ms))]
	}
	if len(ms) == 0 {
		return measured{}, lacksAll("attitude", "satisfaction", "recommend")
	}
	use(s, ms...)
	mean := func(w whatIf) float64 {
		sum, n := 0., 0.
		for _, m := range ms {
			if v := w.value(m); finite(v) {
				sum += v
				n++
			}
		}
		return sum / n // missing without any
	}
	return computedBy("attitude", model.P("Attitude"), model.Plain, in.Customers.Len(), mean, ms...).toldDecimal(func() formula.Expr {
		return meanKnown(ms, func(_ int, x formula.Expr) formula.Expr { return x })
	}), nil
}

// patronage is the share of wallet, 0..1, or else the share of orders after the
// first.
func (in Input) patronage(s *model.Segmentation) (measured, error) {
	choice := in.Params.Word("patronage")
	if wallet := in.present("own_spend", "category_spend"); choice != ofOrders && len(wallet) == 2 {
		in.Params.settleWord("patronage", ofWallet)
		use(s, wallet...)
		own, all := wallet[0], wallet[1].going(model.Never) // what they need is theirs to say
		return computedBy("patronage", model.P("Share of wallet"), model.Percent, in.Customers.Len(), func(w whatIf) float64 {
			if own, all := w.value(own), w.value(all); all > 0 && own >= 0 {
				return min(own/all, 1)
			}
			return missing
		}, own, all).toldDecimal(func() formula.Expr { return shareExpr(own.expr(), all.expr()) }), nil
	} else if choice == ofWallet {
		return measured{}, paramErrorf("patronage", "the share of wallet needs own_spend and category_spend: map a column to each with --map, or set patronage=repeats")
	}
	orders, err := in.measure(model.Frequency)
	if err != nil {
		return measured{}, err
	}
	in.Params.settleWord("patronage", ofOrders)
	use(s, orders)
	m := computedBy("patronage", model.P("Share of repeat orders"), model.Percent, in.Customers.Len(), func(w whatIf) float64 {
		if n := w.value(orders); n > 0 {
			return max(n-1, 0) / n
		}
		return missing
	}, orders).toldDecimal(func() formula.Expr {
		n, one, zero := orders.expr(), formula.Number(1), formula.Number(0)
		return formula.If(formula.Compare(n, formula.More, zero), formula.Div(formula.Max(formula.Sub(n, one), zero), n), formula.Missing())
	})
	m.column = orders.column
	return m, nil
}
