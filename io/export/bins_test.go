package export

import (
	"slices"
	"testing"

	"custseg/model"
)

// Bins begin at round numbers, and every value is in one.
func TestBinsAreRound(t *testing.T) {
	v, err := newView(testDocument(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		values []float64
		most   int
		want   []float64
	}{
		{[]float64{0, 0.07, 0.31, 0.99, 1}, 11, []float64{0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}},
		{[]float64{1, 2, 3, 4, 4}, 14, []float64{1, 2, 3, 4}},
		{[]float64{-130, 12.5, 40, 260, 260}, 5, []float64{-200, -100, 0, 100, 200}},
		{[]float64{7, 7, 7}, 14, []float64{7}},
	} {
		bins := v.bins(&model.Histogram{Values: c.values}, c.most)
		n, got := 0, []float64{}
		for _, b := range bins {
			n, got = n+b.count, append(got, b.from)
		}
		if !slices.Equal(got, c.want) || n != len(c.values) {
			t.Errorf("%v: bins from %v with %d values", c.values, got, n)
		}
	}
}
