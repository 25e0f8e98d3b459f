package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// The best score is a yes; of the two equal ones half are, whichever comes first.
func TestGainsRiseEvenlyAmongEqualScores(t *testing.T) {
	h := heldOut{target: &target{info: model.MeasureInfo{Label: model.Raw("answer")}, words: []string{"no", "yes"}, yes: 1},
		rows: []int32{7, 4, 5, 9, 2}, score: []float64{.5, .9, .5, .1, nan}, yes: []bool{false, true, true, false, false}}
	c := h.gains()
	wantNumbers(t, "reached", c.Y, .5, .75, 1, 1)
	wantNumbers(t, "of customers", c.X, .25, .5, .75, 1)
	if !slices.Equal(c.Order, []int32{4, 7, 5, 9}) {
		t.Errorf("order %v", c.Order)
	}
	// Of the pairs of yes and no: .9 wins both, .5 wins one and ties one.
	if got := h.auc(); got != .875 {
		t.Errorf("AUC %v", got)
	}
}

// Trees of yes and no rank customers too; of numbers and of several words they
// do not.
func TestTreesReportGains(t *testing.T) {
	yes, age, kind := make([]string, 200), make([]float64, 200), make([]string, 200)
	for i := range yes {
		age[i], yes[i], kind[i] = float64(20+i%50), "no", []string{"a", "b", "c"}[i%50/17]
		if i%50 > 30 != (i%7 == 0) {
			yes[i] = "yes"
		}
	}
	c := people(t, model.TextsOf("yes", yes), numbers("years", age...), model.TextsOf("kind", kind))
	for _, id := range []string{"tree", "chaid"} {
		s := run(t, id, c, "target=yes", "columns=years")
		auc, ok := s.Measured("auc")
		gains := slices.ContainsFunc(s.Charts, func(c model.Chart) bool {
			return english(c.Heading()) == "Gains: yes yes reached by share of customers"
		})
		if !ok || auc < .75 || auc > .95 || !gains {
			t.Errorf("%s: AUC %v, gains %v", id, auc, gains)
		}
		for _, target := range []string{"kind", "years"} {
			if _, ok := run(t, id, c, "target="+target, "columns=yes").Measured("auc"); ok {
				t.Errorf("%s of %s has an AUC", id, target)
			}
		}
	}
}

// A tree that never splits knows nothing: no order of those held out is better
// than another.
func TestKnowingNothingIsChance(t *testing.T) {
	yes, x := make([]string, 97), make([]float64, 97)
	for i := range yes {
		yes[i], x[i] = []string{"no", "yes"}[i%3/2], float64(i%2)
	}
	c := people(t, words("yes", yes...), numbers("x", x...))
	for _, id := range []string{"tree", "chaid"} {
		s := run(t, id, c, "target=yes", "columns=x", "least=60")
		if auc, _ := s.Measured("auc"); len(s.Segments) != 1 || auc != .5 {
			t.Errorf("%s of %d segments: AUC %v", id, len(s.Segments), auc)
		}
	}
}
