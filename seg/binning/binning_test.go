package binning

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var nan, inf = math.NaN(), math.Inf(1)

func TestQuantile7(t *testing.T) {
	sorted := []float64{1, 2, 4, 8, 16, 32}
	for _, c := range []struct{ p, want float64 }{
		{0, 1}, {.2, 2}, {.5, 6}, {.6, 8}, {.9, 24}, {1, 32}, {-1, 1}, {2, 32},
	} {
		if got := Quantile7(sorted, c.p); got != c.want {
			t.Errorf("Quantile7(%g) = %v, want %v", c.p, got, c.want)
		}
	}
	if got := Quantile7(nil, .5); !math.IsNaN(got) {
		t.Errorf("Quantile7 of nothing = %v", got)
	}
	if got := Quantile7([]float64{-math.MaxFloat64, math.MaxFloat64}, .5); got != 0 {
		t.Errorf("Quantile7 over the whole range of float64 = %v, want 0", got)
	}
}

func TestCutsNeverPassTheValuesTheyPart(t *testing.T) {
	a := .1
	b := math.Nextafter(a, 1)
	for p := 0.; p <= 1; p += 1. / 64 {
		if q := Quantile7([]float64{a, b}, p); q < a || q > b {
			t.Errorf("the quantile at %g lies outside its neighbours", p)
		}
	}
}

func TestBins(t *testing.T) {
	nested, _ := Nested([]float64{1, 2, 3, 10, 20, nan, 5, 7}, []int{1, 1, 1, 3, 3, 3, 0, 1}, 2)
	for _, c := range []struct {
		name    string
		got     Bins
		of      []int
		sizes   []int
		cuts    []float64
		missing int
	}{
		{"quantile: a value at the cut is below it", Quantile([]float64{5, 1, 3, 2, 4}, 2),
			[]int{2, 1, 1, 1, 2}, []int{3, 2}, []float64{3}, 0},
		{"quantile: missing values are not counted", Quantile([]float64{nan, 1, inf, 2, -inf, 3}, 3),
			[]int{0, 1, 0, 2, 0, 3}, []int{1, 1, 1}, []float64{5. / 3, 7. / 3}, 3},
		{"quantile: coinciding cuts leave bins empty", Quantile([]float64{1, 1, 1, 1, 1, 1, 2, 3, 9, 9}, 5),
			[]int{1, 1, 1, 1, 1, 1, 4, 4, 5, 5}, []int{6, 0, 0, 2, 2}, []float64{1, 1, 1.4, 4.2}, 0},
		{"quantile: all equal", Quantile([]float64{7, 7, 7}, 4),
			[]int{1, 1, 1}, []int{3, 0, 0, 0}, []float64{7, 7, 7}, 0},
		{"quantile: fewer values than bins", Quantile([]float64{4}, 3),
			[]int{1}, []int{1, 0, 0}, []float64{4, 4}, 0},
		{"quantile: nothing but missing", Quantile([]float64{nan, inf}, 3),
			[]int{0, 0}, []int{0, 0, 0}, nil, 2},
		{"quantile: one bin", Quantile([]float64{3, 1}, 1),
			[]int{1, 1}, []int{2}, []float64{}, 0},
		{"rrfm: the cut is a unit up and begins the next bin", RRFM([]float64{1, 2, 3, 4, 5, 6}, 5),
			[]int{1, 1, 2, 3, 4, 5}, []int{2, 1, 1, 1, 1}, []float64{3, 4, 5, 6}, 0},
		{"rrfm: a cut past the highest value", RRFM([]float64{1, 1, 2, 2}, 4),
			[]int{1, 1, 2, 2}, []int{2, 2, 0, 0}, []float64{2, 2.5, 3}, 0},
		{"rank: right-closed widths of the ranks", Rank([]float64{10, 20, 30, 40, 50, 60}, 5),
			[]int{1, 1, 2, 3, 4, 5}, []int{2, 1, 1, 1, 1}, []float64{20, 30, 40, 50}, 0},
		// Ranks 1 1 1 1 5 6: widths of one from 1.
		{"rank: ties take the lowest rank", Rank([]float64{3, 1, 1, 1, 1, 2}, 5),
			[]int{5, 1, 1, 1, 1, 4}, []int{4, 0, 0, 1, 1}, []float64{1, 1, 1, 2}, 0},
		{"rank: all equal", Rank([]float64{7, nan, 7}, 3),
			[]int{1, 0, 1}, []int{2, 0, 0}, []float64{7, 7}, 1},
		{"rank: nothing but missing", Rank([]float64{nan}, 3),
			[]int{0}, []int{0, 0, 0}, nil, 1},
		{"fixed: a value at the cut is below it", Fixed([]float64{0, 1, 1.5, 3, 4, 9, 10, nan}, []float64{9, 1, 3}),
			[]int{1, 1, 2, 2, 3, 3, 4, 0}, []int{2, 2, 2, 1}, []float64{1, 3, 9}, 1},
		{"nested: by parent, and missing with its parent", nested,
			[]int{1, 1, 2, 1, 2, 0, 0, 2}, []int{3, 3}, nil, 2},
		{"reverse: the lowest values score highest", Reverse(Fixed([]float64{1, 5, nan}, []float64{1, 2})),
			[]int{3, 1, 0}, []int{1, 0, 1}, []float64{1, 2}, 1},
	} {
		if !slices.Equal(c.got.Of, c.of) || !slices.Equal(c.got.Sizes, c.sizes) || c.got.Missing != c.missing ||
			!near(c.got.Cuts, c.cuts) || c.got.K != len(c.sizes) {
			t.Errorf("%s: got %+v, want %v sizes %v cuts %v missing %d", c.name, c.got, c.of, c.sizes, c.cuts, c.missing)
		}
	}
}

