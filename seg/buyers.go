package seg

import (
	"math"

	"custseg/model"
	"custseg/seg/btyd"
)

// buyer is what is seen of one customer's purchases up to a day.
type buyer struct {
	repeats       float64 // days with a purchase after the first
	last, watched float64 // days from the first purchase to the last, and to the end
	money         float64 // of the repeat purchases together, net of returns
	later         float64 // days with a purchase after the end
}

// mean is the money per repeat purchase, 0 without one.
func (b buyer) mean() float64 {
	if b.repeats == 0 {
		return 0
	}
	return b.money / b.repeats
}

// customer is what the models of buying know of a buyer, in days.
func (b buyer) customer() btyd.Customer {
	return btyd.Customer{X: b.repeats, Tx: b.last, Duration: b.watched}
}

// purchases are where buyers are read from: orders with dates, or else measures.
type purchases struct {
	orders *model.Orders // nil when only measures are known
	inputs [4]measured   // those of a history
}

// buyers are the purchases of all customers.
type buyers struct {
	purchases
	c       *model.Customers
	end     model.Day // the last day that is known of
	all     []buyer   // up to the end
	why     []int32   // reason of each customer who cannot be placed, -1 for others
	reasons []model.Phrase
}

// The reasons of buyers, by place.
const (
	noPurchaseDay = iota
	noBuyerMeasure
	noWholeNumber
	contradiction
	noPrediction
)

func buyerReasons() []model.Phrase {
	return []model.Phrase{noPurchaseDay: model.P("no dated purchase in scope"), noBuyerMeasure: model.P("a measure is missing, negative or not finite"),
		noWholeNumber: model.P("frequency is not a whole number of orders, below a million"), contradiction: contradicting(),
		noPrediction: model.P("the values are too large to multiply")}
}

// readBuyers takes purchases from orders with dates, or else from measures.
func readBuyers(in Input) (*buyers, error) {
	b := &buyers{c: in.Customers, end: in.Customers.AsOf, reasons: buyerReasons()}
	var err error
	if b.inputs, err = in.historyInputs(); err != nil {
		return nil, err
	}
	if o := in.Customers.Orders(); o != nil && o.HasMoney() && o.Dated() {
		b.orders, b.end = o, lastKnown(in.Customers)
	}
	b.all, b.why = b.until(b.end)
	return b, nil
}

// lastKnown is the last day of which it is known who bought: the as-of date, or
// the day before it where that is the last with an order, as it is unless the
// as-of date is set. Models of buying count time up to it (Fader, Hardie & Lee
// 2005).
func lastKnown(c *model.Customers) model.Day {
	if c.AsOf == c.Last+1 {
		return c.Last
	}
	return c.AsOf
}

// until is what is seen of customers up to and including a day. Those whose
// first purchase is after it have a reason.
func (b *buyers) until(end model.Day) (seen []buyer, why []int32) {
	n := b.c.Len()
	seen, why = make([]buyer, n), make([]int32, n)
	for i := range n {
		seen[i], why[i] = b.of(i, end)
	}
	return seen, why
}

// of is what is seen of customer i up to and including a day, by measures up to
// the day they are of, or the reason why nothing is.
func (p purchases) of(i int, end model.Day) (b buyer, why int32) {
	if p.orders == nil {
		return fromMeasures(p.inputs[0].values[i], p.inputs[1].values[i], p.inputs[2].values[i], p.inputs[3].values[i])
	}
	first, day := model.NoDay, model.NoDay
	from, to := p.orders.Lines(i)
	for l := from; l < to; l++ {
		at := model.DayOf(p.orders.Time(l))
		if at == model.NoDay {
			continue
		}
		bought := !p.orders.Back(l) && at != day
		switch {
		case at > end:
			if bought {
				b.later++
			}
		case first == model.NoDay:
			if bought {
				first = at
			}
		case at != first:
			b.money += p.orders.Money(l)
			if bought {
				b.repeats++
				b.last = float64(at - first)
			}
		}
		if bought {
			day = at
		}
	}
	if first == model.NoDay {
		return b, noPurchaseDay
	}
	b.watched = float64(end - first)
	return b, -1
}

// fromMeasures reads purchases from a table of measures. Several orders on one
// day are one purchase; the mean is of all orders, the first among them.
func fromMeasures(money, orders, tenure, recency float64) (buyer, int32) {
	switch {
	case orders <= 0:
		return buyer{}, noPurchaseDay
	case !finite(money, orders, tenure, recency) || tenure < 0 || recency < 0:
		return buyer{}, noBuyerMeasure
	}
	b := buyer{repeats: orders - 1, last: tenure - recency, watched: tenure}
	switch {
	case b.repeats != math.Trunc(b.repeats) || b.repeats > 1e6:
		return buyer{}, noWholeNumber
	case b.last < 0 || b.repeats == 0 && b.last > 0:
		return buyer{}, contradiction
	case b.last == 0:
		b.repeats = 0
	}
	b.money = money / orders * b.repeats
	return b, -1
}

// sampleOf is what the models of buying take of buyers, in days: those without a
// reason not to, in the customers' order.
func sampleOf(of []buyer, why []int32) (*btyd.Sample, error) {
	var out []btyd.Customer
	for i, seen := range of {
		if why[i] < 0 {
			out = append(out, seen.customer())
		}
	}
	return btyd.NewSample(out)
}

// onAll spreads values of the customers with a place over all.
func (b *buyers) onAll(values []float64) []float64 {
	out, at := b.unknown(), 0
	for i, why := range b.why {
		if why < 0 {
			out[i] = values[at]
			at++
		}
	}
	return out
}

// unknown is a missing value of each customer.
func (b *buyers) unknown() []float64 {
	out := make([]float64, len(b.why))
	for i := range out {
		out[i] = missing
	}
	return out
}

// refuse takes out the customers whose value came out beyond all numbers.
func (b *buyers) refuse(values []float64) {
	for i, v := range values {
		if b.why[i] < 0 && !finite(v) {
			b.why[i], values[i] = noPrediction, missing
		}
	}
}

// repeatDays visits the days on which customer i bought after the first, up to
// and including a day.
func (b *buyers) repeatDays(i int, end model.Day, visit func(model.Day)) {
	day := model.NoDay
	from, to := b.orders.Lines(i)
	for l := from; l < to; l++ {
		at := model.DayOf(b.orders.Time(l))
		if b.orders.Back(l) || at == model.NoDay || at == day {
			continue
		}
		if at > end {
			return
		}
		if day != model.NoDay {
			visit(at)
		}
		day = at
	}
}
