package seg

import (
	"strings"
	"testing"

	"custseg/model"
)

// TestChartsSayWhatTheyAreOf: a chart that does not hold the customers behind its
// numbers says how many there are. Only the weights of a score are of none.
func TestChartsSayWhatTheyAreOf(t *testing.T) {
	runnable(t, func(t *testing.T, m Method, _ base, c *model.Customers) {
		s, err := try(m, c, nil)
		if err != nil {
			return // what may go wrong is tested elsewhere
		}
		for _, drawn := range s.Charts {
			title, basis, held := "", model.Basis{}, false
			switch d := drawn.(type) {
			case *model.Bars:
				title, basis, held = english(d.Title), d.Basis, d.Of != nil || strings.HasPrefix(english(d.Title), "Weights of ")
			case *model.Series:
				title, basis, held = english(d.Title), d.Basis, d.Of != nil
			case *model.Curve:
				title, basis, held = english(d.Title), d.Basis, len(d.Order) > 0
			default:
				continue
			}
			if !held && basis.N == 0 {
				t.Errorf("%s: nothing says how many %q is of", m.Spec().ID, title)
			}
			if basis.N < 0 || basis.Missing < 0 || basis.N+basis.Missing > c.Len() && basis.Of.Empty() {
				t.Errorf("%s: %q is of %d with %d missing, of %d customers", m.Spec().ID, title, basis.N, basis.Missing, c.Len())
			}
		}
	})
}
