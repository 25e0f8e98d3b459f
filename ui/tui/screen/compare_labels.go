package screen

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// figure is what the cells of the table show.
type figure uint8

// The figures of a cell, in the order in which they follow one another.
const (
	counts figure = iota
	shares        // of the row
	money
	figures
)

// after returns the figure that follows, without money where there is none.
func (c *comparison) after(f figure) figure {
	f = (f + 1) % figures
	if f == money && c.money == nil {
		return counts
	}
	return f
}

// gridFor returns the table to draw in w cells. Where the columns are too
// narrow to tell their names apart they carry the segments' tags instead, and
// legend says which is which.
func (c *comparison) gridFor(t *theme.Theme, pr *message.Printer, w int, f figure) (grid *chart.Grid, legend []string) {
	if c.namesFit(w, f) {
		return c.showing(pr, c.grid, c.data, f), nil
	}
	if c.tagged == nil {
		c.tags = c.withTags(t)
		c.tagged = chart.NewGrid(pr, c.tags)
	}
	return c.showing(pr, c.tagged, c.tags, f), c.legend(t, w)
}

// showing returns a table of customers with another figure in its cells.
func (c *comparison) showing(pr *message.Printer, grid *chart.Grid, data *model.Grid, f figure) *chart.Grid {
	if f == money {
		return chart.NewMatrix(pr, model.P("Money"), data.RowTitle, data.ColTitle, data.Rows, data.Cols, c.money, model.Plain)
	}
	return grid.WithShares(f == shares)
}

// namesFit reports whether the columns' names differ where they are cut.
func (c *comparison) namesFit(w int, f figure) bool {
	const short = 6
	room := c.columnWidth(w, f)
	seen := map[string]bool{}
	for _, name := range c.cols {
		cut := cell.Fit(name, room, cell.Left)
		if seen[cut] || room < min(short, cell.Width(name)) {
			return false
		}
		seen[cut] = true
	}
	return true
}

// columnWidth is what [chart.Grid] has for a number in a table of w cells.
func (c *comparison) columnWidth(w int, f figure) int {
	const totals = 9
	label := 0
	for _, name := range c.rows {
		label = max(label, cell.Width(name)+1)
	}
	number := len("100.0%")
	if f == counts {
		number = len(chart.Count(c.First.Customers.Len()))
	}
	return max((w-min(label, w/3)-totals)/len(c.cols)-1, number)
}

// mostLines is the height from which the table would only grow rows with a
// second line, when its columns are too narrow for what stands there.
func (c *comparison) mostLines(w int, f figure) int {
	const share, heading = 6, 5 // heading, two lines of titles, totals, ramp
	if f != counts || c.columnWidth(w, f) >= share {
		return math.MaxInt
	}
	return len(c.rows) + heading
}

// withTags is the same table with tags for columns; the rows have theirs too
// when they are segments of the same method.
func (c *comparison) withTags(t *theme.Theme) *model.Grid {
	data := *c.data
	data.Cols = make([]string, len(c.cols))
	for i := range c.cols {
		data.Cols[i] = t.Tag(i)
	}
	if c.Stayed >= 0 {
		data.Rows = make([]string, len(c.rows))
		for i, name := range c.rows {
			data.Rows[i] = t.Tag(i) + " " + name
		}
	}
	return &data
}

// legend names the tags that the rows do not name already.
func (c *comparison) legend(t *theme.Theme, w int) []string {
	var out []string
	row := ""
	for i, name := range c.cols {
		if c.Stayed >= 0 && i < len(c.rows) && c.rows[i] == name {
			continue
		}
		entry := t.Tag(i) + " " + name
		if row != "" && cell.Width(row)+2+cell.Width(entry) > w {
			out = append(out, row)
			row = ""
		}
		if row != "" {
			row += "  "
		}
		row += entry
	}
	if row != "" {
		out = append(out, row)
	}
	return out
}
