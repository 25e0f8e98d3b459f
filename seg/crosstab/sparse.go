package crosstab

import (
	"cmp"
	"fmt"
	"slices"
)

// Sparse is a contingency table of which the cells with rows in them alone are
// kept: two groupings of very many groups each have no more of them than rows.
type Sparse struct {
	Cells                [][]Cell // of each row group, by column group
	RowTotals, ColTotals []int
	N                    int
}

// Cell is a column group and the rows of a row group that are in it.
type Cell struct {
	Col   int32
	Count int
}

// SparseOf counts rows as [Of] does.
func SparseOf(a, b []int32, na, nb int) Sparse {
	if len(a) != len(b) {
		panic(fmt.Sprintf("crosstab: %d rows with %d", len(a), len(b)))
	}
	t := Sparse{Cells: make([][]Cell, na), RowTotals: make([]int, na), ColTotals: make([]int, nb)}
	for i, r := range a {
		if c := b[i]; r >= 0 && c >= 0 {
			t.RowTotals[r]++
			t.ColTotals[c]++
			t.N++
		}
	}
	members := make([][]int32, na) // the column group of each row of a row group
	all := make([]int32, t.N)
	for r, n := range t.RowTotals {
		members[r], all = all[:0:n], all[n:]
	}
	for i, r := range a {
		if c := b[i]; r >= 0 && c >= 0 {
			members[r] = append(members[r], c)
		}
	}
	for r, cols := range members {
		slices.Sort(cols)
		for k, c := range cols {
			if k == 0 || c != cols[k-1] {
				t.Cells[r] = append(t.Cells[r], Cell{Col: c})
			}
			t.Cells[r][len(t.Cells[r])-1].Count++
		}
	}
	return t
}

// Count returns the rows of a cell.
func (t Sparse) Count(row, col int) int {
	at, ok := slices.BinarySearchFunc(t.Cells[row], int32(col), func(c Cell, col int32) int { return cmp.Compare(c.Col, col) })
	if !ok {
		return 0
	}
	return t.Cells[row][at].Count
}

// CramersV returns what [Table.CramersV] does.
func (t Sparse) CramersV() float64 {
	sum := 0.0
	for r, cells := range t.Cells {
		for _, c := range cells {
			sum += float64(c.Count) / float64(t.RowTotals[r]) * float64(c.Count) / float64(t.ColTotals[c.Col])
		}
	}
	return cramersV(sum, t.RowTotals, t.ColTotals)
}
