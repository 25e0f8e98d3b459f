package model

import "custseg/model/narrow"

// readOrders codes the order ids. In a log with a row an order each id is that of its
// row, and no list of them is needed.
func (l *orderLines) readOrders() {
	if c, ok := l.ids.(*Texts); ok && c.Narrow().Size() == 0 && !c.Dict.AnySpelling(untrimmed) {
		l.words, l.single = c.Dict, true
		return
	}
	l.order, l.words = keysOf(l.ids)
	for row, number := range l.order {
		if int(number) != row {
			return
		}
	}
	l.order, l.single = nil, true
}

// orderOf is the order id of a row as a code, -1 missing.
func (l *orderLines) orderOf(row int) int32 {
	if l.single {
		return int32(row)
	}
	return l.order[row]
}

// orders lists the order ids of all rows as codes, -1 missing; nil without ids.
func (l *orderLines) orders() []int32 {
	if !l.single {
		return l.order
	}
	own := narrow.OwnNumbers(len(l.fate))
	return own.List()
}
