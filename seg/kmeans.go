package seg

import (
	"context"
	"math"
	"strings"

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
		Rule:    model.P("A customer belongs to the nearest center after scaling; centers are the means of their customers, found from many starts."),
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
	settings := cluster.Settings{K: 1, Restarts: in.Params.Int("restarts"), MaxIter: in.Params.Int("iterations"),
		Tol: in.Params.Float("tol"), Seed: in.Seed}
	fit, err := fitKMeans(ctx, f.x, in.Params, settings, report)
	if err != nil {
		return nil, err
	}
	s := &model.Segmentation{Used: f.names, Notes: f.notes}
	p := newPlacer(s, clusterSegments(f, fit.result.Labels, fit.result.K), f.why, f.reasons)
	for i := range s.Of {
		p.unclassified(i)
	}
	for i, r := range f.rows {
		s.Of[r] = fit.result.Labels[i]
	}
	p.done()
	if err := fit.measure(ctx, s, f.x, in.Seed); err != nil {
		return nil, err
	}
	fit.notes(s, in.Params)
	addClusterScores(s, f, fit.result)
	if err := addClusterCharts(s, f, fit); err != nil {
		return nil, err
	}
	report(1)
	return s, nil
}

// kmeansFit is the clusters kept, and the table over k that goes with them.
type kmeansFit struct {
	result  cluster.Result
	chosen  int
	table   []cluster.KQuality
	sampled bool // the table is of a sample
}

// fitKMeans fills the table over k and fits the k asked for, or the best.
func fitKMeans(ctx context.Context, x cluster.Matrix, p Params, s cluster.Settings, report func(float64)) (kmeansFit, error) {
	var fit kmeansFit
	small := x
	if x.Rows > tableRows {
		small, fit.sampled = x.Pick(evenly(x.Rows, tableRows)), true
	}
	var ks []int
	for k := tableFrom; k <= min(tableTo, small.Rows-1); k++ {
		ks = append(ks, k)
	}
	best := 0
	if len(ks) > 0 {
		var err error
		if fit.table, best, err = cluster.SelectK(ctx, small, ks, s, tableRows, func(d float64) { report(0.5 * d) }); err != nil {
			return fit, err
		}
	}
	if p.Auto("k") {
		fit.chosen = 1
		if len(ks) > 0 {
			fit.chosen = ks[best]
		}
	} else {
		fit.chosen = p.Int("k")
	}
	if at := fit.chosen - tableFrom; !fit.sampled && at >= 0 && at < len(fit.table) {
		fit.result = fit.table[at].Result
		return fit, nil
	}
	s.K = fit.chosen
	var err error
	fit.result, err = cluster.KMeans(ctx, x, s, func(d float64) { report(0.5 + 0.4*d) })
	return fit, err
}

// evenly picks m of n rows at even distances: the rows are sorted by id, which
// says nothing of what is clustered.
func evenly(n, m int) []int32 {
	out := make([]int32, m)
	for i := range out {
		out[i] = int32(i * n / m)
	}
	return out
}

func (fit kmeansFit) measure(ctx context.Context, s *model.Segmentation, x cluster.Matrix, seed uint64) error {
	silhouette, _, sampled, err := cluster.Silhouette(ctx, x, fit.result.Labels, tableRows, seed)
	if err != nil {
		return err
	}
	s.Fit = append(s.Fit, model.Fit{Name: "k", Value: float64(fit.result.K)}, model.Fit{Name: "inertia", Value: fit.result.Inertia},
		model.Fit{Name: "silhouette", Value: silhouette},
		model.Fit{Name: "calinski_harabasz", Value: cluster.CalinskiHarabasz(x, fit.result.Labels)},
		model.Fit{Name: "davies_bouldin", Value: cluster.DaviesBouldin(x, fit.result.Labels)},
		model.Fit{Name: "iterations", Value: float64(fit.result.Iterations)})
	if sampled < x.Rows {
		s.Notes = append(s.Notes, model.P("The silhouette is of a sample of %d of %d customers", sampled, x.Rows))
	}
	return nil
}

func (fit kmeansFit) notes(s *model.Segmentation, p Params) {
	if fit.result.K < fit.chosen {
		s.Notes = append(s.Notes, model.P("Only %d of %d clusters have customers: there are not enough different rows", fit.result.K, fit.chosen))
	}
	if !fit.result.Converged {
		s.Notes = append(s.Notes, model.P("The best start had not converged after %d iterations: raise iterations", fit.result.Iterations))
	}
	if fit.sampled {
		s.Notes = append(s.Notes, model.P("The table over k is of a sample of %d customers", tableRows))
	}
	if p.Auto("k") {
		s.Notes = append(s.Notes, model.P("k = %d has the highest silhouette of %d to %d", fit.chosen, tableFrom, tableTo))
	}
}

// telling is the distance from the base's mean, in standard deviations, from
// which a cluster's mean is worth naming.
const telling = 0.5

