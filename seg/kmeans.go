package seg

import (
	"context"
	"fmt"

	"custseg/model"
	"custseg/seg/cluster"
)

// kmeans groups customers about means. Source: Lloyd (1982), Least squares
// quantization in PCM; starts by Arthur & Vassilvitskii (2007), k-means++.
type kmeans struct{}

const (
	// tableRows is the most rows that the table over k and the silhouette look
	// at; above it a sample stands for all, and the result says so.
	tableRows      = 5000
	tableFrom      = 2
	tableTo        = 10
	mostClusters   = 50
	mostIterations = 10000
)

// Spec implements [Method].
func (kmeans) Spec() Spec {
	return Spec{
		ID: "kmeans", Name: model.P("k-means"), Family: Mining,
		Summary: model.P("Groups customers who are alike in the columns chosen, each about the mean of its group."),
		Rule:    model.P("A customer belongs to the nearest center after scaling; centers are the means of their customers, found from many starts. Quality over k is in the measures silhouette_k2 to silhouette_k10 and inertia_k2 to inertia_k10."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: append([]Param{
			{ID: "k", Label: model.P("clusters"), Kind: Int, Default: model.Num(5), Min: 1, Max: mostClusters, Step: 1, Auto: true,
				Help: model.P("Number of clusters, or auto for the best silhouette of 2 to 10.")},
		}, append(featureParams(),
			Param{ID: "restarts", Label: model.P("restarts"), Kind: Int, Default: model.Num(10), Min: 1, Max: 200, Step: 5,
				Help: model.P("Independent starts, of which the lowest inertia is kept.")},
			Param{ID: "iterations", Label: model.P("iterations"), Kind: Int, Default: model.Num(300), Min: 1, Max: mostIterations, Step: 50,
				Help: model.P("Most iterations of one start.")},
			Param{ID: "tol", Label: model.P("tolerance"), Kind: Float, Default: model.Num(1e-4), Min: 0, Max: 1, Step: 1e-4,
				Help: model.P("A start has converged when its centers move less than this share of the mean variance.")},
		)...),
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
	fit, err := fitKMeans(ctx, f.x, in.Params, settings, report)
	if err != nil {
		return nil, err
	}
	s := &model.Segmentation{Used: f.names(), Notes: f.notes}
	found := newClusters(f, fit.kept.Result.Labels, fit.kept.Result.K)
	found.place(s)
	s.Scores = append(s.Scores, found.distances(fit.kept.Result.Centers))
	s.Fit = fit.measures()
	s.Notes = append(s.Notes, fit.notes(in.Params)...)
	return s, fit.addCharts(s, found)
}

// kmeansFit is the clusters kept, and the table over k that goes with them.
type kmeansFit struct {
	kept      cluster.KQuality // K is the number asked for, or chosen
	table     []cluster.KQuality
	rows      int
	tableRows int // below rows when the table is of a sample
	sampled   int // rows that the kept silhouette is of
}

// fitKMeans fills the table over k and fits the k asked for, or the best.
func fitKMeans(ctx context.Context, x cluster.Matrix, p Params, s cluster.Settings, report func(float64)) (kmeansFit, error) {
	fit := kmeansFit{rows: x.Rows, tableRows: min(x.Rows, tableRows), sampled: x.Rows}
	var ks []int
	for k := tableFrom; k <= min(tableTo, fit.tableRows-1); k++ {
		ks = append(ks, k)
	}
	k := 1
	if len(ks) > 0 {
		table, best, err := cluster.SelectK(ctx, spaced(x, fit.tableRows), ks, s, tableRows, func(done float64) { report(0.5 * done) })
		if err != nil {
			return fit, err
		}
		fit.table = table
		if finite(table[best].Silhouette) { // not when all rows are equal
			k = table[best].K
		}
	}
	if !p.Auto("k") {
		k = p.Int("k")
	}
	if at := k - tableFrom; fit.tableRows == x.Rows && at >= 0 && at < len(fit.table) {
		fit.kept = fit.table[at]
		return fit, nil
	}
	s.K = k
	result, err := cluster.KMeans(ctx, x, s, func(done float64) { report(0.5 + 0.4*done) })
	if err != nil {
		return fit, err
	}
	fit.kept = cluster.KQuality{K: k, Result: result, CalinskiHarabasz: cluster.CalinskiHarabasz(x, result.Labels),
		DaviesBouldin: cluster.DaviesBouldin(x, result.Labels)}
	fit.kept.Silhouette, _, fit.sampled, err = cluster.Silhouette(ctx, x, result.Labels, tableRows, s.Seed)
	return fit, err
}

// spaced returns n rows at even distances, so that a sample of customers, who
// are sorted by id, takes from early and late ids alike.
func spaced(x cluster.Matrix, n int) cluster.Matrix {
	if n == x.Rows {
		return x
	}
	rows := make([]int32, n)
	for i := range rows {
		rows[i] = int32(i * x.Rows / n)
	}
	return x.Pick(rows)
}

// measures reports the clusters kept, then the table over k: silhouette_k2 and
// inertia_k2 up to silhouette_k10 and inertia_k10, as far as there are rows.
// Those of the table are of its sample when it has one.
func (fit kmeansFit) measures() []model.Fit {
	r := fit.kept.Result
	out := []model.Fit{{Name: "k", Value: float64(r.K)}, {Name: "inertia", Value: r.Inertia}, {Name: "silhouette", Value: fit.kept.Silhouette},
		{Name: "calinski_harabasz", Value: fit.kept.CalinskiHarabasz}, {Name: "davies_bouldin", Value: fit.kept.DaviesBouldin},
		{Name: "iterations", Value: float64(r.Iterations)}}
	for _, q := range fit.table {
		out = append(out, model.Fit{Name: fmt.Sprintf("silhouette_k%d", q.K), Value: q.Silhouette})
	}
	for _, q := range fit.table {
		out = append(out, model.Fit{Name: fmt.Sprintf("inertia_k%d", q.K), Value: q.Result.Inertia})
	}
	return out
}

func (fit kmeansFit) notes(p Params) []model.Phrase {
	var out []model.Phrase
	r := fit.kept.Result
	if p.Auto("k") {
		if fit.kept.K > 1 {
			out = append(out, model.P("k = %d has the highest silhouette of %d to %d", fit.kept.K, tableFrom, fit.table[len(fit.table)-1].K))
		} else {
			out = append(out, model.P("Too few different rows to choose k by: all are one cluster"))
		}
	}
	if r.K < fit.kept.K {
		out = append(out, model.P("Only %d of %d clusters have customers: there are not enough different rows", r.K, fit.kept.K))
	}
	if !r.Converged {
		out = append(out, model.P("The best start had not converged after %d iterations: raise iterations", r.Iterations))
	}
	if fit.tableRows < fit.rows {
		out = append(out, model.P("The table over k is of a sample of %d of %d customers: the chart %s, and the measures silhouette_k and inertia_k of %d to %d",
			fit.tableRows, fit.rows, overKTitle(), tableFrom, fit.table[len(fit.table)-1].K))
	}
	if fit.sampled < fit.rows {
		out = append(out, model.P("The silhouette is of a sample of %d of %d customers", fit.sampled, fit.rows))
	}
	return out
}

// addCharts gives the scatter, quality over k, and each column's histogram; a
// single column's histogram comes first, in the scatter's stead.
func (fit kmeansFit) addCharts(s *model.Segmentation, found clusters) error {
	scatter, err := found.scatter(fit.kept.Result.Centers)
	if err != nil {
		return err
	}
	if scatter != nil {
		s.Charts = append(s.Charts, scatter)
	}
	if len(fit.table) > 0 {
		s.Charts = append(s.Charts, fit.overK())
	}
	for j, info := range found.f.infos {
		s.Charts = append(s.Charts, histogram(s, info, found.f.raw[j]))
	}
	if scatter == nil {
		last := len(s.Charts) - 1
		s.Charts[0], s.Charts[last] = s.Charts[last], s.Charts[0]
	}
	return nil
}

func overKTitle() model.Phrase { return model.P("Quality by number of clusters") }

func (fit kmeansFit) overK() *model.Series {
	n := len(fit.table)
	c := &model.Series{Title: overKTitle(), XTitle: model.P("clusters"), X: make([]float64, n), Chosen: float64(fit.kept.K),
		Lines: []model.Line{{Name: model.P("silhouette"), Y: make([]float64, n)}, {Name: model.P("inertia"), Y: make([]float64, n)},
			{Name: model.P("Calinski-Harabasz"), Y: make([]float64, n)}, {Name: model.P("Davies-Bouldin"), Y: make([]float64, n)}}}
	for i, q := range fit.table {
		c.X[i] = float64(q.K)
		c.Lines[0].Y[i], c.Lines[1].Y[i] = q.Silhouette, q.Result.Inertia
		c.Lines[2].Y[i], c.Lines[3].Y[i] = q.CalinskiHarabasz, q.DaviesBouldin
	}
	return c
}
