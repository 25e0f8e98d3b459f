package modes

import (
	"context"
	"math"
	"math/rand/v2"
	"sort"
)

// dense picks k distinct rows as first prototypes by Cao, Liang & Bai (2009):
// the row whose categories are the most frequent on average, then each time the
// row for which the least, over those picked, of density times dissimilarity is
// the largest. Ties go to the earlier row.
func (r *rows) dense(ctx context.Context, k int) []point {
	density := make([]float64, r.len())
	for j, n := range r.levels {
		frequency := make([]float64, n)
		for i, w := range r.weight {
			frequency[r.at(i).categories[j]] += w
		}
		for i := range density {
			density[i] += frequency[r.at(i).categories[j]]
		}
	}
	next := greatest(density)
	picked := []point{r.at(next)}
	nearest := make([]float64, r.len())
	for i := range nearest {
		nearest[i] = density[i] * r.dissimilarity(r.at(i), picked[0])
	}
	for len(picked) < k && ctx.Err() == nil {
		next = greatest(nearest)
		picked = append(picked, r.at(next))
		for i := range nearest {
			nearest[i] = min(nearest[i], density[i]*r.dissimilarity(r.at(i), r.at(next)))
		}
	}
	return picked
}

// greatest is the first of the greatest values.
func greatest(values []float64) int {
	at := 0
	for i, v := range values {
		if v > values[at] {
			at = i
		}
	}
	return at
}

// seeding is the room to draw first prototypes in.
type seeding struct {
	cumulative      []float64
	now, best, next picture
}

// picture is what lies between each row and the nearest of the rows picked: its
// weight times the dissimilarity, and which of them it is.
type picture struct {
	left []float64
	of   []int32
}

func newSeeding(rows int) seeding {
	room := func() picture { return picture{make([]float64, rows), make([]int32, rows)} }
	return seeding{make([]float64, rows), room(), room(), room()}
}

// spread picks k distinct rows as first prototypes as greedy k-means++ does: of
// a few rows, each drawn in proportion to its dissimilarity to the nearest so
// far, the one that leaves the least in all (Arthur & Vassilvitskii 2007, §5). It
// picks fewer when all others are at one already.
func (f *fit) spread(ctx context.Context, k int, random *rand.Rand) []point {
	copy(f.now.left, f.weight)
	var picked []point
	for len(picked) < k && ctx.Err() == nil {
		total := 0.
		for i, d := range f.now.left {
			total += d
			f.cumulative[i] = total
		}
		if total == 0 {
			break
		}
		tries := 1
		if len(picked) > 0 {
			tries = 2 + int(math.Log(float64(k)))
		}
		least := math.Inf(1)
		var chosen point
		for range tries {
			target := random.Float64() * total
			q := f.at(sort.Search(len(f.cumulative)-1, func(i int) bool { return f.cumulative[i] > target }))
			if sum := f.leave(q, picked); sum < least {
				chosen, least = q, sum
				f.best, f.next = f.next, f.best
			}
		}
		f.now, f.best = f.best, f.now
		picked = append(picked, chosen)
	}
	return picked
}

// leave fills next with what is left when q is picked beside those picked so far,
// and returns its sum. A row stays with its own if q is at least twice as far from
// that as the row, by the triangle inequality of the roots.
func (f *fit) leave(q point, picked []point) (sum float64) {
	const rounding = 1e-9
	apart := make([]float64, len(picked)) // a quarter of what lies between q and each
	for k, p := range picked {
		apart[k] = f.dissimilarity(p, q) / 4 * (1 - rounding)
	}
	was, next, nth := f.now, f.next, int32(len(picked))
	for i, w := range f.weight {
		left, of := was.left[i], was.of[i]
		if nth == 0 || left > w*apart[of] {
			if d := w * f.dissimilarity(f.at(i), q); nth == 0 || d < left {
				left, of = d, nth
			}
		}
		next.left[i], next.of[i] = left, of
		sum += left
	}
	return sum
}
