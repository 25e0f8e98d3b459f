package btyd

import (
	"cmp"
	"slices"
)

// vertex is a point and the value of a function there.
type vertex struct {
	x     []float64
	value float64
}

// simplexSearch minimises a function by Nelder and Mead's method (1965), from a
// simplex about a start whose edges have the size given. It ends when the values
// of the simplex differ by less than tol, or after a number of evaluations, or
// when stop says so.
func simplexSearch(f func([]float64) float64, start []float64, size, tol float64, evaluations int, stop func() bool) vertex {
	n := len(start)
	at := func(x []float64) vertex {
		evaluations--
		return vertex{x, f(x)}
	}
	simplex := []vertex{at(slices.Clone(start))}
	for i := range n {
		x := slices.Clone(start)
		x[i] += size
		simplex = append(simplex, at(x))
	}
	for {
		slices.SortStableFunc(simplex, func(a, b vertex) int { return cmp.Compare(a.value, b.value) })
		best, worst := simplex[0], simplex[n]
		if worst.value-best.value < tol || evaluations <= 0 || stop() {
			return best
		}
		center := make([]float64, n)
		for _, v := range simplex[:n] {
			for i, x := range v.x {
				center[i] += x / float64(n)
			}
		}
		reflected := at(towards(center, worst.x, -1))
		switch {
		case reflected.value < best.value:
			simplex[n] = reflected
			if expanded := at(towards(center, worst.x, -2)); expanded.value < reflected.value {
				simplex[n] = expanded
			}
			continue
		case reflected.value < simplex[n-1].value:
			simplex[n] = reflected
			continue
		}
		within, limit := 0.5, worst.value
		if reflected.value < worst.value {
			within, limit = -0.5, reflected.value
		}
		if contracted := at(towards(center, worst.x, within)); contracted.value < limit {
			simplex[n] = contracted
			continue
		}
		for i := 1; i <= n; i++ {
			simplex[i] = at(towards(best.x, simplex[i].x, 0.5))
		}
	}
}

// towards is the point a share of the way from a to b.
func towards(a, b []float64, share float64) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = a[i] + share*(b[i]-a[i])
	}
	return out
}
