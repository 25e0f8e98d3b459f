package load

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"custseg/model"
)

// isNameless reports whether no column of a table has a name that says anything:
// they are called by their positions, or Column1, V1, field_1, 列1.
func isNameless(t *model.Table) bool {
	for _, c := range t.Columns() {
		head := strings.TrimRightFunc(strings.ToLower(c.Name()), func(r rune) bool { return unicode.IsDigit(r) || r == '_' || r == ' ' })
		switch strings.Trim(head, "_ :") {
		case "", "column", "col", "field", "var", "v", "x", "c", "f", "unnamed", "列", "字段", "栏":
		default:
			return false
		}
		if head == strings.ToLower(c.Name()) {
			return false
		}
	}
	return len(t.Columns()) > 0
}

// guessNameless lists what the values of a table without names suggest. What
// tells of orders is taken only where the pattern is clear: one column of dates,
// ids that repeat, and money.
func guessNameless(t *model.Table) []candidate {
	profiles := make([]profile, len(t.Columns()))
	each(len(profiles), func(i int) { profiles[i] = profileOf(t.Column(i)) })
	var out []candidate
	for i, p := range profiles {
		out = append(out, shapes(p, i, true)...)
	}
	out = append(out, coordinates(profiles)...)
	return append(out, orderLog{profiles, out}.guess()...)
}

// tellNameless tells what the columns of a table without names were read as.
func (n namer) tellNameless(t *model.Table, guesses []model.Guess) []model.Finding {
	if !isNameless(t) {
		return nil
	}
	var out []model.Finding
	for _, g := range guesses {
		out = append(out, model.Finding{Level: model.Info, Table: g.Table, Column: g.Column,
			Text: model.P("the column has no name and was read as %s by its values; --map gives it another role", n.roles[g.Role].Label)})
	}
	return out
}

// orderLog is a table without names that may be a log of orders.
type orderLog struct {
	profiles []profile
	shaped   []candidate // columns with another meaning
}

// guess reads the table as a log of orders, or returns nil.
func (l orderLog) guess() []candidate {
	var dates, ids, counts, sums []int
	for i, p := range l.profiles {
		switch {
		case p.held == 0 || slices.ContainsFunc(l.shaped, func(c candidate) bool { return c.column == i }):
		case p.column.Kind() == model.Date:
			dates = append(dates, i)
		case p.isMoney():
			sums = append(sums, i)
		case p.isID():
			ids = append(ids, i)
		case p.isCount():
			counts = append(counts, i)
		}
	}
	if len(dates) != 1 || len(sums) == 0 {
		return nil
	}
	customer, order := l.keys(ids, dates[0])
	if customer < 0 {
		return nil
	}
	out := []candidate{
		l.candidate(customer, model.CustomerID, "the values look like customer ids: they repeat from row to row"),
		l.candidate(dates[0], model.OrderDate, "the values look like order dates: it is the only column of dates"),
	}
	if order >= 0 {
		out = append(out, l.candidate(order, model.OrderID, "the values look like order ids: each has one customer and one date"))
	}
	quantity := -1
	if len(counts) == 1 {
		quantity = counts[0]
		out = append(out, l.candidate(quantity, model.Quantity, "the values look like quantities: small whole numbers"))
	}
	return append(out, l.money(sums, quantity)...)
}

// keys tells a customer's id, the first that repeats, from an order's, each
// value of which has one customer and one date. Both are -1 where the ids are not
// clear.
func (l orderLog) keys(ids []int, date int) (customer, order int) {
	customer, order = -1, -1
	days := codesOf(l.profiles[date].column)
	for _, i := range ids {
		code := codesOf(l.profiles[i].column)
		if l.profiles[i].unique() {
			order = i
			continue
		}
		if customer < 0 {
			customer = i
			continue
		}
		first := codesOf(l.profiles[customer].column)
		perID, _ := many(code, first)
		perFirst, _ := many(first, code)
		switch onIDs, onFirst := severalDays(code, days), severalDays(first, days); {
		case perID == 0 && perFirst == 0: // two ids of the same customers
		case perID == 0 && !onIDs && onFirst:
			order = i
		case perFirst == 0 && !onFirst && onIDs:
			customer, order = i, customer
		default:
			return -1, -1
		}
	}
	if customer >= 0 && !severalDays(codesOf(l.profiles[customer].column), days) {
		return -1, -1
	}
	return customer, order
}

// severalDays reports whether any value stands beside more than one day.
func severalDays(c, days coding) bool {
	n, _ := many(c, days)
	return n > 0
}

