package cluster

import "slices"

// Merge joins two clusters of a [Dendrogram] at a height. Clusters 0..rows-1
// are the rows, cluster rows+i is what merge i made.
type Merge struct {
	A, B   int32 // A below B
	Height float64
}

// Dendrogram is a hierarchy of clusters: its merges by ascending height, one
// fewer than rows.
type Dendrogram struct {
	Rows   int
	Merges []Merge
}

// dendrogram puts the merges in the order of their heights and names the
// clusters they join. Of equal heights the one found first comes first, which
// keeps a cluster's making before its joining.
func (c *chain) dendrogram(from []int32) Dendrogram {
	slices.SortStableFunc(c.joined, func(p, q Merge) int {
		switch {
		case p.Height < q.Height:
			return -1
		case p.Height > q.Height:
			return 1
		}
		return 0
	})
	d := Dendrogram{Rows: c.rows, Merges: make([]Merge, len(c.joined))}
	sets := newSets(2*c.rows - 1)
	for i, m := range c.joined {
		a, b := sets.find(m.A), sets.find(m.B)
		made := int32(c.rows + i)
		sets.parent[a], sets.parent[b] = made, made
		name := func(cluster int32) int32 {
			if int(cluster) < c.rows {
				return from[cluster]
			}
			return cluster
		}
		a, b = name(a), name(b)
		d.Merges[i] = Merge{min(a, b), max(a, b), m.Height}
	}
	return d
}

// Cut returns the cluster of each row, 0..k-1, after all merges but the last
// k-1. Rows that are alike are never parted, so there are fewer clusters than k
// when there are fewer different rows. Clusters are numbered by their first row:
// [Grouped] orders them by size.
func (d Dendrogram) Cut(k int) []int32 {
	kept := max(0, d.Rows-max(k, 1))
	for kept < len(d.Merges) && d.Merges[kept].Height == 0 {
		kept++
	}
	sets := newSets(d.Rows + kept)
	for i, m := range d.Merges[:kept] {
		sets.parent[m.A], sets.parent[m.B] = int32(d.Rows+i), int32(d.Rows+i)
	}
	labels, seen := make([]int32, d.Rows), map[int32]int32{}
	for i := range labels {
		root := sets.find(int32(i))
		if _, ok := seen[root]; !ok {
			seen[root] = int32(len(seen))
		}
		labels[i] = seen[root]
	}
	return labels
}

// sets is a forest of disjoint sets (Galler & Fischer 1964).
type sets struct{ parent []int32 }

func newSets(n int) sets {
	s := sets{make([]int32, n)}
	for i := range s.parent {
		s.parent[i] = int32(i)
	}
	return s
}

// find returns the root of a set, halving the path to it.
func (s sets) find(i int32) int32 {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}
