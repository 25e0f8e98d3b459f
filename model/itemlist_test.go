package model

import (
	"slices"
	"testing"
)

func TestItemList(t *testing.T) {
	baskets := func(second ...string) *Customers {
		return lists(t, []string{"milk", "bread", "soda", "milk"}, second)
	}
	l, ok := baskets("bread", "milk", "", "soda").ItemList()
	if !ok || !slices.Equal(l.Words, []string{"bread", "milk", "soda"}) || !slices.Equal(l.Columns, []string{"1", "2"}) {
		t.Fatalf("%+v", l)
	}
	if got := []string{l.Text(0), l.Text(1), l.Text(2), l.Text(3)}; !slices.Equal(got, []string{"bread, milk", "bread, milk", "soda", "milk, soda"}) {
		t.Errorf("texts %q", got)
	}
	if got := l.Commonest(2); !slices.Equal(got, []int32{1, 0}) {
		t.Errorf("commonest %v", got)
	}
	if _, ok := baskets("milk", "bread", "soda", "soda").ItemList(); ok {
		t.Error("answers, of which one may be given twice, are a list")
	}
	if _, ok := baskets("a", "b", "c", "d").ItemList(); ok {
		t.Error("columns of their own words are a list")
	}
}

// lists makes customers of two columns with the role item.
func lists(t *testing.T, first, second []string) *Customers {
	t.Helper()
	ids := make([]string, len(first))
	for i := range ids {
		ids[i] = string(rune('a' + i))
	}
	table, err := NewTable("baskets", "baskets.csv", 1, TextsOf("id", ids), TextsOf("1", first), TextsOf("2", second))
	if err != nil {
		t.Fatal(err)
	}
	return build(t, &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: "item"}, {Column: 2, Role: "item"}}}, Scope{AsOf: NoDay})
}
