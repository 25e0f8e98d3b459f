package mixture

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"

	"custseg/seg/logweight"
)

// component is one Gaussian distribution of a mixture. Of its covariance it
// holds what a density needs: a matrix w with wᵀw the inverse, which is lower
// triangular, by row, or for a diagonal covariance only its diagonal.
type component struct {
	weight    float64
	mean      []float64
	whitening []float64
	logScale  float64 // ln(weight) less that of the density's normalization
}

type components []component

func (c components) pick(order []int) components {
	out := make(components, len(order))
	for to, from := range order {
		out[to] = c[from]
	}
	return out
}

// rank orders the components by descending number of rows, ties by their means.
func (m Model) rank() []int {
	counts, order := m.counts(), make([]int, len(m.components))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(counts[b]-counts[a], slices.Compare(m.components[a].mean, m.components[b].mean))
	})
	return order
}

// logDensity is the logarithm of the weight times the density at a row.
func (c *component) logDensity(row []float64) float64 {
	sum, d := 0., len(row)
	if len(c.whitening) == d {
		for j, w := range c.whitening {
			z := w * (row[j] - c.mean[j])
			sum += z * z
		}
		return c.logScale - sum/2
	}
	w := c.whitening
	for i := range d {
		z := 0.
		for j, v := range w[:i+1] {
			z += v * (row[j] - c.mean[j])
		}
		sum += z * z
		w = w[i+1:]
	}
	return c.logScale - sum/2
}

// posterior fills p with the probability of each component given a row, and
// returns the logarithm of the mixture's density there.
func (cs components) posterior(row, p []float64) float64 {
	for k := range cs {
		p[k] = cs[k].logDensity(row)
	}
	return logweight.Normalize(p)
}

// shape sets the component to a weight and a covariance: its diagonal, or its
// lower triangle by row. A full one that is singular but for rounding is made
// steeper, by shares of the spread of the columns, until it is not.
func (c *component) shape(weight float64, covariance, spread []float64) {
	c.weight = weight
	d := len(c.mean)
	logRoot := 0. // of the determinant's root
	if len(covariance) == d {
		c.whitening = make([]float64, d)
		for j, v := range covariance {
			v = max(v, leastShare*spread[j])
			c.whitening[j] = 1 / math.Sqrt(v)
			logRoot += math.Log(v) / 2
		}
	} else {
		c.whitening, logRoot = whiten(covariance, spread)
	}
	c.logScale = math.Log(weight) - logRoot - float64(d)/2*math.Log(2*math.Pi)
}

// collapsed reports whether a component is flat in a direction, or has fewer rows
// than dimensions and one more.
func (d data) collapsed(c *component) bool {
	const flat = 1e-6 // variance, given the columns before, as a share of that of all rows
	if c.weight == 0 {
		return false
	}
	if c.weight*float64(d.x.Rows) < float64(d.x.Cols+1) {
		return true
	}
	at := 0
	for j, spread := range d.spread {
		if d.Covariance == Full {
			at += j
		}
		if w := c.whitening[at]; w*w*spread*flat > 1 {
			return true
		}
		at++
	}
	return false
}

// leastShare is the smallest variance of a component, as a share of that of all
// rows.
const leastShare = 1e-12

// whiten inverts the Cholesky factor of a covariance, given as its lower
// triangle by row, and returns with it the logarithm of the factor's
// determinant.
func whiten(covariance, spread []float64) (inverse []float64, logRoot float64) {
	d := len(spread)
	for extra := 0.; ; extra = max(leastShare, 100*extra) {
		s := mat.NewSymDense(d, nil)
		at := 0
		for i := range d {
			for j := range i + 1 {
				s.SetSym(i, j, covariance[at])
				at++
			}
			s.SetSym(i, i, s.At(i, i)+extra*spread[i])
		}
		var factor mat.Cholesky
		if !factor.Factorize(s) {
			continue
		}
		var lower, inverted mat.TriDense
		factor.LTo(&lower)
		if err := inverted.InverseTri(&lower); err != nil {
			continue
		}
		for i := range d {
			for j := range i + 1 {
				inverse = append(inverse, inverted.At(i, j))
			}
		}
		return inverse, factor.LogDet() / 2
	}
}
