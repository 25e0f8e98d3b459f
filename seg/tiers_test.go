package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestTiers(t *testing.T) {
	for _, c := range []struct {
		name            string
		values, weights []float64
		of              []int32
		cuts            []float64
	}{
		{"by share", []float64{1, 10, 2, 9, 3, 8, 4, 7, 5, 6}, []float64{20, 30, 50}, []int32{2, 0, 2, 0, 2, 1, 2, 1, 2, 1}, []float64{6, 9}},
		{"weights are a proportion", []float64{4, 3, 2, 1}, []float64{1, 1, 2}, []int32{0, 1, 2, 2}, []float64{3, 4}},
		{"equal values stay together, in the tier of their middle", []float64{9, 5, 5, 5, 1}, []float64{20, 30, 50}, []int32{0, 1, 1, 1, 2}, []float64{5, 9}},
		{"all equal", []float64{5, 5, 5, 5}, []float64{20, 30, 50}, []int32{1, 1, 1, 1}, nil},
		{"a tier of none", []float64{3, 2, 1}, []float64{1, 0, 2}, []int32{0, 2, 2}, []float64{3}},
		{"missing", []float64{nan, 3, 2, inf, 1}, []float64{1, 1, 1}, []int32{-1, 0, 1, -1, 2}, []float64{2, 3}},
		{"nobody", []float64{nan}, []float64{1, 1, 1}, []int32{-1}, nil},
	} {
		got := topTiers(c.values, c.weights)
		if !slices.Equal(got.of, c.of) || !slices.Equal(got.cuts(), c.cuts) {
			t.Errorf("%s: %v cut at %v, want %v at %v", c.name, got.of, got.cuts(), c.of, c.cuts)
		}
	}
	rules := topTiers([]float64{5, 5, 5, 1}, []float64{20, 30, 50}).rules(model.P("Value"))
	wantText(t, english(rules[0]), "20% of customers by Value; nobody")
	wantText(t, english(rules[1]), "the next 30% of customers by Value: 5 or more")
	wantText(t, english(rules[2]), "the last 50%")
}
