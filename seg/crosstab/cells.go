package crosstab

import "math"

// Expected returns the rows of a cell that two independent groupings with these
// margins would have, NaN for a table of no rows.
func (t Table) Expected(row, col int) float64 {
	return float64(t.RowTotals[row]) * float64(t.ColTotals[col]) / float64(t.N)
}

// Residual returns how far a cell is from independence, in standard deviations:
// the adjusted standardised residual, which is about normal with deviation 1
// when the groupings are independent. It is NaN where the margins leave the cell
// no choice. Source: Haberman 1973, Biometrics 29.
func (t Table) Residual(row, col int) float64 {
	n, r, c := float64(t.N), float64(t.RowTotals[row]), float64(t.ColTotals[col])
	expected := r * c / n
	variance := expected * (1 - r/n) * (1 - c/n)
	if !(variance > 0) {
		return math.NaN()
	}
	return (float64(t.Counts[row][col]) - expected) / math.Sqrt(variance)
}

// Overlap returns the rows of a cell as a share of all that are in its row group
// or in its column group: 1 when both groups are the same rows. It is NaN when
// both are empty. Source: Jaccard 1912, New Phytologist 11.
func (t Table) Overlap(row, col int) float64 {
	n := t.Counts[row][col]
	return float64(n) / float64(t.RowTotals[row]+t.ColTotals[col]-n)
}
