package quality

import (
	"math"
	"strings"

	"custseg/model"
)

// farOff is how many times the largest ordinary value a placeholder is at
// least.
const farOff = 1.5

// placeholders finds numbers that stand for no value: 666666 or 999 far above
// all ordinary values, -1 or -999 where nothing else is below zero.
func placeholders(c *column) (hit, bool) {
	sorted := c.sorted()
	if len(sorted) == 0 || !c.mayHoldPlaceholders() {
		return hit{}, false
	}
	low, high, ordinary := math.Inf(1), math.Inf(-1), 0
	for _, v := range sorted {
		if !looksMadeUp(v) {
			low, high = min(low, v), max(high, v)
			ordinary++
		}
	}
	if 2*ordinary <= len(sorted) {
		return hit{}, false
	}
	f, spread := fencesOf(sorted)
	madeUp := func(v float64) bool {
		if !looksMadeUp(v) {
			return false
		}
		if v < 0 {
			return low >= 0
		}
		return (!spread || v > f.OuterHigh) && v > farOff*high
	}
	rows := c.rowsOf(madeUp)
	if len(rows) == 0 {
		return hit{}, false
	}
	with, without := meanOf(sorted, func(float64) bool { return true }), meanOf(sorted, func(v float64) bool { return !madeUp(v) })
	value := number(c.values()[rows[0]])
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("values that stand for no value, such as %s, far from all others: %d", value, len(rows)),
		consequence: model.P("they are taken for numbers: the mean is %s with them and %s without, and whoever has one is put among the highest or lowest", number(with), number(without))}, true
}

// mayHoldPlaceholders reports whether the column's numbers can be compared with
// one another, and below zero is not what a return is.
func (c *column) mayHoldPlaceholders() bool {
	switch c.role {
	case model.Amount, model.Quantity, model.UnitPrice, "cost", "profit", "discount", "balance", "latitude", "longitude", "growth", "margin":
		return false
	}
	info, _ := model.LookupRole(c.role)
	return (c.role == "" || info.Kind == model.Number) && !c.header.namesCode() && !c.header.namesBirth() && !c.tellsApart()
}

// looksMadeUp reports whether a number is one that people and programs write
// for want of a value: a digit repeated, 9 twice and others three times or more,
// digits in a row, or such a number of ones or nines below zero.
func looksMadeUp(v float64) bool {
	if v != math.Trunc(v) || math.Abs(v) >= 1e15 {
		return false
	}
	digits := model.FormatNumber(math.Abs(v))
	same := strings.Count(digits, digits[:1]) == len(digits)
	if v < 0 {
		return same && (digits[0] == '9' || digits == "1")
	}
	inRow := len(digits) >= 5 && strings.HasPrefix("1234567890", digits)
	return inRow || same && digits[0] != '0' && (len(digits) >= 3 || len(digits) == 2 && digits[0] == '9')
}

// meanOf returns the mean of some values.
func meanOf(values []float64, some func(float64) bool) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if some(v) {
			sum += v
			n++
		}
	}
	return sum / float64(n)
}
