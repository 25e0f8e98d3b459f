package btyd

import (
	"math"
	"slices"
)

// bfgs minimises a function with slopes by the method of Broyden, Fletcher,
// Goldfarb and Shanno, steps halved until the value falls enough (Nocedal &
// Wright 2006, algorithms 3.1 and 6.1). It begins with the inverse of the second
// derivatives, if that is known, which it changes. It ends when done says so of a
// point and its slopes, no step leads down, or after a number of iterations.
func bfgs(f func(x, grad []float64) float64, start []float64, inverse [][]float64, iterations int, done func(x, grad []float64) bool) []float64 {
	n := len(start)
	x, grad := slices.Clone(start), make([]float64, n)
	value := f(x, grad)
	unknown := inverse == nil
	if unknown {
		inverse = identity(n, 1)
	}
	for i := 0; i < iterations && !done(x, grad); i++ {
		step := make([]float64, n)
		for j, row := range inverse {
			step[j] = -dot(row, grad)
		}
		slope := dot(step, grad)
		if !(slope < 0) {
			inverse = identity(n, 1)
			for j := range step {
				step[j] = -grad[j]
			}
			slope = dot(step, grad)
		}
		const longest = 2. // in logarithms of parameters
		if long := norm(step); long > longest {
			slope *= longest / long
			for j := range step {
				step[j] *= longest / long
			}
		}
		next, nextGrad, nextValue, ok := search(f, x, step, value, slope)
		if !ok {
			break
		}
		moved, turned := difference(next, x), difference(nextGrad, grad)
		if curvature := dot(moved, turned); curvature > 0 {
			if i == 0 && unknown {
				inverse = identity(n, curvature/dot(turned, turned))
			}
			update(inverse, moved, turned, curvature)
		}
		x, grad, value = next, nextGrad, nextValue
	}
	return x
}

// search halves a step until the value falls by a share of what the slope
// promises.
func search(f func(x, grad []float64) float64, x, step []float64, value, slope float64) (next, grad []float64, nextValue float64, ok bool) {
	const share, most = 1e-4, 30
	next, grad = make([]float64, len(x)), make([]float64, len(x))
	for size, i := 1., 0; i < most; size, i = size/2, i+1 {
		for j := range x {
			next[j] = x[j] + size*step[j]
		}
		if nextValue = f(next, grad); nextValue <= value+share*size*slope {
			return next, grad, nextValue, true
		}
	}
	return nil, nil, math.NaN(), false
}

// update learns from a move how the slopes turned along it.
func update(inverse [][]float64, moved, turned []float64, curvature float64) {
	n := len(moved)
	bent := make([]float64, n)
	for i, row := range inverse {
		bent[i] = dot(row, turned)
	}
	grow := (1 + dot(turned, bent)/curvature) / curvature
	for i := range n {
		for j := range n {
			inverse[i][j] += grow*moved[i]*moved[j] - (bent[i]*moved[j]+moved[i]*bent[j])/curvature
		}
	}
}

func identity(n int, scale float64) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
		out[i][i] = scale
	}
	return out
}

func dot(a, b []float64) float64 {
	sum := 0.
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func difference(a, b []float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] - b[i]
	}
	return out
}

// norm is the largest of the numbers, by size.
func norm(v []float64) float64 {
	out := 0.
	for _, x := range v {
		out = max(out, math.Abs(x))
	}
	return out
}
