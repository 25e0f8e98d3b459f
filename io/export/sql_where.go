package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"custseg/model"
	"custseg/model/filter"
	"custseg/model/formula"
)

// readWhere writes the recipe's filter of customers as a condition on the columns
// of the expression customers.
func (q *query) readWhere() error {
	if q.v.recipe.Where == "" {
		return nil
	}
	e, err := filter.Parse(q.v.recipe.Where)
	if err != nil {
		return err
	}
	q.kept, err = q.passes(e)
	return err
}

// passes writes a filter as a condition that is true or false and never unknown,
// as package filter has it: a missing value equals nothing.
func (q *query) passes(e filter.Expr) (string, error) {
	switch e := e.(type) {
	case filter.And:
		return q.passesList(e, " AND ")
	case filter.Or:
		return q.passesList(e, " OR ")
	case filter.Not:
		of, err := q.passes(e.X)
		return "NOT (" + of + ")", err
	case filter.Test:
		return q.passesTest(e)
	}
	return "", noSQL("the filter %s is of an unknown kind", e)
}

func (q *query) passesList(of []filter.Expr, by string) (string, error) {
	parts := make([]string, len(of))
	for i, e := range of {
		part, err := q.passes(e)
		if err != nil {
			return "", err
		}
		parts[i] = "(" + part + ")"
	}
	return strings.Join(parts, by), nil
}

func (q *query) passesTest(e filter.Test) (string, error) {
	in, kind, err := q.filtered(e.Column)
	if err != nil {
		return "", err
	}
	var holds string
	switch {
	case e.Op == filter.Missing:
		holds = in + " IS NULL"
	case kind == model.Text:
		holds = q.testWords(e, in)
	case kind == model.Date:
		holds, err = q.testDate(e, in)
	default:
		holds, err = q.testNumber(e, in)
	}
	switch {
	case err != nil:
		return "", err
	case e.Op != filter.Missing:
		holds = "COALESCE(" + holds + ", FALSE)"
	}
	if e.Not {
		holds = "NOT " + holds
		if e.Op == filter.Missing {
			holds = in + " IS NOT NULL"
		}
	}
	return holds, nil
}

// testWords compares words in any case.
func (q *query) testWords(e filter.Test, in string) string {
	values := make([]string, len(e.Values))
	for i, v := range e.Values {
		values[i] = q.text(strings.ToLower(v))
	}
	of, length := "LOWER("+in+")", utf8.RuneCountInString(strings.ToLower(e.Values[0]))
	switch e.Op {
	case filter.Contains:
		return "POSITION(" + values[0] + " IN " + of + ") > 0"
	case filter.Starts:
		return fmt.Sprintf("LEFT(%s, %d) = %s", of, length, values[0])
	case filter.Ends:
		return fmt.Sprintf("RIGHT(%s, %d) = %s", of, length, values[0])
	}
	return of + " IN (" + strings.Join(values, ", ") + ")"
}

func (q *query) testNumber(e filter.Test, in string) (string, error) {
	values := make([]string, len(e.Values))
	for i, text := range e.Values {
		v, ok := filter.Number(text)
		if !ok || e.Op >= filter.Contains {
			return "", noSQL("the filter reads the number %s as it is written", e.Column)
		}
		values[i] = q.number(v)
	}
	switch e.Op {
	case filter.Between:
		return in + " BETWEEN " + values[0] + " AND " + values[1], nil
	case filter.Equal, filter.In:
		return in + " IN (" + strings.Join(values, ", ") + ")", nil
	}
	sign := map[filter.Op]string{filter.Less: "<", filter.LessEqual: "<=", filter.Greater: ">", filter.GreaterEqual: ">="}[e.Op]
	return in + " " + sign + " " + values[0], nil
}

// testDate compares days, of which a year or a month names several.
func (q *query) testDate(e filter.Test, in string) (string, error) {
	from, to := make([]string, len(e.Values)), make([]string, len(e.Values))
	for i, text := range e.Values {
		first, end, ok := filter.Days(text)
		if !ok || e.Op >= filter.Contains {
			return "", noSQL("the filter reads more of the date %s than its day", e.Column)
		}
		from[i], to[i] = q.dateAs(formula.Day, "DATE "+q.text(first.String())), q.dateAs(formula.Day, "DATE "+q.text(end.String()))
	}
	switch e.Op {
	case filter.Less:
		return in + " < " + from[0], nil
	case filter.LessEqual:
		return in + " < " + to[0], nil
	case filter.Greater:
		return in + " >= " + to[0], nil
	case filter.GreaterEqual:
		return in + " >= " + from[0], nil
	case filter.Between:
		return in + " >= " + from[0] + " AND " + in + " < " + to[1], nil
	}
	within := make([]string, len(from))
	for i := range from {
		within[i] = "(" + in + " >= " + from[i] + " AND " + in + " < " + to[i] + ")"
	}
	return "(" + strings.Join(within, " OR ") + ")", nil
}

// filtered finds the column that a filter names, an attribute before a measure,
// has it read, and returns its name in customers.
func (q *query) filtered(name string) (column string, kind model.Kind, err error) {
	c := q.v.source
	if strings.EqualFold(name, string(model.CustomerID)) || strings.EqualFold(name, "Customer") {
		return "customer_id", model.Text, nil
	}
	same := func(of string) bool { return strings.EqualFold(strings.Join(strings.Fields(of), " "), name) }
	input := formula.Need{Input: formula.Input{Kind: formula.Column}}
	if at := slices.IndexFunc(c.Attributes(), func(a model.Attribute) bool { return same(a.Name()) || same(a.Source+":"+a.Name()) }); at >= 0 {
		a := c.Attributes()[at]
		input.Name, kind = a.Name(), a.Kind()
	} else if at := slices.IndexFunc(c.Features(), func(f model.Feature) bool { return same(string(f.Measure)) || same(f.Label.Key) }); at >= 0 {
		f := c.Features()[at]
		input.Kind, input.Name, kind = formula.Measure, string(f.Measure), f.Kind()
	} else {
		return "", 0, noSQL("the filter names %s, which is no column about customers", name)
	}
	if name == filter.Any {
		return "", 0, noSQL("the filter goes by all columns at once")
	}
	if input.Words = kind == model.Text; kind == model.Date {
		input.Kind = formula.Day
	}
	read := slices.Concat(q.inputs, q.filters)
	if at := slices.IndexFunc(read, func(in sqlInput) bool { return in.Need == input }); at >= 0 {
		return q.name(read[at].name), kind, nil
	}
	in := sqlInput{Need: input, name: q.inputName(input)}
	if in.sql, err = q.source(in); err != nil {
		return "", 0, err
	}
	q.filters = append(q.filters, in)
	return q.name(in.name), kind, nil
}
