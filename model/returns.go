package model

import (
	"cmp"
	"slices"

	"custseg/model/idorder"
)

// backCause says why a row of orders is a return, which is no purchase.
type backCause uint8

const (
	notBack       backCause = iota
	backNegative            // money or quantity is below zero
	backUnsigned            // the quantity is below zero, the money is not
	backCancelled           // the order id is one of a cancelled order
	backMarked              // a column says that the sale was undone
	backListed              // a table lists the order as returned
	backCauses
)

// mark is a column that says which sales were undone.
type mark struct {
	column string
	codes  []int32
	words  Dictionary
	undone []bool // by word
}

// readReturns finds the returns that are not told by a sign. A cancelled order
// is money given back; a sale that was undone is worth nothing, since the sale
// and its refund cancel out, while money below zero stays a refund.
func (b *customerBuilder) readReturns(t int) {
	b.cancelledOrders(t)
	if column := b.roles.Column(t, Returned); column >= 0 {
		b.markUndone(b.returnedMark(b.data.Tables[t].Column(column)))
	}
	if column := b.roles.Column(t, Status); column >= 0 {
		b.readStatus(b.data.Tables[t].Column(column))
	}
	for _, table := range b.parts.returns {
		b.readReturnsTable(table)
	}
}

// cancelledOrders finds cancelled orders by their ids: nearly all rows have an
// id of digits, and the others' is of as many digits behind the letter C, as
// C536379 is in the table where 536379 is an order.
func (b *customerBuilder) cancelledOrders(t int) {
	const nearlyAll = 0.9
	l := &b.lines
	cancelled, plain := cancelledIDs(l.words)
	if cancelled == nil {
		return
	}
	rows, digits := 0, 0
	for r := range l.fate {
		k := l.orderOf(r)
		if k < 0 || b.isDropped(t, r) {
			continue
		}
		rows++
		if plain[k] {
			digits++
		}
	}
	if float64(digits) < nearlyAll*float64(rows) {
		return
	}
	for r := range l.fate {
		k := l.orderOf(r)
		if k < 0 || !cancelled[k] {
			continue
		}
		if digits := len(l.words.At(int(k))) - 1; !slices.Contains(l.cancelled, digits) {
			l.cancelled = append(l.cancelled, digits)
		}
		if l.back[r] == notBack || l.back[r] == backNegative {
			l.back[r] = backCancelled // says more than the sign does
		}
		if l.money != nil && l.money.At(r) > 0 {
			l.setMoney(r, -l.money.At(r))
		}
	}
}

// cancelledIDs finds the order ids that are of digits alone, and those of a C
// before as many digits as one of them has; nil when there is none with a C.
func cancelledIDs(ids Dictionary) (cancelled, plain []bool) {
	behindC := func(id string) bool { return (id[0] == 'C' || id[0] == 'c') && idorder.AllDigits(id[1:]) }
	if !ids.AnySpelling(behindC) {
		return nil, nil
	}
	cancelled, plain = make([]bool, ids.Len()), make([]bool, ids.Len())
	lengths := map[int]bool{}
	for k, id := range ids.All() {
		if plain[k] = idorder.AllDigits(id); plain[k] {
			lengths[len(id)] = true
		}
	}
	for k, id := range ids.All() {
		cancelled[k] = behindC(id) && lengths[len(id)-1]
	}
	return cancelled, plain
}

// setBack makes a row a return, for the first cause that is found.
func (l *orderLines) setBack(row int, cause backCause) {
	if l.back[row] == notBack {
		l.back[row] = cause
	}
}

// undo makes a row no purchase and its sale worth nothing.
func (l *orderLines) undo(row int, cause backCause) {
	l.setBack(row, cause)
	if l.money != nil && l.money.At(row) > 0 {
		l.setMoney(row, 0)
	}
}

