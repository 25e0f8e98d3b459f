package model

import "cmp"

// attributes gathers the columns of customer tables and of answers, then the
// columns of orders and events that say something of the customer and not of
// what was done. Orders are the rows of the table of orders.
func (b *customerBuilder) attributes(orders buckets) error {
	taken := map[string]bool{}
	b.rowOf = map[int][]int32{}
	for _, t := range b.parts.customers {
		rows := b.rowsOf(t)
		for i, c := range b.data.Tables[t].Columns() {
			if i != b.roles.Column(t, CustomerID) {
				b.addAttribute(taken, t, i, c.Pick(rows), false)
			}
		}
	}
	if err := b.answerAttributes(taken); err != nil {
		return err
	}
	if t := b.parts.orders; t >= 0 {
		if err := b.constantAttributes(taken, t, orders, b.lines.time); err != nil {
			return err
		}
	}
	for _, t := range b.parts.events {
		rows, err := b.bucketsOf(t, nil)
		if err != nil {
			return err
		}
		if err := b.constantAttributes(taken, t, rows, b.events[t].time); err != nil {
			return err
		}
		if at := b.roles.Column(t, "device"); at >= 0 {
			c := b.data.Tables[t].Column(at)
			b.addAttribute(taken, t, at, c.Pick(b.commonRows(t, b.events[t], c)), false)
		}
	}
	return nil
}

// addAttribute adds a column of a table as it stands beside the customers,
// under a name of its own. Constant says that the rows of no customer differ in it.
func (b *customerBuilder) addAttribute(taken map[string]bool, t, column int, c Column, constant bool) {
	bound, _ := b.roles.Of(t, column)
	if at, ok := b.joined[column]; ok && t == b.parts.orders {
		t, column = at.table, at.column
	}
	name, source := c.Name(), b.data.Tables[t].Name
	if taken[name] {
		name = source + ":" + name
	}
	taken[name] = true
	b.c.attributes = append(b.c.attributes, Attribute{Column: c.Renamed(name), Table: t, Source: source, Role: bound.Role,
		Constant: constant, Header: c.Name(),
		Assigned: bound.Assigned, Personal: b.data.Personal(b.roles, t, column), Named: b.data.CalledAs(t, column)})
}

// CalledAs is the role of numbers or of dates that a column of words is called
// as, empty for none.
func (d *Dataset) CalledAs(table, column int) Role {
	for _, g := range d.Named {
		if g.Table == table && g.Column == column {
			return g.Role
		}
	}
	return ""
}

// rowsOf finds each customer's row in a customer table, -1 for none. Of several
// rows with one id the one whose text sorts first is kept, so that the file's
// order does not matter; the others count as excluded.
func (b *customerBuilder) rowsOf(t int) []int32 {
	table, ids, place := b.data.Tables[t], b.idCodes[t], b.place[t]
	rows := b.noRows()
	for r, k := range ids {
		if k < 0 || place[k] < 0 || b.isDropped(t, r) {
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

// noRows returns a row of each customer, none yet.
func (b *customerBuilder) noRows() []int32 {
	rows := make([]int32, b.c.ids.Len())
	for i := range rows {
		rows[i] = -1
	}
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
