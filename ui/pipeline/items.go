package pipeline

import (
	"math"
	"strconv"

	"custseg/model"
)

// Items are columns of one table that together look like the items of a survey,
// answers on one small scale, or like the cells of baskets, one on each row.
type Items struct {
	Table   int
	Columns []int
	Scale   int // the answers are whole numbers from 1 to this; 0 for baskets
}

// Role is the role that the columns are to have.
func (Items) Role() model.Role { return "item" }

// Baskets reports whether each row lists what was bought together.
func (i Items) Baskets() bool { return i.Scale == 0 }

// Why says what was found and what speaks for it.
func (i Items) Why(d *model.Dataset) model.Phrase {
	if i.Baskets() {
		return model.P("each row of %s lists words, the same in several columns: it looks like a basket, its cells the items", d.Tables[i.Table].Name)
	}
	return model.P("%d columns of %s hold whole numbers from 1 to %d: they look like answers to the statements of a survey", len(i.Columns), d.Tables[i.Table].Name, i.Scale)
}

const (
	fewestAnswers  = 6 // columns on one scale that bear each other out
	fewestPoints   = 4 // different answers of one, so that a group or a count is none
	fewestInBasket = 3 // columns of words that bear each other out
)

// FindItems returns the columns without a role that look like items, of the first
// table that has any. Columns that have the role already are not asked for.
func FindItems(d *model.Dataset, roles model.RoleMap) (Items, bool) {
	for t := range d.Tables {
		if _, has := roles.Of(t, roles.Column(t, Items{}.Role())); has {
			continue
		}
		if found, ok := basketsOf(d, roles, t); ok {
			return found, true
		}
		if found, ok := answersOf(d, roles, t); ok {
			return found, true
		}
	}
	return Items{}, false
}

// answersOf finds answers from 1 to 5, or from 1 to 7 where that are more.
func answersOf(d *model.Dataset, roles model.RoleMap, table int) (Items, bool) {
	best := Items{Table: table}
	for _, scale := range []int{5, 7} {
		found := Items{Table: table, Scale: scale}
		for i, c := range d.Tables[table].Columns() {
			if _, has := roles.Of(table, i); has {
				continue
			}
			if n, ok := c.(*model.Numbers); ok && answersWithin(n.Values(), scale) {
				found.Columns = append(found.Columns, i)
			}
		}
		if len(found.Columns) > len(best.Columns) {
			best = found
		}
	}
	return best, len(best.Columns) >= fewestAnswers
}

// answersWithin reports whether all values are whole numbers from 1 to a scale's
// end, its end among them and enough others.
func answersWithin(values []float64, end int) bool {
	seen := make([]bool, end+1)
	for _, v := range values {
		switch {
		case math.IsNaN(v):
		case v < 1 || v > float64(end) || v != math.Trunc(v):
			return false
		default:
			seen[int(v)] = true
		}
	}
	points := 0
	for _, is := range seen {
		if is {
			points++
		}
	}
	return seen[end] && points >= fewestPoints
}

// basketsOf finds a table without a header whose columns are words, filled from
// the left on each row, most of the words of the second being among those of the
// first.
func basketsOf(d *model.Dataset, roles model.RoleMap, table int) (Items, bool) {
	found := Items{Table: table}
	var words []*model.Texts
	for i, c := range d.Tables[table].Columns() {
		t, isText := c.(*model.Texts)
		if _, has := roles.Of(table, i); has || !isText || c.Name() != strconv.Itoa(i+1) {
			return Items{}, false
		}
		found.Columns, words = append(found.Columns, i), append(words, t)
	}
	if len(words) < fewestInBasket || !filledFromLeft(words) || !shareWords(words[0], words[1]) {
		return Items{}, false
	}
	return found, true
}

// filledFromLeft reports whether on no row a value follows a missing one, and
// some rows are shorter than others.
func filledFromLeft(columns []*model.Texts) bool {
	ragged := false
	for j := 1; j < len(columns); j++ {
		for r, code := range columns[j].Codes() {
			if before := columns[j-1].Code(r); code >= 0 && before < 0 {
				return false
			} else if code < 0 && before >= 0 {
				ragged = true
			}
		}
	}
	return ragged
}

// shareWords reports whether most words of a column are words of another.
func shareWords(of, c *model.Texts) bool {
	known := make(map[string]bool, of.Dict.Len())
	for _, word := range of.Dict.All() {
		known[word] = true
	}
	same := 0
	for _, word := range c.Dict.All() {
		if known[word] {
			same++
		}
	}
	return 2*same > c.Dict.Len()
}

// Assigned returns a recipe in which the columns have the role; of baskets, in
// which each row is a customer too.
func (i Items) Assigned(d *model.Dataset, r model.Recipe) model.Recipe {
	if i.Baskets() {
		r = RowsAssigned(d, r, i.Table)
	}
	for _, c := range i.Columns {
		r = r.WithRole(model.Assignment{Role: i.Role(), Column: ColumnName(d, i.Table, c)})
	}
	return r
}

// RowsAssigned returns a recipe in which each row of a table is a customer.
func RowsAssigned(d *model.Dataset, r model.Recipe, table int) model.Recipe {
	column := model.RowNumber
	if len(d.Tables) > 1 {
		column = d.Tables[table].Name + ":" + model.RowNumber
	}
	return r.WithRole(model.Assignment{Role: model.CustomerID, Column: column})
}

// ColumnName returns a name under which an assignment finds a column: the header
// alone where that is enough.
func ColumnName(d *model.Dataset, table, column int) string {
	t := d.Tables[table]
	header, place := t.Column(column).Name(), model.FormatNumber(float64(column+1))
	for _, name := range []string{header, t.Name + ":" + header, t.Name + ":" + place} {
		if at, c, ok := d.FindColumn(name); ok && at == table && c == column {
			return name
		}
	}
	return place
}
