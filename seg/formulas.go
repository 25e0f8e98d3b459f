package seg

import (
	"fmt"
	"math"
	"slices"
	"sync"

	"custseg/model"
	"custseg/model/formula"
)

// told says in a formula how the values follow from those of other measures. It
// is made when it is first asked for.
func (m measured) told(of func() formula.Expr) measured {
	m.formula = sync.OnceValue(func() formula.Expr { return formula.Name(string(m.ID), of()) })
	return m
}

// toldDecimal is told of what [computedBy] worked out.
func (m measured) toldDecimal(of func() formula.Expr) measured {
	return m.told(func() formula.Expr { return decimalOf(string(m.ID), of()) })
}

// untold are values that are not those of the column they were read from.
func (m measured) untold() measured {
	m.formula = func() formula.Expr { return formula.Untold{What: "which values of " + string(m.ID) + " count"} }
	return m
}

// inWords tells what the words of a column count, of which the values were read.
func (m measured) inWords(c model.Column) measured {
	t, ok := c.(*model.Texts)
	if !ok {
		return m.untold()
	}
	count := make([]float64, t.Dict.Len())
	for k := range count {
		count[k] = missing
	}
	for i, k := range t.Codes() {
		if k >= 0 {
			count[k] = m.values[i]
		}
	}
	input := m.input()
	return m.told(func() formula.Expr { return wordsExpr(input, t.Dict.List(), count) })
}

// wordsExpr is what the words of an input count, missing of those that count
// nothing and of others, in a formula.
func wordsExpr(in formula.Input, words []string, count []float64) formula.Expr {
	of := map[float64][]string{}
	var different []float64
	for k, v := range count {
		if !finite(v) {
			continue
		}
		if of[v] == nil {
			different = append(different, v)
		}
		of[v] = append(of[v], words[k])
	}
	slices.Sort(different)
	out := formula.Choice{Else: formula.Missing()}
	for _, v := range different {
		slices.Sort(of[v])
		out.Cases = append(out.Cases, formula.Case{If: formula.Says{Of: in, Words: of[v]}, Then: formula.Number(v)})
	}
	return out
}

// expr is the measure in a formula: what was read is an input.
func (m measured) expr() formula.Expr {
	switch {
	case m.formula != nil:
		return m.formula()
	case m.own || m.follows != nil:
		return formula.Untold{What: "how " + string(m.ID) + " follows from the data"}
	}
	return m.input()
}

// says holds in a formula of customers who have one of the words.
func (m measured) says(words ...string) formula.Expr {
	if m.formula != nil {
		return m.formula()
	}
	return formula.Says{Of: m.input(), Words: words}
}

// input is what was read.
func (m measured) input() formula.Input {
	switch {
	case m.column == "":
		return formula.Input{Kind: formula.Column, Name: string(m.ID)}
	case m.column == string(m.ID) && (computable(m.ID) || m.ID == model.ActiveDays30):
		return formula.Input{Kind: formula.Measure, Name: string(m.ID)}
	}
	return formula.Input{Kind: formula.Column, Name: m.column}
}

// decimalOf is [decimal] in a formula.
func decimalOf(name string, of formula.Expr) formula.Expr {
	raw := formula.Name(name+"_raw", of)
	near := formula.Name(name+"_near", formula.Round(raw, 12))
	off := formula.Abs(formula.Sub(near, raw))
	within := formula.Mul(formula.Number(1e-15), formula.Max(formula.Number(1), formula.Abs(raw)))
	return formula.If(formula.Compare(off, formula.AtMost, within), near, raw)
}

// known holds of customers who have all of the measures.
func known(ms ...measured) []formula.Expr {
	out := make([]formula.Expr, len(ms))
	for i, m := range ms {
		out[i] = formula.Known{Of: m.expr()}
	}
	return out
}

// segmentExpr is the number of a segment in a formula.
func segmentExpr[T int | int32](g T) formula.Expr { return formula.Number(g) }

// descending is the place of a value among cuts that descend: 0 from the first on,
// 1 from the second, and as many as cuts below the last. A value at a cut reaches
// it, or must be above it.
func descending(x formula.Expr, cuts []float64, above bool) formula.Expr {
	n := len(cuts)
	at, place := make([]float64, n), make([]float64, n+1)
	for i, cut := range cuts {
		at[n-1-i], place[n-i] = cut, float64(i)
	}
	place[0] = float64(n)
	return formula.Steps(x, at, above, place)
}

