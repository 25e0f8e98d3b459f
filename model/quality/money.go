package quality

import (
	"math"

	"custseg/model"
)

// zeros makes the check for zeros in the column of a role.
func zeros(role model.Role) func(c *column) (hit, bool) {
	return func(c *column) (hit, bool) {
		if c.role != role || c.values() == nil {
			return hit{}, false
		}
		rows := c.rowsOf(func(v float64) bool { return v == 0 })
		share := 100 * float64(len(rows)) / float64(max(1, c.count))
		h := hit{level: model.Info, count: len(rows), rows: rows}
		switch role {
		case model.Amount:
			h.text = model.P("amounts of zero: %d, %.1f%% of the rows", len(rows), share)
			h.consequence = model.P("each counts as an order that brings no money: frequency rises and the average order falls")
		case model.Quantity:
			h.text = model.P("quantities of zero: %d, %.1f%% of the rows", len(rows), share)
			h.consequence = c.emptyLines()
		default:
			h.text = model.P("prices of zero: %d, %.1f%% of the rows", len(rows), share)
			h.consequence = c.emptyLines()
		}
		return h, len(rows) > 0
	}
}

// emptyLines says what a quantity or a price of zero does.
func (c *column) emptyLines() model.Phrase {
	if c.with(model.Amount) != nil {
		return model.P("the amount comes from a column of its own and stays; the row counts as an order")
	}
	return model.P("quantity times price is zero: the row counts as an order that brings no money")
}

// returnsOnly finds returns of customers of whom no purchase is in the data.
func returnsOnly(c *column) (hit, bool) {
	values, ids := c.values(), c.with(model.CustomerID)
	money := c.role == model.Amount || c.role == model.Quantity && c.with(model.Amount) == nil
	if !money || values == nil || ids == nil {
		return hit{}, false
	}
	whose, n := codes(ids)
	bought := make([]bool, n)
	for i, v := range values {
		if whose[i] >= 0 && v >= 0 {
			bought[whose[i]] = true
		}
	}
	var rows []int32
	customers := map[int32]bool{}
	for i, v := range values {
		if k := whose[i]; k >= 0 && v < 0 && !math.IsInf(v, 0) && !bought[k] {
			rows = append(rows, int32(i))
			customers[k] = true
		}
	}
	return hit{level: model.Info, count: len(rows), rows: rows,
		text:        model.P("returns by customers of whom there is no purchase: %d, of %d customers", len(rows), len(customers)),
		consequence: model.P("the money of these customers is below zero and they have no order: they are last in every ranking, and a logarithm leaves them out")}, len(rows) > 0
}
