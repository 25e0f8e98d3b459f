package screen

import (
	"math"
	"strings"
	"testing"

	"custseg/model"
)

// skewed is a column with values beyond both fences, and order ids that stand
// for several customers.
func skewed(t *testing.T) *model.Dataset {
	t.Helper()
	const n = 200
	ids, orders, paid := make([]string, n), make([]string, n), make([]float64, n)
	for i := range n {
		ids[i], orders[i], paid[i] = string(rune('a'+i%20)), string(rune('A'+i%40)), float64(50+i%21)
	}
	for i := range 6 {
		paid[i*7] = 92 + math.Mod(float64(i), 3) // beyond 1.5
		paid[i*9+1] = 900
	}
	for i := range ids {
		ids[i] += string(rune('a' + i%3))
	}
	d := oneTable(t, model.TextsOf("id", ids), model.TextsOf("order", orders), model.NewNumbers("paid", paid))
	for i, role := range []model.Role{model.CustomerID, model.OrderID, model.Amount} {
		d.Guesses = append(d.Guesses, model.Guess{Column: i, Role: role, Confidence: 1})
	}
	return d
}

func TestBothFencesAreOneLineAndOneSwitch(t *testing.T) {
	s, host := onFinding(t, skewed(t), "outliers", 120, 32)
	f, _ := s.chosenFinding()
	if f.farther == nil || !strings.Contains(f.text, "beyond 1.5 IQR; beyond 3: 5") || f.count() != 11 {
		t.Fatalf("%d %s", f.count(), f.text)
	}
	for _, o := range s.table().findings {
		if o.quality != nil && o.quality.Check == "extreme_outliers" {
			t.Error("beyond 3 is a line of its own too")
		}
	}
	treats := func(want ...model.Treatment) {
		t.Helper()
		got := host.session.Recipe.Treatments
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] {
			t.Errorf("the recipe treats %v, want %v", got, want)
		}
	}
	press(t, s, "space", "space")
	treats(model.Treatment{Check: "outliers", Column: "paid", Action: model.Cap})
	press(t, s, "space", "space", "space")
	treats(model.Treatment{Check: "extreme_outliers", Column: "paid", Action: model.Cap})
	followed(s, host)
	text := seen(s)
	if !strings.Contains(text, "5 values capped") || !strings.Contains(text, "beyond 3 IQR  drop  [cap]") || host.session.UndoName() != "cap paid: beyond 3 IQR" {
		t.Errorf("%s\n%s", host.session.UndoName(), text)
	}
	if _, ok := host.session.Undo(); !ok || host.session.UndoName() != "" {
		t.Error("a walk through the switch is not one change")
	}
	treats()
}

func TestDropOfManyRowsSaysHowMany(t *testing.T) {
	s, _ := onFinding(t, skewed(t), "duplicate_orders", 120, 32)
	f, _ := s.chosenFinding()
	if f.quality.Count == len(f.rows) || f.count() != len(f.rows) {
		t.Fatalf("the line tells of %d, %d rows of %d ids can be dropped", f.count(), len(f.rows), f.quality.Count)
	}
	if text := seen(s); !strings.Contains(text, "drop leaves out 200 rows, 100.0%") {
		t.Errorf("it is not told what a drop leaves out:\n%s", text)
	}
	if text := seen(s); !strings.Contains(text, "2 goes to the roles, where x") {
		t.Errorf("no key is named:\n%s", text)
	}
	s, _ = onFinding(t, skewed(t), "outliers", 120, 32)
	if text := seen(s); strings.Contains(text, "drop leaves out") {
		t.Errorf("of few rows it is told too:\n%s", text)
	}
}
