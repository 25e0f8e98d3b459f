package model

import (
	"math"
	"slices"
	"strconv"

	"custseg/model/parallel"
)

// orderLines is what is known of each row of the order table.
type orderLines struct {
	datedRows
	money    *Numbers // nil without money
	ownMoney bool     // money is no longer a column that was read
	back     []backCause
	ids      Column     // the order ids, nil for none
	order    []int32    // each row's order id as a code of words, -1 missing; nil without ids and where each is that of its row
	words    Dictionary // the order ids
	single   bool       // each row is an order, numbered as the row
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
		l.readOrders()
	}
	l.fate = make([]rowFate, b.data.Tables[t].Rows())
	if err := b.readMoney(t); err != nil {
		return err
	}
	b.splitTotals(t)
	b.readReturns(t)
	used, err := b.judgeRows(t)
	if err != nil {
		return err
	}
	b.warnHuge(t)
	b.endAfter(used.Last)
	if err := b.cutToScope(l.datedRows, used); err != nil {
		return err
	}
	b.keepCustomers(t, l.datedRows)
	if h := b.parts.header; h >= 0 {
		b.keepCustomers(h, datedRows{time: b.dates(h, OrderDate)}) // an order without lines has a customer too
	}
	return nil
}

// judgeRows says which rows of orders cannot be used, and returns how far those reach
// that can.
func (b *customerBuilder) judgeRows(t int) (Extent, error) {
	l, ids, gone := &b.lines, b.idCodes[t], b.dropped[t]
	most := math.MaxFloat64 / float64(max(len(l.fate), 1)) // beyond that a sum may be no number
	parts := make([]Extent, parallel.Parts(len(l.fate)))
	err := parallel.Ranges(b.ctx, len(l.fate), func(part, from, to int) {
		used := noExtent
		for i := from; i < to; i++ {
			switch {
			case gone != nil && gone[i]:
				l.fate[i] = rowDropped
			case l.fate[i] != rowUsed: // an order not paid
			case l.orphan != nil && l.orphan[i]:
				l.fate[i] = rowNoOrder
			case ids[i] < 0:
				l.fate[i] = rowNoID
			case l.time != nil && l.time.At(i) == NoDate:
				l.fate[i] = rowNoDate
			default:
				if l.fate[i] = l.judgeMoney(i, most); l.fate[i] == rowUsed && l.time != nil {
					used = used.with(l.time.At(i))
				}
			}
		}
		parts[part] = used
	})
	return allOf(parts), err
}

// judgeMoney says whether the money of a row can be added up: none beyond an amount
// can.
func (l *orderLines) judgeMoney(row int, most float64) rowFate {
	if l.money == nil {
		return rowUsed
	}
	switch v := l.money.At(row); {
	case math.Abs(v) <= most:
		return rowUsed
	case math.IsNaN(v):
		return rowNoAmount
	case math.IsInf(v, 0):
		return rowInfinite
	}
	return rowHuge
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
		n, strconv.FormatFloat(b.lines.money.At(first), 'g', 3, 64), strconv.Itoa(row), file, name)
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

// endAfter makes the day after a moment the as-of date when nothing has set it.
func (b *customerBuilder) endAfter(last int64) {
	if b.c.AsOf == NoDay && last != NoDate {
		b.c.AsOf = DayOf(last).Next()
	}
}

// cutToScope marks rows outside the as-of date and window, of rows of which those that
// are used reach so far.
func (b *customerBuilder) cutToScope(rows datedRows, used Extent) error {
	if rows.time == nil || used.Held == 0 {
		return nil
	}
	begin, end := NoDate, b.endOfScope()
	if b.scope.Window > 0 {
		begin = end - min(int64(b.scope.Window), 1<<33)*secondsPerDay
	}
	if used.First < begin || used.Last >= end {
		parts := make([]Extent, parallel.Parts(len(rows.fate)))
		err := parallel.Ranges(b.ctx, len(rows.fate), func(part, from, to int) {
			in := noExtent
			for i := from; i < to; i++ {
				switch at := rows.time.At(i); {
				case rows.fate[i] != rowUsed:
				case at >= end:
					rows.fate[i] = rowLater
				case at < begin:
					rows.fate[i] = rowEarlier
				default:
					in = in.with(at)
				}
			}
			parts[part] = in
		})
		if err != nil {
			return err
		}
		used = allOf(parts)
	}
	if b.c.First == NoDay && used.Held > 0 {
		b.c.First, b.c.Last = DayOf(used.First), DayOf(used.Last)
	}
	return nil
}

// readMoney takes the amount of each row, or quantity times unit price, and
// marks returns: rows with money or quantity below zero. A quantity below zero
// makes money negative that is written without a sign.
func (b *customerBuilder) readMoney(t int) error {
	l := &b.lines
	quantity, price := b.numbers(t, Quantity), b.numbers(t, UnitPrice)
	l.money = b.numbers(t, Amount)
	if l.money == nil && quantity != nil && price != nil {
		l.money, l.ownMoney = product(quantity, price), true
	}
	if quantity != nil && !slices.ContainsFunc(quantity.Different(), func(v float64) bool { return v < 0 }) {
		quantity = nil
	}
	l.back = make([]backCause, len(l.fate))
	unsigned := make([][]int32, parallel.Parts(len(l.fate)))
	err := parallel.Ranges(b.ctx, len(l.fate), func(part, from, to int) {
		for i := from; i < to; i++ {
			switch {
			case quantity != nil && quantity.At(i) < 0:
				l.back[i] = backNegative
				if l.money != nil && l.money.At(i) > 0 {
					l.back[i] = backUnsigned
					unsigned[part] = append(unsigned[part], int32(i))
				}
			case l.money != nil && l.money.At(i) < 0:
				l.back[i] = backNegative
			}
		}
	})
	for _, row := range slices.Concat(unsigned...) {
		l.setMoney(int(row), -l.money.At(int(row)))
	}
	return err
}

// setMoney changes the money of a row and leaves the column that was read as it
// is.
func (l *orderLines) setMoney(row int, v float64) {
	if !l.ownMoney {
		l.money, l.ownMoney = NewNumbers(l.money.Name(), slices.Clone(l.money.Values())), true
	}
	l.money.Values()[row] = v
}