// money tells the amount of a row from the price of a unit: beside a quantity,
// the first is the product of the others.
func (l orderLog) money(sums []int, quantity int) []candidate {
	if len(sums) == 1 {
		return []candidate{l.candidate(sums[0], model.Amount, "the values look like amounts: it is the only column of money")}
	}
	if len(sums) != 2 || quantity < 0 {
		return nil
	}
	for _, pair := range [][2]int{{sums[0], sums[1]}, {sums[1], sums[0]}} {
		if l.isProduct(pair[0], pair[1], quantity) {
			return []candidate{
				l.candidate(pair[0], model.Amount, "the values look like amounts: they are quantity times price"),
				l.candidate(pair[1], model.UnitPrice, "the values look like prices: times the quantity they are the amounts"),
			}
		}
	}
	return nil
}

// isProduct reports whether one column is nearly always the product of two
// others, to the cent.
func (l orderLog) isProduct(sum, price, quantity int) bool {
	s, p, q := l.numbers(sum), l.numbers(price), l.numbers(quantity)
	n, fits := 0, 0
	for i, v := range s {
		product := p[i] * q[i]
		if math.IsNaN(v) || math.IsNaN(product) {
			continue
		}
		n++
		if math.Abs(v-product) <= .011 {
			fits++
		}
	}
	return n > 0 && float64(fits) >= nearlyAll*float64(n)
}

func (l orderLog) numbers(column int) []float64 {
	return l.profiles[column].column.(*model.Numbers).Values()
}

func (l orderLog) candidate(column int, role model.Role, reason string) candidate {
	return candidate{column: column, role: role, usage: vague, confidence: valuesConfidence, reason: model.P(reason)}
}

// Bounds of what values without a name look like.
const (
	fewIDs       = 20  // different ids of a log are more than these
	mostQuantity = 100 // all but a few quantities are below
)

// isID reports whether a column without a name may hold ids of customers or
// orders: text or whole numbers of which there are many.
func (p profile) isID() bool {
	switch c := p.column.(type) {
	case *model.Texts:
		return p.words.Len() > fewIDs && p.shareOf(func(w string) bool { return !strings.ContainsAny(w, " \t") }) >= nearlyAll
	case *model.Numbers:
		return p.whole && p.low >= 0 && p.high > mostQuantity && codesOf(c).n > max(fewIDs, p.held/100)
	}
	return false
}

// isCount reports whether a column holds small whole numbers.
func (p profile) isCount() bool {
	c, ok := p.column.(*model.Numbers)
	if !ok || !p.whole {
		return false
	}
	small := 0
	for _, v := range c.All() {
		if math.Abs(v) <= mostQuantity {
			small++
		}
	}
	return float64(small) >= nearlyAll*float64(p.held)
}

// isMoney reports whether a column holds money: numbers of at most two decimals,
// some of them with decimals.
func (p profile) isMoney() bool {
	c, ok := p.column.(*model.Numbers)
	if !ok || p.whole {
		return false
	}
	for _, v := range c.Different() {
		if cents := v * 100; !math.IsNaN(v) && math.Abs(cents-math.Round(cents)) > 1e-6*max(1, math.Abs(cents)) {
			return false
		}
	}
	return true
}

// coordinates finds a latitude with its longitude behind it: two columns of
// numbers in their ranges, most with three decimals or more.
func coordinates(profiles []profile) []candidate {
	var at []int
	for i := 0; i+1 < len(profiles); i++ {
		if profiles[i].isFine() && profiles[i+1].isFine() && profiles[i].within(-90, 90) && profiles[i+1].within(-180, 180) {
			at = append(at, i)
		}
	}
	if len(at) != 1 {
		return nil
	}
	reason := model.P("the values look like a latitude and, in the next column, a longitude")
	return []candidate{
		{column: at[0], role: "latitude", usage: vague, confidence: valuesConfidence, reason: reason},
		{column: at[0] + 1, role: "longitude", usage: vague, confidence: valuesConfidence, reason: reason},
	}
}

// isFine reports whether nearly all numbers have more than two decimals and the
// column reaches beyond what shares do.
func (p profile) isFine() bool {
	c, ok := p.column.(*model.Numbers)
	if !ok || p.whole || math.Max(math.Abs(p.low), math.Abs(p.high)) <= 2 {
		return false
	}
	fine := 0
	for _, v := range c.All() {
		if cents := v * 100; math.Abs(cents-math.Round(cents)) > 1e-6*max(1, math.Abs(cents)) {
			fine++
		}
	}
	return float64(fine) >= nearlyAll*float64(p.held)
}
