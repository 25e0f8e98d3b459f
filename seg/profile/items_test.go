package profile

import (
	"strings"
	"testing"

	"custseg/model"
)

// An item counts wherever it stands in a basket, and by nothing else.
func TestItemsAreComparedAndNotTheirPlaces(t *testing.T) {
	var first, second, ids []string
	for i := range 40 {
		ids = append(ids, strings.Repeat("x", i+1))
		a, b := "milk", "bread"
		if i%2 == 0 {
			a, b = b, a
		}
		if i >= 20 {
			b = ""
			a = "soda"
		}
		first, second = append(first, a), append(second, b)
	}
	c := customersOf(t, []model.Guess{{Column: 0, Role: model.CustomerID}, {Column: 1, Role: "item"}, {Column: 2, Role: "item"}},
		tableOf(t, "baskets", model.TextsOf("id", ids), model.TextsOf("1", first), model.TextsOf("2", second)))
	members := make([]int32, 20)
	for i := range members {
		members[i] = int32(c.Find(ids[i]))
	}
	found := linesOf(t, baseOf(t, c), members)
	if l := found["item milk"]; l.Here.Mean != 1 || l.All.Mean != .5 {
		t.Errorf("milk: %v of %v", l.Here, l.All)
	}
	if l := found["items"]; l.Here.Mean != 2 || l.All.Mean != 1.5 {
		t.Errorf("items: %v of %v", l.Here, l.All)
	}
	for _, place := range []string{"1", "2"} {
		if _, ok := found[place]; ok {
			t.Errorf("the place %s is compared", place)
		}
	}
}
