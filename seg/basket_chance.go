package seg

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"custseg/model"
	"custseg/seg/basket"
)

// warnOfChance says so where not one of the rules has a lift that chance would
// seldom make, so that the offers are no more than what is bought most. Each rule
// is held against items bought apart from each other, by the normal approximation
// of the hypergeometric distribution of the baskets with both, corrected for all
// the rules that the sets could have made (Bonferroni; Webb 2007, Discovering
// significant patterns).
func (o *offers) warnOfChance(s *model.Segmentation, sets []basket.Set) {
	const level = .05
	tried, best := 0, 0.
	for _, set := range sets {
		if n := len(set.Items); n > 1 {
			tried += n // each of its items may be the one offered
		}
	}
	n := float64(o.shop.baskets.Len())
	for _, r := range o.rules {
		best = max(best, beyondChance(r, n))
	}
	if len(o.rules) == 0 || distuv.UnitNormal.Survival(best)*float64(max(tried, len(o.rules))) <= level {
		return
	}
	s.Warnings = append(s.Warnings, model.P("The rules are at chance: the highest lift is %.2f, which items that have nothing to do with each other make as well; map finer groups of products as category, or set baskets=customer, and offer nothing by these rules alone",
		o.rules[0].Lift))
}

// beyondChance is by how many standard deviations more of n baskets have both sides
// of a rule than if these had nothing to do with each other.
func beyondChance(r basket.Rule, n float64) float64 {
	first, second := r.Support/r.Confidence, r.Confidence/r.Lift
	sd := math.Sqrt(first * (1 - first) * second * (1 - second) / n)
	if !(sd > 0) {
		return 0
	}
	return (r.Support - first*second) / sd
}
