package btyd

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Limit is one that the likelihood rises towards for ever, so that there are no
// values of some parameters at which it is highest.
type Limit uint8

// The limits. In OtherLimit parameters run on without a meaning of their own.
const (
	OtherLimit     Limit = iota
	OneRate              // all customers buy at one rate, r/alpha
	OneLeaving           // all leave at one rate, s/beta, or by one chance, a/(a+b)
	NobodyLeaves         // the mean rate or chance of leaving is 0
	EqualPurchases       // one customer's purchases are of one amount
	EqualCustomers       // all customers spend the same per purchase
)

// limits are those at both ends of the axes.
type limits struct{ up, down []Limit }

const (
	// suspect is how far along an axis a search may come from a limit.
	suspect = 5.
	// topEnd and lowEnd stand for the ends of an axis, ∞ and -∞: close enough that
	// going on changes nothing, and within what can be computed.
	topEnd, lowEnd = 16., -20.
	// asGood is the loss per customer that a limit may have above another place
	// and be as good.
	asGood = 1e-10
	// singular is the ratio of the least to the greatest second derivative below
	// which the least is taken to be 0.
	singular = 1e-10
)

// finish ends a search at the highest place near x, or in the limit: an axis along
// which the search ran off is held at its end, the others are searched on, and
// where that is as good it is where the search ends.
func (p *problem) finish(x []float64) (place, error) {
	inside := slices.Clone(x)
	for j, v := range x {
		inside[j] = min(max(v, -furthest), furthest)
	}
	now, err := p.newton(inside, make([]bool, len(x)))
	if err != nil {
		return now, err
	}
	for {
		next, ok, err := p.towardsLimit(now)
		if err != nil || !ok {
			return now, err
		}
		now = next
	}
}

// towardsLimit holds one more axis at an end, if that is as good.
func (p *problem) towardsLimit(now place) (next place, ok bool, err error) {
	for j, v := range slices.Backward(now.x) {
		to := topEnd
		switch {
		case now.held[j] || math.Abs(v) < suspect && now.flat():
			continue
		case v <= -suspect || math.Abs(v) < suspect && now.grad[j] > 0:
			to = lowEnd
		}
		if next, err = p.heldAt(now, j, to); err != nil || next.value <= now.value+asGood {
			return next, err == nil, err
		}
	}
	return now, false, nil
}

// heldAt is the highest place with an axis held at one of its ends.
func (p *problem) heldAt(from place, axis int, to float64) (place, error) {
	at := place{x: slices.Clone(from.x), held: slices.Clone(from.held)}
	at.x[axis], at.held[axis] = to, true
	if to == lowEnd && p.limits.down[axis] == NobodyLeaves { // then it does not count how the chances of it differ
		at.x[axis-1], at.held[axis-1] = 0, true
	}
	free := at.free()
	if len(free) > 0 {
		y := bfgs(p.slopes(at.x, free), pick(at.x, free), nil, p.iterations(),
			func(_, grad []float64) bool { return norm(grad) < flat || p.stopped() })
		for k, j := range free {
			at.x[j] = y[k]
		}
	}
	return p.newton(at.x, at.held)
}

// estimate reports where a search ended. Standard errors of the parameters are by
// the delta method, given the axes that are held.
func (p *problem) estimate(at place) Estimate {
	e := Estimate{Values: p.axes.params(at.x), LogLikelihood: -at.value * p.weight, GradientNorm: norm(at.grad), Converged: at.flat(), Evaluations: p.evaluations}
	e.off = make([]bool, len(at.x))
	for j, held := range at.held {
		if !held {
			continue
		}
		switch at.x[j] {
		case topEnd:
			e.Limits = append(e.Limits, p.limits.up[j])
		case lowEnd:
			e.Limits = append(e.Limits, p.limits.down[j])
		}
		for i, row := range p.axes {
			e.off[i] = e.off[i] || row[j] != 0
		}
	}
	free := at.free()
	var chol mat.Cholesky
	var covariance mat.SymDense
	if len(free) > 0 && (!chol.Factorize(at.second) || chol.Cond() > 1/singular || chol.InverseTo(&covariance) != nil) {
		return e
	}
	e.StdErrors = make([]float64, len(at.x))
	for i, row := range p.axes {
		part := pick(row, free)
		variance := 0.
		for k, a := range part {
			for l, b := range part {
				variance += a * b * covariance.At(k, l)
			}
		}
		if e.StdErrors[i] = e.Values[i] * math.Sqrt(variance/p.weight); e.off[i] {
			e.StdErrors[i] = math.NaN()
		}
	}
	return e
}

// label names the parameters, and those that ran off.
func (e *Estimate) label(names []string) {
	e.Names = names
	for i, off := range e.off {
		if off {
			e.AtLimit = append(e.AtLimit, names[i])
		}
	}
}