// returnedMark reads a column that says yes or no. Where it says neither and
// most rows are empty, any word is a mark.
func (b *customerBuilder) returnedMark(c Column) mark {
	m := newMark(c)
	empty, rows := 0, make([]int, m.words.Len())
	for _, k := range m.codes {
		if k < 0 {
			empty++
		} else {
			rows[k]++
		}
	}
	onlyMarks, unclear, strange := true, 0, ""
	for k, w := range m.words.All() {
		yes, known := saysReturned(w)
		m.undone[k] = yes && known
		onlyMarks = onlyMarks && !known
		if !known {
			unclear += rows[k]
			if strange == "" || w < strange {
				strange = w
			}
		}
	}
	switch {
	case onlyMarks && 2*empty >= len(m.codes):
		for k := range m.undone {
			m.undone[k] = true
		}
	case unclear > 0:
		b.note("%d rows say neither yes nor no in %s, such as %q: they count as not returned", unclear, m.column, strange)
	}
	return m
}

func newMark(c Column) mark {
	codes, words := keysOf(c)
	return mark{column: c.Name(), codes: codes, words: words, undone: make([]bool, words.Len())}
}

func (b *customerBuilder) markUndone(m mark) {
	for r, k := range m.codes {
		if k >= 0 && m.undone[k] {
			b.lines.undo(r, backMarked)
		}
	}
	b.lines.marks = append(b.lines.marks, m)
}

// readStatus marks sales that were undone, and leaves out orders that were
// never paid.
func (b *customerBuilder) readStatus(c Column) {
	m := newMark(c)
	unpaid := make([]bool, m.words.Len())
	for k, w := range m.words.All() {
		m.undone[k], unpaid[k] = saysUndone(w), saysUnpaid(w)
	}
	for r, k := range m.codes {
		if k >= 0 && unpaid[k] {
			b.lines.fate[r] = rowUnpaid
		}
	}
	b.lines.unpaid.Column = m.column
	for k, w := range m.words.All() {
		if unpaid[k] {
			b.lines.unpaid.Of = append(b.lines.unpaid.Of, w)
		}
	}
	slices.Sort(b.lines.unpaid.Of)
	b.markUndone(m)
}

// noteReturns counts the returns in scope by how they were recognised.
func (b *customerBuilder) noteReturns() {
	l := &b.lines
	var count [backCauses]int
	orders := map[backCause]map[int32]bool{backCancelled: {}, backListed: {}}
	marked := make([]map[int32]int, len(l.marks))
	all := 0
	for r, cause := range l.back {
		if cause == notBack || l.fate[r] != rowUsed {
			continue
		}
		all++
		count[cause]++
		switch cause {
		case backCancelled, backListed:
			orders[cause][l.orderOf(r)] = true
		case backMarked:
			for i, m := range l.marks {
				if k := m.codes[r]; k >= 0 && m.undone[k] {
					if marked[i] == nil {
						marked[i] = map[int32]int{}
					}
					marked[i][k]++
					break
				}
			}
		}
	}
	if all == 0 {
		return
	}
	b.note("%d rows are returns: their money is netted, a day of returns alone is no purchase", all)
	if n := count[backUnsigned]; n > 0 {
		b.note("%d returned rows have a quantity below zero and money above: it counts as given back", n)
	}
	if n := count[backCancelled]; n > 0 {
		b.note("%d returned rows are of %d cancelled orders, whose ids begin with C: their money counts as given back", n, len(orders[backCancelled]))
	}
	for i, m := range l.marks {
		if words := commonest(m.words, marked[i]); !words.Empty() {
			b.note("Returned by %s: %s; what such a sale brought in counts as nothing", m.column, words)
		}
	}
	if n := count[backListed]; n > 0 {
		b.note("%d returned rows are of %d orders that a table lists as returned: what such a sale brought in counts as nothing", n, len(orders[backListed]))
	}
}

// commonest lists the commonest words and how many rows say them; nothing for
// none.
func commonest(words Dictionary, rows map[int32]int) Phrase {
	const most = 5
	var counts []Count
	for k, n := range rows {
		counts = append(counts, Count{words.At(int(k)), n})
	}
	slices.SortFunc(counts, func(x, y Count) int { return cmp.Or(cmp.Compare(y.Rows, x.Rows), cmp.Compare(x.Value, y.Value)) })
	var out Phrase
	for i, w := range counts[:min(len(counts), most)] {
		if next := P("%s (%d rows)", w.Value, w.Rows); i == 0 {
			out = next
		} else {
			out = P("%s, %s", out, next)
		}
	}
	return out
}
