package mixture

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"custseg/model/parallel"
	"custseg/seg/cluster"
)

// data is what all runs share: the rows in canonical order, by the columns that
// vary, and how far these spread.
type data struct {
	Settings
	x       cluster.Matrix
	varying []int     // the columns of x among those given
	spread  []float64 // the variance of each column of x
}

// prepare leaves constant columns out and sorts the rows by their values, so
// that the order they are given in does not matter.
func prepare(given cluster.Matrix, s Settings) data {
	d := data{Settings: s}
	var columns [][]float64
	for j := range given.Cols {
		if column := given.Column(j); slices.Min(column) < slices.Max(column) {
			d.varying, columns = append(d.varying, j), append(columns, column)
		}
	}
	x := cluster.FromColumns(columns...)
	order := make([]int32, x.Rows)
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return slices.Compare(x.Row(int(a)), x.Row(int(b))) })
	d.x, d.spread = x.Pick(order), make([]float64, x.Cols)
	for j := range d.spread {
		mean := 0.
		for i := range x.Rows {
			mean += d.x.Row(i)[j] / float64(x.Rows)
		}
		for i := range x.Rows {
			v := d.x.Row(i)[j] - mean
			d.spread[j] += v * v / float64(x.Rows)
		}
	}
	return d
}

// free is the number of free parameters of one component's covariance.
func (d data) free() int {
	n := len(d.varying)
	if d.Covariance == Diagonal {
		return n
	}
	return n * (n + 1) / 2
}

// run is one start, as far as it has come.
type run struct {
	components    components
	logLikelihood float64
	iterations    int
	converged     bool
}

const (
	shortRun  = 10 // iterations of a start before the likeliest are chosen
	finalists = 3  // starts that are carried on
)

// search finds the likeliest run for each number of components.
func (d data) search(ctx context.Context, ks []int, report func(done float64)) ([]run, error) {
	found := make([]run, len(ks))
	if len(d.varying) == 0 {
		for i := range found {
			found[i] = run{components: components{{weight: 1}}, logLikelihood: math.NaN(), converged: true}
		}
		return found, nil
	}
	const starting = .7 // the share of the time, roughly
	part := func(from, share float64) func(float64) {
		return func(done float64) {
			if report != nil {
				report(from + share*done)
			}
		}
	}
	starts := make([]run, len(ks)*d.Starts)
	failed := make([]error, len(starts))
	newRoom := func() *cluster.Matrix { return new(cluster.Matrix) }
	err := parallel.Each(ctx, len(starts), newRoom, func(task int, room *cluster.Matrix) {
		starts[task], failed[task] = d.start(ctx, ks[task/d.Starts], task%d.Starts, room)
		d.iterate(ctx, &starts[task], min(shortRun, d.MaxIter), room)
	}, part(0, starting))
	if err != nil {
		return nil, err
	}
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	likelier := func(a, b run) int { return cmp.Compare(b.logLikelihood, a.logLikelihood) }
	last := min(finalists, d.Starts)
	final := make([]run, 0, len(ks)*last)
	for i := range ks {
		tried := starts[i*d.Starts : (i+1)*d.Starts]
		slices.SortStableFunc(tried, likelier)
		final = append(final, tried[:last]...)
	}
	err = parallel.Each(ctx, len(final), newRoom, func(task int, room *cluster.Matrix) {
		d.iterate(ctx, &final[task], d.MaxIter, room)
	}, part(starting, 1-starting))
	for i := range found {
		tried := final[i*last : (i+1)*last]
		slices.SortStableFunc(tried, likelier)
		found[i] = tried[0]
	}
	return found, err
}

// start makes components of clusters: every other start of those of k-means, the
// first among them, and the others of the rows about as many drawn at random,
// which finds components that overlap.
func (d data) start(ctx context.Context, k, number int, room *cluster.Matrix) (run, error) {
	random := rand.New(rand.NewPCG(d.Seed, uint64(number)))
	found, err := d.clusters(ctx, k, number%2 == 0, random)
	if err != nil {
		return run{}, err
	}
	r := run{components: make(components, found.K)}
	for c := range r.components {
		r.components[c].mean = make([]float64, d.x.Cols)
	}
	membership := d.room(room, found.K)
	clear(membership.Data)
	for i, l := range found.Labels {
		membership.Row(i)[l] = 1
	}
	d.maximize(r.components, membership)
	return r, nil
}

