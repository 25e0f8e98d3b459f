package cluster

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
)

// StabilitySettings of [Stability].
type StabilitySettings struct {
	Refits int     // 1 or more
	Share  float64 // of the rows in each refit, above 0 and at most 1
	Limit  int     // the most rows in a refit
	Seed   uint64
}

// DefaultStability is 10 refits, each on 80 % of the rows but at most 1,000.
func DefaultStability() StabilitySettings {
	return StabilitySettings{Refits: 10, Share: .8, Limit: 1000}
}

// Stability groups subsamples of the rows anew and returns how alike the
// groupings are, on the rows they share, to the labels of all: the mean of the
// adjusted Rand index, 1 when each refit finds the same clusters and about 0 when
// they have nothing in common. Rows in no cluster, labelled below 0, count as a
// group. Subsamples are drawn without replacement. refit returns a label for each
// row given to it. Sources: Ben-Hur, Elisseeff & Guyon 2002, by subsamples;
// Hennig 2007, against the grouping of all.
//
// It is NaN when a subsample would have fewer than two rows. It returns an error
// for a setting out of range, and that of a refit or of the context.
func Stability(ctx context.Context, x Matrix, labels []int32, s StabilitySettings, refit func(context.Context, Matrix) ([]int32, error), report func(done float64)) (float64, error) {
	if s.Refits < 1 || !(s.Share > 0 && s.Share <= 1) || s.Limit < 2 {
		return math.NaN(), errors.New("cluster: stability wants 1 refit or more, a share up to 1 and 2 rows or more")
	}
	n := min(int(s.Share*float64(x.Rows)), s.Limit)
	if n < 2 {
		return math.NaN(), nil
	}
	_, from := x.canonical() // so that the order of the rows does not matter
	sum := 0.
	for i := range s.Refits {
		if err := ctx.Err(); err != nil {
			return math.NaN(), err
		}
		random := rand.New(rand.NewPCG(s.Seed, uint64(i)))
		places := random.Perm(x.Rows)[:n]
		slices.Sort(places)
		rows, was := make([]int32, n), make([]int32, n)
		for j, place := range places {
			rows[j] = from[place]
			was[j] = labels[rows[j]]
		}
		now, err := refit(ctx, x.Pick(rows))
		if err != nil {
			return math.NaN(), err
		}
		sum += AdjustedRand(was, now)
		if report != nil {
			report(float64(i+1) / float64(s.Refits))
		}
	}
	return sum / float64(s.Refits), nil
}
