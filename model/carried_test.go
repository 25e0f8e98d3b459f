package model

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// carriedOrders is five order lines of three customers with what is said of the
// customer beside them.
func carriedOrders(t *testing.T, columns ...Column) *Dataset {
	t.Helper()
	day := Day(19_000).Seconds()
	const after = 86_400
	all := append([]Column{
		TextsOf("who", []string{"a", "a", "b", "b", "c"}),
		NewDates("day", []int64{day, day + after, day + 3*after, day, day}),
		NewNumbers("paid", []float64{1, 2, 3, 4, 5}),
	}, columns...)
	table, err := NewTable("orders", "orders.csv", 2, all...)
	if err != nil {
		t.Fatal(err)
	}
	return &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: OrderDate}, {Column: 2, Role: Amount}}}
}

// What is the customer's own and stands beside their orders is carried to them
// whatever its role; where rows differ the latest counts, and is told.
func TestRolesOfTheCustomerAreCarriedFromOrders(t *testing.T) {
	d := carriedOrders(t, TextsOf("market", []string{"S", "S", "M", "M", "L"}),
		NewNumbers("years", []float64{30, 31, 50, 49, math.NaN()}), NewNumbers("nps", []float64{9, 9, 3, 3, 10}))
	d.Guesses = append(d.Guesses, Guess{Column: 3, Role: "segment"}, Guess{Column: 4, Role: "age"}, Guess{Column: 5, Role: "recommend"})
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, "age", 31, 50, math.NaN())
	checkMeasure(t, c, "recommend", 9, 3, 10)
	f, ok := c.Feature("segment")
	if !ok {
		t.Fatal("the market segment of the orders is not carried")
	}
	for i, want := range []string{"S", "M", "L"} {
		if got := f.Text(i); got != want {
			t.Errorf("segment of %s: %q, want %q", c.ID(i), got, want)
		}
	}
	told := ""
	for _, n := range c.Notes() {
		if text := fmt.Sprintf(n.Key, n.Args...); strings.Contains(text, "the latest counts") {
			told = text
		}
	}
	if !strings.Contains(told, "years (2)") || strings.Contains(told, "nps") || strings.Contains(told, "market") {
		t.Errorf("told of rows that differ: %q", told)
	}
}

// A size guessed of lines is the product's where it differs; one that the
// analyst assigns is the customer's.
func TestNumbersOfTheMarketMayBeOfTheLine(t *testing.T) {
	d := carriedOrders(t, NewNumbers("size", []float64{40, 42, 38, 38, 39}))
	d.Guesses = append(d.Guesses, Guess{Column: 3, Role: "size"})
	if _, ok := build(t, d, Scope{AsOf: NoDay}).Feature("size"); ok {
		t.Error("the size of products is carried to customers")
	}
	c := build(t, d, Scope{AsOf: NoDay}, Assignment{Role: "size", Column: "size"})
	checkMeasure(t, c, "size", 42, 38, 39)
}
