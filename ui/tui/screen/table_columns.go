package screen

import (
	"maps"
	"math"

	"custseg/model"
	"custseg/ui/tui/session"
)

// tableBar is how many cells the bar of a cell takes.
const tableBar = 8

// arrange puts the columns as lists of this kind were last arranged.
func (t *rowTable) arrange() {
	a, keys := t.host.Session().Arrangement(t.kind), tableKeys(t.source)
	t.grid.SetShown(a.Place(keys))
	for col, key := range keys {
		t.grid.SetWidth(col, a.Widths[key])
		if a.Barred[key] {
			t.setBar(col)
		}
	}
}

// remember keeps how the columns are arranged for lists of this kind.
func (t *rowTable) remember(change func(a *session.Arrangement)) {
	a := t.host.Session().Arrangement(t.kind)
	a.Hidden, a.Widths, a.Barred = maps.Clone(a.Hidden), maps.Clone(a.Widths), maps.Clone(a.Barred)
	for _, m := range []*map[string]bool{&a.Hidden, &a.Barred} {
		if *m == nil {
			*m = map[string]bool{}
		}
	}
	if a.Widths == nil {
		a.Widths = map[string]int{}
	}
	change(&a)
	t.host.Session().Arrange(t.kind, a)
}

// cursorKey is the key of the cursor's column.
func (t *rowTable) cursorKey() string {
	_, col := t.grid.Cursor()
	return tableKeys(t.source)[col]
}

// hideColumn takes the cursor's column off the screen.
func (t *rowTable) hideColumn() {
	key := t.cursorKey()
	t.remember(func(a *session.Arrangement) { a.Hidden[key] = true })
	t.grid.Hide()
	t.sums = tableSums{}
}

// showColumns shows all columns again, where they were.
func (t *rowTable) showColumns() {
	t.remember(func(a *session.Arrangement) { clear(a.Hidden) })
	t.grid.SetShown(t.host.Session().Arrangement(t.kind).Place(tableKeys(t.source)))
}

// hiddenColumns counts the columns taken off the screen.
func (t *rowTable) hiddenColumns() int { return len(t.source.Columns()) - len(t.grid.Shown()) }

// moveColumn moves the cursor's column by d places.
func (t *rowTable) moveColumn(d int) {
	t.grid.Shift(d)
	keys := tableKeys(t.source)
	t.remember(func(a *session.Arrangement) {
		a.Order = nil
		for _, col := range t.grid.Shown() {
			a.Order = append(a.Order, keys[col])
		}
	})
}

// widthOf changes the width of the cursor's column.
func (t *rowTable) widthOf(change func()) {
	change()
	_, col := t.grid.Cursor()
	key := t.cursorKey()
	t.remember(func(a *session.Arrangement) {
		if a.Widths[key] = t.grid.Width(col); a.Widths[key] == 0 {
			delete(a.Widths, key)
		}
	})
}

// toggleBar draws bars in the cursor's column, or takes them away.
func (t *rowTable) toggleBar() {
	_, col := t.grid.Cursor()
	key, on := t.cursorKey(), !t.grid.Barred(col)
	t.remember(func(a *session.Arrangement) {
		if a.Barred[key] = on; !on {
			delete(a.Barred, key)
		}
	})
	if on {
		t.setBar(col)
	} else {
		t.grid.SetBar(col, 0, nil)
	}
}

// setBar draws bars in a column of numbers, the longest for the greatest value
// of all rows.
func (t *rowTable) setBar(col int) {
	f, ok := t.fieldAt(col)
	if !ok || f.kind != model.Number || f.hidden {
		return
	}
	values, src := f.values().(*model.Numbers).Values(), t.fields()
	most := 0.0
	for row := range src.Len() {
		if v := values[src.valueRow(row)]; v > most && !math.IsInf(v, 0) {
			most = v
		}
	}
	t.grid.SetBar(col, tableBar, func(row int) (float64, bool) {
		v := values[src.valueRow(row)]
		return v / max(most, math.SmallestNonzeroFloat64), !math.IsNaN(v)
	})
}
