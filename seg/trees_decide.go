package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/tree"
)

// decide tells that customers belong to the leaf to which their values lead. The
// inputs are the columns that are asked about, in the order of the questions; all,
// when none is. More money is better, and more or less of a yes as its words tell;
// of another target only the analyst knows.
func (g *grownTree) decide(s *model.Segmentation, segmentOf []int32) {
	asked := g.asked()
	if len(asked) == 0 {
		for j := range g.predictors {
			asked = append(asked, j)
		}
	}
	inputs, by := make([]measured, len(g.predictors)), make([]measured, len(asked))
	for i, j := range asked {
		inputs[j] = g.predictors[j].measured(g.in.roleOf(g.predictors[j].column))
		by[i] = inputs[j]
	}
	var ranks []int
	switch {
	case g.target.values != nil && g.target.info.Unit == model.Money:
		ranks = inOrder(len(g.leaves))
	case g.target.yes >= 0:
		ranks = g.target.ranks(len(g.leaves))
	}
	root := g.tree.Root // the tree holds on to all data
	decide(s, func(w whatIf) int32 {
		return segmentOf[root.Find(func(predictor int) float64 { return w.value(inputs[predictor]) }).Leaf]
	}, ranks, by...)
	absence{}.express(s, func() formula.Expr { return nodeExpr(root, inputs, segmentOf) })
}

// nodeExpr is the segment to which the values of a customer lead from a node, in a
// formula.
func nodeExpr(n *tree.Node, inputs []measured, segmentOf []int32) formula.Expr {
	if n.Split == nil {
		return segmentExpr(segmentOf[n.Leaf])
	}
	out := formula.Choice{Else: nodeExpr(n.Children[n.Split.Missing], inputs, segmentOf)}
	for i, b := range n.Split.Branches {
		if i != n.Split.Missing {
			out.Cases = append(out.Cases, formula.Case{If: branchExpr(b, inputs[n.Split.Predictor]), Then: nodeExpr(n.Children[i], inputs, segmentOf)})
		}
	}
	return out
}

// branchExpr holds of the values that take a branch.
func branchExpr(b tree.Branch, m measured) formula.Expr {
	if b.Levels != nil {
		words := make([]string, len(b.Levels))
		for i, level := range b.Levels {
			words[i] = m.words[level]
		}
		return m.says(words...)
	}
	if b.Low >= b.High { // of missing values alone
		return formula.Any()
	}
	var within []formula.Expr
	if finite(b.Low) {
		within = append(within, formula.Compare(m.expr(), formula.AtLeast, formula.Number(b.Low)))
	}
	if finite(b.High) {
		within = append(within, formula.Compare(m.expr(), formula.Less, formula.Number(b.High)))
	}
	if len(within) == 0 {
		return formula.Known{Of: m.expr()}
	}
	return formula.All(within...)
}

// asked are the predictors by which a node is split, in the order of the nodes
// from the top.
func (g *grownTree) asked() []int {
	var out []int
	g.walk(func(n *tree.Node) {
		if n.Split != nil && !slices.Contains(out, n.Split.Predictor) {
			out = append(out, n.Split.Predictor)
		}
	})
	return out
}
