package seg

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/why"
)

// many are a quarter of a million customers with skewed frequency and money.
func many(b *testing.B) *model.Customers { return skewed(b, 250_000) }

// skewed are n customers with skewed frequency and money.
func skewed(b *testing.B, n int) *model.Customers {
	r := rand.New(rand.NewPCG(1, 0))
	recency, frequency, monetary := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		recency[i] = float64(r.IntN(730))
		frequency[i] = 1 + math.Floor(3*r.ExpFloat64())
		monetary[i] = math.Round(100*frequency[i]*math.Exp(3.5+r.NormFloat64())) / 100
	}
	return people(b, numbers("recency", recency...), numbers("frequency", frequency...), numbers("monetary", monetary...))
}

// A changed parameter to the new result.
func BenchmarkRFM(b *testing.B) {
	c := many(b)
	for _, set := range [][]string{nil, {"binning=rank"}, {"binning=nested"}, {"map=code", "bins=10"}, {"map=eight", "split=median"}, {"map=tiers"},
		{"binning=fixed", "cuts=recency:30,90,180,365;frequency:1,2,4,8;monetary:20,60,150,400"}} {
		b.Run("250k/"+cmp.Or(strings.Join(set, ","), "default"), func(b *testing.B) {
			for b.Loop() {
				run(b, "rfm", c, set...)
			}
		})
	}
}

// BenchmarkHierarchical is a hierarchy of as many customers as it takes, from the
// measures to the segments.
func BenchmarkHierarchical(b *testing.B) {
	c := skewed(b, 5000)
	b.Run("5000", func(b *testing.B) {
		for b.Loop() {
			run(b, "hierarchical", c)
		}
	})
}

func BenchmarkABC(b *testing.B) {
	c := many(b)
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			run(b, "abc", c)
		}
	})
}

// One method of each simple shape: a score of percentiles, bands, rules, a
// matrix; and what is summed over a million order lines.
func BenchmarkShapes(b *testing.B) {
	c := many(b)
	for _, id := range []string{"value", "frequency", "history"} {
		b.Run(id, func(b *testing.B) {
			for b.Loop() {
				run(b, id, c)
			}
		})
	}
	orders := manyOrders(b)
	for _, id := range []string{"value-matrix", "pyramid", "potential"} {
		b.Run(id+"-of-orders", func(b *testing.B) {
			for b.Loop() {
				run(b, id, orders)
			}
		})
	}
}

// manyOrders are a million order lines of a quarter of a million customers.
func manyOrders(b *testing.B) *model.Customers {
	const n, people = 1_000_000, 250_000
	r := rand.New(rand.NewPCG(4, 0))
	ids, dates, money, profit, category := make([]string, n), make([]int64, n), make([]float64, n), make([]float64, n), make([]string, n)
	for i := range n {
		ids[i], dates[i] = fmt.Sprintf("c%06d", r.IntN(people)), model.Day(18000+r.IntN(730)).Seconds()
		money[i] = math.Round(100*math.Exp(3.5+r.NormFloat64())) / 100
		profit[i], category[i] = money[i]*(r.Float64()-.2), string(rune('A'+r.IntN(8)))
	}
	return customers(b, model.NoDay, table(b, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates),
		model.NewNumbers("amount", money), model.NewNumbers("profit", profit), model.TextsOf("category", category)))
}

// Three columns, five clusters of ten starts, and the table over k.
func BenchmarkKMeans(b *testing.B) {
	c := many(b)
	for b.Loop() {
		run(b, "kmeans", c)
	}
}

// manyBuyers are a quarter of a million customers who buy at their own pace until
// they leave.
func manyBuyers(b *testing.B) *model.Customers {
	const n = 250_000
	r := rand.New(rand.NewPCG(2, 0))
	recency, frequency, monetary, tenure := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range n {
		tenure[i] = float64(200 + r.IntN(530))
		gap, at := 30*r.ExpFloat64(), 0.
		for frequency[i] = 1; r.Float64() < .75; frequency[i]++ {
			next := at + math.Ceil(gap*r.ExpFloat64()) + 1
			if next > tenure[i] {
				break
			}
			at = next
		}
		recency[i] = tenure[i] - at
		monetary[i] = math.Round(100*frequency[i]*math.Exp(3.5+r.NormFloat64()/2)) / 100
	}
	return people(b, numbers("recency", recency...), numbers("frequency", frequency...), numbers("monetary", monetary...), numbers("tenure", tenure...))
}

// The models of buying and of money per purchase, from measures.
func BenchmarkCLV(b *testing.B) {
	c := manyBuyers(b)
	for _, set := range []string{"model=bgnbd", "model=paretonbd"} {
		b.Run(set, func(b *testing.B) {
			for b.Loop() {
				if s := run(b, "clv", c, set); s.Fit[0].Value != 1 {
					b.Fatal(s.Notes)
				}
			}
		})
	}
}

// Why one customer is where they are, and what would move them.
func BenchmarkExplain(b *testing.B) {
	c := manyBuyers(b)
	for _, id := range []string{"rfm", "clv"} {
		e := why.New(c, run(b, id, c))
		b.Run(id, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				e.Of(i % c.Len())
			}
		})
	}
}
