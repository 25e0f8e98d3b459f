package model

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// TestManyCustomers holds the measures of more customers than a bucket has, whose
// rows lie in any order in more ranges than one, against plain sums.
func TestManyCustomers(t *testing.T) {
	const customers, rows = 3*bucketCustomers + 5, 150_000
	r := rand.New(rand.NewPCG(1, 2))
	who, at, cents, town := make([]string, rows), make([]int64, rows), make([]int, rows), make([]string, rows)
	sum, count := map[string]int{}, map[string]float64{}
	first, last := map[string]Day{}, map[string]Day{}
	for i := range rows {
		who[i] = fmt.Sprintf("C%05d", r.IntN(customers))
		day := Day(19000 + r.IntN(700))
		at[i], cents[i], town[i] = day.Seconds(), r.IntN(10_000)-500, "town of "+who[i]
		sum[who[i]] += cents[i]
		if cents[i] < 0 {
			continue // a return is no purchase
		}
		if count[who[i]]++; first[who[i]] == 0 || day < first[who[i]] {
			first[who[i]] = day
		}
		last[who[i]] = max(last[who[i]], day)
	}
	paid := make([]float64, rows)
	for i, c := range cents {
		paid[i] = float64(c) / 100
	}
	c := built(t, []Column{TextsOf("who", who), NewDates("day", at), NewNumbers("paid", paid), TextsOf("town", town)},
		[]Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: OrderDate}, {Column: 2, Role: Amount}})
	if c.Len() != len(sum) {
		t.Fatalf("%d customers, want %d", c.Len(), len(sum))
	}
	value := func(m Measure, i int) float64 {
		f, ok := c.Feature(m)
		if !ok {
			t.Fatalf("no %s", m)
		}
		return f.Values()[i]
	}
	homes, ok := c.Lookup("town")
	if !ok {
		t.Fatal("what is the same in all rows of a customer is not told")
	}
	for i := range c.Len() {
		id := c.ID(i)
		if got := value(Monetary, i); got != float64(sum[id])/100 {
			t.Fatalf("%s brought %v, want %v", id, got, float64(sum[id])/100)
		}
		if got := value(Frequency, i); got != count[id] {
			t.Fatalf("%s bought %v times, want %v", id, got, count[id])
		}
		if count[id] > 0 && (value(Recency, i) != float64(c.AsOf-last[id]) || value(Tenure, i) != float64(c.AsOf-first[id])) {
			t.Fatalf("%s: recency %v, tenure %v", id, value(Recency, i), value(Tenure, i))
		}
		if homes.Text(i) != "town of "+id {
			t.Fatalf("%s lives in %s", id, homes.Text(i))
		}
		for from, to := c.Orders().Lines(i); from+1 < to; from++ {
			if c.Orders().Time(from) > c.Orders().Time(from+1) {
				t.Fatalf("lines of %s are not in order of time", id)
			}
		}
	}
}

// built makes customers of one table.
func built(t *testing.T, columns []Column, guesses []Guess) *Customers {
	t.Helper()
	table, err := NewTable("orders", "orders.csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}, Guesses: guesses}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := BuildCustomers(context.Background(), d, roles, Scope{AsOf: NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
