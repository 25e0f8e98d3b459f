package cluster

import (
	"math/rand/v2"
	"testing"
)

// Distances to several points at once are those to one, bit by bit, whatever the
// number of columns.
func TestSquaredEachIsSquared(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 0))
	for cols := 1; cols <= 9; cols++ {
		points, row, out := NewMatrix(7, cols), make([]float64, cols), make([]float64, 7)
		for i := range points.Data {
			points.Data[i] = r.NormFloat64()
		}
		for j := range row {
			row[j] = r.NormFloat64()
		}
		squaredEach(row, points, out)
		for c, got := range out {
			if want := squared(row, points.Row(c)); got != want {
				t.Errorf("%d columns: the distance to point %d is %v, want %v", cols, c, got, want)
			}
		}
	}
}
