package seg

import (
	"math"

	"custseg/model"
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

// decideNearest tells that a customer belongs to the nearest of the centers of
// the segments, as near to two to their own. row makes a row of the columns in
// which the centers are.
func decideNearest(s *model.Segmentation, centers cluster.Matrix, row func(w whatIf) []float64, by ...measured) {
	decide(s, func(w whatIf) int32 { return cluster.Closest(row(w), centers, s.Of[w.i]) }, nil, by...)
}
