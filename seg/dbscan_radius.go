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
	rows  []int32   // whose they are
}

// readRadius takes eps from the parameters, or from the knee of the curve of
// distances.
func readRadius(ctx context.Context, x cluster.Matrix, minPts int, p Params, seed uint64, report func(float64)) (radius, error) {
	curve, rows, err := cluster.KDistanceRows(ctx, x, minPts, tableRows, seed, report)
	r := radius{auto: p.Auto("eps"), curve: curve, rows: rows}
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

// chart draws the curve with eps marked on it, of the customers in the rows of
// the features.
func (r radius) chart(minPts int, customers []int32) *model.Curve {
	c := &model.Curve{Title: model.P("Distance to the %d-th nearest customer", minPts), XTitle: model.P("customers by distance"), YTitle: model.P("distance"),
		X: make([]float64, len(r.curve)), Y: r.curve, Order: make([]int32, len(r.curve))}
	for i, row := range r.rows {
		c.X[i], c.Order[i] = float64(i+1), customers[row]
	}
	at := min(sort.SearchFloat64s(r.curve, r.eps), len(r.curve)-1)
	c.Marks = []model.Mark{{X: c.X[at], Y: r.curve[at], Label: model.P("eps %s", figure(r.eps)), Cut: -1}}
	return c
}
