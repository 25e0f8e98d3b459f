package magnitude_test

import (
	"math"
	"slices"
	"testing"

	"custseg/seg/magnitude"
)

func TestUnit(t *testing.T) {
	for _, c := range []struct {
		values  []float64
		largest float64 // in the unit
	}{
		{nil, 0}, {[]float64{0, math.NaN()}, 0}, {[]float64{3, -7e99}, 7e99}, {[]float64{1e-99}, 1e-99},
		{[]float64{math.Ldexp(3, 900), math.Inf(1)}, 1.5}, {[]float64{-math.Ldexp(5, -900)}, 1.25}, {[]float64{math.MaxFloat64}, math.MaxFloat64 / math.Ldexp(1, 1023)},
		{[]float64{5e-324}, 1},
	} {
		largest := 0.
		for _, v := range magnitude.In(magnitude.Unit(c.values), c.values) {
			if size := math.Abs(v); size < math.Inf(1) {
				largest = max(largest, size)
			}
		}
		if largest != c.largest {
			t.Errorf("%v: the largest is %v in its unit, want %v", c.values, largest, c.largest)
		}
	}
}

func TestInOneIsTheSame(t *testing.T) {
	values := []float64{1, 2}
	if got := magnitude.In(1, values); &got[0] != &values[0] {
		t.Error("values are copied for nothing")
	}
	if got := magnitude.In(4, values); !slices.Equal(got, []float64{.25, .5}) {
		t.Errorf("in fours %v", got)
	}
}
