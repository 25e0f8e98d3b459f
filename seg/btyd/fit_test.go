package btyd

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// simulated draws customers from a model, watched for up to a time, whole days
// of weeks if so asked.
func simulated(kind Kind, p []float64, n int, longest float64, days bool, seed uint64) []Customer {
	r := rand.New(rand.NewPCG(seed, 0))
	out := make([]Customer, n)
	for i := range out {
		c := &out[i]
		c.Duration = longest * (.3 + .7*r.Float64())
		rate := distuv.Gamma{Alpha: p[0], Beta: p[1], Src: r}.Rand()
		leaves, chance := math.Inf(1), 0.
		if kind == ParetoNBDKind {
			leaves = r.ExpFloat64() / distuv.Gamma{Alpha: p[2], Beta: p[3], Src: r}.Rand()
		} else {
			chance = distuv.Beta{Alpha: p[2], Beta: p[3], Src: r}.Rand()
		}
		if days {
			c.Duration = math.Ceil(7*c.Duration) / 7
		}
		if kind == MBGNBD && r.Float64() < chance {
			continue
		}
		for at := r.ExpFloat64() / rate; at <= min(c.Duration, leaves); at += r.ExpFloat64() / rate {
			day := at
			if days {
				day = math.Ceil(7*at) / 7
			}
			if day > c.Tx {
				c.X++
				c.Tx = day
			}
			if r.Float64() < chance {
				break
			}
		}
	}
	return out
}

// Estimates lie within four of their own standard errors of the truth.
func TestRecovery(t *testing.T) {
	for _, c := range []struct {
		kind   Kind
		params []float64
	}{
		{BGNBD, []float64{.5, 5, .9, 2.5}},
		{MBGNBD, []float64{.6, 6, .9, 1.6}},
		{ParetoNBDKind, []float64{.8, 8, .7, 12}},
	} {
		f := fit(t, c.kind, sample(t, simulated(c.kind, c.params, 5000, 60, false, 4)))
		if !f.Converged || f.StdErrors == nil {
			t.Fatalf("kind %d: %+v", c.kind, f.Estimate)
		}
		for i, want := range c.params {
			near(t, f.Names[i], f.Values[i], want, 4*f.StdErrors[i])
			if !(f.StdErrors[i] < want) {
				t.Errorf("kind %d: %s has a standard error of %v", c.kind, f.Names[i], f.StdErrors[i])
			}
		}
	}
}

func TestRecoveryOfSpending(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 0))
	want := GammaGamma{6, 4, 15}
	spent := make([]Spending, 4000)
	for i := range spent {
		scale := distuv.Gamma{Alpha: want.Q, Beta: want.V, Src: r}.Rand()
		x := float64(1 + r.IntN(9))
		spent[i] = Spending{x, distuv.Gamma{Alpha: want.P * x, Beta: scale * x, Src: r}.Rand()}
	}
	f, err := FitGammaGamma(context.Background(), spent, Options{}, nil)
	if err != nil || !f.Converged || f.StdErrors == nil {
		t.Fatal(f, err)
	}
	for i, v := range []float64{want.P, want.Q, want.V} {
		near(t, f.Names[i], f.Values[i], v, 4*f.StdErrors[i])
	}
}

// The order of the customers and the unit of time and money do not matter.
func TestInvariance(t *testing.T) {
	of := simulated(BGNBD, []float64{.5, 5, .9, 2.5}, 800, 60, true, 9)
	turned := slices.Clone(of)
	slices.Reverse(turned)
	for _, kind := range []Kind{BGNBD, MBGNBD, ParetoNBDKind} {
		a, b := fit(t, kind, sample(t, of)), fit(t, kind, sample(t, turned))
		if !slices.Equal(a.Values, b.Values) || a.LogLikelihood != b.LogLikelihood || !slices.Equal(a.StdErrors, b.StdErrors) {
			t.Errorf("kind %d: %+v, turned about %+v", kind, a.Estimate, b.Estimate)
		}
		inDays := slices.Clone(of)
		for i := range inDays {
			inDays[i].Tx, inDays[i].Duration = math.Round(7*inDays[i].Tx), math.Round(7*inDays[i].Duration)
		}
		d := fit(t, kind, sample(t, inDays))
		near(t, "alpha in days", d.Values[1], 7*a.Values[1], 1e-4*d.Values[1])
		near(t, "likelihood in days", d.LogLikelihood, a.LogLikelihood-math.Log(7)*sample(t, of).Purchases, 1e-5)
		sum := 0.
		for _, c := range of {
			sum += a.Model.LogLikelihood(c)
		}
		near(t, "sum of the likelihoods", a.LogLikelihood, sum, 1e-8*math.Abs(sum))
	}
}

