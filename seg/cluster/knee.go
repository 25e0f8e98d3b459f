package cluster

import (
	"cmp"
	"context"
	"math"
	"slices"

	"custseg/model/parallel"
)

// KDistances returns the distance of each row to its k-th nearest, itself
// included, ascending: the curve on which the eps of [DBSCAN] is read. Above
// sampleLimit rows it is that of a uniform sample of them, though with distances
// to all; a sampleLimit below 1 never samples. A k above the number of rows
// takes the farthest. The errors are those of [DBSCAN]. Source: Ester et al.
// 1996, section 4.2.
func KDistances(ctx context.Context, x Matrix, k, sampleLimit int, seed uint64, report func(done float64)) ([]float64, error) {
	distances, _, err := KDistanceRows(ctx, x, k, sampleLimit, seed, report)
	return distances, err
}

// KDistanceRows is [KDistances] with the row of each distance; equal ones are in
// the order of their rows' values.
func KDistanceRows(ctx context.Context, x Matrix, k, sampleLimit int, seed uint64, report func(done float64)) ([]float64, []int32, error) {
	if err := x.check(); err != nil {
		return nil, nil, err
	}
	rows, weight, of := x.distinct()
	drawn := make([]int32, len(of))
	for i := range drawn {
		drawn[i] = int32(i)
	}
	slices.SortStableFunc(drawn, func(a, b int32) int { return cmp.Compare(of[a], of[b]) })
	drawn = sample(drawn, sampleLimit, seed)
	tree, out := newKDTree(rows), make([]float64, len(drawn))
	if err := tree.check(); err != nil {
		return nil, nil, err
	}
	k = min(k, x.Rows)
	blocks := (len(out) + blockRows - 1) / blockRows
	err := parallel.Each(ctx, blocks, func() *nearestK { return &nearestK{k: k} }, func(block int, n *nearestK) {
		for i := block * blockRows; i < min((block+1)*blockRows, len(out)); i++ {
			n.distance, n.weight = n.distance[:0], n.weight[:0]
			tree.kth(0, rows.Row(int(of[drawn[i]])), weight, n)
			out[i] = math.Sqrt(n.reach())
		}
	}, report)
	if err != nil {
		return nil, nil, err
	}
	ascending := make([]int, len(out))
	for i := range ascending {
		ascending[i] = i
	}
	slices.SortStableFunc(ascending, func(a, b int) int { return cmp.Compare(out[a], out[b]) })
	distances, at := make([]float64, len(out)), make([]int32, len(out))
	for i, j := range ascending {
		distances[i], at[i] = out[j], drawn[j]
	}
	return distances, at, nil
}

// Knee returns the place where an ascending curve turns from flat to steep: of
// the curve drawn from corner to corner of a square, the point farthest below
// the diagonal, ties by the later. It is the last place when the curve does not
// rise, and -1 of nothing. Source: Satopää et al. 2011, Kneedle, without its
// smoothing.
func Knee(ascending []float64) int {
	last := len(ascending) - 1
	if last < 0 {
		return -1
	}
	low, high := ascending[0], ascending[last]
	if !(high > low) {
		return last
	}
	best, most := last, 0.
	for i, v := range ascending {
		if below := float64(i)/float64(last) - (v-low)/(high-low); below >= most {
			best, most = i, below
		}
	}
	return best
}
