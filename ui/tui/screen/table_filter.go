package screen

import (
	"errors"
	"strings"

	"custseg/model"
	"custseg/model/filter"
)

func filterError(err error) (*filter.Error, bool) {
	var wrong *filter.Error
	return wrong, errors.As(err, &wrong)
}

// parse reads a filter that was typed, against the columns of the table.
func (t *rowTable) parse(text string) (filter.Expr, error) {
	e, err := filter.Parse(text)
	if err != nil {
		return nil, err
	}
	return e, filter.Check(e, filterColumns(t.fields()))
}

// filter shows the rows that pass an expression, nil for all.
func (t *rowTable) filter(where filter.Expr) {
	next := t.want
	next.where = where
	t.apply(next, false)
}

// filterAlso shows those of the rows shown that pass an expression too.
func (t *rowTable) filterAlso(where filter.Expr) { t.filter(filter.Both(t.want.where, where)) }

// filterByValue keeps the rows with the value under the cursor, or all but
// these.
func (t *rowTable) filterByValue(but bool) {
	row, _ := t.grid.Cursor()
	f, ok := t.cursorField()
	if row < 0 || !ok {
		return
	}
	where := filter.Is(f.name, f.literal(t.fields().valueRow(row)))
	if but {
		where = filter.Negate(where)
	}
	t.filterAlso(where)
}

// literal writes a value as a filter names it, nothing when it is missing.
func (f tableField) literal(row int) string {
	values := f.values()
	if dates, ok := values.(*model.Dates); ok && f.days {
		return model.DayOf(dates.At(row)).String()
	}
	return values.Text(row)
}

// leave takes away what leaves rows out, and reports whether anything did: first
// that only the marked ones are shown, then the filter, but for that which was
// in force before the rows were narrowed.
func (t *rowTable) leave() bool {
	next := t.want
	switch {
	case next.marked:
		next.marked = false
	case next.only != nil && sameFilter(next.where, next.only.under):
		return false
	case next.only != nil:
		next.where = next.only.under
	case next.where != nil:
		next.where = nil
	default:
		return false
	}
	t.apply(next, false)
	return true
}

// nothingPasses says that a filter leaves no rows, and whether some values could
// not be looked at.
func (t *rowTable) nothingPasses(l listing) string {
	pr := t.host.Printer()
	if l.where == nil {
		return say(pr, "none of the marked rows is among these")
	}
	if found, ok := l.where.(filter.Test); ok && found.Column == filter.Any && !found.Not {
		return t.notFound(strings.Join(found.Values, " "))
	}
	if t.show.where == nil {
		return say(pr, "no row passes %s: all are shown", l.where.String())
	}
	return say(pr, "no row passes %s: the filter stays as it was", l.where.String())
}

// notFound says that no row shown holds a text, and whether some values could not
// be looked at.
func (t *rowTable) notFound(text string) string {
	pr := t.host.Printer()
	if src := t.fields(); src != nil {
		for col := range src.Columns() {
			if src.field(col).hidden {
				return say(pr, "%q is not in these rows; hidden columns are not searched: P shows them", text)
			}
		}
	}
	return say(pr, "%q is not in these rows", text)
}

// find goes to the next row with the text searched for, or to the one before.
func (t *rowTable) find(back bool) {
	source, text := t.source, t.searched
	t.begin(searchTask(t.grid, source, text, back, func() bool { return source == t.source },
		func() { t.host.Say(t.notFound(text)) }))
}
