// Package modes groups rows of numbers and categories about prototypes: the
// means of the numbers and the modes of the categories. Without numbers these
// are k-modes. Sources: Huang (1998), Extensions to the k-means algorithm for
// clustering large data sets with categorical values; Cao, Liang & Bai (2009), A
// new initialization method for categorical data clustering.
package modes

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"custseg/model/parallel"
	"custseg/seg/cluster"
	"custseg/seg/order"
)

// Data is rows of numbers and categories, of either of which there may be none.
type Data struct {
	Numbers    cluster.Matrix // finite; Rows is 0 without numbers
	Categories [][]int32      // by column and row, 0 or above
}

// Rows returns the number of rows.
func (d Data) Rows() int {
	if len(d.Categories) > 0 {
		return len(d.Categories[0])
	}
	return d.Numbers.Rows
}

// Settings of [Fit].
type Settings struct {
	Gamma    float64 // what a difference of category counts, where 1 squared is that of a number; without numbers 1 is usual
	Restarts int     // independent starts, of which the lowest cost is kept
	MaxIter  int     // most iterations of one start
	Seed     uint64
}

// Result is clusters about prototypes, in order of descending size, ties by
// their prototypes.
type Result struct {
	K          int            // clusters: below what was asked for when there are fewer distinct rows than that
	Labels     []int32        // per row, 0..K-1
	Means      cluster.Matrix // K rows: the numbers of the prototypes
	Modes      [][]int32      // K rows: their categories
	Sizes      []int          // rows per cluster, none 0
	Cost       float64        // sum of the dissimilarities of the rows to their prototypes
	Iterations int            // of the start that was kept
	Converged  bool           // whether that start ended before MaxIter
	Agreed     int            // starts that came to its cost, itself among them
}

var (
	errNoData   = errors.New("modes: no rows or no columns")
	errSettings = errors.New("modes: clusters, restarts and iterations must be 1 or more, gamma finite and not below 0")
)

// Gamma is Huang's weight of categories among numbers: half the mean standard
// deviation of the numbers' columns, or 1 without numbers, or when these are
// all constant.
func Gamma(numbers cluster.Matrix) float64 {
	sum := 0.
	for j := range numbers.Cols {
		mean, square := 0., 0.
		for i := range numbers.Rows {
			mean += numbers.Row(i)[j] / float64(numbers.Rows)
		}
		for i := range numbers.Rows {
			d := numbers.Row(i)[j] - mean
			square += d * d / float64(numbers.Rows)
		}
		sum += math.Sqrt(square)
	}
	if sum == 0 {
		return 1
	}
	return sum / float64(numbers.Cols) / 2
}

// Fit groups the rows into each of the numbers of clusters ks, 1 or more. The
// dissimilarity of two rows is the sum of the squared differences of their
// numbers and, Gamma times, the number of categories in which they differ. Starts
// are draws as of greedy k-means++, each with a random stream of its own, ties by the
// earlier; the first of rows without numbers is of the rows that Cao's density
// and distance choose. A row goes to another cluster only
// when it is nearer; of equally frequent categories the lowest is the mode; a
// cluster that loses all its rows begins anew at the row farthest from its
// prototype. The order of the rows does not matter. Progress is reported as
// starts end; report may be nil.
//
// It returns an error when there are no rows or no columns, for values and
// settings out of range, and the context's error when cancelled.
func Fit(ctx context.Context, d Data, ks []int, s Settings, report func(done float64)) ([]Result, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	if s.Restarts < 1 || s.MaxIter < 1 || !(s.Gamma >= 0) || !order.Finite(s.Gamma) || len(ks) > 0 && slices.Min(ks) < 1 {
		return nil, errSettings
	}
	rows := d.distinct(s.Gamma)
	restarts := s.Restarts
	starts := make([]start, len(ks)*restarts)
	err := parallel.Each(ctx, len(starts), func() *fit { return newFit(rows) }, func(task int, f *fit) {
		starts[task] = f.run(ctx, ks[task/restarts], task%restarts, s)
	}, report)
	if err != nil {
		return nil, err
	}
	out := make([]Result, len(ks))
	for i := range ks {
		best := starts[i*restarts]
		for _, t := range starts[i*restarts+1 : (i+1)*restarts] {
			if t.cost < best.cost {
				best = t
			}
		}
		out[i] = rows.result(best)
		for _, t := range starts[i*restarts : (i+1)*restarts] {
			if t.cost <= best.cost*(1+sameCost) {
				out[i].Agreed++
			}
		}
	}
	return out, nil
}

// sameCost is how much costs may differ, as a part, and be of the same clusters.
const sameCost = 1e-6

func (d Data) check() error {
	if d.Rows() == 0 || d.Numbers.Cols+len(d.Categories) == 0 {
		return errNoData
	}
	for i, v := range d.Numbers.Data {
		if !order.Finite(v * v) {
			return fmt.Errorf("modes: row %d, column %d is %g: fill, drop or scale it first", i/d.Numbers.Cols, i%d.Numbers.Cols, v)
		}
	}
	for j, codes := range d.Categories {
		if len(codes) != d.Rows() || d.Numbers.Cols > 0 && len(codes) != d.Numbers.Rows {
			return fmt.Errorf("modes: category %d has %d rows of %d", j, len(codes), d.Rows())
		}
		if slices.Min(codes) < 0 {
			return fmt.Errorf("modes: category %d is missing in a row", j)
		}
	}
	return nil
}

// result numbers the clusters of a start and labels the rows as they were
// given.
func (r *rows) result(t start) Result {
	sizes := make([]int, len(t.prototypes))
	for i, c := range t.labels {
		sizes[c] += int(r.weight[i])
	}
	var rank []int
	for c, n := range sizes {
		if n > 0 {
			rank = append(rank, c)
		}
	}
	slices.SortFunc(rank, func(a, b int) int {
		return cmp.Or(sizes[b]-sizes[a], t.prototypes[a].compare(t.prototypes[b]))
	})
	out := Result{K: len(rank), Cost: t.cost, Iterations: t.iterations, Converged: t.converged, Labels: make([]int32, len(r.of))}
	place := make([]int32, len(sizes))
	out.Means = cluster.NewMatrix(len(rank), r.numbers.Cols)
	for to, from := range rank {
		place[from] = int32(to)
		copy(out.Means.Row(to), t.prototypes[from].numbers)
		out.Modes = append(out.Modes, t.prototypes[from].categories)
		out.Sizes = append(out.Sizes, sizes[from])
	}
	for i, distinct := range r.of {
		out.Labels[i] = place[t.labels[distinct]]
	}
	return out
}
