package seg

import (
	"context"
	"slices"

	"custseg/model"
)

// churnByLabel scores customers by those who are known to have left.
func churnByLabel(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := fitResponse(ctx, in, report)
	if err != nil {
		return nil, err
	}
	risk := f.scored("churn_score")
	s := &model.Segmentation{Used: slices.Concat([]string{f.target.column}, f.columns), Notes: f.notes, Outcome: f.target.outcome()}
	if err := churnBands("high-score", "medium-score").place(s, in.Params, risk, needAll(risk)); err != nil {
		return nil, err
	}
	s.Scores = append(s.Scores, risk.score())
	const tenth = 0.1
	gain, lift := f.held.reached(tenth)
	s.Fit = slices.Concat(f.measures(), []model.Fit{{Name: "lift_top", Value: lift}, {Name: "gain_top", Value: gain}}, churnShares(s))
	s.Notes = append(s.Notes, f.doubts()...)
	if base := f.held.rate(); gain > 0 {
		s.Notes = append(s.Notes, model.P("Of the tenth of customers held out who score highest, %.0f%% are %s %s, and of all %.0f%%", 100*lift*base,
			f.target.info.Label, model.Raw(f.target.words[f.target.yes]), 100*base))
	}
	s.Charts = append(histograms(s, risk), f.held.gains(), f.weights())
	return s, nil
}
