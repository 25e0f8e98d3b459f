package model

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkBuildCustomers makes customers of a million orders.
func BenchmarkBuildCustomers(b *testing.B) {
	const rows, customers = 1_000_000, 250_000
	rnd := rand.New(rand.NewPCG(1, 0))
	who, orders, at, paid := make([]int32, rows), make([]int32, rows), make([]int64, rows), make([]float64, rows)
	for i := range rows {
		who[i], orders[i] = rnd.Int32N(customers), int32(i)
		at[i], paid[i] = Day(19000+rnd.IntN(1000)).Seconds(), float64(rnd.IntN(10000))/100
	}
	words := func(form string, n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = fmt.Sprintf(form, i)
		}
		return out
	}
	table, err := NewTable("orders", "orders.csv", 2, NewTexts("who", who, words("C%06d", customers)), NewTexts("order", orders, words("%07d", rows)),
		NewDates("day", at), NewNumbers("paid", paid))
	if err != nil {
		b.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}, Guesses: []Guess{
		{Column: 0, Role: CustomerID}, {Column: 1, Role: OrderID}, {Column: 2, Role: OrderDate}, {Column: 3, Role: Amount}}}
	roles, err := d.Assign(nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("1M", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := BuildCustomers(context.Background(), d, roles, Scope{AsOf: NoDay}, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
