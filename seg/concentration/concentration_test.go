package concentration

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var nan, inf = math.NaN(), math.Inf(1)

func TestParetoSortsAndCumulates(t *testing.T) {
	c := Pareto([]float64{10, nan, 50, -5, 10, 30, inf, 0})
	if want := []int32{2, 5, 0, 4, 7, 3}; !slices.Equal(c.Order, want) {
		t.Errorf("Order = %v, want %v", c.Order, want)
	}
	if want := []float64{.5, .8, .9, 1, 1, 1}; !near(c.Shares, want) {
		t.Errorf("Shares = %v, want %v", c.Shares, want)
	}
	if c.Total != 100 || c.Positive != 4 || c.Missing != 2 {
		t.Errorf("Total %v, Positive %d, Missing %d", c.Total, c.Positive, c.Missing)
	}
	if want := []float64{1. / 6, 2. / 6, 3. / 6, 4. / 6, 5. / 6, 1}; !near(c.Customers(), want) {
		t.Errorf("Customers = %v, want %v", c.Customers(), want)
	}
}

func TestWithin(t *testing.T) {
	for _, c := range []struct {
		name     string
		values   []float64
		limit    float64
		crossing bool
		want     int
	}{
		{"below the limit", []float64{50, 30, 15, 5}, .79, false, 1},
		{"at the limit", []float64{50, 30, 15, 5}, .8, false, 2},
		{"the one who crosses", []float64{50, 30, 15, 5}, .79, true, 2},
		{"nobody crosses a limit that is met", []float64{50, 30, 15, 5}, .8, true, 2},
		{"fifths, whose sum rounds", []float64{.1, .1, .1, .1, .1}, .8, false, 4},
		{"fifths, crossing", []float64{.1, .1, .1, .1, .1}, .8, true, 4},
		{"the first holds nearly all", []float64{98, 1, 1}, .8, false, 0},
		{"the first crosses", []float64{98, 1, 1}, .8, true, 1},
		{"all, but not those without", []float64{3, 1, 0, -2}, 1, true, 2},
		{"nothing of nothing", []float64{0, -1}, .8, true, 0},
		{"no limit", []float64{3, 1}, 0, true, 0},
	} {
		if got := Pareto(c.values).Within(c.limit, c.crossing); got != c.want {
			t.Errorf("%s: Within(%g, %v) = %d, want %d", c.name, c.limit, c.crossing, got, c.want)
		}
	}
}

func TestTopShare(t *testing.T) {
	tens := make([]float64, 100)
	for i := range tens {
		tens[i] = 1
	}
	for _, c := range []struct {
		values  []float64
		p, want float64
	}{
		{[]float64{50, 30, 15, 5}, .25, .5},
		{[]float64{50, 30, 15, 5}, .2, .5}, // ⌈0.8⌉ customers
		{[]float64{50, 30, 15, 5}, .26, .8},
		{[]float64{50, 30, 15, 5}, 0, 0},
		{[]float64{50, 30, 15, 5}, 1, 1},
		{[]float64{50, 30, 15, 5}, 2, 1},
		{tens, .07, .07}, // 100·.07 rounds to more than 7
		{[]float64{60, 40, -10, 0, nan}, .5, 1},
	} {
		if got := Pareto(c.values).TopShare(c.p); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("TopShare(%g) of %v = %v, want %v", c.p, c.values, got, c.want)
		}
	}
}

func TestGini(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{[]float64{1, 1, 1}, 0},
		{[]float64{.1, .1, .1, .1, .1, .1, .1}, 0},
		{[]float64{0, 0, 0, 8}, .75},
		{[]float64{1, 2, 3, 4, 5}, 4. / 15},
		{[]float64{-3, 0, 0, 8, nan}, .75}, // a negative value holds nothing
		{[]float64{5}, 0},
	} {
		if got := Pareto(c.values).Gini(); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("Gini of %v = %v, want %v", c.values, got, c.want)
		}
	}
}

// The coefficient must be that of the definition by pairs, Σᵢⱼ|xᵢ-xⱼ|/(2n²·x̄).
func TestGiniIsTheMeanDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	values := make([]float64, 200)
	sum, pairs := 0., 0.
	for i := range values {
		values[i] = math.Exp(r.NormFloat64())
		sum += values[i]
		for _, v := range values[:i] {
			pairs += 2 * math.Abs(v-values[i])
		}
	}
	want := pairs / (2 * float64(len(values)) * sum)
	if got := Pareto(values).Gini(); math.Abs(got-want) > 1e-12 {
		t.Errorf("Gini = %v, want %v", got, want)
	}
}

func TestLorenzMirrorsPareto(t *testing.T) {
	x, y := Pareto([]float64{50, 30, 15, 5}).Lorenz()
	if !near(x, []float64{0, .25, .5, .75, 1}) || !near(y, []float64{0, .05, .2, .5, 1}) {
		t.Errorf("Lorenz = %v, %v", x, y)
	}
	if x, y := Pareto(nil).Lorenz(); !near(x, []float64{0}) || !near(y, []float64{0}) {
		t.Errorf("Lorenz of nothing = %v, %v", x, y)
	}
}

func TestNothingToShareIsNaN(t *testing.T) {
	for _, values := range [][]float64{nil, {0, 0}, {-1, -2}, {nan}} {
		c := Pareto(values)
		if !math.IsNaN(c.Gini()) || !math.IsNaN(c.TopShare(.2)) || c.Total != 0 {
			t.Errorf("%v: Gini %v, TopShare %v, Total %v", values, c.Gini(), c.TopShare(.2), c.Total)
		}
	}
}

func near(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return math.Abs(x-y) <= 1e-12 })
}

func BenchmarkPareto(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, 250_000)
	for i := range values {
		values[i] = math.Round(r.ExpFloat64()*1e5) / 100
	}
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			Pareto(values).Gini()
		}
	})
}

func TestUnplacedIsTheParetoCurveWithoutPlaces(t *testing.T) {
	for _, values := range [][]float64{nil, {3, -1, math.NaN(), 7, 3, math.Inf(1), 0}, {0, 0}, {5}} {
		got, want := Unplaced(values), Pareto(values)
		same := slices.EqualFunc(got.Shares, want.Shares, func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) })
		if got.Order != nil || !same || got.Total != want.Total || got.Positive != want.Positive || got.Missing != want.Missing {
			t.Errorf("%v: %+v, want %+v", values, got, want)
		}
	}
}
