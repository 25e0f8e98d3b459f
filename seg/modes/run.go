package modes

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
)

// start is the outcome of one start on the distinct rows.
type start struct {
	labels     []int32
	prototypes []point
	cost       float64
	iterations int
	converged  bool
}

// fit is the room that a worker fits starts in.
type fit struct {
	*rows
	sums   sums
	bounds bounds
	seeding

	// The start at work.
	start
	changed []bool // by label: its prototype is not that of its rows
}

func newFit(r *rows) *fit {
	return &fit{rows: r, sums: newSums(r), bounds: newBounds(r.len()), seeding: newSeeding(r.len())}
}

// run fits one start. When cancelled it returns early with an unfinished one.
func (f *fit) run(ctx context.Context, k, number int, s Settings) start {
	k = min(k, f.len())
	f.start = start{labels: make([]int32, f.len())}
	if f.numbers.Cols == 0 && number == 0 {
		f.prototypes = f.dense(ctx, k)
	} else {
		f.prototypes = f.spread(ctx, k, rand.New(rand.NewPCG(s.Seed, uint64(number))))
	}
	if ctx.Err() != nil { // there may be no prototype yet
		return f.start
	}
	f.changed = slices.Repeat([]bool{true}, len(f.prototypes))
	f.bounds.begin(len(f.prototypes))
	f.sums.begin(len(f.prototypes))
	f.assign()
	f.sums.addUp(f.labels)
	for !f.converged && f.iterations < s.MaxIter && ctx.Err() == nil {
		f.iterations++
		f.move()
		moved := f.assign()
		f.converged = !f.refill() && !moved
	}
	// Taken afresh the prototypes depend on the labels alone.
	f.sums.addUp(f.labels)
	for k := range f.changed {
		f.changed[k] = true
	}
	f.move()
	f.assign() // moves a row only where the start ended too early
	for i, w := range f.weight {
		f.cost += w * f.dissimilarity(f.at(i), f.prototypes[f.labels[i]])
	}
	return f.start
}

// move makes the prototypes anew of labels that changed.
func (f *fit) move() {
	moved := make([]float64, len(f.prototypes))
	for k, was := range f.prototypes {
		if !f.changed[k] {
			continue
		}
		if now, ok := f.sums.prototype(int32(k)); ok {
			f.prototypes[k] = now
			moved[k] = math.Sqrt(f.dissimilarity(was, now))
		}
	}
	clear(f.changed)
	f.bounds.advance(moved, f.gaps())
}

// gaps is how far each prototype is from the nearest other.
func (f *fit) gaps() []float64 {
	out := slices.Repeat([]float64{math.Inf(1)}, len(f.prototypes))
	for a, p := range f.prototypes {
		for b, q := range f.prototypes[:a] {
			d := math.Sqrt(f.dissimilarity(p, q))
			out[a], out[b] = min(out[a], d), min(out[b], d)
		}
	}
	return out
}

// assign puts each row with a prototype that is nearer than its own, the lowest
// of the nearest, and reports whether any row moved. Rows whose bounds prove that
// none is nearer are passed over.
func (f *fit) assign() (moved bool) {
	for i, own := range f.labels {
		if f.bounds.settled(i, own) {
			continue
		}
		p := f.at(i)
		best, least, second := own, f.dissimilarity(p, f.prototypes[own]), math.Inf(1)
		if f.bounds.near(i, own, least); f.bounds.settled(i, own) {
			continue
		}
		for k, q := range f.prototypes {
			if int32(k) == own {
				continue
			}
			if d := f.dissimilarity(p, q); d < least {
				best, least, second = int32(k), d, least
			} else {
				second = min(second, d)
			}
		}
		f.bounds.near(i, best, least)
		f.bounds.far(i, best, second)
		if best != own {
			f.relabel(i, best)
			moved = true
		}
	}
	return moved
}

// relabel moves a row to another label.
func (f *fit) relabel(i int, to int32) {
	from := f.labels[i]
	f.sums.relabel(i, from, to)
	f.labels[i], f.changed[from], f.changed[to] = to, true, true
}

// refill gives each cluster without rows the row farthest from its prototype
// among the clusters of more than one distinct row, ties by the earlier, and
// reports whether it gave any. Where all of these are at their prototypes the
// cluster stays empty.
func (f *fit) refill() (gave bool) {
	count := make([]int, len(f.prototypes))
	for _, k := range f.labels {
		count[k]++
	}
	for empty := range count {
		if count[empty] > 0 {
			continue
		}
		far, distance := -1, 0.
		for i, k := range f.labels {
			if d := f.dissimilarity(f.at(i), f.prototypes[k]); d > distance && count[k] > 1 {
				far, distance = i, d
			}
		}
		if far < 0 {
			return gave
		}
		from := f.labels[far]
		count[from]--
		count[empty]++
		f.relabel(far, int32(empty))
		f.prototypes[empty] = f.at(far)
		f.bounds.forget()
		gave = true
	}
	return gave
}
