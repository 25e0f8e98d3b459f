package cluster

import "slices"

// canonical returns the rows sorted by their values, column by column, and
// where each came from. Algorithms that break ties by row work on these, so
// that the order in which rows are given does not matter.
func (m Matrix) canonical() (sorted Matrix, from []int32) {
	from = make([]int32, m.Rows)
	for i := range from {
		from[i] = int32(i)
	}
	slices.SortStableFunc(from, func(a, b int32) int {
		return slices.Compare(m.Row(int(a)), m.Row(int(b)))
	})
	return m.Pick(from), from
}

// distinct returns the different rows, sorted by their values, how often each
// occurs, and the distinct row of each row.
func (m Matrix) distinct() (rows Matrix, weight []int, of []int32) {
	sorted, from := m.canonical()
	var first []int32
	of = make([]int32, m.Rows)
	for i := range from {
		if i == 0 || !slices.Equal(sorted.Row(i), sorted.Row(i-1)) {
			first, weight = append(first, int32(i)), append(weight, 0)
		}
		weight[len(weight)-1]++
		of[from[i]] = int32(len(first) - 1)
	}
	return sorted.Pick(first), weight, of
}

// Grouped describes a grouping that was found by any means: its clusters
// numbered by descending size, ties by their centers, as those of [KMeans]. A
// label below 0 is a row in no cluster and becomes -1; labels need not be
// dense. Inertia is that of the rows in clusters.
func Grouped(x Matrix, labels []int32) Result {
	g := groupBy(x, labels)
	t := start{labels: make([]int32, len(labels)), centers: g.means, counts: g.sizes, converged: true}
	for i, c := range labels {
		t.labels[i] = max(c, -1)
		if c >= 0 {
			t.inertia += squared(x.Row(i), g.means.Row(int(c)))
		}
	}
	return t.canonical()
}

// Nearest returns the center nearest to each row, ties by the lower.
func Nearest(x, centers Matrix) []int32 {
	out, room := make([]int32, x.Rows), make([]float64, centers.Rows)
	for i := range out {
		out[i], _, _ = nearest(x.Row(i), centers, room)
	}
	return out
}

// Closest returns the center nearest to a point, and home unless another is
// nearer by more than rounding: the cluster of a row of label home that moved to
// the point.
func Closest(point []float64, centers Matrix, home int32) int32 {
	const clearly = 1 - 1e-12
	best, least := home, squared(point, centers.Row(int(home)))
	for c := range int32(centers.Rows) {
		if d := squared(point, centers.Row(int(c))); d < least*clearly {
			best, least = c, d
		}
	}
	return best
}
