package model

import (
	"encoding/json"
	"testing"
)

func TestTreatmentsArePartOfTheScope(t *testing.T) {
	r := NewRecipe(nil, Reading{})
	treated := r.WithTreatment(Treatment{Check: "outliers", Column: "Income", Action: Cap}).
		WithTreatment(Treatment{Check: "future_dates", Action: Drop, Limit: "2024-05-01"})
	if r.SameScope(treated) || r.Equal(treated) || len(r.Treatments) != 0 {
		t.Error("a treatment did not change the scope of the recipe, or changed the recipe it was made from")
	}
	b, err := json.Marshal(treated)
	if err != nil {
		t.Fatal(err)
	}
	var back Recipe
	if err := json.Unmarshal(b, &back); err != nil || !back.Equal(treated) {
		t.Errorf("%s was read back as %+v, %v", b, back, err)
	}
}

func TestTheLaterWordOnACheckCounts(t *testing.T) {
	r := NewRecipe(nil, Reading{}).WithTreatment(Treatment{Check: "outliers", Column: "Income", Action: Cap})
	again := r.WithTreatment(Treatment{Check: "outliers", Column: "Income", Action: Blank})
	if len(again.Treatments) != 1 || again.Treatments[0].Action != Blank {
		t.Errorf("%v", again.Treatments)
	}
	back := again.WithTreatment(Treatment{Check: "outliers", Column: "Income", Action: Keep})
	if !back.Equal(NewRecipe(nil, Reading{})) {
		t.Errorf("keep left %v", back.Treatments)
	}
	except := NewRecipe(nil, Reading{}).WithTreatment(Treatment{Check: "outliers", Action: Cap}).
		WithTreatment(Treatment{Check: "outliers", Column: "Income", Action: Keep})
	if len(except.Treatments) != 2 {
		t.Errorf("an exception from a treatment of all columns was forgotten: %v", except.Treatments)
	}
}

func TestWithColumnLeavesTheTable(t *testing.T) {
	table, err := NewTable("t", "t.csv", 2, NewNumbers("a", []float64{1, 2}), NewNumbers("b", []float64{3, 4}))
	if err != nil {
		t.Fatal(err)
	}
	other := table.WithColumn(1, NewNumbers("b", []float64{5, 6}))
	if table.Column(1).Text(0) != "3" || other.Column(1).Text(0) != "5" || other.Rows() != 2 || other.FirstRow != 2 {
		t.Errorf("%v, then %v", table.Column(1), other.Column(1))
	}
}
