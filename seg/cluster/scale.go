package cluster

import (
	"fmt"
	"math"

	"custseg/seg/binning"
	"custseg/seg/order"
)

// Scale is how columns of different units are made comparable.
type Scale string

// The scales.
const (
	ZScore   Scale = "zscore" // mean 0, population standard deviation 1
	MinMax   Scale = "minmax" // from 0 to 1
	Unscaled Scale = "none"   // as they are
)

// Scaling is what was done to each column: (v - Shift) / Spread, and 0 where
// the spread is 0.
type Scaling struct {
	Shift, Spread []float64
}

// Standardize returns the matrix with its columns on a scale, and how to come
// back. A constant column becomes 0, except unscaled. The matrix must be
// finite. It panics on an unknown scale.
func Standardize(x Matrix, scale Scale) (Matrix, Scaling) {
	s := Scaling{make([]float64, x.Cols), make([]float64, x.Cols)}
	low, high := x.ranges()
	switch scale {
	case ZScore:
		s.Shift = x.means()
		for j, v := range x.variances(s.Shift) {
			s.Spread[j] = math.Sqrt(v)
		}
	case MinMax:
		for j := range s.Spread {
			s.Shift[j], s.Spread[j] = low[j], high[j]-low[j]
		}
	case Unscaled:
		for j := range s.Spread {
			s.Spread[j] = 1
		}
		return x, s
	default:
		panic(fmt.Sprintf("cluster: scale %q", scale))
	}
	for j := range s.Spread {
		if low[j] == high[j] { // not by the variance, which rounding may leave above 0
			s.Shift[j], s.Spread[j] = low[j], 0
		}
	}
	out := NewMatrix(x.Rows, x.Cols)
	for i := range x.Rows {
		to := out.Row(i)
		for j, v := range x.Row(i) {
			if s.Spread[j] > 0 {
				to[j] = (v - s.Shift[j]) / s.Spread[j]
			}
		}
	}
	return out, s
}

// Invert returns a matrix, such as centers, in the columns' own units.
func (s Scaling) Invert(x Matrix) Matrix {
	out := NewMatrix(x.Rows, x.Cols)
	for i := range x.Rows {
		to := out.Row(i)
		for j, v := range x.Row(i) {
			to[j] = v*s.Spread[j] + s.Shift[j]
		}
	}
	return out
}

// ranges returns the lowest and the highest value of each column.
func (m Matrix) ranges() (low, high []float64) {
	low, high = make([]float64, m.Cols), make([]float64, m.Cols)
	for j := range low {
		low[j], high[j] = math.Inf(1), math.Inf(-1)
	}
	for i := range m.Rows {
		for j, v := range m.Row(i) {
			low[j], high[j] = min(low[j], v), max(high[j], v)
		}
	}
	return low, high
}

// Winsorize returns the values drawn in to their type-7 quantiles at lo and hi,
// 0..1, so that a few extreme customers do not make clusters of their own. NaN
// and ±Inf are missing: they do not count and stay.
func Winsorize(values []float64, lo, hi float64) []float64 {
	ascending := order.Ascending(values)
	sorted := make([]float64, len(ascending))
	for i, pos := range ascending {
		sorted[i] = values[pos]
	}
	low, high := binning.Quantile7(sorted, lo), binning.Quantile7(sorted, hi)
	out := make([]float64, len(values))
	for i, v := range values {
		if order.Finite(v) {
			v = min(max(v, low), high)
		}
		out[i] = v
	}
	return out
}

// Log1p returns sign(v)·ln(1+|v|) of each value: ln(1+v) for money from 0 up,
// and the same mirrored for customers who returned more than they bought, so
// that order is kept. NaN and ±Inf stay.
func Log1p(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = math.Copysign(math.Log1p(math.Abs(v)), v)
	}
	return out
}
