package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/latent"
)

// latentFit is the classes kept, and the models of the table over k.
type latentFit struct {
	*answers
	asked int // classes, or as many as the criterion chose
	auto  bool
	kept  latent.Model // Labels and Membership of all rows, the rest of those fitted
	// The rows that the table is of, and those that the model kept was fitted
	// to.
	tableRows, fitted int
	ks                []int
	table             []latent.Model

	class []int32 // of each segment: classes that are nobody's likeliest have none
	of    []int32 // the segment of each row
}

// The gains in mean log-likelihood at which models of the table over k and the
// one kept have converged.
const (
	latentTableTol = 1e-7
	latentTol      = 1e-10
)

// fitLatent fills the table over k and fits the k asked for, or that of the
// lowest criterion.
func fitLatent(ctx context.Context, a *answers, w kWanted, s latent.Settings, report func(float64)) (*latentFit, error) {
	rows, all := len(a.rows), a.encode()
	f := &latentFit{answers: a, asked: w.k, auto: w.auto, tableRows: rows, fitted: rows}
	patterns := differentRows(all, rows)
	switch {
	case patterns > latentRows:
		f.tableRows, f.fitted = min(rows, latentTableRows), min(rows, latentRows)
	case patterns > latentTableRows:
		f.tableRows = min(rows, latentTableRows)
	}
	for k := w.from; k <= min(w.to, max(patterns, w.from)); k++ {
		f.ks = append(f.ks, k)
	}
	rough := s
	rough.Tol = latentTableTol
	var err error
	if f.table, err = latent.Fit(ctx, a.decode(all.Pick(spaced(rows, f.tableRows))), f.ks, rough, func(done float64) { report(0.7 * done) }); err != nil {
		return nil, err
	}
	if w.auto {
		f.asked = f.ks[lowest(f.table, func(m latent.Model) float64 { return m.BIC })]
	}
	models, err := latent.Fit(ctx, a.decode(all.Pick(spaced(rows, f.fitted))), []int{f.asked}, s, func(done float64) { report(0.7 + 0.2*done) })
	if err != nil {
		return nil, err
	}
	f.kept = models[0]
	if at := slices.Index(f.ks, f.asked); at >= 0 && f.tableRows == rows {
		f.table[at] = f.kept
	}
	if f.fitted < rows {
		f.kept.Labels, f.kept.Membership = f.kept.Assign(a.decode(all))
	}
	f.group(all)
	return f, nil
}

// group numbers the classes that have rows by descending size.
func (f *latentFit) group(all cluster.Matrix) {
	found := cluster.Grouped(all, f.kept.Labels)
	f.class, f.of = make([]int32, found.K), found.Labels
	for i, l := range found.Labels {
		f.class[l] = f.kept.Labels[i]
	}
}

// place puts every customer in the segment of their likeliest class.
func (f *latentFit) place(s *model.Segmentation) {
	segments := make([]model.Segment, len(f.class))
	by := make([][]difference, len(f.class))
	for g, k := range f.class {
		by[g] = f.differences(k)
	}
	for g, name := range apartNames(by) {
		segments[g] = f.segment(name, f.class[g])
	}
	p := newPlacer(s, segments, f.why, f.reasons)
	for i, r := range f.rows {
		s.Of[r] = f.of[i]
	}
	p.done()
}

// decide tells that customers belong to the likeliest class given their answers;
// one that is nobody's has no segment.
func (f *latentFit) decide(in Input, s *model.Segmentation) {
	items := make([]measured, len(f.categories))
	for j, c := range f.categories {
		items[j] = c.measured(in.roleOf(c.column))
	}
	segment, classify := segmentsOf(f.class, f.kept.K), f.kept.Classifier()
	decide(s, func(w whatIf) int32 {
		codes := make([]int32, len(items))
		for j, m := range items {
			codes[j] = placeOf(w.value(m))
		}
		return segment[classify(codes)]
	}, nil, items...)
}
