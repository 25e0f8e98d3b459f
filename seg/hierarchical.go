package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// hierarchical joins the two nearest clusters until as many are left as asked
// for. Source: Ward (1963), Hierarchical grouping to optimize an objective
// function; Lance & Williams (1967) for the distances of joined clusters.
type hierarchical struct{}

// Spec implements [Method].
func (hierarchical) Spec() Spec {
	return Spec{
		ID: "hierarchical", Name: model.P("Hierarchical clustering"), Family: Mining, Seeded: true,
		Summary: model.P("Joins the two most alike groups of customers again and again, beginning with single customers, until as many groups are left as asked for."),
		Rule:    model.P("The two nearest clusters are joined until k are left, near being as linkage says. Of more than 5,000 customers a sample is joined, and the others belong to the nearest center. Quality over k is in the measures silhouette_k2 to silhouette_k10 and inertia_k2 to inertia_k10."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: slices.Concat([]Param{kParam(),
			{ID: "linkage", Label: model.P("linkage"), Kind: Choice, Default: model.Word(string(cluster.Ward)),
				Options: []Option{{string(cluster.Ward), model.P("Least rise of the squares within: compact clusters of like size")},
					{string(cluster.Complete), model.P("Farthest pair: compact clusters")},
					{string(cluster.Average), model.P("Mean over all pairs: in between, outliers stand alone")},
					{string(cluster.Single), model.P("Nearest pair: chains of any shape, often one cluster and stray customers")}},
				Help: model.P("How far two clusters are from each other.")},
		}, featureParams(), []Param{stabilityParam()}),
		Unwritten: model.P("the clusters come from joining all customers two by two, and a new one belongs to none: take kmeans with the same columns"),
		Source:    "Ward (1963), Hierarchical grouping to optimize an objective function; Lance & Williams (1967); Murtagh & Legendre (2014), Ward's method",
	}
}

// Run implements [Method].
func (hierarchical) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := readFeatures(in)
	if err != nil {
		return nil, err
	}
	tree, err := growHierarchy(ctx, f.x, cluster.Linkage(in.Params.Word("linkage")), func(done float64) { report(0.6 * done) })
	if err != nil {
		return nil, err
	}
	fit, err := wantedK(in.Params, tableFrom, tableTo).choose(ctx, f.x, tree.group, in.Seed)
	if err != nil {
		return nil, err
	}
	again := refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		d, err := cluster.Agglomerate(ctx, x, tree.linkage, nil)
		return d.Cut(fit.kept.K), err
	}}
	fit.rule = tree.rule()
	s, err := fit.segmentation(ctx, in, f, again)
	if err != nil {
		return nil, err
	}
	if n := len(tree.rows); n < f.x.Rows {
		s.Notes = append(s.Notes, model.P("The hierarchy is of a sample of %d of %d customers; the others belong to the cluster with the nearest center", n, f.x.Rows))
	}
	tree.decide(s, f, fit.kept.K)
	if drawn := tree.dendrogram(s, f, fit.kept.Result.K); drawn != nil {
		s.Charts = append([]model.Chart{drawn}, s.Charts...)
	}
	if heights := tree.heights(fit.kept.Result.K); heights != nil {
		heights.Basis.Missing = len(s.Of) - f.x.Rows
		s.Charts = append(s.Charts, heights)
	}
	return s, nil
}

// hierarchy is the clusters of some rows, and what is to be divided by them.
type hierarchy struct {
	x       cluster.Matrix
	linkage cluster.Linkage
	rows    []int32 // of x: those in the tree
	tree    cluster.Dendrogram
}

func growHierarchy(ctx context.Context, x cluster.Matrix, l cluster.Linkage, report func(float64)) (hierarchy, error) {
	h := hierarchy{x: x, linkage: l, rows: spaced(x.Rows, min(x.Rows, tableRows))}
	var err error
	h.tree, err = cluster.Agglomerate(ctx, x.Pick(h.rows), l, report)
	return h, err
}

// group cuts the tree, and gives rows that are not in it to the nearest center.
func (h hierarchy) group(ctx context.Context, ks []int) ([]cluster.Result, error) {
	out := make([]cluster.Result, len(ks))
	for i, k := range ks {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		cut := h.tree.Cut(k)
		if len(h.rows) == h.x.Rows {
			out[i] = cluster.Grouped(h.x, cut)
			continue
		}
		sample := cluster.Grouped(h.x.Pick(h.rows), cut)
		labels := cluster.Nearest(h.x, sample.Centers)
		for j, r := range h.rows {
			labels[r] = sample.Labels[j]
		}
		out[i] = cluster.Grouped(h.x, labels)
	}
	return out, nil
}

// rule says how customers come to be in a cluster.
func (h hierarchy) rule() membership {
	if len(h.rows) < h.x.Rows {
		return func(means model.Phrase) model.Phrase {
			return model.P("joined in a sample with those most alike, or nearest to the center of these; means %s", means)
		}
	}
	return func(means model.Phrase) model.Phrase {
		return model.P("joined with those most alike; means %s", means)
	}
}

// decide tells that those who are not in the tree belong to the nearest center,
// and that someone in it who changed would join so too; where all are in the tree
// it is their joining that decides.
func (h hierarchy) decide(s *model.Segmentation, f *features, k int) {
	frame := f.frame()
	if len(h.rows) == h.x.Rows {
		settled(s, model.P("The clusters come from joining all customers two by two: what other values of one would do shows only in a new run"), frame.columns...)
		return
	}
	sample := cluster.Grouped(h.x.Pick(h.rows), h.tree.Cut(k))
	segment := make([]int32, sample.K)
	for j, r := range h.rows {
		segment[sample.Labels[j]] = s.Of[f.rows[r]]
	}
	decide(s, func(w whatIf) int32 {
		row := frame.row(w)
		if slices.Equal(row, frame.row(whatIf{i: w.i})) {
			return s.Of[w.i]
		}
		return segment[cluster.Nearest(cluster.Matrix{Rows: 1, Cols: len(row), Data: row}, sample.Centers)[0]]
	}, nil, frame.columns...)
}

// heights draws how far apart the clusters are that are joined next: a long fall
// says that the clusters to its left are apart. It is nil for a single row.
func (h hierarchy) heights(chosen int) *model.Series {
	const most = 20
	n := min(most, len(h.tree.Merges))
	if n == 0 {
		return nil
	}
	c := &model.Series{Title: model.P("Distance at which the next two clusters join"), XTitle: model.P("clusters"), X: make([]float64, n),
		Lines: []model.Line{{Name: model.P("distance"), Y: make([]float64, n)}}, Chosen: float64(chosen), Param: "k", Basis: model.Basis{N: len(h.rows)}}
	for i := range n {
		c.X[i], c.Lines[0].Y[i] = float64(i+2), h.tree.Merges[len(h.tree.Merges)-1-i].Height
	}
	return c
}
