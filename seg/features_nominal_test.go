package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestNumbersThatStandForWords(t *testing.T) {
	for _, c := range []struct {
		header string
		role   model.Role
		values []float64
		want   bool
	}{
		{"SeniorCitizen", "", []float64{0, 1, 0}, true},
		{"Kidhome", "", []float64{0, 1, 2}, false},
		{"Channel", "channel", []float64{1, 2, 2}, true},
		{"Region", "", []float64{1, 2, 3}, true},
		{"region_code", "", []float64{110, 4711, 3}, true},
		{"StoreType", "", []float64{1, 2, 3}, true},
		{"NumStorePurchases", "", []float64{4, 2, 3}, false},
		{"Estate", "", []float64{1, 2, 3}, false},
		{"客户类型", "", []float64{1, 2, 3}, true},
		{"Area", "", []float64{71.5, 90, 33}, false},
		{"Movies", "attitude", []float64{1, 5, 3}, false},
		{"Pclass", "", []float64{1, 2, 3}, false},
		{"same", "", []float64{1, 1, 1}, false},
	} {
		a := model.Attribute{Column: numbers(c.header, c.values...), Role: c.role}
		if got := nominal(a); got != c.want {
			t.Errorf("%s %v: %v", c.header, c.values, got)
		}
	}
}

// Codes are left to methods that take words, unless they are named; a segment is
// never called high in a code.
func TestCodesAreNoQuantities(t *testing.T) {
	spend := series(40, func(i int) float64 { return float64(i%2*1000 + i) })
	c := people(t, numbers("Fresh", spend...), numbers("Depot region", series(40, func(i int) float64 { return float64(1 + i%2*2) })...),
		numbers("Member", series(40, func(i int) float64 { return float64(i % 2) })...))
	s := run(t, "kmeans", c, "k=2")
	if !slices.Equal(s.Used, []string{"Fresh"}) || !noted(s, "codes, or yes and no: Depot region, Member") {
		t.Errorf("used %v, notes %v", s.Used, s.Notes)
	}
	s = run(t, "kprototypes", c, "k=2")
	if !slices.Equal(s.Used, []string{"Fresh", "Depot region", "Member"}) || !noted(s, "Taken as words, being codes, or yes and no: Depot region, Member") {
		t.Errorf("used %v, notes %v", s.Used, s.Notes)
	}
	s = run(t, "kmeans", c, "k=2", "columns=Depot region,Member")
	for g, want := range []string{"1 · Member 0", "2 · Member 1"} {
		if got := english(s.Segments[g].Name); got != want {
			t.Errorf("segment %q, want %q", got, want)
		}
	}
	if s = run(t, "kmeans", people(t, numbers("Member", 0, 1, 1, 0)), "k=2"); !slices.Equal(s.Used, []string{"Member"}) {
		t.Errorf("of nothing else: used %v", s.Used)
	}
}
