package screen

import (
	"maps"
	"slices"

	"custseg/model"
)

// listActions are the bindings that every table has, under the prefix of its
// place: order, search, widths, copies, files.
func (t *rowTable) listActions(place string) map[string]Action {
	sort := func(by func(col int, desc bool), desc bool) Action {
		return Action{Do: func() {
			_, col := t.grid.Cursor()
			by(col, desc)
		}, Why: t.whyEmpty}
	}
	width := func(change func()) Action {
		return Action{Do: func() { t.widthOf(change) }, Why: t.whyEmpty}
	}
	return map[string]Action{
		place + ".sort.up":        sort(t.sort, false),
		place + ".sort.down":      sort(t.sort, true),
		place + ".sort.also.up":   sort(t.sortAlso, false),
		place + ".sort.also.down": sort(t.sortAlso, true),
		place + ".search":         {Do: func() { t.ask(promptSearch, "") }, Why: t.whyEmpty},
		place + ".again":          {Do: func() { t.find(false) }, Why: t.whyNotSearched},
		place + ".backwards":      {Do: func() { t.find(true) }, Why: t.whyNotSearched},
		place + ".column":         {Do: t.askColumn, Why: t.whyEmpty},
		place + ".fit":            width(t.grid.Fit),
		place + ".narrower":       width(func() { t.grid.Widen(-2) }),
		place + ".wider":          width(func() { t.grid.Widen(2) }),
		place + ".copy":           {Do: t.copyCell, Why: t.whyEmpty},
		place + ".copy.rows":      {Do: t.copyRows, Why: t.whyEmpty},
		place + ".copy.table":     {Do: t.copyTable, Why: t.whyEmpty},
		place + ".write":          {Do: t.askWrite, Why: t.whyNoRecords},
		place + ".mark":           {Do: t.mark, Why: t.whyEmpty},
		place + ".mark.range":     {Do: t.markRange, Why: t.whyNoLast},
		place + ".mark.all":       {Do: func() { t.markShown(false) }, Why: t.whyEmpty},
		place + ".mark.invert":    {Do: func() { t.markShown(true) }, Why: t.whyEmpty},
		place + ".mark.none":      {Do: t.clearMarks, Why: t.whyNotMarked},
	}
}

// recordActions are the bindings of tables of records: the former, filters,
// columns, and what a column holds.
func (t *rowTable) recordActions(place string) map[string]Action {
	out := t.listActions(place)
	maps.Copy(out, map[string]Action{
		place + ".filter":       {Do: t.askFilter, Why: t.whyNoRecords},
		place + ".only":         {Do: func() { t.filterByValue(false) }, Why: t.whyHidden},
		place + ".but":          {Do: func() { t.filterByValue(true) }, Why: t.whyHidden},
		place + ".mark.filter":  {Do: func() { t.ask(promptMark, "") }, Why: t.whyNoRecords},
		place + ".marked":       {Do: t.onlyMarked, Why: t.whyNotMarked},
		place + ".column.hide":  {Do: t.hideColumn, Why: t.whyFrozen},
		place + ".column.all":   {Do: t.showColumns, Why: t.whyNoneHidden},
		place + ".column.left":  {Do: func() { t.moveColumn(-1) }, Why: t.whyFrozen},
		place + ".column.right": {Do: func() { t.moveColumn(1) }, Why: t.whyFrozen},
		place + ".bars":         {Do: t.toggleBar, Why: t.whyNoNumbers},
		place + ".values":       {Do: t.openValues, Why: t.whyHidden},
		place + ".profile":      {Do: t.openProfile, Why: t.whyNoRecords},
	})
	return out
}

func (t *rowTable) say(key string) string { return say(t.host.Printer(), key) }

func (t *rowTable) whyEmpty() string {
	if t.grid.Len() == 0 {
		return t.say("there are no rows here")
	}
	return ""
}

func (t *rowTable) whyNotSearched() string {
	if t.searched == "" {
		return t.say("search with / first")
	}
	return t.whyEmpty()
}

func (t *rowTable) whyNoRecords() string {
	if t.fields() == nil {
		return t.say("these are not rows of columns")
	}
	return t.whyEmpty()
}

// whyHidden is the reason that nothing can be done by the values of the cursor's
// column.
func (t *rowTable) whyHidden() string {
	if f, ok := t.cursorField(); ok && f.hidden {
		return t.say("the column's values are hidden: P shows them")
	}
	return t.whyNoRecords()
}

func (t *rowTable) whyNoNumbers() string {
	if f, ok := t.cursorField(); ok && (f.kind != model.Number || f.id || f.ordinal) {
		return t.say("only numbers have bars")
	}
	return t.whyHidden()
}

func (t *rowTable) whyFrozen() string {
	if _, col := t.grid.Cursor(); slices.Index(t.grid.Shown(), col) < t.grid.Frozen() {
		return t.say("it stays, to tell the rows apart")
	}
	return t.whyNoRecords()
}

func (t *rowTable) whyNoneHidden() string {
	if t.hiddenColumns() == 0 {
		return t.say("no column is hidden")
	}
	return ""
}

func (t *rowTable) whyNotMarked() string {
	if t.marks.Len() == 0 {
		return t.say("mark rows with Space first")
	}
	return ""
}

func (t *rowTable) whyNoLast() string {
	if t.last < 0 {
		return t.say("mark a row with Space first")
	}
	return t.whyEmpty()
}