// mostRanked is how many different values a formula lists to tell the rank of one.
const mostRanked = 5000

// midRankExpr is [order.MidRank] among ascending values in a formula.
func midRankExpr(x formula.Expr, name string, ascending []float64) formula.Expr {
	ranks, n := formula.Stepped{Of: x, Constants: []float64{0}}, float64(len(ascending))
	for from, to := 0, 0; from < len(ascending); from = to {
		v := ascending[from]
		for to = from; to < len(ascending) && ascending[to] == v; to++ {
		}
		ranks.Cuts = append(ranks.Cuts, formula.Cut{At: v}, formula.Cut{At: v, Closed: true})
		ranks.Constants = append(ranks.Constants, float64(from+to)/2/n, float64(to)/n)
	}
	if len(ranks.Cuts) > 2*mostRanked {
		return formula.Untold{What: fmt.Sprintf("the rank of a value of %s among more than %d different ones", name, mostRanked)}
	}
	return ranks
}

// express says in a formula how the customers who can be placed are.
func (a absence) express(s *model.Segmentation, segment func() formula.Expr) {
	able, everyone := a.able, a.count(func(int) bool { return true }) == len(a.why)
	s.Placing.Formula = sync.OnceValue(func() formula.Expr {
		var conditions []formula.Expr
		for _, condition := range able {
			conditions = append(conditions, condition()...)
		}
		switch at := segment(); {
		case len(conditions) == 0 && everyone:
			return at
		case len(conditions) == 0:
			return formula.If(formula.Known{Of: at}, formula.Untold{What: "who is left out"}, at)
		default:
			return formula.If(formula.All(conditions...), at, formula.Missing())
		}
	})
}

// shareExpr is a part of a positive whole, at most 1, in a formula; it is missing
// of a part below 0.
func shareExpr(part, whole formula.Expr) formula.Expr {
	zero := formula.Number(0)
	possible := formula.All(formula.Compare(whole, formula.More, zero), formula.Compare(part, formula.AtLeast, zero))
	return formula.If(possible, formula.Min(formula.Div(part, whole), formula.Number(1)), formula.Missing())
}

// meanKnown is the mean of those of the measures that a customer has, in a formula.
func meanKnown(ms []measured, of func(j int, x formula.Expr) formula.Expr) formula.Expr {
	var sum, n []formula.Expr
	for j, m := range ms {
		x := m.expr()
		sum = append(sum, formula.If(formula.Known{Of: x}, of(j, x), formula.Number(0)))
		n = append(n, formula.If(formula.Known{Of: x}, formula.Number(1), formula.Number(0)))
	}
	return formula.Div(formula.Sum(sum), formula.Sum(n))
}

// sumKnownExpr is the sum of what those of the measures count that a customer has,
// missing for none, in a formula.
func sumKnownExpr(ms []measured, of func(j int, x formula.Expr) formula.Expr) formula.Expr {
	var sum []formula.Expr
	for j, m := range ms {
		x := m.expr()
		sum = append(sum, formula.If(formula.Known{Of: x}, of(j, x), formula.Number(0)))
	}
	return formula.If(formula.Any(known(ms...)...), formula.Sum(sum), formula.Missing())
}

// asIs is a measure that counts as it is, in a formula of several.
func asIs(_ int, x formula.Expr) formula.Expr { return x }

// between is a number from low to high, either of which may be infinite, in a
// formula; others are missing.
func between(x formula.Expr, low, high float64) formula.Expr {
	var within []formula.Expr
	if finite(low) {
		within = append(within, formula.Compare(x, formula.AtLeast, formula.Number(low)))
	}
	if finite(high) {
		within = append(within, formula.Compare(x, formula.AtMost, formula.Number(high)))
	}
	return formula.If(formula.All(within...), x, formula.Missing())
}

// unlessAmong is a measure without some values, in a formula.
func unlessAmong(m measured, values []float64) formula.Expr {
	return formula.If(formula.Among{Of: m.expr(), Values: values}, formula.Missing(), m.expr())
}

// finiteExpr is a constant that must be finite to be told; a limit that nobody has
// a value for is met by no one.
func finiteExpr(v float64) formula.Expr {
	if math.IsInf(v, 0) {
		return formula.Untold{What: "a cut that is not finite"}
	}
	return formula.Number(v)
}
