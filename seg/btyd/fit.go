package btyd

import (
	"context"
	"math"
)

// Options of the fits.
type Options struct {
	MaxIterations int // of the polish; 0 for 200
}

// Estimate is what a fit found of its parameters.
type Estimate struct {
	Names []string
	// Values are in the caller's unit of time or money; of parameters that ran off
	// they are far out, close to the limit.
	Values []float64
	// AtLimit names the parameters that ran off to 0 or infinity, Limits says in
	// which limits they did.
	AtLimit []string
	Limits  []Limit
	// StdErrors are those of the values by the delta method, from the inverse of
	// the second derivatives: NaN of those that ran off, and of the others given
	// that. They are nil when the second derivatives are not known.
	StdErrors     []float64
	LogLikelihood float64
	// GradientNorm is the largest slope of the log-likelihood per customer by
	// the logarithm of a parameter.
	GradientNorm float64
	Converged    bool // the slope is as good as 0
	Evaluations  int  // of the likelihood of all customers

	off []bool // by parameter: it ran off
}

// Fit is a fitted transaction model.
type Fit struct {
	Estimate
	Model Model

	kind      Kind
	purchases float64
}

// In is the estimate with times in another unit, of which one is as long as a
// number of the caller's: parameters of time are divided by it, and the
// likelihood, a density by the time of each purchase, is as much higher.
func (f *Fit) In(unit float64) Estimate {
	e := f.Estimate
	e.Values = f.kind.model(e.Values, 1/unit).Params()
	if e.StdErrors != nil {
		e.StdErrors = f.kind.model(e.StdErrors, 1/unit).Params()
	}
	e.LogLikelihood += f.purchases * math.Log(unit)
	return e
}

// startGroups is how many groups the starts look at: enough to tell a good
// start from a bad one. On approachGroups the highest point is as close to that
// of all as a few of its own standard errors.
const startGroups, approachGroups = 400, 6000

// FitModel fits a transaction model by maximum likelihood over the logarithms
// of its parameters, with times rescaled to a mean of 1: Nelder and Mead's
// simplex from several starts and BFGS from the best, on samples of the groups
// where there are many, then BFGS and Newton's method on all. It reports
// progress as a share of 1; report may be nil.
//
// The error is a [*TooFewError] when fewer than 10 customers bought again, or
// the context's error soon after a cancel. An end without convergence is none:
// see [Estimate.Converged].
func FitModel(ctx context.Context, kind Kind, s *Sample, o Options, report func(done float64)) (*Fit, error) {
	if s.Repeaters < fewest {
		return nil, &TooFewError{What: "customers with a repeat purchase", Have: s.Repeaters, Need: fewest}
	}
	watched := 0.
	for _, g := range s.Groups {
		watched += g.Count * g.Duration
	}
	unit := watched / float64(s.Customers)
	all := rescaled(s.Groups, unit)
	on := func(groups []Group) objective {
		return summed(groups, func(groups []Group, params, grad []float64) float64 {
			return kind.model(params, 1).likelihood(groups, grad)
		})
	}
	p := problem{ctx: ctx, weight: float64(s.Customers), axes: kind.axes(), limits: kind.limits(), of: objectives{few: on(thinned(all, startGroups)), all: on(all)}, options: o, report: report}
	if len(all) > 2*approachGroups {
		p.of.some = on(thinned(all, approachGroups))
	}
	e, err := p.solve(kind.starts(s.Purchases / float64(s.Customers)))
	if err != nil {
		return nil, err
	}
	f := &Fit{Estimate: e, kind: kind, purchases: s.Purchases}
	f.Estimate = f.In(1 / unit)
	f.Model = kind.model(f.Values, 1)
	f.label(f.Model.Names())
	return f, nil
}
