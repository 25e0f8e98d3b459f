// Package mixture fits mixtures of Gaussian distributions to rows of numbers by
// expectation and maximization, and counts what each number of components costs
// and gains. Sources: Dempster, Laird & Rubin (1977); McLachlan & Peel (2000),
// Finite Mixture Models; Schwarz (1978) for the information criterion.
package mixture

import (
	"context"
	"errors"
	"math"

	"custseg/seg/cluster"
)

// Covariance is how the columns may vary together within a component.
type Covariance string

// The covariances.
const (
	Full     Covariance = "full" // any ellipsoid
	Diagonal Covariance = "diag" // ellipsoids along the columns
)

// Settings of [Fit].
type Settings struct {
	Covariance Covariance
	Starts     int     // independent starts, of which the likeliest are carried on
	MaxIter    int     // most iterations of a start
	Tol        float64 // it has converged when an iteration gains less than this in the mean log-likelihood of a row
	Ridge      float64 // share of a column's variance that is added to its variance in each component, so that none collapses on equal rows
	Seed       uint64
}

// Model is a fitted mixture. Its components are in order of descending number
// of rows that are most likely theirs, ties by their means, column by column.
type Model struct {
	K             int            // components: below what was asked for when there are fewer distinct rows than that
	Weights       []float64      // per component, of sum 1
	Means         cluster.Matrix // K rows
	Sizes         []int          // per component: the rows that are most likely its own; 0 is possible
	Labels        []int32        // per row, 0..K-1: the likeliest component
	Membership    cluster.Matrix // rows by K: the probability of each component given the row
	LogLikelihood float64        // of all rows; NaN when all columns are constant, which have no density
	Parameters    int            // free parameters
	BIC, AIC      float64        // -2 LogLikelihood + Parameters·ln(rows), and + 2·Parameters: lower is better
	Collapsed     int            // components on rows that are nearly equal, or fewer than a component takes, whose likelihood means little
	Iterations    int            // of the start that was kept
	Converged     bool

	varying    []int // the columns that the components describe
	components components
}

var errSettings = errors.New("mixture: starts and iterations must be 1 or more, the tolerance and the ridge not below 0, the covariance full or diag")

// Fit fits a mixture of each of the numbers of components ks, 1 or more, to the
// rows. Each start is a short run with a random stream of its own, by turns from
// a k-means++ clustering, from rows drawn at random, and from dense groups within
// a wide one; the likeliest two of each kind, ties by the earlier, are carried on
// until they converge (Biernacki, Celeux & Govaert 2003), and the likeliest of
// them is kept. Constant columns are left out: they have no density. The order of
// the rows does not matter.
// Progress is reported as runs end; report may be nil.
//
// It returns cluster.ErrNoData for an empty matrix, an error for values that are
// not finite or too large to square and for a setting out of range, and the
// context's error when cancelled.
func Fit(ctx context.Context, x cluster.Matrix, ks []int, s Settings, report func(done float64)) ([]Model, error) {
	if s.Starts < 1 || s.MaxIter < 1 || !(s.Tol >= 0) || !(s.Ridge >= 0) || s.Covariance != Full && s.Covariance != Diagonal {
		return nil, errSettings
	}
	// One cluster, for its check of the rows.
	if _, err := cluster.KMeans(ctx, x, cluster.Settings{K: 1, Restarts: 1, MaxIter: 1}, nil); err != nil {
		return nil, err
	}
	d := prepare(x, s)
	found, err := d.search(ctx, ks, report)
	if err != nil {
		return nil, err
	}
	out := make([]Model, len(found))
	for i, r := range found {
		out[i] = d.model(x, r)
	}
	return out, ctx.Err()
}

// model reports a run on all rows, in the order they were given in.
func (d data) model(x cluster.Matrix, r run) Model {
	m := Model{varying: d.varying, components: r.components, Iterations: r.iterations, Converged: r.converged, LogLikelihood: r.logLikelihood}
	m.Labels, m.Membership = m.Assign(x)
	m.components = r.components.pick(m.rank())
	m.Labels, m.Membership = m.Assign(x)
	m.K, m.Weights = len(m.components), make([]float64, len(m.components))
	m.Means = cluster.NewMatrix(m.K, x.Cols)
	for k, c := range m.components {
		m.Weights[k] = c.weight
		copy(m.Means.Row(k), x.Row(0)) // of constant columns
		for j, v := range c.mean {
			m.Means.Row(k)[d.varying[j]] = v
		}
	}
	m.Sizes = m.counts()
	for k := range m.components {
		if d.collapsed(&m.components[k]) {
			m.Collapsed++
		}
	}
	m.Parameters = m.K - 1 + m.K*(len(d.varying)+d.free())
	m.BIC = -2*m.LogLikelihood + float64(m.Parameters)*math.Log(float64(x.Rows))
	m.AIC = -2*m.LogLikelihood + 2*float64(m.Parameters)
	return m
}

// counts returns how many rows are most likely of each component.
func (m Model) counts() []int {
	out := make([]int, len(m.components))
	for _, l := range m.Labels {
		out[l]++
	}
	return out
}

// Assign returns the likeliest component of each row, ties by the lower, and
// the probability of each. The rows have the columns that the model was fitted
// to.
func (m Model) Assign(x cluster.Matrix) (labels []int32, membership cluster.Matrix) {
	labels, membership = make([]int32, x.Rows), cluster.NewMatrix(x.Rows, len(m.components))
	room := m.room()
	for i := range labels {
		labels[i] = m.likeliest(x.Row(i), room, membership.Row(i))
	}
	return labels, membership
}

// Likeliest returns the likeliest component of one row.
func (m Model) Likeliest(row []float64) int32 {
	return m.likeliest(row, m.room(), make([]float64, len(m.components)))
}

// room is where likeliest works.
func (m Model) room() []float64 { return make([]float64, 2*len(m.varying)) }

// likeliest fills p with the probabilities of the components.
func (m Model) likeliest(row, room, p []float64) int32 {
	varying, centered := room[:len(m.varying)], room[len(m.varying):]
	for j, column := range m.varying {
		varying[j] = row[column]
	}
	m.components.posterior(varying, p, centered)
	best := int32(0)
	for k, v := range p {
		if v > p[best] {
			best = int32(k)
		}
	}
	return best
}
