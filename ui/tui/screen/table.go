package screen

import (
	"slices"

	"custseg/model"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// tableSource is what a table lists.
type tableSource interface {
	grid.Source
	grid.Sortable
	// plain is a value as it is copied: in full, without padding.
	plain(row, col int) string
}

// fieldSource is a source of records whose columns each hold values of one
// kind: it can be filtered by them, counted and written to a file.
type fieldSource interface {
	tableSource
	field(col int) tableField
	// valueRow is the row of the values of every field that a row shows.
	valueRow(row int) int
}

// tableField is a column of records.
type tableField struct {
	key      string   // the same for the same column of another list
	name     string   // as a filter names it; distinct among the columns
	aliases  []string // further names in a filter
	kind     model.Kind
	unit     model.Unit
	id       bool // the customer's id
	ordinal  bool // of numbers: they name rows and have no sum
	personal bool // names persons
	hidden   bool // its values are not to be shown
	standIn  bool // its values stand in for ids that are not to be shown
	days     bool // of dates: shown without the time of day
	values   func() model.Column
	words    []string // those that values may have, where finding the values takes long
}

// rowTable is the table used wherever rows or customers are listed: sorted,
// searched, filtered, marked, arranged, copied and written to a file.
type rowTable struct {
	host    Host
	kind    string          // of list, under which its columns stay arranged
	title   string          // what is listed, for a file's name
	begin   func(Task)      // runs a task
	running map[string]bool // tasks under way, by name

	grid   *grid.Grid
	source tableSource
	show   listing // what is on the screen
	want   listing // what was last asked for
	asked  int     // how many listings were
	marks  grid.Marks
	last   int // the row last marked, -1 for none

	pending bool   // a listing is being worked out
	back    func() // puts the cursor where it was left, once the listing is there; nil for nothing to do

	prompt   tablePrompt
	apart    bool   // the prompt is drawn elsewhere
	foot     bool   // a line below the table says what is shown of it
	searched string // the text last searched for
	sums     tableSums

	w, h int
}

// newTable makes a table whose tasks are known by the table alone, with a line
// below it that says what is shown.
func newTable(host Host, kind string, src tableSource) *rowTable {
	t := newTableOf(host, kind, src, nil, map[string]bool{})
	t.foot = true
	t.begin = func(task Task) { startKnown(host, t.running, task) }
	return t
}

// newTableOf makes a table of a screen that starts its tasks and knows which of
// them run.
func newTableOf(host Host, kind string, src tableSource, begin func(Task), running map[string]bool) *rowTable {
	t := &rowTable{host: host, kind: kind, begin: begin, running: running, grid: grid.New(src), source: src, last: -1}
	t.grid.SetMarks(&t.marks)
	t.arrange()
	return t
}

// startKnown starts a task that is in running until it ends, unless it is a quiet
// one. One that is replaced by another of its name does not end, but the other
// does.
func startKnown(host Host, running map[string]bool, task Task) {
	if task.Quiet {
		host.Start(task)
		return
	}
	done := task.Done
	running[task.Name] = true
	task.Done = func(err error) {
		delete(running, task.Name)
		done(err)
	}
	host.Start(task)
}

// fields returns the source as one of records, nil for another.
func (t *rowTable) fields() fieldSource {
	f, _ := t.source.(fieldSource)
	return f
}

// tableKeys returns the keys of the columns; those of a source that is not of
// records go by their titles.
func tableKeys(src tableSource) []string {
	columns := src.Columns()
	out := make([]string, len(columns))
	f, ok := src.(fieldSource)
	for i := range out {
		out[i] = columns[i].Title
		if ok {
			out[i] = f.field(i).key
		}
	}
	return out
}

// replace shows another source. Order, filter and cursor stay with their
// columns; an order by a column that goes is given up. When the rows are the
// same, so do the rows shown and the marks; else the filter is applied anew.
func (t *rowTable) replace(src tableSource, sameRows bool) {
	before, after := tableKeys(t.source), tableKeys(src)
	row, col := t.grid.Cursor()
	rows, next, pending := t.grid.Rows(), t.want, t.pending
	next.by = slices.Clone(next.by)
	for i := range next.by {
		if next.by[i].Col = slices.Index(after, before[next.by[i].Col]); next.by[i].Col < 0 {
			rows, next.by = t.show.rows, nil
			break
		}
	}
	t.source = src
	t.grid.SetSource(src)
	t.arrange()
	switch {
	case !sameRows:
		t.marks.Clear()
		t.last = -1
		next.only, next.marked = nil, false
		t.take(listing{}, nil)
		t.apply(next, false)
	case pending:
		t.apply(next, false)
	default:
		t.take(next, rows)
	}
	if len(before) > 0 {
		t.grid.SetCursor(row, max(0, slices.Index(after, before[col])))
	}
}

func (t *rowTable) setSize(w, h int) {
	t.w, t.h = w, h
	if !t.apart {
		h -= t.prompt.lines(w)
	}
	if t.foot {
		h--
	}
	t.grid.SetSize(w, max(0, h))
}

func (t *rowTable) typing() bool { return t.prompt.on != noPrompt }

// key takes typing into the prompt, movement, and the keys that leave a filter.
func (t *rowTable) key(k term.Key) bool {
	switch {
	case t.typing():
		t.promptKey(k)
		return true
	case (k.Name == "esc" || k.Name == "q") && len(t.running) == 0 && t.leave():
		return true
	}
	return t.grid.Key(k.Name)
}

// mouse takes an event at the table: a click on a title sorts, the second turns
// the order round. It reports whether the row under the cursor was clicked
// again.
func (t *rowTable) mouse(m term.Mouse) (again bool) {
	if t.typing() {
		return false
	}
	switch m.Action {
	case term.Wheel:
		t.grid.Wheel(m.DY * term.WheelRows)
	case term.Press:
		before, _ := t.grid.Cursor()
		hit := t.grid.Click(m.X, m.Y)
		if hit.Header {
			by := t.want.by
			t.sort(hit.Col, len(by) == 1 && by[0].Col == hit.Col && !by[0].Desc)
		}
		return !hit.Header && hit.Row >= 0 && hit.Row == before
	}
	return false
}

// view draws the table and, below it, what is shown of it and the prompt that is
// open.
func (t *rowTable) view(th *theme.Theme, focused bool) []string {
	out := t.grid.View(th, focused)
	if t.foot {
		out = append(out, t.status(th, t.w))
	}
	return append(out, t.promptLines(th, t.w)...)
}

// shown returns the rows shown, in the order of the source; nil for all.
func (t *rowTable) shown() []int32 { return t.show.rows }

// fieldAt returns the field of a column of the source; ok is false when the
// source is not of records.
func (t *rowTable) fieldAt(col int) (f tableField, ok bool) {
	src := t.fields()
	if src == nil || col < 0 || col >= len(src.Columns()) {
		return tableField{}, false
	}
	return src.field(col), true
}

// cursorField is the field of the cursor's column.
func (t *rowTable) cursorField() (tableField, bool) {
	_, col := t.grid.Cursor()
	return t.fieldAt(col)
}
