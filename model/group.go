package model

import (
	"cmp"
	"slices"
)

// groupAndDescribe groups the orders, takes their measures and gathers the
// attributes.
func (b *customerBuilder) groupAndDescribe() error {
	t := b.parts.orders
	if t < 0 {
		return b.attributes(buckets{})
	}
	used, err := b.bucketsOf(t, b.lines.fate)
	if err != nil {
		return err
	}
	if err := b.group(t, used); err != nil {
		return err
	}
	all := used
	if slices.ContainsFunc(b.lines.fate, func(f rowFate) bool { return f != rowUsed }) {
		if all, err = b.bucketsOf(t, nil); err != nil {
			return err
		}
	}
	return b.attributes(all)
}

// group lays the used lines out by customer and time, and takes the measures of
// orders while it has them at hand.
func (b *customerBuilder) group(t int, used buckets) error {
	first := make([]int32, b.c.ids.Len()+1)
	err := used.each(b, func(k bucket) {
		lines := first[k.from+1 : k.to+1]
		for _, of := range k.of {
			lines[of]++
		}
	})
	if err != nil {
		return err
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	o := b.newOrders(t, first, make([]int32, first[len(first)-1]))
	o.Earlier = b.earlier(t)
	b.c.orders, b.measured = o, newOrderMeasures(b.c.ids.Len())
	return eachBucket(b, used, func() *gathered { return &gathered{} }, func(k bucket, g *gathered) {
		g.gather(&b.lines, k, o)
		for i := k.from; i < k.to; i++ {
			g.settle(&b.lines, o, i)
			b.measured.measure(o, i, b.c.AsOf, g)
		}
	})
}

// gathered is what is known of the lines of neighbouring customers, in the order
// of the lines.
type gathered struct {
	first int       // line of the first customer
	time  []int64   // nil without dates
	money []float64 // nil without money
	back  []bool    // whether each is a return, nil when none is

	// Room to work in.
	next, place []int32
	times       []int64
	amounts     []float64
	orders      []int32
}

// gather lays the lines of a bucket out by customer, as their rows stand in the
// table. What is known of them is read by row first: so the processor waits for many
// values at a time.
func (g *gathered) gather(l *orderLines, k bucket, o *Orders) {
	first, n := o.First[k.from], len(k.rows)
	g.first, g.next, g.place = int(first), append(g.next[:0], o.First[k.from:k.to]...), sized(g.place, n)
	for i, row := range k.rows {
		at := g.next[k.of[i]]
		g.next[k.of[i]]++
		o.Row[at], g.place[i] = row, at-first
	}
	if l.time != nil {
		g.times, g.time = sized(g.times, n), sized(g.time, n)
		l.time.Read(g.times, k.rows)
		put(g.time, g.times, g.place)
	}
	if l.money != nil {
		g.amounts, g.money = sized(g.amounts, n), sized(g.money, n)
		l.money.Read(g.amounts, k.rows)
		put(g.money, g.amounts, g.place)
	}
	if o.back != nil {
		g.back = sized(g.back, n)
		for i, row := range k.rows {
			g.back[g.place[i]] = o.back[row] != notBack
		}
	}
}

// sized returns a slice of a length, the one given where it has the room.
func sized[T any](s []T, n int) []T {
	if n > cap(s) || s == nil {
		return make([]T, n, n+n/8)
	}
	return s[:n]
}

// put puts each value in its place.
func put[T any](into, values []T, place []int32) {
	for i, at := range place {
		into[at] = values[i]
	}
}

// settle puts the lines of a customer in order if they are not: a table is mostly
// in order of time.
func (g *gathered) settle(l *orderLines, o *Orders, customer int) {
	from, to := o.Lines(customer)
	rows := o.Row[from:to]
	if g.sorted(from-g.first, to-g.first) {
		return
	}
	slices.SortFunc(rows, l.compare)
	for i, row := range rows {
		if g.time != nil {
			g.time[from-g.first+i] = l.time.At(int(row))
		}
		if g.money != nil {
			g.money[from-g.first+i] = l.money.At(int(row))
		}
		if g.back != nil {
			g.back[from-g.first+i] = o.back[row] != notBack
		}
	}
}

// sorted reports whether lines whose rows ascend are in the order of
// [orderLines.compare].
func (g *gathered) sorted(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if g.time != nil && g.time[i-1] != g.time[i] {
			if g.time[i-1] > g.time[i] {
				return false
			}
		} else if g.money != nil && g.money[i-1] > g.money[i] {
			return false
		}
	}
	return true
}

// earlier finds the first purchase of each customer before the window, nil
// without one.
func (b *customerBuilder) earlier(t int) []Day {
	if b.scope.Window == 0 || b.lines.time == nil {
		return nil
	}
	out := make([]Day, b.c.ids.Len())
	for i := range out {
		out[i] = NoDay
	}
	for r, f := range b.lines.fate {
		if f != rowEarlier || b.lines.back[r] != notBack {
			continue
		}
		day, at := DayOf(b.lines.time.At(r)), b.place[t][b.idCodes[t][r]]
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
		if c := cmp.Compare(l.time.At(int(x)), l.time.At(int(y))); c != 0 {
			return c
		}
	}
	if l.money != nil {
		if c := cmp.Compare(l.money.At(int(x)), l.money.At(int(y))); c != 0 {
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
		o.rowIsOrder = l.single
	case l.time != nil && b.rowsAreLines(t):
		o.Counted = P("distinct days with a purchase: there is no order id and a row is one line of an order")
	default:
		o.Counted = P("rows: there is no order id and nothing that says a row is less than an order")
		o.rowIsOrder = true
	}
	return o
}
