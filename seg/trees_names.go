package seg

import (
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// names call the leaves, in the order of the segments, by who is in them and by
// what of the target: the answers to the last two questions, which tell a leaf from
// its neighbours, the last first, and further ones where another leaf would be
// called the same. The number makes a name the only one.
func (g *grownTree) names() []model.Phrase {
	const usual, most = 2, 4 // answers in a name
	paths := g.paths()
	answers := make([][]model.Phrase, len(g.leaves)) // the last question first
	named := make([]int, len(g.leaves))
	for i, leaf := range g.leaves {
		p := paths[leaf.Leaf]
		for _, j := range p.lastFirst() {
			answers[i] = append(answers[i], g.answer(j, p.left[j]))
		}
		named[i] = min(usual, len(answers[i]))
	}
	said := func(i int) string { return fmt.Sprint(answers[i][:named[i]]) }
	for range most - usual {
		alike := map[string]int{}
		for i := range answers {
			alike[said(i)]++
		}
		more := slices.Clone(named)
		for i := range answers {
			if alike[said(i)] > 1 {
				more[i] = min(named[i]+1, len(answers[i]))
			}
		}
		named = more
	}
	out := make([]model.Phrase, len(g.leaves))
	for i, leaf := range g.leaves {
		out[i] = model.P("%d: %s", i+1, g.worth(leaf))
		if named[i] > 0 {
			out[i] = model.P("%d: %s · %s", i+1, list("%s, %s", answers[i][:named[i]]), g.worth(leaf))
		}
	}
	return out
}

// worth is what a node is of the target.
func (g *grownTree) worth(n *tree.Node) model.Phrase {
	t, label := g.target, brief(g.target.info.Label)
	switch {
	case t.values != nil:
		return model.P("%s %s", label, figure(g.value(n)))
	case t.yes >= 0:
		return model.P("%s %s %.0f%%", label, brief(model.Raw(t.words[t.yes])), 100*n.Share(t.yes))
	}
	return model.P("%s %s %.0f%%", label, brief(model.Raw(t.words[n.Majority()])), 100*g.value(n))
}

// answer is a condition in brief, for a name.
func (g *grownTree) answer(predictor int, c narrowed) model.Phrase {
	p := g.predictors[predictor]
	label := brief(p.info.Label)
	switch {
	case c.nothing, len(c.levels) == 0 && p.values == nil:
		return model.P("%s missing", label)
	case len(c.levels) > 0:
		const listed = 2
		var words []model.Phrase
		for _, l := range c.levels[:min(listed, len(c.levels))] {
			words = append(words, brief(model.Raw(p.words[l])))
		}
		if more := len(c.levels) - listed; more > 0 {
			return model.P("%s %s and %d more", label, list("%s/%s", words), more)
		}
		return model.P("%s %s", label, list("%s/%s", words))
	case math.IsInf(c.low, -1):
		return model.P("%s < %s", label, figure(c.high))
	case math.IsInf(c.high, 1):
		return model.P("%s ≥ %s", label, figure(c.low))
	}
	return model.P("%s %s to %s", label, figure(c.low), figure(c.high))
}

// leafPath is the way to a leaf: by predictor what is left of it, the predictors
// in the order in which they were first asked about, and those of every question.
type leafPath struct {
	left      []narrowed
	asked     []int
	questions []int
}

// lastFirst are the predictors that were asked about, that of the last question
// first.
func (p leafPath) lastFirst() []int {
	var out []int
	for _, j := range slices.Backward(p.questions) {
		if !slices.Contains(out, j) {
			out = append(out, j)
		}
	}
	return out
}

// paths lead to the leaves, by their numbers.
func (g *grownTree) paths() []leafPath {
	out := make([]leafPath, len(g.tree.Leaves))
	var down func(n *tree.Node, p leafPath)
	down = func(n *tree.Node, p leafPath) {
		if n.Split == nil {
			out[n.Leaf] = p
			return
		}
		j := n.Split.Predictor
		next := leafPath{asked: p.asked, questions: append(slices.Clone(p.questions), j)}
		if !slices.Contains(p.asked, j) {
			next.asked = append(slices.Clone(p.asked), j)
		}
		for i, c := range n.Children {
			next.left = slices.Clone(p.left)
			next.left[j] = next.left[j].by(n.Split, i)
			down(c, next)
		}
	}
	down(g.tree.Root, leafPath{left: make([]narrowed, len(g.predictors))})
	return out
}
