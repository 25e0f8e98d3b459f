package seg

import (
	"custseg/model"
	"custseg/seg/order"
	"custseg/seg/validate"
)

// heldOut is scores of yes for customers that the model behind them had not seen.
type heldOut struct {
	target *target
	rows   []int32   // the customers
	score  []float64 // of each, its place among those of its fold, 0 to 1; missing for none
	yes    []bool
}

// auc is the area under the curve, NaN unless there are both yes and no.
func (h heldOut) auc() float64 { return validate.AUC(h.score, h.yes) }

// rate is the share of yes.
func (h heldOut) rate() float64 {
	positives := 0.
	for _, yes := range h.yes {
		if yes {
			positives++
		}
	}
	return positives / float64(len(h.yes))
}

// doubts notes a model that is no better than chance, or too good.
func (h heldOut) doubts() []model.Phrase {
	const chance, leak = 0.55, 0.98
	switch auc := h.auc(); {
	case auc < chance:
		return []model.Phrase{model.P("The score hardly tells yes from no on customers it has not seen: AUC %.2f, where 0.5 is chance", auc)}
	case auc > leak:
		return []model.Phrase{model.P("AUC %.3f is too good to be true of people: a column may hold what was only known afterwards; name those known before in columns", auc)}
	}
	return nil
}

// gains is the share of all yes that is reached down to each customer by
// descending score. Among equal scores it rises evenly, for no order of them is
// the model's.
func (h heldOut) gains() *model.Curve {
	word := model.Raw(h.target.words[h.target.yes])
	out := &model.Curve{Title: model.P("Gains: %s %s reached by share of customers", h.target.info.Label, word), XTitle: model.P("share of customers, highest score first"),
		YTitle: model.P("share of all %s %s", h.target.info.Label, word), XUnit: model.Percent, YUnit: model.Percent, Diagonal: true}
	down := order.Descending(h.score)
	total, found := h.rate()*float64(len(h.yes)), 0.
	for from, to := 0, 0; from < len(down); from = to {
		here := 0.
		for to = from; to < len(down) && h.score[down[to]] == h.score[down[from]]; to++ {
			if h.yes[down[to]] {
				here++
			}
		}
		for place := from; place < to; place++ {
			reached := found + here*float64(place+1-from)/float64(to-from)
			out.X, out.Y = append(out.X, float64(place+1)/float64(len(down))), append(out.Y, reached/total)
			out.Order = append(out.Order, h.rows[down[place]])
		}
		found += here
	}
	return out
}
