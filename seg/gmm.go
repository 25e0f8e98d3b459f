package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/mixture"
)

// gmm groups customers by the component of a Gaussian mixture that they most
// likely come from. Source: McLachlan & Peel (2000), Finite Mixture Models;
// Fraley & Raftery (2002), Model-based clustering.
type gmm struct{}

const (
	// A mixture is fitted to at most mixtureRows rows, and for the table over k
	// to fewer, since it takes many runs.
	mixtureRows      = 10_000
	mixtureTableRows = 4000
	componentsFrom   = 1
)

// Spec implements [Method].
func (gmm) Spec() Spec {
	return Spec{
		ID: "gmm", Name: model.P("Gaussian mixture"), Family: Mining, Seeded: true,
		Summary: model.P("Takes the customers for a mixture of groups, each an ellipsoid of its own size, shape and direction, and tells for each customer how likely each group is."),
		Rule:    model.P("A customer belongs to the component that is the likeliest given their values after scaling; the others' likelihoods are the membership scores. The number of components has the lowest Bayesian information criterion, in the measures bic_k1 to bic_k10."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: slices.Concat([]Param{
			{ID: "k", Label: model.P("components"), Kind: Int, Default: model.Word(autoWord), Min: 1, Max: mostClusters, Step: 1, Auto: true,
				Help: model.P("Number of components, or auto for the lowest BIC of 1 to 10.")},
			{ID: "covariance", Label: model.P("covariance"), Kind: Choice, Default: model.Word(string(mixture.Full)),
				Options: []Option{{string(mixture.Full), model.P("Columns may go together in each component in its own way")},
					{string(mixture.Diagonal), model.P("Columns vary independently within a component")}},
				Help: model.P("What shapes components may have; diag has fewer parameters.")},
		}, featureParams(), []Param{
			{ID: "starts", Label: model.P("starts"), Kind: Int, Default: model.Num(30), Min: 1, Max: 200, Step: 10,
				Help: model.P("Independent starts, of which the likeliest after a few iterations are carried on.")},
			{ID: "iterations", Label: model.P("iterations"), Kind: Int, Default: model.Num(500), Min: 1, Max: mostIterations, Step: 50,
				Help: model.P("Most iterations of expectation and maximization.")},
			{ID: "ridge", Label: model.P("ridge"), Kind: PercentShare, Default: model.Num(0.01), Min: 0, Max: 1, Step: 0.005, Unit: model.Percent,
				Help: model.P("Share of a column's variance added within each component, so that none collapses on customers who are equal.")},
			stabilityParam(),
		}),
		Source: "Dempster, Laird & Rubin (1977), Maximum likelihood from incomplete data; Fraley & Raftery (2002), Model-based clustering; Schwarz (1978), Estimating the dimension of a model",
	}
}

// Run implements [Method].
func (gmm) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := readFeatures(in)
	if err != nil {
		return nil, err
	}
	p := in.Params
	settings := mixture.Settings{Covariance: mixture.Covariance(p.Word("covariance")), Starts: p.Int("starts"), MaxIter: p.Int("iterations"),
		Tol: 1e-6, Ridge: p.Float("ridge"), Seed: in.Seed}
	m, err := fitMixture(ctx, f.x, wantedK(p, componentsFrom, tableTo), settings, func(done float64) { report(0.8 * done) })
	if err != nil {
		return nil, err
	}
	p.settleNumber("k", float64(m.asked))
	fit, component, err := m.clusters(ctx, f.x, in.Seed)
	if err != nil {
		return nil, err
	}
	again := refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		models, err := mixture.Fit(ctx, x, []int{m.asked}, settings, nil)
		if err != nil {
			return nil, err
		}
		return models[0].Labels, nil
	}}
	s, err := fit.segmentation(ctx, in, f, again)
	if err != nil {
		return nil, err
	}
	m.describe(s, newClusters(f, fit.kept.Result), component)
	m.decide(s, f.frame(), component)
	return s, nil
}

// mixtureFit is the mixture kept, and the mixtures of the table over k.
type mixtureFit struct {
	asked int // components, or as many as the criterion chose
	auto  bool
	kept  mixture.Model // Labels and Membership of all rows, the rest of those fitted
	rows  int
	// The rows that the table is of, and those that the mixture kept was fitted
	// to.
	tableRows, fitted int
	ks                []int
	table             []mixture.Model
}

// fitMixture fills the table over k and fits the k asked for, or that of the
// lowest criterion.
func fitMixture(ctx context.Context, x cluster.Matrix, w kWanted, s mixture.Settings, report func(float64)) (*mixtureFit, error) {
	m := &mixtureFit{asked: w.k, auto: w.auto, rows: x.Rows, tableRows: min(x.Rows, mixtureTableRows), fitted: min(x.Rows, mixtureRows)}
	sample := x.Pick(spaced(x.Rows, m.tableRows))
	m.ks = w.table(sample)
	if len(m.ks) == 0 {
		m.ks = []int{componentsFrom}
	}
	var err error
	if m.table, err = mixture.Fit(ctx, sample, m.ks, s, func(done float64) { report(0.7 * done) }); err != nil {
		return nil, err
	}
	if w.auto {
		m.asked = m.ks[lowest(m.table, func(t mixture.Model) float64 { return t.BIC })]
	}
	if at := slices.Index(m.ks, m.asked); at >= 0 && m.tableRows == x.Rows {
		m.kept = m.table[at]
		return m, nil
	}
	models, err := mixture.Fit(ctx, x.Pick(spaced(x.Rows, m.fitted)), []int{m.asked}, s, func(done float64) { report(0.7 + 0.3*done) })
	if err != nil {
		return nil, err
	}
	m.kept = models[0]
	if m.fitted < x.Rows {
		m.kept.Labels, m.kept.Membership = m.kept.Assign(x)
	}
	return m, nil
}

// clusters are the groups of rows by their likeliest component, measured as
// other clusters are, and the component of each.
func (m *mixtureFit) clusters(ctx context.Context, x cluster.Matrix, seed uint64) (fit kFit, component []int32, err error) {
	fit = kFit{rows: x.Rows, tableRows: m.tableRows, components: m.kept.K}
	found := cluster.Grouped(x, m.kept.Labels)
	if err := fit.keep(ctx, x, found.K, found, seed); err != nil {
		return fit, nil, err
	}
	component = make([]int32, found.K)
	for i, l := range found.Labels {
		component[l] = m.kept.Labels[i]
	}
	sample := x.Pick(spaced(x.Rows, m.tableRows))
	results := make([]cluster.Result, len(m.table))
	for i, t := range m.table {
		results[i] = cluster.Grouped(sample, t.Labels)
	}
	fit.table, _, err = cluster.Compare(ctx, sample, m.ks, results, tableRows, seed)
	return fit, component, err
}
