package load

import (
	"math"

	"custseg/model"
)

// profile is what a column's values say about what it can mean.
type profile struct {
	column model.Column
	held   int // rows with a value
	low    float64
	high   float64          // of numbers, or of dates in days since 1970
	whole  bool             // all numbers are whole
	words  model.Dictionary // the different values of a text column
}

// unique reports whether no value occurs twice.
func (p profile) unique() bool {
	c, ok := p.column.(*model.Numbers)
	if !ok {
		return p.words.Len() == p.held
	}
	seen := make(map[float64]bool, 64)
	for _, v := range c.All() {
		if seen[v] {
			return false
		}
		seen[v] = !math.IsNaN(v)
	}
	return true
}

// profileOf looks at a column.
func profileOf(c model.Column) profile {
	p := profile{column: c, low: math.Inf(1), high: math.Inf(-1), whole: true}
	switch c := c.(type) {
	case *model.Numbers:
		p.held = c.Held()
		for _, v := range c.Different() {
			if math.IsNaN(v) {
				continue
			}
			p.low, p.high = min(p.low, v), max(p.high, v)
			p.whole = p.whole && v == math.Trunc(v)
		}
	case *model.Dates:
		reach := c.Extent()
		if p.held = reach.Held; p.held > 0 {
			p.low, p.high = float64(model.DayOf(reach.First)), float64(model.DayOf(reach.Last))
		}
	case *model.Texts:
		p.held, p.words = c.Narrow().Held(), c.Dict
	}
	return p
}

// within reports whether all numbers lie in a range.
func (p profile) within(low, high float64) bool {
	return p.held == 0 || p.low >= low && p.high <= high
}

// shareOf returns the share of the different words that fit.
func (p profile) shareOf(fits func(word string) bool) float64 {
	if p.words.Len() == 0 {
		return 0
	}
	n := 0
	for w := range p.words.Each() {
		if fits(w) {
			n++
		}
	}
	return float64(n) / float64(p.words.Len())
}

// fits reports whether a column's values can be of a role, and how well, from 0
// to 1. A text role takes numbers too, as labels, and a role of answers words
// that can be read as numbers.
func (p profile) fits(r model.RoleInfo) float64 {
	kind := p.column.Kind()
	switch {
	case kind == model.Text && r.Kind == model.Number && p.held > 0:
		if _, ok := model.ReadWords(p.column, r.InWords); ok {
			return 1
		}
		return 0
	case p.held == 0, r.Kind != kind && !(r.Kind == model.Text && kind == model.Number):
		return 0
	case r.Kind == model.Number:
		return p.fitsNumber(r.ID)
	case kind == model.Date:
		return p.fitsDate()
	case kind == model.Text:
		return p.fitsWords(r.ID)
	}
	return p.fitsLabels(r.ID)
}

// fitsNumber checks ranges that the roles' meanings set.
func (p profile) fitsNumber(role model.Role) float64 {
	if r, ok := rangeOf(role); ok {
		return r.fit(p)
	}
	fits := true
	switch role {
	case "age":
		fits = p.high >= 0 && p.low <= 120
	case "recency", "frequency", "tenure", "minutes", "income":
		fits = p.high >= 0
	}
	if fits {
		return 1
	}
	return 0
}

// The days between which dates are believed: 1900-01-01 to 2100-12-31.
const (
	earliestDay = -25567
	latestDay   = 47847
)

func (p profile) fitsDate() float64 {
	if p.within(earliestDay, latestDay) {
		return 1
	}
	return .7
}

// fitsLabels judges numbers in the place of words: ids are as good, codes of
// categories less so.
func (p profile) fitsLabels(role model.Role) float64 {
	switch role {
	case model.CustomerID, model.OrderID, "product", "postcode":
		return 1
	case model.CustomerName, model.Email, model.Address, "review", "country":
		return 0
	case "returned":
		if p.within(0, 1) && p.whole {
			return 1
		}
		return 0
	}
	return .6
}

func (p profile) fitsWords(role model.Role) float64 {
	switch role {
	case model.Email:
		if p.shareOf(isEmail) < .9 {
			return 0
		}
	case "gender":
		if p.words.Len() > 12 {
			return 0
		}
	}
	return 1
}

// saysGender reports whether the words are those for women and men.
func (p profile) saysGender() bool { return p.shareOf(isGender) >= .5 }

// isFlag reports whether a column holds two values, such as yes and no.
func (p profile) isFlag() bool {
	if p.column.Kind() == model.Number {
		return p.whole && p.low == 0 && p.high == 1
	}
	return p.words.Len() == 2
}

// scale returns the top of the scale, 5 or 7, that a column's whole numbers use
// from 1 to the top, and 0 for none.
func (p profile) scale() int {
	if p.column.Kind() == model.Number && p.whole && p.low == 1 && (p.high == 5 || p.high == 7) {
		return int(p.high)
	}
	return 0
}
