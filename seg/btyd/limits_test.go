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
	p := problem{ctx: t.Context(), weight: n, axes: axes{{1, 0}, {0, 1}}, limits: limits{make([]Limit, 2), make([]Limit, 2)}}
	p.of.all = func(params, grad []float64) float64 { // ln x ~ N(9.5, 1), y rises without end
		u, y := math.Log(params[0])-far, params[1]
		if grad != nil {
			grad[0], grad[1] = -n*u/params[0], n/((1+y)*(1+y))
		}
		return n * (-u*u/2 + y/(1+y))
	}
	at, err := p.finish([]float64{far - .1, 11})
	if err != nil {
		t.Fatal(err)
	}
	e := p.estimate(at)
	if !slices.Equal(e.off, []bool{false, true}) || !math.IsNaN(e.StdErrors[1]) || !e.Converged {
		t.Errorf("%+v", e)
	}
	near(t, "x", e.Values[0], math.Exp(far), 1e-6*math.Exp(far))
	near(t, "standard error", e.StdErrors[0], math.Exp(far)/math.Sqrt(n), 1e-3*e.StdErrors[0])
}

// Where all customers buy at one rate and leave at one, or by one chance, the fit
// is that of these two numbers, whatever the unit of time.
func TestLimitOfTwoNumbers(t *testing.T) {
	weeks := simulated(ParetoNBDKind, []float64{2e6, 1e7, 2e6, 4e7}, 400, 60, true, 3)
	in := func(unit float64) []Customer {
		out := slices.Clone(weeks)
		for i := range out {
			out[i].Tx, out[i].Duration = math.Round(7*out[i].Tx)/unit, math.Round(7*out[i].Duration)/unit
		}
		return out
	}
	for kind, likelihood := range map[Kind]func(rate, leave float64, c Customer) float64{
		ParetoNBDKind: func(rate, leave float64, c Customer) float64 { // of who left at y, and is here yet
			both := rate + leave
			return math.Pow(rate, c.X) * (leave*math.Exp(-both*c.Tx) + rate*math.Exp(-both*c.Duration)) / both
		},
		MBGNBD: func(rate, p float64, c Customer) float64 {
			stay := math.Pow(1-p, c.X)
			return math.Pow(rate, c.X) * (stay*(1-p)*math.Exp(-rate*c.Duration) + p*stay*math.Exp(-rate*c.Tx))
		},
	} {
		days := in(1)
		highest := simplexSearch(func(x []float64) float64 {
			sum := 0.
			for _, c := range days {
				sum -= math.Log(likelihood(math.Exp(x[0]), 1/(1+math.Exp(-x[1])), c))
			}
			return sum
		}, []float64{-3, -3}, .5, 1e-12, 2000, func() bool { return false })
		for _, unit := range []float64{1, 7, 30.4375} {
			s := sample(t, in(unit))
			f := fit(t, kind, s)
			if len(f.AtLimit) != 4 || !slices.Equal(f.Limits, []Limit{OneRate, OneLeaving}) || !f.Converged {
				t.Fatalf("kind %d, unit %v: %+v", kind, unit, f.Estimate)
			}
			near(t, "log-likelihood", f.LogLikelihood-math.Log(unit)*s.Purchases, -highest.value, 1e-3)
			near(t, "rate", math.Log(f.Values[0]/f.Values[1]/unit), highest.x[0], 1e-5)
			e := f.In(1 / unit)
			near(t, "log-likelihood by day", e.LogLikelihood, -highest.value, 1e-3)
			near(t, "rate by day", math.Log(e.Values[0]/e.Values[1]), highest.x[0], 1e-5)
		}
	}
}

// Where nobody leaves it is said so, and of buying everything is known.
func TestNobodyLeaves(t *testing.T) {
	for _, kind := range []Kind{BGNBD, MBGNBD, ParetoNBDKind} {
		f := fit(t, kind, sample(t, simulated(ParetoNBDKind, []float64{2, 10, 1e-9, 1}, 800, 60, true, 8)))
		if !f.Converged || !slices.Equal(f.Limits, []Limit{NobodyLeaves}) || len(f.AtLimit) != 2 {
			t.Errorf("kind %d: %+v", kind, f.Estimate)
		}
		near(t, "r", f.Values[0], 2, 4*f.StdErrors[0])
	}
}
