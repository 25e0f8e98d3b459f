package quality

import "custseg/model"

// unusedShare is the share of rows that cannot be used from which it is a
// warning.
const unusedShare = 0.01

// without makes the check for orders that lack what makes a row usable: whose
// they are, their day or their amount.
func without(role model.Role) func(c *column) (hit, bool) {
	return func(c *column) (hit, bool) {
		if c.role != role || !c.ofOrders() {
			return hit{}, false
		}
		var rows []int32
		for i := range c.count {
			if c.Missing(i) && (role != model.CustomerID || c.tellsMoney(i)) {
				rows = append(rows, int32(i))
			}
		}
		share := float64(len(rows)) / float64(max(1, c.count))
		h := hit{level: model.Info, count: len(rows), rows: rows, shown: []int32{}}
		if share >= unusedShare {
			h.level = model.Warning
		}
		switch role {
		case model.CustomerID:
			h.text = model.P("rows without a customer id: %d, %.1f%% of the rows", len(rows), 100*share)
			h.consequence = model.P("they belong to nobody and are not used: their money is in no segment")
		case model.OrderDate:
			h.text = model.P("rows without an order date: %d, %.1f%% of the rows", len(rows), 100*share)
			h.consequence = model.P("they cannot be placed in time and are not used: neither as orders nor in the sums")
		default:
			h.text = model.P("rows without an amount: %d, %.1f%% of the rows", len(rows), 100*share)
			h.consequence = model.P("they are not used: neither as orders nor in the sums")
		}
		return h, len(rows) > 0
	}
}

// ofOrders reports whether the table holds orders: a customer id with a date or
// an amount beside it.
func (v *view) ofOrders() bool {
	return v.with(model.CustomerID) != nil && (v.with(model.OrderDate) != nil || v.with(model.Amount) != nil)
}
