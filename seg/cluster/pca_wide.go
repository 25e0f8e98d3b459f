package cluster

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"
)

// widePCA finds the principal components of more columns than rows, as many as
// there are rows: from the inner products of the centered rows, whose eigenvalues
// are those of the covariance, so that time and memory go by the fewer of the two
// (Jolliffe 2002, Principal Component Analysis, section 3.5). Beyond the rank the
// variance and the loadings are 0.
func widePCA(x Matrix) (Components, error) {
	if err := x.check(); err != nil {
		return Components{}, err
	}
	c := Components{Mean: x.means(), Loadings: NewMatrix(x.Rows, x.Cols), Variance: make([]float64, x.Rows)}
	centered := NewMatrix(x.Rows, x.Cols)
	for i := range x.Rows {
		for j, v := range x.Row(i) {
			centered.Row(i)[j] = v - c.Mean[j]
		}
	}
	var eigen mat.EigenSym
	if !eigen.Factorize(centered.products(), true) {
		return Components{}, errors.New("cluster: the principal components could not be found: scale the columns first")
	}
	var vectors mat.Dense
	eigen.VectorsTo(&vectors)
	values := eigen.Values(nil) // ascending
	const rank = 1e-12          // of the largest, below which a value is rounding
	for i := range c.Variance {
		from := x.Rows - 1 - i
		if values[from] <= rank*values[x.Rows-1] {
			break
		}
		c.Variance[i] = values[from] / float64(x.Rows)
		loading := c.Loadings.Row(i)
		for row := range x.Rows {
			weight := vectors.At(row, from) / math.Sqrt(values[from])
			for j, v := range centered.Row(row) {
				loading[j] += weight * v
			}
		}
		orient(loading)
	}
	return c, nil
}

// products returns the inner products of all pairs of rows.
func (m Matrix) products() *mat.SymDense {
	out := mat.NewSymDense(m.Rows, nil)
	for i := range m.Rows {
		for k := i; k < m.Rows; k++ {
			sum := 0.
			for j, v := range m.Row(i) {
				sum += v * m.Row(k)[j]
			}
			out.SetSym(i, k, sum)
		}
	}
	return out
}
