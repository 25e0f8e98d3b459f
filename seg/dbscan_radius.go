package seg

import (
	"context"
	"sort"

	"custseg/model"
	"custseg/seg/cluster"
)

// radius is the eps of a density clustering, and the curve it was read on.
type radius struct {
	eps   float64
	auto  bool
	curve []float64 // distances to the minPts-th nearest, ascending
}

// readRadius takes eps from the parameters, or from the knee of the curve of
// distances.
func readRadius(ctx context.Context, x cluster.Matrix, minPts int, p Params, seed uint64, report func(float64)) (radius, error) {
	curve, err := cluster.KDistances(ctx, x, minPts, tableRows, seed, report)
	r := radius{auto: p.Auto("eps"), curve: curve}
	switch {
	case err != nil:
		return r, err
	case !r.auto:
		r.eps = p.Float("eps")
		return r, nil
	}
	r.eps = kneeAboveZero(curve)
	return r, nil
}

// kneeAboveZero is the distance at the knee of an ascending curve, or the least
// above 0 where that is 0 and there is one.
func kneeAboveZero(curve []float64) float64 {
	at := cluster.Knee(curve)
	for at < len(curve)-1 && curve[at] == 0 {
		at++
	}
	return curve[at]
}

// chart draws the curve with eps marked on it.
func (r radius) chart(minPts int) *model.Curve {
	c := &model.Curve{Title: model.P("Distance to the %d-th nearest customer", minPts), XTitle: model.P("customers by distance"), YTitle: model.P("distance"),
		X: make([]float64, len(r.curve)), Y: r.curve}
	for i := range c.X {
		c.X[i] = float64(i + 1)
	}
	at := min(sort.SearchFloat64s(r.curve, r.eps), len(r.curve)-1)
	c.Marks = []model.Mark{{X: c.X[at], Y: r.curve[at], Label: model.P("eps %s", figure(r.eps)), Cut: -1}}
	return c
}
