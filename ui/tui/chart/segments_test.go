package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui/theme"
)

// The columns of segments in a histogram's table add up to the bins, and the
// eighths of a bar to their shares.
func TestStackHoldsEveryCustomer(t *testing.T) {
	pr := wording.English()
	r := rand.New(rand.NewPCG(3, 4))
	values, of := make([]float64, 900), Split{Names: []string{"A", "顧客", "C"}, Of: make([]int32, 900)}
	for i := range values {
		values[i], of.Of[i] = math.Round(r.NormFloat64()*40+200), int32(r.IntN(3))
	}
	values[0] = math.NaN()
	h := NewHistogram(pr, &model.Histogram{Title: model.P("Value"), Values: values, Cut: -1}, of)
	if h.stack == nil {
		t.Fatal("mixed segments are not stacked")
	}
	b := h.Bins(80)
	for i, n := range b.Counts {
		counts, total := h.stack.bin(&b, i)
		if total != n {
			t.Errorf("bin %d: %d of %d", i, total, n)
		}
		owners := h.stack.owners(&b, i, 800)
		for g, k := range counts {
			drawn := 0
			for _, o := range owners {
				if o == g {
					drawn++
				}
			}
			if n > 0 && math.Abs(float64(drawn)/800-float64(k)/float64(n)) > .01 {
				t.Errorf("bin %d: segment %d is %d of %d, drawn %d of 800", i, g, k, n, drawn)
			}
		}
	}
	table := h.Table()
	for _, row := range table.Rows {
		sum := 0
		for _, text := range row[4:] {
			sum += number(t, text)
		}
		if sum != number(t, row[2]) {
			t.Errorf("segments of the row %v do not add up", row)
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n := 0
	for _, r := range strings.ReplaceAll(s, ",", "") {
		n = 10*n + int(r-'0')
	}
	return n
}

// Where each interval is one segment nothing is stacked.
func TestPureIntervalsAreNotStacked(t *testing.T) {
	recency, _, of, cuts := crowd(2000)
	h := NewHistogram(wording.English(), &model.Histogram{Title: model.P("Recency"), Values: recency, Cuts: cuts}, of)
	if h.owners == nil || h.stack != nil {
		t.Error("intervals that are segments are stacked")
	}
}

// A grid bears the segments of its cells when they make them, of its rows when
// those are segments, and nothing of cells that are mixed.
func TestGridFindsItsSegments(t *testing.T) {
	pr := wording.English()
	n := 600
	of := Split{Names: []string{"A", "B", "C"}, Of: make([]int32, n)}
	g := &model.Grid{Title: model.P("Customers"), RowTitle: model.P("R"), ColTitle: model.P("F"),
		Rows: []string{"r1", "r2"}, Cols: []string{"f1", "f2", "f3"}, Row: make([]int32, n), Col: make([]int32, n)}
	for i := range n {
		g.Row[i], g.Col[i] = int32(i%2), int32(i%3)
		of.Of[i] = (g.Row[i] + g.Col[i]) % 3
	}
	s := NewGrid(pr, g).Split(of).segments
	for r := range g.Rows {
		for c := range g.Cols {
			if got := s.ofCell(r, c); got != (r+c)%3 {
				t.Errorf("cell %d, %d is of segment %d", r, c, got)
			}
		}
	}
	byRow := Split{Names: of.Names, Of: g.Row}
	if s := NewGrid(pr, g).Split(byRow).segments; !slices.Equal(s.rows, []int{0, 1}) || s.hasCells() || s.cols != nil {
		t.Errorf("rows that are segments: %+v", s)
	}
	mixed := Split{Names: of.Names, Of: make([]int32, n)}
	for i := range mixed.Of {
		mixed.Of[i] = int32(i / 7 % 3)
	}
	if s := NewGrid(pr, g).Split(mixed).segments; s.hasCells() || s.rows != nil {
		t.Errorf("mixed cells: %+v", s)
	}
}

// Dots of ratings are spread, by less than half the way to the next value, and
// no dot crosses a line.
func TestSpreadStaysNearAndOnItsSide(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	n := 4000
	x, y := make([]float64, n), make([]float64, n)
	for i := range n {
		x[i], y[i] = float64(1+r.IntN(7)), float64(1+r.IntN(5))
	}
	x[0] = math.NaN()
	cuts := []float64{3.95, 4}
	s := NewScatter(wording.English(), &model.Scatter{Title: model.P("Answers"), X: x, Y: y, XCuts: cuts, YCuts: []float64{2.5}}, Split{})
	if !s.isSpread {
		t.Fatal("ratings are not spread")
	}
	seen := map[float64]bool{}
	for i, v := range s.px {
		if math.IsNaN(x[i]) != math.IsNaN(v) || math.Abs(v-x[i]) >= .5 || math.Abs(s.py[i]-y[i]) >= .5 {
			t.Fatalf("customer %d at %g, %g is drawn at %g, %g", i, x[i], y[i], v, s.py[i])
		}
		if partOf(cuts, v) != partOf(cuts, x[i]) && !math.IsNaN(v) || partOf(s.yCuts, s.py[i]) != partOf(s.yCuts, y[i]) {
			t.Errorf("customer %d crosses a line: %g to %g", i, x[i], v)
		}
		seen[v] = true
	}
	if len(seen) < n/2 {
		t.Errorf("%d customers stand on %d places", n, len(seen))
	}
	_, money, of, _ := crowd(500)
	if NewScatter(s.pr, &model.Scatter{Title: model.P("Money"), X: money, Y: money}, of).isSpread {
		t.Error("amounts are spread")
	}
}

func TestTableIsReadFurtherRight(t *testing.T) {
	table := Table{Title: "T", Head: []string{"name", "a", "b", "c"}, Words: 1, Rows: [][]string{{"a long name", "1", "2", "3"}}}
	if got := table.From(1); !slices.Equal(got.Head, []string{"name", "b", "c"}) || !slices.Equal(got.Rows[0], []string{"a long name", "2", "3"}) {
		t.Errorf("%+v", got)
	}
	if got := table.From(9); !slices.Equal(got.Head, []string{"name", "c"}) {
		t.Errorf("the last column does not stay: %v", got.Head)
	}
}

// Totals of amounts add up both ways.
func TestMatrixTotals(t *testing.T) {
	pr := wording.English()
	g := NewMatrix(pr, model.P("Money"), model.P("from"), model.P("to"), []string{"a", "b"}, []string{"x", "y"},
		[][]float64{{1.1, -3.2}, {math.NaN(), 2.1}}, model.Plain).WithTotals()
	if !slices.Equal(g.rowTotal, []string{"-2.1", "2.1"}) || !slices.Equal(g.colTotal, []string{"1.1", "-1.1"}) || g.allTotal != "0" {
		t.Errorf("%v, %v, %s", g.rowTotal, g.colTotal, g.allTotal)
	}
}

// Measures that differ in scale are drawn above each other where there is room,
// and else one at a time, chosen by up and down.
func TestSeriesOnScalesOfTheirOwn(t *testing.T) {
	s := NewSeries(wording.English(), &model.Series{Title: model.P("Quality"), XTitle: model.P("clusters"), X: []float64{2, 3, 4}, Chosen: 3,
		Lines: []model.Line{{Name: model.P("silhouette"), Y: []float64{.3, .5, .4}}, {Name: model.P("inertia"), Y: []float64{9000, 5000, 4000}}}})
	th := theme.New(nil, theme.Options{})
	tall, low := strings.Join(s.View(th, 80, 20, Nowhere()), "\n"), s.View(th, 80, 9, Nowhere())
	for _, want := range []string{"silhouette", "inertia", "0.5", "9,000"} {
		if !strings.Contains(tall, want) {
			t.Errorf("both measures: no %q in\n%s", want, tall)
		}
	}
	at := s.Move(Nowhere(), 0, 1, 80, 9)
	if other := s.View(th, 80, 9, at); at.Y != 1 || slices.Equal(low, other) {
		t.Errorf("down leads to line %d", at.Y)
	}
}
