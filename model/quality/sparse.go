package quality

import "custseg/model"

// emptyShare is the share of missing values from which a column is nearly
// empty.
const emptyShare = 0.95

// constantColumn finds columns with one value in every row.
func constantColumn(c *column) (hit, bool) {
	s := c.summary()
	if s.Distinct != 1 || s.Missing > 0 || s.N < 2 {
		return hit{}, false
	}
	return hit{level: model.Info, count: s.N,
		text:        model.P("every row has the same value"),
		consequence: model.P("the column tells no customers apart; k-means leaves it out")}, true
}

// nearlyEmpty finds columns that are missing in more than 95 % of the rows.
func nearlyEmpty(c *column) (hit, bool) {
	s := c.summary()
	if float64(s.Missing) <= emptyShare*float64(c.count) {
		return hit{}, false
	}
	h := hit{level: model.Info, count: s.Missing, text: model.P("rows without a value: %d of %d", s.Missing, c.count)}
	if s.N == 0 {
		h.consequence = model.P("the column says nothing")
	} else {
		h.consequence = model.P("a method that needs the column can place %d rows at most; the others are unclassified", s.N)
	}
	return h, true
}
