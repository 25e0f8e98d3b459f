package seg

import (
	"cmp"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// drawnLeaves is how many clusters the drawn top of a hierarchy divides
// customers into, or as many as there are segments where these are more.
const drawnLeaves = 30

// dendrogram draws the last merges, and adds the cut, which the number of
// clusters moves. It is nil of fewer than two different rows.
func (h hierarchy) dendrogram(s *model.Segmentation, f *features, clusters int) *model.Dendrogram {
	top := newTop(h.tree, max(drawnLeaves, clusters))
	if len(top.merges) == 0 {
		return nil
	}
	cut := model.Cuts{Measure: "joining_distance", Label: model.P("joining distance"), Values: []float64{h.cutHeight(clusters)}, Steps: []string{"k"}, Falls: true}
	s.Cuts = append(s.Cuts, cut)
	out := &model.Dendrogram{Title: model.P("Tree of the clusters"), HeightTitle: model.P("distance at which clusters are joined (%s)", string(h.linkage)),
		Leaves: make([]model.DendrogramLeaf, len(top.place)), Merges: top.merges, Of: slices.Repeat([]int32{-1}, len(s.Of)),
		Height: cut.Values[0], Clusters: clusters, Cut: len(s.Cuts) - 1}
	for j, leaf := range top.of {
		i := f.rows[h.rows[j]]
		l := &out.Leaves[leaf]
		switch segment := int(s.Of[i]); {
		case l.N == 0:
			l.Segment = segment
		case l.Segment != segment:
			l.Segment = -1
		}
		l.N++
		out.Of[i] = int32(leaf)
	}
	return out
}

// cutHeight is half way between the distance of the last merge that was made and
// that of the next, which was not.
func (h hierarchy) cutHeight(clusters int) float64 {
	made := len(h.tree.Merges) + 1 - clusters
	low, high := 0., 0.
	if made > 0 {
		low = h.tree.Merges[made-1].Height
	}
	if made < len(h.tree.Merges) {
		high = h.tree.Merges[made].Height
	} else {
		high = 1.1 * low
	}
	return (low + high) / 2
}

// topOf is the last merges of a hierarchy.
type topOf struct {
	place  []int                   // by leaf as it is found: its place in the order drawn
	of     []int                   // by row: the place of its leaf
	merges []model.DendrogramMerge // between places
}

// newTop divides a hierarchy into so many leaves, or fewer where rows are alike,
// and orders them so that no branches cross, the larger branch first.
func newTop(d cluster.Dendrogram, leaves int) topOf {
	labels := d.Cut(leaves)
	n := 0
	for _, l := range labels {
		n = max(n, int(l)+1)
	}
	kept := d.Rows - n
	// The place of each cluster among leaves and merges: of one within a leaf that
	// of the leaf.
	at, size := make([]int, d.Rows+len(d.Merges)), make([]int, n, 2*n)
	for row, l := range labels {
		at[row] = int(l)
		size[l]++
	}
	for i := range kept {
		at[d.Rows+i] = at[d.Merges[i].A]
	}
	type pair struct{ a, b int }
	var pairs []pair
	for i, m := range d.Merges[kept:] {
		p := pair{at[m.A], at[m.B]}
		at[d.Rows+kept+i] = n + i
		size = append(size, size[p.a]+size[p.b])
		pairs = append(pairs, p)
	}
	top := topOf{place: make([]int, n), of: make([]int, d.Rows)}
	next := 0
	var walk func(node int)
	walk = func(node int) {
		if node < n {
			top.place[node] = next
			next++
			return
		}
		p := pairs[node-n]
		if cmp.Compare(size[p.b], size[p.a]) > 0 {
			p.a, p.b = p.b, p.a
		}
		walk(p.a)
		walk(p.b)
	}
	walk(n + len(pairs) - 1)
	for row, l := range labels {
		top.of[row] = top.place[l]
	}
	named := func(node int) int {
		if node < n {
			return top.place[node]
		}
		return node
	}
	for i, p := range pairs {
		top.merges = append(top.merges, model.DendrogramMerge{A: named(p.a), B: named(p.b), Height: d.Merges[kept+i].Height})
	}
	return top
}
