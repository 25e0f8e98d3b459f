package seg

import (
	"context"

	"custseg/model"
)

// profitDuration crosses profit with the time customers have been known.
// Source: Reinartz & Kumar (2002), The Mismanagement of Customer Loyalty.
type profitDuration struct{}

// Spec implements [Method].
func (profitDuration) Spec() Spec {
	return Spec{
		ID: "profit-duration", Name: model.P("Profit and duration"), Family: Value,
		Summary: model.P("Crosses what customers earn with how long they have been known: staying long is not the same as being worth it."),
		Rule:    model.P("Profit and tenure are each high at the median or above. True Friends: both; Barnacles: only the tenure; Butterflies: only the profit; Strangers: neither."),
		Needs:   []Need{profitNeed(), {Measure: model.Tenure, Why: model.P("days since the first purchase")}},
		Params:  append([]Param{profitParam()}, matrixParams(atMedian, nil, "tenure", "profit", "monetary")...),
		Source:  "Reinartz & Kumar (2002), The Mismanagement of Customer Loyalty, Harvard Business Review 80(7)",
	}
}

// Run implements [Method].
func (profitDuration) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	profit, err := in.profit()
	if err != nil {
		return nil, err
	}
	tenure, err := in.measure(model.Tenure)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, profit, tenure)
	m := matrix{title: model.P("Customers by tenure and %s", profit.Label), x: tenure, y: profit,
		both: model.Segment{Name: model.P("True Friends"), Advice: model.Advice{Marketing: model.P("Steady contact, not too much of it; let them speak for you"), Product: model.P("Ask them first about what is new"),
			Service: model.P("A named contact; delight them"), Risk: model.P("Watch each for signs of leaving")}},
		onlyX: model.Segment{Name: model.P("Barnacles"), Advice: model.Advice{Marketing: model.P("Find out whether they could spend more: if so cross-sell, if not cut the cost"),
			Product: model.P("Smaller packs and cheaper lines"), Service: model.P("Self-service; charge for what costs most")}},
		onlyY: model.Segment{Name: model.P("Butterflies"), Advice: model.Advice{Marketing: model.P("Sell while they are here, and stop when they are gone"),
			Service: model.P("Smooth transactions rather than a relationship"), Risk: model.P("Do not count on them next year")}},
		neither: model.Segment{Name: model.P("Strangers"), Advice: model.Advice{Marketing: model.P("No investment: earn on every transaction"), Service: model.P("Self-service")}},
	}
	m.place(s, in)
	s.Placing.Ranks = []int{0, 2, 1, 3} // what they earn comes before how long they stay
	return s, nil
}
