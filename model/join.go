package model

import (
	"slices"
)

// joinLines joins the lines of orders, in a table without customer ids, to the
// orders they belong to, by the order id. The table of lines, with the columns
// of the orders added, then is the table of orders. It returns the tables that
// are still nameless.
func (b *customerBuilder) joinLines(nameless []int) []int {
	header := b.parts.orders
	if header < 0 || !b.has(header, OrderID) {
		return nameless
	}
	lines := -1
	for _, t := range nameless {
		if b.holdsLines(t) && (lines < 0 || b.linesBefore(t, lines)) {
			lines = t
		}
	}
	if lines < 0 {
		return nameless
	}
	if b.repeats(header, OrderID) > 0 {
		b.leaveOut(lines, P("its rows look like lines of orders, but table %s holds several rows of an order already", b.data.Tables[header].Name))
		return without(nameless, lines)
	}
	for _, t := range nameless {
		if t != lines && b.holdsLines(t) {
			b.leaveOut(t, P("table %s already holds the lines of the orders: to use this one, leave that file out", b.data.Tables[lines].Name))
			nameless = without(nameless, t)
		}
	}
	b.parts.header, b.parts.orders = header, lines
	b.joinHeader(header, lines)
	return without(nameless, lines)
}

// holdsLines reports whether rows without a customer id are lines of orders.
func (b *customerBuilder) holdsLines(t int) bool {
	return b.has(t, OrderID) && b.has(t, Product, Category, Quantity, Amount, UnitPrice)
}

// linesBefore prefers lines that say what was bought, then the longer table.
func (b *customerBuilder) linesBefore(t, other int) bool {
	if x, y := b.has(t, Product, Category, Quantity), b.has(other, Product, Category, Quantity); x != y {
		return x
	}
	return b.data.Tables[t].Rows() > b.data.Tables[other].Rows()
}

func without(tables []int, t int) []int {
	return slices.DeleteFunc(slices.Clone(tables), func(x int) bool { return x == t })
}

// joinHeader adds the columns of orders to their lines. Money is the lines'
// where they have any, else that of the order in equal parts.
func (b *customerBuilder) joinHeader(header, lines int) {
	h, l := b.data.Tables[header], b.data.Tables[lines]
	id, lineID := b.roles.Column(header, OrderID), b.roles.Column(lines, OrderID)
	theirs, ours := b.keySet(header, id), b.keySet(lines, lineID)
	rows := matchRows(ours, theirs)
	hasMoney := b.has(lines, Amount) || b.has(lines, Quantity) && b.has(lines, UnitPrice)
	amount := b.roles.Column(header, Amount)
	if hasMoney && amount >= 0 {
		b.note("Money is taken from table %s: column %s of table %s is not used", l.Name, h.Column(amount).Name(), h.Name)
	}
	var parts []float64
	if !hasMoney && amount >= 0 {
		parts = shares(h.Column(amount), rows)
		b.note("Table %s has no money: the %s of an order in table %s is split evenly among its lines", l.Name, h.Column(amount).Name(), h.Name)
	}
	b.widen(lines, header, func(column int, role Role) (Column, Role, bool) {
		switch {
		case column == id || hasMoney && slices.Contains([]Role{Amount, Quantity, UnitPrice}, role):
			return nil, "", false
		case role == Amount && parts != nil:
			return NewNumbers(h.Column(column).Name(), parts), role, true
		}
		return h.Column(column).Pick(rows), role, true
	})
	used := make([]bool, h.Rows())
	b.lines.orphan = make([]bool, l.Rows())
	for r, at := range rows {
		if b.lines.orphan[r] = at < 0; at >= 0 && !b.isDropped(lines, r) {
			used[at] = true
		}
	}
	b.accountJoined(header, theirs, used, P("no order id"), P("the order has no line in table %s", l.Name))
	b.link(header, lines, h.Column(id).Name(), theirs, ours)
	b.link(lines, header, l.Column(lineID).Name(), ours, theirs)
	b.noteSpelling(header, lines, theirs, ours)
}

// shares splits the amounts of orders evenly among the lines of each.
func shares(amounts Column, rows []int32) []float64 {
	whole := amounts.(*Numbers).Values()
	lines := make([]int, len(whole))
	for _, at := range rows {
		if at >= 0 {
			lines[at]++
		}
	}
	out := amounts.Pick(rows).(*Numbers).Values()
	for r, at := range rows {
		if at >= 0 {
			out[r] /= float64(lines[at])
		}
	}
	return out
}

