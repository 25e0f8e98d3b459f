package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// narrowed is what a path down a tree has left of one column: of numbers those
// with low <= v < high, of words the levels.
type narrowed struct {
	asked     bool
	low, high float64
	levels    []int32 // nil of numbers, and of words that were not asked about
	missing   bool    // some who lack the value are here
	nothing   bool    // of missing values alone
}

// by narrows by one branch of a split.
func (c narrowed) by(s *tree.Split, branch int) narrowed {
	if !c.asked {
		c.asked, c.low, c.high, c.missing = true, math.Inf(-1), math.Inf(1), true
	}
	b := s.Branches[branch]
	c.missing = c.missing && s.Missing == branch && s.MissingN > 0
	switch {
	case len(b.Levels) > 0 && c.levels == nil:
		c.levels = b.Levels
	case len(b.Levels) > 0:
		c.levels = slices.DeleteFunc(slices.Clone(c.levels), func(l int32) bool { return !slices.Contains(b.Levels, l) })
	case b.Low == b.High: // no value is there
		c.nothing = true
	default:
		c.low, c.high = max(c.low, b.Low), min(c.high, b.High)
	}
	return c
}

// condition says in words what is left of a column.
func (g *grownTree) condition(predictor int, c narrowed) model.Phrase {
	p := g.predictors[predictor]
	label, text := p.info.Label, model.P("%s is missing", p.info.Label)
	switch {
	case c.nothing:
		return text
	case len(c.levels) > 0:
		words := make([]model.Phrase, len(c.levels))
		for i, l := range c.levels {
			words[i] = model.Raw(p.words[l])
		}
		text = model.P("%s is %s", label, list("%s or %s", words))
	case p.values == nil:
		return text
	case math.IsInf(c.low, -1):
		text = model.P("%s < %s", label, exactly(c.high))
	case math.IsInf(c.high, 1):
		text = model.P("%s ≥ %s", label, exactly(c.low))
	default:
		text = model.P("%s ≥ %s and < %s", label, exactly(c.low), exactly(c.high))
	}
	if c.missing {
		return model.P("%s (or missing)", text)
	}
	return text
}

// exactly writes a cut in full, so that the rule is the one in force.
func exactly(v float64) model.Phrase { return model.Raw(model.FormatNumber(v)) }

// rules say who is in each leaf, by its number.
func (g *grownTree) rules() []model.Phrase {
	out := make([]model.Phrase, len(g.tree.Leaves))
	for leaf, p := range g.paths() {
		out[leaf] = g.rule(p)
	}
	return out
}

func (g *grownTree) rule(p leafPath) model.Phrase {
	if len(p.asked) == 0 {
		return model.P("all customers: no column parts them")
	}
	parts := make([]model.Phrase, len(p.asked))
	for i, j := range p.asked {
		parts[i] = g.condition(j, p.left[j])
	}
	return list("%s and %s", parts)
}

// segments are the leaves with their rules and what to do.
func (g *grownTree) segments() []model.Segment {
	rules, names, out := g.rules(), g.names(), make([]model.Segment, len(g.leaves))
	for i, leaf := range g.leaves {
		out[i] = model.Segment{Name: names[i], Rule: rules[leaf.Leaf], Advice: g.advice(leaf)}
	}
	return out
}

// advice follows from how far the leaf is from all customers.
func (g *grownTree) advice(leaf *tree.Node) model.Advice {
	t, root, label := g.target, g.tree.Root, g.target.info.Label
	const high, low = 1.25, 0.8
	switch {
	case t.values == nil && t.yes < 0:
		return model.Advice{Marketing: model.P("Speak to them as to customers of %s %s", label, model.Raw(t.words[leaf.Majority()])),
			Product: model.P("Look at those of another %s: what else they need", label)}
	case t.values == nil:
		word, lift := model.Raw(t.words[t.yes]), leaf.Share(t.yes)/root.Share(t.yes)
		switch {
		case lift >= high:
			return model.Advice{Marketing: model.P("%s %s is %.1f times as common as among all: what is done about it starts here", label, word, lift),
				Product: model.P("Ask some of them why; the rule says where to look"), Service: model.P("Know them by the rule, and speak to them first"),
				Risk: model.P("If %s %s is a loss, estimate it from this segment", label, word)}
		case lift <= low:
			return model.Advice{Marketing: model.P("%s %s is rare here (%.1f times the share of all): spend nothing on it", label, word, lift),
				Product: model.P("Learn what they have that others lack")}
		}
	case leaf.Mean() > root.Mean() && leaf != root:
		return model.Advice{Marketing: model.P("Above the mean of %s, %s: find more customers who fit the rule", label, figure(g.value(root))),
			Service: model.P("Know them by the rule, and keep what they value")}
	case leaf != root:
		return model.Advice{Marketing: model.P("Below the mean of %s, %s: see which part of the rule can be changed", label, figure(g.value(root)))}
	}
	return model.Advice{Marketing: model.P("Close to all customers in %s: treat as the base", label)}
}
