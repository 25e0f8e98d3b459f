package tree

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Test is a test of independence between the branches of a split and the target.
type Test struct {
	Statistic float64 // Pearson's χ², or F of a target of numbers
	DF, DF2   float64 // degrees of freedom; DF2 is of F's denominator, else 0
	LogP      float64 // natural logarithm of the adjusted p: p itself may be too small for a number
}

// P is the adjusted significance, 0..1.
func (t Test) P() float64 { return math.Exp(t.LogP) }

// logChiSquareP is the logarithm of the chance of a χ² of df degrees of freedom
// at or above x.
func logChiSquareP(x, df float64) float64 {
	a, z := df/2, x/2
	switch {
	case x <= 0:
		return 0
	case z < a+1:
		return math.Log1p(-lowerGamma(a, z))
	}
	// The continued fraction of the upper incomplete gamma function by Lentz's
	// method (Press et al. 2007, Numerical Recipes, 6.2.7), with its factor as a
	// logarithm, so that nothing underflows.
	const most, precise, tiny = 1000, 1e-15, 1e-300
	b := z + 1 - a
	c, d := 1/tiny, 1/b
	h := d
	for i := 1.; i <= most; i++ {
		n := -i * (i - a)
		b += 2
		d, c = 1/(n*d+b), b+n/c
		h *= d * c
		if math.Abs(d*c-1) < precise {
			break
		}
	}
	lg, _ := math.Lgamma(a)
	return -z + a*math.Log(z) - lg + math.Log(h)
}

// lowerGamma is the regularized lower incomplete gamma function by its series
// (Abramowitz & Stegun 6.5.29), for z below a+1.
func lowerGamma(a, z float64) float64 {
	const precise = 1e-17
	term := 1 / a
	sum := term
	for n := a + 1; term > precise*sum; n++ {
		term *= z / n
		sum += term
	}
	lg, _ := math.Lgamma(a)
	return sum * math.Exp(a*math.Log(z)-z-lg)
}

// logFP is the logarithm of the chance of an F of d1 and d2 degrees of freedom
// at or above f: the incomplete beta function at d2/(d2+d1·f) (Abramowitz &
// Stegun 26.6.2), and where that is too small for a number its leading term.
func logFP(f, d1, d2 float64) float64 {
	if math.IsInf(f, 1) {
		return math.Inf(-1)
	}
	a, b, x := d2/2, d1/2, d2/(d2+d1*f)
	if p := mathext.RegIncBeta(a, b, x); p > 0 {
		return math.Log(p)
	}
	return a*math.Log(x) + b*math.Log1p(-x) - math.Log(a) - mathext.Lbeta(a, b)
}

// cell is the rows of one group of categories: their number, their sums by class
// or of their values, and of a target of numbers the squares of these.
type cell struct {
	n, squares float64
	sums       []float64
}

func (c *cell) take(o cell) {
	c.n, c.squares = c.n+o.n, c.squares+o.squares
	for k, v := range o.sums {
		c.sums[k] += v
	}
}

// independence tests groups against the target, unadjusted: by Pearson's χ² of
// classes, by the analysis of variance of numbers. Where nothing can differ, p is
// 1.
func independence(groups []cell, numbers bool) Test {
	if numbers {
		return varianceTest(groups)
	}
	total, n := make([]float64, len(groups[0].sums)), 0.
	for _, g := range groups {
		n += g.n
		for k, v := range g.sums {
			total[k] += v
		}
	}
	columns, x := 0., 0.
	for k, t := range total {
		if t == 0 {
			continue
		}
		columns++
		for _, g := range groups {
			expected := g.n * t / n
			x += (g.sums[k] - expected) * (g.sums[k] - expected) / expected
		}
	}
	df := (columns - 1) * float64(len(groups)-1)
	if df == 0 {
		return Test{}
	}
	return Test{Statistic: x, DF: df, LogP: logChiSquareP(x, df)}
}

func varianceTest(groups []cell) Test {
	n, sum, squares := 0., 0., 0.
	for _, g := range groups {
		n, sum, squares = n+g.n, sum+g.sums[0], squares+g.squares
	}
	between := -sum * sum / n
	for _, g := range groups {
		between += g.sums[0] * g.sums[0] / g.n
	}
	within := squares - sum*sum/n - between
	d1, d2 := float64(len(groups)-1), n-float64(len(groups))
	const rounding = 1e-12 // of the squares, below which a difference is none
	if d1 == 0 || d2 <= 0 || between <= rounding*squares {
		return Test{}
	}
	f := math.Inf(1)
	if within > rounding*squares {
		f = between / d1 / (within / d2)
	}
	return Test{Statistic: f, DF: d1, DF2: d2, LogP: logFP(f, d1, d2)}
}
