package cluster

import (
	"math"
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
		for i, v := range x.Data {
			if one := scaling.Apply(i%x.Cols, v); one != got.Data[i] {
				t.Errorf("%s: value %d alone is %v, among all %v", c.scale, i, one, got.Data[i])
			}
		}
		for i, v := range scaling.Invert(got).Data {
			if math.Abs(v-x.Data[i]) > 1e-12 {
				t.Errorf("%s: value %d comes back as %v, was %v", c.scale, i, v, x.Data[i])
			}
		}
	}
}

func TestWinsorLimits(t *testing.T) {
	low, high := WinsorLimits([]float64{10, nan, 0, 20, math.Inf(1), 1000, 30}, .25, .75)
	if low != 10 || high != 30 {
		t.Errorf("%v to %v, want 10 to 30", low, high)
	}
}

func TestLog1pIsOdd(t *testing.T) {
	for v, want := range map[float64]float64{math.E - 1: 1, 0: 0, 1 - math.E: -1, math.Inf(-1): math.Inf(-1)} {
		if got := Log1p(v); !near(got, want, 1e-12) {
			t.Errorf("of %v: %v, want %v", v, got, want)
		}
	}
	if got := Log1p(nan); !math.IsNaN(got) {
		t.Errorf("of a missing value: %v", got)
	}
}
