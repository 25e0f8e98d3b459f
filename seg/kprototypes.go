package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/modes"
)

// kprototypes groups customers about prototypes of numbers and categories.
// Source: Huang (1998), Extensions to the k-means algorithm for clustering large
// data sets with categorical values.
type kprototypes struct{}

// Spec implements [Method].
func (kprototypes) Spec() Spec {
	return Spec{
		ID: "kprototypes", Name: model.P("k-prototypes"), Family: Mining, Seeded: true,
		Summary: model.P("Groups customers who are alike in numbers and in categories at once, such as spending and region; with categories alone it is k-modes."),
		Rule:    model.P("A customer belongs to the nearest prototype, the means of its customers' numbers and the commonest of their words: the squared differences of numbers after scaling, and gamma for each word that differs. Quality over k is in the measures silhouette_k2 to silhouette_k10 and inertia_k2 to inertia_k10."),
		Needs:   []Need{{Categories: 1, Why: model.P("columns of words, and of numbers if wanted: parameter columns")}},
		Params: slices.Concat([]Param{kParam(),
			{ID: "columns", Label: model.P("columns"), Kind: ColumnList, Takes: MixedColumns, Default: model.Words(),
				Help: model.P("Columns of numbers and of words to cluster on; none: the numbers that k-means takes, and all columns of 2 to 12 different words or codes.")},
			{ID: "categories", Label: model.P("categories"), Kind: ColumnList, Takes: CodeColumns, Default: model.Words(),
				Help: model.P("Number columns whose numbers stand for words: they differ or they do not.")},
			{ID: "gamma", Label: model.P("gamma"), Kind: Float, Default: model.Word(autoWord), Min: 0, Max: 1000, Step: 0.1, Auto: true,
				Help: model.P("What a different word counts beside a squared difference of numbers; auto is half the mean standard deviation of the numbers, without numbers 1.")}},
			preparingMixedParams(), []Param{
				{ID: "restarts", Label: model.P("restarts"), Kind: Int, Default: model.Num(50), Min: 1, Max: 200, Step: 10,
					Help: model.P("Independent starts, of which the lowest cost is kept; the first of categories alone is no draw but of dense rows far apart.")},
				{ID: "iterations", Label: model.P("iterations"), Kind: Int, Default: model.Num(100), Min: 1, Max: mostIterations, Step: 50,
					Help: model.P("Most iterations of one start.")},
				stabilityParam(),
			}),
		Source: "Huang (1998), Extensions to the k-means algorithm for clustering large data sets with categorical values; Cao, Liang & Bai (2009), A new initialization method for categorical data clustering",
	}
}

// preparingMixedParams are those of number columns; missing means categories too.
func preparingMixedParams() []Param {
	out := preparingParams()
	i := slices.IndexFunc(out, func(p Param) bool { return p.ID == "missing" })
	out[i].Options = []Option{out[i].Options[0], {"median", model.P("Put the column's median in, or its commonest word")}}
	return out
}

// Run implements [Method].
func (kprototypes) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	m, err := readMixed(in)
	if err != nil {
		return nil, err
	}
	settings := modes.Settings{Gamma: m.gamma, Restarts: in.Params.Int("restarts"), MaxIter: in.Params.Int("iterations"), Seed: in.Seed}
	group := func(ctx context.Context, x cluster.Matrix, ks []int, report func(float64)) ([]cluster.Result, error) {
		return m.group(ctx, x, ks, settings, report)
	}
	fit, err := wantedK(in.Params, tableFrom, tableTo).chooseOnSample(ctx, m.f.x, group, in.Seed, report)
	if err != nil {
		return nil, err
	}
	again := refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		found, err := group(ctx, x, []int{fit.kept.K}, nil)
		if err != nil {
			return nil, err
		}
		return found[0].Labels, nil
	}}
	s, err := fit.segmentation(ctx, in, m.f, again)
	if err != nil {
		return nil, err
	}
	m.describe(s, fit.kept.Result)
	m.decide(s, fit.kept.Result.Centers)
	if r := fit.kept.Result; settings.Restarts >= fewestToAgree && r.Agreed*agreeing < settings.Restarts {
		s.Notes = append(s.Notes, model.P("Only %d of %d starts came to this cost: a lower one may be there, found with more restarts or another seed", r.Agreed, settings.Restarts))
	}
	return s, nil
}

// Of so many starts at least one in so many should come to the lowest cost, or
// it is a find of chance.
const (
	fewestToAgree = 5
	agreeing      = 5
)

// group finds clusters of embedded rows, whose centers are embedded prototypes.
// Inertia is the cost, the sum of the dissimilarities.
func (e embedding) group(ctx context.Context, x cluster.Matrix, ks []int, s modes.Settings, report func(float64)) ([]cluster.Result, error) {
	found, err := modes.Fit(ctx, e.decode(x), ks, s, report)
	if err != nil {
		return nil, err
	}
	out := make([]cluster.Result, len(found))
	for i, r := range found {
		out[i] = cluster.Result{K: r.K, Labels: r.Labels, Sizes: r.Sizes, Inertia: r.Cost, Iterations: r.Iterations, Converged: r.Converged, Agreed: r.Agreed,
			Centers: e.encode(r.Means, func(k, j int) int32 { return r.Modes[k][j] }, r.K)}
	}
	return out, nil
}
