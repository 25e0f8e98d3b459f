package btyd

import (
	"context"
	"math"

	"gonum.org/v1/gonum/mat"
)

// objective is a log-likelihood with its derivatives by the parameters; grad
// may be nil.
type objective func(params, grad []float64) float64

// objectives are a likelihood of few of the customers, to tell good starts from
// bad ones, of some, to come close to the highest, and of all. Some are nil where
// they would be all.
type objectives struct{ few, some, all objective }

// problem is a likelihood to maximise over the logarithms of parameters, along
// axes of its own.
type problem struct {
	ctx     context.Context
	weight  float64 // customers
	axes    axes
	limits  limits // of the axes
	of      objectives
	options Options
	report  func(float64)

	evaluations int
}

const (
	// furthest is how far the search may run along an axis, nearLimit from where
	// on it counts as running off. Times or money are scaled to about 1.
	furthest, nearLimit = 12., 9.
	// flat is the slope per customer that counts as 0, and flatAtLimit where the
	// search runs off: the slope then falls for ever and never is 0.
	flat, flatAtLimit = 1e-6, 1e-4
)

// isFlat reports whether slopes are as good as 0.
func isFlat(x, grad []float64) bool {
	return norm(grad) < flat || norm(x) > nearLimit && norm(grad) < flatAtLimit
}

// solve maximises from each start on few, from the best on some and then on all.
// Values are those of the rescaled parameters.
func (p *problem) solve(starts [][]float64) (Estimate, error) {
	all := p.of.all
	p.of.all = func(params, grad []float64) float64 {
		p.evaluations++
		return all(params, grad)
	}
	best := vertex{value: math.Inf(1)}
	for i, start := range starts {
		if at := p.simplex(p.axes.of(start)); at.value < best.value {
			best = at
		}
		if p.stopped() {
			return Estimate{}, p.ctx.Err()
		}
		p.progress(0.5 * float64(i+1) / float64(len(starts)))
	}
	from, inverse := p.approach(best.x)
	p.progress(0.6)
	at := p.climb(p.of.all, from, inverse)
	if p.stopped() {
		return Estimate{}, p.ctx.Err()
	}
	p.progress(0.8)
	end, err := p.finish(at)
	if err != nil {
		return Estimate{}, err
	}
	return p.estimate(end), nil
}

func (p *problem) progress(done float64) {
	if p.report != nil {
		p.report(done)
	}
}

// loss is minus the log-likelihood per customer at a place along the axes, and
// its slopes, within the furthest that the search may run.
func (p *problem) loss(f objective, x, grad []float64) float64 {
	return bounded(x, grad, func(x, grad []float64) float64 { return p.at(f, x, grad) })
}

// bounded is a loss within the furthest that the search may run; beyond it, that of
// the end with a penalty.
func bounded(x, grad []float64, loss func(x, grad []float64) float64) float64 {
	inside, penalty := make([]float64, len(x)), 0.
	for i, v := range x {
		inside[i] = min(max(v, -furthest), furthest)
		penalty += (v - inside[i]) * (v - inside[i])
	}
	value := loss(inside, grad) + penalty
	for i := range grad {
		if beyond := x[i] - inside[i]; beyond != 0 {
			grad[i] = 2 * beyond
		}
	}
	return value
}

// at is the loss without a limit to how far the search may run.
func (p *problem) at(f objective, x, grad []float64) float64 {
	params := p.axes.params(x)
	var slopes []float64
	if grad != nil {
		slopes = make([]float64, len(x))
	}
	value := -f(params, slopes) / p.weight
	for i, v := range params[:len(slopes)] {
		slopes[i] *= -v / p.weight
	}
	if grad != nil {
		copy(grad, p.axes.along(slopes))
	}
	return value
}

func (p *problem) stopped() bool { return p.ctx.Err() != nil }

// simplex improves a start on few customers by Nelder and Mead's method.
func (p *problem) simplex(start []float64) vertex {
	return simplexSearch(func(x []float64) float64 { return p.loss(p.of.few, x, nil) }, start, 0.5, 1e-5, 20*len(start), p.stopped)
}

// approach comes from a start to the highest point of some customers, and
// returns the inverse of the second derivatives there. Where it runs off, or some
// are all, it stays at the start and knows nothing.
func (p *problem) approach(start []float64) (x []float64, inverse [][]float64) {
	if p.of.some == nil {
		return start, nil
	}
	if x = p.climb(p.of.some, start, nil); norm(x) > nearLimit {
		return start, nil
	}
	grad := make([]float64, len(x))
	p.loss(p.of.some, x, grad)
	var chol mat.Cholesky
	var inv mat.SymDense
	slopes := func(x, grad []float64) float64 { return p.loss(p.of.some, x, grad) }
	if !chol.Factorize(hessian(slopes, x, grad)) || chol.InverseTo(&inv) != nil {
		return x, nil
	}
	inverse = identity(len(x), 1)
	for i, row := range inverse {
		for j := range row {
			row[j] = inv.At(i, j)
		}
	}
	return x, inverse
}

// climb polishes by BFGS. Newton's method takes over where the slope is small, or
// where rounding hides it from the search along a line.
func (p *problem) climb(f objective, start []float64, inverse [][]float64) []float64 {
	return bfgs(func(x, grad []float64) float64 { return p.loss(f, x, grad) }, start, inverse, p.iterations(),
		func(x, grad []float64) bool { return isFlat(x, grad) || p.stopped() })
}

func (p *problem) iterations() int {
	if p.options.MaxIterations > 0 {
		return p.options.MaxIterations
	}
	return 200
}
