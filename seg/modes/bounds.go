package modes

import "math"

// bounds spare a start most distances after its first rounds: a row that was no
// farther than upper from its prototype, and no nearer than lower to any other,
// stays while the prototypes have not moved by as much. Source: Hamerly (2010),
// Making k-means even faster.
type bounds struct {
	upper, lower []float64 // by row, before the drift of its prototype
	drift        []drift   // by prototype
}

// drift is how far prototypes moved since a start began, summed over its rounds.
type drift struct {
	own    float64 // this one
	others float64 // the one of the others that moved farthest in each round
	half   float64 // half of what lies between it and the nearest other, as they are now
}

func newBounds(rows int) bounds {
	return bounds{upper: make([]float64, rows), lower: make([]float64, rows)}
}

// begin starts with so many prototypes, of which nothing is known.
func (b *bounds) begin(prototypes int) {
	b.drift = make([]drift, prototypes)
	b.forget()
}

// forget drops what is known of all rows, as a prototype leapt.
func (b *bounds) forget() {
	for i := range b.upper {
		b.upper[i], b.lower[i] = math.Inf(1), math.Inf(-1)
	}
}

// advance takes how far each prototype moved in a round, and how far it is from the
// nearest other now: a row closer than half of that to it has no nearer one.
func (b *bounds) advance(moved, gaps []float64) {
	farthest, next, which := 0., 0., 0
	for k, m := range moved {
		if m > farthest {
			farthest, next, which = m, farthest, k
		} else {
			next = max(next, m)
		}
	}
	for k, m := range moved {
		b.drift[k].own += m
		if k == which {
			b.drift[k].others += next
		} else {
			b.drift[k].others += farthest
		}
		b.drift[k].half = gaps[k] / 2
	}
}

// settled reports whether a row is surely nearest to its own prototype. The
// difference must be beyond what rounding could make, so that passing a row over
// never changes a label.
func (b *bounds) settled(row int, own int32) bool {
	const rounding = 1e-9
	d := &b.drift[own]
	upper, lower := b.upper[row]+d.own, max(b.lower[row]-d.others, d.half)
	return upper+rounding*(upper+lower+d.own+d.others) < lower
}

// near takes the dissimilarity of a row to its prototype, and far that to the
// nearest other.
func (b *bounds) near(row int, own int32, least float64) {
	b.upper[row] = math.Sqrt(least) - b.drift[own].own
}

func (b *bounds) far(row int, own int32, second float64) {
	b.lower[row] = math.Sqrt(second) + b.drift[own].others
}
