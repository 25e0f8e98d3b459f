package seg

import (
	"fmt"
	"maps"
	"slices"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/binning"
)

// express says in a formula where customers are who have an order and all three
// values, which may be of one customer.
func (v *rfmValues) express(s *model.Segmentation, segment func() formula.Expr) {
	in := v.inputs
	absence{why: v.why, reasons: v.reasons, able: append(slices.Clone(v.able), func() []formula.Expr {
		return append(known(in[:]...), formula.Compare(in[1].expr(), formula.More, formula.Number(0)))
	})}.express(s, segment)
}

// scoreNames are the names of the scores in a formula.
func scoreNames() [3]string { return [3]string{"recency_score", "frequency_score", "monetary_score"} }

// scoreExprs are the scores of [rfmScores.locate] in formulas.
func (v *rfmValues) scoreExprs(sc *rfmScores) [3]formula.Expr {
	var out [3]formula.Expr
	for j, name := range scoreNames() {
		if sc.nested[j] != nil {
			continue
		}
		out[j] = formula.Name(name, binsExpr(v.inputs[j].expr(), sc.bins[j]))
	}
	if sc.nested[1] == nil {
		return out
	}
	// Nesting came before recency was reversed.
	k := sc.bins[0].K
	within := formula.Name("recency_bin", formula.Sub(formula.Number(k+1), out[0]))
	out[1] = formula.Name(scoreNames()[1], amongExpr(v.inputs[1].expr(), within, sc.nested[1]))
	both := formula.Add(formula.Mul(formula.Sub(within, formula.Number(1)), formula.Number(k)), out[1])
	out[2] = formula.Name(scoreNames()[2], amongExpr(v.inputs[2].expr(), formula.Name("parent_bin", both), sc.nested[2]))
	return out
}

// binsExpr is [binning.Bins.Locate] in a formula.
func binsExpr(x formula.Expr, b binning.Bins) formula.Expr {
	if len(b.Cuts) != b.K-1 {
		return formula.Untold{What: "bins without cuts"}
	}
	bins := make([]float64, b.K)
	for i := range bins {
		bins[i] = float64(i + 1)
	}
	if b.Reversed {
		slices.Reverse(bins)
	}
	return formula.Steps(x, b.Cuts, !b.RightOpen, bins)
}

// amongExpr is [among] in a formula.
func amongExpr(x, parent formula.Expr, cuts [][]float64) formula.Expr {
	out := formula.Choice{Else: formula.Number(1)}
	for p, at := range cuts {
		if at != nil {
			out.Cases = append(out.Cases, formula.Case{If: formula.Compare(parent, formula.Equals, formula.Number(p)),
				Then: binsExpr(x, binning.Bins{K: len(at) + 1, Cuts: at})})
		}
	}
	return out
}

// mostCodes is how many codes a formula lists.
const mostCodes = 20_000

// codeBase is what the scores of a code are apart in one number.
func (sc *rfmScores) codeBase() int {
	base := 10
	for max(sc.bins[0].K, sc.bins[1].K, sc.bins[2].K) >= base {
		base *= 10
	}
	return base
}

// codeExpr is the segment of the scores in a formula. Codes that no customer can
// have for want of cuts are left out.
func (v *rfmValues) codeExpr(sc *rfmScores, place func(rfmCode) int32) formula.Expr {
	if n := sc.bins[0].K * sc.bins[1].K * sc.bins[2].K; n > mostCodes {
		return formula.Untold{What: fmt.Sprintf("the segments of %d codes", n)}
	}
	scores, base := v.scoreExprs(sc), sc.codeBase()
	code := formula.Name("rfm_code", formula.Add(formula.Mul(scores[0], formula.Number(base*base)), formula.Mul(scores[1], formula.Number(base)), scores[2]))
	of := map[int32][]float64{}
	for r := 1; r <= sc.bins[0].K; r++ {
		for f := 1; f <= sc.bins[1].K; f++ {
			for m := 1; m <= sc.bins[2].K; m++ {
				if g := place(rfmCode{r, f, m}); g >= 0 {
					of[g] = append(of[g], float64((r*base+f)*base+m))
				}
			}
		}
	}
	out := formula.Choice{Else: formula.Missing()}
	for _, g := range slices.Sorted(maps.Keys(of)) {
		out.Cases = append(out.Cases, formula.Case{If: formula.Among{Of: code, Values: of[g]}, Then: segmentExpr(g)})
	}
	return out
}

// tierExpr compares the weighted score with two cuts in a formula.
func (v *rfmValues) tierExpr(sc *rfmScores, high, low float64) formula.Expr {
	sum, total := make([]formula.Expr, len(sc.bins)), 0.
	for j, score := range v.scoreExprs(sc) {
		perScore := formula.Div(formula.Mul(formula.Sub(score, formula.Number(1)), formula.Number(4)), formula.Number(sc.bins[j].K-1))
		sum[j] = formula.Mul(formula.Number(sc.weights[j]), formula.Add(formula.Number(1), perScore))
		total += sc.weights[j]
	}
	weighted := formula.Name("rfm_score", formula.Div(formula.Sum(sum), formula.Number(total)))
	return descending(weighted, []float64{high, low}, false)
}

// eightExpr parts each measure in two in a formula.
func (v *rfmValues) eightExpr(split [3]float64) formula.Expr {
	out := formula.Choice{Else: formula.Missing()}
	for g, class := range eightClasses() {
		var is []formula.Expr
		for j, yes := range class.is {
			relation := map[bool]formula.Relation{true: formula.More, false: formula.AtMost}[yes]
			if j == 0 {
				relation = map[bool]formula.Relation{true: formula.Less, false: formula.AtLeast}[yes]
			}
			is = append(is, formula.Compare(v.inputs[j].expr(), relation, formula.Number(split[j])))
		}
		out.Cases = append(out.Cases, formula.Case{If: formula.All(is...), Then: segmentExpr(g)})
	}
	return out
}
