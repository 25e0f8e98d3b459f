package chart

import (
	"math"

	"custseg/ui/tui/theme"
)

// heatLevels is the number of steps of the ramp.
const heatLevels = 6

// heat returns the ink of a cell by its place between zero, or the least where
// that is less, and the greatest. Nothing is not heated.
func (g *Grid) heat(t *theme.Theme, r, c int) theme.Ink {
	v := g.weight(r, c)
	if g.neutral > 0 && g.means != nil {
		return g.heatOfRatio(t, v)
	}
	if !finite(v) || v == 0 || g.hi <= g.lo {
		return t.Faint
	}
	return t.Heat(min(int(fraction(v, g.lo, g.hi)*heatLevels), heatLevels-1), heatLevels)
}

// heatOfRatio returns the ink of a value by how many times it is above or below
// what says nothing.
func (g *Grid) heatOfRatio(t *theme.Theme, v float64) theme.Ink {
	reach := g.reach()
	if !finite(v) || reach == 0 {
		return t.Faint
	}
	level := min(int(g.times(v)/reach*heatLevels), heatLevels-1)
	if v < g.neutral {
		return t.Cold(level, heatLevels)
	}
	return t.Heat(level, heatLevels)
}

// reach is the farthest that a value is from what says nothing, on either side.
func (g *Grid) reach() float64 { return max(g.times(g.lo), g.times(g.hi)) }

// ends are the values at both ends of the ramp.
func (g *Grid) ends() (lo, hi float64) {
	if g.neutral > 0 && g.means != nil {
		far := math.Exp(g.reach())
		return g.neutral / far, g.neutral * far
	}
	return g.lo, g.hi
}

// times is the logarithm of how many times a value is above or below what says
// nothing, no more than four times: beyond that, as of none at all, all is far.
func (g *Grid) times(v float64) float64 {
	most := math.Log(4)
	if v <= 0 {
		return most
	}
	return min(math.Abs(math.Log(v/g.neutral)), most)
}

// weight is the number that a cell is heated by.
func (g *Grid) weight(r, c int) float64 {
	switch {
	case g.means != nil:
		return g.means[r][c]
	case g.shares:
		return g.values[r][c] / max(g.rowSum[r], 1)
	}
	return g.values[r][c]
}

// measure finds the range of the ramp, which begins at zero but where something
// else is what says nothing.
func (g *Grid) measure() {
	g.lo, g.hi = g.neutral, g.neutral
	for i, r := range g.values {
		for j := range r {
			if v := g.weight(i, j); finite(v) {
				g.lo, g.hi = min(g.lo, v), max(g.hi, v)
			}
		}
	}
}
