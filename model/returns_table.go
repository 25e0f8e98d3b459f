package model

import "strings"

// listsReturns reports whether a table lists returned orders of another table.
// One that names customers may be the orders themselves, when no other table has
// order ids.
func (b *customerBuilder) listsReturns(t int) bool {
	if !b.saysReturns(t) || b.roles.RowIsCustomer(t) {
		return false
	}
	if !b.has(t, CustomerID) {
		return true
	}
	for other := range b.data.Tables {
		if other != t && b.has(other, OrderID) && !b.saysReturns(other) {
			return true
		}
	}
	return false
}

// saysReturns reports whether a table has order ids, nothing of an order itself,
// and a column or a name that speaks of returns.
func (b *customerBuilder) saysReturns(t int) bool {
	if !b.has(t, OrderID) || b.has(t, OrderDate, Amount, UnitPrice, Quantity, Product) {
		return false
	}
	return b.has(t, Returned) || namesReturns(b.data.Tables[t].Name)
}

// namesReturns reports whether a table's name says that it lists returns.
func namesReturns(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"return", "refund", "退货", "退款"} {
		if strings.Contains(name, word) {
			return true
		}
	}
	return false
}

// checkReturns leaves tables of returns out where no order can be found in
// them: the orders must have order ids.
func (b *customerBuilder) checkReturns() {
	if b.parts.orders >= 0 && b.has(b.parts.orders, OrderID) {
		return
	}
	for _, t := range b.parts.returns {
		b.leaveOut(t, P("the table lists returned orders, but there is no table of orders with an order id"))
	}
	b.parts.returns = nil
}

// saidNo reports for each row of a table of returns whether its column says that
// the order was not returned; nil without such a column. Any other word, such as
// why it was, is that of a return.
func (b *customerBuilder) saidNo(t int) []bool {
	column := b.roles.Column(t, Returned)
	if column < 0 {
		return nil
	}
	m := newMark(b.data.Tables[t].Column(column))
	for k, w := range m.words.All() {
		yes, known := saysReturned(w)
		m.undone[k] = known && !yes
	}
	out := make([]bool, len(m.codes))
	for r, k := range m.codes {
		out[r] = k >= 0 && m.undone[k]
	}
	return out
}

// readReturnsTable marks the orders that a table lists as returned. Where the
// table has a column that says whether, a no is respected.
func (b *customerBuilder) readReturnsTable(t int) {
	l := &b.lines
	ids := b.data.Tables[t].Column(b.roles.Column(t, OrderID))
	listed := b.keySet(t, b.roles.Column(t, OrderID))
	codes, words := listed.codes, listed.words
	kept := b.saidNo(t)
	place := map[string]int32{}
	for k, w := range words.All() {
		place[w] = int32(k)
	}
	known, orderOf := make([]bool, words.Len()), make([]int32, l.words.Len())
	for k, w := range l.words.All() {
		orderOf[k] = -1
		if at, ok := place[w]; ok {
			known[at], orderOf[k] = true, at
		}
	}
	back := make([]bool, words.Len())
	var noID, strangers []int32
	for r, k := range codes {
		switch {
		case b.isDropped(t, r):
		case k < 0:
			noID = append(noID, int32(r))
		case !known[k]:
			strangers = append(strangers, int32(r))
		default:
			b.c.quality.RowsUsed++
			back[k] = back[k] || kept == nil || !kept[r]
		}
	}
	b.exclude(t, P("no order id"), noID)
	b.exclude(t, P("the returned order is not among the orders"), strangers)
	order := l.orders()
	for r, k := range order {
		if k >= 0 && orderOf[k] >= 0 && back[orderOf[k]] {
			l.undo(r, backListed)
		}
	}
	orders := keySet{order, l.words, b.dropped[b.parts.orders]}
	b.link(t, b.parts.orders, ids.Name(), listed, orders)
	b.noteSpelling(t, b.parts.orders, listed, orders)
}
