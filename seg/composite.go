package seg

import (
	"math"
	"sync"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/order"
)

// composite is the shape of methods that score customers by several measures at
// once: the weighted mean of what each part counts, 0..1. Weights are
// renormalised over the parts that a customer has; one without any has no
// score. It is cut by [grades] or [bands].
//
//	c := composite{info: model.MeasureInfo{ID: "value_score", Label: model.P("Value score")},
//		parts: []part{byPercentile(monetary, .5), byPercentile(frequency, .3)}}
//	err := valueGrades().place(s, in.Params, c.measured(), c.absence())
//	c.report(s)
type composite struct {
	info  model.MeasureInfo // of the score
	parts []part            // with positive weights
}

// part is one input of a [composite].
type part struct {
	measured
	weight float64
	counts []float64                         // per customer, 0..1, missing without a value
	count  func(v, own float64) float64      // what a value counts that a customer would have instead of their own
	says   func(x formula.Expr) formula.Expr // the same in a formula; nil for none
}

// byPercentile makes a part that counts by the mid-rank percentile.
func byPercentile(m measured, weight float64) part {
	return part{m, weight, order.MidRanks(m.values), percentileAmong(m.values), func(x formula.Expr) formula.Expr {
		return midRankExpr(x, string(m.ID), pickFloats(m.values, order.Ascending(m.values)))
	}}
}

// byScale makes a part that counts by the share of the highest possible value,
// kept within 0..1.
func byScale(m measured, weight, highest float64) part {
	count := func(v, _ float64) float64 { return min(max(v/highest, 0), 1) } // missing stays so
	counts := make([]float64, len(m.values))
	for i, v := range m.values {
		counts[i] = count(v, v)
	}
	return part{m, weight, counts, count, func(x formula.Expr) formula.Expr {
		return formula.Clamp(formula.Div(x, formula.Number(highest)), 0, 1)
	}}
}

// percentileAmong returns the mid-rank percentile of any value that a customer
// would have instead of their own, as [order.MidRanks] would give it. The values are
// sorted when first asked for.
func percentileAmong(values []float64) func(v, own float64) float64 {
	ascending := sync.OnceValue(func() []float64 { return pickFloats(values, order.Ascending(values)) })
	return func(v, own float64) float64 {
		if !finite(v) {
			return missing
		}
		all := ascending()
		n := float64(len(all))
		place := n*order.MidRank(all, v) + 0.5 // with one more of the value
		if !finite(own) {
			return place / (n + 1)
		}
		switch { // and without the own one
		case own < v:
			place--
		case own == v:
			place -= 0.5
		}
		return place / n
	}
}

// measured is the score of each customer.
func (c composite) measured() measured {
	values := make([]float64, len(c.parts[0].counts))
	for i := range values {
		values[i] = c.score(func(p part) float64 { return p.counts[i] })
	}
	m := measured{MeasureInfo: c.info, own: true, values: values}
	return m.following(func(w whatIf) float64 {
		return c.score(func(p part) float64 { return p.count(w.value(p.measured), p.values[w.i]) })
	}, c.inputs()...).told(c.expr)
}

// score is the weighted mean of what the parts count, missing when all are.
func (c composite) score(counts func(p part) float64) float64 {
	sum, weight := 0., 0.
	for _, p := range c.parts {
		if count := counts(p); finite(count) {
			sum += p.weight * count
			weight += p.weight
		}
	}
	// Weights such as .1 and .2 leave rounding, which must not take a
	// customer below a cut they reach.
	const digits = 1e12
	return math.Round(sum/weight*digits) / digits
}

// expr is [composite.score] in a formula.
func (c composite) expr() formula.Expr {
	var sum, weight []formula.Expr
	for _, p := range c.parts {
		if p.says == nil {
			return formula.Untold{What: "what " + string(p.ID) + " counts"}
		}
		count := formula.Name(string(p.ID)+"_score", p.says(p.expr()))
		given := func(v formula.Expr) formula.Expr { return formula.If(formula.Known{Of: count}, v, formula.Number(0)) }
		sum = append(sum, given(formula.Mul(formula.Number(p.weight), count)))
		weight = append(weight, given(formula.Number(p.weight)))
	}
	return formula.Round(formula.Div(formula.Sum(sum), formula.Sum(weight)), 12)
}

// absence leaves out customers without any part.
func (c composite) absence() absence { return needAny(c.inputs()...) }

func (c composite) inputs() []measured {
	out := make([]measured, len(c.parts))
	for i, p := range c.parts {
		out[i] = p.measured
	}
	return out
}

// report adds the score and what its parts count as columns, the histograms,
// and the weights in force as a chart. It comes after the
// placing, whose cuts the histogram of the score shows.
func (c composite) report(s *model.Segmentation) {
	use(s, c.inputs()...)
	score := c.measured()
	use(s, score)
	weights, total := &model.Bars{Title: model.P("Weights of %s", c.info.Label), ValueTitle: model.P("weight"), Unit: model.Percent}, 0.
	for _, p := range c.parts {
		total += p.weight
	}
	for _, p := range c.parts {
		name := string(p.ID) + "_score"
		s.Scores = append(s.Scores, model.NewNumbers(name, p.counts))
		weights.Labels, weights.Values = append(weights.Labels, p.Label), append(weights.Values, p.weight/total)
	}
	s.Charts = append(append(append(s.Charts, histogram(s, c.info, score.values)), histograms(s, c.inputs()...)...), weights)
}
