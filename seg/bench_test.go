package seg

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"custseg/model"
)

// many are a quarter of a million customers with skewed frequency and money.
func many(b *testing.B) *model.Customers {
	const n = 250_000
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
		b.Run(fmt.Sprint(set), func(b *testing.B) {
			for b.Loop() {
				run(b, "rfm", c, set...)
			}
		})
	}
}

func BenchmarkABC(b *testing.B) {
	c := many(b)
	for b.Loop() {
		run(b, "abc", c)
	}
}

// Three columns, five clusters of ten starts, and the table over k.
func BenchmarkKMeans(b *testing.B) {
	c := many(b)
	for b.Loop() {
		run(b, "kmeans", c)
	}
}

// BG/NBD and the money per purchase of a quarter of a million customers, from
// their measures.
func BenchmarkCLV(b *testing.B) {
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
	c := people(b, numbers("recency", recency...), numbers("frequency", frequency...), numbers("monetary", monetary...), numbers("tenure", tenure...))
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
