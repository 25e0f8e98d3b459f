package tree

import (
	"context"
	"math"

	"custseg/seg/order"
)

// deciles is the number of ordered categories that numbers are binned into.
const deciles = 10

// CHAID grows a tree of significant splits on some of the rows, by χ² for
// classes and by F for numbers. Numbers are binned into deciles, whose order
// merging respects; missing values are a category that may merge with any (Kass's
// floating category). A group below MinLeaf merges with the group most like it.
// Significance is adjusted by Bonferroni's inequality for the ways in which the
// categories could have been merged. Merged categories are not split again.
// The error is the context's.
func (d *Data) CHAID(ctx context.Context, rows []int32, s Settings) (*Tree, error) {
	g := chaidGrower{d: d, ctx: ctx, s: s, predictors: make([]binned, len(d.predictors))}
	for j, p := range d.predictors {
		if p.Values == nil {
			g.predictors[j] = binned{codes: p.Codes, levels: p.Levels}
		} else {
			g.predictors[j] = d.bin(j, rows)
		}
	}
	if d.target.Values != nil {
		g.center = d.node(rows).Mean()
	}
	root := d.node(rows)
	if err := g.grow(root, rows, s.Depth); err != nil {
		return nil, err
	}
	return newTree(d, root), nil
}

// binned is a predictor as categories: of numbers, bin i holds edges[i] <= v <
// edges[i+1].
type binned struct {
	codes  []int32
	levels int
	edges  []float64 // nil for categories
}

// bin cuts a predictor of numbers at the deciles of the rows learned from.
// Equal values share a bin.
func (d *Data) bin(j int, rows []int32) binned {
	learned := make([]bool, d.rows())
	for _, r := range rows {
		learned[r] = true
	}
	values := d.predictors[j].Values
	var sorted []float64
	for _, r := range d.sorted[j] {
		if learned[r] {
			sorted = append(sorted, values[r])
		}
	}
	b := binned{codes: make([]int32, len(values)), edges: []float64{math.Inf(-1)}}
	for q := 1; q < deciles; q++ {
		at := len(sorted) * q / deciles
		for at > 0 && at < len(sorted) && sorted[at] == sorted[at-1] {
			at-- // to the first of equal values
		}
		if at == 0 || at >= len(sorted) {
			continue
		}
		if edge := between(sorted[at-1], sorted[at]); edge > b.edges[len(b.edges)-1] {
			b.edges = append(b.edges, edge)
		}
	}
	b.levels = len(b.edges)
	b.edges = append(b.edges, math.Inf(1))
	for r, v := range values {
		b.codes[r] = -1
		if order.Finite(v) {
			b.codes[r] = 0
			for int(b.codes[r]) < b.levels-1 && v >= b.edges[b.codes[r]+1] {
				b.codes[r]++
			}
		}
	}
	return b
}

type chaidGrower struct {
	d          *Data
	ctx        context.Context
	s          Settings
	predictors []binned
	center     float64 // that values are counted from
}

func (g *chaidGrower) grow(n *Node, rows []int32, depth int) error {
	if depth == 0 || n.N < 2*g.s.MinLeaf {
		return nil
	}
	var best *merging
	predictor := -1
	for j := range g.predictors {
		if err := g.ctx.Err(); err != nil {
			return err
		}
		m := g.merge(j, rows)
		if len(m.groups) > 1 && m.test.LogP <= math.Log(g.s.Alpha) && (best == nil || m.test.LogP < best.test.LogP) {
			best, predictor = m, j
		}
	}
	if best == nil {
		return nil
	}
	n.Split = best.split(predictor, g.predictors[predictor])
	parts := make([][]int32, len(n.Split.Branches))
	for _, r := range rows {
		at := n.Split.branch(g.d.predictors[predictor].at(r))
		parts[at] = append(parts[at], r)
		if g.d.predictors[predictor].Missing(r) {
			n.Split.MissingN++
		}
	}
	for _, part := range parts {
		child := g.d.node(part)
		n.Children = append(n.Children, child)
		if err := g.grow(child, part, depth-1); err != nil {
			return err
		}
	}
	return nil
}

// cells are the rows of a node by category of a predictor; the last is of
// missing values.
func (g *chaidGrower) cells(j int, rows []int32) []cell {
	p := g.predictors[j]
	out := make([]cell, p.levels+1)
	for i := range out {
		out[i].sums = make([]float64, g.d.target.width())
	}
	for _, r := range rows {
		at := p.codes[r]
		if at < 0 {
			at = int32(p.levels)
		}
		c := &out[at]
		c.n++
		if g.d.target.Values == nil {
			c.sums[g.d.target.Codes[r]]++
			continue
		}
		v := g.d.target.Values[r] - g.center
		c.sums[0] += v
		c.squares += v * v
	}
	return out
}
