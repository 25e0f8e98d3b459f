package pipeline

import (
	"cmp"
	"math"
	"slices"

	"custseg/io/export"
	"custseg/model"
)

// Cells returns every cell of the comparison in numbers, with a last row and a
// last column of the customers whom a side does not have.
func (c *Comparison) Cells() [][]export.Cell {
	cols := len(c.Counts[0])
	first, second := c.valueOf(c.First, c.FirstAt), c.valueOf(c.Second, c.SecondAt)
	byRow, byCol := make([]int, len(c.Counts)), make([]int, cols)
	for i, row := range c.Counts {
		for j, n := range row {
			byRow[i] += n
			byCol[j] += n
		}
	}
	out := make([][]export.Cell, len(c.Counts))
	for i, row := range c.Counts {
		for j, n := range row {
			cell := export.Cell{Row: i, Col: j, Customers: n,
				RowShare: float64(n) / float64(byRow[i]), ColShare: float64(n) / float64(byCol[j]), // 0/0 is NaN
				Expected: math.NaN(), Residual: math.NaN(), Overlap: math.NaN(),
				FirstValue: first[i*cols+j], SecondValue: second[i*cols+j]}
			if i < len(c.Counts)-1 && j < cols-1 {
				cell.Expected, cell.Residual, cell.Overlap = c.Common.Expected(i, j), c.Common.Residual(i, j), c.Common.Overlap(i, j)
			}
			out[i] = append(out[i], cell)
		}
	}
	return out
}

// valueOf returns the money of the customers of each cell, row by row, in the
// customers of one side: NaN without money.
func (c *Comparison) valueOf(r *Result, places []int32) []float64 {
	cols := len(c.Counts[0])
	cells := &model.Segmentation{Segments: make([]model.Segment, len(c.Counts)*cols), Of: make([]int32, r.Customers.Len())}
	for i, at := range places {
		if at >= 0 {
			cells.Of[at] = c.Row[i]*int32(cols) + c.Col[i]
		}
	}
	out := make([]float64, len(cells.Segments))
	for i, s := range export.Summarize(r.Customers, cells) {
		out[i] = s.Value
	}
	return out
}

// mostPairs is how many pairs of segments are singled out.
const mostPairs = 6

// closest returns the pairs of segments that overlap most.
func (c *Comparison) closest(cells [][]export.Cell) []export.Cell {
	return leading(cells, func(cell export.Cell) float64 {
		if cell.Customers == 0 || c.unplaced(cell) {
			return math.NaN()
		}
		return cell.Overlap
	})
}

// unplaced reports whether neither method could place the customers of a cell:
// that they share what both lack tells nothing.
func (c *Comparison) unplaced(cell export.Cell) bool {
	if math.IsNaN(cell.Overlap) { // it is beyond the segments of a side, or empty
		return false
	}
	return c.First.Segmentation.Segments[cell.Row].Unclassified && c.Second.Segmentation.Segments[cell.Col].Unclassified
}

// significant is the residual beyond which a cell is singled out: one in a
// thousand is that far by chance.
const significant = 3.29

// unlikely returns the pairs of segments farthest from independence, either way.
func (c *Comparison) unlikely(cells [][]export.Cell) []export.Cell {
	return leading(cells, func(cell export.Cell) float64 {
		if math.Abs(cell.Residual) < significant || c.unplaced(cell) {
			return math.NaN()
		}
		return math.Abs(cell.Residual)
	})
}

// leading returns the cells with the greatest weights, without those that have
// none, in the order of the table where weights are equal.
func leading(cells [][]export.Cell, weight func(export.Cell) float64) []export.Cell {
	var out []export.Cell
	for _, row := range cells {
		for _, c := range row {
			if !math.IsNaN(weight(c)) {
				out = append(out, c)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b export.Cell) int { return cmp.Compare(weight(b), weight(a)) })
	return out[:min(len(out), mostPairs)]
}
