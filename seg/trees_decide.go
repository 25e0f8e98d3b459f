package seg

import (
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// decide tells that customers belong to the leaf to which their values lead. The
// inputs are the columns that are asked about, in the order of the questions; all,
// when none is. More money is better; of another target only the analyst knows.
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
	if g.target.values != nil && g.target.info.Unit == model.Money {
		ranks = inOrder(len(g.leaves))
	}
	root := g.tree.Root // the tree holds on to all data
	decide(s, func(w whatIf) int32 {
		return segmentOf[root.Find(func(predictor int) float64 { return w.value(inputs[predictor]) }).Leaf]
	}, ranks, by...)
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
