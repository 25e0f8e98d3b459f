// Package logit is logistic regression: the chance of yes as the logistic
// function of a weighted sum, fitted by iteratively reweighted least squares
// (McCullagh & Nelder 1989, Generalized Linear Models) with a ridge (le Cessie &
// van Houwelingen 1992), which keeps weights finite where columns part yes from no
// or repeat each other.
package logit

import (
	"context"
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"custseg/seg/magnitude"
)

// ErrOneClass reports that all rows are yes, or all no.
var ErrOneClass = errors.New("logit: every row is of one class")

// Settings bound a fit.
type Settings struct {
	// Ridge is λ of the penalty λ/2·Σw² on the weights of the standardized columns,
	// 0 or more; the intercept is free.
	Ridge float64
	// Iterations is the most steps, 0 for 50.
	Iterations int
}

// Model is a fitted regression.
type Model struct {
	Intercept     float64
	Weights       []float64 // by column as given
	Standardized  []float64 // per standard deviation of the column, 0 of a constant one
	LogLikelihood float64   // without the penalty
	Iterations    int
	Converged     bool
}

// Fit fits columns of finite numbers to yes and no. It returns the context's
// error soon after a cancel, [ErrOneClass], or an error when columns repeat each
// other and there is no ridge.
func Fit(ctx context.Context, columns [][]float64, yes []bool, s Settings) (*Model, error) {
	positives := 0
	for _, y := range yes {
		if y {
			positives++
		}
	}
	if positives == 0 || positives == len(yes) {
		return nil, ErrOneClass
	}
	f := newFitter(columns, yes, s.Ridge)
	rate := float64(positives) / float64(len(yes))
	f.weights[0] = math.Log(rate / (1 - rate))
	if s.Iterations == 0 {
		s.Iterations = 50
	}
	out := &Model{}
	objective := f.objective(f.weights)
	for out.Iterations < s.Iterations && !out.Converged {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step, err := f.step()
		if err != nil {
			return nil, err
		}
		next := f.backtrack(step, objective)
		out.Iterations++
		const precise = 1e-10
		out.Converged = next-objective <= precise*math.Abs(next)
		objective = next
	}
	f.describe(out)
	return out, nil
}

// fitter holds standardized columns behind a column of ones.
type fitter struct {
	x        [][]float64
	mean, sd []float64 // sd is 0 of a constant column
	yes      []bool
	ridge    float64
	weights  []float64
	sums     []float64 // scratch, one a row
}

func newFitter(columns [][]float64, yes []bool, ridge float64) *fitter {
	n, p := len(yes), len(columns)+1
	f := &fitter{x: make([][]float64, p), mean: make([]float64, p), sd: make([]float64, p), yes: yes, ridge: ridge,
		weights: make([]float64, p), sums: make([]float64, n)}
	f.x[0] = make([]float64, n)
	for i := range f.x[0] {
		f.x[0][i] = 1
	}
	for j, c := range columns {
		f.x[j+1], f.mean[j+1], f.sd[j+1] = standardized(c)
	}
	return f
}

// standardized returns a column with mean 0 and standard deviation 1, or all 0
// when it is constant.
func standardized(c []float64) (z []float64, mean, sd float64) {
	unit := magnitude.Unit(c) // so that no square overflows or vanishes
	c = magnitude.In(unit, c)
	for _, v := range c {
		mean += v / float64(len(c))
	}
	for _, v := range c {
		sd += (v - mean) * (v - mean) / float64(len(c))
	}
	z, sd = make([]float64, len(c)), math.Sqrt(sd)
	const rounding = 1e-12
	if !(sd > rounding*math.Abs(mean)) || math.IsInf(sd, 0) {
		return z, mean * unit, 0
	}
	for i, v := range c {
		z[i] = (v - mean) / sd
	}
	return z, mean * unit, sd * unit
}

// combine fills the weighted sum of each row.
func (f *fitter) combine(weights []float64) []float64 {
	clear(f.sums)
	for j, w := range weights {
		if w != 0 {
			for i, v := range f.x[j] {
				f.sums[i] += w * v
			}
		}
	}
	return f.sums
}