// lookupRoles are what a table about a column of the orders may tell of them.
var lookupRoles = []Role{Product, Category, "channel", UnitPrice, "cost", "region", "province", "city", "country", "postcode"}

// joinLookups joins tables that say more of a column of the orders, such as the
// category of a product: the column has the same header there and its values
// are unique. It returns the tables that fit nowhere.
func (b *customerBuilder) joinLookups(nameless []int) []int {
	o := b.parts.orders
	if o < 0 {
		return nameless
	}
	var left []int
	for _, t := range nameless {
		if !b.joinLookup(t, o) {
			left = append(left, t)
		}
	}
	return left
}

func (b *customerBuilder) joinLookup(t, orders int) bool {
	table := b.data.Tables[t]
	key, on := b.lookupKey(t, orders)
	if key < 0 || len(table.Columns()) < 2 {
		return false
	}
	theirs, ours := b.keySet(t, key), b.keySet(orders, on)
	rows := matchRows(ours, theirs)
	used, missing := make([]bool, table.Rows()), 0
	for r, at := range rows {
		switch {
		case b.isDropped(orders, r):
		case at >= 0:
			used[at] = true
		case ours.codes[r] >= 0:
			missing++
		}
	}
	name := table.Column(key).Name()
	if missing > 0 {
		b.note("%d rows of orders have a %s that table %s does not list", missing, name, table.Name)
	}
	b.parts.lookups = append(b.parts.lookups, t)
	b.widen(orders, t, func(column int, role Role) (Column, Role, bool) {
		if column == key {
			return nil, "", false
		}
		if role != Ignore && !slices.Contains(lookupRoles, role) {
			role = ""
		}
		return table.Column(column).Pick(rows), role, true
	})
	b.accountJoined(t, theirs, used, P("no %s", name), P("no order has its %s", name))
	b.link(t, orders, name, theirs, ours)
	return true
}

// lookupKey finds the column whose header the orders share, whose values are
// unique and of which an order has one; -1 for none.
func (b *customerBuilder) lookupKey(t, orders int) (key, on int) {
	for i, c := range b.data.Tables[t].Columns() {
		for j, d := range b.data.Tables[orders].Columns() {
			bound, _ := b.roles.Of(orders, j)
			if info, _ := LookupRole(bound.Role); d.Kind() == Date || bound.Role != "" && info.Kind == Number || !sameHeader(c.Name(), d.Name()) {
				continue
			}
			theirs := b.keySet(t, i)
			if theirs.unique() && slices.ContainsFunc(matchRows(b.keySet(orders, j), theirs), func(at int32) bool { return at >= 0 }) {
				return i, j
			}
		}
	}
	return -1, -1
}

// widen adds columns of another table to the order table, under distinct names
// and with their roles where the order table has no column of that role. take
// gives a column as it stands beside the orders and its role, or declines it.
func (b *customerBuilder) widen(orders, other int, take func(column int, role Role) (Column, Role, bool)) {
	from, to := b.data.Tables[other], b.data.Tables[orders]
	columns := slices.Clone(to.Columns())
	roles := RoleMap{bindings: b.roles.Bindings(), rowIDs: b.roles.rowIDs}
	for i := range from.Columns() {
		bound, _ := b.roles.Of(other, i)
		c, role, ok := take(i, bound.Role)
		if !ok {
			continue
		}
		name := c.Name()
		for slices.ContainsFunc(columns, func(c Column) bool { return c.Name() == name }) {
			name = from.Name + ":" + name
		}
		if role != "" && role != Ignore && b.has(orders, role) {
			role = ""
		}
		place := len(columns)
		columns = append(columns, c.Renamed(name))
		b.joined[place] = joinedColumn{other, i}
		if role != "" {
			bound.Table, bound.Column, bound.Role = orders, place, role
			roles.bindings = append(roles.bindings, bound)
		}
	}
	wide := *to
	wide.columns = columns
	data := *b.data
	data.Tables = slices.Clone(data.Tables)
	data.Tables[orders] = &wide
	b.data, b.roles = &data, roles
}
