package screen

import (
	"context"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Values is how often each value of a column occurs in the rows of a table, from
// which those rows are narrowed to some values.
type Values struct {
	host   Host
	of     *rowTable
	field  tableField
	groups []valueGroup // nil while they are counted
	rows   int          // that were counted
	table  *rowTable
	w, h   int
}

// openValues lays the values of the cursor's column over the table.
func (t *rowTable) openValues() {
	_, col := t.grid.Cursor()
	t.host.Push(newValues(t.host, t, col))
}

// newValues counts the values of a column of a table, over the rows that it
// shows.
func newValues(host Host, of *rowTable, col int) *Values {
	f, _ := of.fieldAt(col)
	s := &Values{host: host, of: of, field: f, rows: of.grid.Len()}
	s.table = newTable(host, "values", &figureRows{pr: host.Printer()})
	s.table.title = f.name
	source, shown := of.fields(), of.shown()
	var groups []valueGroup
	s.table.begin(Task{
		Name: "counting values",
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			groups, err = groupValues(ctx, host.Printer(), f, valueRows(source, shown))
			return err
		},
		Done: func(err error) {
			if err == nil {
				s.take(groups)
			}
		},
	})
	return s
}

// valueRows are the rows of the values that rows show, nil for all of the
// source.
func valueRows(src fieldSource, rows []int32) []int32 {
	n := src.Len()
	if rows != nil {
		n = len(rows)
	}
	out := make([]int32, n)
	for i := range out {
		row := i
		if rows != nil {
			row = int(rows[i])
		}
		out[i] = int32(src.valueRow(row))
	}
	return out
}

// take shows the groups once they are counted.
func (s *Values) take(groups []valueGroup) {
	s.groups = groups
	pr := s.host.Printer()
	labels := make([]string, len(groups))
	counts, shares, so := make([]float64, len(groups)), make([]float64, len(groups)), make([]float64, len(groups))
	seen := 0
	for i, g := range groups {
		seen += g.rows
		labels[i], counts[i] = g.label, float64(g.rows)
		shares[i], so[i] = float64(g.rows)/float64(s.rows), float64(seen)/float64(s.rows)
	}
	rows := &figureRows{pr: pr, columns: []figureColumn{
		{title: s.field.name, values: model.TextsOf(s.field.name, labels), ordered: s.field.kind != model.Text},
		{title: say(pr, "Rows"), values: model.NewNumbers("rows", counts)},
		{title: say(pr, "Share"), values: model.NewNumbers("share", shares), unit: model.Percent, bars: true},
		{title: say(pr, "So far"), values: model.NewNumbers("so far", so), unit: model.Percent},
	}}
	s.table.replace(rows, false)
}

// Place, Crumb and Typing implement [Screen].
func (s *Values) Place() string { return "values" }
func (s *Values) Crumb() string { return s.field.name }
func (s *Values) Typing() bool  { return s.table.typing() }

// Hints implements [Hinter].
func (s *Values) Hints() []Hint { return s.table.promptHints() }

// SetSize implements [Screen].
func (s *Values) SetSize(w, h int) {
	s.w, s.h = w, h
	s.table.setSize(w, h-1)
}

// Refresh implements [Screen]: the values stay those that were counted.
func (s *Values) Refresh() {}

// Key implements [Screen].
func (s *Values) Key(k term.Key) bool { return s.table.key(k) }

// Mouse implements [Screen].
func (s *Values) Mouse(m term.Mouse) {
	m.Y--
	if s.table.mouse(m) {
		s.choose(false)
	}
}

// Actions implements [Screen].
func (s *Values) Actions() map[string]Action {
	out := s.table.listActions("values")
	out["values.drill"] = Action{Do: func() { s.choose(false) }, Why: s.table.whyEmpty}
	out["values.but"] = Action{Do: func() { s.choose(true) }, Why: s.table.whyEmpty}
	return out
}

// choose goes back to the table and shows the rows of the marked values, or of
// the one under the cursor; or all but these.
func (s *Values) choose(but bool) {
	var where filter.Expr
	for _, row := range s.table.chosen() {
		where = either(where, s.groups[row].where)
	}
	if where == nil {
		return
	}
	if but {
		where = filter.Negate(where)
	}
	s.host.Back()
	s.of.filterAlso(where)
}

// either holds where one of two filters does, nil for the first; values of the
// same column become one list.
func either(a, b filter.Expr) filter.Expr {
	if a == nil {
		return b
	}
	x, ok := a.(filter.Test)
	y, also := b.(filter.Test)
	if ok && also && x.Column == y.Column && (x.Op == filter.Equal || x.Op == filter.In) && y.Op == filter.Equal {
		return filter.OneOf(x.Column, append(x.Values[:len(x.Values):len(x.Values)], y.Values...))
	}
	if list, ok := a.(filter.Or); ok {
		return append(list[:len(list):len(list)], b)
	}
	return filter.Or{a, b}
}

// View implements [Screen].
func (s *Values) View(t *theme.Theme) []string {
	pr := s.host.Printer()
	title := say(pr, "%s %s %s in %s", s.field.name, t.Glyphs.Dot, valueCount(pr, len(s.groups)), rowCount(pr, s.rows))
	if s.groups == nil {
		title = say(pr, "%s %s counting", s.field.name, t.Glyphs.Dot)
	}
	if where := s.of.show.where; where != nil {
		title += say(pr, " %s %s", t.Glyphs.Dot, where.String())
	}
	return append([]string{" " + inked(t, t.Title, title, s.w-1)}, s.table.view(t, true)...)
}

// valueCount says how many values.
func valueCount(pr *message.Printer, n int) string {
	return say(pr, "%d values", n)
}
