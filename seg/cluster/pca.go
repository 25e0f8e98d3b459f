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

// Components are all principal components of rows, of their covariance.
type Components struct {
	Mean     []float64 // per column
	Loadings Matrix    // a row of unit length per component, by column
	Variance []float64 // per component, descending
}

// PCA finds the principal components of the rows' population covariance,
// without scaling the columns: of standardized ones it is their correlation. A
// component points to where its largest loading is positive, ties by the earlier
// column. It returns ErrNoData for an empty matrix and an error for a value that
// is not finite.
func PCA(x Matrix) (Components, error) {
	if err := x.check(); err != nil {
		return Components{}, err
	}
	c := Components{Mean: x.means(), Loadings: NewMatrix(x.Cols, x.Cols), Variance: make([]float64, x.Cols)}
	var eigen mat.EigenSym
	if !eigen.Factorize(x.covariance(c.Mean), true) {
		return Components{}, errors.New("cluster: the principal components could not be found: scale the columns first")
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	values := eigen.Values(nil) // ascending
	for i := range c.Variance {
		from := x.Cols - 1 - i
		c.Variance[i] = max(values[from], 0) // rounding may leave a zero below 0
		mat.Col(c.Loadings.Row(i), from, &vectors)
		orient(c.Loadings.Row(i))
	}
	return c, nil
}

// Scores returns the scores of rows on the first n components.
func (c Components) Scores(x Matrix, n int) Matrix {
	out := NewMatrix(x.Rows, n)
	for i := range x.Rows {
		for j, v := range x.Row(i) {
			v -= c.Mean[j]
			for k := range n {
				out.Row(i)[k] += v * c.Loadings.Row(k)[j]
			}
		}
	}
	return out
}

// PCA2 projects the rows on the first two of their [PCA]. With a single column,
// Y and its loading are 0.
func PCA2(x Matrix) (Projection, error) {
	find := PCA
	if x.Cols > x.Rows {
		find = widePCA
	}
	c, err := find(x)
	if err != nil {
		return Projection{}, err
	}
	p := Projection{Mean: c.Mean, Loadings: NewMatrix(2, x.Cols)}
	total := 0.
	for _, v := range c.Variance {
		total += v
	}
	for i := range min(2, x.Cols, len(c.Variance)) {
		copy(p.Loadings.Row(i), c.Loadings.Row(i))
		if total > 0 {
			p.Explained[i] = c.Variance[i] / total
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
