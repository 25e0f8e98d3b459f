package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// kmeans groups customers about means. Source: Lloyd (1982), Least squares
// quantization in PCM; starts by Arthur & Vassilvitskii (2007), k-means++.
type kmeans struct{}

// mostIterations bounds the iterations of one start.
const mostIterations = 10000

// Spec implements [Method].
func (kmeans) Spec() Spec {
	return Spec{
		ID: "kmeans", Name: model.P("k-means"), Family: Mining, Seeded: true,
		Summary: model.P("Groups customers who are alike in the columns chosen, each about the mean of its group."),
		Rule:    model.P("A customer belongs to the nearest center after scaling; centers are the means of their customers, found from many starts. Quality over k is in the measures silhouette_k2 to silhouette_k10 and inertia_k2 to inertia_k10."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: slices.Concat([]Param{kParam()}, featureParams(), []Param{
			{ID: "restarts", Label: model.P("restarts"), Kind: Int, Default: model.Num(10), Min: 1, Max: 200, Step: 5,
				Help: model.P("Independent starts, of which the lowest inertia is kept.")},
			{ID: "iterations", Label: model.P("iterations"), Kind: Int, Default: model.Num(300), Min: 1, Max: mostIterations, Step: 50,
				Help: model.P("Most iterations of one start.")},
			{ID: "tol", Label: model.P("tolerance"), Kind: Float, Default: model.Num(1e-4), Min: 0, Max: 1, Step: 1e-4,
				Help: model.P("A start has converged when its centers move less than this share of the mean variance.")},
			stabilityParam(),
		}),
		Source: "Lloyd (1982), Least squares quantization in PCM; Arthur & Vassilvitskii (2007), k-means++; Rousseeuw (1987), Silhouettes",
	}
}

// Run implements [Method].
func (kmeans) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := readFeatures(in)
	if err != nil {
		return nil, err
	}
	settings := cluster.Settings{Restarts: in.Params.Int("restarts"), MaxIter: in.Params.Int("iterations"),
		Tol: in.Params.Float("tol"), Seed: in.Seed}
	fit, err := fitKMeans(ctx, f.x, wantedK(in.Params, tableFrom, tableTo), settings, report)
	if err != nil {
		return nil, err
	}
	s, err := fit.segmentation(ctx, in, f, againKMeans(settings, fit.kept.K))
	if err != nil {
		return nil, err
	}
	frame := f.frame()
	decideNearest(s, fit.kept.Result.Centers, frame.row, frame.columns...)
	expressNearest(s, fit.kept.Result.Centers, frame.row, frame.exprs)
	return s, nil
}

// fitKMeans fills the table over k and fits the k asked for, or the best. The
// table of many rows is of some of them.
func fitKMeans(ctx context.Context, x cluster.Matrix, w kWanted, s cluster.Settings, report func(float64)) (kFit, error) {
	fit := kFit{auto: w.auto, rows: x.Rows, tableRows: min(x.Rows, tableRows), sampled: x.Rows}
	k := 1
	sample := x.Pick(spaced(x.Rows, fit.tableRows))
	if ks := w.table(sample); len(ks) > 0 {
		table, best, err := cluster.SelectK(ctx, sample, ks, s, tableRows, func(done float64) { report(0.5 * done) })
		if err != nil {
			return fit, err
		}
		fit.table = table
		if finite(table[best].Silhouette) { // not when all rows are equal
			k = table[best].K
		}
	}
	if !w.auto {
		k = w.k
	}
	if at := k - w.from; fit.tableRows == x.Rows && at >= 0 && at < len(fit.table) {
		fit.kept = fit.table[at]
		return fit, nil
	}
	s.K = k
	result, err := cluster.KMeans(ctx, x, s, func(done float64) { report(0.5 + 0.4*done) })
	if err != nil {
		return fit, err
	}
	return fit, fit.keep(ctx, x, k, result, s.Seed)
}

// againKMeans groups other rows into as many clusters.
func againKMeans(s cluster.Settings, k int) refit {
	s.K = k
	return refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		r, err := cluster.KMeans(ctx, x, s, nil)
		return r.Labels, err
	}}
}
