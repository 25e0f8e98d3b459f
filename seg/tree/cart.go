package tree

import (
	"context"
	"math"
)

// negligible is the fall of impurity, as a share of the root's, that is no more
// than rounding.
const negligible = 1e-9

// frontier is the nodes of one level that may be split, and the node of each
// row. Growing level by level takes one pass over each sorted predictor for all
// nodes (Mehta, Agrawal & Rissanen 1996, SLIQ).
type frontier struct {
	nodes []*Node
	best  []*Split // of each node, nil for none so far
	of    []int32  // by row: the place in nodes, -1 in none
	rows  []int32
}

// CART grows a tree of splits in two on some of the rows. Classes are split by
// Gini's index, numbers by variance. A split must leave MinLeaf rows with a value
// on both sides; what it gains counts for the share of rows with a value. Rows
// without one follow the larger side. The error is the context's.
func (d *Data) CART(ctx context.Context, rows []int32, s Settings) (*Tree, error) {
	root := d.node(rows)
	f := &frontier{nodes: []*Node{root}, of: make([]int32, d.rows()), rows: rows}
	for i := range f.of {
		f.of[i] = -1
	}
	for _, r := range rows {
		f.of[r] = 0
	}
	least := negligible * d.impurity(rows)
	for depth := 0; depth < s.Depth && len(f.nodes) > 0; depth++ {
		f.best = make([]*Split, len(f.nodes))
		for j := range d.predictors {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if d.predictors[j].Values != nil {
				d.splitNumbers(f, j, s.MinLeaf)
			} else {
				d.splitCategories(f, j, s.MinLeaf)
			}
		}
		d.descend(f, least)
	}
	return newTree(d, root), nil
}

func (d *Data) rows() int {
	if d.target.Values != nil {
		return len(d.target.Values)
	}
	return len(d.target.Codes)
}

// impurity is the mean impurity of rows: Gini's index or the variance.
func (d *Data) impurity(rows []int32) float64 {
	n := d.node(rows)
	if d.target.Values == nil {
		return 1 - score(n.Sums, float64(n.N))/float64(n.N)
	}
	sum, mean := 0., n.Mean()
	for _, r := range rows {
		sum += (d.target.Values[r] - mean) * (d.target.Values[r] - mean)
	}
	return sum / float64(n.N)
}

// score is Σ sums²/n: by how much it is larger for the parts together than for
// the whole, the squared error, or n times Gini's index, is smaller.
func score(sums []float64, n float64) float64 {
	total := 0.
	for _, s := range sums {
		total += s * s
	}
	return total / n
}

// offer keeps a split of a node if it gains more than what is known.
func (f *frontier) offer(node int32, gain float64, split func() *Split) {
	const clearly = 1 + 1e-12 // rounding decides between no predictors
	if gain > 0 && (f.best[node] == nil || gain > clearly*f.best[node].Gain) {
		f.best[node] = split()
		f.best[node].Gain = gain
	}
}

// descend splits the nodes by the best that was offered, and makes their
// children the frontier.
func (d *Data) descend(f *frontier, least float64) {
	var children []*Node
	first := make([]int32, len(f.nodes))
	for i, n := range f.nodes {
		first[i] = -1
		if f.best[i] == nil || f.best[i].Gain <= least {
			continue
		}
		n.Split, first[i] = f.best[i], int32(len(children))
		for range n.Split.Branches {
			n.Children = append(n.Children, &Node{Sums: make([]float64, d.target.width())})
		}
		children = append(children, n.Children...)
	}
	for _, r := range f.rows {
		at := f.of[r]
		if at < 0 || first[at] < 0 {
			f.of[r] = -1
			continue
		}
		split := f.nodes[at].Split
		p := d.predictors[split.Predictor]
		if p.Missing(r) {
			split.MissingN++
		}
		f.of[r] = first[at] + int32(split.branch(p.at(r)))
		child := children[f.of[r]]
		child.N++
		d.target.add(child.Sums, r)
	}
	f.nodes = children
}

// side is the running sums of the rows of one node on one side of a split.
type side struct {
	n    float64
	sums []float64
}

// rest takes what is left of a whole when one side is taken away.
func (whole side) rest(part side, into []float64) side {
	for k := range into {
		into[k] = whole.sums[k] - part.sums[k]
	}
	return side{whole.n - part.n, into}
}

func (d *Data) sides(n int) []side {
	out := make([]side, n)
	for i := range out {
		out[i].sums = make([]float64, d.target.width())
	}
	return out
}

// add adds a row to a side. center is what the values of a node are counted from, so that squares of large
// numbers do not swallow their differences.
func (d *Data) add(s *side, row int32, center float64) {
	s.n++
	if d.target.Values != nil {
		s.sums[0] += d.target.Values[row] - center
	} else {
		s.sums[d.target.Codes[row]]++
	}
}

// centers are the means of the nodes of a target of numbers.
func (d *Data) centers(f *frontier) []float64 {
	out := make([]float64, len(f.nodes))
	if d.target.Values != nil {
		for i, n := range f.nodes {
			out[i] = n.Mean()
		}
	}
	return out
}

// splitNumbers offers every node its best split by a predictor of numbers.
func (d *Data) splitNumbers(f *frontier, j, minLeaf int) {
	values, center := d.predictors[j].Values, d.centers(f)
	whole, left := d.sides(len(f.nodes)), d.sides(len(f.nodes))
	for _, r := range d.sorted[j] {
		if at := f.of[r]; at >= 0 {
			d.add(&whole[at], r, center[at])
		}
	}
	last, scratch := make([]float64, len(f.nodes)), make([]float64, d.target.width())
	least := float64(minLeaf)
	for _, r := range d.sorted[j] {
		at := f.of[r]
		if at < 0 {
			continue
		}
		l, w, v := &left[at], whole[at], values[r]
		if v != last[at] && l.n >= least && l.n > 0 && w.n-l.n >= least {
			right := w.rest(*l, scratch)
			gain := (score(l.sums, l.n) + score(right.sums, right.n) - score(w.sums, w.n)) / float64(f.nodes[at].N)
			f.offer(at, gain, func() *Split {
				t := between(last[at], v)
				return &Split{Predictor: j, Branches: []Branch{{Low: math.Inf(-1), High: t}, {Low: t, High: math.Inf(1)}}, Missing: larger(l.n, right.n)}
			})
		}
		d.add(l, r, center[at])
		last[at] = v
	}
}

// larger is the side with more rows, the first of equals.
func larger(left, right float64) int {
	if right > left {
		return 1
	}
	return 0
}
