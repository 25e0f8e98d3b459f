package seg

import (
	"math"

	"custseg/model"
)

// history is what customers spent and how long they have been known: what
// values of the past are made of.
type history struct {
	money, years []float64 // missing for customers without
	why          []int32   // reason of each customer who cannot be valued, -1 for others
	reasons      []model.Phrase

	// Of the customers first seen over a period of days ago, seenBefore, those
	// who bought within it, kept; and the share of customers kept a year.
	period           float64
	seenBefore, kept int
	retention        float64
}

const daysAYear = 365.25

// historyMeasures are the measures that a history is read from.
func historyMeasures() []string { return []string{"monetary", "frequency", "tenure", "recency"} }

// The reasons of a history, by place.
const (
	noPurchase = iota
	noMeasure
	noValue
)

// historyValues returns the values of the measures that a history is read from,
// in their order.
func (in Input) historyValues() (raw [4][]float64, err error) {
	for j, name := range historyMeasures() {
		f, err := in.Feature(model.Measure(name))
		if err != nil {
			return raw, err
		}
		raw[j] = f.Values()
	}
	return raw, nil
}

func readHistory(in Input) (*history, error) {
	raw, err := in.historyValues()
	if err != nil {
		return nil, err
	}
	n := in.Customers.Len()
	h := &history{money: make([]float64, n), years: make([]float64, n), why: make([]int32, n),
		reasons: []model.Phrase{noPurchase: model.P("no purchase in scope"), noMeasure: model.P("a measure is missing, negative or not finite"),
			noValue: model.P("the values are too large to multiply")}}
	longest := 0.
	for i := range n {
		money, orders, tenure, recency := raw[0][i], raw[1][i], raw[2][i], raw[3][i]
		h.why[i] = -1
		switch {
		case orders <= 0:
			h.why[i] = noPurchase
		case !finite(money, orders, tenure, recency) || tenure < 0 || recency < 0:
			h.why[i] = noMeasure
		default:
			longest = max(longest, tenure)
			h.money[i], h.years[i] = money, tenure/daysAYear
			continue
		}
		h.money[i], h.years[i] = missing, missing
	}
	least := min(1, max(longest, 1)/daysAYear)
	for i := range h.years {
		h.years[i] = max(h.years[i], least) // missing stays so
	}
	h.observe(longest, raw[2], raw[3])
	return h, nil
}

// observe finds the share of customers kept over a year, or over half the time
// there is data of when that is less than two years, as of a year.
func (h *history) observe(longest float64, tenure, recency []float64) {
	h.period = min(daysAYear, longest/2)
	for i, why := range h.why {
		if why < 0 && tenure[i] > h.period {
			h.seenBefore++
			if recency[i] <= h.period {
				h.kept++
			}
		}
	}
	if h.seenBefore > 0 && h.period > 0 {
		const most = 0.99 // nobody is kept for ever
		h.retention = min(most, math.Pow(float64(h.kept)/float64(h.seenBefore), daysAYear/h.period))
	}
}

// total is the money so far that was earned.
func (h *history) total(margin float64) []float64 {
	return h.each(func(i int) float64 { return h.money[i] * margin })
}

// simple is money per order × orders a year × years × margin; the first two
// make money a year.
func (h *history) simple(margin, years float64) []float64 {
	return h.each(func(i int) float64 { return h.money[i] / h.years[i] * years * margin })
}

// retained is the yearly margin × r/(1+d-r), the value of a margin that comes
// each year from the next on with a chance of r each, discounted by d (Gupta &
// Lehmann 2003).
func (h *history) retained(margin, r, d float64) []float64 {
	return h.each(func(i int) float64 { return h.money[i] / h.years[i] * margin * r / (1 + d - r) })
}

func (h *history) each(value func(i int) float64) []float64 {
	out := make([]float64, len(h.why))
	for i := range out {
		out[i] = missing
		if h.why[i] < 0 {
			out[i] = value(i)
		}
	}
	return out
}

// refuse takes out the customers whose value came out beyond all numbers.
func (h *history) refuse(values []float64) {
	for i, v := range values {
		if h.why[i] < 0 && !finite(v) {
			h.why[i], values[i] = noValue, missing
		}
	}
}

// lifespan is the years that a customer stays when a share of r are kept from
// one to the next, up to a cap.
func lifespan(r, longest float64) float64 {
	if r >= 1 {
		return longest
	}
	return min(longest, 1/(1-r))
}
