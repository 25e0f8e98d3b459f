// Package tree grows trees that explain a target by predictors: CART, which
// splits in two by the fall of impurity (Breiman, Friedman, Olshen & Stone 1984,
// Classification and Regression Trees), and CHAID, which splits in as many
// branches as differ significantly (Kass 1980, An exploratory technique for
// investigating large quantities of categorical data).
//
// Data is columns of one length. A target is classes or numbers; a predictor is
// numbers, missing as NaN, or categories, missing as -1. Trees depend on the
// values and the order of the predictors alone: of equal splits the first is
// taken.
package tree

import (
	"math"

	"custseg/seg/order"
)

// Predictor is one column to split by: Values of numbers, or else Codes of
// categories 0..Levels-1.
type Predictor struct {
	Values []float64 // NaN and ±Inf are missing; nil for categories
	Codes  []int32   // below 0 is missing
	Levels int
}

// Missing reports whether a row has no value.
func (p Predictor) Missing(row int32) bool {
	if p.Values != nil {
		return !order.Finite(p.Values[row])
	}
	return p.Codes[row] < 0
}

// at is the value of a row: a number, or the code of a category, NaN when
// missing.
func (p Predictor) at(row int32) float64 {
	switch {
	case p.Missing(row):
		return math.NaN()
	case p.Values != nil:
		return p.Values[row]
	}
	return float64(p.Codes[row])
}

// Target is what is explained: Values, or else Codes of Classes classes. Rows
// that are learned from have one.
type Target struct {
	Values  []float64
	Codes   []int32
	Classes int
}

// width is the number of sums that describe rows: those of each class, or one of
// the values.
func (t Target) width() int {
	if t.Values != nil {
		return 1
	}
	return t.Classes
}

// add adds a row to sums.
func (t Target) add(sums []float64, row int32) {
	if t.Values != nil {
		sums[0] += t.Values[row]
	} else {
		sums[t.Codes[row]]++
	}
}

// Settings bound a tree.
type Settings struct {
	Depth   int     // most splits from the root to a leaf
	MinLeaf int     // fewest rows in a leaf
	Alpha   float64 // of CHAID: the significance from which categories are merged and nodes are not split
}

// Data is predictors and a target prepared for trees.
type Data struct {
	predictors []Predictor
	target     Target
	sorted     [][]int32 // by predictor: rows with a number, ascending; nil of categories
}

// New prepares data. It keeps the slices.
func New(predictors []Predictor, target Target) *Data {
	d := &Data{predictors: predictors, target: target, sorted: make([][]int32, len(predictors))}
	for j, p := range predictors {
		if p.Values != nil {
			d.sorted[j] = order.Ascending(p.Values)
		}
	}
	return d
}
