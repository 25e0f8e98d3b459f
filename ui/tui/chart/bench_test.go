package chart

import (
	"math"
	"math/rand/v2"
	"sort"
	"testing"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui/theme"
)

// many is the number of customers of the benchmarks.
const many = 250_000

// crowd makes customers with a recency, a monetary value and a segment by
// cuts on recency.
func crowd(n int) (recency, money []float64, of Split, cuts []float64) {
	r := rand.New(rand.NewPCG(1, 2))
	recency, money = make([]float64, n), make([]float64, n)
	cuts = []float64{15, 36, 72, 172}
	of = Split{Names: []string{"Champions", "Loyal", "需要关注", "At Risk", "Lost"}, Of: make([]int32, n)}
	for i := range recency {
		recency[i] = math.Floor(min(r.ExpFloat64()*95, 373))
		money[i] = math.Round(math.Exp(r.NormFloat64()*1.3+6.5)*100) / 100
		of.Of[i] = int32(sort.SearchFloat64s(cuts, recency[i]))
	}
	return recency, money, of, cuts
}

// charts makes one chart of each kind of n customers.
func charts(n int) map[string]func() Chart {
	pr := wording.English()
	recency, money, of, cuts := crowd(n)
	grid := &model.Grid{
		Title: model.P("Customers by recency and value"), RowTitle: model.P("Recency"), ColTitle: model.P("Value"),
		Rows: of.Names, Cols: []string{"M1", "M2", "M3"}, Row: of.Of, Col: make([]int32, n),
	}
	curve := &model.Curve{
		Title: model.P("Pareto"), XUnit: model.Percent, YUnit: model.Percent, Diagonal: true, Order: make([]int32, n),
		X: make([]float64, n), Y: make([]float64, n),
	}
	for i := range n {
		grid.Col[i] = int32(min(money[i]/700, 2))
		curve.Order[i] = int32(i)
		curve.X[i] = float64(i+1) / float64(n)
		curve.Y[i] = math.Sqrt(curve.X[i])
	}
	sort.Slice(curve.Order, func(a, b int) bool { return recency[curve.Order[a]] < recency[curve.Order[b]] })
	return map[string]func() Chart{
		"Histogram": func() Chart {
			return NewHistogram(pr, &model.Histogram{Title: model.P("Recency"), Unit: model.Days, Values: recency, Cuts: cuts}, of)
		},
		"Grid":  func() Chart { return NewGrid(pr, grid) },
		"Curve": func() Chart { return NewCurve(pr, curve, of) },
		"Scatter": func() Chart {
			return NewScatter(pr, &model.Scatter{Title: model.P("Clusters"), X: recency, Y: money}, of)
		},
		"Boxes": func() Chart { return NewBoxes(pr, model.P("Money"), model.Money, money, of) },
	}
}

func BenchmarkPrepare(b *testing.B) {
	for name, prepare := range charts(many) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				prepare()
			}
		})
	}
}

func BenchmarkView(b *testing.B) {
	t := theme.New(nil, theme.Options{Color: true, Colors256: true})
	for name, prepare := range charts(many) {
		c := prepare()
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.View(t, 200, 50, Cursor{3, 2, 1})
			}
		})
	}
}
