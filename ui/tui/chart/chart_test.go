package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

func TestNewKnowsEveryChart(t *testing.T) {
	for _, c := range []model.Chart{&model.Histogram{}, &model.Grid{}, &model.Curve{}, &model.Scatter{}, &model.Series{}, &model.Bars{}, &model.Tree{}} {
		if New(english, c, Split{}) == nil {
			t.Errorf("%T has no widget", c)
		}
	}
}

// Whatever is under the cursor, together the places of a chart hold each
// customer drawn once.
func TestMembersOfAllPlaces(t *testing.T) {
	const w, h = 80, 20
	b := newBase(2000)
	known := 0
	for _, s := range b.split.Of {
		if s >= 0 {
			known++
		}
	}
	all := func(c Chart, places []Cursor) int {
		seen := map[int32]int{}
		for _, at := range places {
			for _, i := range c.Members(at, w, h) {
				seen[i]++
			}
		}
		for i, n := range seen {
			if n > 1 {
				t.Errorf("%T: customer %d is in %d places", c, i, n)
			}
		}
		return len(seen)
	}
	plane := func(nx, ny int) (out []Cursor) {
		for x := -1; x <= nx; x++ {
			for y := -1; y <= ny; y++ {
				out = append(out, Cursor{x, y, -1})
			}
		}
		return out
	}
	line := func(n int) (out []Cursor) {
		for x := -1; x <= n; x++ {
			out = append(out, Cursor{x, -1, -1})
		}
		return out
	}
	if got := all(b.histogram(), line(w)); got != known {
		t.Errorf("the bins hold %d of %d customers", got, known)
	}
	if got := all(b.grid(), plane(5, 5)); got != known {
		t.Errorf("the grid holds %d of %d customers", got, known)
	}
	s := b.scatter()
	if got, want := all(s, plane(w, h)), s.n-s.outside; got != want {
		t.Errorf("the cells of the scatter hold %d of %d customers", got, want)
	}
	rows := func(n int) (out []Cursor) {
		for y := -1; y <= n; y++ {
			out = append(out, Cursor{-1, y, -1})
		}
		return out
	}
	if got := all(b.segmentAmounts(), rows(5)); got != known {
		t.Errorf("the bars hold %d of %d customers", got, known)
	}
	leaves := []Cursor{{-1, 2, -1}, {-1, 4, -1}, {-1, 5, -1}, {-1, 7, -1}, {-1, 8, -1}}
	if got := all(b.tree(), leaves); got != known {
		t.Errorf("the leaves hold %d of %d customers", got, known)
	}
	if got := len(b.tree().Members(Cursor{-1, 0, -1}, w, h)); got != known {
		t.Errorf("the root holds %d of %d customers", got, known)
	}
	if got := b.boxes().Members(Cursor{-1, 0, -1}, w, h); len(got) != 2000 {
		t.Errorf("the row of all customers holds %d", len(got))
	}
	if got := b.boxes().Members(Cursor{-1, 2, -1}, w, h); !slices.Equal(got, members(b.split.Of, 1)) {
		t.Errorf("the row of the second segment holds %d customers", len(got))
	}
}

func members(of []int32, s int32) (out []int32) {
	for i, k := range of {
		if k == s {
			out = append(out, int32(i))
		}
	}
	return out
}

// The crosshair of a Pareto curve at 20 % stands for the 20 % of the customers
// with most value.
func TestCurveMembers(t *testing.T) {
	b := newBase(2000)
	c := b.pareto()
	got := c.Members(Cursor{20, -1, -1}, 80, 20)
	if len(got) != 400 || !slices.IsSorted(got) {
		t.Fatalf("%d customers up to 20 %%, want 400 in ascending order", len(got))
	}
	least := math.Inf(1)
	for _, i := range got {
		least = min(least, b.money[i])
	}
	above := 0
	for _, v := range b.money {
		if v > least {
			above++
		}
	}
	if above >= 400 {
		t.Errorf("%d customers have more than the least of the top 400", above)
	}
	if n := len(c.Members(Cursor{100, -1, -1}, 80, 20)); n != 2000 {
		t.Errorf("%d customers up to the end", n)
	}
}

