package btyd

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mathext"
)

var (
	published       = BetaGeometric{R: .243, Alpha: 4.414, A: .793, B: 2.426}
	publishedPareto = ParetoNBD{R: .5533, Alpha: 10.578, S: .6061, Beta: 11.669}
)

// Fader, Hardie & Lee (2005) and the packages lifetimes, BTYD and CLVTools.
func TestPublishedFigures(t *testing.T) {
	near(t, "E[X(39)]", Expected(published, Customer{2, 30.43, 38.86}, 39), 1.226, 5e-4)
	for _, c := range []struct {
		Customer
		want float64
	}{{Customer{2, 30.43, 38.86}, .726579}, {Customer{10, 30, 39}, .571552}, {Customer{20, 30, 39}, .196820}, {Customer{0, 0, 39}, 1}} {
		near(t, fmt.Sprint("P(alive) of ", c.Customer), published.Alive(c.Customer), c.want, 1e-6)
	}
	fitted := BetaGeometric{R: .2425945, Alpha: 4.4136019, A: .7929199, B: 2.4258881}
	near(t, "E[X(52)], x 26", Expected(fitted, Customer{26, 30.857142857, 31}, 52), 25.757, 2e-3)
	near(t, "P(alive), x 26", fitted.Alive(Customer{26, 30.857142857, 31}), .96885, 1e-5)
	near(t, "E[X(52)] of someone new", Expected(fitted, Customer{}, 52), 1.444010, 1e-5) // BTYD's walkthrough
	manual := ParetoNBD{R: .5533971, Alpha: 10.5801985, S: .6060625, Beta: 11.6562237}
	near(t, "Pareto/NBD P(alive), x 0", manual.Alive(Customer{0, 0, 39}), .29416, 5e-6)
	// BTYD's walkthrough, of which the parameters are printed with fewer digits.
	near(t, "Pareto/NBD P(alive), x 26", publishedPareto.Alive(Customer{26, 30.857142857, 31}), .997874, 1e-5)
	near(t, "Pareto/NBD E[X(52)], x 26", Expected(publishedPareto, Customer{26, 30.857142857, 31}, 52), 25.456, 2e-3)
	near(t, "Pareto/NBD E[X(52)] of someone new", Expected(publishedPareto, Customer{}, 52), 1.4734, 5e-4)
}

// Hardie's note 027 on numerical traps, and the customer of CLVTools' tests.
func TestNumericalTraps(t *testing.T) {
	m := BetaGeometric{R: .25, Alpha: 4, A: .8, B: 2.5}
	near(t, "(0, 0, 40)", m.LogLikelihood(Customer{0, 0, 40}), -.59947382, 1e-8)
	near(t, "(200, 38, 40)", m.LogLikelihood(Customer{200, 38, 40}), 100.7957, 5e-5)
	trap := ParetoNBD{R: .5143, Alpha: 2.8845, S: .2856, Beta: 14.1087}
	c := Customer{221, 103.42857, 103.57143}
	if ll, alive := trap.LogLikelihood(c), trap.Alive(c); math.IsNaN(ll) || math.IsInf(ll, 0) || !(alive > .99 && alive < 1) {
		t.Errorf("log-likelihood %v, P(alive) %v", ll, alive)
	}
}

// everyModel visits models with parameters usual and extreme.
func everyModel(visit func(Model)) {
	for _, r := range []float64{1e-4, .25, 1, 30, 1e5} {
		for _, alpha := range []float64{1e-4, 4.4, 1e3} {
			for _, a := range []float64{1e-5, .8, 1, 1e5} {
				for _, b := range []float64{1e-5, .2, 2.4, 1e5} {
					visit(BetaGeometric{R: r, Alpha: alpha, A: a, B: b})
					visit(BetaGeometric{R: r, Alpha: alpha, A: a, B: b, Modified: true})
					visit(ParetoNBD{R: r, Alpha: alpha, S: a, Beta: b})
				}
			}
		}
	}
}

var someCustomers = []Customer{{0, 0, 0}, {0, 0, 1e-6}, {0, 0, 39}, {0, 0, 5000}, {1, 1e-6, 5000}, {1, 39, 39}, {3, 10, 40}, {15, 10, 40},
	{221, 103.42857, 103.57143}, {700, 3999, 4000}, {700, 10, 4000}, {20000, 3000, 4000}}

