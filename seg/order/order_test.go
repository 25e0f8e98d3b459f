package order

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTiesKeepPositionAndMissingIsLeftOut(t *testing.T) {
	values := []float64{2, math.NaN(), -1, 2, math.Inf(1), 0, math.Copysign(0, -1), math.Inf(-1), -1}
	if got, want := Ascending(values), []int32{2, 8, 5, 6, 0, 3}; !slices.Equal(got, want) {
		t.Errorf("Ascending = %v, want %v", got, want)
	}
	if got, want := Descending(values), []int32{0, 3, 5, 6, 2, 8}; !slices.Equal(got, want) {
		t.Errorf("Descending = %v, want %v", got, want)
	}
	if got := Ascending(nil); len(got) != 0 {
		t.Errorf("Ascending(nil) = %v", got)
	}
}

func TestRadixAgreesWithComparison(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	kinds := map[string]func() float64{
		"any finite": func() float64 {
			for {
				if v := math.Float64frombits(r.Uint64()); Finite(v) {
					return v
				}
			}
		},
		"days":     func() float64 { return float64(r.IntN(400)) },
		"money":    func() float64 { return math.Round(r.NormFloat64()*1e4) / 100 },
		"constant": func() float64 { return 7 },
	}
	for name, draw := range kinds {
		values := make([]float64, 5000)
		for i := range values {
			values[i] = draw()
		}
		want := make([]int32, len(values))
		for i := range want {
			want[i] = int32(i)
		}
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(values[a], values[b]) })
		if !slices.Equal(Ascending(values), want) {
			t.Errorf("%s: Ascending differs from a stable comparison sort", name)
		}
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(a, b) })
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(values[b], values[a]) })
		if !slices.Equal(Descending(values), want) {
			t.Errorf("%s: Descending differs from a stable comparison sort", name)
		}
	}
}

func TestValuesAreSorted(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, n := range []int{0, 5, 5000} {
		values := []float64{math.NaN(), math.Inf(1), math.Copysign(0, -1), math.Inf(-1)}
		for range n {
			values = append(values, math.Round(r.NormFloat64()*1e4)/100)
		}
		want := slices.Clone(values[1:])
		want[1] = 0
		slices.Sort(want)
		if got := Values(values); !slices.Equal(got, want) || math.Signbit(got[slices.Index(got, 0)]) {
			t.Errorf("%d: Values = %v, want %v", n, got, want)
		}
		if got := FiniteValues(values); !slices.Equal(got, want[1:len(want)-1]) {
			t.Errorf("%d: FiniteValues = %v, want %v", n, got, want[1:len(want)-1])
		}
	}
}

func BenchmarkAscending(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	values := make([]float64, 250_000)
	for i := range values {
		values[i] = r.ExpFloat64() * 1000
	}
	b.Run("250k", func(b *testing.B) {
		for b.Loop() {
			Ascending(values)
		}
	})
}

// One of five is below 2, and half of the two that equal it count; a value
// between has those below alone.
func TestMidRank(t *testing.T) {
	for v, want := range map[float64]float64{0: 0, 1: .1, 2: .4, 3: .6, 4: .7, 9: .9, 10: 1} {
		if got := MidRank([]float64{1, 2, 2, 4, 9}, v); math.Abs(got-want) > 1e-12 {
			t.Errorf("of %v: %v, want %v", v, got, want)
		}
	}
}

func TestRowsGoByColumnsInTurn(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	first := []float64{2, nan, 1, 2, math.Copysign(0, -1), 0, nan, 1, -inf}
	second := []float64{1, 5, 9, 0, 3, 2, 4, 9, 0}
	rows := []int32{0, 1, 2, 3, 4, 5, 6, 7, 8}
	Rows(rows, first, second)
	if want := []int32{8, 5, 4, 2, 7, 3, 0, 6, 1}; !slices.Equal(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
	some := []int32{7, 2, 0}
	Rows(some, first, second)
	if want := []int32{7, 2, 0}; !slices.Equal(some, want) {
		t.Errorf("some rows %v, want %v: equal ones stay as they were", some, want)
	}
}

// TestRanked holds the values at places against those of a sort.
func TestRanked(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for name, draw := range map[string]func() float64{
		"money":  func() float64 { return math.Round(r.ExpFloat64()*1e4-2e3) / 100 },
		"counts": func() float64 { return float64(r.IntN(4)) },
		"few":    func() float64 { return 7 },
		"anything": func() float64 {
			return []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.Copysign(0, -1), 0, -3, r.NormFloat64()}[r.IntN(7)]
		},
	} {
		for _, n := range []int{0, 1, 2, 1000, 20_000} {
			values := make([]float64, n)
			for i := range values {
				values[i] = draw()
			}
			for _, c := range []struct {
				sorted []float64
				ranked func([]float64, func(int) []int) (map[int]Standing, int)
			}{{FiniteValues(values), Ranked}, {Values(values), RankedAll}} {
				got, all := c.ranked(values, func(n int) []int {
					if n == 0 {
						return nil
					}
					return []int{n - 1, 0, n / 2, n / 2, n / 3}
				})
				if all != len(c.sorted) || (all > 0) != (len(got) > 0) {
					t.Errorf("%s: %d of %d values", name, all, len(c.sorted))
				}
				for place, v := range got {
					if math.Float64bits(v.Value) != math.Float64bits(c.sorted[place]) {
						t.Errorf("%s: %v at place %d of %d, want %v", name, v, place, all, c.sorted[place])
					}
					upTo := 0
					for upTo < all && c.sorted[upTo] <= v.Value {
						upTo++
					}
					if v.UpTo != upTo {
						t.Errorf("%s: %d of %d are at most %v, want %d", name, v.UpTo, all, v.Value, upTo)
					}
				}
			}
		}
	}
}
