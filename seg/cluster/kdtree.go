package cluster

import (
	"math"
	"slices"
)

// kdTree finds points near another without looking at all of them. Source:
// Bentley 1975; nodes here carry the box of their points, which prunes better.
type kdTree struct {
	points Matrix  // in the order of the leaves
	at     []int32 // the place of each of these in the matrix the tree was made of
	nodes  []kdNode
	boxes  []float64 // per node the lowest, then the highest value of each column
}

// kdNode holds points from..to-1. A leaf has no children.
type kdNode struct {
	from, to    int32
	left, right int32 // 0 for a leaf: the root is nobody's child
}

// leafPoints is the most points in a leaf.
const leafPoints = 16

func newKDTree(x Matrix) *kdTree {
	t := &kdTree{at: make([]int32, x.Rows)}
	for i := range t.at {
		t.at[i] = int32(i)
	}
	t.build(x, 0, int32(x.Rows))
	t.points = x.Pick(t.at)
	return t
}

// check returns an error when distances between points are too large to square.
func (t *kdTree) check() error {
	if _, most := t.gaps(0, t.points.Row(0)); math.IsInf(most, 1) {
		return errTooLarge
	}
	return nil
}

// build makes the node of points from..to-1, which it parts at the middle of
// the column that spreads them most.
func (t *kdTree) build(x Matrix, from, to int32) int32 {
	id := int32(len(t.nodes))
	t.nodes = append(t.nodes, kdNode{from: from, to: to})
	widest, spread := 0, 0.
	low, high := x.Pick(t.at[from:to]).ranges()
	t.boxes = append(append(t.boxes, low...), high...)
	for j := range low {
		if high[j]-low[j] > spread {
			widest, spread = j, high[j]-low[j]
		}
	}
	if to-from <= leafPoints || spread == 0 {
		return id
	}
	slices.SortFunc(t.at[from:to], func(a, b int32) int {
		va, vb := x.Data[int(a)*x.Cols+widest], x.Data[int(b)*x.Cols+widest]
		switch {
		case va < vb:
			return -1
		case va > vb:
			return 1
		}
		return int(a - b)
	})
	middle := from + (to-from)/2
	left := t.build(x, from, middle)
	right := t.build(x, middle, to)
	t.nodes[id].left, t.nodes[id].right = left, right
	return id
}

// gaps returns the squared distances from a point to the nearest and to the
// farthest place of a node's box.
func (t *kdTree) gaps(node int32, p []float64) (least, most float64) {
	d := t.points.Cols
	low, high := t.boxes[2*d*int(node):][:d], t.boxes[2*d*int(node)+d:][:d]
	for j, v := range p {
		inside := max(low[j]-v, v-high[j], 0)
		across := max(v-low[j], high[j]-v)
		least += inside * inside
		most += across * across
	}
	return least, most
}

// nearestK keeps the k least squared distances, ascending, each with how many
// points are at it.
type nearestK struct {
	k        int
	distance []float64
	weight   []int
}

// reach is the k-th least squared distance so far, +Inf while there are fewer.
func (n *nearestK) reach() float64 {
	total := 0
	for _, w := range n.weight {
		total += w
	}
	if total < n.k {
		return math.Inf(1)
	}
	return n.distance[len(n.distance)-1]
}

// add takes in points at a squared distance, and drops those beyond the k-th.
func (n *nearestK) add(distance float64, weight int) {
	i, _ := slices.BinarySearch(n.distance, distance)
	n.distance, n.weight = slices.Insert(n.distance, i, distance), slices.Insert(n.weight, i, weight)
	total := 0
	for i, w := range n.weight {
		if total += w; total >= n.k {
			n.distance, n.weight = n.distance[:i+1], n.weight[:i+1]
			return
		}
	}
}

// kth fills n with the nearest points to p, each weighed.
func (t *kdTree) kth(node int32, p []float64, weight []int, n *nearestK) {
	at := t.nodes[node]
	if at.left == 0 {
		for i := at.from; i < at.to; i++ {
			if d := squared(p, t.points.Row(int(i))); d < n.reach() {
				n.add(d, weight[t.at[i]])
			}
		}
		return
	}
	first, second := at.left, at.right
	nearer, _ := t.gaps(first, p)
	farther, _ := t.gaps(second, p)
	if farther < nearer {
		first, second, nearer, farther = second, first, farther, nearer
	}
	if nearer < n.reach() {
		t.kth(first, p, weight, n)
	}
	if farther < n.reach() {
		t.kth(second, p, weight, n)
	}
}
