package screen

import (
	"slices"

	"custseg/model/filter"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
)

// listKeys returns the keys of the columns of a list of anything: their titles.
func listKeys(src grid.Source) []string {
	var out []string
	for _, c := range src.Columns() {
		out = append(out, c.Title)
	}
	return out
}

// keptList returns how a list is left, without a filter.
func keptList(g *grid.Grid, keys []string) *store.List {
	row, col := g.Cursor()
	out := &store.List{Row: row + 1}
	if col < len(keys) {
		out.Column = keys[col]
	}
	for _, k := range g.Sort() {
		out.Sort = append(out.Sort, store.SortKey{Column: keys[k.Col], Desc: k.Desc})
	}
	return out
}

// sortKeys returns the columns that a list was sorted by, nil when one of them
// is no longer there.
func sortKeys(kept []store.SortKey, keys []string) []grid.Key {
	var out []grid.Key
	for _, k := range kept {
		col := slices.Index(keys, k.Column)
		if col < 0 {
			return nil
		}
		out = append(out, grid.Key{Col: col, Desc: k.Desc})
	}
	return out
}

// kept returns how the table is left. A filter by what tells who somebody is, or
// by a text that may stand in any column, is not kept.
func (t *rowTable) kept() *store.List {
	out := keptList(t.grid, tableKeys(t.source))
	if where := t.want.where; where != nil && !t.tells(where) {
		out.Filter = where.String()
	}
	return out
}

// tells reports whether a filter may hold a part of what tells who somebody is.
func (t *rowTable) tells(where filter.Expr) bool {
	return filter.AnyColumn(where) || !t.onlyOf(where, func(f tableField) bool { return !f.id && !f.personal })
}

// onlyOf reports whether a filter names columns of a sort alone.
func (t *rowTable) onlyOf(where filter.Expr, sort func(tableField) bool) bool {
	src := t.fields()
	var of []filter.Column
	for col := range src.Columns() {
		if f := src.field(col); sort(f) {
			of = append(of, filter.Column{Name: f.name, Aliases: f.aliases, Kind: f.kind, Values: f.values})
		}
	}
	return filter.Check(where, of) == nil
}

// restore shows the table as it was left, nil for as it is. A filter that the
// data no longer suits is not applied.
func (t *rowTable) restore(l *store.List) {
	if l == nil {
		return
	}
	keys := tableKeys(t.source)
	next := t.want
	next.by = sortKeys(l.Sort, keys)
	if l.Filter != "" {
		if where, err := t.parse(l.Filter); err == nil {
			next.where = where
		}
	}
	col := max(0, slices.Index(keys, l.Column))
	t.grid.SetCursor(l.Row-1, col)
	t.back = func() { t.grid.SetCursor(l.Row-1, col) }
	t.apply(next, false)
}
