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
}

// NewRegion is the label of a point that would begin a cluster of its own.
const NewRegion int32 = -2

// Regions prepares the clusters that [DBSCAN] found among the rows.
func (d Density) Regions(x Matrix) *Regions {
	rows, weight, of := x.distinct()
	r := &Regions{search: newDensitySearch(rows, weight, d.Eps, d.MinPts), labels: make([]int32, rows.Rows)}
	for i, u := range of {
		r.search.core[u], r.labels[u] = d.Core[i], d.Labels[i]
	}
	return r
}

// Moved returns the label of one of the rows when it moves to a point and all
// others, and which of them are core rows, stay: the cluster of the core row
// nearest to the point within Eps, [NewRegion] when there is none and yet MinPts
// rows are near, and else -1. A row that does not move keeps its label.
func (r *Regions) Moved(row, point []float64) int32 {
	s := r.search
	own := int32(sort.Search(s.rows.Rows, func(i int) bool { return slices.Compare(s.rows.Row(i), row) >= 0 }))
	if slices.Equal(row, point) {
		return r.labels[own]
	}
	but := own
	if s.weight[own] > 1 { // others are there too
		but = -1
	}
	best, least := int32(-1), math.Inf(1)
	s.nearestCore(0, point, but, &best, &least)
	if best >= 0 {
		return r.labels[best]
	}
	near := 1 // the row itself, which is counted where it was when that is near
	if squared(row, point) <= s.reach {
		near = 0
	}
	if s.count(0, point, near) >= s.minPts {
		return NewRegion
	}
	return -1
}
