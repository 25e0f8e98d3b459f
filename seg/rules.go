package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// rule is one line of a table of rules, the shape of methods that look at
// several measures: a customer is in the segment of the first rule whose test
// holds.
//
//	often := in.limitAtShare(frequency, "often")   // a percent parameter: that percentile
//	big := in.limitAt(averageOrder, "big")         // a number parameter: that value
//	placeRules(s, []rule{
//		{model.Segment{Name: model.P("Whale"), Advice: ...}, allOf(often.reached(), big.reached())},
//		{model.Segment{Name: model.P("Regular"), Advice: ...}, anyOf(often.reached(), big.reached())},
//		{model.Segment{Name: model.P("Other"), Advice: ...}, otherwise()},
//	}, needAll(frequency, averageOrder))
//	addLimits(s, often, big)
//
// The tests write the rules in words with the cuts in force. The last test is
// otherwise. A customer without a value fails a test on it.
type rule struct {
	segment model.Segment // its name and advice; the rule is written by placeRules
	when    test
}

// test is a condition on a customer, in words and as a function, with the
// measures it looks at.
type test struct {
	words   model.Phrase
	holds   func(w whatIf) bool
	of      []measured
	formula func() formula.Expr // holds of the same customers
}

// newTest is a test that no formula tells unless it is told one.
func newTest(words model.Phrase, holds func(w whatIf) bool, of []measured) test {
	return test{words, holds, of, func() formula.Expr { return formula.Untold{What: "of whom this holds: " + words.Key} }}
}

// told is the test with its formula.
func (t test) told(of func() formula.Expr) test {
	t.formula = of
	return t
}

// placeRules puts each customer in the segment of the first rule that holds.
func placeRules(s *model.Segmentation, rules []rule, a absence) {
	placeFirst(s, rules, a, func(w whatIf) int32 {
		return int32(slices.IndexFunc(rules, func(r rule) bool { return r.when.holds(w) }))
	})
}

// placeFirst is [placeRules] with a way to find the first rule that holds, -1 for
// none.
func placeFirst(s *model.Segmentation, rules []rule, a absence, first func(w whatIf) int32) {
	segments := make([]model.Segment, len(rules))
	for g, r := range rules {
		segments[g] = r.segment
		segments[g].Rule = r.when.words
	}
	p := a.placer(s, segments)
	for i := range s.Of {
		if p.can(i) {
			s.Of[i] = first(whatIf{i: i})
		}
	}
	p.done()
	var by []measured
	for _, r := range rules {
		by = append(by, r.when.of...)
	}
	decide(s, first, nil, by...)
	a.express(s, func() formula.Expr { return firstOf(rules) })
}

// firstOf is the first rule that holds, in a formula.
func firstOf(rules []rule) formula.Expr {
	out := formula.Choice{Else: formula.Missing()}
	for g, r := range rules {
		out.Cases = append(out.Cases, formula.Case{If: r.when.formula(), Then: segmentExpr(g)})
	}
	return out
}

// limit is a cut on a measure and the parameter behind it.
type limit struct {
	of    measured
	at    float64 // missing when nobody has a value
	param string
}

// limitAt is the limit at the value of a number parameter.
func (in Input) limitAt(m measured, param string) limit {
	return limit{m, in.Params.Float(param), param}
}

// limitAtShare is the limit at the percentile of a percent parameter.
func (in Input) limitAtShare(m measured, param string) limit {
	return limit{m, m.quantile(in.Params.Float(param)), param}
}

// addLimits reports limits as cuts, those on one measure together.
func addLimits(s *model.Segmentation, limits ...limit) {
	byValue := slices.Clone(limits)
	slices.SortStableFunc(byValue, func(a, b limit) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		}
		return 0
	})
	for i, l := range limits {
		same := func(other limit) bool { return other.of.ID == l.of.ID }
		if slices.ContainsFunc(limits[:i], same) {
			continue
		}
		cuts := model.Cuts{Measure: string(l.of.ID), Label: l.of.Label, Unit: l.of.Unit}
		for _, other := range byValue {
			if same(other) && finite(other.at) {
				cuts.Values, cuts.Steps = append(cuts.Values, other.at), append(cuts.Steps, other.param)
			}
		}
		if len(cuts.Values) > 0 {
			s.Cuts = append(s.Cuts, cuts)
		}
	}
}

