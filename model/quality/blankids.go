package quality

import "custseg/model"

const (
	// groupShare is the share of rows without an id from which it seems to stand
	// in the first row of each group alone, as in a sheet with merged cells.
	groupShare = 0.3
	// fewestGroups show that ids begin groups.
	fewestGroups = 3
)

// blankIDs finds customer ids that stand only in the first row of a group of
// orders: the first row has one, many of the others none, and hardly an id
// stands twice. Orders of guests lack an id too, but among them customers come
// again.
func blankIDs(c *column) (hit, bool) {
	if c.role != model.CustomerID || c.with(model.OrderDate) == nil && c.with(model.Amount) == nil || c.count == 0 || c.Missing(0) {
		return hit{}, false
	}
	if t := c.texts(); t != nil && float64(c.count-t.Narrow().Held()) < groupShare*float64(c.count) {
		return hit{}, false
	}
	of, n := codes(c.Column)
	seen := make([]bool, n)
	var rows []int32
	groups, again := 0, 0 // rows with an id, those with an id of before
	for i, k := range of {
		if k >= 0 {
			groups++
		}
		switch {
		case k < 0 && c.tellsMoney(i):
			rows = append(rows, int32(i))
		case k >= 0 && seen[k]:
			again++
		case k >= 0:
			seen[k] = true
		}
	}
	if groups < fewestGroups || float64(len(rows)) < groupShare*float64(c.count) || 20*again > groups {
		return hit{}, false
	}
	return hit{level: model.Warning, count: len(rows), rows: rows, shown: []int32{rows[0] - 1},
		text:        model.P("rows without a customer id, %d: ids seem to stand only in the first row of each group", len(rows)),
		consequence: model.P("these rows belong to nobody and are not used; filled, each belongs to the customer of the row above")}, true
}

// tellsMoney reports whether a row has a date or an amount: a row without is no
// order.
func (v *view) tellsMoney(row int) bool {
	for _, role := range []model.Role{model.OrderDate, model.Amount} {
		if c := v.with(role); c != nil && !c.Missing(row) {
			return true
		}
	}
	return false
}

// filled returns the column with some rows holding what stands above them.
func filled(c model.Column, rows []int32) model.Column {
	from := make([]int32, c.Len())
	for i := range from {
		from[i] = int32(i)
	}
	for _, r := range rows { // ascending, so that a run of blank rows is filled through
		for above := r - 1; above >= 0; above-- {
			if at := from[above]; !c.Missing(int(at)) {
				from[r] = at
				break
			}
		}
	}
	return c.Pick(from)
}
