package screen

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// tables says of each table what it contributes and how its keys meet those of
// the others. Of one table alone there is nothing to say.
func (u *unlocks) tables(d *model.Dataset, c *model.Customers) {
	if len(d.Tables) < 2 {
		return
	}
	u.heading(say(u.pr, "Tables"))
	for i, t := range d.Tables {
		name := shortWord(u.t, t.Name)
		use, why := c.Use(i)
		if use == model.Unused {
			u.entry(u.t.Glyphs.Uncheck, u.t.Warn, name, u.t.Plain, say(u.pr, "not used: %s", cell.Clean(why.In(u.pr))))
			continue
		}
		u.entry(u.t.Glyphs.Check, u.t.Good, name, u.t.Plain, say(u.pr, "%s, %d rows", say(u.pr, useName(use)), t.Rows()))
		for _, j := range c.Joins() {
			if j.Table == i {
				u.join(d, j)
			}
		}
	}
}

// useName says in a word or two what a table contributes.
func useName(use model.Use) string {
	switch use {
	case model.UsedOrders:
		return "orders"
	case model.UsedHeaders:
		return "orders, of which another table has the lines"
	case model.UsedLookup:
		return "more about a column of the orders"
	case model.UsedReturns:
		return "returned orders"
	case model.UsedCustomers:
		return "customers"
	case model.UsedEvents:
		return "events"
	case model.UsedAnswers:
		return "answers"
	}
	return "not used"
}

// join says how the keys of a table met those of another, and counts what did
// not match on each side.
func (u *unlocks) join(d *model.Dataset, j model.Join) {
	key := j.Key
	if key == model.RowNumber {
		key = say(u.pr, "the row number")
	}
	other := say(u.pr, "the other tables")
	if j.With >= 0 {
		other = cell.Clean(d.Tables[j.With].Name)
	}
	all := j.Matched + j.Unmatched
	const indent = "     "
	u.bullet(indent, u.t.Plain, u.t.Faint, say(u.pr, "by %s: %s of %s are in %s", cell.Clean(key), chart.Count(j.Matched), chart.Count(all), other))
	if j.Unmatched > 0 {
		text := say(u.pr, "not there: %s", chart.Count(j.Unmatched))
		if len(j.Examples) > 0 {
			text += say(u.pr, ", such as %s", strings.Join(j.Examples, ", "))
		}
		u.bullet(indent[1:]+"!", u.t.Warn, u.t.Warn, text)
	}
	if j.CustomersWithout > 0 {
		u.bullet(indent[1:]+"!", u.t.Warn, u.t.Warn, say(u.pr, "customers without a row here: %s", chart.Count(j.CustomersWithout)))
	}
}

// tablesInShort says in one line what the tables are, nothing of one alone. It
// reports whether one of them is not used.
func tablesInShort(t *theme.Theme, pr *message.Printer, d *model.Dataset, c *model.Customers) (text string, lacking bool) {
	if len(d.Tables) < 2 {
		return "", false
	}
	var parts []string
	for i, table := range d.Tables {
		use, _ := c.Use(i)
		lacking = lacking || use == model.Unused
		parts = append(parts, say(pr, "%s: %s", cell.Clean(table.Name), say(pr, useName(use))))
	}
	return strings.Join(parts, " "+t.Glyphs.Dot+" "), lacking
}
