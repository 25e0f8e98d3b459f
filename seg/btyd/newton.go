package btyd

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// place is where a search stands. Axes that are held do not move.
type place struct {
	x, grad []float64 // grad is 0 on the axes held
	value   float64
	held    []bool
	second  *mat.SymDense // derivatives by the axes that are free
}

// free lists the axes that are not held.
func (at place) free() []int {
	var out []int
	for j, held := range at.held {
		if !held {
			out = append(out, j)
		}
	}
	return out
}

// flat reports whether the slopes are as good as 0.
func (at place) flat() bool { return norm(at.grad) < flat }

// slopes is the loss of all customers by the free axes, the others at x, where
// they may be beyond the furthest of the search.
func (p *problem) slopes(x []float64, free []int) func(y, grad []float64) float64 {
	full := slices.Clone(x)
	return func(y, grad []float64) float64 {
		return bounded(y, grad, func(inside, grad []float64) float64 {
			slopes := make([]float64, len(full))
			for k, j := range free {
				full[j] = inside[k]
			}
			value := p.at(p.of.all, full, slopes)
			copy(grad, pick(slopes, free))
			return value
		})
	}
}

// newton takes the last steps from a place along the axes that are free.
func (p *problem) newton(x []float64, held []bool) (place, error) {
	const most = 12
	const near = 1e-4 // a move after which the second derivatives are as good as the same
	at := place{x: slices.Clone(x), held: slices.Clone(held), grad: make([]float64, len(x))}
	free := at.free()
	f := p.slopes(at.x, free)
	y, grad := pick(at.x, free), make([]float64, len(free))
	value := f(y, grad)
	second := hessian(f, y, grad)
	for range most {
		if err := p.ctx.Err(); err != nil {
			return place{}, err
		}
		next, ok := newtonStep(second, y, grad)
		if !ok || norm(grad) < flat/100 {
			break
		}
		nextGrad := make([]float64, len(y))
		nextValue := f(next, nextGrad)
		if !(norm(nextGrad) < norm(grad)) || nextValue > value+1e-9*(1+math.Abs(value)) {
			break
		}
		moved := norm(difference(next, y))
		y, value, grad = next, nextValue, nextGrad
		if moved > near {
			second = hessian(f, y, grad)
		}
	}
	for k, j := range free {
		at.x[j], at.grad[j] = y[k], grad[k]
	}
	at.value, at.second = value, second
	return at, nil
}

func pick(of []float64, at []int) []float64 {
	out := make([]float64, len(at))
	for k, j := range at {
		out[k] = of[j]
	}
	return out
}

// hessian is the second derivatives of a loss, by differences of the slopes from
// those at x.
func hessian(f func(x, grad []float64) float64, x, grad []float64) *mat.SymDense {
	const step = 1e-5
	n := len(x)
	if n == 0 {
		return &mat.SymDense{}
	}
	rows := mat.NewDense(n, n, nil)
	up, moved := make([]float64, n), make([]float64, n)
	for i := range x {
		copy(moved, x)
		moved[i] = x[i] + step
		f(moved, up)
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
	if len(x) == 0 || !chol.Factorize(hessian) {
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
