package cluster

import (
	"context"
	"math"
	"math/rand/v2"
	"sort"
)

// startRandom returns the random stream of one start.
func startRandom(seed uint64, restart int) *rand.Rand {
	return rand.New(rand.NewPCG(seed, uint64(restart)))
}

// seed picks up to k rows as first centers by greedy k-means++: each next is
// the one of 2+⌊ln k⌋ candidates, drawn in proportion to their squared distance
// to the nearest center so far, that leaves the least sum of these distances.
// It ends early when every row is a center already, so there are fewer centers
// than k when there are fewer distinct rows, or when cancelled. Source: Arthur
// & Vassilvitskii 2007, with the number of candidates of scikit-learn.
func (f *fit) seed(ctx context.Context, k int, random *rand.Rand) Matrix {
	centers := []int32{int32(random.IntN(f.given.Rows))}
	candidates := make([]int32, 2+int(math.Log(float64(k))))
	f.roomFor(len(candidates))
	nearest, cumulative := f.upper, f.lower // both free until the first assignment
	for i := range nearest {
		nearest[i] = squared(f.given.Row(i), f.given.Row(int(centers[0])))
	}
	for len(centers) < k && ctx.Err() == nil {
		total := 0.
		for i, d := range nearest {
			total += d
			cumulative[i] = total
		}
		if total == 0 {
			break
		}
		for c := range candidates {
			candidates[c] = draw(cumulative, random)
		}
		best := f.leastPotential(nearest, candidates)
		centers = append(centers, candidates[best])
		nearest, f.left[best] = f.left[best], nearest
	}
	f.upper = nearest // not one that is among f.left now
	return f.given.Pick(centers)
}

// draw returns a row in proportion to its weight, given the cumulative weights.
func draw(cumulative []float64, random *rand.Rand) int32 {
	total := cumulative[len(cumulative)-1]
	target := random.Float64() * total
	i := sort.Search(len(cumulative), func(i int) bool { return cumulative[i] > target })
	if i == len(cumulative) { // the product was rounded up to the total
		i = sort.SearchFloat64s(cumulative, total)
	}
	return int32(i)
}

// roomFor makes room for the distances that candidates leave.
func (f *fit) roomFor(candidates int) {
	for len(f.left) < candidates {
		f.left = append(f.left, make([]float64, f.given.Rows))
	}
}

// leastPotential returns which candidate, made a center, leaves the least sum
// of squared distances to the nearest center; ties by the earlier. It fills
// f.left with the distances that each of them leaves.
func (f *fit) leastPotential(nearest []float64, candidates []int32) int {
	potential, distances, points := make([]float64, len(candidates)), make([]float64, len(candidates)), f.given.Pick(candidates)
	left := f.left[:len(candidates)]
	for i, d := range nearest {
		squaredEach(f.given.Row(i), points, distances)
		for c, to := range distances {
			to = min(d, to)
			left[c][i] = to
			potential[c] += to
		}
	}
	best := 0
	for c, p := range potential {
		if p < potential[best] {
			best = c
		}
	}
	return best
}
