// Package logweight turns logarithms of weights into shares, for engines whose
// likelihoods would vanish as plain numbers.
package logweight

import "math"

// Normalize replaces the logarithms of weights by the weights as shares of
// their sum, and returns the logarithm of the sum. At least one must be finite.
// The largest is taken out before the exponential, so that nothing overflows.
func Normalize(logs []float64) (logSum float64) {
	top := math.Inf(-1)
	for _, v := range logs {
		top = max(top, v)
	}
	sum := 0.
	for k, v := range logs {
		logs[k] = math.Exp(v - top)
		sum += logs[k]
	}
	for k := range logs {
		logs[k] /= sum
	}
	return top + math.Log(sum)
}
