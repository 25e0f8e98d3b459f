package cluster

import (
	"context"
	"errors"
	"math"

	"custseg/model/parallel"
)

// Density is a grouping by [DBSCAN].
type Density struct {
	Result         // clusters by descending size; label -1 is noise
	Core   []bool  // per row: whether it has MinPts rows, itself included, within Eps
	Noise  int     // rows in no cluster
	Eps    float64 // as asked for
	MinPts int
}

// DBSCAN groups rows that lie densely: a row with minPts rows, itself included,
// within a distance of eps is a core row, core rows within eps of each other are
// in one cluster, a row within eps of a core row is on the border of a cluster,
// and all others are noise. A border row goes to the cluster of the core row
// nearest to it, ties by the values of that row, so that the order of the rows
// does not matter. Sources: Ester, Kriegel, Sander & Xu 1996; Schubert et al.
// 2017, DBSCAN revisited, revisited.
//
// Rows that are alike are looked at once, and a core row is visited once, so
// that a wide eps costs no more than a narrow one. It returns ErrNoData for an
// empty matrix, an error for a value that is not finite, an eps below 0 or a
// minPts below 1, and the context's error when cancelled. Progress goes to
// report, which may be nil.
func DBSCAN(ctx context.Context, x Matrix, eps float64, minPts int, report func(done float64)) (Density, error) {
	if err := x.check(); err != nil {
		return Density{}, err
	}
	if !(eps >= 0) || minPts < 1 {
		return Density{}, errors.New("cluster: eps must not be below 0, and minPts be 1 or more")
	}
	rows, weight, of := x.distinct()
	s := newDensitySearch(rows, weight, eps, minPts)
	if err := s.tree.check(); err != nil {
		return Density{}, err
	}
	if err := s.findCores(ctx, report); err != nil {
		return Density{}, err
	}
	labels, err := s.label(ctx)
	if err != nil {
		return Density{}, err
	}
	d := Density{Core: make([]bool, x.Rows), Eps: eps, MinPts: minPts}
	all := make([]int32, x.Rows)
	for i, u := range of {
		all[i], d.Core[i] = labels[u], s.core[u]
		if all[i] < 0 {
			d.Noise++
		}
	}
	d.Result = Grouped(x, all)
	return d, nil
}

// densitySearch is DBSCAN at work on different rows, each with how often it
// occurs.
type densitySearch struct {
	rows   Matrix
	weight []int
	reach  float64 // eps squared
	minPts int

	tree  *kdTree
	inAll []int // per node: rows in it, counted as often as they occur
	core  []bool
	// Per node: core rows that no cluster has taken yet. A node without is
	// passed over.
	free []int
}

func newDensitySearch(rows Matrix, weight []int, eps float64, minPts int) *densitySearch {
	s := &densitySearch{rows: rows, weight: weight, reach: eps * eps, minPts: minPts, tree: newKDTree(rows), core: make([]bool, rows.Rows)}
	s.inAll, s.free = make([]int, len(s.tree.nodes)), make([]int, len(s.tree.nodes))
	s.sumUp(s.inAll, func(i int32) int { return weight[i] })
	return s
}

// sumUp adds up a number of each row by node.
func (s *densitySearch) sumUp(sums []int, of func(row int32) int) {
	for id := len(s.tree.nodes) - 1; id >= 0; id-- { // children come after their parent
		node := s.tree.nodes[id]
		if node.left != 0 {
			sums[id] = sums[node.left] + sums[node.right]
			continue
		}
		for i := node.from; i < node.to; i++ {
			sums[id] += of(s.tree.at[i])
		}
	}
}

func (s *densitySearch) findCores(ctx context.Context, report func(done float64)) error {
	blocks := (s.rows.Rows + blockRows - 1) / blockRows
	err := parallel.Each(ctx, blocks, func() struct{} { return struct{}{} }, func(block int, _ struct{}) {
		for i := block * blockRows; i < min((block+1)*blockRows, s.rows.Rows); i++ {
			s.core[i] = s.count(0, s.rows.Row(i), s.minPts, 0) >= s.minPts
		}
	}, report)
	s.sumUp(s.free, func(i int32) int {
		if s.core[i] {
			return 1
		}
		return 0
	})
	return err
}

// count adds the rows of a node within reach of p to those found so far, and
// ends as soon as they are enough.
func (s *densitySearch) count(node int32, p []float64, enough, found int) int {
	least, most := s.tree.gaps(node, p)
	at := s.tree.nodes[node]
	switch {
	case least > s.reach:
		return found
	case most <= s.reach:
		return found + s.inAll[node]
	case at.left != 0:
		if found = s.count(at.left, p, enough, found); found < enough {
			found = s.count(at.right, p, enough, found)
		}
		return found
	}
	for i := at.from; i < at.to && found < enough; i++ {
		if squared(p, s.tree.points.Row(int(i))) <= s.reach {
			found += s.weight[s.tree.at[i]]
		}
	}
	return found
}

// label grows a cluster from each core row that no cluster has taken yet, and
// then gives the rows on the borders to their nearest core row.
func (s *densitySearch) label(ctx context.Context) ([]int32, error) {
	labels := make([]int32, s.rows.Rows)
	for i := range labels {
		labels[i] = -1
	}
	next := int32(0)
	var front []int32
	for i := range labels {
		if !s.core[i] || labels[i] >= 0 {
			continue
		}
		front = s.take(0, s.rows.Row(i), next, labels, front[:0])
		for len(front) > 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			last := front[len(front)-1]
			front = s.take(0, s.rows.Row(int(last)), next, labels, front[:len(front)-1])
		}
		next++
	}
	for i := range labels {
		if i%blockRows == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if s.core[i] {
			continue
		}
		best, least := int32(-1), math.Inf(1)
		s.nearestCore(0, s.rows.Row(i), -1, &best, &least)
		if best >= 0 {
			labels[i] = labels[best]
		}
	}
	return labels, nil
}

// take labels the free core rows of a node within reach of p, and appends them
// to those taken.
func (s *densitySearch) take(node int32, p []float64, label int32, labels, taken []int32) []int32 {
	if s.free[node] == 0 {
		return taken
	}
	if least, _ := s.tree.gaps(node, p); least > s.reach {
		return taken
	}
	before := len(taken)
	if at := s.tree.nodes[node]; at.left != 0 {
		taken = s.take(at.left, p, label, labels, taken)
		taken = s.take(at.right, p, label, labels, taken)
	} else {
		for i := at.from; i < at.to; i++ {
			row := s.tree.at[i]
			if s.core[row] && labels[row] < 0 && squared(p, s.tree.points.Row(int(i))) <= s.reach {
				labels[row] = label
				taken = append(taken, row)
			}
		}
	}
	s.free[node] -= len(taken) - before
	return taken
}

// nearestCore finds the core row but one within reach that is nearest to p, ties
// by the lowest values.
func (s *densitySearch) nearestCore(node int32, p []float64, but int32, best *int32, least *float64) {
	if gap, _ := s.tree.gaps(node, p); gap > min(s.reach, *least) {
		return
	}
	at := s.tree.nodes[node]
	if at.left != 0 {
		s.nearestCore(at.left, p, but, best, least)
		s.nearestCore(at.right, p, but, best, least)
		return
	}
	for i := at.from; i < at.to; i++ {
		row := s.tree.at[i]
		if !s.core[row] || row == but {
			continue
		}
		if d := squared(p, s.tree.points.Row(int(i))); d <= s.reach && (d < *least || d == *least && row < *best) {
			*best, *least = row, d
		}
	}
}
