package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSortFloats(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for _, n := range []int{0, 1, 2047, 2048, 20000} {
		v := make([]float64, n)
		for i := range v {
			switch r.IntN(4) {
			case 0:
				v[i] = math.Float64frombits(r.Uint64())
				if !finite(v[i]) {
					v[i] = -math.MaxFloat64
				}
			case 1:
				v[i] = float64(r.IntN(20) - 10)
			default:
				v[i] = r.NormFloat64()
			}
		}
		want := slices.Clone(v)
		slices.Sort(want)
		sortFloats(v)
		if !slices.Equal(v, want) {
			t.Errorf("%d numbers are not sorted", n)
		}
	}
}

// R: quantile(c(1:10), c(0, .1, .25, .5, .9, 1)) of type 7.
func TestQuantile(t *testing.T) {
	s := NewSample([]float64{10, 9, 8, 7, 6, math.NaN(), 5, 4, 3, 2, 1, math.Inf(-1)})
	if s.N() != 10 || s.Missing() != 2 {
		t.Errorf("n %d, %d missing; want 10, 2", s.N(), s.Missing())
	}
	for p, want := range map[float64]float64{0: 1, .1: 1.9, .25: 3.25, .5: 5.5, .9: 9.1, 1: 10} {
		if got := s.Quantile(p); math.Abs(got-want) > 1e-12 {
			t.Errorf("Quantile(%v) = %v, want %v", p, got, want)
		}
	}
	if s.Below(3) != 2 || s.UpTo(3) != 3 {
		t.Errorf("%d below 3, %d up to 3; want 2, 3", s.Below(3), s.UpTo(3))
	}
	if got := NewSample(nil).Quantile(.5); !math.IsNaN(got) {
		t.Errorf("the median of nothing is %v", got)
	}
}

func TestSummarise(t *testing.T) {
	values := make([]float64, 101)
	for i := range values {
		values[i] = float64(100 - i)
	}
	got := Summarise(append(values, math.NaN()))
	if want := (Summary{101, 1, 0, 5, 25, 50, 75, 95, 100}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
