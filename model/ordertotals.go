package model

import (
	"math"
	"slices"
	"strings"
)

const (
	fewestTotals = 5    // orders of several lines that can show a total is repeated
	nearlyAll    = 0.95 // of them, those in which it is
)

// orderTotal is the amount of an order as its lines state it.
type orderTotal struct {
	lines    int
	value    float64 // of the first line
	repeated bool    // on every line
}

// splitTotals finds amounts that repeat the order's total on each of its lines,
// and splits them evenly among the lines, so that a total counts once. Where
// nothing but the repetition speaks for a total it only warns.
func (b *customerBuilder) splitTotals(t int) {
	l := &b.lines
	column := b.roles.Column(t, Amount)
	if _, joined := b.joined[column]; column < 0 || joined || l.order == nil || l.single || l.money == nil {
		return
	}
	if !b.severalLines(t) {
		return
	}
	orders, several, repeated := b.orderTotals(t)
	if several < fewestTotals || float64(repeated) < nearlyAll*float64(several) || differing(orders) < 3 || b.lineTotals(t, orders) {
		return
	}
	name := b.data.Tables[t].Column(column).Name()
	if !namesTotal(name) && !b.linesAddUp(t, column, orders) {
		b.warn("In %d of %d orders of several lines, every line has the same %s: if it is the total of the order, money is counted once for each line; "+
			"give the role of the amount to the money of a line", repeated, several, name)
		return
	}
	l.split = true
	for r, k := range l.order {
		if o := orders; k >= 0 && o[k].repeated && o[k].lines > 1 && l.counts(b, t, r) {
			l.setMoney(r, l.money.At(r)/float64(o[k].lines))
		}
	}
	b.warn("The %s is the total of an order, repeated on each of its lines in %d of %d orders of several lines: it is split evenly among them and counts once",
		name, repeated, several)
}

// severalLines reports whether enough orders have several lines to tell anything.
func (b *customerBuilder) severalLines(t int) bool {
	lines, several := make([]uint8, b.lines.words.Len()), 0
	for r, k := range b.lines.order {
		if k < 0 || lines[k] > 1 || !b.lines.counts(b, t, r) {
			continue
		}
		if lines[k]++; lines[k] == 2 {
			several++
		}
	}
	return several >= fewestTotals
}

// counts reports whether a row's money can be added up.
func (l *orderLines) counts(b *customerBuilder, t, row int) bool {
	return !b.isDropped(t, row) && finiteNumber(l.money.At(row))
}

// orderTotals gathers the amounts of each order id, and counts the orders of
// several lines and those of them whose lines all have one amount.
func (b *customerBuilder) orderTotals(t int) (orders []orderTotal, several, repeated int) {
	l := &b.lines
	orders = make([]orderTotal, l.words.Len())
	for r, k := range l.order {
		if k < 0 || !l.counts(b, t, r) {
			continue
		}
		o := &orders[k]
		if o.lines == 0 {
			o.value, o.repeated = l.money.At(r), true
		}
		o.lines++
		o.repeated = o.repeated && l.money.At(r) == o.value
	}
	for _, o := range orders {
		if o.lines > 1 {
			several++
			if o.repeated && o.value != 0 {
				repeated++
			}
		}
	}
	return orders, several, repeated
}

// differing counts different amounts, of orders of several lines.
func differing(orders []orderTotal) int {
	seen := map[float64]bool{}
	for _, o := range orders {
		if o.lines > 1 && o.repeated {
			seen[o.value] = true
		}
	}
	return len(seen)
}

// lineTotals reports whether the amounts are quantity times price, or a price
// for one piece: those of lines then.
func (b *customerBuilder) lineTotals(t int, orders []orderTotal) bool {
	quantity, price := b.numbers(t, Quantity), b.numbers(t, UnitPrice)
	if price == nil {
		return false
	}
	rows, same := 0, 0
	for r, k := range b.lines.order {
		if k < 0 || orders[k].lines < 2 || !b.lines.counts(b, t, r) {
			continue
		}
		rows++
		v := price.At(r)
		if quantity != nil {
			v *= quantity.At(r)
		}
		if nearly(v, b.lines.money.At(r)) {
			same++
		}
	}
	return float64(same) >= nearlyAll*float64(rows)
}

// linesAddUp reports whether another column of numbers, or quantity times unit
// price, adds up over the lines of an order to its total.
func (b *customerBuilder) linesAddUp(t, amount int, orders []orderTotal) bool {
	var candidates []*Numbers
	if quantity, price := b.numbers(t, Quantity), b.numbers(t, UnitPrice); quantity != nil && price != nil {
		candidates = append(candidates, product(quantity, price))
	}
	for i, c := range b.data.Tables[t].Columns() {
		if n, ok := c.(*Numbers); ok && i != amount {
			candidates = append(candidates, n)
		}
	}
	return slices.ContainsFunc(candidates, func(values *Numbers) bool {
		sums := make([]float64, len(orders))
		for r, k := range b.lines.order {
			if k >= 0 && b.lines.counts(b, t, r) {
				sums[k] += values.At(r)
			}
		}
		several, same := 0, 0
		for k, o := range orders {
			if o.lines > 1 && o.repeated {
				several++
				if nearly(sums[k], o.value) {
					same++
				}
			}
		}
		return float64(same) >= nearlyAll*float64(several)
	})
}

// nearly reports whether two amounts are equal but for rounding.
func nearly(x, y float64) bool { return math.Abs(x-y) <= 0.005+1e-6*math.Abs(y) }

// namesTotal reports whether a header speaks of the total of an order.
func namesTotal(name string) bool {
	name = strings.ToLower(name)
	says := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(name, w) })
	}
	return says("total", "合计", "总额", "总计", "总价", "订单金额", "gesamt", "totaal", "合計", "итого") && !says("line", "item", "unit", "小计", "行", "position")
}
