package model

import (
	"math"
	"slices"
	"testing"
)

func TestPickedCustomersAreAsIfAlone(t *testing.T) {
	scope := Scope{AsOf: NoDay}
	all := build(t, orderTable(t, smallOrders()), scope)
	alone := build(t, orderTable(t, slices.DeleteFunc(smallOrders(), func(l orderLine) bool { return l.id == "anna" })),
		Scope{AsOf: all.AsOf})
	picked := all.Pick([]int32{1, 2})
	if picked.Len() != 2 || picked.ID(0) != "ben" || picked.Find("cat") != 1 || picked.Find("anna") >= 0 {
		t.Fatalf("picked %d customers, first %s", picked.Len(), picked.ID(0))
	}
	for _, f := range alone.Features() {
		got, ok := picked.Feature(f.Measure)
		for i := range 2 {
			if !ok || got.Text(i) != f.Text(i) {
				t.Errorf("%s of %s: %q, alone %q", f.Measure, picked.ID(i), got.Text(i), f.Text(i))
			}
		}
	}
	for i := range 2 {
		if got, want := picked.Orders().History(i), alone.Orders().History(i); !slices.Equal(got, want) {
			t.Errorf("orders of %s: %v, alone %v", picked.ID(i), got, want)
		}
	}
	if nobody := all.Pick(nil); nobody.Len() != 0 || !nobody.Orders().HasMoney() {
		t.Error("nobody has customers, or the orders lost that there is money")
	}
	if all.Len() != 3 || len(all.Orders().Row) != 7 {
		t.Error("picking changed the customers picked from")
	}
}

func TestRolesAndAttributesAreTakenAway(t *testing.T) {
	table, err := NewTable("people", "people.csv", 2, TextsOf("id", []string{"a", "b"}),
		NewNumbers("age", []float64{30, 40}), NewNumbers("spent", []float64{1, math.NaN()}))
	if err != nil {
		t.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: "age"}, {Column: 2, Role: "monetary"}}}
	c := build(t, d, Scope{AsOf: NoDay})
	if _, ok := c.WithAttributes(func(a Attribute) bool { return a.Role != "age" }).Feature("age"); ok || len(c.Attributes()) != 2 {
		t.Error("age is still there, or was taken from the customers themselves")
	}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	less := roles.Without(func(b Binding) bool { return b.Role == "monetary" })
	if less.Has("monetary") || !less.Has("age") || !roles.Has("monetary") {
		t.Errorf("left are %v of %v", less.Bindings(), roles.Bindings())
	}
}

// The rows of customers who are left out are counted under the reason, table by
// table, so that what was read is still used or left out.
func TestRowsOfCustomersLeftOutAreCounted(t *testing.T) {
	d := twoShops(t, true)
	addTable(t, d, "people", "id=customer_id|town", "a|Rome", "b|Oslo", "d|Rome", "e|Rome")
	addTable(t, d, "visits", "who=customer_id|at=event_date|what=event_type", "a|2024-01-01|view", "b|2024-01-02|view", "b|2024-01-03|view")
	all := build(t, d, Scope{AsOf: NoDay})
	before := all.Quality()
	var places []int32
	for _, id := range []string{"a", "e"} {
		places = append(places, int32(all.Find(id)))
	}
	some := all.Restrict(places, P("not asked for"), P("only two"))
	if some.Len() != 2 || some.Find("a") != 0 || some.Find("e") != 1 || some.Notes()[len(some.Warnings())].Key != "only two" {
		t.Fatalf("%d customers, notes %v", some.Len(), some.Notes())
	}
	checkExcluded(t, d, some, "web no order date: 2", "store no customer id: 2",
		"store not asked for: 1", "web not asked for: 1", "people not asked for: 1 2", "visits not asked for: 1 2")
	q := some.Quality()
	left := 0
	for _, e := range q.Excluded {
		left += len(e.Rows)
	}
	if q.RowsRead != before.RowsRead || q.RowsExcluded() != left || q.RowsUsed != before.RowsUsed-6 {
		t.Errorf("%d read, %d used, %d listed as left out; %d used before", q.RowsRead, q.RowsUsed, left, before.RowsUsed)
	}
	if now := all.Quality(); now.RowsUsed != before.RowsUsed || len(now.Excluded) != len(before.Excluded) {
		t.Error("restricting changed the customers it was made of")
	}
}
