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

// problem is a likelihood to maximise over the logarithms of parameters.
type problem struct {
	ctx     context.Context
	weight  float64 // customers
	of      objectives
	options Options
	report  func(float64)

	evaluations int
}

const (
	// furthest is how far a parameter's logarithm may run, nearLimit from where
	// on it counts as running off. Times or money are scaled to about 1.
	furthest, nearLimit = 12., 9.
	// flat is the slope per customer that counts as 0, and flatAtLimit where a
	// parameter runs off: the slope then falls for ever and never is 0.
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
		if at := p.simplex(logs(start)); at.value < best.value {
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
	return p.newton(at)
}

func (p *problem) progress(done float64) {
	if p.report != nil {
		p.report(done)
	}
}

// loss is minus the log-likelihood per customer at logarithms of parameters,
// and its slopes. Beyond the furthest that these may run it is that of the
// limit, with a penalty.
func (p *problem) loss(f objective, x, grad []float64) float64 {
	params, penalty := make([]float64, len(x)), 0.
	for i, v := range x {
		inside := min(max(v, -furthest), furthest)
		params[i] = math.Exp(inside)
		penalty += (v - inside) * (v - inside)
	}
	value := -f(params, grad)/p.weight + penalty
	for i := range grad {
		beyond := x[i] - min(max(x[i], -furthest), furthest)
		if beyond != 0 {
			grad[i] = 2 * beyond
		} else {
			grad[i] *= -params[i] / p.weight
		}
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
	if !chol.Factorize(p.hessian(p.of.some, x, grad)) || chol.InverseTo(&inv) != nil {
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
	iterations := p.options.MaxIterations
	if iterations <= 0 {
		iterations = 200
	}
	return bfgs(func(x, grad []float64) float64 { return p.loss(f, x, grad) }, start, inverse, iterations,
		func(x, grad []float64) bool { return isFlat(x, grad) || p.stopped() })
}

// newton takes the last steps, and reports where they end.
func (p *problem) newton(x []float64) (Estimate, error) {
	const most = 6
	const near = 1e-4 // a move after which the second derivatives are as good as the same
	grad := make([]float64, len(x))
	value := p.loss(p.of.all, x, grad)
	hessian := p.hessian(p.of.all, x, grad)
	for range most {
		if err := p.ctx.Err(); err != nil {
			return Estimate{}, err
		}
		next, ok := newtonStep(hessian, x, grad)
		if !ok || norm(grad) < flat/100 {
			break
		}
		nextGrad := make([]float64, len(x))
		nextValue := p.loss(p.of.all, next, nextGrad)
		if !(norm(nextGrad) < norm(grad)) || nextValue > value+1e-9*(1+math.Abs(value)) {
			break
		}
		moved := norm(difference(next, x))
		x, value, grad = next, nextValue, nextGrad
		if moved > near {
			hessian = p.hessian(p.of.all, x, grad)
		}
	}
	e := Estimate{Values: make([]float64, len(x)), GradientNorm: norm(grad), Converged: isFlat(x, grad)}
	for i, v := range x {
		e.Values[i] = math.Exp(min(max(v, -furthest), furthest))
	}
	if e.LogLikelihood = -value * p.weight; norm(x) > furthest { // with a penalty
		e.LogLikelihood = p.of.all(e.Values, nil)
	}
	if norm(x) <= nearLimit {
		e.StdErrors = p.stdErrors(hessian, e.Values)
	}
	if e.StdErrors == nil {
		e.off, e.StdErrors = p.limits(x, e.Values)
	}
	e.Evaluations = p.evaluations
	return e, nil
}

// hessian is the second derivatives of a loss, by differences of the slopes from
// those at x.
func (p *problem) hessian(f objective, x, grad []float64) *mat.SymDense {
	const step = 1e-5
	n := len(x)
	rows := mat.NewDense(n, n, nil)
	up, moved := make([]float64, n), make([]float64, n)
	for i := range x {
		copy(moved, x)
		moved[i] = x[i] + step
		p.loss(f, moved, up)
		for j := range up {
			rows.Set(i, j, (up[j]-grad[j])/step)
		}
	}
	out := mat.NewSymDense(n, nil)
	for i := range n {
		for j := i; j < n; j++ {
			out.SetSym(i, j, (rows.At(i, j)+rows.At(j, i))/2)
		}
	}
	return out
}

// newtonStep is where the slope would be 0; not ok unless that is a minimum.
func newtonStep(hessian *mat.SymDense, x, grad []float64) (next []float64, ok bool) {
	var chol mat.Cholesky
	if !chol.Factorize(hessian) {
		return nil, false
	}
	var step mat.VecDense
	if err := chol.SolveVecTo(&step, mat.NewVecDense(len(grad), grad)); err != nil {
		return nil, false
	}
	const longest = 1.
	scale := min(1, longest/norm(step.RawVector().Data))
	next = make([]float64, len(x))
	for i := range x {
		next[i] = x[i] - scale*step.AtVec(i)
	}
	return next, true
}

// stdErrors turns the second derivatives by the logarithms into standard errors
// of the parameters; nil when they are singular.
func (p *problem) stdErrors(hessian *mat.SymDense, params []float64) []float64 {
	var chol mat.Cholesky
	var inverse mat.SymDense
	if !chol.Factorize(hessian) || chol.Cond() > 1/singular || chol.InverseTo(&inverse) != nil {
		return nil
	}
	out := make([]float64, len(params))
	for i, v := range params {
		out[i] = v * math.Sqrt(inverse.At(i, i)/p.weight)
	}
	return out
}

func logs(params []float64) []float64 {
	out := make([]float64, len(params))
	for i, v := range params {
		out[i] = min(max(math.Log(v), -furthest), furthest)
	}
	return out
}
