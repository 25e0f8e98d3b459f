package pipeline

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
)

// moved by hand: the customers a to f in segments at two dates.
func movedByHand(t *testing.T, family seg.Family, was, is []int32, then, now []string) *Migration {
	t.Helper()
	ids, money := []string{"a", "b", "c", "d", "e", "f"}, make([]float64, 6)
	first, second := split(t, "m", ids, money, was, then...), split(t, "m", ids, money, is, now...)
	first.Method.Family, second.Method.Family = family, family
	m := &Migration{Comparison: Compare(first, second)}
	m.classify()
	m.Notes = m.remarks()
	return m
}

// Clusters that swap their names keep their customers: only e moved.
func TestClustersAreTheSameByTheirCustomers(t *testing.T) {
	was, is := []int32{0, 0, 0, 1, 1, 1}, []int32{1, 1, 1, 0, 1, 0}
	names := []string{"High spend", "Low spend"}
	m := movedByHand(t, seg.Mining, was, is, names, names)
	if got := fmt.Sprint(m.moved()); got != "map[a:stayed b:stayed c:stayed d:stayed e:moved f:stayed]" {
		t.Error(got)
	}
	if d := m.Document(english()); !slices.Equal(d.Same, []int{1, 0}) || len(d.Largest) != 1 || d.Largest[0].Customers != 1 {
		t.Errorf("same %v, largest %+v", d.Same, d.Largest)
	}
	said := strings.Join(said(m.Notes, english()), "\n")
	if !strings.Contains(said, "High spend counts as Low spend at") || !strings.Contains(said, "whatever their names") {
		t.Error(said)
	}
	if m = movedByHand(t, seg.Value, was, is, names, names); m.moved()["a"] != "moved" || m.moved()["e"] != "stayed" {
		t.Errorf("names of a method that does not find its segments: %v", m.moved())
	}
}

func TestUnclassifiedAtBothDatesIsCountedApart(t *testing.T) {
	names := []string{"x", "Unclassified"}
	m := movedByHand(t, seg.Value, []int32{0, 0, 0, 1, 1, 1}, []int32{0, 0, 1, 0, 1, 1}, names, names)
	n := m.Document(english()).Count()
	if n[export.Stayed] != 2 || n[export.Unplaced] != 2 || n[export.Left] != 1 || n[export.Entered] != 1 {
		t.Errorf("counts %v", n)
	}
}

func TestTwoCustomersHaveNoAgreement(t *testing.T) {
	for n, none := range map[int]bool{1: true, 2: true, 3: false} {
		of, money := []int32{0, 1, 1}[:n], []float64{1, 2, 3}[:n]
		c := Compare(split(t, "one", five[:n], money, of, "x", "y"), split(t, "two", five[:n], money, of, "p", "q"))
		if math.IsNaN(c.Rand) != none || (AgreementWords(c.Rand).Key == model.P("the same split").Key) == none {
			t.Errorf("of %d customers: %v, %s", n, c.Rand, AgreementWords(c.Rand).Key)
		}
	}
}
