package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/validate"
)

// churnByLabel scores customers by those who are known to have left.
func churnByLabel(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := fitResponse(ctx, in, report)
	if err != nil {
		return nil, err
	}
	risk := f.scored("churn_score")
	s := &model.Segmentation{Used: slices.Concat([]string{f.target.column}, f.columns), Notes: f.notes}
	if err := churnBands("high-score", "medium-score").place(s, in.Params, risk, needAll(risk)); err != nil {
		return nil, err
	}
	s.Scores = append(s.Scores, risk.score())
	bins, _ := validate.Gains(f.held.score, f.held.yes, 10)
	s.Fit = slices.Concat(f.measures(), []model.Fit{{Name: "lift_top", Value: bins[0].Lift}, {Name: "gain_top", Value: bins[0].Gain}}, churnShares(s))
	s.Notes = append(s.Notes, f.held.doubts()...)
	if top := bins[0]; top.N > 0 && top.Yes > 0 {
		s.Notes = append(s.Notes, model.P("Of the tenth of customers held out who score highest, %.0f%% are %s %s, and of all %.0f%%", 100*top.Rate,
			f.target.info.Label, model.Raw(f.target.words[f.target.yes]), 100*top.Rate/top.Lift))
	}
	s.Charts = append(histograms(s, risk), f.held.gains(), f.weights())
	return s, nil
}
