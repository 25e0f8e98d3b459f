package model

import (
	"cmp"
	"slices"
)

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
	for i := range b.c.ids {
		if err := b.stopped(i); err != nil {
			return err
		}
		slices.SortFunc(rows[first[i]:first[i+1]], b.lines.compare)
	}
	b.c.orders = b.newOrders(t, first, rows)
	b.c.orders.Earlier = b.earlier(t)
	return nil
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

func (b *customerBuilder) newOrders(t int, first, rows []int32) *Orders {
	l := &b.lines
	o := &Orders{Table: b.data.Tables[t], Place: t, First: first, Row: rows,
		Time: make([]int64, len(rows)), Back: make([]bool, len(rows)), order: make([]int32, len(rows)),
		ids: l.ids, columns: map[Role]int{}}
	for _, bound := range b.roles.bindings {
		if _, taken := o.columns[bound.Role]; bound.Table == t && !taken {
			o.columns[bound.Role] = bound.Column
		}
	}
	if l.money != nil {
		o.Money = make([]float64, len(rows))
	}
	codes := l.order
	switch {
	case l.ids != nil:
		o.distinct = len(l.words)
		o.Counted = P("distinct values of %s", l.ids.Name())
	case l.time != nil && b.rowsAreLines(t):
		o.Counted = P("distinct days with a purchase: there is no order id and a row is one line of an order")
	default:
		o.Counted = P("rows: there is no order id and nothing that says a row is less than an order")
		codes = make([]int32, o.Table.Rows())
		for r := range codes {
			codes[r] = int32(r)
		}
		o.distinct = len(codes)
	}
	for i, r := range rows {
		o.Time[i], o.Back[i], o.order[i] = NoDate, l.back[r] != notBack, -1
		if l.time != nil {
			o.Time[i] = l.time[r]
		}
		if l.money != nil {
			o.Money[i] = l.money[r]
		}
		if codes != nil {
			o.order[i] = codes[r]
		}
	}
	return o
}
