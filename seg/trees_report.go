package seg

import (
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// describe places everyone in their leaf and reports on the tree.
func (g *grownTree) describe(s *model.Segmentation, root func(*tree.Split) []model.Fit) {
	segmentOf := make([]int32, len(g.leaves)) // by the leaf's number
	for i, leaf := range g.leaves {
		segmentOf[leaf.Leaf] = int32(i)
	}
	n := g.in.Customers.Len()
	why := make([]int32, n)
	for i := range why {
		why[i] = -1
	}
	p := newPlacer(s, g.segments(), why, nil)
	score := make([]float64, n)
	for i := range n {
		leaf := g.tree.Leaf(int32(i))
		s.Of[i], score[i] = segmentOf[leaf.Leaf], g.value(leaf)
	}
	p.done()
	g.decide(s, segmentOf)
	g.addScores(s, score)
	g.addCuts(s)
	s.Fit = append(s.Fit, model.Fit{Name: "leaves", Value: float64(len(g.leaves))})
	g.addQuality(s)
	if split := g.tree.Root.Split; split != nil {
		s.Fit = append(s.Fit, root(split)...)
	}
	g.addNotes(s)
	s.Charts = append([]model.Chart{g.chart(segmentOf)}, s.Charts...)
}

// addScores adds what the tree predicts of each customer, and the share or mean of
// each segment as bars.
func (g *grownTree) addScores(s *model.Segmentation, score []float64) {
	name, unit, figure := "predicted_share", model.Percent, model.P("share")
	if g.target.values != nil {
		name, unit, figure = "predicted", g.target.info.Unit, model.P("mean")
	}
	s.Scores = append(s.Scores, model.NewNumbers(name, score))
	if g.target.values == nil && g.target.yes < 0 {
		words := make([]string, len(s.Of))
		for i, at := range s.Of {
			words[i] = g.target.words[g.leaves[at].Majority()]
		}
		s.Scores = append(s.Scores, model.TextsOf("predicted", words))
	}
	bars := &model.Bars{Title: g.target.valueName(), ValueTitle: figure, Unit: unit, Of: s.Of}
	for i, leaf := range g.leaves {
		bars.Labels, bars.Values = append(bars.Labels, s.Segments[i].Name), append(bars.Values, g.value(leaf))
	}
	s.Charts = append(s.Charts, bars)
}

// addCuts reports the columns that the tree asks about, and where it cuts their
// numbers.
func (g *grownTree) addCuts(s *model.Segmentation) {
	cuts, asked := make([][]float64, len(g.predictors)), g.asked()
	g.walk(func(n *tree.Node) {
		if n.Split == nil {
			return
		}
		j := n.Split.Predictor
		for _, b := range n.Split.Branches {
			if g.predictors[j].values != nil && finite(b.Low) {
				cuts[j] = append(cuts[j], b.Low)
			}
		}
	})
	for j, p := range g.predictors {
		if slices.Contains(asked, j) {
			s.Used = append(s.Used, p.column)
		}
		if len(cuts[j]) > 0 {
			slices.Sort(cuts[j])
			s.Cuts = append(s.Cuts, model.Cuts{Measure: string(p.info.ID), Label: p.info.Label, Unit: p.info.Unit, Values: slices.Compact(cuts[j])})
			s.Charts = append(s.Charts, histogram(s, p.info, p.values))
		}
	}
}

// walk visits the nodes, each before its children.
func (g *grownTree) walk(visit func(*tree.Node)) {
	var down func(n *tree.Node)
	down = func(n *tree.Node) {
		visit(n)
		for _, c := range n.Children {
			down(c)
		}
	}
	down(g.tree.Root)
}

// addNotes tells who was not learned from, what was missing, and whether the tree
// is worth anything.
func (g *grownTree) addNotes(s *model.Segmentation) {
	if n := len(s.Of) - len(g.rows); n > 0 {
		s.Notes = append(s.Notes, model.P("%d customers without %s are placed by the rules and not learned from", n, g.target.info.Label))
	}
	lacking := make([]int, len(g.predictors))
	g.walk(func(n *tree.Node) {
		if n.Split != nil {
			lacking[n.Split.Predictor] += n.Split.MissingN
		}
	})
	for j, n := range lacking {
		if n > 0 {
			s.Notes = append(s.Notes, model.P("%s is missing of %d customers where it is asked for: they go where the rule says \"or missing\"", g.predictors[j].info.Label, n))
		}
	}
	if n := len(g.validated); n < len(g.rows) {
		s.Notes = append(s.Notes, model.P("Quality is measured on %d of %d customers", n, len(g.rows)))
	}
	switch q := g.quality; {
	case g.tree.Root.Split == nil:
		s.Notes = append(s.Notes, model.P("No column parts the customers: the target does not depend on them enough, or there are too few customers for two segments of at least %d", max(g.in.Params.Int("least"), 1)))
	case g.target.values != nil && q.R2 <= 0:
		s.Notes = append(s.Notes, model.P("The tree predicts customers it has not seen no better than the mean does (R² %.3f): its rules may be chance", q.R2))
	case g.target.values == nil && q.Accuracy <= q.Baseline:
		s.Notes = append(s.Notes, model.P("The tree tells the commonest class of customers it has not seen no better than always saying %s does (%.1f%% right); its shares may still tell segments apart",
			model.Raw(g.target.words[g.tree.Root.Majority()]), 100*q.Baseline))
	}
}

// chart is the tree as a picture.
func (g *grownTree) chart(segmentOf []int32) *model.Tree {
	out := &model.Tree{Title: model.P("Tree of %s", g.target.info.Label), ValueName: g.target.valueName(), Unit: g.target.info.Unit}
	if g.target.values == nil {
		out.Unit = model.Percent
	}
	var add func(n *tree.Node, text model.Phrase) int
	add = func(n *tree.Node, text model.Phrase) int {
		at := len(out.Nodes)
		if g.target.values == nil && g.target.yes < 0 { // the value is of one class or another
			text = model.P("%s → %s", text, model.Raw(g.target.words[n.Majority()]))
		}
		node := model.TreeNode{Text: text, N: n.N, Value: g.value(n), Segment: -1}
		if n.Split == nil {
			node.Segment = int(segmentOf[n.Leaf])
		}
		out.Nodes = append(out.Nodes, node)
		for i, c := range n.Children {
			place := add(c, g.condition(n.Split.Predictor, narrowed{}.by(n.Split, i)))
			out.Nodes[at].Children = append(out.Nodes[at].Children, place)
		}
		return at
	}
	add(g.tree.Root, model.P("all customers"))
	return out
}
