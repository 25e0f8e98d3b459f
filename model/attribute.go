package model

import (
	"cmp"
	"slices"
)

// attributes gathers the columns of customer tables, then the columns of the
// order table that say something of the customer and not of the order.
func (b *customerBuilder) attributes() error {
	taken := map[string]bool{}
	add := func(t, column int, c Column) {
		bound, _ := b.roles.Of(t, column)
		name, source := c.Name(), b.data.Tables[t].Name
		if taken[name] {
			name = source + ":" + name
		}
		taken[name] = true
		b.c.attributes = append(b.c.attributes, Attribute{Column: c.Renamed(name), Table: t, Source: source, Role: bound.Role,
			Assigned: bound.Assigned, Personal: b.data.Personal(b.roles, t, column)})
	}
	b.rowOf = map[int][]int32{}
	for _, t := range b.parts.customers {
		rows := b.rowsOf(t)
		for i, c := range b.data.Tables[t].Columns() {
			if i != b.roles.Column(t, CustomerID) {
				add(t, i, c.Pick(rows))
			}
		}
	}
	if b.c.orders != nil {
		t := b.parts.orders
		for i, c := range b.data.Tables[t].Columns() {
			if rows, ok := b.constantRows(t, i, c); ok {
				add(t, i, c.Pick(rows))
			}
		}
	}
	return nil
}

// rowsOf finds each customer's row in a customer table, -1 for none. Of several
// rows with one id the one whose text sorts first is kept, so that the file's
// order does not matter; the others count as excluded.
func (b *customerBuilder) rowsOf(t int) []int32 {
	table, ids, place := b.data.Tables[t], b.idCodes[t], b.place[t]
	rows := make([]int32, len(b.c.ids))
	for i := range rows {
		rows[i] = -1
	}
	for r, k := range ids {
		if k < 0 || place[k] < 0 {
			continue
		}
		p := place[k]
		if rows[p] < 0 || compareRows(table, int32(r), rows[p]) < 0 {
			rows[p] = int32(r)
		}
	}
	b.rowOf[t] = rows
	return rows
}

func compareRows(t *Table, x, y int32) int {
	for _, c := range t.Columns() {
		if d := cmp.Compare(c.Text(int(x)), c.Text(int(y))); d != 0 {
			return d
		}
	}
	return 0
}

// personRoles are taken from a customer's latest order even when earlier ones
// differ: people move and change their address.
var personRoles = []Role{CustomerName, Email, Phone, Address, BirthDate, "gender", "region", "province", "city", "country", "postcode"}

// constantRows finds, for each customer, the row of orders that speaks for them
// in one column: the latest with a value, be it in the window or before. It
// declines a column that differs between the orders of a customer, unless its
// role is the person's own, and one that is needed as orders.
func (b *customerBuilder) constantRows(t, column int, c Column) ([]int32, bool) {
	bound, _ := b.roles.Of(t, column)
	personal := slices.Contains(personRoles, bound.Role)
	if !personal && (bound.Role != "" || c.Kind() != Text) {
		return nil, false
	}
	ids, place := b.idCodes[t], b.place[t]
	rows := make([]int32, len(b.c.ids))
	for i := range rows {
		rows[i] = -1
	}
	repeated := false
	for r, k := range ids {
		if k < 0 || place[k] < 0 || b.afterScope(r) || c.Missing(r) {
			continue
		}
		row := &rows[place[k]]
		switch {
		case *row < 0:
			*row = int32(r)
		case sameValue(c, *row, int32(r)):
			repeated = true
		case !personal:
			return nil, false
		case b.later(c, int32(r), *row):
			*row = int32(r)
		}
	}
	return rows, personal || repeated
}

// later reports whether row x of orders is the later word on a column, ties by
// what it says, so that the order of rows does not matter.
func (b *customerBuilder) later(c Column, x, y int32) bool {
	if b.time != nil && b.time[x] != b.time[y] {
		return b.time[x] > b.time[y]
	}
	return c.Text(int(x)) > c.Text(int(y))
}

func sameValue(c Column, x, y int32) bool {
	switch c := c.(type) {
	case *Texts:
		return c.Codes[x] == c.Codes[y]
	case *Numbers:
		return c.Values[x] == c.Values[y]
	case *Dates:
		return c.Seconds[x] == c.Seconds[y]
	}
	return false
}
