package seg

import (
	"math"
	"slices"

	"custseg/model/formula"
	"custseg/seg/cluster"
	"custseg/seg/modes"
)

// embedding lays rows out in a space in which the squared distance of two is
// their dissimilarity by Huang (1998): after the numbers, each category has a
// dimension for each of its words, in which the rows that have it are at
// √(gamma/2).
type embedding struct {
	numbers int
	levels  []int // words of each category
	gamma   float64
}

// encode embeds rows of numbers, and of the word that each has of each category.
func (e embedding) encode(numbers cluster.Matrix, code func(row, category int) int32, rows int) cluster.Matrix {
	width := e.numbers
	for _, n := range e.levels {
		width += n
	}
	out := cluster.NewMatrix(rows, width)
	for i := range rows {
		row := out.Row(i)
		if e.numbers > 0 {
			copy(row, numbers.Row(i))
		}
		from := e.numbers
		for j, n := range e.levels {
			row[from+int(code(i, j))] = math.Sqrt(e.gamma / 2)
			from += n
		}
	}
	return out
}

// exprs are a row that is embedded, in formulas: numbers, and words of which fill
// says which missing ones are.
func (e embedding) exprs(numbers []formula.Expr, words []measured, fill []int32) []formula.Expr {
	out := slices.Clone(numbers)
	for j, m := range words {
		for k, word := range m.words {
			at := m.says(word)
			otherwise := formula.Expr(formula.Number(0))
			switch {
			case fill[j] == int32(k):
				at = formula.Any(at, formula.Wordless{Of: m.input()})
			case fill[j] < 0:
				otherwise = formula.If(formula.Wordless{Of: m.input()}, formula.Missing(), otherwise)
			}
			out = append(out, formula.If(at, formula.Number(math.Sqrt(e.gamma/2)), otherwise))
		}
	}
	return out
}

// decode finds the numbers and the words of embedded rows.
func (e embedding) decode(x cluster.Matrix) modes.Data {
	var d modes.Data
	if e.numbers > 0 {
		d.Numbers = cluster.NewMatrix(x.Rows, e.numbers)
		for i := range x.Rows {
			copy(d.Numbers.Row(i), x.Row(i))
		}
	}
	from := e.numbers
	for _, n := range e.levels {
		codes := make([]int32, x.Rows)
		for i := range codes {
			words := x.Row(i)[from : from+n]
			codes[i] = int32(max(0, slices.IndexFunc(words, func(v float64) bool { return v > 0 })))
		}
		d.Categories = append(d.Categories, codes)
		from += n
	}
	return d
}
