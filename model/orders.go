package model

import "slices"

// Orders holds the order lines in scope, grouped by customer and within a
// customer by time, so that sums never depend on the order of a file's rows.
type Orders struct {
	Table *Table // with the columns of orders and lookups that were joined to their lines
	Place int    // of the table in its dataset

	// Lines of customer i are First[i] to First[i+1].
	First []int32
	Row   []int32 // the table's row of each line

	// Earlier holds for each customer the day of their first purchase before the
	// window, NoDay for none; nil when all time counts.
	Earlier []Day

	// Counted says what one order is: a distinct order id, or else a distinct
	// day where rows are lines of orders, or else a row.
	Counted Phrase

	// By row of the table, so that lines are laid out without a copy of what is
	// known of them.
	time  *Dates      // nil in a table without dates
	money *Numbers    // nil in a table without money
	back  []backCause // why a row is a return; nil when none is
	order []int32     // the row's order id as a number, -1 missing; nil when there are no ids, or each is that of its row

	ids Column // the order ids, nil when there are none
	// rowIsOrder says that each row of the table is an order, numbered as the row.
	rowIsOrder bool
	columns    map[Role]int
}

// Time returns when a line was, in seconds; NoDate in a table without dates.
func (o *Orders) Time(line int) int64 {
	if o.time == nil {
		return NoDate
	}
	return o.time.At(int(o.Row[line]))
}

// HasMoney reports whether the table has money.
func (o *Orders) HasMoney() bool { return o.money != nil }

// Money returns what a line brought in, net, and 0 of a sale that was undone. The
// table must have money.
func (o *Orders) Money(line int) float64 { return o.money.At(int(o.Row[line])) }

// Back reports whether a line is a return or a sale that was undone: no purchase.
func (o *Orders) Back(line int) bool { return o.back != nil && o.back[o.Row[line]] != notBack }

// Dated reports whether any line has a date.
func (o *Orders) Dated() bool {
	return o.time != nil && slices.ContainsFunc(o.Row, func(row int32) bool { return o.time.At(int(row)) != NoDate })
}

// Column returns the column of the table with a role, be it the table's own or
// joined to it. Line i stands in its row Row[i].
func (o *Orders) Column(role Role) (Column, bool) {
	at, ok := o.columns[role]
	if !ok {
		return nil, false
	}
	return o.Table.Column(at), true
}

// Lines returns the range of lines of one customer.
func (o *Orders) Lines(customer int) (from, to int) {
	return int(o.First[customer]), int(o.First[customer+1])
}

// Order is one order of a customer, as shown in their history.
type Order struct {
	Time   int64 // of its first line
	ID     string
	Lines  int
	Money  float64
	Return bool // nothing but returns
}

// History returns the orders of one customer by time. Lines are one order when
// they share an order id, or a day where there is none and rows are lines.
func (o *Orders) History(customer int) []Order {
	var out []Order
	for _, lines := range o.HistoryLines(customer) {
		order := Order{Time: o.Time(int(lines[0])), ID: o.orderName(int(lines[0])), Return: true, Lines: len(lines)}
		for _, i := range lines {
			order.Return = order.Return && o.Back(int(i))
			if o.HasMoney() {
				order.Money += o.Money(int(i))
			}
		}
		out = append(out, order)
	}
	return out
}

// HistoryLines returns the lines of each order of [Orders.History], in the same
// order.
func (o *Orders) HistoryLines(customer int) [][]int32 {
	from, to := o.Lines(customer)
	var out [][]int32
	place := map[int64]int{}
	for i := from; i < to; i++ {
		key := o.orderKey(i)
		at, ok := place[key]
		if !ok {
			at = len(out)
			place[key] = at
			out = append(out, nil)
		}
		out[at] = append(out[at], int32(i))
	}
	return out
}

// orderKey is equal for lines of one order within a customer: order numbers
// below zero stand for days.
func (o *Orders) orderKey(line int) int64 {
	if n := o.number(line); n >= 0 {
		return int64(n)
	}
	return -1 - int64(DayOf(o.Time(line))) - 1<<33
}

// number is the number of the order of a line, -1 where a day is an order.
func (o *Orders) number(line int) int32 {
	switch row := o.Row[line]; {
	case o.rowIsOrder:
		return row
	case o.order != nil:
		return o.order[row]
	}
	return -1
}

func (o *Orders) orderName(line int) string {
	if o.ids == nil || o.number(line) < 0 {
		return ""
	}
	return o.ids.Text(int(o.Row[line]))
}
