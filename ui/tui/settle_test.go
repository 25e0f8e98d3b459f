package tui

import (
	"strings"
	"testing"

	"custseg/model"
)

// Read with another header the file has no customer id either; what of the
// recipe was dropped must not be talked over by that.
func TestWhatRereadingDroppedIsToldFirst(t *testing.T) {
	file := written(t, "people.csv", "customer_id,income,age\n"+strings.Repeat("1,100,20\n2,900,30\n3,120,20\n", 9))
	p := play(t, 120, 36, "mono", file)
	s := p.m.session
	s.Propose(s.Recipe.WithTreatment(model.Treatment{Check: "outliers", Column: "income", Action: model.Cap}), "cap")
	p.onward()
	p.m.Reread(model.Reading{NoHeader: true}, "no header")
	p.onward()
	if len(s.Recipe.Treatments) != 0 || s.Trouble == nil {
		t.Fatalf("the recipe treats %v, trouble %v", s.Recipe.Treatments, s.Trouble)
	}
	p.shows("treatments that no longer fit were dropped: cap income")
}
