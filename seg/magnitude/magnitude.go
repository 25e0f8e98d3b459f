// Package magnitude keeps sums and squares of very large and very small numbers
// within what a float64 can hold.
package magnitude

import (
	"math"

	"custseg/seg/order"
)

// Unit is the power of two to divide values by before they are added up or
// squared: 1 unless the largest finite one is so large that its square could
// overflow, or so small that it could vanish. Division by it loses nothing.
func Unit(values []float64) float64 {
	const huge, tiny = 1e100, 1e-100
	largest := 0.
	for _, v := range values {
		if order.Finite(v) {
			largest = max(largest, math.Abs(v))
		}
	}
	if largest == 0 || largest >= tiny && largest <= huge {
		return 1
	}
	_, exponent := math.Frexp(largest)
	return math.Ldexp(1, exponent-1)
}

// In returns values in a unit: the values themselves when it is 1.
func In(unit float64, values []float64) []float64 {
	if unit == 1 {
		return values
	}
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v / unit
	}
	return out
}
