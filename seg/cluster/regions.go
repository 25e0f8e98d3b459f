package cluster

import (
	"math"
	"slices"
	"sort"
)

// Regions are the clusters of a [Density] with what it takes to say in which a
// point is. They are safe for use by several goroutines.
type Regions struct {
	search *densitySearch
	labels []int32 // by different row
	cores  []int   // by label: its core rows
}

// NewRegion is the label of a point that would begin a cluster of its own.
const NewRegion int32 = -2

// Regions prepares the clusters that [DBSCAN] found among the rows.
func (d Density) Regions(x Matrix) *Regions {
	rows, weight, of := x.distinct()
	r := &Regions{search: newDensitySearch(rows, weight, d.Eps, d.MinPts), labels: make([]int32, rows.Rows), cores: make([]int, d.K)}
	for i, u := range of {
		r.search.core[u], r.labels[u] = d.Core[i], d.Labels[i]
		if d.Core[i] {
			r.cores[d.Labels[i]]++
		}
	}
	return r
}

// Moved returns the label of one of the rows when it moves to a point and all
// others stay, of which those that it leaves may cease to be core rows and those
// that it comes to may become some: the cluster of the nearest core row within Eps,
// [NewRegion] when that was in none, or when there is none and yet MinPts rows are
// near, and else -1. The only core row of a cluster takes it along. A row that does
// not move keeps its label.
func (r *Regions) Moved(row, point []float64) int32 {
	s := r.search
	own := int32(sort.Search(s.rows.Rows, func(i int) bool { return slices.Compare(s.rows.Row(i), row) >= 0 }))
	if slices.Equal(row, point) {
		return r.labels[own]
	}
	near := 1 // rows within reach of the point, the row itself among them
	best, least := int32(-1), math.Inf(1)
	s.within(0, point, func(q int32, distance float64) {
		others := s.weight[q]
		if q == own {
			others--
		}
		near += others
		if closer := distance < least || distance == least && q < best; others > 0 && closer && s.coreAfter(q, row) {
			best, least = q, distance
		}
	})
	switch {
	case best >= 0 && r.labels[best] >= 0:
		return r.labels[best]
	case best >= 0:
		return NewRegion
	case near < s.minPts:
		return -1
	case s.core[own] && r.cores[r.labels[own]] == 1:
		return r.labels[own]
	}
	return NewRegion
}

// coreAfter reports whether a row to which another comes near is a core row then:
// one more is near, and one fewer if the other was near before.
func (s *densitySearch) coreAfter(q int32, from []float64) bool {
	at := s.rows.Row(int(q))
	if squared(at, from) > s.reach {
		return s.core[q] || s.count(0, at, s.minPts-1, 0) >= s.minPts-1
	}
	return s.core[q]
}

// within visits the rows of a node within reach of p.
func (s *densitySearch) within(node int32, p []float64, visit func(row int32, distance float64)) {
	if least, _ := s.tree.gaps(node, p); least > s.reach {
		return
	}
	at := s.tree.nodes[node]
	if at.left != 0 {
		s.within(at.left, p, visit)
		s.within(at.right, p, visit)
		return
	}
	for i := at.from; i < at.to; i++ {
		if d := squared(p, s.tree.points.Row(int(i))); d <= s.reach {
			visit(s.tree.at[i], d)
		}
	}
}
