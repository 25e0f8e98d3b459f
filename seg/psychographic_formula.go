package seg

import (
	"fmt"

	"custseg/model/formula"
)

// exprs are [attitudes.row] in formulas, missing of respondents who are set aside.
func (a *attitudes) exprs() []formula.Expr {
	row := make([]formula.Expr, len(a.asked))
	for j, q := range a.asked {
		row[j] = a.f.steps[j].expr(q)
	}
	if a.apart {
		row[0] = formula.If(a.alikeExpr(), formula.Missing(), row[0])
	}
	if a.centered {
		mean := formula.Name("own_mean", formula.Div(formula.Sum(row), formula.Number(len(row))))
		for j, x := range row {
			row[j] = formula.Sub(x, mean)
		}
	}
	for j, x := range row {
		row[j] = formula.Name("scaled_"+string(a.asked[j].ID), scaledExpr(a.scaling, j, x))
	}
	if !a.projected {
		return row
	}
	out := make([]formula.Expr, a.f.x.Cols)
	for k := range out {
		parts := make([]formula.Expr, len(row))
		for j, x := range row {
			parts[j] = formula.Mul(formula.Sub(x, formula.Number(a.components.Mean[j])), formula.Number(a.components.Loadings.Row(k)[j]))
		}
		out[k] = formula.Name(fmt.Sprintf("component_%d", k+1), formula.Sum(parts))
	}
	return out
}

// alikeExpr holds in a formula of respondents who give all items the same answer.
func (a *attitudes) alikeExpr() formula.Expr {
	var same []formula.Expr
	for _, q := range a.asked[1:] {
		same = append(same, formula.Compare(q.expr(), formula.Equals, a.asked[0].expr()))
	}
	return formula.All(same...)
}
