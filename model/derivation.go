package model

import "slices"

// Derivation says how customers and their measures were made of tables, so that a
// query on the same tables can make them again.
type Derivation struct {
	IDs    []IDSource
	Orders *OrderColumns // nil when there are no orders
	// Tables are what customers were made of, with what was done to their values;
	// nil where there are obstacles.
	Tables []*Table
	// Obstacles say what was done that a query of these columns cannot repeat.
	Obstacles []Phrase
}

// IDSource is a table whose rows name customers.
type IDSource struct {
	Table int
	ID    string // the header of the customer's id
	Date  string // rows after the as-of date name nobody; empty: all rows do
	Only  bool   // a customer has one row
}

// OrderColumns are the columns of the table of orders, by their headers, empty for
// none, and how its rows were read.
type OrderColumns struct {
	Table                       int
	CustomerID, OrderID, Date   string
	Amount, Quantity, UnitPrice string // without an amount it is quantity times unit price
	Profit                      string
	Days                        bool          // rows without an order id are one order a day, else each is one
	Undone                      []ColumnWords // what such a sale brought in counts as nothing
	Unpaid                      ColumnWords   // such rows do not count
	CancelledDigits             []int         // an order id of the letter C and so many digits is a cancelled order
}

// ColumnWords are some of the words of a column.
type ColumnWords struct {
	Column string
	Of     []string
}

// Derivation returns how the customers were made.
func (c *Customers) Derivation() Derivation { return c.derivation }

// derive says how the customers were made.
func (b *customerBuilder) derive() error {
	var d Derivation
	for _, t := range b.parts.named() {
		d.IDs = append(d.IDs, b.idSource(t))
		if b.roles.RowIsCustomer(t) {
			d.Obstacles = append(d.Obstacles, P("table %s has no customer id: its rows are the customers", b.data.Tables[t].Name))
		}
		if gone := b.dropped[t]; slices.Contains(gone, true) {
			d.Obstacles = append(d.Obstacles, P("rows of table %s were left out by choice", b.data.Tables[t].Name))
		}
	}
	if t := b.parts.orders; t >= 0 {
		d.Orders = b.orderColumns(t)
		d.Obstacles = append(d.Obstacles, b.orderObstacles(t)...)
	}
	if b.unsigned {
		d.Obstacles = append(d.Obstacles, P("customers who signed up after the as-of date are left out"))
	}
	if len(d.Obstacles) == 0 {
		d.Tables = b.data.Tables
	}
	b.c.derivation = d
	return nil
}

// header is the header of a role's column, empty for none.
func (b *customerBuilder) header(t int, role Role) string {
	if column := b.roles.Column(t, role); column >= 0 {
		return b.data.Tables[t].Column(column).Name()
	}
	return ""
}

func (b *customerBuilder) idSource(t int) IDSource {
	out := IDSource{Table: t, ID: b.header(t, CustomerID)}
	bounded := b.c.AsOf != NoDay && !slices.Contains(b.parts.customers, t) && (b.scope.AsOf != NoDay || !slices.Contains(b.parts.answers, t))
	switch {
	case slices.Contains(b.parts.customers, t):
		out.Only = true
		seen := make([]bool, b.idWords[t].Len())
		for _, k := range b.idCodes[t] {
			if k >= 0 {
				out.Only = out.Only && !seen[k]
				seen[k] = true
			}
		}
	case bounded && (t == b.parts.orders || t == b.parts.header):
		out.Date = b.header(t, OrderDate)
	case bounded:
		if at := b.moments(t); at != nil {
			for _, c := range b.data.Tables[t].Columns() {
				if dates, ok := c.(*Dates); ok && dates == at {
					out.Date = c.Name()
				}
			}
		}
	}
	return out
}

func (b *customerBuilder) orderColumns(t int) *OrderColumns {
	l := &b.lines
	out := &OrderColumns{Table: t, CustomerID: b.header(t, CustomerID), OrderID: b.header(t, OrderID), Amount: b.header(t, Amount),
		Quantity: b.header(t, Quantity), UnitPrice: b.header(t, UnitPrice), Profit: b.header(t, "profit"), CancelledDigits: l.cancelled, Unpaid: l.unpaid}
	if l.time != nil {
		out.Date = b.header(t, OrderDate)
	}
	out.Days = l.ids == nil && l.time != nil && b.rowsAreLines(t)
	for _, m := range l.marks {
		w := ColumnWords{Column: m.column}
		for k, word := range m.words.All() {
			if m.undone[k] {
				w.Of = append(w.Of, word)
			}
		}
		slices.Sort(w.Of)
		if len(w.Of) > 0 {
			out.Undone = append(out.Undone, w)
		}
	}
	return out
}

// orderObstacles are what was done to orders beside reading their columns.
func (b *customerBuilder) orderObstacles(t int) []Phrase {
	var out []Phrase
	name := b.data.Tables[t].Name
	switch {
	case len(b.stack) > 0:
		out = append(out, P("the orders were put together from several tables"))
	case b.parts.header >= 0:
		out = append(out, P("the lines of table %s were joined to orders in another table", name))
	}
	for _, role := range []Role{CustomerID, OrderID, OrderDate, Amount, Quantity, UnitPrice, Status, Returned, "profit"} {
		if _, joined := b.joined[b.roles.Column(t, role)]; joined && len(b.stack) == 0 && b.parts.header < 0 {
			out = append(out, P("column %s was looked up in another table", b.header(t, role)))
		}
	}
	if len(b.parts.returns) > 0 {
		out = append(out, P("another table lists the orders that were returned"))
	}
	if b.bridged {
		out = append(out, P("the customers of the orders were looked up in another table"))
	}
	if b.lines.split {
		out = append(out, P("the total of an order stood on each of its lines and was split among them"))
	}
	return out
}
