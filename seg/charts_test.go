package seg

import (
	"strings"
	"testing"

	"custseg/model"
)

// A chart that does not hold the customers behind its
// numbers says how many there are. Only the weights of a score are of none.
func chartsSayWhatTheyAreOf() property {
	return property{name: "charts say what they are of", holds: func(t *testing.T, x *trial) {
		s, err := x.try(nil)
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
				t.Errorf("nothing says how many %q is of", title)
			}
			if basis.N < 0 || basis.Missing < 0 || basis.N+basis.Missing > x.c.Len() && basis.Of.Empty() {
				t.Errorf("%q is of %d with %d missing, of %d customers", title, basis.N, basis.Missing, x.c.Len())
			}
		}
	}}
}
