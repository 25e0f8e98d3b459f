package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/concentration"
	"custseg/seg/order"
)

// tiers are segments by place: the top share of customers by a value, the next
// share, and so on.
type tiers struct {
	of     []int32   // per customer, -1 without a value
	lowest []float64 // the lowest value in each tier, missing where it is empty
	shares []float64 // of the customers that each tier is meant to have, adding up to 1
}

// topTiers splits customers by descending value in shares proportional to
// weights. Equal values have the mid-rank of their places, so that they stay
// together and ids never decide.
func topTiers(values, weights []float64) tiers {
	t := tiers{of: make([]int32, len(values)), lowest: make([]float64, len(weights)), shares: slices.Clone(weights)}
	total := 0.
	for _, w := range weights {
		total += w
	}
	for i := range t.shares {
		t.shares[i] /= total
		t.lowest[i] = missing
	}
	for i := range t.of {
		t.of[i] = -1
	}
	down := order.Descending(values)
	for from, to := 0, 0; from < len(down); from = to {
		for to = from; to < len(down) && values[down[to]] == values[down[from]]; to++ {
		}
		tier := t.at(float64(from+to) / 2 / float64(len(down)))
		for _, i := range down[from:to] {
			t.of[i] = tier
		}
		t.lowest[tier] = values[down[from]]
	}
	return t
}

// at returns the tier of a mid-rank percentile from the top, 0..1. A percentile
// that reaches the end of a tier but for rounding is in it.
func (t tiers) at(percentile float64) int32 {
	const rounding = 1e-12
	end := 0.
	for i, share := range t.shares {
		end += share
		if percentile <= end+rounding && share > 0 {
			return int32(i)
		}
	}
	return int32(len(t.shares) - 1)
}

// reached returns the tier whose lowest value a value reaches: the tier of a
// customer who comes to it while all others stay.
func (t tiers) reached(v float64) int32 {
	for i, lowest := range t.lowest {
		if v >= lowest {
			return int32(i)
		}
	}
	return int32(len(t.shares) - 1)
}

// expr is [tiers.reached] in a formula. A score that other programs work out with
// another rounding reaches a value that it misses by no more.
func (t tiers) expr(m measured) formula.Expr {
	const rounding = 1e-12
	last := len(t.lowest) - 1
	var at, tier []float64
	tier = append(tier, float64(last))
	for i := last - 1; i >= 0; i-- {
		lowest := t.lowest[i]
		if m.rounds {
			lowest -= rounding * math.Abs(lowest)
			if slices.ContainsFunc(m.values, func(v float64) bool { return v >= lowest && v < t.lowest[i] }) {
				return formula.Untold{What: "which of two values of " + string(m.ID) + " is higher that rounding may bring together"}
			}
		}
		if finite(lowest) {
			at, tier = append(at, lowest), append(tier, float64(i))
		}
	}
	return formula.Steps(m.expr(), at, false, tier)
}

// cuts returns the lowest value of each tier but the last, ascending.
func (t tiers) cuts() []float64 {
	var out []float64
	reached := slices.ContainsFunc(t.lowest[len(t.lowest)-1:], func(v float64) bool { return finite(v) })
	for i := len(t.lowest) - 2; i >= 0; i-- {
		if v := t.lowest[i]; finite(v) && reached {
			out = append(out, v)
		}
		reached = reached || finite(t.lowest[i])
	}
	return out
}

// rules say in words who is in each tier of a value that has a label.
func (t tiers) rules(label model.Phrase) []model.Phrase {
	out := make([]model.Phrase, len(t.shares))
	for i, share := range t.shares {
		percent := figure(100 * share)
		switch {
		case !finite(t.lowest[i]):
			out[i] = model.P("%s%% of customers by %s; nobody, as equal values stay together", percent, label)
		case i == 0:
			out[i] = model.P("the top %s%% of customers by %s: %s or more", percent, label, figure(t.lowest[i]))
		case i < len(t.shares)-1:
			out[i] = model.P("the next %s%% of customers by %s: %s or more", percent, label, figure(t.lowest[i]))
		default:
			out[i] = model.P("the last %s%% of customers by %s", percent, label)
		}
	}
	return out
}

// placeTiers puts each customer in their tier of a measure, and reports the cuts
// between tiers. Those without a value must be absent.
func placeTiers(s *model.Segmentation, t tiers, segments []model.Segment, m measured, a absence) {
	for i, rule := range t.rules(m.Label) {
		segments[i].Rule = rule
	}
	p := a.placer(s, segments)
	for i, tier := range t.of {
		if p.can(i) {
			s.Of[i] = tier
		}
	}
	p.done()
	lowest := tiers{lowest: t.lowest, shares: t.shares} // all that outlives the placing
	decide(s, byValue(m, lowest.reached), inOrder(len(segments)), m)
	a.express(s, func() formula.Expr { return lowest.expr(m) })
	if cuts := t.cuts(); len(cuts) > 0 {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(m.ID), Label: m.Label, Unit: m.Unit, Values: cuts})
	}
}

// tiersParam is the parameter of the shares of three tiers, 20/30/50 by
// default.
func tiersParam(names ...string) Param { return sharesParam([]float64{20, 30, 50}, names...) }

// sharesParam is the parameter of the shares of tiers, with other shares by
// default.
func sharesParam(shares []float64, names ...string) Param {
	return Param{ID: "tiers", Label: model.P("tiers"), Kind: Weights, Default: model.Nums(shares...), Names: names, Step: 5,
		Help: model.P("Customers in each tier, from the top, in percent or any other proportion; equal values stay together.")}
}

// valueCharts are the histogram of a value per customer, and its Pareto curve
// where there is anything to share out.
func valueCharts(s *model.Segmentation, info model.MeasureInfo, values []float64) []model.Chart {
	out := []model.Chart{histogram(s, info, values)}
	if curve := concentration.Pareto(values); curve.Total > 0 && finite(curve.Total) {
		out = append(out, &model.Curve{Title: model.P("Cumulative share of %s", info.Label), XTitle: model.P("share of customers, largest first"),
			YTitle: model.P("share of the total"), XUnit: model.Percent, YUnit: model.Percent,
			X: curve.Customers(), Y: curve.Shares, Order: curve.Order, Diagonal: true})
	}
	return out
}

// totalFit reports the sum and the mean of a value, and how unevenly it is
// held.
func totalFit(prefix string, values []float64) []model.Fit {
	n, mean, _ := moments(values)
	return append([]model.Fit{{Name: prefix + "_total", Value: mean * float64(n)}, {Name: prefix + "_mean", Value: mean}},
		concentrationFit(concentration.Unplaced(values))...)
}
