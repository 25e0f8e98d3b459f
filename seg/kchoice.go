package seg

import (
	"context"
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

const (
	// tableRows is the most rows that the table over k and the silhouette look
	// at; above it a sample stands for all, and the result says so.
	tableRows    = 5000
	tableFrom    = 2
	tableTo      = 10
	mostClusters = 50
)

// kParam is the number of clusters of a method that is told it.
func kParam() Param {
	return Param{ID: "k", Label: model.P("clusters"), Kind: Int, Default: model.Num(5), Min: 1, Max: mostClusters, Step: 1, Auto: true,
		Help: model.P("Number of clusters, or auto for the best silhouette of 2 to 10.")}
}

// kWanted is the number of clusters asked for, or that it is to be found, and
// the numbers that the table over k compares.
type kWanted struct {
	k        int
	auto     bool
	from, to int
}

func wantedK(p Params, from, to int) kWanted {
	return kWanted{k: p.Int("k"), auto: p.Auto("k"), from: from, to: to}
}

// table lists the numbers to compare, all below that of the rows, and none above
// that of the different ones. Equal rows follow each other.
func (w kWanted) table(x cluster.Matrix) (ks []int) {
	for k := w.from; k <= min(w.to, x.Rows-1, differentRows(x, w.to)); k++ {
		ks = append(ks, k)
	}
	return ks
}

// differentRows is how many different rows there are, of which equal ones follow
// each other; it counts no further than enough.
func differentRows(x cluster.Matrix, enough int) int {
	n := 0
	for i := 0; i < x.Rows && n < enough; i++ {
		if i == 0 || !slices.Equal(x.Row(i), x.Row(i-1)) {
			n++
		}
	}
	return n
}

// kFit is the clusters kept, and the table over k that goes with them, if the
// method has one.
type kFit struct {
	kept      cluster.KQuality // K is the number asked for, or chosen
	table     []cluster.KQuality
	auto      bool // k was left to the method
	rows      int
	tableRows int // below rows when the table is of a sample
	sampled   int // rows that the kept silhouette is of
	rule      membership
	nodes     int // of the map that was grouped instead of rows, 0 of none
	// components of a mixture, under which its clusters are in the table, though
	// some may have no customers; 0 of other methods.
	components int
}

// grouper groups all rows into each of several numbers of clusters.
type grouper func(ctx context.Context, ks []int) ([]cluster.Result, error)

// choose fills the table over k, of all rows, and keeps the k asked for, or the
// best.
func (w kWanted) choose(ctx context.Context, x cluster.Matrix, group grouper, seed uint64) (kFit, error) {
	fit := kFit{auto: w.auto, rows: x.Rows, tableRows: x.Rows}
	ks := w.table(x)
	results, err := group(ctx, ks)
	if err != nil {
		return fit, err
	}
	k := 1
	if len(ks) > 0 {
		if k, err = fit.compare(ctx, x, ks, results, seed); err != nil {
			return fit, err
		}
	}
	if !w.auto {
		k = w.k
	}
	if at := k - w.from; at >= 0 && at < len(ks) {
		fit.kept, fit.sampled = fit.table[at], min(x.Rows, tableRows)
		return fit, nil
	}
	if results, err = group(ctx, []int{k}); err != nil {
		return fit, err
	}
	return fit, fit.keep(ctx, x, k, results[0], seed)
}

// sampleGrouper groups rows into each of several numbers of clusters; report may
// be nil.
type sampleGrouper func(ctx context.Context, x cluster.Matrix, ks []int, report func(done float64)) ([]cluster.Result, error)

// chooseOnSample does as [kWanted.choose], with a table over k that is of a
// sample when there are many rows.
func (w kWanted) chooseOnSample(ctx context.Context, x cluster.Matrix, group sampleGrouper, seed uint64, report func(float64)) (kFit, error) {
	fit := kFit{auto: w.auto, rows: x.Rows, tableRows: min(x.Rows, tableRows)}
	k := 1
	sample := x.Pick(spaced(x.Rows, fit.tableRows))
	if ks := w.table(sample); len(ks) > 0 {
		results, err := group(ctx, sample, ks, func(done float64) { report(0.5 * done) })
		if err != nil {
			return fit, err
		}
		if k, err = fit.compare(ctx, sample, ks, results, seed); err != nil {
			return fit, err
		}
	}
	if !w.auto {
		k = w.k
	}
	if at := k - w.from; fit.tableRows == x.Rows && at >= 0 && at < len(fit.table) {
		return fit, fit.keep(ctx, x, k, fit.table[at].Result, seed)
	}
	results, err := group(ctx, x, []int{k}, func(done float64) { report(0.5 + 0.4*done) })
	if err != nil {
		return fit, err
	}
	return fit, fit.keep(ctx, x, k, results[0], seed)
}

// compare fills the table over k and returns the k of the best silhouette, 1 when
// none is defined.
func (fit *kFit) compare(ctx context.Context, x cluster.Matrix, ks []int, results []cluster.Result, seed uint64) (k int, err error) {
	table, best, err := cluster.Compare(ctx, x, ks, results, tableRows, seed)
	if err != nil {
		return 1, err
	}
	fit.table = table
	if finite(table[best].Silhouette) {
		return table[best].K, nil
	}
	return 1, nil
}

// keep measures a grouping of all rows, of which k clusters were asked.
func (fit *kFit) keep(ctx context.Context, x cluster.Matrix, k int, r cluster.Result, seed uint64) (err error) {
	fit.kept = cluster.KQuality{K: k, Result: r, CalinskiHarabasz: cluster.CalinskiHarabasz(x, r.Labels), DaviesBouldin: cluster.DaviesBouldin(x, r.Labels)}
	fit.kept.Silhouette, _, fit.sampled, err = cluster.Silhouette(ctx, x, r.Labels, tableRows, seed)
	return err
}

// spaced returns n of the rows at even distances, so that a sample of customers,
// who are sorted by id, takes from early and late ids alike.
func spaced(rows, n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i * rows / n)
	}
	return out
}

