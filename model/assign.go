package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Assignment gives a role to a column on the analyst's word. Column is
// "header", "table:header" or a position from 1; [RowNumber] as a customer id
// makes every row a customer.
type Assignment struct {
	Role   Role   `json:"role"`
	Column string `json:"column"`
}

// RowNumber stands for a column when each row is a customer of its own.
const RowNumber = "row"

// Binding is a column with its role, guessed or assigned.
type Binding struct {
	Guess
	Assigned bool // by the analyst
}

// RoleMap says which column has which role. The zero value maps nothing.
type RoleMap struct {
	bindings []Binding
	rowIDs   map[int]bool // tables whose row number is the customer id
}

// Assign applies the analyst's assignments, in order, over the guesses of a
// dataset. An assignment takes the role away from the column of the same table
// that was guessed to have it, unless several may. Errors name the column and
// those there are.
func (d *Dataset) Assign(assignments []Assignment) (RoleMap, error) {
	var m RoleMap
	for _, g := range d.Guesses {
		m.bindings = append(m.bindings, Binding{Guess: g})
	}
	for _, a := range assignments {
		info, ok := LookupRole(a.Role)
		if !ok {
			return RoleMap{}, fmt.Errorf("no role is called %q; see custseg profile for those in use", a.Role)
		}
		t, c, err := d.resolve(a)
		if err != nil {
			return RoleMap{}, err
		}
		if c < 0 {
			m.setRowID(t)
			continue
		}
		if err := d.suits(t, c, info); err != nil {
			return RoleMap{}, err
		}
		m.bindings = slices.DeleteFunc(m.bindings, func(b Binding) bool {
			return b.Table == t && (b.Column == c || b.Role == a.Role && !info.Several)
		})
		if a.Role == CustomerID {
			delete(m.rowIDs, t)
		}
		if a.Role == Ignore {
			continue
		}
		m.bindings = append(m.bindings, Binding{
			Guess:    Guess{Table: t, Column: c, Role: a.Role, Confidence: 1, Reason: P("you chose it")},
			Assigned: true,
		})
	}
	return m, nil
}

// suits returns an error when a role that needs numbers or dates is given to a
// column of another kind. It shows a value that stands in the way.
func (d *Dataset) suits(table, column int, role RoleInfo) error {
	t := d.Tables[table]
	c := t.Column(column)
	if role.Kind == Text || c.Kind() == role.Kind {
		return nil
	}
	if _, ok := d.DateReading(table, column); ok && role.Kind == Date {
		return nil
	}
	if _, ok := ReadWords(c, role.InWords); ok {
		return nil
	}
	example := "and has no value at all"
	if r := inTheWay(c, role.Kind); r >= 0 {
		example = fmt.Sprintf("such as %q in row %d", c.Text(r), t.FileRow(int32(r)))
	}
	return fmt.Errorf("%s: column %q cannot be the %s: that is a %s, the column holds %s, %s; custseg profile says how it was read",
		t.File, c.Name(), strings.ReplaceAll(string(role.ID), "_", " "), role.Kind, c.Kind(), example)
}

// inTheWay is the first row with a value, of a column that should hold numbers
// the first that is none; -1 when it has no value.
func inTheWay(c Column, wanted Kind) int {
	first := -1
	for r := range c.Len() {
		if c.Missing(r) {
			continue
		}
		if first < 0 {
			first = r
		}
		if _, err := strconv.ParseFloat(c.Text(r), 64); err != nil || wanted != Number {
			return r
		}
	}
	return first
}

func (m *RoleMap) setRowID(table int) {
	if m.rowIDs == nil {
		m.rowIDs = map[int]bool{}
	}
	m.rowIDs[table] = true
	m.bindings = slices.DeleteFunc(m.bindings, func(b Binding) bool {
		return b.Table == table && b.Role == CustomerID
	})
}

// FindColumn returns the column that a name stands for in an assignment; ok is
// false when there is none, or when it stands for the row number.
func (d *Dataset) FindColumn(name string) (table, column int, ok bool) {
	t, c, err := d.resolve(Assignment{Role: CustomerID, Column: name})
	return t, c, err == nil && c >= 0
}

// resolve finds the table and column an assignment names; column -1 is the row
// number.
func (d *Dataset) resolve(a Assignment) (table, column int, err error) {
	name, only := a.Column, -1
	if head, tail, ok := strings.Cut(a.Column, ":"); ok {
		for i, t := range d.Tables {
			if strings.EqualFold(t.Name, head) {
				name, only = tail, i
				break
			}
		}
	}
	var known []string
	for i, t := range d.Tables {
		if only >= 0 && only != i {
			continue
		}
		if c := t.Find(name); c >= 0 {
			return i, c, nil
		}
		for _, c := range t.Columns() {
			known = append(known, c.Name())
		}
	}
	if a.Role == CustomerID && strings.EqualFold(name, RowNumber) && len(d.Tables) > 0 {
		return max(only, 0), -1, nil
	}
	return 0, 0, fmt.Errorf("no column %q to be the %s; the columns are: %s",
		a.Column, strings.ReplaceAll(string(a.Role), "_", " "), strings.Join(known, ", "))
}

// Column returns the first column of a table with the role, -1 for none.
func (m RoleMap) Column(table int, role Role) int {
	for _, b := range m.bindings {
		if b.Table == table && b.Role == role {
			return b.Column
		}
	}
	return -1
}

// Of returns the binding of a column, if it has one.
func (m RoleMap) Of(table, column int) (Binding, bool) {
	for _, b := range m.bindings {
		if b.Table == table && b.Column == column {
			return b, true
		}
	}
	return Binding{}, false
}

// RowIsCustomer reports whether each row of the table is a customer of its own.
func (m RoleMap) RowIsCustomer(table int) bool { return m.rowIDs[table] }

// Has reports whether any column has the role.
func (m RoleMap) Has(role Role) bool {
	return slices.ContainsFunc(m.bindings, func(b Binding) bool { return b.Role == role })
}

// Bindings returns a copy of all bindings.
func (m RoleMap) Bindings() []Binding { return slices.Clone(m.bindings) }
