package mixture

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"custseg/seg/cluster"
	"custseg/seg/order"
)

// kinds is how many kinds of start there are.
const kinds = 3

// start makes components of clusters: by turns of those of k-means, of the rows
// about as many drawn at random, which finds components that overlap, and of few
// rows about some drawn and all the rest, which finds dense ones inside a wide one.
func (d data) start(ctx context.Context, k, number int, room *cluster.Matrix) (run, error) {
	random := rand.New(rand.NewPCG(d.Seed, uint64(number)))
	found, err := d.clusters(ctx, k, number, random)
	if err != nil {
		return run{}, err
	}
	r := run{components: make(components, found.K)}
	for c := range r.components {
		r.components[c].mean = make([]float64, d.x.Cols)
	}
	membership := d.room(room, found.K)
	clear(membership.Data)
	for i, l := range found.Labels {
		membership.Row(i)[l] = 1
	}
	d.maximize(r.components, membership)
	return r, nil
}

// clusters are those that a start begins from.
func (d data) clusters(ctx context.Context, k, number int, random *rand.Rand) (cluster.Result, error) {
	switch number % kinds {
	case 0:
		const most = 20 // iterations: a start need not be perfect
		return cluster.KMeans(ctx, d.x, cluster.Settings{K: k, Restarts: 1, MaxIter: most, Seed: random.Uint64()}, nil)
	case 1:
		return cluster.Grouped(d.x, cluster.Nearest(d.x, d.x.Pick(d.draw(k, random)))), nil
	}
	return cluster.Grouped(d.x, d.within(d.draw(k-1, random), k)), nil
}

// within labels the rows nearest to each of the centers, a half of an even share
// of all, and labels the rest as one more.
func (d data) within(centers []int32, k int) []int32 {
	labels := make([]int32, d.x.Rows)
	for i := range labels {
		labels[i] = int32(len(centers))
	}
	distance := make([]float64, d.x.Rows)
	for c, center := range centers {
		for i := range distance {
			distance[i] = math.Inf(1) // taken
			if labels[i] == int32(len(centers)) {
				distance[i] = squared(d.x.Row(i), d.x.Row(int(center)))
			}
		}
		for _, i := range order.Ascending(distance)[:max(1, d.x.Rows/(2*k))] {
			labels[i] = int32(c)
		}
	}
	return labels
}

func squared(a, b []float64) float64 {
	sum := 0.
	for j := range a {
		sum += (a[j] - b[j]) * (a[j] - b[j])
	}
	return sum
}

// draw returns k rows that differ, fewer when chance finds no more.
func (d data) draw(k int, random *rand.Rand) []int32 {
	const tries = 20 // for each
	var out []int32
	for range tries * k {
		row := int32(random.IntN(d.x.Rows))
		equal := func(other int32) bool { return slices.Equal(d.x.Row(int(other)), d.x.Row(int(row))) }
		if len(out) < k && !slices.ContainsFunc(out, equal) {
			out = append(out, row)
		}
	}
	return out
}
