package session_test

import (
	"slices"
	"testing"

	"custseg/ui/tui/session"
)

func TestArrangement(t *testing.T) {
	keys := []string{"id", "a", "b", "c"}
	for _, c := range []struct {
		name string
		a    session.Arrangement
		want []int
	}{
		{"the list's own", session.Arrangement{}, []int{0, 1, 2, 3}},
		{"hidden", session.Arrangement{Hidden: map[string]bool{"b": true}}, []int{0, 1, 3}},
		{"moved", session.Arrangement{Order: []string{"id", "c", "a", "b"}}, []int{0, 3, 1, 2}},
		{"moved and hidden", session.Arrangement{Order: []string{"id", "c", "a", "b"}, Hidden: map[string]bool{"a": true}}, []int{0, 3, 2}},
		{"a new column follows the one before it", session.Arrangement{Order: []string{"id", "c", "a"}}, []int{0, 3, 1, 2}},
		{"one that is gone is passed over", session.Arrangement{Order: []string{"x", "b", "id"}}, []int{2, 3, 0, 1}},
	} {
		if got := c.a.Place(keys); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	var s session.Session
	s.Arrange("rows", session.Arrangement{Widths: map[string]int{"a": 9}})
	if s.Arrangement("rows").Widths["a"] != 9 || s.Arrangement("other").Widths != nil {
		t.Error("an arrangement is not kept by the kind of list")
	}
}
