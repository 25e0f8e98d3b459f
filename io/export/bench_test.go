package export

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"testing"

	"custseg/model"
)

// manyCustomers is a document of n customers in ten segments.
func manyCustomers(tb testing.TB, n int) Document {
	tb.Helper()
	rnd := rand.New(rand.NewPCG(1, 2))
	ids, cities := make([]string, n), make([]string, n)
	money, orders := make([]float64, n), make([]float64, n)
	days := make([]int64, n)
	for i := range n {
		ids[i] = fmt.Sprintf("C%07d", i)
		cities[i] = fmt.Sprintf("city %d", rnd.IntN(300))
		money[i] = float64(rnd.IntN(1e7)) / 100
		orders[i] = float64(1 + rnd.IntN(40))
		days[i] = int64(18000+rnd.IntN(2000)) * secondsPerDay
	}
	t, err := model.NewTable("people", "people.csv", 2, model.TextsOf("id", ids), model.TextsOf("city", cities),
		model.NewNumbers("value", money), model.NewNumbers("orders", orders), model.NewDates("joined", days))
	if err != nil {
		tb.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{t}, Guesses: []model.Guess{
		{Column: 0, Role: model.CustomerID}, {Column: 2, Role: "monetary"}, {Column: 3, Role: "frequency"}}}
	s := &model.Segmentation{Method: "rfm", Of: make([]int32, n), Used: []string{"monetary", "frequency"},
		Scores: []model.Column{model.NewNumbers("r", seq(n)), model.NewNumbers("f", seq(n))}}
	for g := range 10 {
		s.Segments = append(s.Segments, model.Segment{Name: model.P(fmt.Sprintf("Segment %d", g))})
	}
	for i := range n {
		s.Of[i] = int32(rnd.IntN(10))
	}
	return Document{Dataset: d, Customers: testCustomers(tb, d), Segmentation: s, Method: testMethod()}
}

// BenchmarkWrite reports, beside the time, how far the heap grows over what the
// document holds: it must not follow the number of rows.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{50_000, 200_000} {
		d := manyCustomers(b, n)
		for _, name := range []string{"x.csv", "x.xlsx"} {
			b.Run(fmt.Sprintf("%s/%d", filepath.Ext(name), n), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), name)
				var before, now runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				peak := before.HeapInuse
				for b.Loop() {
					err := Write(context.Background(), path, d, Options{Force: true, SegmentSheets: true}, func(float64) {
						runtime.ReadMemStats(&now)
						peak = max(peak, now.HeapInuse)
					})
					if err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(peak-before.HeapInuse)/(1<<20), "MB-heap")
			})
		}
	}
}
