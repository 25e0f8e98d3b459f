package screen

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
)

// dataRows is the rows of a table as they were read, with their row in the file
// and the customer id first. It does not change.
type dataRows struct {
	table    *model.Table
	head     []grid.Column
	columns  []dataColumn // beside head, the row in the file first
	names    []string     // as filters name the columns
	personal bool         // personal values are shown
	ids      *standIns    // what the customer's id is hidden behind, nil when it is shown
}

// dataColumn is one column of the rows.
type dataColumn struct {
	place    int // in the table, -1 for the row in the file
	values   model.Column
	decimals int  // of numbers, so that their points line up
	id       bool // the customer's
	names    bool // names persons
	hidden   bool // personal, and not to be shown
}

// hiddenValue stands for a personal value until it is asked for.
const hiddenValue = "***"

// newDataRows arranges the rows of table place of a dataset.
func newDataRows(pr *message.Printer, d *model.Dataset, place int, roles model.RoleMap, names *personalColumns, personal bool, ids *standIns) *dataRows {
	t := d.Tables[place]
	out := &dataRows{table: t, personal: personal, ids: ids}
	out.head = append(out.head, grid.Column{Title: say(pr, "Row"), Align: cell.Right})
	out.columns = append(out.columns, dataColumn{place: -1})
	id := roles.Column(place, model.CustomerID)
	if id >= 0 {
		out.add(id, true, false)
	}
	for i := range t.Columns() {
		if i != id {
			out.add(i, false, names.has(roles, place, i))
		}
	}
	for _, c := range out.head {
		out.names = append(out.names, c.Title)
	}
	out.names = distinctNames(out.names)
	return out
}

func (r *dataRows) add(i int, id, names bool) {
	c := r.table.Column(i)
	head := grid.Column{Title: c.Name(), Missing: true}
	col := dataColumn{place: i, values: c, id: id, names: names, hidden: names && !r.personal}
	if n, ok := c.(*model.Numbers); ok {
		head.Align = cell.Right
		col.decimals = usualDecimals(n.Values())
	}
	r.head = append(r.head, head)
	r.columns = append(r.columns, col)
}

// usualDecimals returns the decimals that the numbers of a sample have at most,
// 0 when they have more than money does: then each is written as it is.
func usualDecimals(values []float64) int {
	const sample, most = 500, 2
	n := 0
	for i := 0; i < len(values); i += max(1, len(values)/sample) {
		n = max(n, decimalsOf(model.FormatNumber(values[i])))
	}
	if n > most {
		return 0
	}
	return n
}

func decimalsOf(s string) int {
	_, after, ok := strings.Cut(s, ".")
	if !ok || strings.ContainsAny(after, "e") {
		return 0
	}
	return len(after)
}

// frozen returns how many columns stay on the screen: the row, and the customer
// id where there is one.
func (r *dataRows) frozen(roles model.RoleMap, place int) int {
	if roles.Column(place, model.CustomerID) >= 0 {
		return 2
	}
	return 1
}

// at returns where a column of the table stands among the rows' own.
func (r *dataRows) at(place int) int {
	for i, c := range r.columns {
		if c.place == place {
			return i
		}
	}
	return 0
}

// Len, Columns and Text implement [grid.Source].
func (r *dataRows) Len() int               { return r.table.Rows() }
func (r *dataRows) Columns() []grid.Column { return r.head }

func (r *dataRows) Text(row, col int) string {
	c := &r.columns[col]
	if r.standsIn(col) {
		return r.ids.of(c.values.Text(row))
	}
	switch values := c.values.(type) {
	case nil:
		return strconv.Itoa(r.table.FileRow(int32(row)))
	case *model.Numbers:
		if c.hidden {
			break
		}
		return padDecimals(model.FormatNumber(values.At(row)), values.At(row), c.decimals)
	}
	if c.hidden && !c.values.Missing(row) {
		return hiddenValue
	}
	return c.values.Text(row)
}

// standsIn reports whether a column is of ids that are hidden behind stand-ins.
func (r *dataRows) standsIn(col int) bool { return r.ids != nil && r.columns[col].id }

// standInTexts are the stand-ins of all rows.
func (r *dataRows) standInTexts(col int) model.Column {
	words := make([]string, r.Len())
	for i := range words {
		words[i] = r.Text(i, col)
	}
	return model.TextsOf(r.names[col], words)
}

// padDecimals writes zeros behind the decimals of a number that has fewer than
// its neighbours.
func padDecimals(s string, v float64, n int) string {
	if n == 0 || math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 1e15 {
		return s
	}
	if d := decimalsOf(s); d < n && !strings.Contains(s, "e") {
		return strconv.FormatFloat(v, 'f', n, 64)
	}
	return s
}

// plain returns a value as it is copied: in full, without padding.
func (r *dataRows) plain(row, col int) string {
	if c := &r.columns[col]; c.values != nil && !c.hidden && !r.standsIn(col) {
		return c.values.Text(row)
	}
	return r.Text(row, col)
}

// Numeric and Number implement [grid.Sortable].
func (r *dataRows) Numeric(col int) bool {
	c := r.columns[col]
	return c.values == nil || c.values.Kind() != model.Text || r.standsIn(col)
}

func (r *dataRows) Number(row, col int) float64 {
	if r.standsIn(col) {
		if at := r.ids.place(r.columns[col].values.Text(row)); at >= 0 {
			return float64(at)
		}
		return math.NaN()
	}
	switch values := r.columns[col].values.(type) {
	case nil:
		return float64(row)
	case *model.Numbers:
		return values.At(row)
	case *model.Dates:
		if values.Missing(row) {
			return math.NaN()
		}
		return float64(values.At(row))
	}
	return math.NaN()
}

// Codes implements [grid.Coded].
func (r *dataRows) Codes(col int) (of func(row int) int32, words []string, ok bool) {
	if r.columns[col].hidden || r.standsIn(col) {
		return nil, nil, false
	}
	return wordCodes(r.columns[col].values, func(row int) int { return row })
}

// field implements [fieldSource].
func (r *dataRows) field(col int) tableField {
	c := r.columns[col]
	f := tableField{key: strconv.Itoa(c.place), name: r.names[col], id: c.id, personal: c.names, hidden: c.hidden, ordinal: c.values == nil, values: r.fileRows}
	switch {
	case r.standsIn(col):
		f.standIn, f.kind, f.values = true, model.Text, sync.OnceValue(func() model.Column { return r.standInTexts(col) })
	case c.values != nil:
		f.kind, f.values = c.values.Kind(), func() model.Column { return c.values }
	}
	return f
}

// fileRows is the row in the file of every row.
func (r *dataRows) fileRows() model.Column {
	values := make([]float64, r.table.Rows())
	for i := range values {
		values[i] = float64(r.table.FileRow(int32(i)))
	}
	return model.NewNumbers(r.names[0], values)
}

// valueRow implements [fieldSource].
func (r *dataRows) valueRow(row int) int { return row }

// same reports whether both arrange the same columns alike.
func (r *dataRows) same(o *dataRows) bool {
	return r.personal == o.personal && r.ids.same(o.ids) && slices.EqualFunc(r.columns, o.columns, func(a, b dataColumn) bool {
		return a.place == b.place && a.hidden == b.hidden
	})
}