// clusters are those of a single start of k-means, or else of the rows nearest to
// each of k that are drawn.
func (d data) clusters(ctx context.Context, k int, means bool, random *rand.Rand) (cluster.Result, error) {
	if means {
		const most = 20 // iterations: a start need not be perfect
		return cluster.KMeans(ctx, d.x, cluster.Settings{K: k, Restarts: 1, MaxIter: most, Seed: random.Uint64()}, nil)
	}
	return cluster.Grouped(d.x, cluster.Nearest(d.x, d.x.Pick(d.draw(k, random)))), nil
}

// draw returns k rows that differ, fewer when chance finds no more.
func (d data) draw(k int, random *rand.Rand) []int32 {
	const tries = 20 // for each
	var out []int32
	for range tries * k {
		row := int32(random.IntN(d.x.Rows))
		equal := func(other int32) bool { return slices.Equal(d.x.Row(int(other)), d.x.Row(int(row))) }
		if len(out) < k && !slices.ContainsFunc(out, equal) {
			out = append(out, row)
		}
	}
	return out
}

// room returns a matrix of a row per row of data, which may hold anything.
func (d data) room(room *cluster.Matrix, columns int) cluster.Matrix {
	if room.Cols != columns {
		*room = cluster.NewMatrix(d.x.Rows, columns)
	}
	return *room
}

// iterate improves a run until it converges or has so many iterations.
func (d data) iterate(ctx context.Context, r *run, most int, room *cluster.Matrix) {
	if ctx.Err() != nil {
		return
	}
	membership := d.room(room, len(r.components))
	r.logLikelihood = d.expect(r.components, membership)
	for !r.converged && r.iterations < most && ctx.Err() == nil {
		r.iterations++
		d.maximize(r.components, membership)
		before := r.logLikelihood
		r.logLikelihood = d.expect(r.components, membership)
		r.converged = r.logLikelihood-before <= d.Tol*float64(d.x.Rows)
	}
}

// expect fills the membership of each row and returns the log-likelihood of
// all.
func (d data) expect(c components, membership cluster.Matrix) float64 {
	sum := 0.
	for i := range d.x.Rows {
		sum += c.posterior(d.x.Row(i), membership.Row(i))
	}
	return sum
}

// maximize sets the components to the weights, means and covariances of the
// rows as they belong to them. A component that has lost all rows keeps its
// place without weight.
func (d data) maximize(cs components, membership cluster.Matrix) {
	const none = 1e-8 // rows, below which a component has lost them all
	for k := range cs {
		c, n := &cs[k], 0.
		mean := make([]float64, d.x.Cols)
		for i := range d.x.Rows {
			p := membership.Row(i)[k]
			n += p
			for j, v := range d.x.Row(i) {
				mean[j] += p * v
			}
		}
		if n < none {
			c.weight, c.logScale = 0, math.Inf(-1)
			continue
		}
		for j := range mean {
			mean[j] /= n
		}
		c.mean = mean
		c.shape(n/float64(d.x.Rows), d.scatter(k, c.mean, n, membership), d.spread)
	}
}

// scatter returns the covariance of the rows as they belong to a component of n
// rows: its diagonal, or its lower triangle by row.
func (d data) scatter(k int, mean []float64, n float64, membership cluster.Matrix) []float64 {
	sums, centered := make([]float64, d.free()), make([]float64, len(mean))
	for i := range d.x.Rows {
		p := membership.Row(i)[k]
		if p == 0 {
			continue
		}
		for j, v := range d.x.Row(i) {
			centered[j] = v - mean[j]
		}
		rest := sums
		for a, v := range centered {
			if d.Covariance == Diagonal {
				sums[a] += p * v * v
				continue
			}
			for b, w := range centered[:a+1] {
				rest[b] += p * v * w
			}
			rest = rest[a+1:]
		}
	}
	at := 0
	for j := range mean {
		if d.Covariance == Full {
			at += j
		}
		sums[at] += n * d.Ridge * d.spread[j]
		at++
	}
	for i := range sums {
		sums[i] /= n
	}
	return sums
}
