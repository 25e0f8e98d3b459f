package screen

import (
	"context"
	"slices"

	"custseg/model/filter"
	"custseg/ui/tui/grid"
)

// listing is which rows a table shows, and in what order.
type listing struct {
	only   *narrowing  // the rows to choose from, nil for all
	where  filter.Expr // nil for none
	marked bool        // the marked ones alone
	by     []grid.Key
	rows   []int32 // those that pass, in the order of the source; nil for all
}

// narrowing is the rows that a table is narrowed to, such as those of a finding,
// and what they are.
type narrowing struct {
	label string
	rows  []int32
	under filter.Expr // the filter that was in force before, which stays
}

// sameFilter reports whether two filters, nil for none, say the same.
func sameFilter(a, b filter.Expr) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a.String() == b.String()
}

// all are the rows to choose from, nil for every row.
func (l listing) all() []int32 {
	if l.only == nil {
		return nil
	}
	return l.only.rows
}

// filtered reports whether rows are left out by a filter.
func (l listing) filtered() bool { return l.where != nil || l.marked }

// checkEvery is how many rows pass between two looks at whether to stop.
const checkEvery = 1 << 14

// pass returns the rows of a listing that pass its filter; every row is looked
// at once.
func (l listing) pass(ctx context.Context, src tableSource, marks *grid.Marks, report func(float64)) ([]int32, error) {
	if !l.filtered() {
		return l.all(), nil
	}
	holds, step := func(int) bool { return true }, checkEvery
	fields, valued := src.(fieldSource)
	if l.where != nil && valued {
		var err error
		step = min(checkEvery, filter.RowsAtOnce(l.where))
		if holds, err = filter.Compile(ctx, l.where, filterColumns(fields)); err != nil {
			return nil, err
		}
	}
	from := l.all()
	n := src.Len()
	if from != nil {
		n = len(from)
	}
	out := []int32{}
	for i := range n {
		if i%step == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			report(float64(i) / float64(n))
		}
		row := int32(i)
		if from != nil {
			row = from[i]
		}
		value := int(row)
		if valued {
			value = fields.valueRow(value)
		}
		if (!l.marked || marks.Has(int(row))) && holds(value) {
			out = append(out, row)
		}
	}
	return out, nil
}

// filterColumns are the columns that a filter may name: those whose values may
// be seen.
func filterColumns(src fieldSource) []filter.Column {
	return filterColumnsOf(src, func(f tableField) tableField { return f })
}

func filterColumnsOf(src fieldSource, change func(tableField) tableField) []filter.Column {
	var out []filter.Column
	for col := range src.Columns() {
		if f := change(src.field(col)); !f.hidden {
			out = append(out, filter.Column{Name: f.name, Aliases: f.aliases, Kind: f.kind, Values: f.values})
		}
	}
	return out
}

// apply shows another listing, outside the update loop when there is work to do.
// keep says that the same rows pass as before. A filter that leaves nothing is
// told and not applied.
func (t *rowTable) apply(next listing, keep bool) {
	t.asked++
	asked, pending := t.asked, t.pending
	switch {
	case !next.filtered():
		next.rows, keep = next.all(), true
	case pending: // what passes now is not what will
		keep = false
	case keep:
		next.rows = t.show.rows
	}
	if keep && len(next.by) == 0 {
		t.take(next, next.rows)
		return
	}
	t.want, t.pending = next, true
	source, marks := t.source, t.marks.Clone()
	name := "sorting"
	if !keep {
		name = "filtering"
	}
	var ordered []int32
	t.begin(Task{
		Name: name,
		Work: func(ctx context.Context, report func(float64)) (err error) {
			if !keep {
				if next.rows, err = next.pass(ctx, source, marks, report); err != nil {
					return err
				}
			}
			if ordered = next.rows; len(next.by) > 0 {
				ordered, err = grid.OrderRows(ctx, source, next.rows, next.by)
			}
			return err
		},
		Done: func(err error) {
			if asked != t.asked { // another was asked for meanwhile
				return
			}
			t.want, t.pending = t.show, false
			switch {
			case err != nil:
				t.tellFailed(err)
			case next.only != nil && next.only != t.show.only && len(next.rows) == 0:
				t.host.Say(say(t.host.Printer(), "none of these rows passes %s: the filter is taken away", next.where.String()))
				next.only.under, next.where = nil, nil
				t.apply(next, false)
			case next.filtered() && len(next.rows) == 0 && source.Len() > 0:
				t.host.Say(t.nothingPasses(next))
				if !slices.Equal(next.by, t.show.by) { // of another source
					t.order(next.by)
				}
			default:
				t.take(next, ordered)
			}
		},
	})
}

// take puts a listing on the screen. The cursor stays on its row, but at the top
// when it was there and the order changes: to see what comes first is what one
// sorts for.
func (t *rowTable) take(next listing, ordered []int32) {
	atTop := t.grid.Pos() == 0 && !slices.Equal(next.by, t.show.by)
	t.show, t.want, t.pending = next, next, false
	t.grid.SetRows(ordered)
	t.grid.SetSort(next.by)
	if atTop {
		_, col := t.grid.Cursor()
		t.grid.Goto(0, col)
	}
	if t.back != nil {
		t.back()
		t.back = nil
	}
	t.sums = tableSums{}
}

// tellFailed says why a filter could not be applied, unless it was cancelled.
func (t *rowTable) tellFailed(err error) {
	if wrong, ok := filterError(err); ok {
		t.host.Warn(say(t.host.Printer(), "%s", wrong.Text))
	}
}

// narrow shows some rows only, nil for all, in the order they are in and through
// the filter in force.
func (t *rowTable) narrow(only *narrowing) {
	if only != nil {
		only.under = t.want.where
	}
	t.apply(listing{only: only, where: t.want.where, by: t.want.by}, false)
}

// sort orders by a column in the place of all others; the same order again is
// that of the source.
func (t *rowTable) sort(col int, desc bool) {
	by := []grid.Key{{Col: col, Desc: desc}}
	if slices.Equal(by, t.want.by) {
		by = nil
	}
	t.order(by)
}

// sortAlso orders by a column after those there are; the same order again takes
// the column out, the other turns it round.
func (t *rowTable) sortAlso(col int, desc bool) {
	by := slices.Clone(t.want.by)
	key := grid.Key{Col: col, Desc: desc}
	switch i := slices.IndexFunc(by, func(k grid.Key) bool { return k.Col == col }); {
	case i < 0:
		by = append(by, key)
	case by[i] == key:
		by = slices.Delete(by, i, i+1)
	default:
		by[i] = key
	}
	t.order(by)
}

func (t *rowTable) order(by []grid.Key) {
	next := t.want
	next.by = by
	t.apply(next, true)
}
