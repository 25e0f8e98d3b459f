package seg

import "custseg/model/formula"

// expr is where [dominance.place] puts a customer with a least share and a least
// lead, in a formula.
func (d dominance) expr(share, lead float64) formula.Expr {
	var top, next formula.Expr = d.things[0].weight.expr(), formula.Number(0)
	below := []formula.Expr{formula.Sub(formula.Number(0), top)}
	for _, t := range d.things[1:] {
		x := t.weight.expr()
		next = formula.Max(formula.Min(top, x), next)
		top = formula.Max(top, x)
		below = append(below, formula.Sub(formula.Number(0), x))
	}
	const places = 9 // of leader
	part := func(x formula.Expr) formula.Expr { return formula.Round(formula.Div(x, d.sumExpr()), places) }
	topShare, ahead := formula.Name("top_share", part(top)), formula.Name("lead", part(formula.Sub(top, next)))
	none := formula.Number(len(d.things))
	out := formula.If(formula.All(formula.Compare(topShare, formula.AtLeast, formula.Number(share)), formula.Compare(ahead, formula.AtLeast, formula.Number(lead))),
		formula.Lowest{Of: below}, none)
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
