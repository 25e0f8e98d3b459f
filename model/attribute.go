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
		role := Role("")
		if bound, ok := b.roles.Of(t, column); ok {
			role = bound.Role
		}
		name := c.Name()
		if taken[name] {
			name = b.data.Tables[t].Name + ":" + name
		}
		taken[name] = true
		info, _ := LookupRole(role)
		b.c.attributes = append(b.c.attributes, Attribute{Column: c.Renamed(name), Table: t, Role: role, Personal: info.Personal})
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
// in one column: the last with a value. It declines a column that differs
// between the orders of a customer, unless its role is the person's own, and
// one that is needed as orders.
func (b *customerBuilder) constantRows(t, column int, c Column) ([]int32, bool) {
	role := Role("")
	if bound, ok := b.roles.Of(t, column); ok {
		role = bound.Role
	}
	personal := slices.Contains(personRoles, role)
	if !personal && (role != "" || c.Kind() != Text) {
		return nil, false
	}
	o := b.c.orders
	rows := make([]int32, len(b.c.ids))
	repeated := false
	for i := range rows {
		rows[i] = -1
		from, to := o.Lines(i)
		for l := from; l < to; l++ {
			r := o.Row[l]
			if c.Missing(int(r)) {
				continue
			}
			if rows[i] >= 0 && !personal {
				if !sameValue(c, rows[i], r) {
					return nil, false
				}
				repeated = true
			}
			rows[i] = r
		}
	}
	return rows, personal || repeated
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