func TestNothingIsNaN(t *testing.T) {
	grad := make([]float64, 4)
	everyModel(func(m Model) {
		for _, c := range someCustomers {
			m.likelihood([]Group{{c, 1}}, grad)
			for what, v := range map[string]float64{"likelihood": m.LogLikelihood(c), "gradient": grad[0] + grad[1] + grad[2] + grad[3],
				"E[X]": Expected(m, c, 52), "far E[X]": Expected(m, c, 1e5)} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("%+v of %v: %s is %v", m, c, what, v)
				}
			}
			if p := m.Alive(c); !(p >= 0 && p <= 1) {
				t.Errorf("%+v of %v: alive %v", m, c, p)
			}
			if Expected(m, c, 0) != 0 || !(Expected(m, c, 52) >= 0) {
				t.Errorf("%+v of %v: E[X(0)] %v, E[X(52)] %v", m, c, Expected(m, c, 0), Expected(m, c, 52))
			}
		}
		for _, d := range []float64{0, 1e-6, 39, 5000} {
			sum := 0.
			for _, p := range m.Probabilities(d, 7) {
				if sum += p; !(p >= 0 && p <= 1+1e-9) {
					t.Errorf("%+v: P(X(%v)) %v", m, d, p)
				}
			}
			near(t, fmt.Sprintf("%+v: sum of P(X(%v))", m, d), sum, 1, 1e-9)
		}
	})
}

func TestGradients(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 0))
	customers := []Group{{Customer{0, 0, 3}, 2}, {Customer{0, 0, 39}, 1}, {Customer{1, 2, 30}, 1}, {Customer{5, 20, 30}, 3}, {Customer{40, 8, 30}, 1}, {Customer{200, 29, 30}, 1}}
	for range 50 {
		p := make([]float64, 4)
		for i := range p {
			p[i] = math.Exp(1.5 * r.NormFloat64())
		}
		for _, kind := range []Kind{BGNBD, MBGNBD, ParetoNBDKind} {
			grad := make([]float64, 4)
			kind.model(p, 1).likelihood(customers, grad)
			for i, want := range slopes(p, func(p []float64) float64 { return kind.model(p, 1).likelihood(customers, nil) }) {
				near(t, fmt.Sprintf("kind %d at %v: slope %d", kind, p, i), grad[i], want, 1e-5*(1+math.Abs(want)))
			}
		}
		spent := []Spending{{1, .5}, {1, 3}, {2, 1e-3}, {7, 40}, {300, 2}}
		grad := make([]float64, 3)
		GammaGamma{p[0], p[1], p[2]}.likelihood(spent, grad)
		for i, want := range slopes(p[:3], func(p []float64) float64 { return GammaGamma{p[0], p[1], p[2]}.likelihood(spent, nil) }) {
			near(t, fmt.Sprintf("spending at %v: slope %d", p, i), grad[i], want, 1e-5*(1+math.Abs(want)))
		}
	}
}

// slopes are central differences.
func slopes(p []float64, f func([]float64) float64) []float64 {
	out := make([]float64, len(p))
	for i, v := range p {
		h := 1e-5 * v
		p[i] = v + h
		up := f(p)
		p[i] = v - h
		out[i] = (up - f(p)) / (2 * h)
		p[i] = v
	}
	return out
}

// The formulas as printed, where they can be computed.
func TestPrintedFormulas(t *testing.T) {
	beta := func(a, b float64) float64 { return math.Gamma(a) * math.Gamma(b) / math.Gamma(a+b) }
	for _, c := range []Customer{{0, 0, 38}, {2, 30.43, 38.86}, {10, 30, 39}, {4, 1, 39}} {
		m := published
		shape := m.R + c.X
		braces := beta(m.A, m.B+c.X) / beta(m.A, m.B) * math.Pow(m.Alpha+c.Duration, -shape)
		if c.X > 0 {
			braces += beta(m.A+1, m.B+c.X-1) / beta(m.A, m.B) * math.Pow(m.Alpha+c.Tx, -shape)
		}
		near(t, "BG/NBD likelihood", m.LogLikelihood(c), math.Log(math.Gamma(shape)*math.Pow(m.Alpha, m.R)/math.Gamma(m.R)*braces), 1e-11)
		for _, x := range []float64{1, 39, 300} {
			k := m.A + m.B + c.X - 1
			ratio := (m.Alpha + c.Duration) / (m.Alpha + c.Duration + x)
			want := k / (m.A - 1) * (1 - math.Pow(ratio, shape)*mathext.Hypergeo(shape, m.B+c.X, k, 1-ratio)) * m.Alive(c)
			near(t, "BG/NBD E[X]", Expected(m, c, x), want, 1e-9*want)
			m.Modified = true
			k++
			want = k / (m.A - 1) * (1 - math.Pow(ratio, shape)*mathext.Hypergeo(shape, m.B+c.X+1, k, 1-ratio)) * m.Alive(c)
			near(t, "MBG/NBD E[X]", Expected(m, c, x), want, 1e-9*want)
			m.Modified = false
		}
		p := publishedPareto
		n := p.R + p.S + c.X
		// β is above α: A0 by the second form of Fader & Hardie (2005).
		f := func(y float64) float64 {
			return mathext.Hypergeo(n, p.R+c.X, n+1, (p.Beta-p.Alpha)/(p.Beta+y)) / math.Pow(p.Beta+y, n)
		}
		want := math.Gamma(p.R+c.X) * math.Pow(p.Alpha, p.R) * math.Pow(p.Beta, p.S) / math.Gamma(p.R) *
			(math.Pow(p.Alpha+c.Duration, -p.R-c.X)*math.Pow(p.Beta+c.Duration, -p.S) + p.S/n*(f(c.Tx)-f(c.Duration)))
		near(t, "Pareto/NBD likelihood", p.LogLikelihood(c), math.Log(want), 1e-9)
	}
}

