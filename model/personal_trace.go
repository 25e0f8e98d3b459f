package model

import (
	"math"
	"strconv"
)

// TellsApart reports whether a column tells (nearly) every customer apart and is
// no measure, as numbers of policies, cookies and row numbers are: beside hidden
// ids each row can be traced by it. In a table of orders values are counted by
// customer. Columns that name persons are not told from others here, see
// [Dataset.Personal].
func (d *Dataset) TellsApart(roles RoleMap, table, column int) bool {
	c := d.Tables[table].Column(column)
	role := d.personalRole(roles, table, column)
	switch {
	case role == CustomerID || role == OrderID || role == "product":
		return false
	case c.Kind() == Number && !isFree(role) || c.Kind() == Date:
		return false
	}
	distinct, present := countDistinct(c)
	customers := d.owners(roles, table).of(present)
	if distinct < manyOwn || distinct > customers || 10*distinct < 9*customers {
		return false
	}
	numbers, ok := c.(*Numbers)
	return !ok || areCodes(numbers, distinct)
}

// areCodes reports whether different numbers are codes and no quantities: whole,
// and nearly all of the same five digits or more, or running on with few gaps.
func areCodes(c *Numbers, distinct int) bool {
	const fewestDigits = 5
	low, high, n := math.Inf(1), math.Inf(-1), 0
	lengths := map[int]int{}
	for _, v := range c.Values() {
		switch {
		case math.IsNaN(v):
			continue
		case v < 0 || v != math.Trunc(v):
			return false
		}
		low, high = min(low, v), max(high, v)
		lengths[len(strconv.FormatFloat(v, 'f', 0, 64))]++
		n++
	}
	if high-low < 2*float64(distinct) {
		return true
	}
	for digits, times := range lengths {
		if digits >= fewestDigits && 10*times >= 8*n {
			return true
		}
	}
	return false
}