// Data that gives a model no hold either is refused by name or ends with
// numbers that can be used.
func TestDegenerateSamples(t *testing.T) {
	many := func(n int, of func(i int) Customer) []Customer {
		out := make([]Customer, n)
		for i := range out {
			out[i] = of(i)
		}
		return out
	}
	for name, of := range map[string][]Customer{
		"everyone repeats":  many(40, func(i int) Customer { return Customer{float64(1 + i%4), float64(5 + i%7), 20} }),
		"all are equal":     many(40, func(int) Customer { return Customer{2, 10, 20} }),
		"nobody leaves":     many(60, func(i int) Customer { return Customer{float64(1 + i%3), 20, 20} }),
		"all leave at once": many(60, func(i int) Customer { return Customer{1, 1e-3 * float64(1+i%5), 2000} }),
		"huge":              many(60, func(i int) Customer { return Customer{float64(500 + i), 4e9, 5e9} }),
		"tiny":              many(60, func(i int) Customer { return Customer{float64(1 + i%3), 4e-9, 5e-9} }),
		"some unwatched": append(many(30, func(int) Customer { return Customer{} }),
			many(30, func(i int) Customer { return Customer{1, float64(1 + i), 40} })...),
	} {
		s := sample(t, of)
		for _, kind := range []Kind{BGNBD, MBGNBD, ParetoNBDKind} {
			f := fit(t, kind, s)
			for _, v := range slices.Concat(f.Values, []float64{f.LogLikelihood, f.GradientNorm},
				each(t)(Alive(t.Context(), f.Model, s)), each(t)(Purchases(t.Context(), f.Model, s, 10*s.Longest)), ExpectedFrequencies(f.Model, s, 5)) {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("%s, kind %d: %+v", name, kind, f.Estimate)
				}
			}
			for i, se := range f.StdErrors {
				if math.IsNaN(se) != slices.Contains(f.AtLimit, f.Names[i]) {
					t.Errorf("%s, kind %d: standard errors at a limit: %+v", name, kind, f.Estimate)
				}
			}
		}
	}
}

func TestTooFew(t *testing.T) {
	quiet := make([]Customer, 30)
	for i := range quiet {
		quiet[i] = Customer{0, 0, float64(i)}
	}
	var few *TooFewError
	for _, of := range [][]Customer{quiet, {{3, 4, 5}}} {
		if _, err := FitModel(context.Background(), BGNBD, sample(t, of), Options{}, nil); !errors.As(err, &few) || few.Need != 10 {
			t.Errorf("%d customers: %v", len(of), err)
		}
	}
	if _, err := FitGammaGamma(context.Background(), []Spending{{0, 5}, {3, 0}, {3, -4}, {2, 7}}, Options{}, nil); !errors.As(err, &few) || few.Have != 1 {
		t.Errorf("money: %v", err)
	}
	var wrong *InvalidError
	if _, err := FitGammaGamma(context.Background(), []Spending{{1, math.NaN()}}, Options{}, nil); !errors.As(err, &wrong) {
		t.Errorf("money: %v", err)
	}
	if _, err := NewSample(make([]Customer, 3)); !errors.Is(err, ErrNoTime) {
		t.Errorf("no time: %v", err)
	}
	for _, c := range []Customer{{-1, 1, 2}, {1.5, 1, 2}, {1, 0, 2}, {0, 1, 2}, {1, 3, 2}, {1, 1, math.Inf(1)}, {1, math.NaN(), 2}, {math.NaN(), 1, 2}, {1e9, 1, 2}} {
		if _, err := NewSample([]Customer{{1, 1, 2}, c}); !errors.As(err, &wrong) || wrong.Place != 1 {
			t.Errorf("%v: %v", c, err)
		}
	}
}

func TestFitStopsWhenCancelled(t *testing.T) {
	s := sample(t, simulated(BGNBD, []float64{.5, 5, .9, 2.5}, 500, 60, true, 9))
	for _, at := range []float64{0, .5, .8} {
		ctx, cancel := context.WithCancel(context.Background())
		_, err := FitModel(ctx, BGNBD, s, Options{}, func(done float64) {
			if done >= at {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at %v: %v", at, err)
		}
		cancel()
	}
}

// A fit that is stopped early says that it did not converge.
func TestNotConverged(t *testing.T) {
	s := sample(t, simulated(BGNBD, []float64{.5, 5, .9, 2.5}, 500, 60, true, 9))
	p := problem{ctx: context.Background(), weight: 500, axes: BGNBD.axes(), of: objectives{all: func(params, grad []float64) float64 {
		return BGNBD.model(params, 30).likelihood(s.Groups, grad)
	}}}
	at, err := p.newton([]float64{6, -6, 6, -6}, make([]bool, 4))
	if e := p.estimate(at); err != nil || e.Converged || !(e.GradientNorm > flat) {
		t.Errorf("%+v, %v", e, err)
	}
}

// When the mean of the population does not exist, that of a customer does.
func TestSpendingWithoutMean(t *testing.T) {
	m := GammaGamma{P: 2, Q: .9, V: 10}
	if _, ok := m.Expected(Spending{}); ok {
		t.Error("a mean of customers of whom nothing is known")
	}
	got, ok := m.Expected(Spending{3, 20})
	near(t, "E[M]", got, 2*(10+60.)/(6+.9-1), 1e-12)
	if loss, _ := m.Expected(Spending{3, -5}); !ok || loss != 2*10/(6+.9-1) {
		t.Errorf("negative money: %v", loss)
	}
}

func BenchmarkFit(b *testing.B) {
	s := sample(b, simulated(BGNBD, []float64{.5, 5, .9, 2.5}, 250_000, 104, true, 1))
	b.Logf("%d groups", len(s.Groups))
	for name, kind := range map[string]Kind{"BGNBD": BGNBD, "MBGNBD": MBGNBD, "ParetoNBD": ParetoNBDKind} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				fit(b, kind, s)
			}
		})
	}
}
