package screen

import (
	"slices"
	"strings"

	"custseg/model/filter"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// sortText says by which columns the rows are sorted, and of those that are not
// on the screen that they are hidden; nothing when they are not sorted.
func (t *rowTable) sortText(th *theme.Theme) string {
	pr := t.host.Printer()
	columns, shown := t.source.Columns(), t.grid.Shown()
	var out []string
	for _, k := range t.grid.Sort() {
		sign := th.Glyphs.Up
		if k.Desc {
			sign = th.Glyphs.Down
		}
		name := shortWord(th, columns[k.Col].Title)
		if !slices.Contains(shown, k.Col) {
			name = say(pr, "%s (hidden)", name)
		}
		out = append(out, name+" "+sign)
	}
	if out == nil {
		return ""
	}
	return say(pr, "sorted %s", strings.Join(out, ", "))
}

// statusParts say what of the table is shown: the filter, the order, the marks
// and the columns taken off the screen.
func (t *rowTable) statusParts(th *theme.Theme) []string {
	pr := t.host.Printer()
	var out []string
	if t.show.where != nil {
		out = append(out, t.filterText(t.show.where))
	}
	if sorted := t.sortText(th); sorted != "" {
		out = append(out, sorted)
	}
	if n := t.marks.Len(); n > 0 && t.show.marked {
		out = append(out, say(pr, "the %s marked", chart.Count(n)))
	} else if n > 0 {
		out = append(out, say(pr, "%s marked", chart.Count(n)))
	}
	if n := t.hiddenColumns(); n > 0 {
		out = append(out, say(pr, "%s hidden", columnCount(pr, n)))
	}
	return out
}

// filterText is a filter as it may be shown: one by columns that were hidden
// since holds their values. Stand-ins may be seen.
func (t *rowTable) filterText(where filter.Expr) string {
	shown := t.host.Session().Personal || t.fields() == nil
	if shown || t.onlyOf(where, func(f tableField) bool { return !f.hidden && !f.standIn }) || t.standsFor(where) {
		return cell.Clean(where.String())
	}
	return say(t.host.Printer(), "a filter by what is hidden (P shows it)")
}

// standsFor reports whether a filter was made while ids were hidden: it names
// stand-ins.
func (t *rowTable) standsFor(where filter.Expr) bool {
	test, ok := where.(filter.Test)
	if !ok || len(test.Values) == 0 {
		return false
	}
	src := t.fields()
	for col := range src.Columns() {
		if f := src.field(col); f.standIn && f.name == test.Column {
			for _, v := range test.Values {
				if !isStandIn(t.host.Printer(), v) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// place says which of how many rows are on the screen.
func (t *rowTable) place() string {
	pr, n := t.host.Printer(), t.grid.Len()
	first, end := t.grid.Window()
	switch {
	case n == 0:
		return ""
	case t.show.filtered():
		return say(pr, "%s-%s of %s of %s", chart.Count(first+1), chart.Count(end), chart.Count(n), chart.Count(t.base()))
	}
	return say(pr, "%s-%s of %s", chart.Count(first+1), chart.Count(end), chart.Count(n))
}

// status is the line below a table: what is shown of it, and at the right the
// sums of the cursor's column.
func (t *rowTable) status(th *theme.Theme, w int) string {
	dot := " " + th.Glyphs.Dot + " "
	left := " " + t.place()
	sums := t.sumsText(th)
	if parts := t.statusParts(th); len(parts) > 0 {
		left += dot + strings.Join(parts, dot)
	}
	if t.show.filtered() {
		left += dot + t.say("Esc all rows")
	}
	if cell.Width(sums)+2 > w/2 {
		sums = ""
	}
	room := w - cell.Width(sums) - 1
	ink := th.Faint
	if t.show.filtered() {
		ink = th.Accent
	}
	return inked(th, ink, left, room) + th.Paint(th.Faint, sums) + " "
}
