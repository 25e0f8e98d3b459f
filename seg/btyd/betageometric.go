package btyd

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// BetaGeometric is BG/NBD: purchases are Poisson at a rate that is gamma
// distributed over customers with shape R and scale 1/Alpha, and after each
// repeat purchase a customer leaves with a probability that is beta distributed
// with A and B. Modified is MBG/NBD, where they may leave after the first
// purchase too. Source: Fader, Hardie & Lee (2005), "Counting Your Customers"
// the Easy Way; Batislam, Denizel & Filiztekin (2007), Empirical validation and
// comparison of models for customer base analysis.
type BetaGeometric struct {
	R, Alpha, A, B float64
	Modified       bool
}

// Params implements [Model].
func (m BetaGeometric) Params() []float64 { return []float64{m.R, m.Alpha, m.A, m.B} }

// Names implements [Model].
func (m BetaGeometric) Names() []string { return []string{"r", "alpha", "a", "b"} }

// survived is how often a customer could have left by their last purchase: the
// two models differ in nothing else.
func (m BetaGeometric) survived(x float64) float64 {
	if m.Modified {
		return x + 1
	}
	return x
}

// odds returns the logarithm of the odds of having left at the last purchase
// to being alive, -Inf where nobody can have left.
func (m BetaGeometric) odds(c Customer) float64 {
	k := m.survived(c.X)
	if k == 0 {
		return math.Inf(-1)
	}
	return math.Log(m.A/(m.B+k-1)) + (m.R+c.X)*(math.Log1p(c.Duration/m.Alpha)-math.Log1p(c.Tx/m.Alpha))
}

// Alive implements [Model].
func (m BetaGeometric) Alive(c Customer) float64 { return logistic(-m.odds(c)) }

// LogLikelihood implements [Model].
func (m BetaGeometric) LogLikelihood(c Customer) float64 {
	return m.likelihood([]Group{{c, 1}}, nil)
}

// likelihood implements [Model]: with k the times a customer could have left,
// ln L = ln Γ(r+x)/Γ(r) + r ln α + ln B(a,b+k)/B(a,b) - (r+x) ln(α+T)
// + ln(1 + [k>0] a/(b+k-1) ((α+T)/(α+t_x))^(r+x)).
func (m BetaGeometric) likelihood(groups []Group, grad []float64) float64 {
	var sum, dr, dalpha, da, db float64
	logAlpha := math.Log(m.Alpha)
	var ofX betaGeometricTerms
	for i, g := range groups {
		if i == 0 || g.X != ofX.x {
			ofX = m.terms(g.X, grad != nil)
		}
		shape := m.R + g.X
		watched := math.Log1p(g.Duration / m.Alpha) // ln((α+T)/α)
		value := ofX.value - shape*watched - g.X*logAlpha
		left, idle := 0., 0.
		if ofX.survived > 0 {
			idle = watched - math.Log1p(g.Tx/m.Alpha)
			odds := ofX.leaving + shape*idle
			value += log1pExp(odds)
			left = logistic(odds)
		}
		sum += g.Count * value
		if grad == nil {
			continue
		}
		dr += g.Count * (ofX.dr - watched + left*idle)
		inT, inTx := 1/(m.Alpha+g.Duration), 1/(m.Alpha+g.Tx)
		// r/α - (r+x)((1-left)/(α+T) + left/(α+t_x)), without large terms that cancel.
		dalpha += g.Count * inT * ((m.R*g.Duration-g.X*m.Alpha)/m.Alpha - shape*left*(g.Duration-g.Tx)*inTx)
		da += g.Count * (ofX.da + left/m.A)
		if ofX.survived > 0 {
			db += g.Count * (ofX.db - left/(m.B+ofX.survived-1))
		}
	}
	if grad != nil {
		copy(grad, []float64{dr, dalpha, da, db})
	}
	return sum
}

// betaGeometricTerms are the terms of the log-likelihood and its derivatives
// that depend on x alone.
type betaGeometricTerms struct {
	x, survived, value, leaving, dr, da, db float64
}

func (m BetaGeometric) terms(x float64, derivatives bool) betaGeometricTerms {
	k := m.survived(x)
	t := betaGeometricTerms{x: x, survived: k}
	t.value = lgammaStep(m.R, x) + lgammaStep(m.B, k) - lgammaStep(m.A+m.B, k)
	t.leaving = math.Log(m.A / (m.B + k - 1))
	if derivatives {
		both := digammaStep(m.A+m.B, k)
		t.dr, t.da, t.db = digammaStep(m.R, x), -both, digammaStep(m.B, k)-both
	}
	return t
}

// Purchases implements [Model].
func (m BetaGeometric) Purchases(c Customer) func(t float64) float64 {
	alive := m.Alive(c)
	return func(t float64) float64 {
		later := future{a: m.A, b: m.B + m.survived(c.X), r: m.R + c.X, s: t / (m.Alpha + c.Duration)}
		return alive * later.purchases()
	}
}

// Probabilities implements [Model]: x purchases are made by those who are alive
// and would make just x, and those who leave at the last of x or more.
func (m BetaGeometric) Probabilities(t float64, k int) []float64 {
	out := make([]float64, k+1)
	z := t / (m.Alpha + t)
	log, rest := -m.R*math.Log1p(t/m.Alpha), 1. // of would-be purchases: ln P(x)
	for x := range k {
		n := float64(x)
		stay := m.survived(n)
		out[x] = math.Exp(log + lgammaStep(m.B, stay) - lgammaStep(m.A+m.B, stay))
		if stay > 0 {
			leave := math.Exp(math.Log(m.A) + lgammaStep(m.B, stay-1) - lgammaStep(m.A+m.B, stay))
			out[x] += leave * m.atLeast(n, z)
		}
		rest -= out[x]
		log += math.Log((m.R + n) / (n + 1) * z)
	}
	out[k] = max(0, rest)
	return out
}

// atLeast is the probability of x or more purchases of customers who never
// leave, with z = t/(α+t).
func (m BetaGeometric) atLeast(x, z float64) float64 {
	if x == 0 {
		return 1
	}
	return mathext.RegIncBeta(x, m.R, z)
}