// clusterSegments names clusters by number and describes each by its means and
// how far they are from the base's.
func clusterSegments(f *features, labels []int32, k int) []model.Segment {
	out := make([]model.Segment, k)
	for c := range out {
		out[c].Name = model.P("Cluster %d", c+1)
	}
	for c := range out {
		var parts []string
		var what model.Phrase
		best := telling
		for j := range f.names {
			here, z := clusterMean(f, j, labels, int32(c))
			parts = append(parts, f.names[j]+" "+model.FormatNumber(round(here))+" (z "+signed(z)+")")
			if math.Abs(z) > best {
				best = math.Abs(z)
				what = model.P("Stands out by low %s: plan for it", f.labels[j])
				if z > 0 {
					what = model.P("Stands out by high %s: plan for it", f.labels[j])
				}
			}
		}
		if what.Empty() {
			what = model.P("Close to the average in all columns")
		}
		out[c].Rule = model.P("nearest mean: %s", strings.Join(parts, " · "))
		out[c].Advice = model.Advice{Marketing: what}
	}
	return out
}

// clusterMean returns the mean of a column as read in one cluster, and its
// distance from the mean of all rows in their standard deviations.
func clusterMean(f *features, column int, labels []int32, c int32) (here, z float64) {
	var sum, all, squares float64
	n := 0
	for i, r := range f.rows {
		v := f.raw[column][r]
		if !finite(v) {
			continue
		}
		all += v
		squares += v * v
		if labels[i] == c {
			sum += v
			n++
		}
	}
	total := float64(len(f.rows))
	here = sum / float64(n)
	mean := all / total
	sd := math.Sqrt(max(0, squares/total-mean*mean))
	if sd == 0 || n == 0 {
		return here, 0
	}
	return here, (here - mean) / sd
}

// round keeps four significant digits.
func round(v float64) float64 {
	if v == 0 || !finite(v) {
		return v
	}
	scale := math.Pow(10, 3-math.Floor(math.Log10(math.Abs(v))))
	return math.Round(v*scale) / scale
}

func signed(z float64) string {
	s := model.FormatNumber(math.Round(z*100) / 100)
	if z > 0 {
		return "+" + s
	}
	return s
}

// addClusterScores adds each customer's distance to its center, in the scaled
// columns.
func addClusterScores(s *model.Segmentation, f *features, r cluster.Result) {
	distance := make([]float64, len(f.rows))
	for i := range distance {
		sum := 0.0
		center := r.Centers.Row(int(r.Labels[i]))
		for j, v := range f.x.Row(i) {
			sum += (v - center[j]) * (v - center[j])
		}
		distance[i] = math.Sqrt(sum)
	}
	s.Scores = append(s.Scores, model.NewNumbers("distance", f.spreadOut(distance)))
}

// addClusterCharts gives the scatter, quality over k, and each column's
// histogram. Two columns are drawn as they are, more on their first two
// principal components.
func addClusterCharts(s *model.Segmentation, f *features, fit kmeansFit) error {
	scatter := &model.Scatter{Title: model.P("Customers by cluster")}
	if len(f.names) == 2 {
		scatter.XTitle, scatter.YTitle = f.labels[0], f.labels[1]
		scatter.X, scatter.Y = f.onlyPlaced(0), f.onlyPlaced(1)
		for c := range fit.result.K {
			x, _ := clusterMean(f, 0, fit.result.Labels, int32(c))
			y, _ := clusterMean(f, 1, fit.result.Labels, int32(c))
			scatter.Centers = append(scatter.Centers, model.Center{X: x, Y: y, Segment: c})
		}
	} else {
		plane, err := cluster.PCA2(f.x)
		if err != nil {
			return err
		}
		scatter.XTitle = model.P("component 1, %.0f%% of variance", 100*plane.Explained[0])
		scatter.YTitle = model.P("component 2, %.0f%% of variance", 100*plane.Explained[1])
		scatter.X, scatter.Y = f.spreadOut(plane.X), f.spreadOut(plane.Y)
		xs, ys := plane.Project(fit.result.Centers)
		for c := range xs {
			scatter.Centers = append(scatter.Centers, model.Center{X: xs[c], Y: ys[c], Segment: c})
		}
	}
	s.Charts = append(s.Charts, scatter)
	if len(fit.table) > 0 {
		s.Charts = append(s.Charts, overK(fit))
	}
	for j := range f.names {
		s.Charts = append(s.Charts, &model.Histogram{Title: f.labels[j], Unit: f.units[j], Values: f.raw[j], Cut: -1})
	}
	return nil
}

// onlyPlaced returns a column as read, missing for customers not in x.
func (f *features) onlyPlaced(column int) []float64 {
	out := make([]float64, len(f.why))
	for i := range out {
		out[i] = missing
	}
	for _, r := range f.rows {
		out[r] = f.raw[column][r]
	}
	return out
}

func overK(fit kmeansFit) *model.Series {
	n := len(fit.table)
	c := &model.Series{Title: model.P("Quality by number of clusters"), XTitle: model.P("clusters"), X: make([]float64, n), Chosen: float64(fit.chosen),
		Lines: []model.Line{{Name: model.P("silhouette"), Y: make([]float64, n)}, {Name: model.P("inertia"), Y: make([]float64, n)},
			{Name: model.P("Calinski-Harabasz"), Y: make([]float64, n)}, {Name: model.P("Davies-Bouldin"), Y: make([]float64, n)}}}
	for i, q := range fit.table {
		c.X[i] = float64(q.K)
		c.Lines[0].Y[i], c.Lines[1].Y[i] = q.Silhouette, q.Result.Inertia
		c.Lines[2].Y[i], c.Lines[3].Y[i] = q.CalinskiHarabasz, q.DaviesBouldin
	}
	return c
}
