package profile

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"custseg/model"
)

const (
	manyCustomers = 250_000
	manySegments  = 11
)

// many makes customers with thirty columns: money, counts, answers and words.
func many(b *testing.B) (c *model.Customers, of []int32) {
	b.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	ids := make([]string, manyCustomers)
	of = make([]int32, manyCustomers)
	for i := range ids {
		ids[i], of[i] = fmt.Sprintf("C%06d", i), int32(rnd.IntN(manySegments))
	}
	columns := []model.Column{model.TextsOf("id", ids)}
	add := func(name string, n int, value func() float64) {
		for k := range n {
			values := make([]float64, manyCustomers)
			for i := range values {
				values[i] = value()
			}
			columns = append(columns, model.NewNumbers(fmt.Sprint(name, k), values))
		}
	}
	add("money", 8, func() float64 { return math.Round(100*math.Exp(4+rnd.NormFloat64())) / 100 })
	add("count", 8, func() float64 { return float64(rnd.IntN(200)) })
	add("answer", 8, func() float64 { return float64(1 + rnd.IntN(5)) })
	for k := range 6 {
		codes := make([]int32, manyCustomers)
		dict := make([]string, 20)
		for w := range dict {
			dict[w] = fmt.Sprint("word ", w)
		}
		for i := range codes {
			codes[i] = int32(rnd.IntN(len(dict)))
		}
		columns = append(columns, model.NewTexts(fmt.Sprint("word", k), codes, dict))
	}
	return customersOf(b, nil, tableOf(b, "many", columns...)), of
}

func BenchmarkNewBase(b *testing.B) {
	c, _ := many(b)
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			if _, err := NewBase(b.Context(), c, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	c, of := many(b)
	base := baseOf(b, c)
	var members []int32
	for i, k := range of {
		if k == 3 {
			members = append(members, int32(i))
		}
	}
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			if _, err := base.Of(b.Context(), members, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkGroups(b *testing.B) {
	c, of := many(b)
	base := baseOf(b, c)
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			if _, err := base.Groups(b.Context(), of, manySegments, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkNewBaseOfOrders is the base of customers with a million order lines of
// a channel and a category.
func BenchmarkNewBaseOfOrders(b *testing.B) {
	const lines = 1_000_000
	rnd := rand.New(rand.NewPCG(1, 2))
	words := func(name, word string, n int) model.Column {
		codes, dict := make([]int32, lines), make([]string, n)
		for w := range dict {
			dict[w] = fmt.Sprintf("%s%06d", word, w)
		}
		for i := range codes {
			codes[i] = int32(rnd.IntN(n))
		}
		return model.NewTexts(name, codes, dict)
	}
	days, paid, quantity := make([]int64, lines), make([]float64, lines), make([]float64, lines)
	for i := range days {
		days[i] = int64(rnd.IntN(700)) * 86400
		paid[i] = math.Round(100*math.Exp(3+rnd.NormFloat64())) / 100
		quantity[i] = float64(1 + rnd.IntN(5))
	}
	c := customersOf(b, []model.Guess{{Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}, {Column: 3, Role: model.Quantity},
		{Column: 4, Role: "channel"}, {Column: 5, Role: model.Category}},
		tableOf(b, "orders", words("id", "C", manyCustomers), model.NewDates("day", days), model.NewNumbers("paid", paid), model.NewNumbers("quantity", quantity),
			words("channel", "channel ", 4), words("category", "category ", 6)))
	b.Run("1M", func(b *testing.B) {
		for b.Loop() {
			if _, err := NewBase(b.Context(), c, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
