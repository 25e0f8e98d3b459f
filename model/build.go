package model

import (
	"cmp"
	"math"
	"slices"
)

// customerBuilder carries the stages of [BuildCustomers], run in the order of
// its steps.
type customerBuilder struct {
	data  *Dataset
	roles RoleMap
	scope Scope
	parts parts
	c     *Customers

	idCodes map[int][]int32  // by table: each row's id as a code of idWords, -1 missing
	idWords map[int][]string // by table: the ids
	kept    map[int][]bool   // by table: ids that become customers
	place   map[int][]int32  // by table: the customer of each id code, -1 for none

	line  []lineFate // of each row of the order table
	money []float64  // of each row of the order table, nil without money
	time  []int64    // of each row of the order table, nil without dates
	back  []bool     // of each row: a return
	rowOf map[int][]int32
}

// lineFate says whether a row of orders is used, and if not why.
type lineFate uint8

const (
	lineUsed lineFate = iota
	lineNoID
	lineNoDate
	lineNoAmount
	lineInfinite
	lineLater
	lineEarlier
	lineFates
)

func (f lineFate) reason() Phrase {
	switch f {
	case lineNoID:
		return P("no customer id")
	case lineNoDate:
		return P("no order date")
	case lineNoAmount:
		return P("no amount")
	case lineInfinite:
		return P("the amount is not finite")
	case lineLater:
		return P("after the as-of date")
	}
	return P("before the analysis window")
}

// keys codes the ids of every table that is used.
func (b *customerBuilder) keys() error {
	b.idCodes, b.idWords, b.kept = map[int][]int32{}, map[int][]string{}, map[int][]bool{}
	for _, t := range b.usedTables() {
		if b.roles.RowIsCustomer(t) {
			rows := b.data.Tables[t].Rows()
			codes, words := make([]int32, rows), make([]string, rows)
			for i := range codes {
				codes[i], words[i] = int32(i), FormatNumber(float64(i+1))
			}
			b.idCodes[t], b.idWords[t] = codes, words
		} else {
			b.idCodes[t], b.idWords[t] = keysOf(b.data.Tables[t].Column(b.roles.Column(t, CustomerID)))
		}
		b.kept[t] = make([]bool, len(b.idWords[t]))
	}
	for _, t := range b.parts.customers {
		for _, k := range b.idCodes[t] {
			if k >= 0 {
				b.kept[t][k] = true
			}
		}
	}
	return nil
}

func (b *customerBuilder) usedTables() []int {
	if b.parts.orders < 0 {
		return b.parts.customers
	}
	return append([]int{b.parts.orders}, b.parts.customers...)
}

// selectLines decides which rows of orders are in scope.
func (b *customerBuilder) selectLines() error {
	b.c.AsOf = b.scope.AsOf
	t := b.parts.orders
	if t < 0 {
		return nil
	}
	table := b.data.Tables[t]
	b.time = b.dates(table, b.roles.Column(t, OrderDate))
	b.readMoney(table, t)
	b.line = make([]lineFate, table.Rows())
	ids := b.idCodes[t]
	last := NoDate
	for i := range b.line {
		switch {
		case ids[i] < 0:
			b.line[i] = lineNoID
		case b.time != nil && b.time[i] == NoDate:
			b.line[i] = lineNoDate
		case b.money != nil && math.IsNaN(b.money[i]):
			b.line[i] = lineNoAmount
		case b.money != nil && math.IsInf(b.money[i], 0):
			b.line[i] = lineInfinite
		case b.time != nil:
			last = max(last, b.time[i])
		}
	}
	if b.time != nil && last != NoDate {
		if b.c.AsOf == NoDay {
			b.c.AsOf = DayOf(last) + 1
		}
		b.cutToScope()
	}
	b.keepCustomers(ids, b.kept[t])
	return nil
}

// cutToScope marks rows outside the as-of date and window.
func (b *customerBuilder) cutToScope() {
	for i := range b.line {
		if b.line[i] != lineUsed {
			continue
		}
		day := DayOf(b.time[i])
		switch {
		case day > b.c.AsOf:
			b.line[i] = lineLater
		case b.scope.Window > 0 && int(b.c.AsOf)-int(day) >= b.scope.Window:
			b.line[i] = lineEarlier
		default:
			if b.c.First == NoDay || day < b.c.First {
				b.c.First = day
			}
			b.c.Last = max(b.c.Last, day)
		}
	}
}

// keepCustomers decides whose ids become customers. One who first ordered
// before the window, or whose rows cannot be used, is a customer without orders;
// one who first ordered after the as-of date was not one yet, and is counted.
func (b *customerBuilder) keepCustomers(ids []int32, kept []bool) {
	later := make([]bool, len(kept))
	for i, k := range ids {
		switch {
		case k < 0:
		case b.afterScope(i):
			later[k] = true
		default:
			kept[k] = true
		}
	}
	n := 0
	for k := range later {
		if later[k] && !kept[k] {
			n++
		}
	}
	if n > 0 {
		b.c.notes = append(b.c.notes, P("%d customers first ordered after the as-of date and are not counted", n))
	}
}

