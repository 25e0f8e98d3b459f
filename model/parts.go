package model

import "slices"

// parts says what each table of a dataset contributes to customers.
type parts struct {
	orders    int   // the table of orders or of their lines, -1 for none
	header    int   // the table of orders whose lines are in another, -1 for none
	stacked   []int // tables whose rows were added to those of the table of orders
	lookups   []int // tables that say more of a column of the orders
	returns   []int // tables that list returned orders
	customers []int // tables with a row per customer
	events    []int // tables with a row per thing done by a customer
	answers   []int // tables with several answers of a customer
	unused    []unusedTable
}

type unusedTable struct {
	table  int
	reason Phrase
}

// named returns the tables whose rows name customers.
func (p parts) named() []int {
	var out []int
	for _, t := range []int{p.orders, p.header} {
		if t >= 0 {
			out = append(out, t)
		}
	}
	return slices.Concat(out, p.customers, p.events, p.answers)
}

// arrange decides, from the roles and from whether ids repeat, what each table
// holds. Lines of orders and lookup tables are joined to the orders here, so
// that all later steps see one table of orders.
func (b *customerBuilder) arrange() error {
	b.parts = parts{orders: -1, header: -1}
	var orders, nameless []int
	for t := range b.data.Tables {
		switch {
		case b.listsReturns(t):
			b.parts.returns = append(b.parts.returns, t)
		case b.roles.Column(t, CustomerID) < 0 && !b.roles.RowIsCustomer(t):
			nameless = append(nameless, t)
		case b.roles.RowIsCustomer(t):
			b.parts.customers = append(b.parts.customers, t)
		case b.holdsEvents(t):
			b.parts.events = append(b.parts.events, t)
		case b.holdsOrders(t):
			orders = append(orders, t)
		case b.holdsAnswers(t):
			b.parts.answers = append(b.parts.answers, t)
		default:
			b.parts.customers = append(b.parts.customers, t)
		}
		if err := b.ctx.Err(); err != nil {
			return err
		}
	}
	b.chooseOrders(orders, nameless)
	if len(b.parts.named()) == 0 {
		return noCustomerID(b.data)
	}
	nameless = b.joinLines(nameless)
	nameless = b.joinLookups(nameless)
	b.bridge()
	b.checkReturns()
	for _, t := range nameless {
		if b.parts.orders < 0 {
			b.leaveOut(t, P("the table has no customer id"))
		} else {
			b.leaveOut(t, P("the table has no customer id, and no column of unique values that the orders have under the same header"))
		}
	}
	slices.SortStableFunc(b.parts.unused, func(x, y unusedTable) int { return x.table - y.table })
	b.c.parts = b.parts
	return nil
}

func (b *customerBuilder) leaveOut(table int, reason Phrase) {
	b.parts.unused = append(b.parts.unused, unusedTable{table, reason})
}

// has reports whether a column of the table has one of the roles.
func (b *customerBuilder) has(t int, roles ...Role) bool {
	return slices.ContainsFunc(roles, func(r Role) bool { return b.roles.Column(t, r) >= 0 })
}

// hasGroup reports whether a column of the table has a role of the group.
func (b *customerBuilder) hasGroup(t int, group RoleGroup) bool {
	for _, info := range Roles() {
		if info.Group == group && b.has(t, info.ID) {
			return true
		}
	}
	return false
}

// holdsOrders reports whether a table's rows are orders or parts of orders: it
// has an order date, or its ids repeat and it has money or order ids.
func (b *customerBuilder) holdsOrders(t int) bool {
	return b.has(t, OrderDate) || b.has(t, OrderID, Amount, UnitPrice) && b.repeats(t, CustomerID) > 0
}

// holdsEvents reports whether a table's rows are things that customers did: ids
// repeat, and it says of which type and has no orders or money, or it counts or
// dates them. Of a table without types a tenth of the rows must repeat an id: a
// few that occur twice are slips in a table of customers.
func (b *customerBuilder) holdsEvents(t int) bool {
	const least = 0.1
	switch {
	case b.has(t, OrderID, Amount):
		return false
	case b.has(t, EventType):
		return b.repeats(t, CustomerID) > 0
	}
	return !b.has(t, OrderDate, UnitPrice, Quantity) && b.hasGroup(t, "Activity") && !b.hasGroup(t, "Survey") && b.repeats(t, CustomerID) >= least
}

// holdsAnswers reports whether a table's rows are answers of which a customer
// gave several.
func (b *customerBuilder) holdsAnswers(t int) bool {
	return b.hasGroup(t, "Survey") && b.repeats(t, CustomerID) > 0
}

// repeats returns the share of rows whose id, the column of that role, stood in
// an earlier row.
func (b *customerBuilder) repeats(t int, role Role) float64 {
	codes, dict := keysOf(b.data.Tables[t].Column(b.roles.Column(t, role)))
	seen, gone := make([]bool, dict.Len()), b.dropped[t]
	rows, again := 0, 0
	for r, k := range codes {
		if k < 0 || gone != nil && gone[r] {
			continue
		}
		rows++
		if seen[k] {
			again++
		}
		seen[k] = true
	}
	return float64(again) / float64(max(rows, 1))
}
