package model

import (
	"strings"
	"testing"
)

// shopTables are two tables whose columns share a header.
func shopTables(t *testing.T) *Dataset {
	t.Helper()
	table := func(name string, headers ...string) *Table {
		columns := make([]Column, len(headers))
		for i, h := range headers {
			columns[i] = TextsOf(h, []string{"x"})
		}
		out, err := NewTable(name, name+".csv", 2, columns...)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	return &Dataset{Tables: []*Table{table("orders", "client", "note", "a:b"), table("people", "client", "mail")},
		Guesses: []Guess{{Table: 0, Column: 0, Role: CustomerID, Confidence: 0.9}, {Table: 1, Column: 0, Role: CustomerID, Confidence: 0.9}}}
}

func TestAssignmentsNameColumnsInSeveralWays(t *testing.T) {
	for name, want := range map[string][2]int{"note": {0, 1}, "NOTE": {0, 1}, "2": {0, 1}, "people:mail": {1, 1}, "People:2": {1, 1}, "mail": {1, 1}, "a:b": {0, 2}} {
		m, err := shopTables(t).Assign([]Assignment{{"category", name}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := m.Column(want[0], "category"); got != want[1] {
			t.Errorf("%s: column %d, want %d", name, got, want[1])
		}
		if b, _ := m.Of(want[0], want[1]); !b.Assigned {
			t.Errorf("%s is not marked as the analyst's", name)
		}
	}
}

func TestAssignmentsGoOverGuesses(t *testing.T) {
	m, err := shopTables(t).Assign([]Assignment{{CustomerID, "orders:note"}, {Ignore, "people:client"}})
	if err != nil {
		t.Fatal(err)
	}
	if m.Column(0, CustomerID) != 1 {
		t.Error("the guess stands beside the analyst's word")
	}
	if m.Column(1, CustomerID) != -1 {
		t.Error("a column taken out of use still has its role")
	}
	if _, ok := m.Of(0, 0); ok {
		t.Error("the column that was guessed kept its role")
	}
}

func TestRowNumberAsCustomer(t *testing.T) {
	m, err := shopTables(t).Assign([]Assignment{{CustomerID, "people:row"}})
	if err != nil || !m.RowIsCustomer(1) || m.RowIsCustomer(0) || m.Column(1, CustomerID) != -1 {
		t.Errorf("%+v %v", m, err)
	}
}

func TestAssignmentErrorsNameWhatThereIs(t *testing.T) {
	if _, err := shopTables(t).Assign([]Assignment{{Amount, "paid"}}); err == nil || !strings.Contains(err.Error(), "client, note, a:b, client, mail") {
		t.Errorf("err = %v", err)
	}
	if _, err := shopTables(t).Assign([]Assignment{{Amount, "people:note"}}); err == nil || strings.Contains(err.Error(), "a:b") {
		t.Errorf("err = %v: it should list the columns of people", err)
	}
	if _, err := shopTables(t).Assign([]Assignment{{Amount, "note"}}); err == nil || !strings.Contains(err.Error(), `such as "x" in row 2`) {
		t.Errorf("err = %v: a text cannot be an amount", err)
	}
	answers, err := NewTable("survey", "survey.csv", 2, TextsOf("client", []string{"a", "b", "c"}), TextsOf("nps", []string{"", "9", "don't know"}))
	if err != nil {
		t.Fatal(err)
	}
	survey := &Dataset{Tables: []*Table{answers}}
	if _, err := survey.Assign([]Assignment{{"recommend", "nps"}}); err == nil || !strings.Contains(err.Error(), `such as "don't know" in row 4`) {
		t.Errorf("err = %v: it should show the answer that is no number", err)
	}
	if _, err := shopTables(t).Assign([]Assignment{{"amont", "note"}}); err == nil || !strings.Contains(err.Error(), "amont") {
		t.Errorf("err = %v", err)
	}
}

func TestEveryRoleIsDescribed(t *testing.T) {
	seen := map[Role]bool{}
	for _, r := range Roles() {
		if r.ID == "" || r.Label.Empty() || r.Group == "" {
			t.Errorf("%+v lacks something", r)
		}
		if seen[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		seen[r.ID] = true
	}
	if len(seen) < 90 {
		t.Errorf("%d roles", len(seen))
	}
}
