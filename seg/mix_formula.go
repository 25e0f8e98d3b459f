package seg

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// wordLists is a column about customers whose texts list words.
type wordLists struct{ column model.Column }

// mostTallied is how many words of a column a formula counts one by one.
const mostTallied = 100

// spellingsOf lists how a column writes each word of those that [alike] makes of
// it, nil where it is none of words.
func spellingsOf(c model.Column, merged *model.Texts) [][]string {
	t, ok := c.(*model.Texts)
	if !ok {
		return nil
	}
	out, seen := make([][]string, merged.Dict.Len()), make([]bool, t.Dict.Len())
	for i, k := range t.Codes() {
		if w := merged.Code(i); k >= 0 && w >= 0 && !seen[k] {
			seen[k] = true
			out[w] = append(out[w], t.Dict.At(int(k)))
		}
	}
	for _, words := range out {
		slices.Sort(words)
	}
	return out
}

// differentExpr is how many of the words of a column of the orders a customer
// bought of, missing for none, in a formula.
func differentExpr(role model.Role, words []string, spelt [][]string) formula.Expr {
	if spelt == nil || len(words) > mostTallied {
		return untallied(role)
	}
	count := make([]formula.Expr, len(words))
	for w, word := range words {
		of := formula.Lines{Do: formula.LineCount}.Of(string(role), spelt[w])
		count[w] = formula.If(formula.Compare(formula.OnLines("lines "+word, of), formula.More, formula.Number(0)), formula.Number(1), formula.Number(0))
	}
	all := formula.Name("different "+string(role), formula.Sum(count))
	return formula.If(formula.Compare(all, formula.More, formula.Number(0)), all, formula.Missing())
}

func untallied(role model.Role) formula.Expr {
	return formula.Untold{What: fmt.Sprintf("the orders with each %s, of which there are more than %d or which are numbers", role, mostTallied)}
}

// places are the place of each word among those of [mix.ranked], -1 of one that
// does not occur.
func (m *mix) places() []int32 {
	m.place.once.Do(func() {
		m.place.of = slices.Repeat([]int32{-1}, len(m.words))
		for at, word := range m.ranked() {
			m.place.of[word] = int32(at)
		}
	})
	return m.place.of
}

// ranked are the words that occur, by their text, as [mix.sort] breaks ties.
func (m *mix) ranked() []int32 {
	var out []int32
	for _, t := range m.byOrders() {
		out = append(out, t.word)
	}
	slices.SortFunc(out, func(a, b int32) int { return strings.Compare(m.words[a], m.words[b]) })
	return out
}

// ordersExpr is the number of orders with a word in a formula.
func (m *mix) ordersExpr(word int32) formula.Expr {
	if m.spelt == nil || len(m.spelt) > mostTallied {
		return untallied(m.role)
	}
	one := func(w int32) formula.Expr {
		name := m.words[w]
		return formula.OnLines("orders "+name, formula.Lines{Do: formula.LineOrders}.Of(string(m.role), m.spelt[w]))
	}
	if m.pooled.Empty() || int(word) != len(m.words)-1 {
		return one(word)
	}
	var rare []formula.Expr
	for w := range m.spelt {
		if m.rare[w] {
			rare = append(rare, one(int32(w)))
		}
	}
	return formula.Sum(rare)
}

// tallied are the orders with each of the words, in a formula.
func (m *mix) tallied() []formula.Expr {
	var out []formula.Expr
	for _, w := range m.ranked() {
		out = append(out, m.ordersExpr(w))
	}
	return out
}

// totalExpr is the sum of them, missing for none.
func (m *mix) totalExpr() formula.Expr {
	sum := formula.Name("orders by "+string(m.role), formula.Sum(m.tallied()))
	return formula.If(formula.Compare(sum, formula.More, formula.Number(0)), sum, formula.Missing())
}

// leaderExpr is the place of the word with most orders among those that are
// ranked, missing for none, in a formula.
func (m *mix) leaderExpr() formula.Expr {
	m.lead.once.Do(func() { m.lead.expr = m.makeLeaderExpr() })
	return m.lead.expr
}

func (m *mix) makeLeaderExpr() formula.Expr {
	at := func(word int32) float64 { return float64(m.places()[word]) }
	switch {
	case m.own.words != nil:
		count := make([]float64, len(m.own.words))
		for w := range count {
			if count[w] = at(m.moved(int32(w))); count[w] < 0 {
				count[w] = missing
			}
		}
		return m.own.byWord(count)
	case m.lists != nil:
		return m.ofLists("leader", func(i int) float64 {
			if len(m.of[i]) == 0 {
				return missing
			}
			return at(m.of[i][0].word)
		})
	}
	least := m.tallied()
	if len(least) == 0 {
		return formula.Missing()
	}
	for k, orders := range least {
		least[k] = formula.Sub(formula.Number(0), orders)
	}
	return formula.Name("leading "+string(m.role), formula.If(formula.Known{Of: m.totalExpr()}, formula.Lowest{Of: least}, formula.Missing()))
}

// leads holds in a formula of customers whose leading word it is.
func (m *mix) leads(word int32) formula.Expr {
	return formula.Compare(m.leaderExpr(), formula.Equals, formula.Number(m.places()[word]))
}

// shareExpr is [mix.share] in a formula, of the first or the second place.
func (m *mix) shareExpr(place int) formula.Expr {
	switch {
	case m.own.words != nil:
		return formula.If(formula.Known{Of: m.leaderExpr()}, formula.Number(1-place), formula.Missing())
	case m.lists != nil:
		share := m.share(place)
		return m.ofLists(fmt.Sprintf("share %d", place+1), func(i int) float64 { return share[i] })
	}
	tallied := m.tallied()
	if len(tallied) == 0 {
		return formula.Missing()
	}
	if place > 0 {
		leader := m.leaderExpr()
		for k, orders := range tallied {
			tallied[k] = formula.If(formula.Compare(leader, formula.Equals, formula.Number(k)), formula.Number(0), orders)
		}
	}
	return formula.Div(formula.Greatest{Of: tallied}, m.totalExpr())
}

// concentrationExpr is the index of [mix.concentration] in a formula, before it is
// freed of rounding.
func (m *mix) concentrationExpr() formula.Expr {
	squares := m.tallied()
	for k, orders := range squares {
		squares[k] = formula.Mul(orders, orders)
	}
	total := m.totalExpr()
	return formula.Div(formula.Sum(squares), formula.Mul(total, total))
}

// ofLists is what each text of a column of lists counts, in a formula.
func (m *mix) ofLists(name string, of func(i int) float64) formula.Expr {
	t, ok := m.lists.column.(*model.Texts)
	if !ok {
		return formula.Untold{What: "which words the numbers of " + m.lists.column.Name() + " are"}
	}
	count := slices.Repeat([]float64{missing}, t.Dict.Len())
	for i, k := range t.Codes() {
		if k >= 0 {
			count[k] = of(i)
		}
	}
	return formula.Name(t.Name()+" "+name, wordsExpr(formula.Input{Kind: formula.Column, Name: t.Name()}, t.Dict.List(), count))
}
