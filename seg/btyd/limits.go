package btyd

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// singular is the ratio of the least to the greatest second derivative below
// which the least is taken to be 0.
const singular = 1e-10

// flatPart is the squared part of a parameter in the directions in which the
// likelihood is flat from which it counts as one of those that run along them.
const flatPart = 0.1

// limits tells an estimate near the end of where parameters may run from one in
// between: which parameters ran off, and the standard errors of the others. They
// ran off when they are as far as they may, or run along directions in which the
// likelihood is flat, such as a and b of a chance of leaving that does not vary,
// of which only the ratio counts. x are the logarithms where the search ended.
func (p *problem) limits(x, params []float64) (off []bool, stdErrors []float64) {
	n := len(x)
	inside, grad := make([]float64, n), make([]float64, n)
	const margin = 1e-3 // beyond is a penalty, which is not flat
	for i, v := range x {
		inside[i] = min(max(v, margin-furthest), furthest-margin)
	}
	p.loss(p.of.all, inside, grad)
	var eigen mat.EigenSym
	off = make([]bool, n)
	if !eigen.Factorize(p.hessian(p.of.all, inside, grad), true) {
		return off, nil
	}
	var directions mat.Dense
	eigen.VectorsTo(&directions)
	curves := eigen.Values(nil)
	for i, v := range x {
		off[i] = math.Abs(v) >= furthest
	}
	flatTo := max(singular*curves[n-1], 0)
	if norm(x) > nearLimit {
		flatTo = max(flatTo, flatAtLimit)
	}
	flatness, variance := make([]float64, n), make([]float64, n)
	for k, curve := range curves {
		for i := range n {
			if part := directions.At(i, k) * directions.At(i, k); curve < flatTo {
				flatness[i] += part
			} else {
				variance[i] += part / curve
			}
		}
	}
	stdErrors = make([]float64, n)
	for i, v := range params {
		stdErrors[i] = v * math.Sqrt(variance[i]/p.weight)
		if off[i] = off[i] || flatness[i] >= flatPart; off[i] {
			stdErrors[i] = math.NaN()
		}
	}
	return off, stdErrors
}
