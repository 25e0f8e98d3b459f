package cluster

import (
	"math"
	"slices"
	"testing"
)

func TestStandardize(t *testing.T) {
	x := FromColumns([]float64{1, 3, 5}, []float64{.1, .1, .1}, []float64{-4, 0, 4})
	third := math.Sqrt(1.5)
	for _, c := range []struct {
		scale Scale
		want  []float64
	}{
		{ZScore, []float64{-third, 0, -third, 0, 0, 0, third, 0, third}},
		{MinMax, []float64{0, 0, 0, .5, 0, .5, 1, 0, 1}},
		{Unscaled, x.Data},
	} {
		got, scaling := Standardize(x, c.scale)
		for i := range c.want {
			if math.Abs(got.Data[i]-c.want[i]) > 1e-12 {
				t.Errorf("%s: %v, want %v", c.scale, got.Data, c.want)
				break
			}
		}
		for i, v := range scaling.Invert(got).Data {
			if math.Abs(v-x.Data[i]) > 1e-12 {
				t.Errorf("%s: value %d comes back as %v, was %v", c.scale, i, v, x.Data[i])
			}
		}
	}
}

func TestWinsorize(t *testing.T) {
	got := Winsorize([]float64{10, nan, 0, 20, math.Inf(1), 1000, 30}, .25, .75)
	want := []float64{10, nan, 10, 20, math.Inf(1), 30, 30}
	if !slices.EqualFunc(got, want, func(a, b float64) bool { return near(a, b, 1e-12) }) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLog1pIsOdd(t *testing.T) {
	got := Log1p([]float64{math.E - 1, 0, 1 - math.E, nan, math.Inf(-1)})
	want := []float64{1, 0, -1, nan, math.Inf(-1)}
	if !slices.EqualFunc(got, want, func(a, b float64) bool { return near(a, b, 1e-12) }) {
		t.Errorf("got %v, want %v", got, want)
	}
}
