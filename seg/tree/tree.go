package tree

import (
	"math"
	"slices"

	"custseg/seg/order"
)

// Tree is a grown tree.
type Tree struct {
	Root   *Node
	Leaves []*Node // from the left

	data *Data
}

// Node is a set of rows, and how it is split.
type Node struct {
	N        int       // rows learned from
	Sums     []float64 // of them by class, or the sum of their values alone
	Leaf     int       // place in Tree.Leaves, -1 of a node that is split
	Split    *Split    // nil for a leaf
	Children []*Node   // one for each branch
}

// Majority is the commonest class of the node, the first of several.
func (n *Node) Majority() int {
	best := 0
	for k, v := range n.Sums {
		if v > n.Sums[best] {
			best = k
		}
	}
	return best
}

// Share is the share of the node's rows in a class.
func (n *Node) Share(class int) float64 { return n.Sums[class] / float64(n.N) }

// Mean is the mean of a target of numbers.
func (n *Node) Mean() float64 { return n.Sums[0] / float64(n.N) }

// Split is how a node is split.
type Split struct {
	Predictor int
	Branches  []Branch
	Missing   int // branch of the missing values, and of categories that the node did not have
	MissingN  int // rows of the node that lack the value
	// Gain is the fall of impurity per row of the node: of Gini's index, or of the
	// variance. Of CART.
	Gain float64
	Test Test // of CHAID
}

// Branch is the values that lead to one child: numbers with Low <= v < High,
// infinite at an open end, or else Levels, ascending.
type Branch struct {
	Low, High float64
	Levels    []int32
}

// branch returns the branch that a value takes: a number, or the code of a
// category, NaN when missing.
func (s *Split) branch(v float64) int {
	if !order.Finite(v) {
		return s.Missing
	}
	for i, b := range s.Branches {
		if b.Levels == nil {
			if v >= b.Low && v < b.High {
				return i
			}
		} else if _, found := slices.BinarySearch(b.Levels, int32(v)); found {
			return i
		}
	}
	return s.Missing
}

// Leaf returns the leaf of a row of the data, learned from or not.
func (t *Tree) Leaf(row int32) *Node {
	return t.Root.Find(func(predictor int) float64 { return t.data.predictors[predictor].at(row) })
}

// Find returns the leaf below a node to which values lead: of each predictor that
// is asked for, a number or the code of a category, NaN when missing.
func (n *Node) Find(value func(predictor int) float64) *Node {
	for n.Split != nil {
		n = n.Children[n.Split.branch(value(n.Split.Predictor))]
	}
	return n
}

// newTree numbers the leaves.
func newTree(d *Data, root *Node) *Tree {
	t := &Tree{Root: root, data: d}
	var walk func(n *Node)
	walk = func(n *Node) {
		n.Leaf = -1
		if n.Split == nil {
			n.Leaf = len(t.Leaves)
			t.Leaves = append(t.Leaves, n)
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(root)
	return t
}

// node describes rows.
func (d *Data) node(rows []int32) *Node {
	n := &Node{N: len(rows), Sums: make([]float64, d.target.width())}
	for _, r := range rows {
		d.target.add(n.Sums, r)
	}
	return n
}

// between is the roundest number that parts a from b, a < b: the multiple of a
// power of ten nearest to their middle, with a < t <= b, so that a rule reads
// "tenure < 12" rather than "tenure < 11.5".
func between(a, b float64) float64 {
	step := math.Pow(10, math.Floor(math.Log10(b-a)))
	middle := a + (b-a)/2
	t := math.Round(middle/step) * step
	if step < 1 { // a division is rounder than a product with a fraction
		inverse := math.Round(1 / step)
		t = math.Round(middle*inverse) / inverse
	}
	if t > a && t <= b {
		return t
	}
	return b
}
