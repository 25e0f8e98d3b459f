package quality

import (
	"context"
	"math/rand/v2"
	"strconv"
	"testing"

	"custseg/model"
)

// million is a table of a million orders with eight columns, as a file of orders
// has them.
func million(b *testing.B) (*model.Dataset, model.RoleMap) {
	const n = 1_000_000
	r := rand.New(rand.NewPCG(1, 2))
	text := func(name string, distinct int) model.Column {
		dict, codes := make([]string, distinct), make([]int32, n)
		for i := range dict {
			dict[i] = name + strconv.Itoa(i)
		}
		for i := range codes {
			codes[i] = int32(r.IntN(distinct))
		}
		return model.NewTexts(name, codes, dict)
	}
	when, quantity, price, amount := make([]int64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		when[i] = 1_500_000_000 + int64(r.IntN(100_000_000))
		quantity[i], price[i] = float64(1+r.IntN(20)), float64(r.IntN(10000))/100
		amount[i] = quantity[i] * price[i]
	}
	return data(b, text("order_id", 400_000), text("customer_id", 250_000), text("product", 5000), text("city", 300),
		model.NewDates("order_date", when), model.NewNumbers("quantity", quantity), model.NewNumbers("unit_price", price), model.NewNumbers("amount", amount))
}

func BenchmarkInspect(b *testing.B) {
	d, roles := million(b)
	b.Run("1M", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Inspect(context.Background(), d, roles, model.NoDay, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDuplicateRows(b *testing.B) {
	d, _ := million(b)
	b.Run("1M", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			repeats(d.Tables[0].Rows(), d.Tables[0].Columns())
		}
	})
}
