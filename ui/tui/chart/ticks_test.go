package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		whole  bool
		want   []float64
	}{
		{0, 100, 5, false, []float64{0, 25, 50, 75, 100}},
		{0, 100, 6, false, []float64{0, 20, 40, 60, 80, 100}},
		{0, 10, 5, true, []float64{0, 5, 10}},
		{0, 3, 10, true, []float64{0, 1, 2, 3}},
		{-1, 1, 5, false, []float64{-1, -.5, 0, .5, 1}},
		{.1, .5, 5, false, []float64{.1, .2, .3, .4, .5}},
		{7, 7, 5, false, []float64{7}},
		{1e15, 1e15 + 1, 5, false, []float64{1e15}},
		{-1e308, 1.7e308, 5, false, []float64{-1e308}},
	} {
		if got := Ticks(c.lo, c.hi, c.n, c.whole); !slices.Equal(got, c.want) {
			t.Errorf("Ticks(%v, %v, %d, %v) = %v, want %v", c.lo, c.hi, c.n, c.whole, got, c.want)
		}
	}
}

// Ticks are within the range, as many as asked for at most, and at least one.
func TestTicksOfAnyRange(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 5000 {
		lo := (r.Float64() - .5) * math.Pow10(r.IntN(40)-20)
		hi := lo + r.Float64()*math.Pow10(r.IntN(40)-20)
		n := 2 + r.IntN(12)
		for _, got := range [][]float64{Ticks(lo, hi, n, false), Ticks(lo, hi, n, true)} {
			if len(got) > n || !slices.IsSorted(got) {
				t.Fatalf("Ticks(%v, %v, %d) = %v", lo, hi, n, got)
			}
			for _, v := range got {
				if v < lo || v > hi {
					t.Fatalf("Ticks(%v, %v, %d) = %v", lo, hi, n, got)
				}
			}
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		n      int
		want   []float64
	}{
		{1, 100, 7, []float64{1, 2, 5, 10, 20, 50, 100}},
		{1, 100, 4, []float64{1, 10, 100}},
		{.5, 1e6, 4, []float64{1, 100, 1e4, 1e6}},
		{12, 19, 8, []float64{12, 13, 14, 15, 16, 17, 18, 19}},
	} {
		if got := LogTicks(c.lo, c.hi, c.n); !slices.Equal(got, c.want) {
			t.Errorf("LogTicks(%v, %v, %d) = %v, want %v", c.lo, c.hi, c.n, got, c.want)
		}
	}
}
