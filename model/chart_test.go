package model

import (
	"math"
	"testing"
)

func TestGridMeans(t *testing.T) {
	nan := math.NaN()
	g := &Grid{Rows: []string{"a", "b"}, Cols: []string{"c", "d"}, Row: []int32{0, 0, 0, 1, -1, 1}, Col: []int32{1, 1, 1, 0, 0, -1}}
	if g.Means() != nil {
		t.Error("a grid without values has means")
	}
	g.Value = []float64{1, 2, nan, nan, 5, 6}
	for r, row := range [][]float64{{nan, 1.5}, {nan, nan}} {
		for c, want := range row {
			if got := g.Means()[r][c]; got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
				t.Errorf("row %d, column %d: %v, want %v", r, c, got, want)
			}
		}
	}
}
