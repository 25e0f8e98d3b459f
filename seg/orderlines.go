package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// profit reads what each customer earns: the profit of their order lines, which
// returns take away, or a column of profit, or with fallback their money. The
// choice is auto, profit or monetary; the error of a choice that the data
// cannot fulfil is a [ParamError].
func (in Input) profit() (measured, error) {
	choice := in.Params.Word("measure")
	if choice != string(model.Monetary) {
		in.Params.settleWord("measure", "profit")
		if m, ok := in.lineProfit(); ok {
			return m, nil
		}
		if ms := in.present("profit"); len(ms) > 0 {
			return ms[0], nil
		}
		if choice != autoWord {
			return measured{}, paramErrorf("measure", "this data has no profit: map a column to it with --map profit=COLUMN, or set measure=monetary")
		}
	}
	in.Params.settleWord("measure", string(model.Monetary))
	m, err := in.measure(model.Monetary)
	if err != nil && choice != autoWord {
		return measured{}, paramErrorf("measure", "this data has no monetary: map a column to it with --map monetary=COLUMN, or set measure=profit")
	}
	return m, err
}

// profitParam is the parameter that [Input.profit] reads.
func profitParam() Param {
	return Param{ID: "measure", Label: model.P("measure"), Kind: Choice, Default: model.Word(autoWord),
		Options: []Option{{autoWord, model.P("Profit where it is known, else money")}, {"profit", model.P("Profit")}, {string(model.Monetary), model.P("Money")}},
		Help:    model.P("What a customer earns.")}
}

// profitNeed is the input that [Input.profit] needs.
func profitNeed() Need {
	return Need{Measure: "profit", Or: []model.Measure{model.Monetary}, Why: model.P("profit, of orders or of the customer, or else money spent")}
}

// lineProfit sums the profit of order lines: what was given back is lost, and a
// sale that was undone earned nothing.
func (in Input) lineProfit() (measured, bool) {
	o := in.Customers.Orders()
	if o == nil {
		return measured{}, false
	}
	column, _ := o.Column("profit")
	profit, ok := column.(*model.Numbers)
	if !ok {
		return measured{}, false
	}
	values, lines := make([]float64, in.Customers.Len()), []float64{}
	for i := range values {
		from, to := o.Lines(i)
		lines = lines[:0]
		for l := from; l < to; l++ {
			v := profit.At(int(o.Row[l]))
			switch undone := o.Back(l) && o.HasMoney() && o.Money(l) == 0; {
			case undone || !finite(v):
				continue
			case o.Back(l):
				v = -math.Abs(v)
			}
			lines = append(lines, v)
		}
		values[i] = missing
		if len(lines) > 0 {
			values[i] = sumSorted(lines)
		}
	}
	m := computed("profit", model.P("Profit"), model.Money, values)
	m.column = in.besideOrders()
	m.formula = func() formula.Expr { return formula.Input{Kind: formula.Fact, Name: model.FactProfit} }
	return m, m.known()
}

// besideOrders names the measure of the orders beside which values computed
// from their lines are shown.
func (in Input) besideOrders() string {
	if ms := in.present(model.Monetary, model.Frequency); len(ms) > 0 {
		return ms[0].column
	}
	return ""
}

// sumSorted sorts finite values and adds them up, so that the order of lines made
// at one moment does not matter, and rounds off what is left of cents.
func sumSorted(values []float64) float64 {
	slices.Sort(values)
	sum := 0.
	for _, v := range values {
		sum += v
	}
	const unit = 1e6
	if math.Abs(sum) >= 1<<53/unit {
		return sum
	}
	return math.Round(sum*unit) / unit
}

// breadth counts the different words in a column of the orders that each
// customer bought of, and those that there are in all. Customers without a
// purchase have no count. It is false when no order column has the role.
func (in Input) breadth(s *model.Segmentation, role model.Role, id string, label model.Phrase) (m measured, all int, ok bool) {
	o := in.Customers.Orders()
	if o == nil {
		return measured{}, 0, false
	}
	column, ok := o.Column(role)
	if !ok {
		return measured{}, 0, false
	}
	words, notes := alike(column)
	s.Notes = append(s.Notes, notes...)
	values, seen := make([]float64, in.Customers.Len()), make([]int32, words.Dict.Len()) // the last customer, counted from 1, who bought each
	for i := range values {
		values[i] = missing
		from, to := o.Lines(i)
		count := 0
		for l := from; l < to; l++ {
			w := words.Code(int(o.Row[l]))
			if o.Back(l) || w < 0 {
				continue
			}
			if seen[w] == 0 {
				all++
			}
			if seen[w] != int32(i)+1 {
				seen[w] = int32(i) + 1
				count++
			}
		}
		if count > 0 {
			values[i] = float64(count)
		}
	}
	m = computed(id, label, model.Plain, values).going(model.Up) // what is bought stays so
	m.column = in.besideOrders()
	spelt := spellingsOf(column, words)
	m = m.told(func() formula.Expr { return differentExpr(role, words.Dict.List(), spelt) })
	return m, all, m.known()
}

// asWords returns a column as words, such as categories that are numbers.
func asWords(c model.Column) *model.Texts {
	if t, ok := c.(*model.Texts); ok {
		return t
	}
	words := make([]string, c.Len())
	for i := range words {
		words[i] = c.Text(i)
	}
	return model.TextsOf(c.Name(), words)
}