// reached holds of values at the limit or above.
func (l limit) reached() test {
	return l.test(model.P("%s ≥ %s", l.of.Label, l.of.amount(l.at)), func(v float64) bool { return v >= l.at }, formula.AtLeast)
}

// passed holds of values above the limit.
func (l limit) passed() test {
	return l.test(model.P("%s > %s", l.of.Label, l.of.amount(l.at)), func(v float64) bool { return v > l.at }, formula.More)
}

// within holds of values up to the limit.
func (l limit) within() test {
	return l.test(model.P("%s ≤ %s", l.of.Label, l.of.amount(l.at)), func(v float64) bool { return v <= l.at }, formula.AtMost)
}

// below holds of values below the limit.
func (l limit) below() test {
	return l.test(model.P("%s < %s", l.of.Label, l.of.amount(l.at)), func(v float64) bool { return v < l.at }, formula.Less)
}

func (l limit) test(words model.Phrase, holds func(v float64) bool, is formula.Relation) test {
	return test{words, func(w whatIf) bool { return holds(w.value(l.of)) }, []measured{l.of},
		func() formula.Expr { return formula.Compare(l.of.expr(), is, finiteExpr(l.at)) }}
}

// noteOneSided notes of limits that are meant to be reached, and then of those to
// stay within, the ones that part nobody because everyone does.
func noteOneSided(s *model.Segmentation, reach, stay []limit) {
	for _, l := range reach {
		if finite(l.at) && !slices.ContainsFunc(l.of.values, func(v float64) bool { return v < l.at }) {
			s.Notes = append(s.Notes, model.P("%s parts nobody: everyone reaches the cut, %s", l.of.Label, l.of.amount(l.at)))
		}
	}
	for _, l := range stay {
		if finite(l.at) && !slices.ContainsFunc(l.of.values, func(v float64) bool { return v > l.at }) {
			s.Notes = append(s.Notes, model.P("%s parts nobody: everyone stays within the cut, %s", l.of.Label, l.of.amount(l.at)))
		}
	}
}

// allOf holds when every test does.
func allOf(tests ...test) test {
	return test{list("%s, and %s", wordsOf(tests)), func(w whatIf) bool {
		return !slices.ContainsFunc(tests, func(t test) bool { return !t.holds(w) })
	}, measuresOf(tests), func() formula.Expr { return formula.All(formulasOf(tests)...) }}
}

// anyOf holds when one of the tests does.
func anyOf(tests ...test) test {
	return test{list("%s or %s", wordsOf(tests)), func(w whatIf) bool {
		return slices.ContainsFunc(tests, func(t test) bool { return t.holds(w) })
	}, measuresOf(tests), func() formula.Expr { return formula.Any(formulasOf(tests)...) }}
}

// otherwise holds of everyone: the test of the last rule.
func otherwise() test {
	return test{words: model.P("what the other segments ask for does not hold"), holds: func(whatIf) bool { return true }, formula: func() formula.Expr { return formula.All() }}
}

func formulasOf(tests []test) []formula.Expr {
	out := make([]formula.Expr, len(tests))
	for i, t := range tests {
		out[i] = t.formula()
	}
	return out
}

func measuresOf(tests []test) []measured {
	var out []measured
	for _, t := range tests {
		out = append(out, t.of...)
	}
	return out
}

func wordsOf(tests []test) []model.Phrase {
	out := make([]model.Phrase, len(tests))
	for i, t := range tests {
		out[i] = t.words
	}
	return out
}

// crossing is the scatter of two measures with their limits, which are already
// reported as cuts, as lines.
func crossing(title model.Phrase, s *model.Segmentation, x, y limit) *model.Scatter {
	out := &model.Scatter{Title: title, XTitle: x.of.Label, YTitle: y.of.Label, XUnit: x.of.Unit, YUnit: y.of.Unit, X: x.of.values, Y: y.of.values}
	for i, c := range s.Cuts {
		switch c.Measure {
		case string(x.of.ID):
			out.XCuts, out.XCut = c.Values, i
		case string(y.of.ID):
			out.YCuts, out.YCut = c.Values, i
		}
	}
	return out
}
