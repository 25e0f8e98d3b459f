package seg

import "custseg/model/formula"

// expr is where [dominance.place] puts a customer with a least share and a least
// lead, in a formula.
func (d dominance) expr(share, lead float64) formula.Expr {
	weights, below := make([]formula.Expr, len(d.things)), make([]formula.Expr, len(d.things))
	for k, t := range d.things {
		weights[k] = t.weight.expr()
		below[k] = formula.Sub(formula.Number(0), weights[k])
	}
	leader, top := formula.Name("leader", formula.Lowest{Of: below}), formula.Name("top", formula.Greatest{Of: weights})
	others := []formula.Expr{formula.Number(0)}
	for k, x := range weights {
		others = append(others, formula.If(formula.Compare(leader, formula.Equals, formula.Number(k)), formula.Number(0), x))
	}
	next := formula.Greatest{Of: others}
	const places = 9 // of leader
	part := func(x formula.Expr) formula.Expr { return formula.Round(formula.Div(x, d.sumExpr()), places) }
	topShare, ahead := formula.Name("top_share", part(top)), formula.Name("lead", part(formula.Sub(top, next)))
	none := formula.Number(len(d.things))
	out := formula.If(formula.All(formula.Compare(topShare, formula.AtLeast, formula.Number(share)), formula.Compare(ahead, formula.AtLeast, formula.Number(lead))),
		leader, none)
	if !d.alike {
		return out
	}
	equal := formula.Expr(none) // shares that are all equal, of which the first leads by nothing
	if 1/float64(len(d.things)) >= share && lead <= 0 {
		equal = formula.Number(0)
	}
	return formula.If(formula.Compare(d.sumExpr(), formula.Equals, formula.Number(0)), equal, out)
}

// sumExpr is the sum of the weights in a formula.
func (d dominance) sumExpr() formula.Expr {
	sum := make([]formula.Expr, len(d.things))
	for j, t := range d.things {
		sum[j] = t.weight.expr()
	}
	return formula.Sum(sum)
}
