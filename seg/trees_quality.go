package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/tree"
	"custseg/seg/validate"
)

// mostValidated is how many customers quality is measured on.
const mostValidated = 20_000

// validate measures how well trees predict customers that they have not seen, on
// a part of them when there are many.
func (g *grownTree) validate(ctx context.Context, data *tree.Data, grow tree.Grow, report func(float64)) error {
	rows := g.rows
	if len(rows) > mostValidated {
		rows = nil
		for _, place := range spaced(len(g.rows), mostValidated) {
			rows = append(rows, g.rows[place])
		}
	}
	g.validated = rows
	var class []int32
	if g.target.values == nil {
		for _, r := range rows {
			class = append(class, g.target.codes[r])
		}
	}
	k := g.in.Params.Int("folds")
	g.fold = validate.Folds(len(rows), k, class, g.in.Seed)
	var err error
	g.quality, err = data.CrossValidate(ctx, rows, g.fold, k, grow, report)
	return err
}

// addQuality reports how well the tree predicts customers that it has not seen;
// of yes and no also how well it ranks them, with the gains.
func (g *grownTree) addQuality(s *model.Segmentation) {
	if g.target.values != nil {
		s.Fit = append(s.Fit, model.Fit{Name: "r2", Value: g.quality.R2})
		return
	}
	s.Fit = append(s.Fit, model.Fit{Name: "accuracy", Value: g.quality.Accuracy}, model.Fit{Name: "accuracy_baseline", Value: g.quality.Baseline})
	if g.target.yes < 0 {
		return
	}
	h := heldOut{target: g.target, rows: g.validated}
	for i, leaf := range g.quality.Leaves {
		h.yes = append(h.yes, int(g.target.codes[g.validated[i]]) == g.target.yes)
		h.score = append(h.score, missing)
		if leaf != nil { // of the only fold
			h.score[i] = leaf.Share(g.target.yes)
		}
	}
	h.score = validate.Ranked(h.score, g.fold, g.in.Params.Int("folds"))
	if auc := h.auc(); finite(auc) {
		s.Fit = append(s.Fit, model.Fit{Name: "auc", Value: auc}, model.Fit{Name: "base_rate", Value: h.rate()})
		s.Notes = append(s.Notes, h.doubts()...)
		s.Charts = append(s.Charts, h.gains())
	}
}
