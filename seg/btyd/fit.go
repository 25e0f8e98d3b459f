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
	Names, AtLimit []string  // of all, and of those that ran off to 0 or infinity
	Values         []float64 // of the parameters, in the caller's unit of time or money
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

	off []bool // which parameters ran off; nil for none
}

// Fit is a fitted transaction model.
type Fit struct {
	Estimate
	Model Model
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
	p := problem{ctx: ctx, weight: float64(s.Customers), of: objectives{few: on(thinned(all, startGroups)), all: on(all)}, options: o, report: report}
	if len(all) > 2*approachGroups {
		p.of.some = on(thinned(all, approachGroups))
	}
	e, err := p.solve(kind.starts(s.Purchases / float64(s.Customers)))
	if err != nil {
		return nil, err
	}
	m := kind.model(e.Values, unit)
	e.Names = m.Names()
	e.label()
	for i, v := range m.Params() {
		if e.StdErrors != nil {
			e.StdErrors[i] *= v / e.Values[i]
		}
	}
	e.Values = m.Params()
	e.LogLikelihood -= s.Purchases * math.Log(unit) // a density by the time of each purchase
	return &Fit{Estimate: e, Model: m}, nil
}

// label names the parameters that solve left at a limit.
func (e *Estimate) label() {
	for i, off := range e.off {
		if off {
			e.AtLimit = append(e.AtLimit, e.Names[i])
		}
	}
}
