package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

// comparison is a result held against another, as the screen shows it: the
// segments of the one down the rows, those of the other along the columns.
type comparison struct {
	*pipeline.Comparison
	row, col   string // what each side is
	rows, cols []string
	grid       *chart.Grid
	data       *model.Grid // what the grid shows
	counts     [][]int     // of its cells
	money      [][]float64 // of the customers of its cells, nil without any
	tagged     *chart.Grid // with tags in the place of names, nil until needed
	tags       *model.Grid // what it shows
}

// compareResults counts where the customers of a result are in another one.
// Those whom the other does not have, since they were no customers yet at its
// date, get a column of their own and count towards no measure.
func compareResults(pr *message.Printer, current, other *pipeline.Result, title model.Phrase) *comparison {
	c := &comparison{
		Comparison: pipeline.Compare(current, other),
		row:        cell.Clean(current.Method.Name.In(pr)), col: cell.Clean(title.In(pr)),
		rows: compareNames(pr, current), cols: compareNames(pr, other),
	}
	if c.Newcomers() > 0 {
		c.cols = append(c.cols, say(pr, "(new since)"))
	}
	n := current.Customers.Len() // whoever only the other has is not on the screen
	c.data = &model.Grid{
		Title: model.P("Customers"), RowTitle: model.Raw(c.row), ColTitle: model.Raw(c.col),
		Rows: c.rows, Cols: c.cols, Row: c.Row[:n], Col: c.Col[:n],
	}
	c.grid, c.counts = chart.NewGrid(pr, c.data), c.data.Counts()
	c.money = c.moneyOfCells()
	return c
}

// moneyOfCells sums the money of the result's customers by the cells shown, nil
// without money.
func (c *comparison) moneyOfCells() [][]float64 {
	if _, ok := c.First.Customers.Feature(model.Monetary); !ok {
		return nil
	}
	out := make([][]float64, len(c.rows))
	for y, row := range c.Cells()[:len(c.rows)] {
		for _, cell := range row[:len(c.cols)] {
			out[y] = append(out[y], cell.FirstValue)
		}
	}
	return out
}

// mostOf returns the greatest of a row or column of the table, and its place;
// -1 when all are zero.
func mostOf(n int, count func(i int) int) (at, most int) {
	at = -1
	for i := range n {
		if k := count(i); k > most {
			at, most = i, k
		}
	}
	return at, most
}

func compareNames(pr *message.Printer, r *pipeline.Result) []string {
	var out []string
	for _, s := range r.Segmentation.Segments {
		out = append(out, cell.Clean(s.Name.In(pr)))
	}
	return out
}
