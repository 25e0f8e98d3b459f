package btyd

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// few is up to how many steps a ratio of gamma functions is multiplied out.
const few = 16

// lgamma is the logarithm of the gamma function of a positive number.
func lgamma(z float64) float64 {
	v, _ := math.Lgamma(z)
	return v
}

// lgammaStep returns lnΓ(z+n) - lnΓ(z) for z > 0 and n ≥ 0, without the rounding
// of the difference of two large numbers when n is small and whole or z is large.
func lgammaStep(z, n float64) float64 {
	if z > large {
		return n*math.Log(z) + (z+n-0.5)*math.Log1p(n/z) - n + stirling(z+n) - stirling(z)
	}
	if n > few || n != math.Trunc(n) {
		return lgamma(z+n) - lgamma(z)
	}
	product := 1.
	for i := range int(n) {
		product *= z + float64(i)
	}
	if product > 0 && !math.IsInf(product, 0) {
		return math.Log(product)
	}
	return lgamma(z+n) - lgamma(z)
}

// large is from where on Stirling's series of few terms is as good as exact.
const large = 1000

// stirling is what lnΓ(z) is above (z-½)ln z - z + ½ln 2π.
func stirling(z float64) float64 { return (1 - 1/(30*z*z)) / (12 * z) }

// digammaStep returns ψ(z+n) - ψ(z) for z > 0 and whole n ≥ 0.
func digammaStep(z, n float64) float64 {
	if n > few {
		return mathext.Digamma(z+n) - mathext.Digamma(z)
	}
	sum := 0.
	for i := range int(n) {
		sum += 1 / (z + float64(i))
	}
	return sum
}

// logistic is 1/(1+e^-v).
func logistic(v float64) float64 {
	if v >= 0 {
		return 1 / (1 + math.Exp(-v))
	}
	e := math.Exp(v)
	return e / (1 + e)
}

// log1pExp is ln(1+e^v).
func log1pExp(v float64) float64 {
	if v > 0 {
		return v + math.Log1p(math.Exp(-v))
	}
	return math.Log1p(math.Exp(v))
}

// decay is (1-e^(-kl))/k, which is l at k = 0: the integral of e^(-ky) over
// 0..l.
func decay(k, l float64) float64 {
	if math.Abs(k*l) < 1e-300 {
		return l
	}
	return -math.Expm1(-k*l) / k
}
