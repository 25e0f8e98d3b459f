package model

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"

	"custseg/model/idorder"
)

// Scope is the stretch of time an analysis looks at.
type Scope struct {
	AsOf   Day // orders count up to and including this day; NoDay: the day after the last order
	Window int // days before and including AsOf; 0 for all
}

// Attribute is one column about customers, from a customer table or constant
// within each customer's orders.
type Attribute struct {
	Column
	Table    int
	Source   string // the table's name: "Source:Name" finds the attribute too
	Role     Role   // empty for none
	Assigned bool   // the analyst gave the role
	Constant bool   // of a column of orders or events: no customer's rows differ
	Header   string // of the column in the table
	Personal bool
	Named    Role // the role of numbers or dates that its header names while it holds words, empty for none
}

// Customers is one row per customer at an as-of date: attributes from customer
// tables and answers, and features computed from orders and events. Customers are sorted by id, so the
// order of a file's rows never matters.
type Customers struct {
	AsOf        Day // NoDay when there are no dates
	Window      int
	First, Last Day // the first and last day with an order in scope, or with an event where no order has a date

	ids        idorder.List
	attributes []Attribute
	features   []Feature
	orders     *Orders
	quality    Quality
	notes      []Phrase
	warnings   []Phrase
	joins      []Join
	derivation Derivation
	parts      parts
	uses       []tableUse    // of the tables beside the orders
	stack      []stackedPart // the tables that the orders were combined of, none for one
}

// Quality counts what was read and what was used of it.
type Quality struct {
	RowsRead, RowsUsed int
	Excluded           []Exclusion
	Rejected           []Rejected
}

// RowsExcluded returns the number of rows read but not used.
func (q Quality) RowsExcluded() int { return q.RowsRead - q.RowsUsed }

// ErrNoCustomerID reports that no column can say who a row belongs to.
var ErrNoCustomerID = errors.New("no column can be a customer id")

// Len returns the number of customers.
func (c *Customers) Len() int { return c.ids.Len() }

// ID returns the id of customer i.
func (c *Customers) ID(i int) string { return c.ids.At(i) }

// Find returns the place of a customer by id, -1 for none.
func (c *Customers) Find(id string) int {
	at := sort.Search(c.Len(), func(i int) bool { return idorder.Compare(c.ID(i), id) >= 0 })
	if at < c.Len() && c.ID(at) == id {
		return at
	}
	return -1
}

// IDs returns the ids as a column named customer_id.
func (c *Customers) IDs() Column {
	codes := make([]int32, c.ids.Len())
	for i := range codes {
		codes[i] = int32(i)
	}
	return NewTexts(string(CustomerID), codes, c.ids.Strings())
}

// Attributes returns what customer tables and constant order columns say of
// each customer. The slice is the customers' own.
func (c *Customers) Attributes() []Attribute { return c.attributes }

// Features returns the measures that can be had, in a fixed order.
func (c *Customers) Features() []Feature { return c.features }

// Feature returns the measure of that name, or else the first column about
// customers whose role has it, such as age or views.
func (c *Customers) Feature(id Measure) (Feature, bool) {
	if f, ok := c.measure(id); ok {
		return f, true
	}
	for _, a := range c.attributes {
		if a.Role == Role(id) && id != "" && a.Role != Ignore {
			info := id.Info()
			if role, ok := LookupRole(a.Role); ok {
				info.Label = role.Label
			}
			return Feature{MeasureInfo: info, Measure: id, Origin: P("column %s", a.Name()), From: a.Name(), Times: 1, Column: a.Column}, true
		}
	}
	return Feature{}, false
}

// measure returns the measure of that name in [Customers.Features].
func (c *Customers) measure(id Measure) (Feature, bool) {
	for _, f := range c.features {
		if f.Measure == id {
			return f, true
		}
	}
	return Feature{}, false
}

// Orders returns the orders behind the customers, nil when there are none.
func (c *Customers) Orders() *Orders { return c.orders }

// Quality returns what was read, used and left out.
func (c *Customers) Quality() Quality { return c.quality }

// Notes returns what a reader should know of how the rows became customers.
// The warnings come first.
func (c *Customers) Notes() []Phrase { return slices.Concat(c.warnings, c.notes) }

// Warnings returns those of the notes that change what a result means.
func (c *Customers) Warnings() []Phrase { return c.warnings }

// Lookup finds a column by an attribute's header, exactly or without regard to
// case, by "table:header", or by a measure's name.
func (c *Customers) Lookup(name string) (Column, bool) {
	for _, a := range c.attributes {
		if a.Name() == name {
			return a.Column, true
		}
	}
	if f, ok := c.measure(Measure(name)); ok {
		return f.Column, true
	}
	for _, a := range c.attributes {
		if sameHeader(a.Name(), name) || strings.EqualFold(a.Source+":"+a.Name(), name) {
			return a.Column, true
		}
	}
	return nil, false
}

// Numeric returns the names under which [Customers.Lookup] finds a column of
// numbers: measures first, then attributes.
func (c *Customers) Numeric() []string {
	var out []string
	for _, f := range c.features {
		if f.Kind() == Number {
			out = append(out, string(f.Measure))
		}
	}
	for _, a := range c.attributes {
		if a.Kind() == Number && a.Role != Ignore {
			out = append(out, a.Name())
		}
	}
	return out
}

// BuildCustomers makes one row per customer of a dataset. It reports progress
// as a share of 1 and returns the context's error soon after a cancel. An error
// wraps [ErrNoCustomerID] when no table says who its rows belong to.
func BuildCustomers(ctx context.Context, d *Dataset, roles RoleMap, scope Scope, report func(float64)) (*Customers, error) {
	if report == nil {
		report = func(float64) {}
	}
	b := newCustomerBuilder(ctx, d, roles, scope)
	steps := append(b.selecting(b.sortIDs), b.selectAnswers, b.dropUnsigned, b.number, b.groupAndDescribe, b.measures, b.account, b.derive)
	if err := b.take(steps, report); err != nil {
		return nil, err
	}
	return b.c, nil
}

func noCustomerID(d *Dataset) error {
	var where, names []string
	for _, t := range d.Tables {
		where = append(where, t.File)
		for _, c := range t.Columns() {
			names = append(names, c.Name())
		}
	}
	if len(d.Tables) > 0 && d.Rows() == 0 {
		return fmt.Errorf("%s: there is a header and no rows, so %w", strings.Join(where, ", "), ErrNoCustomerID)
	}
	const most = 12
	if len(names) > most {
		names = append(names[:most], fmt.Sprintf("and %d more", len(names)-most))
	}
	return fmt.Errorf("%s: %w among %s; name it with --map customer_id=COLUMN, or use --map customer_id=%s when each row is a customer",
		strings.Join(where, ", "), ErrNoCustomerID, strings.Join(names, ", "), RowNumber)
}
