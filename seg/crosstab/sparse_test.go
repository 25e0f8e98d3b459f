package crosstab

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A sparse table says what a full one does.
func TestSparse(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 0))
	for _, size := range []struct{ n, na, nb int }{{0, 1, 1}, {40, 1, 3}, {300, 7, 11}, {50, 100, 60}} {
		a, b := make([]int32, size.n), make([]int32, size.n)
		for i := range a {
			a[i], b[i] = int32(r.IntN(size.na+1)-1), int32(r.IntN(size.nb+1)-1)
		}
		full, sparse := Of(a, b, size.na, size.nb), SparseOf(a, b, size.na, size.nb)
		if !slices.Equal(full.RowTotals, sparse.RowTotals) || !slices.Equal(full.ColTotals, sparse.ColTotals) || full.N != sparse.N {
			t.Errorf("%v: margins %v, %v, %d", size, sparse.RowTotals, sparse.ColTotals, sparse.N)
		}
		for row, counts := range full.Counts {
			for col, n := range counts {
				if sparse.Count(row, col) != n {
					t.Fatalf("%v: cell %d, %d has %d, want %d", size, row, col, sparse.Count(row, col), n)
				}
			}
		}
		if v, want := sparse.CramersV(), full.CramersV(); v != want && !(math.IsNaN(v) && math.IsNaN(want)) {
			t.Errorf("%v: Cramér's V %v, want %v", size, v, want)
		}
	}
}

// A full table of so many groups would not fit in memory.
func TestSparseOfVeryManyGroups(t *testing.T) {
	const n = 300_000
	a, b := make([]int32, n), make([]int32, n)
	for i := range a {
		a[i], b[i] = int32(i), int32(n-1-i)
	}
	if v := SparseOf(a, b, n, n).CramersV(); math.Abs(v-1) > 1e-9 {
		t.Errorf("one decides the other, and Cramér's V is %v", v)
	}
}
