package seg

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/binning"
)

// know notes the values by which a reader knows recency, frequency and monetary:
// money per order follows from the other two.
func (v *rfmValues) know(money []float64, perOrder bool) {
	for j, info := range v.infos {
		v.inputs[j] = measured{MeasureInfo: info, column: string(info.ID), values: v.of[j], ofOrders: v.counted[j]}
	}
	v.inputs[0].most = v.last
	if perOrder {
		info := model.Monetary.Info()
		sum, orders := measured{MeasureInfo: info, column: string(info.ID), values: money, ofOrders: v.counted[2]}, v.inputs[1]
		v.inputs[2].ID = "monetary_per_order" // to be told from the money it follows from
		v.inputs[2] = v.inputs[2].following(func(w whatIf) float64 { return w.value(sum) / w.value(orders) }, sum, orders).
			told(func() formula.Expr { return formula.Div(sum.expr(), orders.expr()) })
	}
}

// decideBy tells how customers are placed by the values of recency, frequency
// and monetary.
func (v *rfmValues) decideBy(s *model.Segmentation, place func(r, f, m float64) int32, ranks []int) {
	in := v.inputs
	decide(s, func(w whatIf) int32 {
		r, f, m := w.value(in[0]), w.value(in[1]), w.value(in[2])
		if !finite(r, f, m) || f <= 0 {
			return -1
		}
		return place(r, f, m)
	}, ranks, in[:]...)
}

// decide tells how customers are placed by their scores, the cuts of which stay.
func (v *rfmValues) decide(s *model.Segmentation, sc *rfmScores, place func(rfmCode) int32, ranks []int) {
	scale := sc.scale()
	v.decideBy(s, func(r, f, m float64) int32 { return place(scale.locate(r, f, m)) }, ranks)
	v.express(s, func() formula.Expr { return v.codeExpr(scale, place) })
}

// scale is the scores without the customers: by what cuts values are scored.
func (sc *rfmScores) scale() *rfmScores {
	out := &rfmScores{bins: sc.bins, nested: sc.nested, weights: sc.weights}
	for j := range out.bins {
		out.bins[j].Of = nil
	}
	return out
}

// locate scores finite values by the cuts in force.
func (sc *rfmScores) locate(r, f, m float64) rfmCode {
	c := rfmCode{sc.bins[0].Locate(r), sc.bins[1].Locate(f), sc.bins[2].Locate(m)}
	if sc.nested[1] == nil {
		return c
	}
	k := sc.bins[0].K
	within := k + 1 - c[0] // nesting came before recency was reversed
	c[1] = among(sc.nested[1], within, f)
	c[2] = among(sc.nested[2], withinBoth(within, c[1], k), m)
	return c
}

// among scores a value by the cuts within a parent. One without others of its
// parent scores 1, as binning has it.
func among(cuts [][]float64, parent int, v float64) int {
	if parent >= len(cuts) || cuts[parent] == nil {
		return 1
	}
	return binning.Bins{K: len(cuts[parent]) + 1, Cuts: cuts[parent]}.Locate(v)
}

// rfmRanks ranks segments of RFM by their names in any of the maps; -1 for
// others, and nil when all are.
func rfmRanks(names []string) []int {
	order := [][]string{{"champions"}, {"loyal"}, {"potential loyalists", "potential loyalist"}, {"new", "promising"}, {"need attention", "about to sleep"},
		{"cannot lose them", "cant lose them", "at risk"}, {"hibernating"}, {"lost"}}
	out, known := make([]int, len(names)), false
	for g, name := range names {
		out[g] = slices.IndexFunc(order, func(equal []string) bool { return slices.Contains(equal, plainName(name)) })
		known = known || out[g] >= 0
	}
	if !known {
		return nil
	}
	return out
}

// plainName is a segment's name without what the maps write differently.
func plainName(name string) string { return strings.ToLower(strings.ReplaceAll(name, "'", "")) }

// rankCodes ranks codes by their weighted scores, equal scores alike.
func (sc *rfmScores) rankCodes(codes []rfmCode) []int {
	const digits = 1e9 // of what rounding leaves
	scores := make([]float64, len(codes))
	for i, c := range codes {
		scores[i] = math.Round(sc.weigh(c)*digits) / digits
	}
	levels := slices.Clone(scores)
	slices.Sort(levels)
	levels = slices.Compact(levels)
	out := make([]int, len(codes))
	for i, score := range scores {
		at, _ := slices.BinarySearch(levels, score)
		out[i] = len(levels) - 1 - at
	}
	return out
}

// eightRanks ranks the eight classes: those with much money before those with
// little, and among them the near before the far, the frequent before the rest.
func eightRanks() []int {
	classes := eightClasses()
	out := make([]int, len(classes))
	for i, c := range classes {
		for j, weight := range []int{2, 1, 4} {
			if !c.is[j] {
				out[i] += weight
			}
		}
	}
	return out
}
