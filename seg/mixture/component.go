package mixture

import (
	"cmp"
	"math"
	"slices"

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

// logDensity is the logarithm of the weight times the density at a row. Centered is
// room for as many numbers.
func (c *component) logDensity(row, centered []float64) float64 {
	sum, mean := 0., c.mean[:len(row)]
	centered = centered[:len(row)]
	for j, v := range row {
		centered[j] = v - mean[j]
	}
	w := c.whitening
	if len(w) == len(row) {
		for j, v := range centered {
			z := w[j] * v
			sum += z * z
		}
		return c.logScale - sum/2
	}
	for i := range centered {
		z, own := 0., w[:i+1]
		for j, v := range centered[:len(own)] {
			z += own[j] * v
		}
		sum += z * z
		w = w[len(own):]
	}
	return c.logScale - sum/2
}

// posterior fills p with the probability of each component given a row, and
// returns the logarithm of the mixture's density there. Centered is room for as many
// numbers as the row has.
func (cs components) posterior(row, p, centered []float64) float64 {
	for k := range cs {
		p[k] = cs[k].logDensity(row, centered)
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
	factor := make([]float64, len(covariance))
	for extra := 0.; !factorize(factor, covariance, spread, extra); extra = max(leastShare, 100*extra) {
	}
	for i, at := 0, 0; i < len(spread); i++ {
		at += i
		logRoot += math.Log(factor[at])
		at++
	}
	invert(factor, len(spread))
	return factor, logRoot
}

// factorize writes to l the Cholesky factor of a covariance with shares of the
// spread added to its diagonal, all lower triangles by row, and reports whether
// there is one. Of as few columns as a mixture is fitted to it takes a fraction
// of the time of a library's, which also estimates the condition.
func factorize(l, covariance, spread []float64, extra float64) bool {
	row := l // and those after
	for i, at := 0, 0; i < len(spread); i++ {
		above := l
		for j := range i {
			sum := covariance[at+j]
			for m := range j {
				sum -= row[m] * above[m]
			}
			row[j] = sum / above[j]
			above = above[j+1:]
		}
		pivot := covariance[at+i] + extra*spread[i]
		for _, v := range row[:i] {
			pivot -= v * v
		}
		if !(pivot > 0) {
			return false
		}
		row[i] = math.Sqrt(pivot)
		row, at = row[i+1:], at+i+1
	}
	return true
}

// invert replaces a lower triangle of d rows by its inverse.
func invert(l []float64, d int) {
	row := l // and those after
	for i := range d {
		for j := range i {
			sum := 0.
			for m, at := j, j*(j+1)/2+j; m < i; m++ { // at is the place of row m, column j
				sum += row[m] * l[at]
				at += m + 1
			}
			row[j] = -sum / row[i]
		}
		row[i] = 1 / row[i]
		row = row[i+1:]
	}
}

// Density is one component of a mixture: the logarithm of its weight times its
// density at a row is LogScale less half the sum of the squares of Whitening times
// what the row is apart from Mean.
type Density struct {
	Columns   []int // of the rows, which Mean is of
	Mean      []float64
	Whitening [][]float64 // a row each, of as many columns as count in it
	LogScale  float64     // below all numbers for a component of no weight
}

// Densities are the components of the model.
func (m Model) Densities() []Density {
	out := make([]Density, len(m.components))
	for k, c := range m.components {
		out[k] = Density{Columns: m.varying, Mean: c.mean, LogScale: c.logScale}
		w, diagonal := c.whitening, len(c.whitening) == len(c.mean)
		for i := range c.mean {
			row := make([]float64, i+1)
			if diagonal {
				row[i] = w[i]
			} else {
				copy(row, w[:i+1])
				w = w[i+1:]
			}
			out[k].Whitening = append(out[k].Whitening, row)
		}
	}
	return out
}
