package screen

import (
	"context"
	"slices"
	"strings"

	"custseg/model"
	"custseg/ui/tui/grid"
)

// dataSource is what a pane of the data screen lists.
type dataSource interface {
	grid.Source
	grid.Sortable
	// plain is a value as it is copied.
	plain(row, col int) string
}

// dataGrid is a table on the data screen, that can be sorted, searched and
// narrowed to some of its rows.
type dataGrid struct {
	host   Host
	start  func(Task)
	grid   *grid.Grid
	source dataSource
	only   *dataOnly // nil for all rows
}

// dataOnly is the rows that a view is narrowed to, and what they are.
type dataOnly struct {
	label string
	rows  []int32
}

// newGrid makes a table of the screen.
func (s *DataView) newGrid(src dataSource) *dataGrid {
	return &dataGrid{host: s.host, start: s.start, grid: grid.New(src), source: src}
}

// replace shows a source with the same rows. The order by columns it still has
// is kept.
func (v *dataGrid) replace(src dataSource) {
	rows, by := v.grid.Rows(), v.grid.Sort()
	v.source = src
	v.grid.SetSource(src)
	v.grid.SetRows(rows)
	v.grid.SetSort(by)
}

// narrow shows some rows only, nil for all, sorted as before.
func (v *dataGrid) narrow(only *dataOnly) {
	v.only = only
	v.order(v.grid.Sort())
}

// all returns the rows that may be shown, nil for every row.
func (v *dataGrid) all() []int32 {
	if v.only == nil {
		return nil
	}
	return v.only.rows
}

// sort orders by the cursor's column; the same order again is that of the file.
func (v *dataGrid) sort(desc bool) {
	_, col := v.grid.Cursor()
	by := []grid.Key{{Col: col, Desc: desc}}
	if slices.Equal(by, v.grid.Sort()) {
		by = nil
	}
	v.order(by)
}

// order puts the rows that may be shown into an order, outside the update loop
// when there is work to do.
func (v *dataGrid) order(by []grid.Key) {
	if len(by) == 0 {
		v.grid.SetRows(v.all())
		v.grid.SetSort(nil)
		return
	}
	source, only := v.source, v.only
	var rows []int32
	v.start(Task{
		Name: "sorting",
		Work: func(ctx context.Context, _ func(float64)) error {
			if only == nil {
				rows = grid.Order(source, by)
			} else {
				rows = grid.OrderRows(source, only.rows, by)
			}
			return ctx.Err()
		},
		Done: func(err error) {
			if err == nil && source == v.source && only == v.only {
				v.grid.SetRows(rows)
				v.grid.SetSort(by)
			}
		},
	})
}

// find goes to the next row with the text, or to the one before.
func (v *dataGrid) find(text string, back bool) {
	source := v.source
	v.start(searchTask(v.grid, source, text, back, func() bool { return source == v.source },
		func() { v.host.Say(v.notFound(text)) }))
}

// notFound says that no row shown holds a text, and whether some values could not
// be looked at.
func (v *dataGrid) notFound(text string) string {
	pr := v.host.Printer()
	if r, ok := v.source.(*dataRows); ok && r.hides() {
		return say(pr, "%q is not in these rows; hidden columns are not searched: P shows them", text)
	}
	return say(pr, "%q is not in these rows", text)
}

// filter narrows the view to the rows with the text, of those shown.
func (v *dataGrid) filter(text string) {
	source, from := v.source, v.all()
	var rows []int32
	v.start(Task{
		Name: "filtering",
		Work: func(ctx context.Context, report func(float64)) (err error) {
			rows, err = rowsWith(ctx, source, from, text, report)
			return err
		},
		Done: func(err error) {
			switch {
			case err != nil || source != v.source:
			case len(rows) == 0:
				v.host.Say(v.notFound(text))
			default:
				v.narrow(&dataOnly{say(v.host.Printer(), "with %q", text), rows})
			}
		},
	})
}

// rowsWith returns the rows, of those given or all when nil, that hold a text
// in any column: in any case when it is all lower case.
func rowsWith(ctx context.Context, src dataSource, from []int32, text string, report func(float64)) ([]int32, error) {
	n, fold := src.Len(), text == strings.ToLower(text)
	if from != nil {
		n = len(from)
	}
	var out []int32
	for i := range n {
		if i%4096 == 0 {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			report(float64(i) / float64(n))
		}
		row := int32(i)
		if from != nil {
			row = from[i]
		}
		for col := range src.Columns() {
			value := src.Text(int(row), col)
			if fold {
				value = strings.ToLower(value)
			}
			if strings.Contains(value, text) {
				out = append(out, row)
				break
			}
		}
	}
	return out, nil
}

// copyCell puts the cursor's value on the clipboard.
func (v *dataGrid) copyCell() {
	if row, col := v.grid.Cursor(); row >= 0 {
		v.host.Copy(v.source.plain(row, col), say(v.host.Printer(), "the cell"))
	}
}

// dataTable is what the data screen keeps of one table, so that coming back to
// it finds everything in its place.
type dataTable struct {
	place    int
	table    *model.Table
	columns  *dataGrid
	rows     *dataGrid
	rejects  *dataGrid // the records of a finding, nil when rows are shown
	findings []dataFinding
	finding  int // the one chosen
	top      int // the first finding on the screen
}

// column returns the column chosen in the list.
func (t *dataTable) column() int {
	row, _ := t.columns.grid.Cursor()
	return max(row, 0)
}

// below is what the pane of rows shows.
func (t *dataTable) below() *dataGrid {
	if t.rejects != nil {
		return t.rejects
	}
	return t.rows
}
