package pipeline

import (
	"math"

	"custseg/model"
)

// The weights of what segments tell.
const (
	moneyWeight      = 0.4
	returnWeight     = 0.4
	separationWeight = 0.2
)

// weights are those of the parts of the score. A part that cannot be had on this
// data has none, and the others share its weight.
type weights struct{ money, repurchase, separation float64 }

// weights returns the weights that the figures leave; all are 0 when there is no
// part.
func (f Figures) weights() weights {
	of := func(weight, value float64) float64 {
		if math.IsNaN(value) {
			return 0
		}
		return weight
	}
	w := weights{of(moneyWeight, f.Gini), of(returnWeight, f.AUC), of(separationWeight, f.Separation)}
	if all := w.money + w.repurchase + w.separation; all > 0 {
		w = weights{w.money / all, w.repurchase / all, w.separation / all}
	}
	return w
}

// score is the formula of [ScoreFormula]. It is NaN when nothing that followed
// is a part of it: what segments look like does not say what they foretell.
func (f Figures) score() float64 {
	w, sum := f.weights(), 0.
	if w.money+w.repurchase == 0 {
		return math.NaN()
	}
	for _, part := range []struct{ weight, value float64 }{
		{w.money, f.Gini}, {w.repurchase, 2*f.AUC - 1}, {w.separation, f.Separation},
	} {
		if part.weight > 0 {
			sum += part.weight * min(1, max(0, part.value))
		}
	}
	return 100 * sum * f.trust()
}

// trust is the factor of stability in the score, from half to 1.
func (f Figures) trust() float64 { return (1 + max(0, f.Stability)) / 2 }

// ScoreFormula writes the formula of the score in words.
func ScoreFormula() model.Phrase {
	return model.P("score = 100 × (%g × money + %g × repurchase + %g × separation) × (1 + stability) / 2, "+
		"with repurchase = 2 × AUC − 1 and every part from 0 to 1", moneyWeight, returnWeight, separationWeight)
}

// weights returns those of the scores of a bake-off, false when it has none.
func (b *BakeOff) weights() (weights, bool) {
	for _, c := range b.Contenders {
		if !math.IsNaN(c.Score) {
			return c.weights(), true
		}
	}
	return weights{}, false
}

// weightOf returns the weight of a criterion in the scores of a bake-off, 0 of
// one that is not a part of them.
func (b *BakeOff) weightOf(c Criterion) float64 {
	w, _ := b.weights()
	switch c.ID {
	case "gini":
		return w.money
	case "auc":
		return w.repurchase
	case "separation":
		return w.separation
	}
	return 0
}

// unscored says why no method can have a score, nothing when methods can: who
// buys again is the part of what followed that is known of all, and where too few
// did or did not, the money of a few would decide.
func (t *trial) unscored() model.Phrase {
	again := t.again()
	switch not := t.known.Len() - again; {
	case not > 0 && math.IsNaN(t.sorted.Error):
		return model.P("Methods have neither score nor rank: %d customers bought again and %d did not, too few to judge by repurchase", again, not)
	case not == 0 && t.flat:
		return model.P("Methods have neither score nor rank: all customers bought again and what followed is the same of all, so that it tells no method from another")
	}
	return model.Phrase{}
}
