package seg

import (
	"slices"

	"custseg/model"
	"custseg/seg/order"
	"custseg/seg/validate"
)

// heldOut is how high customers stand in the chance of yes by models that had not
// seen them.
type heldOut struct {
	target *target
	rows   []int32   // the customers
	score  []float64 // of each, its place among all by the model without it, 0 to 1; missing for none
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

// within is the part that each customer stands in, as the parts of all customers
// divide them by the chance that the model of all gives: between two parts, at the
// middle of the nearest of both. -1 is for those without a place.
func (h heldOut) within(chance []float64, part []int32) []int32 {
	standing := order.MidRanks(chance)
	parts := 1 + slices.Max(part)
	lowest, highest := make([]float64, parts), make([]float64, parts)
	for i, r := range h.rows {
		if p, at := part[r], standing[i]; p >= 0 {
			if highest[p] == 0 || at < lowest[p] {
				lowest[p] = at
			}
			highest[p] = max(highest[p], at)
		}
	}
	var there []int32 // the first stands highest
	for p := range parts {
		if highest[p] > 0 {
			there = append(there, p)
		}
	}
	out := make([]int32, len(h.score))
	for i, at := range h.score {
		out[i] = -1
		for k := 0; k < len(there) && finite(at); k++ {
			if k+1 == len(there) || at > (lowest[there[k]]+highest[there[k+1]])/2 {
				out[i] = there[k]
				break
			}
		}
	}
	return out
}

// reached is the share of all yes among the share of customers who stand highest,
// and how much larger it is than that share.
func (h heldOut) reached(share float64) (gain, lift float64) {
	curve := h.gains()
	at := share * float64(len(curve.X))
	whole := int(at)
	if whole > 0 {
		gain = curve.Y[whole-1]
	}
	if rest := at - float64(whole); rest > 0 && whole < len(curve.Y) {
		gain += rest * (curve.Y[whole] - gain)
	}
	return gain, gain / share
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
