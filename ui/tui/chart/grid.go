package chart

import (
	"math"
	"strconv"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Grid draws a matrix as a table of numbers on a ramp of heat: customers by
// recency and frequency, a cross-tab of two methods, moves between two dates.
type Grid struct {
	pr                        *message.Printer
	title, rowTitle, colTitle string
	rows, cols                []string
	values                    [][]float64 // by row and column, NaN for none
	unit                      model.Unit
	row, col                  []int32 // per customer, nil when cells are not customers
	rowSum, colSum            []float64
	sum                       float64
	lo, hi                    float64     // the range of the ramp
	outside                   int         // customers that are not on the grid
	means                     [][]float64 // of a value by row and column, NaN for none; nil when cells show customers
	meanTitle                 string
	meanUnit                  model.Unit
	neutral                   float64 // see model.Grid, 0 for none
	shares                    bool    // show the share of the row instead of the number

	rowTotal, colTotal []string // sums of amounts at the margins, nil for none
	allTotal           string

	rowNames, colNames []string // what the readout calls rows and columns
	segments           *gridSegments
}

// NewGrid prepares a two-way table of customers, or of the means of their
// values.
func NewGrid(pr *message.Printer, g *model.Grid) *Grid {
	counts := g.Counts()
	values := make([][]float64, len(counts))
	for i, r := range counts {
		values[i] = make([]float64, len(r))
		for j, n := range r {
			values[i][j] = float64(n)
		}
	}
	out := NewMatrix(pr, g.Title, g.RowTitle, g.ColTitle, g.Rows, g.Cols, values, model.Plain)
	out.row, out.col = g.Row, g.Col
	out.outside = len(g.Row) - int(out.sum)
	out.rowSum, out.colSum = make([]float64, len(g.Rows)), make([]float64, len(g.Cols))
	for i, r := range values {
		for j, v := range r {
			out.rowSum[i] += v
			out.colSum[j] += v
		}
	}
	out.countTotals()
	if out.means = g.Means(); out.means != nil {
		out.neutral = g.Neutral
		out.meanTitle, out.meanUnit = cell.Clean(g.ValueTitle.In(pr)), g.ValueUnit
		out.measure()
	}
	return out
}

// NewMatrix prepares a matrix of any numbers of one unit, by row and column,
// NaN where there is none. It has no totals, since shares have none.
func NewMatrix(pr *message.Printer, title, rowTitle, colTitle model.Phrase, rows, cols []string, values [][]float64, u model.Unit) *Grid {
	g := &Grid{
		pr: pr, title: withUnit(pr, title, u), rowTitle: cell.Clean(rowTitle.In(pr)), colTitle: cell.Clean(colTitle.In(pr)),
		rows: rows, cols: cols, values: values, unit: u, rowNames: rows, colNames: cols,
	}
	for _, r := range values {
		for _, v := range r {
			if finite(v) {
				g.sum += v
			}
		}
	}
	g.measure()
	return g
}

// WithShares returns the same grid showing each customer count as a share of
// its row, as a table of moves is read. A matrix of other numbers stays as it
// is.
func (g *Grid) WithShares(on bool) *Grid {
	out := *g
	out.shares = on && g.rowSum != nil && g.means == nil
	out.measure()
	return &out
}

// WithNames returns the same grid with longer names for its rows and columns,
// as told of the cell at the cursor: the labels may be letters.
func (g *Grid) WithNames(rows, cols []string) *Grid {
	out := *g
	out.rowNames, out.colNames = rows, cols
	return &out
}

// Move implements [Chart].
func (g *Grid) Move(at Cursor, dx, dy, _, _ int) Cursor {
	if at.X < 0 || at.Y < 0 {
		at.X, at.Y = step(-1, 1, len(g.cols)), step(-1, 1, len(g.rows))
		return at
	}
	at.X, at.Y = step(at.X, dx, len(g.cols)), step(at.Y, dy, len(g.rows))
	return at
}

// Members implements [Chart].
func (g *Grid) Members(at Cursor, _, _ int) []int32 {
	if at.X < 0 || at.Y < 0 {
		return nil
	}
	var out []int32
	for i, r := range g.row {
		if int(r) == at.Y && int(g.col[i]) == at.X {
			out = append(out, int32(i))
		}
	}
	return out
}

// number writes one cell, a mean that is short without decimals.
func (g *Grid) number(r, c int, short bool) string {
	v := g.values[r][c]
	switch {
	case g.means != nil:
		if v = g.means[r][c]; math.IsNaN(v) {
			return ""
		}
		if short && g.meanUnit == model.Percent {
			return strconv.FormatFloat(100*v, 'f', 0, 64) + "%"
		}
		return g.mean(v)
	case math.IsNaN(v):
		return ""
	case g.shares:
		return Share(int(v), int(g.rowSum[r]))
	case g.rowSum != nil && v < 1e5:
		return Count(int(v))
	}
	return tickText(v, g.unit)
}

// mean writes a mean: a share with one decimal, as all shares in tables.
func (g *Grid) mean(v float64) string {
	if g.meanUnit == model.Percent {
		return strconv.FormatFloat(100*v, 'f', 1, 64) + "%"
	}
	return Short(v, g.meanUnit)
}

func (g *Grid) readout(at Cursor) string {
	if at.X < 0 || at.X >= len(g.cols) || at.Y < 0 || at.Y >= len(g.rows) {
		return ""
	}
	v, row, col := g.values[at.Y][at.X], g.rowNames[at.Y], g.colNames[at.X]
	switch {
	case g.rowSum == nil:
		return say(g.pr, "%s, %s: %s", row, col, Short(v, g.unit))
	case g.means != nil && v > 0:
		return say(g.pr, "%s, %s: %s, n %s", row, col, g.mean(g.means[at.Y][at.X]), Count(int(v)))
	}
	out := say(g.pr, "%s, %s: %s (%s; %s of the row)", row, col, Count(int(v)),
		Share(int(v), int(g.sum)), Share(int(v), int(g.rowSum[at.Y])))
	if k := g.segments.ofCell(at.Y, at.X); k >= 0 {
		out = say(g.pr, "%s, most %s %s", out, g.segments.names[k], Share(g.segments.most[at.Y][at.X], int(v)))
	}
	return out
}

// facts are what a reader must know; of a grid without a scale also what its
// numbers are.
func (g *Grid) facts(scale bool) []string {
	if g.rowSum == nil {
		return nil
	}
	out := []string{say(g.pr, "n %s", Count(int(g.sum)))}
	if g.outside > 0 {
		out = append(out, say(g.pr, "%s not on the grid", Count(g.outside)))
	}
	if g.means != nil && scale {
		out = append(out, say(g.pr, "in cells: mean of %s", g.meanTitle))
	}
	return out
}

// Table implements [Chart].
func (g *Grid) Table() Table {
	t := Table{Title: g.title, Words: 1, Notes: g.facts(true)}
	corner := g.rowTitle
	if g.colTitle != "" {
		corner = say(g.pr, "%s by %s", g.rowTitle, g.colTitle)
	}
	t.Head = append([]string{corner}, g.cols...)
	if g.rowTotal != nil {
		t.Head = append(t.Head, g.totals())
	}
	for i, label := range g.rows {
		row := []string{label}
		for j, v := range g.values[i] {
			switch {
			case g.shares, g.means != nil:
				row = append(row, g.number(i, j, false))
			case math.IsNaN(v):
				row = append(row, "")
			default:
				row = append(row, Full(v, g.unit))
			}
		}
		if g.rowTotal != nil {
			row = append(row, g.fullTotal(g.rowTotal, g.rowSum, i))
		}
		t.Rows = append(t.Rows, row)
	}
	if g.colTotal != nil {
		row := []string{g.totals()}
		for j := range g.cols {
			row = append(row, g.fullTotal(g.colTotal, g.colSum, j))
		}
		all := g.allTotal
		if g.rowSum != nil {
			all = Count(int(g.sum))
		}
		t.Rows = append(t.Rows, append(row, all))
	}
	return t
}
