package filter

import (
	"context"
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
// cannot have. The words of a column are looked at here, each once, which a cancel
// of the context ends with its error. The function may be called by several
// goroutines.
func Compile(ctx context.Context, e Expr, of []Column) (func(row int) bool, error) {
	return e.compile(&columns{ctx: ctx, all: of})
}

// Check reports the error that [Compile] would, without looking at any row.
func Check(e Expr, of []Column) error {
	_, err := e.compile(&columns{ctx: context.Background(), all: of, names: true})
	return err
}

// columns are those a filter is compiled against.
type columns struct {
	ctx   context.Context
	all   []Column
	names bool // names and values are looked at alone, not the rows
	found map[string]Column
}

// never is what is compiled where rows are not looked at.
func never(int) bool { return false }

func (e And) compile(c *columns) (func(row int) bool, error) {
	tests, err := compileAll(e, c, true)
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
	tests, err := compileAll(e, c, false)
	return func(row int) bool { return anyHolds(tests, row) }, err
}

func (e Not) compile(c *columns) (func(row int) bool, error) {
	holds, err := e.X.compile(c)
	return func(row int) bool { return !holds(row) }, err
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
	return e.on(column, c)
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
		holds, err := each.on(column, c)
		if err != nil {
			return nil, err
		}
		tests = append(tests, holds)
	}
	return func(row int) bool { return anyHolds(tests, row) != e.Not }, nil
}