func TestMeanOfFutureTwoWays(t *testing.T) {
	for _, a := range []float64{1e-3, .3, 1, 2, 500} {
		for _, b := range []float64{1e-3, .7, 1, 30, 800} {
			for _, r := range []float64{1e-3, .2, 1, 60} {
				for _, s := range []float64{1e-3, .5, 10, 150} {
					f := future{a, b, r, s}
					near(t, fmt.Sprintf("%+v", f), f.sum(), f.integral(), 1e-9*(f.sum()+1e-9))
				}
			}
		}
	}
}

// The mean of the probabilities is the expected number.
func TestProbabilitiesAgreeWithMeans(t *testing.T) {
	modified := published
	modified.Modified = true
	for _, m := range []Model{published, modified, publishedPareto, ParetoNBD{R: 3, Alpha: 40, S: 1, Beta: .2}, ParetoNBD{R: 30, Alpha: .5, S: .4, Beta: 900}} {
		for _, d := range []float64{1, 20, 39} {
			const k = 30000
			mean := 0.
			for x, p := range m.Probabilities(d, k)[:k] {
				mean += float64(x) * p
			}
			near(t, fmt.Sprintf("%+v: mean of P(X(%v))", m, d), mean, Expected(m, Customer{}, d), 1e-6*(1+mean))
		}
	}
}

// A likelihood is a density: over what can happen to one customer it adds up to
// the probabilities.
func TestLikelihoodIsADensity(t *testing.T) {
	modified := published
	modified.Modified = true
	rule := newLegendre()
	for _, m := range []Model{published, modified, publishedPareto} {
		p := m.Probabilities(10, 3)
		near(t, "none", math.Exp(m.LogLikelihood(Customer{0, 0, 10})), p[0], 1e-10)
		// x purchases up to the last at y: y^(x-1)/(x-1)! ways to place the others.
		one, two := 0., 0.
		rule.integrate(10, 100, func(y, w float64) {
			one += w * math.Exp(m.LogLikelihood(Customer{1, y, 10}))
			two += w * y * math.Exp(m.LogLikelihood(Customer{2, y, 10}))
		})
		near(t, "one", one, p[1], 1e-8)
		near(t, "two", two, p[2], 1e-8)
	}
}

// The rules chosen by width and depth against many narrow panels.
func TestQuadrature(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 1))
	wide := func() float64 { return math.Exp(2 * r.NormFloat64()) }
	rules := newLegendre()
	exact := rules[len(rules)-1]
	for range 1000 {
		m := ParetoNBD{R: wide(), Alpha: 10 * wide(), S: wide(), Beta: 10 * wide()}
		c := Customer{X: 1 + math.Floor(3*wide()), Duration: 100 * wide()}
		c.Tx = c.Duration * math.Pow(r.Float64(), r.Float64())
		f := func(y float64) float64 {
			return math.Exp(-(m.R+c.X)*math.Log1p(y/(m.Alpha+c.Tx))-(m.S+1)*math.Log1p(y/(m.Beta+c.Tx))) / (m.Beta + c.Tx)
		}
		want := 0.
		const panels = 400 // in ln(y+u), from where f has hardly fallen to the end
		u := min(m.Alpha+c.Tx, m.Beta+c.Tx) / (10 + m.R + c.X + m.S)
		end := math.Log1p((c.Duration - c.Tx) / u)
		for i := range panels {
			exact.visit(float64(i)*end/panels, end/panels, func(v, w float64) { want += w * u * math.Exp(v) * f(u*math.Expm1(v)) })
		}
		near(t, fmt.Sprintf("%+v of %v", m, c), m.left(c, rules).sum, want, 1e-12*want)
	}
}
