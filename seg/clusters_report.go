package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/cluster"
)

// refit groups a part of the rows in the way that a result was found.
type refit struct {
	rows  int // the most at a time
	group func(ctx context.Context, x cluster.Matrix) ([]int32, error)
}

// refitRows is the most rows of a refit of methods that take long.
const refitRows = 1000

// stabilityParam asks for the stability of clusters, which takes as long as
// finding them a few times more.
func stabilityParam() Param {
	return Param{ID: "stability", Label: model.P("stability"), Kind: Choice, Default: model.Word("off"),
		Options: []Option{{"off", model.P("Not measured")}, {"on", model.P("Ten refits on 80 %% of the customers, fewer of very many")}},
		Help:    model.P("Whether other draws of customers lead to the same clusters: the mean adjusted Rand index, 1 when all do, reported as stability.")}
}

// segmentation places everyone by the clusters kept and reports on them: the
// way in which every clustering of number columns ends.
func (fit kFit) segmentation(ctx context.Context, in Input, f *features, again refit) (*model.Segmentation, error) {
	found := newClusters(f, fit.kept.Result)
	found.rule = fit.rule
	if fit.auto {
		in.Params.settleNumber("k", float64(fit.kept.K))
	}
	s := &model.Segmentation{Used: f.names(), Notes: f.notes}
	found.place(s)
	s.Scores = append(s.Scores, found.distances())
	s.Fit = fit.measures()
	s.Notes = append(s.Notes, fit.notes()...)
	fit.tellStructure(s)
	if err := addStability(ctx, in, s, f.x, fit.kept.Result.Labels, again); err != nil {
		return nil, err
	}
	return s, fit.addCharts(s, found)
}

// addStability reports the stability of labels where the parameters ask for it.
func addStability(ctx context.Context, in Input, s *model.Segmentation, x cluster.Matrix, labels []int32, again refit) error {
	if in.Params.Word("stability") != "on" {
		return nil
	}
	settings := cluster.DefaultStability()
	settings.Seed, settings.Limit = in.Seed, again.rows
	v, err := cluster.Stability(ctx, x, labels, settings, again.group, nil)
	if err != nil || !finite(v) {
		return err
	}
	s.Fit = append(s.Fit, model.Fit{Name: "stability", Value: v})
	const doubtful = 0.6
	if v < doubtful {
		s.Notes = append(s.Notes, model.P("The clusters are not stable: refits on other draws of customers agree with them by an adjusted Rand index of %.2f, where 1 is the same", v))
	}
	return nil
}

// addCharts gives the scatter, quality over k where there is a table, and each
// column's histogram; a single column's histogram comes first, in the scatter's
// stead.
func (fit kFit) addCharts(s *model.Segmentation, found clusters) error {
	scatter, err := found.scatter()
	if err != nil {
		return err
	}
	if scatter != nil {
		s.Charts = append(s.Charts, scatter)
	}
	if len(fit.table) > 0 {
		over := fit.overK()
		over.Basis.Missing = len(s.Of) - fit.rows
		s.Charts = append(s.Charts, over)
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
