package model

import (
	"math"
	"slices"
	"strconv"
)

// orderLines is what is known of each row of the order table.
type orderLines struct {
	datedRows
	money    []float64 // nil without money
	ownMoney bool      // money is no longer the column's own slice
	back     []backCause
	ids      Column     // the order ids, nil for none
	order    []int32    // each row's order id as a code of words, -1 missing
	words    Dictionary // the order ids
	marks    []mark
	orphan   []bool // lines whose order the table of orders lacks, nil for none

	cancelled []int       // the digits of ids of cancelled orders behind their C, ascending
	unpaid    ColumnWords // of the column of states
	split     bool        // totals of orders were split among their lines
}

// selectLines decides which rows of orders are in scope.
func (b *customerBuilder) selectLines() error {
	b.c.AsOf = b.scope.AsOf
	t := b.parts.orders
	if t < 0 {
		return nil
	}
	l := &b.lines
	l.time = b.dates(t, OrderDate)
	if column := b.roles.Column(t, OrderID); column >= 0 {
		l.ids = b.data.Tables[t].Column(column)
		l.order, l.words = keysOf(l.ids)
	}
	l.fate = make([]rowFate, b.data.Tables[t].Rows())
	b.readMoney(t)
	b.splitTotals(t)
	b.readReturns(t)
	ids, gone := b.idCodes[t], b.dropped[t]
	last := NoDate
	for i := range l.fate {
		if err := b.stopped(i); err != nil {
			return err
		}
		switch {
		case gone != nil && gone[i]:
			l.fate[i] = rowDropped
		case l.fate[i] != rowUsed: // an order not paid
		case l.orphan != nil && l.orphan[i]:
			l.fate[i] = rowNoOrder
		case ids[i] < 0:
			l.fate[i] = rowNoID
		case l.time != nil && l.time[i] == NoDate:
			l.fate[i] = rowNoDate
		case l.money != nil && math.IsNaN(l.money[i]):
			l.fate[i] = rowNoAmount
		case l.money != nil && math.IsInf(l.money[i], 0):
			l.fate[i] = rowInfinite
		case l.money != nil && math.Abs(l.money[i]) > math.MaxFloat64/float64(len(l.money)):
			l.fate[i] = rowHuge
		case l.time != nil:
			last = max(last, l.time[i])
		}
	}
	b.warnHuge(t)
	b.cutToScope(l.datedRows, last)
	b.keepCustomers(t, l.datedRows)
	if h := b.parts.header; h >= 0 {
		b.keepCustomers(h, datedRows{time: b.dates(h, OrderDate)}) // an order without lines has a customer too
	}
	return nil
}

// warnHuge tells where amounts stand whose sum could be beyond any number.
func (b *customerBuilder) warnHuge(t int) {
	first, n := -1, 0
	for i, f := range b.lines.fate {
		if f != rowHuge {
			continue
		}
		if n++; first < 0 {
			first = i
		}
	}
	if n == 0 {
		return
	}
	name := string(Amount)
	if column := b.roles.Column(t, Amount); column >= 0 {
		name = b.data.Tables[t].Column(column).Name()
	}
	file, row := b.inFile(t, first)
	b.warn("Amounts too large to be added up were left out with their rows: %d; the first is %s in row %s of %s, column %s: correct them there",
		n, strconv.FormatFloat(b.lines.money[first], 'g', 3, 64), strconv.Itoa(row), file, name)
}

// inFile returns the file of a row of the orders, and the row there, counted from 1.
func (b *customerBuilder) inFile(t, row int) (file string, at int) {
	for _, p := range b.stack {
		if at := row - p.first; at >= 0 && at < p.rows {
			return b.data.Tables[p.table].Place(int32(at))
		}
	}
	return b.data.Tables[t].Place(int32(row))
}

// cutToScope marks rows outside the as-of date and window. The as-of date is
// the day after the last row when nothing has set it.
func (b *customerBuilder) cutToScope(rows datedRows, last int64) {
	if rows.time == nil || last == NoDate {
		return
	}
	if b.c.AsOf == NoDay {
		b.c.AsOf = DayOf(last) + 1
	}
	first, latest := NoDay, NoDay
	for i, f := range rows.fate {
		if f != rowUsed {
			continue
		}
		day := DayOf(rows.time[i])
		switch {
		case day > b.c.AsOf:
			rows.fate[i] = rowLater
		case b.scope.Window > 0 && int(b.c.AsOf)-int(day) >= b.scope.Window:
			rows.fate[i] = rowEarlier
		default:
			if first == NoDay || day < first {
				first = day
			}
			latest = max(latest, day)
		}
	}
	if b.c.First == NoDay {
		b.c.First, b.c.Last = first, latest
	}
}

// readMoney takes the amount of each row, or quantity times unit price, and
// marks returns: rows with money or quantity below zero. A quantity below zero
// makes money negative that is written without a sign.
func (b *customerBuilder) readMoney(t int) {
	l := &b.lines
	quantity, price := b.numbers(t, Quantity), b.numbers(t, UnitPrice)
	l.money = b.numbers(t, Amount)
	if l.money == nil && quantity != nil && price != nil {
		l.ownMoney = true
		l.money = make([]float64, len(quantity))
		for i := range l.money {
			l.money[i] = quantity[i] * price[i]
		}
	}
	l.back = make([]backCause, len(l.fate))
	for i := range l.back {
		switch {
		case quantity != nil && quantity[i] < 0:
			l.back[i] = backNegative
			if l.money != nil && l.money[i] > 0 {
				l.back[i] = backUnsigned
				l.setMoney(i, -l.money[i])
			}
		case l.money != nil && l.money[i] < 0:
			l.back[i] = backNegative
		}
	}
}

// setMoney changes the money of a row and leaves the column that was read as it
// is.
func (l *orderLines) setMoney(row int, v float64) {
	if !l.ownMoney {
		l.money, l.ownMoney = slices.Clone(l.money), true
	}
	l.money[row] = v
}
