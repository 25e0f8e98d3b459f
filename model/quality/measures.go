package quality

import (
	"math"

	"custseg/model"
)

// negativeMeasures finds days and orders below zero in the columns of recency,
// tenure and frequency.
func negativeMeasures(c *column) (hit, bool) {
	switch model.Measure(c.role) {
	case model.Recency, model.Frequency, model.Tenure:
	default:
		return hit{}, false
	}
	rows := c.rowsOf(func(v float64) bool { return v < 0 })
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("values below zero: %d", len(rows)),
		consequence: model.P("days since a purchase and numbers of orders are 0 or more: methods that go by them leave these customers unclassified; correct the values, or blank them")}, len(rows) > 0
}

// unitlessTimes finds lengths of time that may be of months as well as of days.
func unitlessTimes(c *column) (hit, bool) {
	switch model.Measure(c.role) {
	case model.Recency, model.Tenure:
	default:
		return hit{}, false
	}
	if c.values() == nil || !model.UnitlessTime(c.Column) {
		return hit{}, false
	}
	rows := c.rowsOf(func(v float64) bool { return !math.IsNaN(v) })
	return hit{level: model.Info, count: len(rows), rows: rows,
		text:        model.P("whole numbers up to 120 whose header names no unit of time: %d", len(rows)),
		consequence: model.P("methods count them as days; if they are weeks, months or years, say so, and they become days")}, len(rows) > 0
}

// recencyOverTenure finds customers whose last purchase would be before their
// first.
func recencyOverTenure(c *column) (hit, bool) {
	if model.Measure(c.role) != model.Recency || c.values() == nil {
		return hit{}, false
	}
	tenure, ok := c.with(model.Role(model.Tenure)).(*model.Numbers)
	if !ok {
		return hit{}, false
	}
	var rows []int32
	both := 0
	for i, v := range c.values() {
		if v > tenure.At(i) {
			rows = append(rows, int32(i))
		}
		if !c.Missing(i) && !tenure.Missing(i) {
			both++
		}
	}
	h := hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("days since the last purchase that are more than those since the first, %s: %d", model.Raw(tenure.Name()), len(rows)),
		consequence: model.P("the last purchase would be before the first: methods that go by recency leave these customers unclassified; correct either column, or blank the values")}
	if 2*len(rows) > both {
		h.consequence = model.P("it is so for most customers: %s seems to be of something else, or in another unit; take its role away, or correct it", model.Raw(tenure.Name()))
	}
	return h, len(rows) > 0
}
