package seg

import (
	"context"
	"math"
	"slices"
	"sync"

	"custseg/model"
	"custseg/seg/cluster"
)

// dbscan finds regions where customers lie densely. Source: Ester, Kriegel,
// Sander & Xu (1996), A density-based algorithm for discovering clusters.
type dbscan struct{}

// Spec implements [Method].
func (dbscan) Spec() Spec {
	return Spec{
		ID: "dbscan", Name: model.P("DBSCAN"), Family: Mining, Seeded: true,
		Summary: model.P("Finds regions, of any number and shape, in which customers lie densely; those outside are noise, a segment of its own."),
		Rule:    model.P("A customer with minpts customers, themselves included, within eps is in a region, which reaches as far as such customers do; others within eps of one belong to the nearest; the rest is noise."),
		Needs:   []Need{{Why: model.P("at least one number column or measure: parameter columns")}},
		Params: slices.Concat([]Param{
			{ID: "eps", Label: model.P("eps"), Kind: Float, Default: model.Word(autoWord), Min: 0, Step: 0.05, Auto: true,
				Help: model.P("Radius of a neighbourhood, in the scaled columns; auto reads it where the distances to the minpts-th nearest customer begin to rise steeply.")},
			{ID: "minpts", Label: model.P("minimum points"), Kind: Int, Default: model.Word(autoWord), Min: 1, Max: 1000, Step: 1, Auto: true,
				Help: model.P("Customers within eps, themselves included, that make a region; auto is twice the number of columns, and at least 5.")},
		}, featureParams(), []Param{stabilityParam()}),
		Unwritten: model.P("who belongs to a region is known only with all customers who are near: take kmeans or gmm with the same columns"),
		Source:    "Ester, Kriegel, Sander & Xu (1996), A density-based algorithm for discovering clusters; Schubert et al. (2017), DBSCAN revisited, revisited; Satopää et al. (2011), Kneedle",
	}
}

// Run implements [Method].
func (dbscan) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := readFeatures(in)
	if err != nil {
		return nil, err
	}
	minPts := max(5, 2*f.x.Cols)
	if !in.Params.Auto("minpts") {
		minPts = in.Params.Int("minpts")
	}
	r, err := readRadius(ctx, f.x, minPts, in.Params, in.Seed, func(done float64) { report(0.4 * done) })
	if err != nil {
		return nil, err
	}
	in.Params.settleNumber("minpts", float64(minPts))
	in.Params.settleNumber("eps", r.eps)
	found, err := cluster.DBSCAN(ctx, f.x, r.eps, minPts, func(done float64) { report(0.4 + 0.4*done) })
	if err != nil {
		return nil, err
	}
	fit := kFit{rows: f.x.Rows, tableRows: f.x.Rows}
	if err := fit.keep(ctx, f.x, found.K, found.Result, in.Seed); err != nil {
		return nil, err
	}
	fit.rule = func(means model.Phrase) model.Phrase {
		return model.P("in one dense region; means %s", means)
	}
	s, err := fit.segmentation(ctx, in, f, againDensity(f.x.Rows, found))
	if err != nil {
		return nil, err
	}
	f.decideDensity(s, found)
	s.Scores = append(s.Scores, f.density(found))
	s.Fit = append(s.Fit, model.Fit{Name: "eps", Value: r.eps}, model.Fit{Name: "minpts", Value: float64(minPts)}, model.Fit{Name: "noise", Value: float64(found.Noise)})
	s.Notes = append(s.Notes, densityNotes(found, f.x.Rows)...)
	if r.auto {
		s.Notes = append(s.Notes, model.P("eps %s is the knee of the distances to the %d-th nearest customer", figure(r.eps), minPts))
	}
	s.Charts = append(s.Charts, r.chart(minPts, f.rows))
	return s, nil
}

// decideDensity tells that customers belong to the region of the nearest core
// customer within eps, and else to the noise; none is better, lest the way out of
// a crowd be advised. The search for core customers is prepared when it is first
// asked for.
func (f *features) decideDensity(s *model.Segmentation, d cluster.Density) {
	regions := sync.OnceValue(func() *cluster.Regions { return d.Regions(f.x) })
	noise, segments := int32(-1), d.K // there is no noise
	if d.Noise > 0 {
		noise, segments = int32(d.K), d.K+1
	}
	frame := f.frame()
	decide(s, func(w whatIf) int32 {
		switch label := regions().Moved(frame.row(whatIf{i: w.i}), frame.row(w)); {
		case label >= 0:
			return label
		case label == cluster.NewRegion:
			return -1
		}
		return noise
	}, slices.Repeat([]int{-1}, segments), frame.columns...)
}

// againDensity looks for regions in a part of the rows: fewer customers lie less
// densely, so as many fewer of them are a region.
func againDensity(rows int, d cluster.Density) refit {
	const most = 20_000 // for which a refit takes a tenth of a second
	return refit{most, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		fewer := math.Round(float64(d.MinPts) * float64(x.Rows) / float64(rows))
		part, err := cluster.DBSCAN(ctx, x, d.Eps, max(1, int(fewer)), nil)
		return part.Labels, err
	}}
}

// density says of each customer whether they are within a region, on its border,
// or in none.
func (f *features) density(d cluster.Density) model.Column {
	words := make([]string, len(f.why))
	for i, r := range f.rows {
		switch {
		case d.Core[i]:
			words[r] = "core"
		case d.Labels[i] >= 0:
			words[r] = "border"
		default:
			words[r] = "noise"
		}
	}
	return model.TextsOf("density", words)
}

// densityNotes tell of an eps that parts nothing or too much, and of regions too
// small to act on.
func densityNotes(d cluster.Density, rows int) []model.Phrase {
	const nearlyAll, most, many, few = 0.9, 0.5, 20, 0.01
	var out []model.Phrase
	switch {
	case d.K == 0:
		out = append(out, model.P("Nowhere do %d customers lie within %s of one: raise eps or lower minpts", d.MinPts, figure(d.Eps)))
	case float64(d.Sizes[0]) > nearlyAll*float64(rows):
		out = append(out, model.P("Nearly all are in one region, of which nothing stands apart: a smaller eps parts it, and k-means divides what is one cloud"))
	case float64(d.Noise) > most*float64(rows):
		out = append(out, model.P("Most are noise: raise eps or lower minpts"))
	case d.K > many:
		out = append(out, model.P("%d regions are many to act on: raise eps or minpts", d.K))
	}
	small := 0
	for _, n := range d.Sizes {
		if float64(n) < few*float64(rows) {
			small++
		}
	}
	if small > 0 {
		out = append(out, model.P("%d of %d regions have less than 1%% of the customers each", small, d.K))
	}
	return out
}
