package export

import (
	"testing"

	"custseg/model"
)

// A column that a method read stands before those it did not, also when it is named
// as what it means, such as a city.
func TestColumnsThatAMethodReadComeFirst(t *testing.T) {
	d := testDocument(t)
	d.Dataset.Guesses = append(d.Dataset.Guesses, model.Guess{Table: 0, Column: 3, Role: "city"})
	d.Customers = testCustomers(t, d.Dataset)
	d.Segmentation.Used = []string{"city"}
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c := v.columns()[4]; c.header != "city" || !c.used { // behind id, segment and two scores
		t.Errorf("column 5 is %q, read %v", c.header, c.used)
	}
	if c := v.columns()[5]; c.used {
		t.Errorf("column 6, %q, was not read", c.header)
	}
}
