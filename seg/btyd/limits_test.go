package btyd

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// Where all customers leave with one chance, a and b run off together and their
// ratio stays. The rate of buying is as well known as in the model of that chance.
func TestOneChanceOfLeaving(t *testing.T) {
	of := simulated(BGNBD, []float64{.5, 5, 2e6, 8e6}, 1500, 80, false, 5)
	f := fit(t, BGNBD, sample(t, of))
	if !f.Converged || !slices.Equal(f.AtLimit, []string{"a", "b"}) {
		t.Fatalf("%+v", f.Estimate)
	}
	if !math.IsNaN(f.StdErrors[2]) || !math.IsNaN(f.StdErrors[3]) {
		t.Errorf("standard errors %v", f.StdErrors)
	}
	chance := f.Values[2] / (f.Values[2] + f.Values[3])
	near(t, "chance of leaving", chance, .2, .03)
	// The information on ln r, ln alpha and ln p by second differences.
	const step = 1e-3
	at := []float64{math.Log(f.Values[0]), math.Log(f.Values[1]), math.Log(chance)}
	likelihood := func(moves ...int) float64 {
		x := slices.Clone(at)
		for i, m := range moves {
			x[i] += float64(m) * step
		}
		const alike = 1e8
		p, sum := math.Exp(x[2]), 0.
		m := BetaGeometric{R: math.Exp(x[0]), Alpha: math.Exp(x[1]), A: alike * p, B: alike * (1 - p)}
		for _, c := range of {
			sum += m.LogLikelihood(c)
		}
		return sum
	}
	information := mat.NewDense(3, 3, nil)
	for i := range 3 {
		for j := range 3 {
			move := func(a, b int) float64 {
				var m [3]int
				m[i] += a
				m[j] += b
				return likelihood(m[:]...)
			}
			information.Set(i, j, -(move(1, 1)-move(1, -1)-move(-1, 1)+move(-1, -1))/(4*step*step))
		}
	}
	var inverse mat.Dense
	if err := inverse.Inverse(information); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"r", "alpha"} {
		want := f.Values[i] * math.Sqrt(inverse.At(i, i))
		near(t, "standard error of "+name, f.StdErrors[i], want, 5e-3*want)
	}
}

// A parameter far out at a maximum has not run off.
func TestFarIsNotOff(t *testing.T) {
	const far, n = 9.5, 1000
	p := problem{ctx: t.Context(), weight: n}
	p.of.all = func(params, grad []float64) float64 { // ln x ~ N(9.5, 1), y rises without end
		u, y := math.Log(params[0])-far, params[1]
		if grad != nil {
			grad[0], grad[1] = -n*u/params[0], n/((1+y)*(1+y))
		}
		return n * (-u*u/2 + y/(1+y))
	}
	off, se := p.limits([]float64{far, 11}, []float64{math.Exp(far), math.Exp(11)})
	if !slices.Equal(off, []bool{false, true}) || !math.IsNaN(se[1]) {
		t.Errorf("ran off %v, standard errors %v", off, se)
	}
	near(t, "standard error", se[0], math.Exp(far)/math.Sqrt(n), 1e-3*se[0])
}
