package filter

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// Column is a column that a filter may name.
type Column struct {
	Name    string
	Aliases []string // further names, such as a measure's id
	Kind    model.Kind
	// Values returns the column. Only compiling a filter that names it calls it.
	Values func() model.Column
}

// Of makes a column under its own name.
func Of(c model.Column) Column {
	return Column{Name: c.Name(), Kind: c.Kind(), Values: func() model.Column { return c }}
}

// Compile resolves a filter against columns of one length and returns the
// function that says whether a row passes. Names are found exactly or else in
// any case. Errors are of type [*Error]: a name that no column has, with the
// nearest that one does, one that several have, or a value that the column
// cannot have. The function may be called by several goroutines.
func Compile(e Expr, of []Column) (func(row int) bool, error) {
	return e.compile(&columns{all: of})
}

// Check reports the error that [Compile] would, without looking at any row.
func Check(e Expr, of []Column) error {
	_, err := e.compile(&columns{all: of, names: true})
	return err
}

// columns are those a filter is compiled against.
type columns struct {
	all   []Column
	names bool // names and values are looked at alone, not the rows
}

// never is what is compiled where rows are not looked at.
func never(int) bool { return false }

func (e And) compile(c *columns) (func(row int) bool, error) {
	tests, err := compileAll(e, c)
	return func(row int) bool {
		for _, holds := range tests {
			if !holds(row) {
				return false
			}
		}
		return true
	}, err
}

func (e Or) compile(c *columns) (func(row int) bool, error) {
	tests, err := compileAll(e, c)
	return func(row int) bool { return anyHolds(tests, row) }, err
}

func (e Not) compile(c *columns) (func(row int) bool, error) {
	holds, err := e.X.compile(c)
	return func(row int) bool { return !holds(row) }, err
}

func compileAll(list []Expr, c *columns) ([]func(int) bool, error) {
	out := make([]func(int) bool, len(list))
	for i, e := range list {
		var err error
		if out[i], err = e.compile(c); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func anyHolds(tests []func(int) bool, row int) bool {
	for _, holds := range tests {
		if holds(row) {
			return true
		}
	}
	return false
}

func (e Test) compile(c *columns) (func(row int) bool, error) {
	if e.Column == Any {
		return e.compileAny(c)
	}
	column, err := c.find(e.Column, e.name)
	if err != nil {
		return nil, err
	}
	return e.on(column, c.names)
}

// compileAny holds where any column does.
func (e Test) compileAny(c *columns) (func(row int) bool, error) {
	if e.Op != Contains {
		return nil, wrong(e.name, "* stands for any column and goes with contains only: * contains %s", strings.Join(e.Values, " "))
	}
	var tests []func(int) bool
	each := e
	each.Not = false
	for _, column := range c.all {
		holds, err := each.on(column, c.names)
		if err != nil {
			return nil, err
		}
		tests = append(tests, holds)
	}
	return func(row int) bool { return anyHolds(tests, row) != e.Not }, nil
}

// on is the test of one column.
func (e Test) on(column Column, names bool) (func(row int) bool, error) {
	var holds func(row int) bool
	var err error
	switch {
	case e.Op == Missing && names, e.Op >= Contains && names:
		return never, nil
	case e.Op == Missing:
		holds = column.Values().Missing
	case e.Op >= Contains || column.Kind == model.Text:
		holds, err = e.onText(column, names)
	case column.Kind == model.Number:
		holds, err = e.onNumbers(column, names)
	default:
		holds, err = e.onDates(column, names)
	}
	if err != nil || !e.Not {
		return holds, err
	}
	return func(row int) bool { return !holds(row) }, nil
}

// onText compares values as they are written, in any case.
func (e Test) onText(column Column, names bool) (func(row int) bool, error) {
	want := make([]string, len(e.Values))
	for i, v := range e.Values {
		want[i] = strings.ToLower(v)
	}
	var fits func(word string) bool
	switch e.Op {
	case Equal, In:
		fits = func(word string) bool { return slices.Contains(want, word) }
	case Contains:
		fits = func(word string) bool { return strings.Contains(word, want[0]) }
	case Starts:
		fits = func(word string) bool { return strings.HasPrefix(word, want[0]) }
	case Ends:
		fits = func(word string) bool { return strings.HasSuffix(word, want[0]) }
	default:
		return nil, wrong(e.name, "%s holds text, which has no %s: type =, !=, in, contains or starts with", column.Name, e.Op.word())
	}
	if names {
		return never, nil
	}
	values := column.Values()
	texts, ok := values.(*model.Texts)
	if !ok {
		return func(row int) bool { return !values.Missing(row) && fits(strings.ToLower(values.Text(row))) }, nil
	}
	hit := make([]bool, texts.Dict.Len()) // by word: each is looked at once
	for k, word := range texts.Dict.All() {
		hit[k] = fits(strings.ToLower(word))
	}
	return func(row int) bool {
		k := texts.Code(row)
		return k >= 0 && hit[k]
	}, nil
}

// onNumbers compares numbers; NaN, which is missing, passes nothing.
func (e Test) onNumbers(column Column, names bool) (func(row int) bool, error) {
	want := make([]float64, len(e.Values))
	for i, text := range e.Values {
		v, ok := Number(text)
		if !ok {
			return nil, wrong(e.value, "%s holds numbers, and %s is none: type it as 1234.5 or 12%%", column.Name, text)
		}
		want[i] = v
	}
	if names {
		return never, nil
	}
	values := column.Values().(*model.Numbers).Values()
	v := want[0]
	switch e.Op {
	case Less:
		return func(row int) bool { return values[row] < v }, nil
	case LessEqual:
		return func(row int) bool { return values[row] <= v }, nil
	case Greater:
		return func(row int) bool { return values[row] > v }, nil
	case GreaterEqual:
		return func(row int) bool { return values[row] >= v }, nil
	case Between:
		return func(row int) bool { return values[row] >= v && values[row] <= want[1] }, nil
	}
	return func(row int) bool { return slices.Contains(want, values[row]) }, nil
}

// onDates compares moments with stretches of time.
func (e Test) onDates(column Column, names bool) (func(row int) bool, error) {
	want := make([]stretch, len(e.Values))
	for i, text := range e.Values {
		v, ok := parseDate(text)
		if !ok {
			return nil, wrong(e.value, "%s holds dates, and %s is none: type it as 2025-01-31, 2025-01 or 2025", column.Name, text)
		}
		want[i] = v
	}
	if names {
		return never, nil
	}
	low, high := int64(math.MinInt64), int64(math.MaxInt64) // the first moment in, and the first out again
	switch e.Op {
	case Less:
		high = want[0].from
	case LessEqual:
		high = want[0].to
	case Greater:
		low = want[0].to
	case GreaterEqual:
		low = want[0].from
	case Between:
		low, high = want[0].from, want[1].to
	}
	seconds := column.Values().(*model.Dates).Seconds()
	if e.Op == Equal || e.Op == In {
		return func(row int) bool {
			s := seconds[row]
			return s != model.NoDate && slices.ContainsFunc(want, func(d stretch) bool { return s >= d.from && s < d.to })
		}, nil
	}
	return func(row int) bool {
		s := seconds[row]
		return s != model.NoDate && s >= low && s < high
	}, nil
}
