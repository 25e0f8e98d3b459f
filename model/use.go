package model

import "slices"

// Use is what a table of the dataset contributes to customers.
type Use uint8

// The uses of tables.
const (
	Unused        Use = iota
	UsedOrders        // a row is an order, or a line of one
	UsedHeaders       // a row is an order whose lines are in the table of orders
	UsedLookup        // it says more of a column of the orders
	UsedReturns       // it lists returned orders
	UsedCustomers     // a row is a customer
	UsedEvents        // a row is something that a customer did
	UsedAnswers       // a row is an answer, of which a customer gave several
)

// Use returns what a table contributes; for one that is not used, why.
func (c *Customers) Use(table int) (Use, Phrase) {
	return c.parts.use(table)
}

func (p parts) use(table int) (Use, Phrase) {
	for _, u := range p.unused {
		if u.table == table {
			return Unused, u.reason
		}
	}
	switch {
	case table == p.orders || slices.Contains(p.stacked, table):
		return UsedOrders, Phrase{}
	case table == p.header:
		return UsedHeaders, Phrase{}
	case slices.Contains(p.lookups, table):
		return UsedLookup, Phrase{}
	case slices.Contains(p.returns, table):
		return UsedReturns, Phrase{}
	case slices.Contains(p.customers, table):
		return UsedCustomers, Phrase{}
	case slices.Contains(p.events, table):
		return UsedEvents, Phrase{}
	case slices.Contains(p.answers, table):
		return UsedAnswers, Phrase{}
	}
	return Unused, P("nothing in it was asked for")
}