func TestCurveBeginsAtTheOrigin(t *testing.T) {
	c := NewCurve(english, &model.Curve{X: []float64{.5, 1}, Y: []float64{.8, 1}, Order: []int32{1, 0}, XUnit: model.Percent, Diagonal: true}, Split{})
	if c.value(0) != 0 || c.value(.25) != .4 || c.rank(0) != 0 || c.rank(.5) != 1 {
		t.Errorf("at 0 %v, at 25 %% %v; %d and %d customers", c.value(0), c.value(.25), c.rank(0), c.rank(.5))
	}
}

// A curve that begins at the origin has a point more than customers, and a
// thinned one fewer.
func TestCurveRank(t *testing.T) {
	order := []int32{3, 1, 0, 2}
	for name, x := range map[string][]float64{"one to one": {.25, .5, .75, 1}, "with origin": {0, .25, .5, .75, 1}, "thinned": {0, .5, 1}} {
		y := make([]float64, len(x))
		c := NewCurve(english, &model.Curve{X: x, Y: y, Order: order, XUnit: model.Percent}, Split{})
		if got := c.rank(.5); got != 2 {
			t.Errorf("%s: %d customers up to half, want 2", name, got)
		}
	}
}

func TestMoveStaysOnTheChart(t *testing.T) {
	for _, p := range append(pictures(), oddities()...) {
		at := Nowhere()
		for _, d := range [][2]int{{1, 0}, {0, 1}, {500, 0}, {0, 500}, {1, 1}, {-1000, -1000}} {
			at = p.c.Move(at, d[0], d[1], 80, 15)
		}
		if at.X > 0 || at.Y > 0 {
			t.Errorf("%s: far to the left and up the cursor is at %+v", p.name, at)
		}
	}
	h := newBase(100).histogram()
	if at := h.Move(Cursor{-1, -1, 2}, 9, 0, 80, 15); at.Cut != 3 {
		t.Errorf("right of cut 2 of 4 is cut %d", at.Cut)
	}
	if at := h.Move(Nowhere(), 1, 0, 80, 15); at.X != 0 {
		t.Errorf("the first move enters at bin %d", at.X)
	}
}

func TestOwnersOfIntervals(t *testing.T) {
	values := []float64{1, 1, 2, 2, 3, 3, 3, 4, 5, math.NaN()}
	names := []string{"low", "high"}
	for _, c := range []struct {
		name   string
		of     []int32
		owners []int
		bound  float64
	}{
		{"the cut closes its interval", []int32{0, 0, 0, 0, 0, 0, 0, 1, 1, -1}, []int{0, 1}, 3},
		{"the cut opens the next", []int32{0, 0, 0, 0, 1, 1, 1, 1, 1, -1}, []int{0, 1}, math.Nextafter(3, 0)},
		{"reversed", []int32{1, 1, 1, 1, 1, 1, 1, 0, 0, -1}, []int{1, 0}, 3},
		{"mixed", []int32{0, 1, 0, 1, 0, 1, 0, 1, 0, -1}, nil, 3},
	} {
		own, bounds := owners(values, []float64{3}, Split{names, c.of})
		if !slices.Equal(own, c.owners) || bounds[0] != c.bound {
			t.Errorf("%s: %v up to %v, want %v up to %v", c.name, own, bounds, c.owners, c.bound)
		}
	}
}

