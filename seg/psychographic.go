package seg

import (
	"context"
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// psychographic groups respondents by what they agree with more than with the
// rest. Source: Wells (1975), Psychographics: a critical review; Fischer (2004),
// Standardization to account for response bias.
type psychographic struct{}

const (
	fewestItems = 3
	// manyStarts are those of k-means on as many rows as surveys have: attitudes
	// differ by degrees, so that few starts find no common best.
	manyStarts = 50
	// segmentsFrom and segmentsTo bound the table over k.
	segmentsFrom = 3
	segmentsTo   = 7
)

// Spec implements [Method].
func (psychographic) Spec() Spec {
	onOff := func(on, off model.Phrase) []Option { return []Option{{"on", on}, {"off", off}} }
	return Spec{
		ID: "psychographic", Name: model.P("Psychographics"), Family: Who, Seeded: true,
		Summary: model.P("Groups respondents by attitudes: answers from 1 to 5 or from 1 to 7 to three items or more, less each respondent's own level, on their principal components."),
		Rule:    model.P("Answers less the respondent's mean, standardized, are projected on the components with an eigenvalue above 1; a respondent belongs to the nearest center there. A segment is named by the items in which it is highest and lowest against the base."),
		Needs:   []Need{{Measure: "attitude", Or: []model.Measure{"item"}, Reads: AnswerValues, Columns: fewestItems, Why: model.P("three columns or more of answers from 1 to 5 or from 1 to 7")}},
		Params: []Param{
			{ID: "columns", Label: model.P("items"), Kind: ColumnList, Takes: AnswerColumns, Default: model.Words(),
				Help: model.P("Columns of answers; none: those with the role attitude, or else item.")},
			{ID: "k", Label: model.P("segments"), Kind: Int, Default: model.Word(autoWord), Min: 1, Max: mostClusters, Step: 1, Auto: true,
				Help: model.P("Number of segments, or auto for the best silhouette of 3 to 7.")},
			{ID: "center", Label: model.P("center"), Kind: Choice, Default: model.Word("on"),
				Options: onOff(model.P("Less the respondent's own mean"), model.P("As answered")),
				Help:    model.P("Whether answers count against the respondent's own level, since some agree with everything.")},
			{ID: "pca", Label: model.P("components"), Kind: Choice, Default: model.Word("on"),
				Options: onOff(model.P("Principal components with an eigenvalue above 1"), model.P("The items themselves")),
				Help:    model.P("What distances are taken on.")},
			missingParam(), stabilityParam(),
		},
		Source: "Wells (1975), Psychographics: A Critical Review; Fischer (2004), Standardization to Account for Cross-Cultural Response Bias; Kaiser (1960), eigenvalues above 1; Kaufman & Rousseeuw (1990), Finding Groups in Data",
	}
}

// Run implements [Method].
func (psychographic) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	a, err := readAttitudes(in)
	if err != nil {
		return nil, err
	}
	settings := cluster.DefaultSettings()
	settings.Tol = 0 // scales are short: iterations end soon by themselves
	settings.Seed = in.Seed
	if a.f.x.Rows <= tableRows {
		settings.Restarts = manyStarts
	}
	fit, err := fitKMeans(ctx, a.f.x, wantedK(in.Params, segmentsFrom, segmentsTo), settings, report)
	if err != nil {
		return nil, err
	}
	s, err := fit.segmentation(ctx, in, a.f, againKMeans(settings, fit.kept.K))
	if err != nil {
		return nil, err
	}
	a.name(s, fit.kept.Result)
	a.describe(s)
	row := a.row()
	decideNearest(s, fit.kept.Result.Centers, row, a.asked...)
	expressNearest(s, fit.kept.Result.Centers, row, a.exprs)
	return s, nil
}

// name calls each segment by the items in which it is highest and lowest.
func (a *attitudes) name(s *model.Segmentation, found cluster.Result) {
	type ends struct{ high, low int }
	taken := map[ends]bool{}
	const telling = 1e-9 // less is rounding
	for g := range found.K {
		z := a.against(found, g)
		byZ := make([]int, len(z))
		for j := range byZ {
			byZ[j] = j
		}
		slices.SortStableFunc(byZ, func(p, q int) int {
			switch {
			case z[p] > z[q]:
				return -1
			case z[p] < z[q]:
				return 1
			}
			return 0
		})
		e := ends{byZ[0], byZ[len(byZ)-1]}
		high, low := a.asked[e.high].Label, a.asked[e.low].Label
		parts := make([]model.Phrase, len(byZ))
		for i, j := range byZ {
			parts[i] = model.P("%s %+.2f", a.asked[j].Label, z[j])
		}
		segment := &s.Segments[g]
		segment.Rule = model.P("against the base, in standard deviations: %s", list("%s · %s", parts))
		switch {
		case z[e.high]-z[e.low] < telling: // one segment, or answers that are all alike
			continue
		case taken[e]:
			segment.Name = model.P("High %s, low %s (%d)", high, low, g+1)
		default:
			segment.Name = model.P("High %s, low %s", high, low)
		}
		taken[e] = true
		segment.Advice = model.Advice{Marketing: model.P("Lead with %s and stay silent on %s", high, low), Product: model.P("Offer what serves %s", high)}
	}
}

// describe reports the components: how many, what they explain, and where each
// respondent is on them.
func (a *attitudes) describe(s *model.Segmentation) {
	s.Fit = append(s.Fit, model.Fit{Name: "scale_points", Value: a.points})
	s.Notes = append(s.Notes, model.P("Answers are on a scale from 1 to %s", figure(a.points)))
	if !a.projected {
		return
	}
	eigenvalues := a.components.Variance
	kept, all := 0.0, 0.0
	for i, v := range eigenvalues {
		all += v
		if i < a.f.x.Cols {
			kept += v
		}
	}
	s.Fit = append(s.Fit, model.Fit{Name: "components", Value: float64(a.f.x.Cols)}, model.Fit{Name: "explained_variance", Value: kept / all})
	for j := range a.f.x.Cols {
		s.Scores = append(s.Scores, model.NewNumbers(fmt.Sprintf("component_%d", j+1), a.f.onAll(a.f.x.Column(j))))
	}
	scree := &model.Series{Title: model.P("Eigenvalues of the components"), XTitle: model.P("component"), X: make([]float64, len(eigenvalues)),
		Lines: []model.Line{{Name: model.P("eigenvalue"), Y: eigenvalues}}, Chosen: float64(a.f.x.Cols),
		Basis: model.Basis{N: a.f.x.Rows, Missing: len(s.Of) - a.f.x.Rows}}
	for i := range scree.X {
		scree.X[i] = float64(i + 1)
	}
	s.Charts = append(s.Charts, scree)
}
