package quality

import (
	"math"
	"slices"

	"custseg/model"
)

// view is a table as checks see it: without the rows that were dropped.
type view struct {
	data    *model.Dataset
	roles   model.RoleMap
	today   model.Day
	place   int
	columns []model.Column
	rows    []int32 // the data row of each row; nil when none is dropped
	count   int
}

// newView makes a view of a table.
func newView(d *model.Dataset, roles model.RoleMap, today model.Day, place int) *view {
	t := d.Tables[place]
	v := &view{data: d, roles: roles, today: today, place: place, columns: t.Columns(), count: t.Rows()}
	var dropped []int32
	for _, e := range d.Dropped {
		if e.Table == place {
			dropped = append(dropped, e.Rows...)
		}
	}
	if len(dropped) == 0 {
		return v
	}
	gone := make([]bool, t.Rows())
	for _, r := range dropped {
		gone[r] = true
	}
	v.rows = make([]int32, 0, len(gone))
	for r, out := range gone {
		if !out {
			v.rows = append(v.rows, int32(r))
		}
	}
	v.count = len(v.rows)
	v.columns = slices.Clone(v.columns)
	for i, c := range v.columns {
		v.columns[i] = c.Pick(v.rows)
	}
	return v
}

// row returns the data row of a row of the view.
func (v *view) row(i int32) int32 {
	if v.rows == nil {
		return i
	}
	return v.rows[i]
}

// dataRows returns the data rows of rows of the view.
func (v *view) dataRows(rows []int32) []int32 {
	if v.rows == nil {
		return rows
	}
	out := make([]int32, len(rows))
	for i, r := range rows {
		out[i] = v.rows[r]
	}
	return out
}

// with returns the table's column of a role, nil when there is none.
func (v *view) with(role model.Role) model.Column {
	if c := v.roles.Column(v.place, role); c >= 0 {
		return v.columns[c]
	}
	return nil
}

// role returns the role of a column, empty for none.
func (v *view) role(column int) model.Role {
	if b, ok := v.roles.Of(v.place, column); ok {
		return b.Role
	}
	return ""
}

// column is one column of a view; place -1 stands for whole rows. What several
// checks need is worked out once.
type column struct {
	*view
	model.Column
	place  int
	role   model.Role
	header header

	sum    *model.Summary
	finite []float64 // ascending
	times  moments   // ascending
}

func (v *view) column(place int) *column {
	c := &column{view: v, place: place}
	if place >= 0 {
		c.Column, c.role = v.columns[place], v.role(place)
		c.header = newHeader(c.Name())
	}
	return c
}

func (c *column) summary() model.Summary {
	if c.sum == nil {
		s := model.Summarize(c.Column)
		c.sum = &s
	}
	return *c.sum
}

// values returns the values of a column of numbers, nil of another.
func (c *column) values() []float64 {
	if n, ok := c.Column.(*model.Numbers); ok {
		return n.Values()
	}
	return nil
}

// sorted returns the finite values of a column of numbers, ascending.
func (c *column) sorted() []float64 {
	if c.finite == nil && c.values() != nil {
		c.finite = slices.DeleteFunc(slices.Clone(c.values()), func(v float64) bool { return math.IsNaN(v) || math.IsInf(v, 0) })
		slices.Sort(c.finite)
	}
	return c.finite
}

// dates returns a column of dates, nil for another.
func (c *column) dates() *model.Dates {
	d, _ := c.Column.(*model.Dates)
	return d
}

// moments returns the moments of a column of dates that are there, ascending.
func (c *column) moments() moments {
	if d := c.dates(); d != nil && c.times == (moments{}) {
		c.times = momentsOf(d)
	}
	return c.times
}

// texts returns a column of text, nil for another.
func (c *column) texts() *model.Texts {
	t, _ := c.Column.(*model.Texts)
	return t
}

// rowsOf returns the rows whose number is of a kind.
func (c *column) rowsOf(is func(v float64) bool) []int32 {
	var out []int32
	for i, v := range c.values() {
		if is(v) {
			out = append(out, int32(i))
		}
	}
	return out
}

// rowsWith returns the rows whose moment is of a kind.
func (c *column) rowsWith(is func(seconds int64) bool) []int32 {
	var out []int32
	if c.dates() == nil {
		return nil
	}
	for i, s := range c.dates().All() {
		if s != model.NoDate && is(s) {
			out = append(out, int32(i))
		}
	}
	return out
}

// rowsSaying returns the rows whose word is of a kind.
func (c *column) rowsSaying(is func(word string) bool) []int32 {
	t := c.texts()
	if t == nil {
		return nil
	}
	marked := make([]bool, t.Dict.Len())
	for k, w := range t.Dict.All() {
		marked[k] = is(w)
	}
	var out []int32
	for i, k := range t.Narrow().All() {
		if k >= 0 && marked[k] {
			out = append(out, int32(i))
		}
	}
	return out
}

// codes tells the values of a column apart: equal values have equal codes below
// n, -1 is missing.
func codes(c model.Column) (of []int32, n int) {
	switch c := c.(type) {
	case *model.Texts:
		return c.Codes(), c.Dict.Len()
	case *model.Numbers:
		return coded(c.Values(), func(v float64) bool { return math.IsNaN(v) })
	case *model.Dates:
		return coded(c.Seconds(), func(s int64) bool { return s == model.NoDate })
	}
	return nil, 0
}

func coded[T comparable](values []T, missing func(T) bool) (of []int32, n int) {
	of = make([]int32, len(values))
	seen := map[T]int32{}
	for i, v := range values {
		if missing(v) {
			of[i] = -1
			continue
		}
		k, ok := seen[v]
		if !ok {
			k = int32(len(seen))
			seen[v] = k
		}
		of[i] = k
	}
	return of, len(seen)
}
