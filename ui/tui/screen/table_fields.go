package screen

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
)

// distinctNames makes names that a filter can tell apart, in any case: a second
// City is City (2).
func distinctNames(names []string) []string {
	out := make([]string, len(names))
	taken := map[string]bool{}
	for i, name := range names {
		name = strings.Join(strings.Fields(name), " ")
		out[i] = name
		for n := 2; taken[strings.ToLower(out[i])]; n++ {
			out[i] = name + " (" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(out[i])] = true
	}
	return out
}

// wordsAlone is a column without rows that has the words of the field.
func (f tableField) wordsAlone() model.Column { return model.NewTexts(f.name, nil, f.words) }

// wordCodes are the numbered words of a column of text, as [grid.Coded] has them;
// at is the row of the values that a row shows.
func wordCodes(c model.Column, at func(row int) int) (of func(row int) int32, words []string, ok bool) {
	texts, ok := c.(*model.Texts)
	if !ok {
		return nil, nil, false
	}
	return func(row int) int32 { return texts.Code(at(row)) }, texts.Dict.List(), true
}

// figureRows is a table of figures that were worked out, a column of values
// each. It does not change.
type figureRows struct {
	pr      *message.Printer
	columns []figureColumn
}

// figureColumn is one column of figures.
type figureColumn struct {
	title   string
	values  model.Column
	unit    model.Unit
	bars    bool // of shares
	right   bool // numbers that are written as text
	ordinal bool // numbers that name rows and have no sum
	ordered bool // rows sort by their place in the table, not by what they say
}

// Len, Columns and Text implement [grid.Source].
func (r *figureRows) Len() int {
	if len(r.columns) == 0 {
		return 0
	}
	return r.columns[0].values.Len()
}

func (r *figureRows) Columns() []grid.Column {
	out := make([]grid.Column, len(r.columns))
	for i, c := range r.columns {
		out[i] = grid.Column{Title: c.title}
		if c.right || c.values.Kind() == model.Number {
			out[i].Align = cell.Right
		}
		if c.bars {
			out[i].Bar = 2 * tableBar
		}
	}
	return out
}

func (r *figureRows) Text(row, col int) string {
	c := r.columns[col]
	n, ok := c.values.(*model.Numbers)
	switch {
	case !ok:
		return c.values.Text(row)
	case math.IsNaN(n.At(row)):
		return ""
	case c.unit == model.Percent:
		return r.pr.Sprintf("%.1f%%", 100*n.At(row))
	case c.unit == model.Money:
		return unitText(r.pr, n.At(row), c.unit)
	}
	return chart.Full(n.At(row), c.unit)
}

// plain implements [tableSource].
func (r *figureRows) plain(row, col int) string { return r.columns[col].values.Text(row) }

// Numeric and Number implement [grid.Sortable].
func (r *figureRows) Numeric(col int) bool {
	return r.columns[col].ordered || r.columns[col].values.Kind() == model.Number
}

func (r *figureRows) Number(row, col int) float64 {
	if n, ok := r.columns[col].values.(*model.Numbers); ok {
		return n.At(row)
	}
	return float64(row)
}

// Bar implements [grid.Barrer]: the longest is the greatest share.
func (r *figureRows) Bar(row, col int) (float64, bool) {
	n, ok := r.columns[col].values.(*model.Numbers)
	if !ok || !r.columns[col].bars {
		return 0, false
	}
	most := 0.0
	for _, v := range n.Values() {
		most = max(most, v)
	}
	return n.At(row) / max(most, math.SmallestNonzeroFloat64), true
}

// field and valueRow implement [fieldSource].
func (r *figureRows) field(col int) tableField {
	c := r.columns[col]
	return tableField{key: c.title, name: c.title, kind: c.values.Kind(), unit: c.unit, ordinal: c.ordinal, values: func() model.Column { return c.values }}
}

func (r *figureRows) valueRow(row int) int { return row }
