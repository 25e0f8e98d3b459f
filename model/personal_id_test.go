package model

import (
	"fmt"
	"testing"
)

func TestIDsThatNamePersons(t *testing.T) {
	numbered := func(format string) []string {
		out := make([]string, 40)
		for i := range out {
			out[i] = fmt.Sprintf(format, i)
		}
		return out
	}
	for _, c := range []struct {
		name  string
		words []string
		want  bool
	}{
		{"customer_id", []string{"Brion Stark", "Ethyl Botsford", "Hosteen Jacobi", "Mr. Edw Frami"}, true},
		{"customer", []string{"Aden Murphy", "Sean O'Brien 12", "Jean-Luc Picard", "Zoë Ek"}, true},
		{"客户 ID", []string{"曾惠-14485", "许安-10165", "宋良-17170", "万兰-15730", "俞明-18325"}, true},
		{"고객", []string{"김철수 01", "이영희 02", "박민수 03"}, true},
		{"id", []string{"ann@example.com", "bo@example.org"}, true},
		{"e-mail", []string{"a1", "b2"}, true},
		{"phone", []string{"+46 70 012 34 56", "+49 171 1234567", "+15550100123"}, true},
		{"Customer ID", []string{"CG-12520", "DV-13045", "SO-20335"}, false},
		{"客户", numbered("客户-%03d"), false},
		{"customer", numbered("Customer No %d"), false},
		{"store", numbered("王府井-%d"), false},
		{"customer_id", numbered("C%04d"), false},
		{"id", []string{"a3f9-77bc", "9b1d-0c2e", "ffee-dead"}, false},
	} {
		if got := PersonalID(TextsOf(c.name, c.words)); got != c.want {
			t.Errorf("%s %q: %v", c.name, c.words[0], got)
		}
	}
	if PersonalID(NewNumbers("CustomerID", []float64{17850, 13047})) || !PersonalID(NewNumbers("id", []float64{13800138000, 13900139000})) {
		t.Error("numbers are personal only as phone numbers")
	}
}

func TestPersonalIDsGoByTheRole(t *testing.T) {
	table, err := NewTable("t", "t.csv", 2, TextsOf("who", []string{"Ann Lee", "Bo Ek"}), TextsOf("no", []string{"C1", "C2"}))
	if err != nil {
		t.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}}
	for column, want := range map[string]bool{"who": true, "no": false} {
		roles, err := d.Assign([]Assignment{{CustomerID, column}})
		if err != nil {
			t.Fatal(err)
		}
		if d.PersonalIDs(roles) != want {
			t.Errorf("by %s: %v", column, !want)
		}
	}
}
