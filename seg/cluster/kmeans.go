package cluster

import (
	"context"
	"errors"
	"slices"

	"custseg/model/parallel"
	"custseg/seg/order"
)

// Settings of [KMeans].
type Settings struct {
	K        int     // clusters, 1 or more
	Restarts int     // independent starts, of which the best is kept
	MaxIter  int     // most iterations of one start
	Tol      float64 // a start has converged when its centers' squared moves sum to Tol times the mean variance of the columns, or no label changes
	Seed     uint64
}

// DefaultSettings are 5 clusters by 10 starts of at most 300 iterations to a
// tolerance of 1e-4.
func DefaultSettings() Settings {
	return Settings{K: 5, Restarts: 10, MaxIter: 300, Tol: 1e-4}
}

// Result of [KMeans], or of another way to group rows by [Grouped]. Clusters are in order of descending size, ties by their
// centers, column by column, so their numbers do not depend on the start.
type Result struct {
	K          int     // clusters found: below Settings.K when there are fewer distinct rows than that
	Labels     []int32 // per row, 0..K-1; -1 in no cluster, which k-means leaves no row
	Centers    Matrix  // K rows
	Sizes      []int   // rows per cluster, none 0
	Inertia    float64 // sum of squared distances of the rows to their centers
	Iterations int     // of the start that was kept
	Converged  bool    // whether that start converged before MaxIter
	Agreed     int     // starts that ended as this one did; 0 where they are not counted
}

// KMeans groups the rows into K clusters about their means: greedy k-means++
// starts (Arthur & Vassilvitskii 2007), Lloyd's iterations under Hamerly's
// bounds (2010), which skip distances but not exactness, and a cluster that
// loses all its rows begun anew at the row farthest from its center. Each start
// has a random stream of its own; the lowest inertia wins, ties by the earlier
// start. Progress is reported as starts end, from the caller's goroutine;
// report may be nil.
//
// It returns ErrNoData for an empty matrix, an error for a value that is not
// finite or a setting out of range, and the context's error when cancelled.
func KMeans(ctx context.Context, x Matrix, s Settings, report func(done float64)) (Result, error) {
	results, err := kmeans(ctx, x, []int{s.K}, s, report)
	if err != nil {
		return Result{}, err
	}
	return results[0], nil
}

// kmeans runs k-means for each of the ks, all starts of all ks in one queue.
func kmeans(ctx context.Context, x Matrix, ks []int, s Settings, report func(done float64)) ([]Result, error) {
	if err := x.check(); err != nil {
		return nil, err
	}
	if len(ks) == 0 || slices.Min(ks) < 1 {
		return nil, errors.New("cluster: the number of clusters must be 1 or more")
	}
	if s.Restarts < 1 || s.MaxIter < 1 || !(s.Tol >= 0) {
		return nil, errors.New("cluster: restarts and iterations must be 1 or more, the tolerance not below 0")
	}
	tol := 0.
	for _, v := range x.variances(x.means()) {
		tol += s.Tol * v / float64(x.Cols)
	}
	if !order.Finite(tol) {
		return nil, errTooLarge
	}

	laid, starts := layOut(x), make([]start, len(ks)*s.Restarts)
	err := parallel.Each(ctx, len(starts), func() *fit { return newFit(laid) }, func(task int, f *fit) {
		restart := task % s.Restarts
		starts[task] = f.run(ctx, ks[task/s.Restarts], startRandom(s.Seed, restart), s.MaxIter, tol)
	}, report)
	if err != nil {
		return nil, err
	}
	results := make([]Result, len(ks))
	for i := range ks {
		tried := starts[i*s.Restarts : (i+1)*s.Restarts]
		best := 0
		for j, t := range tried {
			if t.inertia < tried[best].inertia {
				best = j
			}
		}
		results[i] = tried[best].canonical()
	}
	return results, nil
}

// start is the outcome of one start, its clusters in the order they were
// seeded in; some may be empty.
type start struct {
	labels     []int32
	centers    Matrix
	counts     []int
	inertia    float64
	iterations int
	converged  bool
}

// canonical drops empty clusters and numbers the others by descending size,
// ties by center.
func (t start) canonical() Result {
	var byRank []int32
	for c, n := range t.counts {
		if n > 0 {
			byRank = append(byRank, int32(c))
		}
	}
	slices.SortFunc(byRank, func(a, b int32) int {
		if t.counts[a] != t.counts[b] {
			return t.counts[b] - t.counts[a]
		}
		return slices.Compare(t.centers.Row(int(a)), t.centers.Row(int(b)))
	})
	res := Result{
		K: len(byRank), Labels: t.labels, Centers: t.centers.Pick(byRank), Sizes: make([]int, len(byRank)),
		Inertia: t.inertia, Iterations: t.iterations, Converged: t.converged,
	}
	rank := make([]int32, len(t.counts))
	for r, c := range byRank {
		rank[c] = int32(r)
		res.Sizes[r] = t.counts[c]
	}
	for i, c := range res.Labels {
		if c >= 0 {
			res.Labels[i] = rank[c]
		}
	}
	return res
}