func TestNestedCuts(t *testing.T) {
	_, cuts := Nested([]float64{1, 2, 3, 10, 20, 5}, []int{1, 1, 1, 3, 3, -4}, 2)
	if len(cuts) != 4 || cuts[0] != nil || cuts[2] != nil || !near(cuts[1], []float64{2}) || !near(cuts[3], []float64{15}) {
		t.Errorf("cuts = %v", cuts)
	}
	if b, cuts := Nested(nil, nil, 2); len(b.Of) != 0 || cuts != nil {
		t.Errorf("nothing: %+v, cuts %v", b, cuts)
	}
}

func TestOccupiedCountsRealBins(t *testing.T) {
	if got := Quantile([]float64{1, 1, 1, 1, 1, 1, 2, 3, 9, 9}, 5).Occupied(); got != 3 {
		t.Errorf("Occupied = %d, want 3", got)
	}
}

func TestReverseTwiceIsTheSame(t *testing.T) {
	b := Quantile([]float64{1, 2, 3, nan, 3}, 3)
	twice := Reverse(Reverse(b))
	if !slices.Equal(twice.Of, b.Of) || !slices.Equal(twice.Sizes, b.Sizes) || twice.Reversed {
		t.Errorf("got %+v, want %+v", twice, b)
	}
}

// Locate and Bounds must agree with the bins of the values themselves, whatever
// made the bins.
func TestLocateAndBoundsAgreeWithBins(t *testing.T) {
	values := lumpy(2000)
	for name, b := range map[string]Bins{
		"quantile": Quantile(values, 7), "rrfm": RRFM(values, 5), "rank": Rank(values, 10),
		"fixed": Fixed(values, []float64{2, 5, 40}), "reversed": Reverse(Quantile(values, 5)),
		"reversed rrfm": Reverse(RRFM(values, 5)),
	} {
		for i, v := range values {
			bin := b.Of[i]
			if got := b.Locate(v); got != bin {
				t.Fatalf("%s: Locate(%g) = %d, in bin %d", name, v, got, bin)
			}
			if bin == 0 {
				continue
			}
			lower, upper := b.Bounds(bin)
			in := lower < v && v <= upper
			if b.RightOpen {
				in = lower <= v && v < upper
			}
			if !in {
				t.Fatalf("%s: %g is in bin %d of bounds %g, %g", name, v, bin, lower, upper)
			}
		}
	}
	nested, _ := Nested([]float64{1, 2}, []int{1, 1}, 2)
	if lower, upper := nested.Bounds(1); !math.IsNaN(lower) || !math.IsNaN(upper) || nested.Locate(1) != 0 {
		t.Error("nested bins have no common cuts, yet Bounds or Locate found some")
	}
}

func TestOrderOfValuesDoesNotMatter(t *testing.T) {
	values := lumpy(3000)
	shuffled := rand.New(rand.NewPCG(9, 9)).Perm(len(values))
	moved := make([]float64, len(values))
	for i, from := range shuffled {
		moved[i] = values[from]
	}
	for name, bin := range map[string]func([]float64) []int{
		"quantile": func(v []float64) []int { return Quantile(v, 5).Of },
		"rrfm":     func(v []float64) []int { return RRFM(v, 5).Of },
		"rank":     func(v []float64) []int { return Rank(v, 5).Of },
		"nested": func(v []float64) []int {
			b, _ := Nested(v, Fixed(v, []float64{1, 3}).Of, 4)
			return b.Of
		},
	} {
		of, movedOf := bin(values), bin(moved)
		for i, from := range shuffled {
			if movedOf[i] != of[from] {
				t.Fatalf("%s: value %g is in bin %d, after shuffling in %d", name, moved[i], of[from], movedOf[i])
			}
		}
	}
}

func TestPercentile(t *testing.T) {
	got := Percentile([]float64{10, nan, 30, 20, 20, -inf})
	if want := []float64{.125, nan, .875, .5, .5, nan}; !near(got, want) {
		t.Errorf("Percentile = %v, want %v", got, want)
	}
}

// lumpy returns values with many ties and some missing, as orders per customer
// have.
func lumpy(n int) []float64 {
	r := rand.New(rand.NewPCG(3, 4))
	values := make([]float64, n)
	for i := range values {
		values[i] = math.Floor(math.Exp(2 * r.NormFloat64()))
		if r.IntN(50) == 0 {
			values[i] = nan
		}
	}
	return values
}

// near compares to 1e-12, NaN equal to NaN.
func near(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool {
		return math.IsNaN(x) && math.IsNaN(y) || math.Abs(x-y) <= 1e-12*max(1, math.Abs(y))
	})
}

func BenchmarkBins250k(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	money, parent := make([]float64, 250_000), make([]int, 250_000)
	for i := range money {
		money[i], parent[i] = math.Round(r.ExpFloat64()*1e5)/100, 1+r.IntN(25)
	}
	for _, c := range []struct {
		name string
		run  func()
	}{
		{"quantile", func() { Quantile(money, 5) }},
		{"rrfm", func() { RRFM(money, 5) }},
		{"rank", func() { Rank(money, 5) }},
		{"nested", func() { Nested(money, parent, 5) }},
		{"fixed", func() { Fixed(money, []float64{100, 300, 900, 2700}) }},
		{"percentile", func() { Percentile(money) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				c.run()
			}
		})
	}
}
