package quality

import "custseg/model"

// duplicateOrders finds order ids that stand for orders of several customers or
// days.
func duplicateOrders(c *column) (hit, bool) {
	if c.role != model.OrderID {
		return hit{}, false
	}
	orders, n := codes(c.Column)
	several := make([]bool, n)
	if customers := c.with(model.CustomerID); customers != nil {
		whose, _ := codes(customers)
		markSeveral(several, orders, whose)
	}
	if dates, ok := c.with(model.OrderDate).(*model.Dates); ok {
		days := make([]int32, dates.Len())
		for i, s := range dates.All() {
			days[i] = -1
			if s != model.NoDate {
				days[i] = int32(model.DayOf(s)) + 1<<30 // no day of an order is below zero by then
			}
		}
		markSeveral(several, orders, days)
	}
	rows, count := rowsOfCodes(orders, several)
	return hit{level: model.Warning, count: count, rows: rows,
		text:        model.P("order ids that stand for several customers or days: %d, in %d rows", count, len(rows)),
		consequence: model.P("one id counts as one order, so the frequency of these customers is too low; if the ids begin again every year, take the order id out of play and days are counted")}, count > 0
}

// markSeveral marks the keys that occur with more than one value; values below
// zero are missing.
func markSeveral(several []bool, keys, values []int32) {
	first := make([]int32, len(several))
	for k := range first {
		first[k] = -1
	}
	for i, k := range keys {
		switch v := values[i]; {
		case k < 0 || v < 0:
		case first[k] < 0:
			first[k] = v
		case first[k] != v:
			several[k] = true
		}
	}
}

// rowsOfCodes returns the rows of marked codes, ascending, and how many codes
// are marked.
func rowsOfCodes(of []int32, marked []bool) (rows []int32, count int) {
	for _, m := range marked {
		if m {
			count++
		}
	}
	if count == 0 {
		return nil, 0
	}
	for i, k := range of {
		if k >= 0 && marked[k] {
			rows = append(rows, int32(i))
		}
	}
	return rows, count
}
