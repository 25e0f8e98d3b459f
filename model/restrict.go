package model

import "slices"

// Pick returns some of the customers, named by ascending place, as if the
// others had never been there. What was counted and noted of the data, and the
// stretch of time, stay those of all.
func (c *Customers) Pick(places []int32) *Customers {
	out := *c
	out.ids = c.ids.Pick(places)
	out.attributes = slices.Clone(c.attributes)
	for i, a := range c.attributes {
		out.attributes[i].Column = a.Pick(places)
	}
	out.features = slices.Clone(c.features)
	for i, f := range c.features {
		out.features[i].Column = f.Pick(places)
	}
	if c.orders != nil {
		out.orders = c.orders.pick(places)
	}
	return &out
}

// pick returns the orders of some customers.
func (o *Orders) pick(customers []int32) *Orders {
	out := *o
	out.First = make([]int32, 1, len(customers)+1)
	out.Row, out.Earlier = nil, nil
	for _, p := range customers {
		if o.Earlier != nil {
			out.Earlier = append(out.Earlier, o.Earlier[p])
		}
		from, to := o.Lines(int(p))
		out.Row = append(out.Row, o.Row[from:to]...)
		out.First = append(out.First, int32(len(out.Row)))
	}
	return &out
}

// tableUse says whose the rows of a table are.
type tableUse struct {
	table int
	of    []int32 // by row: the customer, -1 for a row that is not used
}

// noteUses keeps whose the rows of customers, events and answers are, for
// [Customers.Restrict]; orders keep their own.
func (b *customerBuilder) noteUses() {
	b.c.stack = b.stack
	for _, t := range b.parts.customers {
		u := b.newUse(t)
		for i, r := range b.rowOf[t] {
			if r >= 0 {
				u.of[r] = int32(i)
			}
		}
	}
	for _, of := range []struct {
		tables []int
		rows   map[int]datedRows
	}{{b.parts.events, b.events}, {b.parts.answers, b.answers}} {
		for _, t := range of.tables {
			u := b.newUse(t)
			for r, fate := range of.rows[t].fate {
				if fate == rowUsed {
					u.of[r] = b.place[t][b.idCodes[t][r]]
				}
			}
		}
	}
}

// newUse adds the use of a table, of whose rows none is used yet.
func (b *customerBuilder) newUse(table int) tableUse {
	u := tableUse{table, make([]int32, b.data.Tables[table].Rows())}
	for r := range u.of {
		u.of[r] = -1
	}
	b.c.uses = append(b.c.uses, u)
	return u
}

// Restrict returns some of the customers that [BuildCustomers] made, named by
// ascending place, as if the others had not been asked for: their rows are
// counted as left out for a reason. What was noted of the data stays as it was of
// all, with a note before it.
func (c *Customers) Restrict(places []int32, reason, note Phrase) *Customers {
	out := c.Pick(places)
	out.uses = nil
	out.notes = append([]Phrase{note}, c.notes...)
	left := make([]bool, c.Len())
	for i := range left {
		left[i] = true
	}
	for _, p := range places {
		left[p] = false
	}
	q := &out.quality
	q.Excluded = slices.Clone(c.quality.Excluded)
	if o := c.orders; o != nil {
		parts := c.stack
		if len(parts) == 0 {
			parts = []stackedPart{{table: o.Place, rows: o.Table.Rows()}}
		}
		q.leave(parts, reason, o.rowsOf(left))
	}
	for _, u := range c.uses {
		var rows []int32
		for r, i := range u.of {
			if i >= 0 && left[i] {
				rows = append(rows, int32(r))
			}
		}
		q.leave([]stackedPart{{table: u.table, rows: len(u.of)}}, reason, rows)
	}
	return out
}

// leave takes rows that were used out of use.
func (q *Quality) leave(parts []stackedPart, reason Phrase, rows []int32) {
	q.RowsUsed -= len(rows)
	q.exclude(parts, reason, rows)
}

// rowsOf returns the rows of the lines of some customers, ascending.
func (o *Orders) rowsOf(some []bool) []int32 {
	var rows []int32
	for i, yes := range some {
		if yes {
			from, to := o.Lines(i)
			rows = append(rows, o.Row[from:to]...)
		}
	}
	slices.Sort(rows)
	return rows
}

// WithAttributes returns the customers with those of their attributes that keep
// says. Measures stay.
func (c *Customers) WithAttributes(keep func(Attribute) bool) *Customers {
	out := *c
	out.attributes = nil
	for _, a := range c.attributes {
		if keep(a) {
			out.attributes = append(out.attributes, a)
		}
	}
	return &out
}

// Without returns the map less the bindings that drop says.
func (m RoleMap) Without(drop func(Binding) bool) RoleMap {
	return RoleMap{bindings: slices.DeleteFunc(slices.Clone(m.bindings), drop), rowIDs: m.rowIDs}
}
