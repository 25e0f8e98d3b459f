package model

import "slices"

// bridge renames the customers of the orders to the ids of a table of customers
// that knows both: one that has the ids of the orders in a column of their own,
// beside the column chosen to be the customer id.
func (b *customerBuilder) bridge() {
	if b.parts.orders < 0 {
		return
	}
	for _, t := range b.parts.customers {
		id := b.roles.Column(t, CustomerID)
		if id < 0 {
			continue
		}
		key := b.bridgeKey(t, id)
		if key < 0 {
			continue
		}
		table := b.data.Tables[t]
		b.note("Customers of table %s are known by the %s of table %s, looked up by its %s",
			b.data.Tables[b.parts.orders].Name, table.Column(id).Name(), table.Name, table.Column(key).Name())
		b.bridged = true
		for _, o := range []int{b.parts.orders, b.parts.header} {
			if o >= 0 {
				b.lookUpIDs(o, t, key, id)
			}
		}
		return
	}
}

// bridgeKey finds the column of a table of customers that holds the ids of the
// orders, each once, when its own ids are others; -1 for none.
func (b *customerBuilder) bridgeKey(t, id int) int {
	const hardly, most = 0.05, 0.8
	o := b.parts.orders
	column := b.roles.Column(o, CustomerID)
	if column < 0 {
		return -1
	}
	ours := b.keySet(o, column).present()
	fits := func(theirs map[string]bool, share float64) bool {
		return float64(shared(ours, theirs)) >= share*float64(min(len(ours), len(theirs)))
	}
	if len(ours) == 0 || fits(b.keySet(t, id).present(), hardly) {
		return -1
	}
	for i, c := range b.data.Tables[t].Columns() {
		if i == id || c.Kind() == Date {
			continue
		}
		if theirs := b.keySet(t, i); theirs.unique() && fits(theirs.present(), most) {
			return i
		}
	}
	return -1
}

// lookUpIDs puts the ids of a table of customers in the place of those of a
// table of orders. An id that it does not know becomes missing.
func (b *customerBuilder) lookUpIDs(orders, t, key, id int) {
	place := b.roles.Column(orders, CustomerID)
	if place < 0 {
		return
	}
	table := b.data.Tables[orders]
	own := table.Column(place)
	rows := matchRows(b.keySet(orders, place), b.keySet(t, key))
	ids := b.data.Tables[t].Column(id).Pick(rows).Renamed(own.Name())
	data := *b.data
	data.Tables = slices.Clone(data.Tables)
	data.Tables[orders] = table.WithColumn(place, ids)
	b.data = &data
}
