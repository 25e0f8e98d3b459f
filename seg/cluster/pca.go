package cluster

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Projection is a plane through data: its first two principal components.
type Projection struct {
	X, Y      []float64  // per row, the scores on the two components
	Mean      []float64  // per column
	Loadings  Matrix     // two rows of unit length, one a component, by column
	Explained [2]float64 // share of the total variance, 0 when there is none
}

// PCA2 projects the rows on the first two principal components of their
// covariance, without scaling the columns. A component points to where its
// largest loading is positive, ties by the earlier column. With a single
// column, Y and its loading are 0. It returns ErrNoData for an empty matrix and
// an error for a value that is not finite.
func PCA2(x Matrix) (Projection, error) {
	if err := x.check(); err != nil {
		return Projection{}, err
	}
	p := Projection{Mean: x.means(), Loadings: NewMatrix(2, x.Cols)}
	var eigen mat.EigenSym
	if !eigen.Factorize(x.covariance(p.Mean), true) {
		return Projection{}, errors.New("cluster: the principal components could not be found: scale the columns first")
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	values := eigen.Values(nil) // ascending
	total := 0.
	for _, v := range values {
		total += max(v, 0) // rounding may leave a zero below 0
	}
	for c := range min(2, x.Cols) {
		from := x.Cols - 1 - c
		loadings := p.Loadings.Row(c)
		mat.Col(loadings, from, &vectors)
		orient(loadings)
		if total > 0 {
			p.Explained[c] = max(values[from], 0) / total
		}
	}
	p.X, p.Y = p.Project(x)
	return p, nil
}

// Project returns the scores of other rows, such as centers, on the same plane.
func (p Projection) Project(x Matrix) (xs, ys []float64) {
	xs, ys = make([]float64, x.Rows), make([]float64, x.Rows)
	first, second := p.Loadings.Row(0), p.Loadings.Row(1)
	for i := range x.Rows {
		for j, v := range x.Row(i) {
			v -= p.Mean[j]
			xs[i] += v * first[j]
			ys[i] += v * second[j]
		}
	}
	return xs, ys
}

// covariance returns the population covariance of the columns about their mean.
func (m Matrix) covariance(mean []float64) *mat.SymDense {
	sums, centered := NewMatrix(m.Cols, m.Cols), make([]float64, m.Cols)
	for i := range m.Rows {
		for j, v := range m.Row(i) {
			centered[j] = v - mean[j]
		}
		for j, v := range centered {
			for k, w := range centered[j:] {
				sums.Data[j*m.Cols+j+k] += v * w
			}
		}
	}
	for i := range sums.Data {
		sums.Data[i] /= float64(m.Rows)
	}
	return mat.NewSymDense(m.Cols, sums.Data) // of which it reads the upper half
}

// orient turns a unit vector to where its largest component is positive.
// Components that are equal but for rounding, as those of two standardized
// columns always are, count as ties, so that rounding cannot turn the picture.
func orient(v []float64) {
	largest := 0.
	for _, c := range v {
		largest = max(largest, math.Abs(c))
	}
	for _, c := range v {
		if math.Abs(c) < largest*(1-1e-9) {
			continue
		}
		if c < 0 {
			for j := range v {
				v[j] = -v[j]
			}
		}
		return
	}
}
