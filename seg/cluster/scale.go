package cluster

import (
	"fmt"
	"math"

	"custseg/seg/binning"
	"custseg/seg/magnitude"
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
		for j := range s.Spread {
			column := x.Column(j)
			unit := magnitude.Unit(column) // so that no square overflows or vanishes
			own := FromColumns(magnitude.In(unit, column))
			mean := own.means()
			s.Shift[j], s.Spread[j] = mean[0]*unit, math.Sqrt(own.variances(mean)[0])*unit
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
			to[j] = s.Apply(j, v)
		}
	}
	return out, s
}

// Apply returns a value of column j on the scale.
func (s Scaling) Apply(j int, v float64) float64 {
	if s.Spread[j] > 0 {
		return (v - s.Shift[j]) / s.Spread[j]
	}
	return 0
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

// WinsorLimits returns the type-7 quantiles of the finite values at lo and hi,
// 0..1, to which values are drawn in so that a few extreme customers do not make
// clusters of their own.
func WinsorLimits(values []float64, lo, hi float64) (low, high float64) {
	ascending := order.Ascending(values)
	sorted := make([]float64, len(ascending))
	for i, pos := range ascending {
		sorted[i] = values[pos]
	}
	return binning.Quantile7(sorted, lo), binning.Quantile7(sorted, hi)
}

// Log1p returns sign(v)·ln(1+|v|): ln(1+v) for money from 0 up, and the same
// mirrored for customers who returned more than they bought, so that order is
// kept. NaN and ±Inf stay.
func Log1p(v float64) float64 { return math.Copysign(math.Log1p(math.Abs(v)), v) }
