package seg

import (
	"math"
	"testing"

	"custseg/model"
	"custseg/model/formula"
)

// Whatever a formula tells, it tells of every customer what the method did.
func formulasPlaceAsTheMethodDid() property {
	tells := map[string]bool{} // with default parameters
	return property{name: "formulas place as the method did", holds: func(t *testing.T, x *trial) {
		for _, set := range settingsToTry(x.spec, x.c) {
			s, err := x.try(set)
			if err != nil || s.Placing == nil || s.Placing.Formula == nil {
				continue
			}
			e := s.Placing.Formula()
			if _, untold := formula.Gap(e); untold {
				continue
			}
			tells[x.spec.ID] = tells[x.spec.ID] || len(set) == 0 && !x.hostile
			if i, got := misplaced(s, x.c, e); i >= 0 {
				t.Errorf("%s: customer %d is in segment %d, by the formula in %v: %s", describeSettings(x.spec, set), i, s.Of[i], got, e)
			}
		}
	}, after: func(t *testing.T) {
		if testing.Short() {
			t.Skip("not every base was tried")
		}
		cannot := tellNoFormula()
		for _, m := range Catalogue() {
			if id := m.Spec().ID; tells[id] == cannot[id] {
				t.Errorf("%s tells a formula: %v", id, tells[id])
			}
		}
	}}
}

// tellNoFormula are the methods that tell none with their default parameters on
// any base that is not hostile; all others do.
func tellNoFormula() map[string]bool {
	return map[string]bool{
		"basket": true, "feedback": true, "hierarchical": true, "dbscan": true,
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