// afterScope reports whether a row of orders, usable or not, lies after the
// as-of date.
func (b *customerBuilder) afterScope(row int) bool {
	return b.time != nil && b.time[row] != NoDate && DayOf(b.time[row]) > b.c.AsOf
}

func (b *customerBuilder) dates(t *Table, column int) []int64 {
	if column < 0 {
		return nil
	}
	if c, ok := t.Column(column).(*Dates); ok {
		return c.Seconds
	}
	return nil
}

func (b *customerBuilder) numbers(t *Table, column int) []float64 {
	if column < 0 {
		return nil
	}
	if c, ok := t.Column(column).(*Numbers); ok {
		return c.Values
	}
	return nil
}

// readMoney takes the amount of each row, or quantity times unit price, and
// marks returns: rows with money or quantity below zero.
func (b *customerBuilder) readMoney(table *Table, t int) {
	amount := b.numbers(table, b.roles.Column(t, Amount))
	quantity := b.numbers(table, b.roles.Column(t, Quantity))
	price := b.numbers(table, b.roles.Column(t, UnitPrice))
	if amount == nil && quantity != nil && price != nil {
		amount = make([]float64, len(quantity))
		for i := range amount {
			amount[i] = quantity[i] * price[i]
		}
	}
	b.money = amount
	b.back = make([]bool, table.Rows())
	for i := range b.back {
		b.back[i] = amount != nil && amount[i] < 0 || quantity != nil && quantity[i] < 0
	}
}

// number sorts the ids of all tables into one list and notes each id's place.
func (b *customerBuilder) number() error {
	b.place = map[int][]int32{}
	var ids []string
	for _, t := range b.usedTables() {
		for k, keep := range b.kept[t] {
			if keep {
				ids = append(ids, b.idWords[t][k])
			}
		}
	}
	slices.SortFunc(ids, compareIDs)
	ids = slices.Compact(ids)
	b.c.ids = ids
	for _, t := range b.usedTables() {
		place := make([]int32, len(b.idWords[t]))
		for k, w := range b.idWords[t] {
			at, ok := slices.BinarySearchFunc(ids, w, compareIDs)
			if !ok {
				at = -1
			}
			place[k] = int32(at)
		}
		b.place[t] = place
	}
	return nil
}

// group lays the used lines out by customer and time.
func (b *customerBuilder) group() error {
	t := b.parts.orders
	if t < 0 {
		return nil
	}
	ids, place := b.idCodes[t], b.place[t]
	first := make([]int32, len(b.c.ids)+1)
	for i, f := range b.line {
		if f == lineUsed {
			first[place[ids[i]]+1]++
		}
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1]
	}
	rows := make([]int32, first[len(first)-1])
	next := slices.Clone(first[:len(first)-1])
	for i, f := range b.line {
		if f == lineUsed {
			p := place[ids[i]]
			rows[next[p]] = int32(i)
			next[p]++
		}
	}
	for i := range b.c.ids {
		slices.SortFunc(rows[first[i]:first[i+1]], b.compareLines)
	}
	b.c.orders = b.newOrders(t, first, rows)
	return nil
}

// compareLines orders the lines of one customer by time, then by what a sum
// could notice, then by row.
func (b *customerBuilder) compareLines(x, y int32) int {
	if b.time != nil {
		if c := cmp.Compare(b.time[x], b.time[y]); c != 0 {
			return c
		}
	}
	if b.money != nil {
		if c := cmp.Compare(b.money[x], b.money[y]); c != 0 {
			return c
		}
	}
	return cmp.Compare(x, y)
}

// rowsAreLines reports whether a table without order ids says what was bought
// in each row, so that one order may take several.
func (b *customerBuilder) rowsAreLines(t int) bool {
	for _, role := range []Role{"product", "category", Quantity, UnitPrice} {
		if b.roles.Column(t, role) >= 0 {
			return true
		}
	}
	return false
}

func (b *customerBuilder) newOrders(t int, first, rows []int32) *Orders {
	o := &Orders{Table: b.data.Tables[t], Place: t, First: first, Row: rows,
		Time: make([]int64, len(rows)), Back: make([]bool, len(rows)), order: make([]int32, len(rows))}
	if b.money != nil {
		o.Money = make([]float64, len(rows))
	}
	var codes []int32
	switch column := b.roles.Column(t, OrderID); {
	case column >= 0:
		o.ids = o.Table.Column(column)
		var words []string
		codes, words = keysOf(o.ids)
		o.distinct = len(words)
		o.Counted = P("distinct values of %s", o.ids.Name())
	case b.time != nil && b.rowsAreLines(t):
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
		o.Time[i], o.Back[i], o.order[i] = NoDate, b.back[r], -1
		if b.time != nil {
			o.Time[i] = b.time[r]
		}
		if b.money != nil {
			o.Money[i] = b.money[r]
		}
		if codes != nil {
			o.order[i] = codes[r]
		}
	}
	return o
}
