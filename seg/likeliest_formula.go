package seg

import (
	"fmt"
	"math"
	"strconv"
	"sync"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/cluster"
	"custseg/seg/latent"
	"custseg/seg/mixture"
)

// byPlace is the segment of the place that a formula gives; below 0 there is none.
func byPlace(place formula.Expr, segment []int32) formula.Expr {
	cuts, of := make([]float64, len(segment)-1), make([]float64, len(segment))
	for k, g := range segment {
		if k > 0 {
			cuts[k-1] = float64(k)
		}
		if of[k] = float64(g); g < 0 {
			of[k] = missing
		}
	}
	return formula.Steps(formula.Name("nearest", place), cuts, false, of)
}

// clearly reports whether one group is the likeliest of each row, by more than
// rounding.
func clearly(membership cluster.Matrix) bool {
	const rounding = 1e-9
	for i := range membership.Rows {
		first, second := math.Inf(-1), math.Inf(-1)
		for _, p := range membership.Row(i) {
			if p > first {
				first, second = p, first
			} else {
				second = max(second, p)
			}
		}
		if first-second < rounding {
			return false
		}
	}
	return true
}

// express says in a formula what decide tells of the components of a mixture: the
// likeliest is that of the least of their logarithms below zero.
func (m *mixtureFit) express(s *model.Segmentation, f frame, segment []int32) {
	densities, clear := m.kept.Densities(), clearly(m.kept.Membership)
	s.Placing.Formula = sync.OnceValue(func() formula.Expr {
		if !clear {
			return formula.Untold{What: "to which of two components belong those who are as likely of both"}
		}
		row, least := f.exprs(), formula.Lowest{}
		var of []int32
		for k, d := range densities {
			if math.IsInf(d.LogScale, -1) {
				continue
			}
			of = append(of, segment[k])
			least.Of = append(least.Of, formula.Name(fmt.Sprintf("unlikelihood_%d", k+1), unlikelihood(row, d, k+1)))
		}
		return byPlace(least, of)
	})
}

// express says in a formula what decide tells of a map, unless two nodes of other
// segments are as near to a customer but for rounding.
func (o organized) express(s *model.Segmentation, f frame, segment []int32) {
	nodes := o.Nodes
	s.Placing.Formula = sync.OnceValue(func() formula.Expr {
		for i, g := range s.Of {
			if !s.Segments[g].Unclassified && !clearlyNearest(f.row(whatIf{i: i}), nodes, segment) {
				return formula.Untold{What: "to which of two nodes belong those who are as near to both"}
			}
		}
		return byPlace(nearestExpr(f.exprs(), nodes), segment)
	})
}

// clearlyNearest reports whether the nearest of the nodes that are not of the
// segment of the nearest is farther than that by more than rounding.
func clearlyNearest(point []float64, nodes cluster.Matrix, segment []int32) bool {
	const rounding = 1e-9
	nearest, at := math.Inf(1), 0
	for c := range nodes.Rows {
		if d := squaredDistance(point, nodes.Row(c)); d < nearest {
			nearest, at = d, c
		}
	}
	for c := range nodes.Rows {
		if segment[c] != segment[at] && squaredDistance(point, nodes.Row(c)) <= nearest*(1+rounding) {
			return false
		}
	}
	return true
}

// unlikelihood is the logarithm of a component's weight times its density below
// zero, in a formula.
func unlikelihood(row []formula.Expr, d mixture.Density, k int) formula.Expr {
	var squares []formula.Expr
	for i, whitening := range d.Whitening {
		var z []formula.Expr
		for j, w := range whitening {
			if w != 0 {
				z = append(z, formula.Mul(formula.Number(w), formula.Sub(row[d.Columns[j]], formula.Number(d.Mean[j]))))
			}
		}
		apart := formula.Name(fmt.Sprintf("apart_%d_%d", k, i+1), formula.Sum(z))
		squares = append(squares, formula.Mul(apart, apart))
	}
	return formula.Sub(formula.Div(formula.Sum(squares), formula.Number(2)), formula.Number(d.LogScale))
}

// express says in a formula what decide tells of latent classes.
func (f *latentFit) express(s *model.Segmentation, complete bool) {
	kept, clear := f.kept, clearly(f.kept.Membership)
	kept.Labels, kept.Membership = nil, cluster.Matrix{} // not to be held on to
	categories, segment := f.categories, segmentsOf(f.class, kept.K)
	s.Placing.Formula = sync.OnceValue(func() formula.Expr {
		if !clear {
			return formula.Untold{What: "to which of two classes belong those who are as likely of both"}
		}
		return classExpr(kept, categories, segment, complete)
	})
}

// classExpr is the segment of the likeliest class: of customers with all answers,
// or with any.
func classExpr(kept latent.Model, categories []category, segment []int32, complete bool) formula.Expr {
	shares, answers := kept.Logarithms()
	var lacking []formula.Expr
	for _, c := range categories {
		lacking = append(lacking, c.lackingExpr())
	}
	least := formula.Lowest{}
	for k, share := range shares {
		sum := []formula.Expr{formula.Number(-share)}
		for j, c := range categories {
			counts := formula.Choice{Else: formula.Number(0)}
			for a, log := range answers[k][j] {
				counts.Cases = append(counts.Cases, formula.Case{If: c.isExpr(a), Then: formula.Number(-log)})
			}
			sum = append(sum, counts)
		}
		least.Of = append(least.Of, formula.Name(fmt.Sprintf("unlikelihood_%d", k+1), formula.Sum(sum)))
	}
	left := formula.All(lacking...)
	if complete {
		left = formula.Any(lacking...)
	}
	return formula.If(left, formula.Missing(), byPlace(least, segment))
}

// input is the column of a category.
func (c category) input() formula.Input {
	return formula.Input{Kind: formula.Column, Name: c.column}
}

// lackingExpr holds of customers without a word of the category, in a formula.
func (c category) lackingExpr() formula.Expr {
	if c.numeric {
		return formula.Lacking{Of: c.input()}
	}
	return formula.Wordless{Of: c.input()}
}

// isExpr holds of customers with one of the words, in a formula.
func (c category) isExpr(word int) formula.Expr {
	if !c.numeric {
		return formula.Says{Of: c.input(), Words: []string{c.words[word]}}
	}
	v, err := strconv.ParseFloat(c.words[word], 64)
	if err != nil {
		return formula.Untold{What: "which number is " + c.words[word]}
	}
	return formula.Compare(c.input(), formula.Equals, formula.Number(v))
}
