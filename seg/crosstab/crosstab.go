// Package crosstab counts how two groupings of the same rows fall together and
// measures how far one tells the other. Whether they agree pair by pair, the
// adjusted Rand index, is in package cluster.
package crosstab

import (
	"fmt"
	"math"
)

// Table is a contingency table: Counts by row group and column group, with its
// margins.
type Table struct {
	Counts               [][]int
	RowTotals, ColTotals []int
	N                    int
}

// Of counts rows by two groupings, a of 0..na-1 and b of 0..nb-1. A row with a
// number below 0 in either is in no group and is not counted. It panics when
// the lengths differ or a number is na or nb or above.
func Of(a, b []int32, na, nb int) Table {
	if len(a) != len(b) {
		panic(fmt.Sprintf("crosstab: %d rows with %d", len(a), len(b)))
	}
	t := Table{Counts: make([][]int, na), RowTotals: make([]int, na), ColTotals: make([]int, nb)}
	for i := range t.Counts {
		t.Counts[i] = make([]int, nb)
	}
	for i, r := range a {
		if c := b[i]; r >= 0 && c >= 0 {
			t.Counts[r][c]++
		}
	}
	for r, row := range t.Counts {
		for c, n := range row {
			t.RowTotals[r] += n
			t.ColTotals[c] += n
			t.N += n
		}
	}
	return t
}

// CramersV returns the strength of association, from 0 when the groupings are
// independent to 1 when one decides the other. It is NaN unless both groupings
// have two groups or more with rows in them: with one there is nothing to
// associate. Empty groups do not count. Source: Cramér 1946, Mathematical
// Methods of Statistics, section 21.9, without a correction for bias.
func (t Table) CramersV() float64 {
	// Pearson's chi-squared over N is the sum of n²/(row·column) less 1.
	sum := 0.0
	for r, row := range t.Counts {
		for c, n := range row {
			if n > 0 {
				sum += float64(n) / float64(t.RowTotals[r]) * float64(n) / float64(t.ColTotals[c])
			}
		}
	}
	return cramersV(sum, t.RowTotals, t.ColTotals)
}

// cramersV is that of a table by its margins and the sum of n²/(row·column) over
// its cells.
func cramersV(sum float64, rows, cols []int) float64 {
	least := min(filled(rows), filled(cols)) - 1
	if least < 1 {
		return math.NaN()
	}
	return math.Sqrt(min(max(sum-1, 0)/float64(least), 1))
}

// MutualInformation returns the information that the groupings share as a part
// of the mean of what each holds: 0 when they are independent, 1 when they are
// the same but for labels. Two groupings of one group each, or of no rows, are
// the same: 1. Source: Strehl & Ghosh 2002, with the arithmetic mean of the
// entropies in the place of the geometric one, as in scikit-learn.
func (t Table) MutualInformation() float64 {
	mean := (entropy(t.RowTotals, t.N) + entropy(t.ColTotals, t.N)) / 2
	if mean == 0 {
		return 1
	}
	shared := 0.0
	for r, row := range t.Counts {
		for c, n := range row {
			if n > 0 {
				p := float64(n) / float64(t.N)
				shared += p * math.Log(float64(n)/float64(t.RowTotals[r])*float64(t.N)/float64(t.ColTotals[c]))
			}
		}
	}
	return min(max(shared/mean, 0), 1)
}

// entropy is Shannon's, in nats.
func entropy(totals []int, n int) float64 {
	h := 0.0
	for _, k := range totals {
		if k > 0 && k < n {
			p := float64(k) / float64(n)
			h -= p * math.Log(p)
		}
	}
	return h
}

func filled(totals []int) int {
	n := 0
	for _, k := range totals {
		if k > 0 {
			n++
		}
	}
	return n
}
