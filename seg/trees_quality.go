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
	for _, r := range g.validated {
		h.yes = append(h.yes, int(g.target.codes[r]) == g.target.yes)
	}
	h.score = validate.HeldOut(g.fold, len(g.quality.Trees), func(f int) []float64 {
		t := g.quality.Trees[f]
		if t == nil { // of the only fold
			return nil
		}
		shares := make([]float64, len(g.validated))
		for i, r := range g.validated {
			shares[i] = t.Leaf(r).Share(g.target.yes)
		}
		return shares
	})
	if auc := h.auc(); finite(auc) {
		s.Fit = append(s.Fit, model.Fit{Name: "auc", Value: auc}, model.Fit{Name: "base_rate", Value: h.rate()})
		s.Notes = append(s.Notes, h.doubts()...)
		s.Charts = append(s.Charts, h.gains())
	}
}
