// Package seg holds how customers are split: the contract of a method and the
// catalogue of all methods. A method is pure: model in, model out. Its numbers
// come from engines in packages below this one, which take plain slices and
// know no method.
//
// Most methods fill in one of a few shapes, each in a file of its name with an
// example: bands cut one measure at fixed values, rules are a table of which the
// first that holds counts, a matrix parts two measures into high and low, a
// composite is a weighted score of several, cut into grades; tiers go by rank
// and clusters by distance. They work on measured values, and leave out
// customers by an absence.
package seg

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// Method is one way to split customers into segments.
type Method interface {
	// Spec describes the method; forms, validation, help and documents are made
	// from it.
	Spec() Spec
	// Run places every customer in exactly one segment. It reports progress as
	// a share of 1 and returns ctx.Err() soon after a cancel. An error says what
	// is wrong with the data or the parameters and what to do.
	Run(ctx context.Context, in Input, report func(done float64)) (*model.Segmentation, error)
}

// Family gathers related methods.
type Family string

// The families of the catalogue.
const (
	Value     Family = "Value"
	Behaviour Family = "Behaviour"
	Who       Family = "Who and where"
	Attitude  Family = "Attitude and need"
	Mining    Family = "Data mining"
)

// Spec describes a method.
type Spec struct {
	ID      string // the name on the command line
	Name    model.Phrase
	Family  Family
	Summary model.Phrase // what it does, in a sentence or two
	Rule    model.Phrase // how a customer is placed, in words
	Needs   []Need
	Params  []Param
	Source  string // the publication or practice it comes from
	Seeded  bool   // the seed has a part in the result

	// Unwritten says why its segments cannot be written as a query, and what can be
	// done instead; empty where they can.
	Unwritten model.Phrase
}

// Param returns the parameter of that name.
func (s Spec) Param(id string) (Param, bool) {
	for _, p := range s.Params {
		if p.ID == id {
			return p, true
		}
	}
	return Param{}, false
}

// Need is one input of a method.
type Need struct {
	Measure    model.Measure   // empty for columns of the analyst's choice
	Categories int             // these are so many columns of words or of answers, or more, not of any numbers
	Or         []model.Measure // any of these will do in its place
	Reads      Reads           // what columns with the role of a measure must hold
	Columns    int             // at least so many of them, where what they hold matters; 0 for one
	Optional   bool
	Why        model.Phrase // what it is used for
}

// Input is what a method runs on.
type Input struct {
	Customers *model.Customers
	Params    Params
	Seed      uint64
}

// Missing returns the required inputs that the customers do not have; none
// means the method can run.
func Missing(s Spec, c *model.Customers) []Need {
	var out []Need
	for _, n := range s.Needs {
		if !n.Optional && !n.Met(c) {
			out = append(out, n)
		}
	}
	return out
}

// Met reports whether customers have the input, or one that will do in its
// place.
func (n Need) Met(c *model.Customers) bool {
	if n.Measure == "" {
		return n.Choice(c) >= max(n.Categories, 1)
	}
	return len(n.MetBy(c)) > 0
}

// Choice returns how many columns there are for a need of columns of the
// analyst's choice.
func (n Need) Choice(c *model.Customers) int {
	if n.Categories > 0 {
		return countCategories(c)
	}
	return len(c.Numeric())
}

// MetBy returns those of the need's measures that customers have, as measures or
// as a column of their orders.
func (n Need) MetBy(c *model.Customers) []model.Measure {
	return slices.DeleteFunc(n.Any(), func(m model.Measure) bool { return !n.met(c, m) })
}

// ordersGroup is the group of the roles of order lines.
const ordersGroup = "Orders"

// hasOrderColumn reports whether a column of order lines has the role, such as product.
func hasOrderColumn(c *model.Customers, role model.Role) bool {
	info, _ := model.LookupRole(role)
	if c.Orders() == nil || info.Group != ordersGroup {
		return false
	}
	_, ok := c.Orders().Column(role)
	return ok
}

// Any returns the measures of which one is needed, none for a need of columns.
func (n Need) Any() []model.Measure {
	if n.Measure == "" {
		return nil
	}
	return append([]model.Measure{n.Measure}, n.Or...)
}

// Feature returns a measure of the input's customers as numbers. The error
// names the role to map, and what orders must have for it to be computed.
func (in Input) Feature(m model.Measure) (model.Feature, error) {
	f, ok := in.Customers.Feature(m)
	if !ok || f.Kind() != model.Number {
		if !computable(m) {
			return model.Feature{}, fmt.Errorf("this data has no %s: map a column of numbers to it with --map %s=COLUMN; custseg profile shows how each column was read", m, m)
		}
		return model.Feature{}, fmt.Errorf("this data has no %s: map a column to it with --map %s=COLUMN, or add the orders to compute it from: "+
			"they need a column that is a date (order_date) and one of money (amount); custseg profile shows how each column was read", m, m)
	}
	return f, nil
}

// computable reports whether a measure can be computed from orders.
func computable(m model.Measure) bool {
	return slices.ContainsFunc(model.Measures(), func(i model.MeasureInfo) bool { return i.ID == m })
}

// numbers finds the number column that a parameter names, under its proper
// name. The error lists those there are.
func (in Input) numbers(param, name string) (*model.Numbers, error) {
	c, ok := in.Customers.Lookup(name)
	if n, isNumber := c.(*model.Numbers); ok && isNumber {
		return n, nil
	}
	known := in.Customers.Numeric()
	what := "there is no number column"
	if ok {
		what = "not a column of numbers:"
	}
	if len(known) == 0 {
		return nil, paramErrorf(param, "%s %q, and the data has none at all", what, model.Brief(name))
	}
	if near := Nearest(name, known); near != "" {
		return nil, paramErrorf(param, "%s %q; did you mean %q?", what, model.Brief(name), near)
	}
	const most = 12
	if more := len(known) - most; more > 0 {
		return nil, paramErrorf(param, "%s %q; choose from %s and %d more: custseg profile lists the columns", what, model.Brief(name), strings.Join(known[:most], ", "), more)
	}
	return nil, paramErrorf(param, "%s %q; choose from: %s", what, model.Brief(name), strings.Join(known, ", "))
}

// describe says how a column found by name is labelled and in what unit: as the
// measure it is, or by its header.
func (in Input) describe(name string) model.MeasureInfo {
	if f, ok := in.Customers.Feature(model.Measure(name)); ok {
		return f.MeasureInfo
	}
	return model.MeasureInfo{ID: model.Measure(name), Label: model.Raw(name)}
}
