package model

import (
	"math"
	"slices"
)

// stackColumn is a column of the combined table of orders and where it comes
// from.
type stackColumn struct {
	name    string
	role    Role
	binding Binding
	from    []Column // by part, nil where the part lacks it
	origin  joinedColumn
}

// combine puts the rows of several tables of orders one below the other, in the
// place of the first. Columns meet by role, those without one by header.
func (b *customerBuilder) combine(tables []int) {
	main := tables[0]
	columns := b.stackColumns(tables)
	var names []Phrase
	for _, t := range tables {
		table, first := b.data.Tables[t], 0
		if n := len(b.stack); n > 0 {
			first = b.stack[n-1].first + b.stack[n-1].rows
		}
		b.stack = append(b.stack, stackedPart{t, first, table.Rows()})
		names = append(names, P("%s (%d rows)", table.Name, table.Rows()))
	}
	b.parts.stacked = tables[1:]
	b.note("The orders are those of several tables together: %s", listed(names))
	b.keepApart(tables, columns)

	dropped := make([]bool, b.stackRows())
	for _, p := range b.stack {
		copy(dropped[p.first:], b.dropped[p.table])
	}
	b.dropped[main] = dropped
	roles := RoleMap{rowIDs: b.roles.rowIDs}
	for _, bound := range b.roles.bindings {
		if bound.Table != main {
			roles.bindings = append(roles.bindings, bound)
		}
	}
	for i, c := range columns {
		if c.origin.table != main {
			b.joined[i] = c.origin
		}
		if c.role != "" {
			c.binding.Table, c.binding.Column, c.binding.Role = main, i, c.role
			roles.bindings = append(roles.bindings, c.binding)
		}
	}
	data := *b.data
	data.Tables = slices.Clone(data.Tables)
	data.Tables[main] = b.stackTable(main, columns)
	b.data, b.roles = &data, roles
}

// listed joins names to one phrase.
func listed(names []Phrase) Phrase {
	out := names[0]
	for _, n := range names[1:] {
		out = P("%s, %s", out, n)
	}
	return out
}

func (b *customerBuilder) stackRows() int {
	last := b.stack[len(b.stack)-1]
	return last.first + last.rows
}

// stackColumns pairs the columns of tables off.
func (b *customerBuilder) stackColumns(tables []int) []stackColumn {
	var out []stackColumn
	for part, t := range tables {
		for i, c := range b.moneyed(t, tables) {
			bound, _ := b.roles.Of(t, i)
			if i >= len(b.data.Tables[t].Columns()) {
				bound.Role = Amount // quantity times unit price
			}
			if bound.Role == Ignore && part > 0 {
				continue
			}
			info, _ := LookupRole(bound.Role)
			at := slices.IndexFunc(out, func(s stackColumn) bool {
				byRole := bound.Role != "" && !info.Several
				return s.from[part] == nil && s.role == bound.Role && (byRole || s.name == c.Name())
			})
			if at < 0 {
				at = len(out)
				out = append(out, stackColumn{b.freeName(out, t, c.Name()), bound.Role, bound, make([]Column, len(tables)), joinedColumn{t, i}})
			}
			out[at].from[part] = c
		}
	}
	return out
}

// freeName returns a header that no column has yet.
func (b *customerBuilder) freeName(taken []stackColumn, t int, name string) string {
	for slices.ContainsFunc(taken, func(s stackColumn) bool { return s.name == name }) {
		name = b.data.Tables[t].Name + ":" + name
	}
	return name
}

// moneyed returns the columns of a table, with its money where it has no column
// of amounts but another of the tables has.
func (b *customerBuilder) moneyed(t int, tables []int) []Column {
	columns := b.data.Tables[t].Columns()
	if b.has(t, Amount) || !slices.ContainsFunc(tables, func(o int) bool { return b.has(o, Amount) }) {
		return columns
	}
	return append(slices.Clone(columns), b.ordersMoney(t).Renamed(string(Amount)))
}

// keepApart puts the table's name before the order ids of a part that stand for
// other orders in a part before it.
func (b *customerBuilder) keepApart(tables []int, columns []stackColumn) {
	at := slices.IndexFunc(columns, func(c stackColumn) bool { return c.role == OrderID })
	if at < 0 {
		return
	}
	taken := map[string]bool{}
	for part, c := range columns[at].from {
		if c == nil {
			continue
		}
		codes, words := keysOf(c)
		if words.Any(func(w string) bool { return taken[w] }) {
			apart := make([]string, words.Len())
			for k, w := range words.All() {
				apart[k] = b.data.Tables[tables[part]].Name + ":" + w
			}
			columns[at].from[part] = NewTexts(c.Name(), codes, apart)
		}
		for _, w := range words.All() {
			taken[w] = true
		}
	}
}

// stackTable makes the combined table. Its rows know the files they stand in.
func (b *customerBuilder) stackTable(main int, columns []stackColumn) *Table {
	out := *b.data.Tables[main]
	out.rows, out.columns, out.Runs, out.Origins = b.stackRows(), nil, nil, nil
	for _, c := range columns {
		out.columns = append(out.columns, b.stacked(c))
	}
	for _, p := range b.stack {
		t := b.data.Tables[p.table]
		out.Runs = append(out.Runs, Run{int32(p.first), t.FirstRow})
		for _, r := range t.Runs {
			out.Runs = append(out.Runs, Run{r.Data + int32(p.first), r.File})
		}
		out.Origins = append(out.Origins, Origin{Name: t.Name, Data: int32(p.first), File: t.File})
		for _, o := range t.Origins {
			o.Data += int32(p.first)
			out.Origins = append(out.Origins, o)
		}
	}
	return &out
}

// stacked puts the parts of a column together: as they are where they are of one
// kind, else as words. A part without the column has missing values.
func (b *customerBuilder) stacked(c stackColumn) Column {
	n := b.stackRows()
	numbers, dates, words := make([]float64, n), make([]int64, n), make([]string, n)
	for i := range n {
		numbers[i], dates[i] = math.NaN(), NoDate
	}
	kinds := map[Kind]bool{}
	for i, part := range c.from {
		if part == nil {
			continue
		}
		first := b.stack[i].first
		kinds[part.Kind()] = true
		switch x := part.(type) {
		case *Numbers:
			copy(numbers[first:], x.Values())
		case *Dates:
			copy(dates[first:], x.Seconds())
		}
		for r := range part.Len() {
			words[first+r] = part.Text(r)
		}
	}
	switch {
	case len(kinds) > 1 || kinds[Text]:
		return TextsOf(c.name, words)
	case kinds[Number]:
		return NewNumbers(c.name, numbers)
	}
	return NewDates(c.name, dates)
}
