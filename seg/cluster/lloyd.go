package cluster

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// fit is the room one worker fits starts of k-means in.
type fit struct {
	x Matrix

	// Hamerly's bounds: a row is no farther than upper from the center of its
	// label, and no nearer than lower to any other center.
	upper, lower []float64

	// The start at work. Sums and counts are kept up to date with the labels.
	labels  []int32
	centers Matrix
	sums    Matrix
	counts  []int
}

func newFit(x Matrix) *fit {
	return &fit{x: x, upper: make([]float64, x.Rows), lower: make([]float64, x.Rows)}
}

// run fits one start to a tolerance on the sum of the centers' squared moves.
// When cancelled it returns early with an unfinished start.
func (f *fit) run(ctx context.Context, k int, random *rand.Rand, maxIter int, tol float64) start {
	f.centers = f.seed(ctx, k, random)
	f.labels = make([]int32, f.x.Rows)
	f.assignAll(ctx)
	f.sumUp()
	t := start{}
	for !t.converged && t.iterations < maxIter && ctx.Err() == nil {
		t.iterations++
		moved := f.moveCenters()
		shift := 0.
		for _, m := range moved {
			shift += m * m
		}
		changed := f.reassign(ctx, moved)
		t.converged = shift <= tol || changed == 0
	}
	// The sums so far have gathered rounding by way of every label that came
	// and went. Taken afresh in row order they depend on the labels alone, so
	// starts that agree on the clusters agree on the inertia to the last bit.
	f.sumUp()
	f.reassign(ctx, f.moveCenters())
	for i, c := range f.labels {
		t.inertia += squared(f.x.Row(i), f.centers.Row(int(c)))
	}
	t.labels, t.centers, t.counts = f.labels, f.centers, f.counts
	return t
}

// assignAll labels every row with its nearest center, ties by the lower, and
// makes the bounds exact.
func (f *fit) assignAll(ctx context.Context) {
	for i := range f.labels {
		if i%blockRows == 0 && ctx.Err() != nil {
			break
		}
		label, first, second := f.nearest(f.x.Row(i))
		f.labels[i] = label
		f.upper[i], f.lower[i] = math.Sqrt(first), math.Sqrt(second)
	}
}

// nearest returns the nearest center, ties by the lower, and the squared
// distances of the two nearest, the second +Inf when there is only one.
func (f *fit) nearest(row []float64) (label int32, first, second float64) {
	// Squared distances are never negative, so their bits order as they do, and
	// whole numbers are compared without a branch to mispredict.
	inf := math.Float64bits(math.Inf(1))
	least, next := inf, inf
	rest := f.centers.Data
	for c := int32(0); len(rest) >= len(row); c++ {
		d := math.Float64bits(squared(row, rest[:len(row)]))
		rest = rest[len(row):]
		if d < least {
			label = c
		}
		next = min(next, max(least, d))
		least = min(least, d)
	}
	return label, math.Float64frombits(least), math.Float64frombits(next)
}

// sumUp takes the sums and counts of the clusters from the labels.
func (f *fit) sumUp() {
	f.sums = NewMatrix(f.centers.Rows, f.x.Cols)
	f.counts = make([]int, f.centers.Rows)
	for i, c := range f.labels {
		f.counts[c]++
		sum := f.sums.Row(int(c))
		for j, v := range f.x.Row(i) {
			sum[j] += v
		}
	}
}

// moveCenters puts each center at the mean of its rows, after giving a row to
// each cluster without, and returns how far each center moved.
func (f *fit) moveCenters() (moved []float64) {
	for c, n := range f.counts {
		if n == 0 {
			f.refill(int32(c))
		}
	}
	moved = make([]float64, f.centers.Rows)
	mean := make([]float64, f.x.Cols)
	for c, n := range f.counts {
		if n == 0 {
			continue
		}
		for j, sum := range f.sums.Row(c) {
			mean[j] = sum / float64(n)
		}
		moved[c] = math.Sqrt(squared(mean, f.centers.Row(c)))
		copy(f.centers.Row(c), mean)
	}
	return moved
}

// refill gives an empty cluster the row farthest from its center among the
// clusters of more than one row, ties by the earlier row. When all of these are
// at their centers the cluster stays empty.
func (f *fit) refill(empty int32) {
	far, distance := -1, 0.
	for i, c := range f.labels {
		if d := squared(f.x.Row(i), f.centers.Row(int(c))); d > distance && f.counts[c] > 1 {
			far, distance = i, d
		}
	}
	if far < 0 {
		return
	}
	f.relabel(far, empty)
	// The bounds know nothing of a center that leaps: none of them holds.
	for i := range f.upper {
		f.upper[i], f.lower[i] = math.Inf(1), 0
	}
}

// relabel moves a row to another cluster, with its share of the sums.
func (f *fit) relabel(i int, to int32) {
	row, from := f.x.Row(i), f.labels[i]
	f.labels[i] = to
	f.counts[from]--
	f.counts[to]++
	out, in := f.sums.Row(int(from)), f.sums.Row(int(to))
	for j, v := range row {
		out[j] -= v
		in[j] += v
	}
}

// reassign labels every row with its nearest center after the centers moved,
// passing over those whose bounds prove that nothing changed, and returns how
// many labels changed. Source: Hamerly 2010, Making k-means even faster.
//
// Rows are sifted a block at a time, so that the processor need not guess at
// each row which of them the bounds will spare.
func (f *fit) reassign(ctx context.Context, moved []float64) (changed int) {
	half, others := f.halfGaps(), farthestOther(moved)
	var block [blockRows]int32
	for from := 0; from < f.x.Rows && ctx.Err() == nil; from += blockRows {
		doubtful := block[:min(blockRows, f.x.Rows-from)]
		n := 0
		for i := from; i < from+len(doubtful); i++ {
			c := f.labels[i]
			upper, lower := f.upper[i]+moved[c], f.lower[i]-others[c]
			f.upper[i], f.lower[i] = upper, lower
			doubtful[n] = int32(i)
			if upper > max(lower, half[c]) {
				n++
			}
		}
		doubtful, n = doubtful[:n], 0
		for _, i := range doubtful {
			c := f.labels[i]
			upper := math.Sqrt(squared(f.x.Row(int(i)), f.centers.Row(int(c))))
			f.upper[i] = upper
			doubtful[n] = i
			if upper > max(f.lower[i], half[c]) {
				n++
			}
		}
		for _, i := range doubtful[:n] {
			label, first, second := f.nearest(f.x.Row(int(i)))
			f.upper[i], f.lower[i] = math.Sqrt(first), math.Sqrt(second)
			if label != f.labels[i] {
				f.relabel(int(i), label)
				changed++
			}
		}
	}
	return changed
}

// blockRows is how many rows are worked on between looks at the context.
const blockRows = 1 << 10

// halfGaps returns half the distance of each center to its nearest other: a
// row closer than that to its center has no nearer one.
func (f *fit) halfGaps() []float64 {
	half := slices.Repeat([]float64{math.Inf(1)}, f.centers.Rows)
	for a := range half {
		for b := range a {
			d := math.Sqrt(squared(f.centers.Row(a), f.centers.Row(b))) / 2
			half[a], half[b] = min(half[a], d), min(half[b], d)
		}
	}
	return half
}

// farthestOther returns, for each center, how far the others moved at most.
func farthestOther(moved []float64) []float64 {
	most, next, which := 0., 0., 0
	for c, m := range moved {
		if m > most {
			most, next, which = m, most, c
		} else {
			next = max(next, m)
		}
	}
	out := slices.Repeat([]float64{most}, len(moved))
	out[which] = next
	return out
}