// objective is the log-likelihood less the penalty.
func (f *fitter) objective(weights []float64) float64 {
	total := 0.
	for i, eta := range f.combine(weights) {
		if f.yes[i] {
			eta = -eta
		}
		total -= logOnePlusExp(eta)
	}
	for _, w := range weights[1:] {
		total -= f.ridge / 2 * w * w
	}
	return total
}

func logOnePlusExp(v float64) float64 {
	if v > 0 {
		return v + math.Log1p(math.Exp(-v))
	}
	return math.Log1p(math.Exp(v))
}

// step is that of Newton's method: (XᵀWX + λI)⁻¹ (Xᵀ(y - p) - λw).
func (f *fitter) step() ([]float64, error) {
	p := len(f.x)
	gradient, hessian := make([]float64, p), mat.NewSymDense(p, nil)
	variance, residual := make([]float64, len(f.yes)), make([]float64, len(f.yes))
	for i, eta := range f.combine(f.weights) {
		chance := Logistic(eta)
		variance[i], residual[i] = chance*(1-chance), -chance
		if f.yes[i] {
			residual[i]++
		}
	}
	weighted := make([]float64, len(f.yes))
	for j := range p {
		for i, v := range f.x[j] {
			gradient[j] += v * residual[i]
			weighted[i] = v * variance[i]
		}
		for k := j; k < p; k++ {
			sum := 0.
			for i, v := range f.x[k] {
				sum += v * weighted[i]
			}
			hessian.SetSym(j, k, sum)
		}
		if j > 0 {
			gradient[j] -= f.ridge * f.weights[j]
			hessian.SetSym(j, j, hessian.At(j, j)+f.ridge)
			if f.sd[j] == 0 {
				hessian.SetSym(j, j, 1) // a constant column keeps the weight 0
			}
		}
	}
	var cholesky mat.Cholesky
	if !cholesky.Factorize(hessian) {
		return nil, fmt.Errorf("logit: columns repeat each other or part yes from no, and the ridge %v does not hold them", f.ridge)
	}
	var step mat.VecDense
	if err := cholesky.SolveVecTo(&step, mat.NewVecDense(p, gradient)); err != nil && !errors.As(err, new(mat.Condition)) {
		return nil, fmt.Errorf("logit: %w", err)
	}
	return step.RawVector().Data, nil
}

// backtrack takes a step, halved until the objective does not fall, and returns
// it.
func (f *fitter) backtrack(step []float64, from float64) float64 {
	next := make([]float64, len(step))
	for size := 1.; size > 1e-6; size /= 2 {
		for j := range next {
			next[j] = f.weights[j] + size*step[j]
		}
		if reached := f.objective(next); reached >= from {
			copy(f.weights, next)
			return reached
		}
	}
	return from
}

// describe writes the weights for the columns as given.
func (f *fitter) describe(m *Model) {
	m.Intercept = f.weights[0]
	for j := 1; j < len(f.x); j++ {
		w := 0.
		if f.sd[j] > 0 {
			w = f.weights[j] / f.sd[j]
		}
		m.Intercept -= w * f.mean[j]
		m.Weights, m.Standardized = append(m.Weights, w), append(m.Standardized, f.weights[j])
	}
	penalty := 0.
	for _, w := range f.weights[1:] {
		penalty += f.ridge / 2 * w * w
	}
	m.LogLikelihood = f.objective(f.weights) + penalty
}

// Logistic is 1/(1+e⁻ᵛ).
func Logistic(v float64) float64 { return 1 / (1 + math.Exp(-v)) }

// Chances is the chance of yes of each row of columns.
func (m *Model) Chances(columns [][]float64, rows int) []float64 {
	out := make([]float64, rows)
	for i := range out {
		out[i] = m.Chance(func(column int) float64 { return columns[column][i] })
	}
	return out
}

// Chance is the chance of yes of one row, given its value of each column.
func (m *Model) Chance(value func(column int) float64) float64 {
	sum := m.Intercept
	for j, w := range m.Weights {
		sum += w * value(j)
	}
	return Logistic(sum)
}
