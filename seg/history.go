package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
)

// history is what customers spent and how long they have been known: what
// values of the past are made of.
type history struct {
	money, tenure measured // money is missing for customers who cannot be valued
	inputs        [4]measured
	years         []float64 // that they have been known, and as missing
	least         float64   // the years that count for those known for less
	why           []int32   // reason of each customer who cannot be valued, -1 for others
	reasons       []model.Phrase

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
	noOrder // in time
	noValue
)

// historyInputs returns the measures that a history is read from, in their order.
// Their values may be infinite.
func (in Input) historyInputs() (of [4]measured, err error) {
	for j, name := range historyMeasures() {
		f, err := in.Feature(model.Measure(name))
		if err != nil {
			return of, err
		}
		of[j] = measured{MeasureInfo: f.MeasureInfo, column: f.Column.Name(), values: f.Values(), ofOrders: f.OfOrders}
	}
	return of, nil
}

func readHistory(in Input) (*history, error) {
	of, err := in.historyInputs()
	if err != nil {
		return nil, err
	}
	n := in.Customers.Len()
	h := &history{money: of[0], tenure: of[2], inputs: of, years: make([]float64, n), why: make([]int32, n),
		reasons: []model.Phrase{noPurchase: model.P("no purchase in scope"), noMeasure: model.P("a measure is missing, negative or not finite"),
			noOrder: contradicting(), noValue: model.P("the values are too large to multiply")}}
	h.money.values = make([]float64, n)
	longest := 0.
	for i := range n {
		money, orders, tenure, recency := of[0].values[i], of[1].values[i], of[2].values[i], of[3].values[i]
		h.why[i] = -1
		switch {
		case orders <= 0:
			h.why[i] = noPurchase
		case !finite(money, orders, tenure, recency) || tenure < 0 || recency < 0:
			h.why[i] = noMeasure
		case recency > tenure:
			h.why[i] = noOrder
		default:
			longest = max(longest, tenure)
			h.money.values[i], h.years[i] = money, tenure/daysAYear
			continue
		}
		h.money.values[i], h.years[i] = missing, missing
	}
	h.least = min(1, max(longest, 1)/daysAYear)
	for i := range h.years {
		h.years[i] = max(h.years[i], h.least) // missing stays so
	}
	h.observe(longest, of[2].values, of[3].values)
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

// valuation is what a customer is worth who brought money in a number of years:
// the money, a year where it says so, times factors and by a divisor.
type valuation struct {
	yearly  bool
	factors []float64
	divisor float64
}

func (v valuation) of(money, years float64) float64 {
	if v.yearly {
		money /= years
	}
	for _, factor := range v.factors {
		money *= factor
	}
	return money / v.divisor
}

// expr is [valuation.of] in a formula.
func (v valuation) expr(money, years formula.Expr) formula.Expr {
	if v.yearly {
		money = formula.Div(money, years)
	}
	for _, factor := range v.factors {
		money = formula.Mul(money, formula.Number(factor))
	}
	if v.divisor == 1 {
		return money
	}
	return formula.Div(money, formula.Number(v.divisor))
}

// totalValue is the money so far that was earned.
func totalValue(margin float64) valuation {
	return valuation{factors: []float64{margin}, divisor: 1}
}

// simpleValue is money per order × orders a year × a lifespan × margin; the first
// two make money a year.
func simpleValue(margin, lifespan float64) valuation {
	return valuation{true, []float64{lifespan, margin}, 1}
}

// retainedValue is the yearly margin × r/(1+d-r), the value of a margin that
// comes each year from the next on with a chance of r each, discounted by d
// (Gupta & Lehmann 2003).
func retainedValue(margin, r, d float64) valuation {
	return valuation{true, []float64{margin, r}, 1 + d - r}
}

// worth is what each customer is worth, which follows from some of money and
// tenure. Those whose value comes out beyond all numbers are taken out.
func (h *history) worth(info model.MeasureInfo, v valuation, from ...measured) measured {
	values := make([]float64, len(h.why))
	for i := range values {
		values[i] = missing
		if h.why[i] < 0 {
			values[i] = v.of(h.money.values[i], h.years[i])
		}
		if h.why[i] < 0 && !finite(values[i]) {
			h.why[i], values[i] = noValue, missing
		}
	}
	money, tenure, least := h.money, h.tenure, h.least
	return measured{MeasureInfo: info, own: true, values: values}.following(func(w whatIf) float64 {
		return v.of(w.value(money), max(w.value(tenure)/daysAYear, least))
	}, from...).told(func() formula.Expr {
		return v.expr(money.expr(), formula.Max(formula.Div(tenure.expr(), formula.Number(daysAYear)), formula.Number(least)))
	})
}

// absence says who cannot be valued.
func (h *history) absence() absence {
	above := func(m measured, is formula.Relation) formula.Expr {
		return formula.Compare(m.expr(), is, formula.Number(0))
	}
	return absence{h.why, h.reasons, []func() []formula.Expr{func() []formula.Expr {
		money, orders, tenure, recency := h.inputs[0], h.inputs[1], h.inputs[2], h.inputs[3]
		return append(known(money), above(orders, formula.More), above(tenure, formula.AtLeast), above(recency, formula.AtLeast),
			formula.Compare(recency.expr(), formula.AtMost, tenure.expr()))
	}}}
}

// lifespan is the years that a customer stays when a share of r are kept from
// one to the next, up to a cap.
func lifespan(r, longest float64) float64 {
	if r >= 1 {
		return longest
	}
	return min(longest, 1/(1-r))
}
