package tree

import (
	"cmp"
	"slices"
)

// mostExact is the number of categories up to which all splits of them in two
// are tried when the target has three classes or more.
const mostExact = 10

// splitCategories offers every node its best split of a predictor's categories
// in two sets.
func (d *Data) splitCategories(f *frontier, j, minLeaf int) {
	p, center := d.predictors[j], d.centers(f)
	levels, whole := d.sides(len(f.nodes)*p.Levels), d.sides(len(f.nodes))
	for _, r := range f.rows {
		at, level := f.of[r], p.Codes[r]
		if at >= 0 && level >= 0 {
			d.add(&levels[int(at)*p.Levels+int(level)], r, center[at])
			d.add(&whole[at], r, center[at])
		}
	}
	for at := range f.nodes {
		of := levels[at*p.Levels : (at+1)*p.Levels]
		var present []int32
		for level, s := range of {
			if s.n > 0 {
				present = append(present, int32(level))
			}
		}
		c := categorySplit{f: f, node: int32(at), predictor: j, of: of, present: present, whole: whole[at], least: float64(minLeaf),
			left: make([]float64, d.target.width()), right: make([]float64, d.target.width())}
		switch {
		case len(present) < 2:
		case d.target.width() > 2 && len(present) <= mostExact:
			c.trySubsets()
		default:
			c.tryOrdered(d.target.width(), f.nodes[at].Majority())
		}
	}
}

// categorySplit looks for the best split of the categories of one node.
type categorySplit struct {
	f           *frontier
	node        int32
	predictor   int
	of          []side  // by category
	present     []int32 // categories with rows
	whole       side
	least       float64
	left, right []float64 // scratch
}

// tryOrdered tries the splits of the categories in the order of their mean, or of
// their share of one class. For numbers and for two classes the best of all
// subsets is among them (Fisher 1958; Breiman et al. 1984, theorem 4.5); for more
// classes it is good without being sure to be best.
func (c *categorySplit) tryOrdered(width, majority int) {
	class := 0
	switch {
	case width == 2:
		class = 1
	case width > 2:
		class = majority
	}
	slices.SortFunc(c.present, func(a, b int32) int {
		x, y := c.of[a], c.of[b]
		return cmp.Or(cmp.Compare(x.sums[class]/x.n, y.sums[class]/y.n), cmp.Compare(a, b))
	})
	for n := 1; n < len(c.present); n++ {
		c.try(func(place int) bool { return place < n })
	}
}

// trySubsets tries every split in two. The first category is always on the
// right, for a split and its mirror image are one.
func (c *categorySplit) trySubsets() {
	for set := uint32(1); set < 1<<(len(c.present)-1); set++ {
		c.try(func(place int) bool { return set<<1>>place&1 == 1 })
	}
}

func (c *categorySplit) try(isLeft func(place int) bool) {
	left := side{0, c.left}
	clear(c.left)
	for place, level := range c.present {
		if isLeft(place) {
			left.n += c.of[level].n
			for k, v := range c.of[level].sums {
				left.sums[k] += v
			}
		}
	}
	right := c.whole.rest(left, c.right)
	if left.n < c.least || right.n < c.least {
		return
	}
	gain := (score(left.sums, left.n) + score(right.sums, right.n) - score(c.whole.sums, c.whole.n)) / float64(c.f.nodes[c.node].N)
	c.f.offer(c.node, gain, func() *Split {
		branches := make([]Branch, 2)
		for place, level := range c.present {
			b := &branches[1]
			if isLeft(place) {
				b = &branches[0]
			}
			b.Levels = append(b.Levels, level)
		}
		slices.Sort(branches[0].Levels)
		slices.Sort(branches[1].Levels)
		return &Split{Predictor: c.predictor, Branches: branches, Missing: larger(left.n, right.n)}
	})
}
