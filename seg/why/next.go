package why

import (
	"math"

	"custseg/model"
	"custseg/seg/order"
)

// NextOrder is what one more order of the customer's usual size, on the as-of
// date, would do: the segment it leads to, which may be the one they are in. It
// is nil where no measure that orders change decides, where no segment can be
// told, and for a customer without an order.
func (e *Explainer) NextOrder(i int) *Move {
	if e.s.Placing == nil || e.s.Placing.Segment == nil || e.s.Why != nil && e.s.Why[i] >= 0 {
		return nil
	}
	orders := e.known(model.Frequency, i)
	if !(orders > 0) {
		return nil
	}
	next := Move{}
	var changes []model.Change
	for j := range e.inputs {
		in := &e.inputs[j]
		from := in.Values[i]
		if to := e.afterOrder(in, i, orders); order.Finite(to) && order.Finite(from) && to != from {
			changes, next.Changes = append(changes, model.Change{Measure: in.Measure, To: to}), append(next.Changes, in.step(from, to))
		}
	}
	if len(changes) == 0 {
		return nil
	}
	if next.Segment = e.at(i, changes...); next.Segment < 0 {
		return nil
	}
	return &next
}

// profit is the role of what orders earn.
const profit model.Measure = "profit"

// afterOrder is the value of an input after one more order, the customer's own
// where orders do not change it.
func (e *Explainer) afterOrder(in *input, i int, orders float64) float64 {
	from := in.Values[i]
	switch model.Measure(in.Measure) {
	case model.Recency:
		return min(from, 0)
	case model.Frequency:
		return from + 1
	case model.Monetary:
		if usual := e.known(model.Monetary, i) / orders; usual > 0 {
			return from + usual
		}
	case profit:
		return from + from/orders
	}
	return from
}

// known is a measure of customer i, NaN where it is missing.
func (e *Explainer) known(m model.Measure, i int) float64 {
	f, ok := e.customers.Feature(m)
	if !ok || f.Values() == nil {
		return math.NaN()
	}
	return f.Values()[i]
}
