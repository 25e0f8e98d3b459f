package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// prospects are the customers without an order, of whom a column may say who is
// a lead; the others are left out, and so are those whose orders have no time or
// were all before the window.
func (in Input) prospects(s *model.Segmentation, g *gaps) (absence, test, error) {
	none := newTest(model.P("no order yet"), func(w whatIf) bool { return w.value(g.orders) <= 0 }, []measured{g.orders}).
		told(func() formula.Expr { return formula.Compare(g.orders.expr(), formula.AtMost, formula.Number(0)) })
	a := needAll(g.orders)
	if g.earlier != nil {
		a.exclude(model.P("no order in the window, but before it"), func(i int) bool { return g.orders.values[i] <= 0 && finite(g.earlier[i]) })
	}
	lead, leads := func(int) bool { return true }, formula.All()
	if names := in.Params.Words("lead"); len(names) > 0 {
		column, ok := in.Customers.Lookup(names[0])
		if !ok {
			return a, none, paramErrorf("lead", "there is no column %q; custseg profile lists the columns", names[0])
		}
		s.Used = append(s.Used, column.Name())
		lead, leads = saysYes(column), formula.Untold{What: "who is a lead by " + column.Name()}
		none.words = model.P("no order yet, and a lead by %s", model.Raw(column.Name()))
	}
	a.excludeImpossible(in)
	a.excludeUnless(model.P("no order, and not a lead"), func(i int) bool { return none.holds(whatIf{i: i}) && !lead(i) }, func() formula.Expr { return leads })
	for _, m := range []measured{g.recency, g.tenure} {
		a.excludeUnless(model.P("%s is missing or not finite", m.Label), func(i int) bool { return !none.holds(whatIf{i: i}) && !finite(m.values[i]) }, func() formula.Expr {
			return formula.Any(none.formula(), formula.Known{Of: m.expr()})
		})
	}
	return a, none, nil
}

// saysYes reads a column of yes and no, or of numbers, of which those above 0
// say yes. Other words say yes when they are there.
func saysYes(c model.Column) func(i int) bool {
	truths, isTruth := model.Truths(c)
	n, isNumber := c.(*model.Numbers)
	return func(i int) bool {
		switch {
		case isTruth:
			return truths[i] == 1
		case isNumber:
			return n.At(i) > 0
		}
		return !c.Missing(i)
	}
}