func TestScatterSample(t *testing.T) {
	n := 20000
	m := &model.Scatter{X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		m.X[i], m.Y[i] = float64(i%100), float64(i)
	}
	m.X[0] = math.NaN()
	a, b := NewScatter(english, m, Split{}), NewScatter(english, m, Split{})
	if !slices.Equal(a.drawn, b.drawn) {
		t.Error("two samples of the same customers differ")
	}
	if len(a.drawn) != mostDots || !slices.IsSorted(a.drawn) || a.drawn[0] == 0 {
		t.Errorf("%d drawn, the first is %d", len(a.drawn), a.drawn[0])
	}
	// Each half of the customers gets about half of the dots: five standard
	// deviations of the hypergeometric distribution are 153.
	half, _ := slices.BinarySearch(a.drawn, int32(n/2))
	if abs(half-mostDots/2) > 153 {
		t.Errorf("%d of %d dots are from the first half", half, mostDots)
	}
	if !strings.Contains(a.View(plain(), 80, 15, Nowhere())[0], "5,000 of 19,999 shown") {
		t.Error("the view does not say that it shows a sample")
	}
}

func TestSeriesScales(t *testing.T) {
	if !quality(1).shared || quality(2).shared {
		t.Error("lines of one magnitude share a scale, others do not")
	}
	far := NewSeries(english, &model.Series{X: []float64{1, 2}, Lines: []model.Line{{Y: []float64{0, 1}}, {Y: []float64{.5, 2}}, {Y: []float64{math.NaN(), math.NaN()}}}})
	if !far.shared {
		t.Error("a line without values parts the scales")
	}
}

// Up and down walk the lines of a tree, left and right its levels.
func TestTreeMoves(t *testing.T) {
	tree := newBase(100).tree()
	for _, c := range []struct{ from, dx, dy, want int }{
		{-1, 0, 1, 0}, {-1, 1, 0, 0}, {0, 0, 1, 1}, {1, 1, 0, 2}, {5, -1, 0, 3}, {3, -1, 0, 1}, {0, -1, 0, 0}, {2, 1, 0, 2}, {8, 0, 1, 8},
	} {
		if at := tree.Move(Cursor{-1, c.from, -1}, c.dx, c.dy, 80, 20); at.Y != c.want {
			t.Errorf("from %d by %d, %d to %d, want %d", c.from, c.dx, c.dy, at.Y, c.want)
		}
	}
	if got := tree.Place(Cursor{-1, 3, -1}, 80, 20); got != "tenure < 12 and contract is yearly or for two years, or not known" {
		t.Errorf("the place of a question is %q", got)
	}
	if got := tree.Place(Cursor{-1, 2, -1}, 80, 20); got != "Lost" {
		t.Errorf("the place of a leaf is %q", got)
	}
}

// The parts of a plot bear the segments that its lines make, and none when the
// lines do not make them.
func TestScatterParts(t *testing.T) {
	m := &model.Scatter{X: []float64{1, 2, 3, 4, math.NaN()}, Y: []float64{9, 1, 9, 1, 1}, XCuts: []float64{3}, YCuts: []float64{5}}
	names := []string{"a", "b", "c", "d"}
	if got := NewScatter(english, m, Split{names, []int32{0, 1, 2, 3, -1}}).parts; !slices.Equal(got, []int{1, 3, 0, 2}) {
		t.Errorf("parts %v", got)
	}
	m.XCuts = []float64{10}
	if got := NewScatter(english, m, Split{names, []int32{0, 1, 2, 3, -1}}).parts; got != nil {
		t.Errorf("lines that part no segments have parts %v", got)
	}
}

func TestSeriesShareAScaleWhenAsked(t *testing.T) {
	lines := []model.Line{{Y: []float64{1, 2}}, {Y: []float64{1000, 2000}}}
	if NewSeries(english, &model.Series{X: []float64{1, 2}, Lines: lines}).shared {
		t.Error("lines of other magnitudes share a scale")
	}
	if !NewSeries(english, &model.Series{X: []float64{1, 2}, Lines: lines, OneScale: true}).shared {
		t.Error("one scale was asked for")
	}
}
