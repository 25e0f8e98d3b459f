package quality

import (
	"math"

	"custseg/model"
)

// duplicateRows finds rows that repeat an earlier one in every column. A column
// that only counts the rows does not tell them apart. Rows of few and short
// answers repeat without being wrong; what chance brings is no finding.
func duplicateRows(c *column) (hit, bool) {
	compared := c.comparable()
	rows := repeats(c.count, compared)
	if len(rows) == 0 {
		return hit{}, false
	}
	if c.expected(compared, len(rows)) {
		return c.repeatedPurchases(rows)
	}
	h := hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("rows that repeat an earlier row in every column: %d", len(rows)),
		consequence: model.P("each is counted again, as a row of its own")}
	if money, all := c.moneyOf(rows); all != 0 && money != 0 {
		h.consequence = model.P("each is counted again: money of %s, %.2f%% of the total, is in the sums twice", number(money), 100*money/all)
	}
	return h, true
}

// repeatedPurchases tells of equal rows that may be purchases made again: orders
// without an order id look alike when somebody buys the same twice a day.
func (c *column) repeatedPurchases(rows []int32) (hit, bool) {
	if c.with(model.OrderDate) == nil || c.with(model.CustomerID) == nil || c.with(model.OrderID) != nil {
		return hit{}, false
	}
	return hit{level: model.Info, count: len(rows), rows: rows,
		text:        model.P("rows that repeat an earlier row in every column: %d", len(rows)),
		consequence: model.P("without an order id they cannot be told from purchases made again: each is counted")}, true
}

// comparable returns the columns that tell rows apart.
func (v *view) comparable() []model.Column {
	var out []model.Column
	for i, c := range v.columns {
		if v.role(i) == "" && countsRows(c) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// countsRows reports whether a column holds consecutive whole numbers, each
// once.
func countsRows(c model.Column) bool {
	n, ok := c.(*model.Numbers)
	if !ok || n.Len() < 2 || len(n.Different()) < n.Len() {
		return false
	}
	values := n.Different()
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v != math.Trunc(v) || math.IsInf(v, 0) { // NaN is unlike itself
			return false
		}
		lo, hi = min(lo, v), max(hi, v)
	}
	if hi-lo != float64(len(values)-1) {
		return false
	}
	seen := make([]bool, len(values))
	for _, v := range values {
		if seen[int(v-lo)] {
			return false
		}
		seen[int(v-lo)] = true
	}
	return true
}

// repeats returns the rows that equal an earlier one in all columns, ascending.
// Rows are hashed column by column and equal hashes are compared in full, so
// memory is 8 bytes a row and an open table of 4 bytes a slot.
func repeats(count int, columns []model.Column) []int32 {
	if len(columns) == 0 {
		return nil
	}
	hashes := make([]uint64, count)
	for _, c := range columns {
		hashColumn(hashes, c)
	}
	size := 16
	for size < 2*count {
		size *= 2
	}
	slots := make([]int32, size) // a row, counted from 1
	var out []int32
	for i, h := range hashes {
		at := int(mix(h)) & (size - 1)
		for ; slots[at] != 0; at = (at + 1) & (size - 1) {
			if j := slots[at] - 1; hashes[j] == h && equalRows(columns, int(j), i) {
				break
			}
		}
		if slots[at] != 0 {
			out = append(out, int32(i))
		} else {
			slots[at] = int32(i + 1)
		}
	}
	return out
}

func hashColumn(hashes []uint64, c model.Column) {
	switch c := c.(type) {
	case *model.Texts:
		for i, k := range c.Narrow().All() {
			hashes[i] = mix(hashes[i] ^ uint64(uint32(k)))
		}
	case *model.Numbers:
		for i, v := range c.All() {
			hashes[i] = mix(hashes[i] ^ bits(v))
		}
	case *model.Dates:
		for i, s := range c.All() {
			hashes[i] = mix(hashes[i] ^ uint64(s))
		}
	}
}

// bits returns equal bits for equal numbers, all missing ones alike.
func bits(v float64) uint64 {
	if math.IsNaN(v) {
		return math.Float64bits(math.NaN())
	}
	return math.Float64bits(v + 0) // -0 + 0 is 0
}

// mix scatters the bits of a number. Source: the finaliser of SplitMix64,
// Steele, Lea & Flood 2014.
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

func equalRows(columns []model.Column, i, j int) bool {
	for _, c := range columns {
		switch c := c.(type) {
		case *model.Texts:
			if c.Code(i) != c.Code(j) {
				return false
			}
		case *model.Numbers:
			if bits(c.At(i)) != bits(c.At(j)) {
				return false
			}
		case *model.Dates:
			if c.At(i) != c.At(j) {
				return false
			}
		}
	}
	return true
}

// expected reports whether as many rows may well be equal by chance: when half
// of them would be were the columns independent, or when a table without ids
// and dates, such as a survey, repeats in more than a tenth of its rows.
func (v *view) expected(columns []model.Column, found int) bool {
	if v.anonymous() && 10*found > v.count {
		return true
	}
	pairs := float64(v.count) * float64(v.count-1) / 2
	for _, c := range columns {
		of, n := codes(c)
		counts := make([]int, n+1)
		for _, k := range of {
			counts[k+1]++
		}
		alike := 0.0
		for _, k := range counts {
			share := float64(k) / float64(v.count)
			alike += share * share
		}
		pairs *= alike
	}
	return 2*pairs >= float64(found)
}

// anonymous reports whether nothing in the table says whose a row is or of
// which day.
func (v *view) anonymous() bool {
	if v.with(model.CustomerID) != nil || v.with(model.OrderID) != nil {
		return false
	}
	for _, c := range v.columns {
		if c.Kind() == model.Date {
			return false
		}
	}
	return true
}

// moneyOf sums the amount of rows and of all rows, as quantity times unit price
// where there is no amount.
func (v *view) moneyOf(rows []int32) (some, all float64) {
	amount, ok := v.with(model.Amount).(*model.Numbers)
	quantity, counted := v.with(model.Quantity).(*model.Numbers)
	price, priced := v.with(model.UnitPrice).(*model.Numbers)
	value := func(i int) float64 {
		switch {
		case ok:
			return amount.At(i)
		case counted && priced:
			return quantity.At(i) * price.At(i)
		}
		return 0
	}
	finite := func(i int) float64 {
		if x := value(i); !math.IsNaN(x) && !math.IsInf(x, 0) {
			return x
		}
		return 0
	}
	for i := range v.count {
		all += finite(i)
	}
	for _, r := range rows {
		some += finite(int(r))
	}
	return some, all
}
