package seg

import (
	"fmt"
	"math"
	"sync"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/cluster"
)

// step is what becomes of a value of a column before it is scaled: what missing
// values take, if not NaN, the ends to which others are drawn in, and whether
// they enter as logarithms.
type step struct {
	fill      float64
	low, high float64
	log       bool
}

// keeping is the step that changes missing values alone, if fill is not NaN.
func keeping(fill float64) step { return step{fill: fill, low: math.Inf(-1), high: math.Inf(1)} }

func (s step) apply(v float64) float64 {
	if !finite(v) {
		v = s.fill
	}
	v = min(max(v, s.low), s.high)
	if s.log {
		v = cluster.Log1p(v)
	}
	return v
}

func (s step) applied(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = s.apply(v)
	}
	return out
}

// frame makes rows of features.x: of customers as they are, or as they would be
// with other values. It does not hold on to x.
type frame struct {
	columns []measured
	steps   []step
	scaling cluster.Scaling
}

func (f *features) frame() frame {
	out := frame{steps: f.steps, scaling: f.scaling}
	for j, info := range f.infos {
		out.columns = append(out.columns, measured{MeasureInfo: info, role: f.roles[j], values: f.raw[j]})
	}
	return out
}

// row is one row of x, to the last bit that of a customer without a change.
func (f frame) row(w whatIf) []float64 {
	out := make([]float64, len(f.columns))
	for j, m := range f.columns {
		out[j] = f.scaling.Apply(j, f.steps[j].apply(w.value(m)))
	}
	return out
}

// expr is [step.apply] of a measure in a formula.
func (s step) expr(m measured) formula.Expr {
	x := m.expr()
	if finite(s.fill) {
		x = formula.Name("filled_"+string(m.ID), formula.Or(x, formula.Number(s.fill)))
	}
	if finite(s.low) || finite(s.high) {
		x = formula.Name("bounded_"+string(m.ID), formula.Clamp(x, s.low, s.high))
	}
	if s.log {
		x = formula.Log1p(x)
	}
	return x
}

// exprs are [frame.row] in formulas, each named by its column.
func (f frame) exprs() []formula.Expr {
	out := make([]formula.Expr, len(f.columns))
	for j, m := range f.columns {
		out[j] = formula.Name("scaled_"+string(m.ID), scaledExpr(f.scaling, j, f.steps[j].expr(m)))
	}
	return out
}

// scaledExpr is [cluster.Scaling.Apply] in a formula.
func scaledExpr(of cluster.Scaling, j int, x formula.Expr) formula.Expr {
	switch shift, spread := of.Shift[j], of.Spread[j]; {
	case !(spread > 0):
		return formula.If(formula.Known{Of: x}, formula.Number(0), formula.Missing())
	case shift != 0 || spread != 1:
		return formula.Div(formula.Sub(x, formula.Number(shift)), formula.Number(spread))
	}
	return x
}

// squaredExpr is the squared distance of a row to a center in a formula.
func squaredExpr(row []formula.Expr, center []float64) formula.Expr {
	sum := make([]formula.Expr, len(row))
	for j, x := range row {
		apart := formula.Sub(x, formula.Number(center[j]))
		sum[j] = formula.Mul(apart, apart)
	}
	return formula.Sum(sum)
}

// nearestExpr is the place of the nearest center in a formula.
func nearestExpr(row []formula.Expr, centers cluster.Matrix) formula.Expr {
	out := formula.Lowest{Of: make([]formula.Expr, centers.Rows)}
	for c := range out.Of {
		out.Of[c] = formula.Name(fmt.Sprintf("distance_%d", c+1), squaredExpr(row, centers.Row(c)))
	}
	return out
}

// expressNearest says in a formula what [decideNearest] tells, where no customer is
// as near to another center as to their own but for rounding, so that starts decided.
func expressNearest(s *model.Segmentation, centers cluster.Matrix, row func(w whatIf) []float64, exprs func() []formula.Expr) {
	s.Placing.Formula = sync.OnceValue(func() formula.Expr {
		const clearly = 1e-9
		for i, g := range s.Of {
			if s.Segments[g].Unclassified {
				continue
			}
			point := row(whatIf{i: i})
			own := squaredDistance(point, centers.Row(int(g)))
			for c := range centers.Rows {
				if c != int(g) && squaredDistance(point, centers.Row(c)) <= own*(1+clearly) {
					return formula.Untold{What: "to which of two centers belong those who are as near to both"}
				}
			}
		}
		return nearestExpr(exprs(), centers)
	})
}

func squaredDistance(x, y []float64) float64 {
	sum := 0.
	for j, v := range x {
		sum += (v - y[j]) * (v - y[j])
	}
	return sum
}

// decideNearest tells that a customer belongs to the nearest of the centers of
// the segments, as near to two to their own. row makes a row of the columns in
// which the centers are.
func decideNearest(s *model.Segmentation, centers cluster.Matrix, row func(w whatIf) []float64, by ...measured) {
	decide(s, func(w whatIf) int32 { return cluster.Closest(row(w), centers, s.Of[w.i]) }, nil, by...)
}
