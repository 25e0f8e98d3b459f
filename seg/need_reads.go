package seg

import (
	"slices"

	"custseg/model"
)

// Reads is what the columns of a role must hold for a method to read them.
type Reads uint8

// What columns hold.
const (
	AnyValues Reads = iota
	WordValues
	AnswerValues // numbers, or words that count as such
)

// fits reports whether a column with a role can be read.
func (r Reads) fits(a model.Attribute, role model.Role) bool {
	switch _, numbers := a.Column.(*model.Numbers); {
	case r == WordValues:
		return a.Kind() == model.Text
	case r == AnswerValues && !numbers:
		values, _ := answersIn(a.Column, role)
		return values != nil
	}
	return true
}

// met reports whether customers have a measure of the need, as a column of their
// orders or in columns that the method can read.
func (n Need) met(c *model.Customers, m model.Measure) bool {
	if hasOrderColumn(c, model.Role(m)) {
		return true
	}
	if n.Reads == AnyValues {
		_, ok := c.Feature(m)
		return ok
	}
	columns := n.columns(c, m)
	return len(columns)-len(n.Reads.unfit(columns)) >= max(n.Columns, 1)
}

// columns are those about customers with the role of a measure. One of order
// lines is none: on a customer it says nothing of what else was bought.
func (n Need) columns(c *model.Customers, of ...model.Measure) []model.Attribute {
	return slices.DeleteFunc(slices.Clone(c.Attributes()), func(a model.Attribute) bool {
		info, _ := model.LookupRole(a.Role)
		return !slices.Contains(of, model.Measure(a.Role)) || info.Group == ordersGroup
	})
}

// unfit are the columns that cannot be read.
func (r Reads) unfit(columns []model.Attribute) []model.Attribute {
	return slices.DeleteFunc(slices.Clone(columns), func(a model.Attribute) bool { return r.fits(a, a.Role) })
}

// Remedy says why the columns that have the role of an input do not do for it,
// nothing where none has it.
func (n Need) Remedy(c *model.Customers) model.Phrase {
	columns := n.columns(c, n.Any()...)
	unfit := n.Reads.unfit(columns)
	switch {
	case n.Reads == AnyValues || len(columns) == 0:
		return model.Phrase{}
	case len(unfit) > 0 && n.Reads == WordValues:
		return model.P("it reads words, and %s holds none", unfit[0].Name())
	case len(unfit) > 0:
		return model.P("it reads answers in numbers, and %s holds none", unfit[0].Name())
	}
	return model.P("it needs %d columns, and there are %d", n.Columns, len(columns))
}
