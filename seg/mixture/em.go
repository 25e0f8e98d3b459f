package mixture

import (
	"cmp"
	"context"
	"math"
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
	finalists = 2  // starts of each kind that are carried on
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
	var final []run
	for i := range ks {
		final = append(final, likeliest(starts[i*d.Starts:(i+1)*d.Starts])...)
	}
	last := len(final) / len(ks)
	err = parallel.Each(ctx, len(final), newRoom, func(task int, room *cluster.Matrix) {
		d.iterate(ctx, &final[task], d.MaxIter, room)
	}, part(starting, 1-starting))
	for i := range found {
		found[i] = slices.MinFunc(final[i*last:(i+1)*last], likelier)
	}
	return found, err
}

// likelier orders runs, the likelier first.
func likelier(a, b run) int { return cmp.Compare(b.logLikelihood, a.logLikelihood) }

// likeliest returns the starts to carry on: some of each kind, for how likely a
// start is after a few iterations can be compared within its kind only.
func likeliest(starts []run) []run {
	var out []run
	for kind := range kinds {
		var tried []run
		for i := kind; i < len(starts); i += kinds {
			tried = append(tried, starts[i])
		}
		slices.SortStableFunc(tried, likelier)
		out = append(out, tried[:min(finalists, len(tried))]...)
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
	sum, centered := 0., make([]float64, d.x.Cols)
	for i := range d.x.Rows {
		sum += c.posterior(d.x.Row(i), membership.Row(i), centered)
	}
	return sum
}

// maximize sets the components to the weights, means and covariances of the
// rows as they belong to them. A component that has lost all rows keeps its
// place without weight.
func (d data) maximize(cs components, membership cluster.Matrix) {
	const none = 1e-8 // rows, below which a component has lost them all
	rows, sums := d.totals(membership)
	for k := range cs {
		c, n, mean := &cs[k], rows[k], sums.Row(k)
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

// totals adds up the rows as they belong to each component: how many, and their
// values.
func (d data) totals(membership cluster.Matrix) (rows []float64, sums cluster.Matrix) {
	rows, sums = make([]float64, membership.Cols), cluster.NewMatrix(membership.Cols, d.x.Cols)
	for i := range d.x.Rows {
		row := d.x.Row(i)
		for k, p := range membership.Row(i) {
			rows[k] += p
			sum := sums.Row(k)[:len(row)]
			for j, v := range row {
				sum[j] += p * v
			}
		}
	}
	return rows, sums
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
		row := d.x.Row(i)[:len(mean)]
		if d.Covariance == Diagonal {
			for j, v := range row {
				v -= mean[j]
				sums[j] += p * v * v
			}
			continue
		}
		rest := sums
		for a, v := range row {
			v -= mean[a]
			centered[a] = v
			weighted, upTo := p*v, centered[:a+1]
			own := rest[:len(upTo)]
			for b, w := range upTo {
				own[b] += weighted * w
			}
			rest = rest[len(upTo):]
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
