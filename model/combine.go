package model

import (
	"cmp"
	"math"
	"slices"
)

// stackedPart is the rows that a table gave to the combined table of orders.
type stackedPart struct {
	table, first, rows int
}

// chooseOrders takes the table with most rows of those that hold orders and
// adds the rows of the others that hold orders of their own. The rest is left
// out. The order of the files does not matter.
func (b *customerBuilder) chooseOrders(candidates, nameless []int) {
	if len(candidates) == 0 {
		return
	}
	candidates = slices.Clone(candidates)
	slices.SortStableFunc(candidates, func(x, y int) int {
		s, t := b.data.Tables[x], b.data.Tables[y]
		return cmp.Or(cmp.Compare(t.Rows(), s.Rows()), cmp.Compare(s.Name, t.Name), cmp.Compare(s.File, t.File))
	})
	main := candidates[0]
	b.parts.orders = main
	added := []int{main}
	// Lines in a table of their own belong to the orders of one table.
	joinsLines := b.has(main, OrderID) && slices.ContainsFunc(nameless, b.holdsLines)
	for _, t := range candidates[1:] {
		switch {
		case joinsLines || !b.tellsOrders(main) || !b.tellsOrders(t):
			b.leaveOrdersOut(t, main, P("holds the orders, and these cannot be added to them"))
		case slices.ContainsFunc(added, func(o int) bool { return b.sameOrders(o, t) }):
			b.leaveOrdersOut(t, main, P("holds the same orders"))
		default:
			added = append(added, t)
		}
	}
	if len(added) > 1 {
		b.combine(added)
	}
}

// leaveOrdersOut leaves a table of orders out and warns of what is missing.
func (b *customerBuilder) leaveOrdersOut(t, main int, why Phrase) {
	table, o := b.data.Tables[t], b.data.Tables[main]
	b.leaveOut(t, P("table %s %s: to use this one open its file alone, or take the other out with --map %s",
		o.Name, why, "ignore="+o.Name+":"+o.Column(b.roles.Column(main, CustomerID)).Name()))
	if money := b.ordersMoney(t); money != nil {
		sum := 0.0
		for _, v := range money.All() {
			if finiteNumber(v) {
				sum += v
			}
		}
		b.warn("Table %s is not used, %d rows with money of %.2f: table %s %s", table.Name, table.Rows(), roundMoney(sum), o.Name, why)
		return
	}
	b.warn("Table %s is not used, %d rows: table %s %s", table.Name, table.Rows(), o.Name, why)
}

// tellsOrders reports whether each row of a table says whose it is, when it was
// and what it cost, so that rows of several such tables add up.
func (b *customerBuilder) tellsOrders(t int) bool {
	return b.dates(t, OrderDate) != nil && b.ordersMoney(t) != nil
}

// ordersMoney returns the amounts of a table, or else quantity times unit price;
// nil without either.
func (b *customerBuilder) ordersMoney(t int) *Numbers {
	if amounts := b.numbers(t, Amount); amounts != nil {
		return amounts
	}
	quantity, price := b.numbers(t, Quantity), b.numbers(t, UnitPrice)
	if quantity == nil || price == nil {
		return nil
	}
	return product(quantity, price)
}

// product is what some pieces cost of which each has a price.
func product(quantity, price *Numbers) *Numbers {
	out := make([]float64, price.Len())
	for row := range out {
		out[row] = quantity.At(row) * price.At(row)
	}
	return NewNumbers(string(Amount), out)
}

// sameOrders reports whether two tables tell of the same orders, such as orders
// and their payments: half of the order ids they share stand for one customer
// within a week, or half of the rows of the smaller one have the customer, the
// day and the money of a row of the other.
func (b *customerBuilder) sameOrders(x, y int) bool {
	const week = 7
	if b.has(x, OrderID) && b.has(y, OrderID) {
		first := b.firstByOrder(x)
		shared, same := 0, 0
		for id, theirs := range b.firstByOrder(y) {
			if ours, ok := first[id]; ok {
				shared++
				if apart := int(ours.day) - int(theirs.day); ours.who == theirs.who && -week <= apart && apart <= week {
					same++
				}
			}
		}
		if shared > 0 && 2*same >= shared {
			return true
		}
	}
	ours, theirs := b.purchases(x), b.purchases(y)
	return 2*shared(ours, theirs) >= min(len(ours), len(theirs))
}

// purchase is what a row of orders says: whose, when and how much.
type purchase struct {
	who   string
	day   Day
	cents float64
}

// purchases returns the purchases of a table that are told in full.
func (b *customerBuilder) purchases(t int) map[purchase]bool {
	ids, time, money := b.keySet(t, b.roles.Column(t, CustomerID)), b.dates(t, OrderDate), b.ordersMoney(t)
	out := map[purchase]bool{}
	for r, k := range ids.codes {
		if ids.has(r) && time.At(r) != NoDate && finiteNumber(money.At(r)) {
			out[purchase{ids.words.At(int(k)), DayOf(time.At(r)), math.Round(100 * money.At(r))}] = true
		}
	}
	return out
}

// firstByOrder returns the first row of each order id, without its money.
func (b *customerBuilder) firstByOrder(t int) map[string]purchase {
	orders, ids := b.keySet(t, b.roles.Column(t, OrderID)), b.keySet(t, b.roles.Column(t, CustomerID))
	time := b.dates(t, OrderDate)
	out := map[string]purchase{}
	for r, k := range orders.codes {
		if !orders.has(r) || ids.codes[r] < 0 || time.At(r) == NoDate {
			continue
		}
		p := purchase{who: ids.words.At(int(ids.codes[r])), day: DayOf(time.At(r))}
		if held, ok := out[orders.words.At(int(k))]; !ok || p.day < held.day || p.day == held.day && p.who < held.who {
			out[orders.words.At(int(k))] = p
		}
	}
	return out
}