// measures reports the clusters kept, then the table over k: silhouette_k2 and
// inertia_k2 up to silhouette_k10 and inertia_k10, as far as there are rows.
// Those of the table are of its sample when it has one.
func (fit kFit) measures() []model.Fit {
	r := fit.kept.Result
	out := []model.Fit{{Name: "k", Value: float64(r.K)}, {Name: "inertia", Value: r.Inertia}, {Name: "silhouette", Value: fit.kept.Silhouette},
		{Name: "calinski_harabasz", Value: fit.kept.CalinskiHarabasz}, {Name: "davies_bouldin", Value: fit.kept.DaviesBouldin}}
	if r.Iterations > 0 {
		out = append(out, model.Fit{Name: "iterations", Value: float64(r.Iterations)})
	}
	for _, q := range fit.table {
		out = append(out, model.Fit{Name: fmt.Sprintf("silhouette_k%d", q.K), Value: q.Silhouette})
	}
	for _, q := range fit.table {
		out = append(out, model.Fit{Name: fmt.Sprintf("inertia_k%d", q.K), Value: q.Result.Inertia})
	}
	return out
}

func (fit kFit) notes() []model.Phrase {
	var out []model.Phrase
	r := fit.kept.Result
	if fit.auto {
		if fit.kept.K > 1 {
			out = append(out, model.P("k = %d has the highest silhouette of %d to %d", fit.kept.K, fit.table[0].K, fit.lastK()))
		} else {
			out = append(out, model.P("Too few different rows to choose k by: all are one cluster"))
		}
	}
	switch {
	case r.K < fit.kept.K && fit.nodes > 0 && fit.nodes < fit.kept.K:
		out = append(out, model.P("Only %d of %d clusters have customers: the map has %d nodes, raise nodes", r.K, fit.kept.K, fit.nodes))
	case r.K < fit.kept.K:
		out = append(out, model.P("Only %d of %d clusters have customers: there are not enough different rows", r.K, fit.kept.K))
	}
	if !r.Converged {
		out = append(out, model.P("The best start had not converged after %d iterations: raise iterations", r.Iterations))
	}
	if fit.tableRows < fit.rows && len(fit.table) > 0 {
		out = append(out, model.P("The table over k is of a sample of %d of %d customers: the chart %s, and the measures silhouette_k and inertia_k of %d to %d",
			fit.tableRows, fit.rows, overKTitle(), fit.table[0].K, fit.lastK()))
	}
	if placed := total(r.Sizes); fit.sampled < placed {
		out = append(out, model.P("The silhouette is of a sample of %d of %d customers", fit.sampled, placed))
	}
	return out
}

// tellStructure warns of clusters that hardly stand apart, as Kaufman & Rousseeuw
// (1990), Finding Groups in Data, read silhouettes. Regions of density and mixtures
// may be of any shape, of which the silhouette knows nothing.
func (fit kFit) tellStructure(s *model.Segmentation) {
	const none, weak = .25, .5
	of := fit.kept.Silhouette
	if len(fit.table) == 0 || fit.components > 0 || fit.kept.Result.K < 2 {
		return
	}
	switch {
	case of <= none:
		s.Warnings = append(s.Warnings, model.P("No substantial structure, by a silhouette of %s (%s or less): customers differ by degrees here rather than by groups; the segments divide them all the same, and other columns may part them better",
			figure(of), figure(none)))
	case of <= weak:
		s.Notes = append(s.Notes, model.P("The structure is weak and may be artificial, by a silhouette of %s (%s or less): see whether other columns, or another number of clusters, part customers better", figure(of), figure(weak)))
	}
}

// lastK is the highest number of clusters in the table.
func (fit kFit) lastK() int { return fit.table[len(fit.table)-1].K }

func total(sizes []int) int {
	sum := 0
	for _, n := range sizes {
		sum += n
	}
	return sum
}

// starred is the k in the table of the clusters kept: of the same clusters under
// several, for want of different rows, their number.
func (fit kFit) starred() int {
	if fit.components > 0 {
		return fit.components
	}
	kept := fit.kept.Result
	for _, q := range fit.table {
		if q.K == kept.K && slices.Equal(q.Result.Labels, kept.Labels) {
			return q.K
		}
	}
	return fit.kept.K
}

func overKTitle() model.Phrase { return model.P("Quality by number of clusters") }

func (fit kFit) overK() *model.Series {
	n := len(fit.table)
	c := &model.Series{Title: overKTitle(), XTitle: model.P("clusters"), X: make([]float64, n), Chosen: float64(fit.starred()), Param: "k",
		Basis: model.Basis{N: fit.tableRows},
		Lines: []model.Line{{Name: model.P("silhouette"), Y: make([]float64, n)}, {Name: model.P("inertia"), Y: make([]float64, n)},
			{Name: model.P("Calinski-Harabasz"), Y: make([]float64, n)}, {Name: model.P("Davies-Bouldin"), Y: make([]float64, n)}}}
	for i, q := range fit.table {
		c.X[i] = float64(q.K)
		c.Lines[0].Y[i], c.Lines[1].Y[i] = q.Silhouette, q.Result.Inertia
		c.Lines[2].Y[i], c.Lines[3].Y[i] = q.CalinskiHarabasz, q.DaviesBouldin
	}
	return c
}
