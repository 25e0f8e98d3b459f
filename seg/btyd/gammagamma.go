package btyd

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/mathext"
)

// Spending is what is known of one customer's money.
type Spending struct {
	X    float64 // purchases that the mean is of
	Mean float64 // money per purchase
}

// GammaGamma is the model of money per purchase: a customer's purchases are
// gamma distributed with shape P about a mean of their own, whose scale is gamma
// distributed over customers with shape Q and scale 1/V. Source: Fader & Hardie
// (2013), The Gamma-Gamma Model of Monetary Value.
type GammaGamma struct{ P, Q, V float64 }

// Expected is a customer's mean money per purchase given what they spent,
// p(v+x·m)/(px+q-1); a mean below 0 counts as 0. It is not ok where the model
// has no mean: of customers of whom nothing is known when Q is at most 1.
func (m GammaGamma) Expected(s Spending) (mean float64, ok bool) {
	known := m.P*s.X + m.Q - 1
	if known <= 0 {
		return 0, false
	}
	return m.P * (m.V + s.X*max(0, s.Mean)) / known, true
}

// likelihood sums the log-likelihood over customers sorted by X, each
// lnΓ(px+q) - lnΓ(px) - lnΓ(q) + q ln v + (px-1) ln m + px ln x - (px+q) ln(xm+v);
// its derivatives go to grad unless that is nil.
func (m GammaGamma) likelihood(of []Spending, grad []float64) float64 {
	var sum, dp, dq, dv, x, steps, psiPX, psiPXQ float64
	psiQ := mathext.Digamma(m.Q)
	for _, s := range of {
		shape := m.P * s.X
		if s.X != x {
			x = s.X
			steps = lgammaStep(max(shape, m.Q), min(shape, m.Q)) - lgamma(min(shape, m.Q))
			if grad != nil {
				psiPX, psiPXQ = mathext.Digamma(shape), mathext.Digamma(shape+m.Q)
			}
		}
		// ln(v/(xm+v)) and ln(xm/(xm+v)), either of which may be close to 0.
		prior, own := -math.Log1p(x*s.Mean/m.V), -math.Log1p(m.V/(x*s.Mean))
		sum += steps + m.Q*prior + shape*own - math.Log(s.Mean)
		dp += x * (psiPXQ - psiPX + own)
		dq += psiPXQ - psiQ + prior
		dv += (m.Q*x*s.Mean/m.V - shape) / (m.V + x*s.Mean)
	}
	if grad != nil {
		copy(grad, []float64{dp, dq, dv})
	}
	return sum
}

// LogLikelihood is the logarithm of the likelihood of one customer with X and
// Mean above 0.
func (m GammaGamma) LogLikelihood(s Spending) float64 { return m.likelihood([]Spending{s}, nil) }

// SpendFit is a fitted model of money per purchase.
type SpendFit struct {
	Estimate
	Model GammaGamma
	Used  int // customers fitted to: those with X and Mean above 0
	// Correlation is that of X and Mean among them, which the model takes to be
	// 0; 0 too where either does not vary.
	Correlation float64
}

// FitGammaGamma fits the model to the customers with X and Mean above 0, as
// [FitModel] does, with money rescaled by its mean. The error is an
// [*InvalidError] for a value that is not finite, a [*TooFewError] for fewer than 10 such customers,
// [ErrNoSpread] where all of these have one mean, or the context's error.
func FitGammaGamma(ctx context.Context, of []Spending, o Options, report func(done float64)) (*SpendFit, error) {
	used, unit, err := usable(of)
	if err != nil {
		return nil, err
	}
	fit := &SpendFit{Used: len(used), Correlation: correlation(used)}
	for i := range used {
		used[i].Mean /= unit
	}
	on := func(n int) objective { return spendingOf(used, n) }
	p := problem{ctx: ctx, weight: float64(len(used)), axes: spendingAxes(), limits: spendingLimits(), of: objectives{few: on(startGroups), all: on(len(used))}, options: o, report: report}
	if len(used) > 2*approachGroups {
		p.of.some = on(approachGroups)
	}
	if fit.Estimate, err = p.solve([][]float64{{1, 3, 2}, {6, 4, 0.5}, {3, 20, 6}}); err != nil {
		return nil, err
	}
	fit.label([]string{"p", "q", "v"})
	fit.Values[2] *= unit
	if fit.StdErrors != nil {
		fit.StdErrors[2] *= unit
	}
	fit.LogLikelihood -= float64(len(used)) * math.Log(unit)
	fit.Model = GammaGamma{fit.Values[0], fit.Values[1], fit.Values[2]}
	return fit, nil
}

func spendingLimits() limits {
	return limits{up: []Limit{EqualPurchases, EqualCustomers, OtherLimit}, down: []Limit{OtherLimit, OtherLimit, OtherLimit}}
}

// spendingOf is the likelihood of customers sorted by X, by n of them at even
// distances where there are more.
func spendingOf(of []Spending, n int) objective {
	share := 1.
	if len(of) > n {
		picked := make([]Spending, n)
		for i := range picked {
			picked[i] = of[i*len(of)/n]
		}
		share, of = float64(len(of))/float64(n), picked
	}
	part := summed(of, func(of []Spending, p, grad []float64) float64 {
		return GammaGamma{p[0], p[1], p[2]}.likelihood(of, grad)
	})
	return func(p, grad []float64) float64 {
		sum := share * part(p, grad)
		for i := range grad {
			grad[i] *= share
		}
		return sum
	}
}

// usable returns the customers that the model can be fitted to, sorted, and
// their mean money.
func usable(of []Spending) (used []Spending, mean float64, err error) {
	for i, s := range of {
		if math.IsNaN(s.X+s.Mean) || math.IsInf(s.X+s.Mean, 0) {
			return nil, 0, &InvalidError{Place: i, Problem: fmt.Sprintf("%v purchases of %v each: wants numbers", s.X, s.Mean)}
		}
		if s.X > 0 && s.Mean > 0 {
			used = append(used, s)
		}
	}
	if len(used) < fewest {
		return nil, 0, &TooFewError{What: "customers with repeat purchases of a positive amount", Have: len(used), Need: fewest}
	}
	sortSpending(used)
	for i, s := range used {
		mean += (s.Mean - mean) / float64(i+1)
	}
	if slices.MaxFunc(used, byMean).Mean-slices.MinFunc(used, byMean).Mean <= 1e-12*mean {
		return nil, 0, ErrNoSpread
	}
	return used, mean, nil
}

func byMean(a, b Spending) int { return cmp.Compare(a.Mean, b.Mean) }
