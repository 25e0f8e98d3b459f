package crosstab

import (
	"math"
	"testing"
)

// 10 and 20 rows against 12 and 18, by hand: the first cell has 8 where 10·12/30
// = 4 are expected, with variance 4·(2/3)·(3/5) = 1.6.
func TestCellsByHand(t *testing.T) {
	table := Table{Counts: [][]int{{8, 2}, {4, 16}}, RowTotals: []int{10, 20}, ColTotals: []int{12, 18}, N: 30}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"expected", table.Expected(0, 0), 4},
		{"residual", table.Residual(0, 0), 4 / math.Sqrt(1.6)},
		{"residual of the other", table.Residual(0, 1), -4 / math.Sqrt(1.6)},
		{"overlap", table.Overlap(0, 0), 8.0 / 14},
		{"overlap of the other", table.Overlap(1, 1), 16.0 / 22},
	} {
		if math.Abs(c.got-c.want) > 1e-12 {
			t.Errorf("%s is %g, want %g", c.name, c.got, c.want)
		}
	}
}

func TestCellsWithoutAChoice(t *testing.T) {
	table := Of([]int32{0, 0, 0}, []int32{0, 1, 1}, 2, 2)
	if r := table.Residual(0, 0); !math.IsNaN(r) {
		t.Errorf("all rows are in one group, and the residual is %g", r)
	}
	if o := table.Overlap(0, 1); math.Abs(o-2.0/3) > 1e-12 {
		t.Errorf("overlap %g", o)
	}
	empty := Of(nil, nil, 1, 1)
	if !math.IsNaN(empty.Overlap(0, 0)) || !math.IsNaN(empty.Residual(0, 0)) {
		t.Error("an empty table has an overlap or a residual")
	}
}
