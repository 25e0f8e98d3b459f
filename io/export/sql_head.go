package export

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

// head is the comment before the query: what it does, what was fitted, and what
// the warehouse must have.
func (q *query) head() string {
	var b strings.Builder
	line := func(format string, args ...any) {
		text := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
		b.WriteString(strings.TrimSpace("-- "+text) + "\n")
	}
	item := func(format string, args ...any) {
		text := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
		b.WriteString("--   " + text + "\n")
	}
	line("Customer segments by %s (%s), written by custseg for %s.", q.v.text(q.v.method.Name), q.v.method.ID, q.engine())
	line("Every number below was fitted to %d customers; the query scores any customers by it.", q.v.source.Len())
	if q.scoped() {
		line("As of %s; orders after it do not count. Change the date in scope to score at another.", q.v.source.AsOf.String())
		if q.v.source.Window > 0 {
			line("Orders of the %d days up to it count.", q.v.source.Window)
		}
	}
	if q.kept != "" {
		line("Only customers who pass the filter %s are placed.", q.v.recipe.Where)
	}
	line("")
	line("Parameters:")
	for _, p := range q.v.method.Params {
		item("%s = %s", p.ID, p.Value)
	}
	line("")
	line("Segments:")
	for g, s := range q.v.result.Segments {
		item("%d %s: %s", g+1, q.v.names[g], q.v.text(s.Rule))
	}
	line("")
	line("Tables and columns that must be there. Text is read as in the file: blanks and what is no number or date there count as missing.")
	line("Columns are named by their headers without blanks at either end and with one for several or for a line break; a column without a header by its place, and one of two by the same header with (2) behind.")
	q.provide(item)
	return b.String()
}

// provide lists the tables and columns that the query reads.
func (q *query) provide(item func(format string, args ...any)) {
	for _, s := range q.derived.IDs {
		t := q.derived.Tables[s.Table]
		rows := "any number of rows a customer"
		if slices.ContainsFunc(q.people, func(p *peopleQuery) bool { return p.table == t }) {
			rows = "one row a customer"
		}
		var columns []string
		for _, c := range q.columnsOf(s) {
			columns = append(columns, q.quoted(c.header)+" ("+c.kind+")")
		}
		item("%s, as %s: %s; %s", q.quoted(t.Name), baseName(t), strings.Join(columns, ", "), rows)
	}
}

// providedColumn is a column that must be there, and what it holds.
type providedColumn struct{ header, kind string }

// columnsOf are the columns that the query reads of a table.
func (q *query) columnsOf(s model.IDSource) []providedColumn {
	out := []providedColumn{{s.ID, "text or whole number"}}
	add := func(header, kind string) {
		if header != "" && !slices.ContainsFunc(out, func(c providedColumn) bool { return c.header == header }) {
			out = append(out, providedColumn{header, kind})
		}
	}
	if q.orders != nil && q.orders.of.Table == s.Table {
		o := q.orders.of
		add(o.OrderID, "text or whole number")
		add(o.Date, "date or timestamp")
		add(o.Quantity, "number")
		if add(o.Amount, "number"); o.Amount == "" {
			add(o.UnitPrice, "number")
		}
		for _, w := range o.Undone {
			add(w.Column, "text")
		}
		if len(o.Unpaid.Of) > 0 {
			add(o.Unpaid.Column, "text")
		}
		if q.orders.profit {
			add(o.Profit, "number")
		}
		addColumns(slices.Concat(q.orders.carried, q.orders.chosen), add)
	}
	add(s.Date, "date or timestamp")
	for _, p := range q.people {
		if p.table == q.derived.Tables[s.Table] {
			addColumns(p.columns, add)
		}
	}
	return out
}

// legible refuses columns that are written in more ways than a query can list.
func (q *query) legible() error {
	for _, s := range q.derived.IDs {
		t := q.derived.Tables[s.Table]
		for _, c := range q.columnsOf(s) {
			how := (tableReader{q.Dialect, t}).how(c.header)
			switch {
			case how == nil:
			case how.Untold:
				return noSQL("what was done to column %s of table %s does not go by each value alone: leave that --treat out", c.header, t.Name)
			case how.Left > 0:
				return noSQL("column %s of table %s is written in more ways than a query can list", c.header, t.Name)
			}
		}
	}
	return nil
}

func addColumns(columns []readColumn, add func(header, kind string)) {
	for _, c := range columns {
		add(c.header, map[model.Kind]string{model.Number: "number", model.Text: "text", model.Date: "date or timestamp"}[c.kind])
	}
}

// baseName is the file that a table was read from, without its folders.
func baseName(t *model.Table) string { return "in " + filepath.Base(t.File) }
