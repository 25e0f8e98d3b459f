package model

import (
	"cmp"
	"slices"

	"custseg/model/parallel"
)

// groupAndDescribe groups the orders and gathers the attributes, side by side.
func (b *customerBuilder) groupAndDescribe() error {
	var work parallel.Group
	var grouped error
	work.Go(func() { grouped = b.group() })
	described := b.attributes()
	if work.Wait(); grouped != nil {
		return grouped
	}
	return described
}

// group lays the used lines out by customer and time.
func (b *customerBuilder) group() error {
	t := b.parts.orders
	if t < 0 {
		return nil
	}
	ids, place, fates := b.idCodes[t], b.place[t], b.lines.fate
	first := make([]int32, len(b.c.ids)+1)
	for i, f := range fates {
		if f == rowUsed {
			first[place[ids[i]]+1]++
		}
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	rows := make([]int32, first[len(first)-1])
	next := slices.Clone(first[:len(first)-1])
	for i, f := range fates {
		if f == rowUsed {
			p := place[ids[i]]
			rows[next[p]] = int32(i)
			next[p]++
		}
	}
	b.c.orders = b.newOrders(t, first, rows)
	b.c.orders.Earlier = b.earlier(t)
	return b.layOut(b.c.orders)
}

// layOut sorts the lines of each customer, many customers side by side.
func (b *customerBuilder) layOut(o *Orders) error {
	const each = 1 << 13 // customers of a task
	n := len(b.c.ids)
	return parallel.Each(b.ctx, (n+each-1)/each, func() struct{} { return struct{}{} }, func(task int, _ struct{}) {
		for i := task * each; i < min((task+1)*each, n); i++ {
			rows := o.Row[o.First[i]:o.First[i+1]]
			if !slices.IsSortedFunc(rows, b.lines.compare) {
				slices.SortFunc(rows, b.lines.compare)
			}
		}
	}, nil)
}

// earlier finds the first purchase of each customer before the window, nil
// without one.
func (b *customerBuilder) earlier(t int) []Day {
	if b.scope.Window == 0 || b.lines.time == nil {
		return nil
	}
	out := make([]Day, len(b.c.ids))
	for i := range out {
		out[i] = NoDay
	}
	for r, f := range b.lines.fate {
		if f != rowEarlier || b.lines.back[r] != notBack {
			continue
		}
		day, at := DayOf(b.lines.time[r]), b.place[t][b.idCodes[t][r]]
		if out[at] == NoDay || day < out[at] {
			out[at] = day
		}
	}
	return out
}

// compare orders the lines of one customer by time, then by what a sum could
// notice, then by row.
func (l *orderLines) compare(x, y int32) int {
	if l.time != nil {
		if c := cmp.Compare(l.time[x], l.time[y]); c != 0 {
			return c
		}
	}
	if l.money != nil {
		if c := cmp.Compare(l.money[x], l.money[y]); c != 0 {
			return c
		}
	}
	return cmp.Compare(x, y)
}

// rowsAreLines reports whether a table without order ids says what was bought
// in each row, so that one order may take several.
func (b *customerBuilder) rowsAreLines(t int) bool {
	return b.has(t, Product, Category, Quantity, UnitPrice)
}

// numberRows reports whether order numbers are those of their rows, as in a log with
// a row an order: they need not be looked up then.
func numberRows(order []int32) bool {
	for row, number := range order {
		if int(number) != row {
			return false
		}
	}
	return true
}

// newOrders makes orders of the lines in some rows, and says what an order is.
func (b *customerBuilder) newOrders(t int, first, rows []int32) *Orders {
	l := &b.lines
	o := &Orders{Table: b.data.Tables[t], Place: t, First: first, Row: rows,
		time: l.time, money: l.money, order: l.order, ids: l.ids, columns: map[Role]int{}}
	if slices.ContainsFunc(l.back, func(cause backCause) bool { return cause != notBack }) {
		o.back = l.back
	}
	for _, bound := range b.roles.bindings {
		if _, taken := o.columns[bound.Role]; bound.Table == t && !taken {
			o.columns[bound.Role] = bound.Column
		}
	}
	switch {
	case l.ids != nil:
		o.Counted = P("distinct values of %s", l.ids.Name())
		if numberRows(l.order) {
			o.order, o.rowIsOrder = nil, true
		}
	case l.time != nil && b.rowsAreLines(t):
		o.Counted = P("distinct days with a purchase: there is no order id and a row is one line of an order")
	default:
		o.Counted = P("rows: there is no order id and nothing that says a row is less than an order")
		o.rowIsOrder = true
	}
	return o
}
