package seg

import (
	"math"
	"testing"

	"custseg/model"
	"custseg/model/formula"
)

// Whatever a formula tells, it tells of every customer what the method did.
func TestFormulasPlaceCustomersAsTheirMethodDid(t *testing.T) {
	told := map[string]int{}
	runnable(t, func(t *testing.T, m Method, b base, c *model.Customers) {
		spec := m.Spec()
		for _, set := range settingsToTry(spec, c) {
			s, err := try(m, c, set)
			if err != nil || s.Placing == nil || s.Placing.Formula == nil {
				continue
			}
			e := s.Placing.Formula()
			if _, untold := formula.Gap(e); untold {
				continue
			}
			told[spec.ID]++
			if i, got := misplaced(s, c, e); i >= 0 {
				t.Errorf("%s: customer %d is in segment %d, by the formula in %v: %s", describeSettings(spec, set), i, s.Of[i], got, e)
			}
		}
	})
	if len(told) < 20 {
		t.Errorf("%d methods have formulas", len(told))
	}
}

// misplaced is the first customer whose segment is not that of a formula, -1 for
// none, and where the formula has them.
func misplaced(s *model.Segmentation, c *model.Customers, e formula.Expr) (i int, at float64) {
	for i, g := range c.Evaluate(e) {
		switch of := s.Of[i]; {
		case math.IsNaN(g) && s.Segments[of].Unclassified:
		case g != float64(of):
			return i, g
		}
	}
	return -1, 0
}

// The methods that tell a formula with their default parameters on some of the
// ordinary bases, and those that cannot.
func TestWhichMethodsTellAFormula(t *testing.T) {
	cannot := map[string]bool{
		"channel": true, "technology": true, "basket": true, // look at single orders, or at shares of them
		"market": true, "feedback": true,
		"hierarchical": true, "dbscan": true, "gmm": true, "lca": true, "som": true,
	}
	tells := map[string]bool{}
	for _, b := range bases(t) {
		if b.hostile {
			continue
		}
		c := b.customers(t)
		for _, m := range Catalogue() {
			id := m.Spec().ID
			if len(Missing(m.Spec(), c)) > 0 {
				continue
			}
			if s, err := try(m, c, nil); err == nil && s.Placing != nil && s.Placing.Formula != nil {
				_, untold := formula.Gap(s.Placing.Formula())
				tells[id] = tells[id] || !untold
			}
		}
	}
	for _, m := range Catalogue() {
		if id := m.Spec().ID; tells[id] == cannot[id] {
			t.Errorf("%s tells a formula: %v", id, tells[id])
		}
	}
}
