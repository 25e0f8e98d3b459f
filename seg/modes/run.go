package modes

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// start is the outcome of one start on the distinct rows.
type start struct {
	labels     []int32
	prototypes []point
	cost       float64
	iterations int
	converged  bool
}

// run fits one start. When cancelled it returns early with an unfinished one.
func (r *rows) run(ctx context.Context, k, number int, s Settings) start {
	k = min(k, len(r.points))
	t := start{labels: make([]int32, len(r.points))}
	if r.numbers == 0 && number == 0 {
		t.prototypes = r.dense(ctx, k)
	} else {
		t.prototypes = r.spread(ctx, k, rand.New(rand.NewPCG(s.Seed, uint64(number))))
	}
	if ctx.Err() != nil { // there may be no prototype yet
		return t
	}
	r.assign(&t, true)
	for !t.converged && t.iterations < s.MaxIter && ctx.Err() == nil {
		t.iterations++
		t.prototypes = r.prototypes(t.labels, t.prototypes)
		moved := r.assign(&t, false)
		t.converged = !r.refill(&t) && !moved
	}
	t.prototypes = r.prototypes(t.labels, t.prototypes)
	r.assign(&t, false) // moves a row only where the start ended too early
	for i, p := range r.points {
		t.cost += r.weight[i] * r.dissimilarity(p, t.prototypes[t.labels[i]])
	}
	return t
}

// assign puts each row with a prototype that is nearer than its own, the lowest
// of the nearest, and reports whether any row moved. At first no row has one of
// its own.
func (r *rows) assign(t *start, first bool) (moved bool) {
	for i, p := range r.points {
		own := t.labels[i]
		if first {
			own = 0
		}
		best, least := own, r.dissimilarity(p, t.prototypes[own])
		for k, q := range t.prototypes {
			if int32(k) == own {
				continue
			}
			if d := r.dissimilarity(p, q); d < least {
				best, least = int32(k), d
			}
		}
		moved = moved || best != t.labels[i]
		t.labels[i] = best
	}
	return moved
}

// refill gives each cluster without rows the row farthest from its prototype
// among the clusters of more than one distinct row, ties by the earlier, and
// reports whether it gave any. Where all of these are at their prototypes the
// cluster stays empty.
func (r *rows) refill(t *start) (gave bool) {
	count := make([]int, len(t.prototypes))
	for _, k := range t.labels {
		count[k]++
	}
	for empty := range count {
		if count[empty] > 0 {
			continue
		}
		far, distance := -1, 0.
		for i, p := range r.points {
			if d := r.dissimilarity(p, t.prototypes[t.labels[i]]); d > distance && count[t.labels[i]] > 1 {
				far, distance = i, d
			}
		}
		if far < 0 {
			return gave
		}
		count[t.labels[far]]--
		count[empty]++
		t.labels[far], t.prototypes[empty] = int32(empty), r.points[far]
		gave = true
	}
	return gave
}

// dense picks k distinct rows as first prototypes by Cao, Liang & Bai (2009):
// the row whose categories are the most frequent on average, then each time the
// row for which the least, over those picked, of density times dissimilarity is
// the largest. Ties go to the earlier row.
func (r *rows) dense(ctx context.Context, k int) []point {
	density := make([]float64, len(r.points))
	for j, n := range r.levels {
		frequency := make([]float64, n)
		for i, p := range r.points {
			frequency[p.categories[j]] += r.weight[i]
		}
		for i, p := range r.points {
			density[i] += frequency[p.categories[j]]
		}
	}
	next := 0
	for i, v := range density {
		if v > density[next] {
			next = i
		}
	}
	picked := []point{r.points[next]}
	nearest := make([]float64, len(r.points))
	for i, p := range r.points {
		nearest[i] = density[i] * r.dissimilarity(p, picked[0])
	}
	for len(picked) < k && ctx.Err() == nil {
		next = 0
		for i, v := range nearest {
			if v > nearest[next] {
				next = i
			}
		}
		picked = append(picked, r.points[next])
		for i, p := range r.points {
			nearest[i] = min(nearest[i], density[i]*r.dissimilarity(p, r.points[next]))
		}
	}
	return picked
}

// spread picks k distinct rows as first prototypes as greedy k-means++ does: of
// a few rows, each drawn in proportion to its dissimilarity to the nearest so
// far, the one that leaves the least in all (Arthur & Vassilvitskii 2007, §5). It
// picks fewer when all others are at one already.
func (r *rows) spread(ctx context.Context, k int, random *rand.Rand) []point {
	nearest := slices.Clone(r.weight)
	cumulative := make([]float64, len(nearest))
	var picked []point
	for len(picked) < k && ctx.Err() == nil {
		total := 0.
		for i, d := range nearest {
			total += d
			cumulative[i] = total
		}
		if total == 0 {
			break
		}
		tries := 1
		if len(picked) > 0 {
			tries = 2 + int(math.Log(float64(k)))
		}
		least := math.Inf(1)
		var best []float64
		var chosen point
		for range tries {
			target := random.Float64() * total
			q := r.points[sort.Search(len(cumulative)-1, func(i int) bool { return cumulative[i] > target })]
			left, sum := r.left(q, nearest, len(picked) == 0)
			if sum < least {
				best, chosen, least = left, q, sum
			}
		}
		nearest, picked = best, append(picked, chosen)
	}
	return picked
}

// left returns what is between the rows and the nearest prototype when q is one
// too, and its sum; nearest is without q, and does not count for the first.
func (r *rows) left(q point, nearest []float64, first bool) (left []float64, sum float64) {
	left = make([]float64, len(nearest))
	for i, p := range r.points {
		d := r.weight[i] * r.dissimilarity(p, q)
		if !first {
			d = min(d, nearest[i])
		}
		left[i] = d
		sum += d
	}
	return left, sum
}
