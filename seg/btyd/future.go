package btyd

import "math"

// future is what is known of a living customer who may leave after each
// purchase: a chance of leaving that is beta distributed with a and b, and a
// rate that is gamma distributed with shape r, watched for a time that is s
// times the inverse of its scale.
type future struct{ a, b, r, s float64 }

// purchases is the mean number of purchases,
// (a+b-1)/(a-1)·[1 - (1+s)^-r ₂F₁(r,b;a+b-1;s/(1+s))] in the literature, which
// cannot be computed as written where a or a+b is near 1. It is
// E[(1-(1+ps)^-r)/p] over the chance p, the sum over j of the probability that
// more than j purchases would be made, times the mean of (1-p)^j: terms that
// are all positive.
func (f future) purchases() float64 {
	if f.s == 0 {
		return 0
	}
	// Where a chance hardly varies it is as good as one for all.
	const even = 1e-6
	if 1/f.a+1/f.b < even {
		p := f.a / (f.a + f.b)
		return -math.Expm1(-f.r*math.Log1p(p*f.s)) / p
	}
	// The sum needs some multiple of 1+s terms, and its first must not be 0.
	if f.s > 200 || f.r*math.Log1p(f.s) > 600 {
		return f.integral()
	}
	return f.sum()
}

func (f future) sum() float64 {
	z := f.s / (1 + f.s)
	p := math.Exp(-f.r * math.Log1p(f.s)) // of just j would-be purchases, negative binomial
	more, stay, total := 1-p, 1., 0.
	for j := 0.; more > 0; j++ {
		total += more * stay
		stay *= (f.b + j) / (f.a + f.b + j)
		p *= (f.r + j) / (j + 1) * z
		more -= p
		if j > f.r*f.s && p*(1+f.s) < 1e-16 {
			break
		}
	}
	return total
}

// integral takes the mean over p by the trapezoidal rule in τ, where
// ln(p/(1-p)) = π/2·sinh τ: the double exponential rule of Takahasi & Mori
// (1974), which does not mind that the density may be infinite at 0 and 1.
func (f future) integral() float64 {
	const end = 18.
	step := min(1./32, math.Sqrt(1/f.a+1/f.b)/4) // the density is no narrower than some steps
	norm := lgamma(f.a+f.b) - lgamma(f.a) - lgamma(f.b)
	total := 0.
	for i := -int(end / step); i <= int(end/step); i++ {
		tau := float64(i) * step
		w := math.Pi / 2 * math.Sinh(tau)
		logP, logQ := -log1pExp(-w), -log1pExp(w)
		made := -math.Expm1(-f.r * math.Log1p(math.Exp(logP)*f.s))
		if small := math.Log(f.r) + math.Log(f.s) + logP; small < -40 {
			total += math.Exp(norm+f.a*logP+f.b*logQ+math.Log(f.r*f.s)) * math.Cosh(tau)
			continue
		}
		total += math.Exp(norm+(f.a-1)*logP+f.b*logQ) * made * math.Cosh(tau)
	}
	return total * math.Pi / 2 * step
}
