package main

import (
	"math"
	"math/rand/v2"
)

// seed starts every stream of the shop. Changing it changes the shop, not the
// structure in it.
const seed = 20260101

// stream numbers one source of chance, so that a change to the survey leaves
// the orders as they were.
type stream uint64

const (
	peopleStream stream = iota + 1
	orderStream
	surveyStream
	webStream
	cardStream
)

// dice draws from the distributions the shop is made of.
type dice struct{ *rand.Rand }

func newDice(s stream) dice { return dice{rand.New(rand.NewPCG(seed, uint64(s)))} }

// chance is true with probability p.
func (d dice) chance(p float64) bool { return d.Float64() < p }

// between draws a whole number from lo to hi, both included.
func (d dice) between(lo, hi int) int { return lo + d.IntN(hi-lo+1) }

func (d dice) normal(mean, sd float64) float64 { return mean + sd*d.NormFloat64() }

// gamma draws by Marsaglia & Tsang (2000); a shape below 1 is raised by one and
// brought back with a power of a uniform.
func (d dice) gamma(shape, scale float64) float64 {
	if shape < 1 {
		return d.gamma(shape+1, scale) * math.Pow(1-d.Float64(), 1/shape)
	}
	c := shape - 1.0/3
	for {
		x := d.NormFloat64()
		v := 1 + x/math.Sqrt(9*c)
		if v <= 0 {
			continue
		}
		v = v * v * v
		if math.Log(1-d.Float64()) < x*x/2+c-c*v+c*math.Log(v) {
			return c * v * scale
		}
	}
}

// beta draws from Beta(a, b).
func (d dice) beta(a, b float64) float64 {
	x := d.gamma(a, 1)
	return x / (x + d.gamma(b, 1))
}

// poisson draws by counting exponential waits (Knuth); the means here are small.
func (d dice) poisson(mean float64) int {
	n := 0
	for t := d.ExpFloat64(); t < mean; t += d.ExpFloat64() {
		n++
	}
	return n
}

// binomial counts the successes of n trials.
func (d dice) binomial(n int, p float64) int {
	k := 0
	for range n {
		if d.chance(p) {
			k++
		}
	}
	return k
}

// weighted draws an index in proportion to its weight.
func (d dice) weighted(weights []float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	at := d.Float64() * total
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// pick draws one of a list, each as likely.
func pick[T any](d dice, list []T) T { return list[d.IntN(len(list))] }

// whole rounds and keeps within lo and hi.
func whole(v float64, lo, hi int) int {
	return min(max(int(math.Round(v)), lo), hi)
}
