package seg

import (
	"context"

	"custseg/model"
)

// valueMatrix crosses how often customers buy with how much they spend each
// time. Source: Marcus (1998), A practical yet meaningful approach to customer
// segmentation.
type valueMatrix struct{}

// Spec implements [Method].
func (valueMatrix) Spec() Spec {
	return Spec{
		ID: "value-matrix", Name: model.P("Customer value matrix"), Family: Value,
		Summary: model.P("Crosses the number of orders with the money per order: who is best, and whether the others lack orders or money per order."),
		Rule:    model.P("Frequency and average order are each high at the mean or above. Best: both; Frequent: only the orders; Spender: only the money per order; Uncertain: neither."),
		Needs:   []Need{{Measure: model.Frequency, Why: model.P("number of orders")}, {Measure: model.AverageOrder, Why: model.P("money per order")}},
		Params:  matrixParams(atMean, nil, "frequency", "average_order"),
		Source:  "Marcus (1998), A practical yet meaningful approach to customer segmentation, Journal of Consumer Marketing 15(5)",
	}
}

// Run implements [Method].
func (valueMatrix) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	ms, err := in.measures(model.Frequency, model.AverageOrder)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, ms...)
	m := matrix{title: model.P("Customers by frequency and average order"), x: ms[0], y: ms[1],
		both: model.Segment{Name: model.P("Best"), Advice: model.Advice{Marketing: model.P("Keep: thank and reward, no discount needed"), Product: model.P("Early access"),
			Service: model.P("A named contact"), Risk: model.P("Watch each for signs of leaving")}},
		onlyX: model.Segment{Name: model.P("Frequent"), Advice: model.Advice{Marketing: model.P("Raise the order: bundles, cross-sell, free delivery from a larger basket"),
			Product: model.P("Show what goes with what they buy"), Service: model.P("Make reordering easy")}},
		onlyY: model.Segment{Name: model.P("Spender"), Advice: model.Advice{Marketing: model.P("Bring them back sooner: reminders, replenishment, points that expire"),
			Product: model.P("Larger packs are theirs already: offer a subscription"), Service: model.P("Follow up each large order")}},
		neither: model.Segment{Name: model.P("Uncertain"), Advice: model.Advice{Marketing: model.P("Cheap contact; spend on those who are new"), Service: model.P("Self-service")}},
	}
	m.place(s, in)
	return s, nil
}
