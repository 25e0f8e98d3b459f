package screen

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
)

// comparison is a result held against another, as the screen shows it.
type comparison struct {
	*pipeline.Comparison
	row, col string // what each side is
	table    *crossTab
}

// compareResults counts where the customers of a result are in another one of
// the same customers.
func compareResults(pr *message.Printer, current, other *pipeline.Result, title model.Phrase) *comparison {
	c := &comparison{
		Comparison: pipeline.Compare(current, other),
		row:        cell.Clean(current.Method.Name.In(pr)), col: cell.Clean(title.In(pr)),
	}
	data := &model.Grid{
		Title: model.P("Customers"), RowTitle: model.Raw(c.row), ColTitle: model.Raw(c.col),
		Rows: compareNames(pr, current), Cols: compareNames(pr, other), Row: c.Row, Col: c.Col,
	}
	c.table = newCrossTab(pr, data, c.Stayed >= 0, c.money())
	return c
}

// money is that of the result's customers by the cells shown, nothing without
// money.
func (c *comparison) money() []amounts {
	if _, ok := c.First.Customers.Feature(model.Monetary); !ok {
		return nil
	}
	out := amounts{title: model.P("Money")}
	for _, row := range c.Cells()[:len(c.First.Segmentation.Segments)] {
		var values []float64
		for _, cell := range row[:len(c.Second.Segmentation.Segments)] {
			v := math.NaN()
			if cell.Customers > 0 {
				v = cell.FirstValue
			}
			values = append(values, v)
		}
		out.values = append(out.values, values)
	}
	return []amounts{out}
}

// compareNames are the names of a result's segments, safe to show.
func compareNames(pr *message.Printer, r *pipeline.Result) []string {
	var out []string
	for _, s := range r.Segmentation.Segments {
		out = append(out, cell.Clean(s.Name.In(pr)))
	}
	return out
}
