package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// ledRule is a rule of the customers whose most used word is one, or of all: a
// table has rules of each of very many words, of which a customer is asked their
// own alone.
type ledRule struct {
	rule
	word int32 // -1 for all
}

// ledBy is the rule of customers who have a most used word and of whom a test
// holds.
func (m *mix) ledBy(word int32, segment model.Segment, when test) ledRule {
	return ledRule{word: word, rule: rule{segment, newTest(model.P("%s leads, and %s", m.label(word), when.words),
		func(w whatIf) bool { return m.leader(w) == word && when.holds(w) }, when.of).
		told(func() formula.Expr { return formula.All(m.leads(word), when.formula()) })}}
}

// ofAll is a rule that every customer is asked.
func ofAll(r rule) ledRule { return ledRule{r, -1} }

// placeLed is [placeRules] of such a table.
func (m *mix) placeLed(s *model.Segmentation, table []ledRule, a absence) {
	rules, own, others := make([]rule, len(table)), make([][]int32, len(m.words)), []int32(nil)
	for g, r := range table {
		if rules[g] = r.rule; r.word < 0 {
			others = append(others, int32(g))
		} else {
			own[r.word] = append(own[r.word], int32(g))
		}
	}
	first := func(w whatIf, of []int32) int32 {
		for _, g := range of {
			if rules[g].when.holds(w) {
				return g
			}
		}
		return -1
	}
	placeFirst(s, rules, a, func(w whatIf) int32 {
		of, led := first(w, others), int32(-1)
		if word := m.leader(w); word >= 0 {
			led = first(w, own[word])
		}
		if led < 0 || of >= 0 && of < led {
			return of
		}
		return led
	})
}

// ledIf are the words that lead customers of whom a test holds.
func (m *mix) ledIf(when test) []bool {
	out := make([]bool, len(m.words))
	for i := range m.of {
		w := whatIf{i: i}
		if word := m.leader(w); word >= 0 && !out[word] && when.holds(w) {
			out[word] = true
		}
	}
	return out
}
