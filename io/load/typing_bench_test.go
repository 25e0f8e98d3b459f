package load

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// BenchmarkTypeWords types and builds a column of many distinct words.
func BenchmarkTypeWords(b *testing.B) {
	const n = 200_000
	start := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, header string
		word         func(r *rand.Rand) string
	}{
		{"numbers", "amount", func(r *rand.Rand) string { return fmt.Sprintf("%.2f", 1000*r.Float64()) }},
		{"grouped", "amount", func(r *rand.Rand) string {
			return fmt.Sprintf("$%d,%03d.%02d", 1+r.IntN(99), r.IntN(1000), r.IntN(100))
		}},
		{"moments", "date", func(r *rand.Rand) string {
			return start.Add(time.Duration(r.IntN(100_000_000)) * time.Second).Format(time.DateTime)
		}},
		{"days", "date", func(r *rand.Rand) string {
			return start.Add(time.Duration(r.IntN(100_000_000)) * time.Second).Format("2/1/2006 15:04")
		}},
		{"ids", "customer_id", func(r *rand.Rand) string { return fmt.Sprintf("%06d", r.IntN(1_000_000)) }},
		{"words", "note", func(r *rand.Rand) string { return fmt.Sprintf("word %d", r.IntN(1_000_000)) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			w := newWords(0, n)
			for range n {
				w.add([]byte(c.word(r)))
			}
			keys := newNamer().keys
			for b.Loop() {
				typeWords(w, c.header, keys)
			}
		})
	}
}
