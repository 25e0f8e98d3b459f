package cluster

import (
	"errors"
	"fmt"

	"custseg/seg/order"
)

// ErrNoData is returned for a matrix without rows or without columns.
var ErrNoData = errors.New("cluster: no rows or no columns")

var errTooLarge = errors.New("cluster: the values are too large to square: scale the columns first")

// Matrix is a table of numbers by row: element (i, j) is Data[i·Cols+j].
type Matrix struct {
	Rows, Cols int
	Data       []float64
}

// NewMatrix returns a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{rows, cols, make([]float64, rows*cols)}
}

// FromColumns lays columns of equal length side by side. It copies them, and
// panics when the lengths differ.
func FromColumns(columns ...[]float64) Matrix {
	if len(columns) == 0 {
		return Matrix{}
	}
	m := NewMatrix(len(columns[0]), len(columns))
	for j, column := range columns {
		if len(column) != m.Rows {
			panic(fmt.Sprintf("cluster: column %d has %d rows, the first has %d", j, len(column), m.Rows))
		}
		for i, v := range column {
			m.Data[i*m.Cols+j] = v
		}
	}
	return m
}

// Row returns row i, which shares the matrix's memory.
func (m Matrix) Row(i int) []float64 {
	return m.Data[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols]
}

// Column returns a copy of column j.
func (m Matrix) Column(j int) []float64 {
	out := make([]float64, m.Rows)
	for i := range out {
		out[i] = m.Data[i*m.Cols+j]
	}
	return out
}

// Pick returns a matrix of the rows named, in that order.
func (m Matrix) Pick(rows []int32) Matrix {
	out := NewMatrix(len(rows), m.Cols)
	for i, r := range rows {
		copy(out.Row(i), m.Row(int(r)))
	}
	return out
}

// check returns an error unless the matrix has data and all of it is finite.
func (m Matrix) check() error {
	if m.Rows == 0 || m.Cols == 0 {
		return ErrNoData
	}
	for i, v := range m.Data {
		if !order.Finite(v) {
			return fmt.Errorf("cluster: row %d, column %d is %g: fill or drop missing values first", i/m.Cols, i%m.Cols, v)
		}
	}
	return nil
}

// squared returns the squared Euclidean distance of two points of equal
// dimension.
func squared(a, b []float64) float64 {
	sum := 0.
	for len(a) >= 4 && len(b) >= 4 { // four at a time, for the processor's sake
		d0, d1, d2, d3 := a[0]-b[0], a[1]-b[1], a[2]-b[2], a[3]-b[3]
		sum += (d0*d0 + d1*d1) + (d2*d2 + d3*d3)
		a, b = a[4:], b[4:]
	}
	b = b[:len(a)]
	for j, v := range a {
		d := v - b[j]
		sum += d * d
	}
	return sum
}

// means returns the mean of each column.
func (m Matrix) means() []float64 {
	mean := make([]float64, m.Cols)
	for i := range m.Rows {
		for j, v := range m.Row(i) {
			mean[j] += v
		}
	}
	for j := range mean {
		mean[j] /= float64(m.Rows)
	}
	return mean
}

// variances returns the population variance of each column about its mean.
func (m Matrix) variances(mean []float64) []float64 {
	variance := make([]float64, m.Cols)
	for i := range m.Rows {
		for j, v := range m.Row(i) {
			d := v - mean[j]
			variance[j] += d * d
		}
	}
	for j := range variance {
		variance[j] /= float64(m.Rows)
	}
	return variance
}
