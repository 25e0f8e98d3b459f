package cluster

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// fit is the room one worker fits starts of k-means in.
type fit struct {
	layout

	// Hamerly's bounds: a row was no farther than upper from the center of its
	// label, and no nearer than lower to any other center, before the drift of
	// that center. So a round writes only the bounds of rows it looks at.
	upper, lower []float64
	drift        []drift // by center

	left [][]float64 // by candidate for a first center, of each row given

	// The start at work. Sums and counts are kept up to date with the labels.
	labels  []int32
	centers Matrix
	sums    Matrix
	counts  []int
}

// drift is how far centers moved since a start began, summed over its rounds.
type drift struct {
	own    float64 // this center
	others float64 // the one of the others that moved farthest in each round
	half   float64 // half the distance to the nearest other center, as it is now
}

func newFit(l layout) *fit {
	return &fit{layout: l, upper: make([]float64, l.x.Rows), lower: make([]float64, l.x.Rows)}
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
	// and went. Taken afresh they depend on the labels alone, so
	// starts that agree on the clusters agree on the inertia to the last bit.
	f.sumUp()
	f.reassign(ctx, f.moveCenters())
	for i, c := range f.labels {
		t.inertia += squared(f.x.Row(i), f.centers.Row(int(c)))
	}
	t.labels, t.centers, t.counts = f.back(f.labels), f.centers, f.counts
	return t
}

// assignAll labels every row with its nearest center, ties by the lower, and
// makes the bounds exact.
func (f *fit) assignAll(ctx context.Context) {
	f.drift = make([]drift, f.centers.Rows)
	room := make([]float64, f.centers.Rows)
	for i := range f.labels {
		if i%blockRows == 0 && ctx.Err() != nil {
			break
		}
		label, first, second := nearest(f.x.Row(i), f.centers, room)
		f.labels[i] = label
		f.upper[i], f.lower[i] = math.Sqrt(first), math.Sqrt(second)
	}
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
		f.upper[i], f.lower[i] = math.Inf(1), math.Inf(-1)
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
// many labels changed. Source: Hamerly 2010, Making k-means even faster; a row
// in doubt is held against all centers at once, as its bounds are then as good
// as new for many rounds and few columns cost less than another look.
//
// Rows are sifted a block at a time, so that the processor need not guess at
// each row which of them the bounds will spare.
func (f *fit) reassign(ctx context.Context, moved []float64) (changed int) {
	f.advance(moved)
	var block [blockRows]int32
	room := make([]float64, f.centers.Rows)
	for from := 0; from < f.x.Rows && ctx.Err() == nil; from += blockRows {
		for _, i := range f.sift(block[:], from) {
			label, first, second := nearest(f.x.Row(int(i)), f.centers, room)
			d := f.drift[label]
			f.upper[i], f.lower[i] = math.Sqrt(first)-d.own, math.Sqrt(second)+d.others
			if label != f.labels[i] {
				f.relabel(int(i), label)
				changed++
			}
		}
	}
	return changed
}

// sift writes to room the rows of the block that begins at from whose bounds
// leave their labels in doubt, and returns them.
func (f *fit) sift(room []int32, from int) []int32 {
	to := min(from+len(room), f.x.Rows)
	labels := f.labels[from:to]
	upper, lower, room := f.upper[from:to][:len(labels)], f.lower[from:to][:len(labels)], room[:len(labels)]
	n := 0
	for i, c := range labels {
		d := &f.drift[c]
		room[n] = int32(from + i)
		if upper[i]+d.own > max(lower[i]-d.others, d.half) {
			n++
		}
	}
	return room[:n]
}

// blockRows is how many rows are worked on between looks at the context.
const blockRows = 1 << 10

// advance adds to the drift how far each center moved in a round.
func (f *fit) advance(moved []float64) {
	others := farthestOther(moved)
	for a := range f.drift {
		d := &f.drift[a]
		d.own += moved[a]
		d.others += others[a]
		// A row closer than that to its center has no nearer one.
		d.half = math.Inf(1)
		for b := range f.drift {
			if a != b {
				d.half = min(d.half, math.Sqrt(squared(f.centers.Row(a), f.centers.Row(b)))/2)
			}
		}
	}
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
