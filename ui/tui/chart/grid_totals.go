package chart

import (
	"math"

	"custseg/model"
)

// WithTotals returns the same matrix with the sums of its rows and columns at the
// margins: for amounts, which add up.
func (g *Grid) WithTotals() *Grid {
	out := *g
	byCol, all := make([]float64, len(g.cols)), 0.
	out.rowTotal, out.colTotal = make([]string, len(g.rows)), make([]string, len(g.cols))
	for i, row := range g.values {
		sum := 0.
		for j, v := range row {
			if finite(v) {
				sum += v
				byCol[j] += v
			}
		}
		all += sum
		out.rowTotal[i] = g.amount(sum)
	}
	for j, v := range byCol {
		out.colTotal[j] = g.amount(v)
	}
	out.allTotal = g.amount(all)
	return &out
}

// amount writes a sum to the cent, so that sums which are equal on paper look so.
func (g *Grid) amount(v float64) string { return tickText(math.Round(100*v)/100+0, g.unit) }

// countTotals writes the customers of rows and columns at the margins.
func (g *Grid) countTotals() {
	g.allTotal = g.total(g.sum)
	for _, v := range g.rowSum {
		g.rowTotal = append(g.rowTotal, g.total(v))
	}
	for _, v := range g.colSum {
		g.colTotal = append(g.colTotal, g.total(v))
	}
}

// total writes a total of customers.
func (g *Grid) total(v float64) string {
	if v < 1e5 {
		return Count(int(v))
	}
	return Short(v, model.Plain)
}

// totals heads the sums of customers.
func (g *Grid) totals() string {
	if g.means != nil {
		return say(g.pr, "n")
	}
	return say(g.pr, "total")
}

// fullTotal writes a total without abbreviating customers.
func (g *Grid) fullTotal(text []string, counts []float64, i int) string {
	if counts == nil {
		return text[i]
	}
	return Count(int(counts[i]))
}
