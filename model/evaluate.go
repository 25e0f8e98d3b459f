package model

import (
	"math"

	"custseg/model/formula"
)

// Evaluate works out a formula for every customer, NaN where it is missing.
func (c *Customers) Evaluate(e formula.Expr) []float64 {
	of := boundInputs{columns: map[formula.Input]Column{}}
	for _, need := range formula.Needs(e) {
		of.columns[need.Input] = c.InputColumn(need.Input)
	}
	out := make([]float64, c.Len())
	for i := range out {
		of.customer = i
		out[i] = formula.Eval(e, of)
	}
	return out
}

// InputColumn returns the values of an input of a formula, nil when there are
// none.
func (c *Customers) InputColumn(in formula.Input) Column {
	switch in.Kind {
	case formula.Fact:
		if in.Name == FactID {
			return c.IDs()
		}
		if values := c.Fact(in.Name); values != nil {
			return NewNumbers(in.Name, values)
		}
		return nil
	case formula.OfLines:
		if values := c.lineTotals(in.Lines); values != nil {
			return NewNumbers(in.Name, values)
		}
		return nil
	case formula.Measure:
		if f, ok := c.Feature(Measure(in.Name)); ok {
			return f.Column
		}
		return nil
	}
	column, _ := c.Lookup(in.Name)
	if dates, ok := column.(*Dates); ok && (in.Kind == formula.Day || in.Kind == formula.Year || in.Kind == formula.Years) {
		return c.datesAs(in.Kind, dates)
	}
	return column
}

// datesAs is a column of dates as numbers of a kind.
func (c *Customers) datesAs(kind formula.Kind, dates *Dates) *Numbers {
	out := make([]float64, len(dates.Seconds()))
	for i, at := range dates.Seconds() {
		day := DayOf(at)
		switch {
		case at == NoDate || kind == formula.Years && c.AsOf == NoDay:
			out[i] = math.NaN()
		case kind == formula.Day:
			out[i] = float64(day)
		case kind == formula.Year:
			out[i] = float64(day.Time().Year())
		default:
			out[i] = float64(day.YearsUntil(c.AsOf))
		}
	}
	return NewNumbers(dates.Name(), out)
}

// boundInputs are the inputs of a formula, of one customer.
type boundInputs struct {
	columns  map[formula.Input]Column
	customer int
}

// Number implements [formula.Values].
func (b boundInputs) Number(in formula.Input) float64 {
	if n, ok := b.columns[in].(*Numbers); ok {
		return n.At(b.customer)
	}
	return math.NaN()
}

// Word implements [formula.Values].
func (b boundInputs) Word(in formula.Input) (string, bool) {
	t, ok := b.columns[in].(*Texts)
	if !ok || t.Missing(b.customer) {
		return "", false
	}
	return t.Text(b.customer), true
}
