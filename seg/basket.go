package seg

import (
	"context"
	"errors"

	"custseg/model"
	"custseg/seg/basket"
)

// crossSelling offers each customer what others buy with what they bought.
// Source: Agrawal & Srikant (1994).
type crossSelling struct{}

// Spec implements [Method].
func (crossSelling) Spec() Spec {
	return Spec{
		ID: "basket", Name: model.P("Cross-selling (basket analysis)"), Family: Behaviour,
		Summary: model.P("Finds what is bought together, and gives each customer the next offer: what others buy with what they bought and they have not."),
		Rule: model.P("Rules \"who buys these also buys that\" have at least the support, the share of baskets with all of it, and the confidence, the share of those with the one that hold the other, and a lift above the limit. " +
			"Of the rules whose left side a customer has bought and whose right side not, the one of the highest expected value is the offer: confidence × mean money of the item, or confidence without money. " +
			"Room is High in the upper part of these values, Some below, None without a rule."),
		Needs: []Need{{Measure: "product", Or: []model.Measure{"category", "item"}, Reads: WordValues, Why: model.P("what was bought: product or category of order lines, or columns of words, one an item")},
			{Measure: "order_id", Optional: true, Why: model.P("lines of one order; without it those of a day are one")}},
		Params: []Param{
			{ID: "support", Label: model.P("support"), Kind: PercentShare, Default: model.Num(0.01), Min: 0.0001, Max: 1, Step: 0.0025, Unit: model.Percent,
				Help: model.P("Least share of baskets that hold all items of a rule.")},
			{ID: "confidence", Label: model.P("confidence"), Kind: PercentShare, Default: model.Num(0.3), Min: 0.01, Max: 1, Step: 0.05, Unit: model.Percent,
				Help: model.P("Least share of the baskets with the left side of a rule that hold the right.")},
			{ID: "lift", Label: model.P("lift above"), Kind: Float, Default: model.Num(1), Min: 0, Max: 100, Step: 0.1,
				Help: model.P("Confidence by the share of all baskets with the right side; 1 is chance.")},
			{ID: "max-items", Label: model.P("most items"), Kind: Int, Default: model.Num(3), Min: 2, Max: 5, Step: 1,
				Help: model.P("Most items in a rule, both sides together.")},
			{ID: "level", Label: model.P("level"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Products, or categories where products are not known or no rule of them reaches the limits")}, {string(model.Product), model.P("Products")}, {string(model.Category), model.P("Categories")}},
				Help:    model.P("What an item is, of orders.")},
			{ID: "baskets", Label: model.P("baskets"), Kind: Choice, Default: model.Word("order"),
				Options: []Option{{"order", model.P("Each order")}, {"customer", model.P("All that a customer bought")}},
				Help:    model.P("What counts as bought together, of orders.")},
			{ID: "high", Label: model.P("high from"), Kind: PercentShare, Default: model.Num(0.67), Min: 0, Max: 1, Step: 0.05, Unit: model.Percent,
				Help: model.P("Percentile of the expected values from which the room is High.")},
		},
		Unwritten: model.P("the offers follow from the baskets of all customers and from what each has not bought: score with custseg run --recipe"),
		Source:    "Agrawal & Srikant (1994), Fast algorithms for mining association rules; Brin, Motwani, Ullman & Tsur (1997) for lift",
	}
}

// Run implements [Method].
func (crossSelling) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0.1)
	shop, err := in.readShopping(ctx, in.shoppingLevels())
	if err != nil {
		return nil, err
	}
	sets, rules, err := in.mine(ctx, shop)
	if err != nil {
		return nil, err
	}
	report(0.5)
	s := &model.Segmentation{}
	if shop.coarser != "" && len(rules) == 0 {
		shop, err = in.readShopping(ctx, []model.Role{shop.coarser})
		if err != nil {
			return nil, err
		}
		if sets, rules, err = in.mine(ctx, shop); err != nil {
			return nil, err
		}
		s.Notes = append(s.Notes, model.P("No rule of products reaches the support, the confidence and the lift: the items are categories"))
	}
	report(0.7)
	offers, err := shop.offers(ctx, rules)
	if err != nil {
		return nil, err
	}
	s.Used = shop.used
	offers.place(s, in.Params.Float("high"))
	offers.describe(s, sets)
	return s, nil
}

// mine finds what is bought together.
func (in Input) mine(ctx context.Context, shop *shopping) ([]basket.Set, []basket.Rule, error) {
	p := in.Params
	sets, err := basket.Frequent(ctx, shop.baskets, p.Float("support"), p.Int("max-items"))
	var many *basket.TooManyError
	if errors.As(err, &many) {
		return nil, nil, paramErrorf("support", "%s is so low that there are too many sets of items: raise it, or lower max-items", p.Text("support"))
	}
	if err != nil {
		return nil, nil, err
	}
	return sets, basket.Rules(sets, shop.baskets.Len(), p.Float("confidence"), p.Float("lift")), nil
}
