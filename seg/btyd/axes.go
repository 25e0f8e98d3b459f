package btyd

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// axes are the directions of a search: the logarithm of parameter i is the sum of
// axes[i][j] times the place on axis j. They are chosen so that in a limit in
// which customers do not differ, where a shape and a scale run on together, one
// place alone runs on, and the others, such as that of the mean, end somewhere.
type axes [][]float64

// gammaAxes are those of a gamma distribution's shape and inverse scale: of the
// shape, and of the mean, which is their ratio.
func gammaAxes() axes { return axes{{1, 0}, {1, -1}} }

// betaAxes are those of a and b of a beta distribution: of b, and of a/b.
func betaAxes() axes { return axes{{1, 1}, {1, 0}} }

// spendingAxes are those of p, q and v: of p, of q, and of the mean pv/q.
func spendingAxes() axes { return axes{{1, 0, 0}, {0, 1, 0}, {-1, 1, 1}} }

// sideBySide are the axes of two pairs of parameters.
func sideBySide(first, second axes) axes {
	out := axes{}
	for _, row := range first {
		out = append(out, append(append([]float64{}, row...), 0, 0))
	}
	for _, row := range second {
		out = append(out, append([]float64{0, 0}, row...))
	}
	return out
}

// params are the parameters at a place.
func (a axes) params(x []float64) []float64 {
	out := make([]float64, len(a))
	for i, row := range a {
		out[i] = math.Exp(dot(row, x))
	}
	return out
}

// along turns slopes by the logarithms of parameters into those along the axes.
func (a axes) along(slopes []float64) []float64 {
	out := make([]float64, len(slopes))
	for i, row := range a {
		for j, part := range row {
			out[j] += part * slopes[i]
		}
	}
	return out
}

// of is the place of parameters.
func (a axes) of(params []float64) []float64 {
	n := len(a)
	m, logs := mat.NewDense(n, n, nil), mat.NewVecDense(n, nil)
	for i, row := range a {
		m.SetRow(i, row)
		logs.SetVec(i, math.Log(params[i]))
	}
	var x mat.VecDense
	if err := x.SolveVec(m, logs); err != nil {
		panic(err) // the axes above span all parameters
	}
	return x.RawVector().Data
}
