package btyd

import "math"

// ParetoNBD is Pareto/NBD: purchases are Poisson at a rate that is gamma
// distributed over customers with shape R and scale 1/Alpha, until a customer
// leaves after a time that is exponential at a rate which is gamma distributed
// with shape S and scale 1/Beta. Source: Schmittlein, Morrison & Colombo
// (1987), Counting Your Customers; Fader & Hardie (2005), A Note on Deriving
// the Pareto/NBD Model.
type ParetoNBD struct{ R, Alpha, S, Beta float64 }

// Params implements [Model].
func (m ParetoNBD) Params() []float64 { return []float64{m.R, m.Alpha, m.S, m.Beta} }

// Names implements [Model].
func (m ParetoNBD) Names() []string { return []string{"r", "alpha", "s", "beta"} }

// LogLikelihood implements [Model].
func (m ParetoNBD) LogLikelihood(c Customer) float64 {
	return m.likelihood([]Group{{c, 1}}, nil)
}

// Alive implements [Model].
func (m ParetoNBD) Alive(c Customer) float64 {
	alive := m.alive(c)
	return alive / (alive + m.S*m.left(c, rules()).sum)
}

// Purchases implements [Model]:
// (r+x)(β+T)/((α+T)(s-1))·[1 - ((β+T)/(β+T+t))^(s-1)]·P(alive), at s = 1 its
// limit.
func (m ParetoNBD) Purchases(c Customer) func(t float64) float64 {
	start := m.Beta + c.Duration
	scale := m.Alive(c) * (m.R + c.X) / (m.Alpha + c.Duration) * start
	return func(t float64) float64 { return scale * decay(m.S-1, math.Log1p(t/start)) }
}

// likelihood implements [Model]: the probability of being alive at T and that
// of having left at any time y between t_x and T,
// Γ(r+x)/Γ(r) α^r β^s { (α+T)^-(r+x) (β+T)^-s + s ∫ (α+y)^-(r+x) (β+y)^-(s+1) dy },
// with (α+t_x)^-(r+x) (β+t_x)^-s taken out of the braces.
func (m ParetoNBD) likelihood(groups []Group, grad []float64) float64 {
	var sum, dr, dalpha, ds, dbeta float64
	rules, logAlpha := rules(), math.Log(m.Alpha)
	x, steps, dsteps := -1., 0., 0.
	for _, g := range groups {
		if g.X != x {
			x, steps = g.X, lgammaStep(m.R, g.X)
			if grad != nil {
				dsteps = digammaStep(m.R, x)
			}
		}
		alive, left := m.alive(g.Customer), m.left(g.Customer, rules)
		both := alive + m.S*left.sum
		grownA, grownB := math.Log1p(g.Tx/m.Alpha), math.Log1p(g.Tx/m.Beta)
		sum += g.Count * (steps - (m.R+x)*grownA - x*logAlpha - m.S*grownB + math.Log(both))
		if grad == nil {
			continue
		}
		idle := g.Duration - g.Tx
		a, b := m.Alpha+g.Tx, m.Beta+g.Tx
		weight := m.S / both
		alive /= both
		dr += g.Count * (dsteps - grownA - alive*math.Log1p(idle/a) - weight*left.growthA)
		// Of r ln α - (r+x) ln(α+y) at y = T and over the integral, and of β the
		// like; the part at t_x is in both and cancels.
		dalpha += g.Count * (alive*(m.R*g.Duration-g.X*m.Alpha)/m.Alpha/(a+idle) + weight*left.slopeA)
		ds += g.Count * (-grownB - alive*math.Log1p(idle/b) + left.sum/both - weight*left.growthB)
		dbeta += g.Count * (alive*m.S*g.Duration/m.Beta/(b+idle) + weight*left.slopeB)
	}
	if grad != nil {
		copy(grad, []float64{dr, dalpha, ds, dbeta})
	}
	return sum
}

// alive is ((α+T)/(α+t_x))^-(r+x) ((β+T)/(β+t_x))^-s.
func (m ParetoNBD) alive(c Customer) float64 {
	idle := c.Duration - c.Tx
	return math.Exp(-(m.R+c.X)*math.Log1p(idle/(m.Alpha+c.Tx)) - m.S*math.Log1p(idle/(m.Beta+c.Tx)))
}

// departure is integrals over the time y of leaving, from t_x to T, of
// f(y) = ((α+y)/(α+t_x))^-(r+x) ((β+y)/(β+t_x))^-(s+1) / (β+t_x).
type departure struct {
	sum              float64 // of f
	growthA, growthB float64 // of f·ln((α+y)/(α+t_x)), and of β
	slopeA, slopeB   float64 // of f·(r/α - (r+x)/(α+y)), and of f·(s/β - (s+1)/(β+y))
}

// left integrates by Gauss and Legendre's rule in v, where y+m is (t_x+m)·e^v
// for m the lesser of α and β: f is then smooth about all of the interval. The
// difference of two hypergeometric functions that stands for it in the
// literature loses all its digits where T is close to t_x.
func (m ParetoNBD) left(c Customer, rules legendre) departure {
	var d departure
	lesser := min(m.Alpha, m.Beta)
	from, a, b := c.Tx+lesser, m.Alpha+c.Tx, m.Beta+c.Tx
	f := func(v float64) (log, growthA, growthB, y float64) {
		y = from * math.Expm1(v)
		growthA, growthB = v, v
		if m.Alpha > lesser {
			growthA = math.Log1p(y / a)
		}
		if m.Beta > lesser {
			growthB = math.Log1p(y / b)
		}
		return v - (m.R+c.X)*growthA - (m.S+1)*growthB, growthA, growthB, y
	}
	end := math.Log1p((c.Duration - c.Tx) / from)
	if end == 0 {
		return d
	}
	end, depth := fallsTo(func(v float64) float64 { log, _, _, _ := f(v); return log }, end)
	scale := from / b
	rules.integrate(end, depth, func(v, weight float64) {
		log, growthA, growthB, y := f(v)
		w := weight * scale * math.Exp(log)
		d.sum += w
		d.growthA += w * growthA
		d.growthB += w * growthB
		d.slopeA += w * (m.R*(c.Tx+y) - c.X*m.Alpha) / (a + y)
		d.slopeB += w * (m.S*(c.Tx+y) - m.Beta) / (b + y)
	})
	d.slopeA /= m.Alpha
	d.slopeB /= m.Beta
	return d
}

// Probabilities implements [Model]: x purchases are made by those who are alive
// and made just x, and those who left at any time before and had made x.
func (m ParetoNBD) Probabilities(t float64, k int) []float64 {
	out := make([]float64, k+1)
	add := func(y, weight float64) { // those of a customer who buys for a time y
		log, z := math.Log(weight)-m.R*math.Log1p(y/m.Alpha), math.Log(y/(m.Alpha+y))
		for x := range k {
			out[x] += math.Exp(log)
			log += math.Log((m.R+float64(x))/float64(x+1)) + z
		}
	}
	add(t, math.Exp(-m.S*math.Log1p(t/m.Beta)))
	lesser := min(m.Alpha, m.Beta)
	if end := math.Log1p(t / lesser); end > 0 {
		rules().integrate(end, math.Inf(1), func(v, weight float64) {
			y := lesser * math.Expm1(v)
			add(y, weight*(y+lesser)*m.S/m.Beta*math.Exp(-(m.S+1)*math.Log1p(y/m.Beta)))
		})
	}
	rest := 1.
	for _, p := range out[:k] {
		rest -= p
	}
	out[k] = max(0, rest)
	return out
}
