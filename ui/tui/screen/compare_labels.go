package screen

import (
	"math"

	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// gridFor returns the table to draw in w cells. Where the columns are too
// narrow to tell their names apart they carry the segments' tags instead, and
// legend says which is which.
func (c *comparison) gridFor(t *theme.Theme, pr *message.Printer, w int, shares bool) (grid *chart.Grid, legend []string) {
	if c.namesFit(w, shares) {
		return c.grid.WithShares(shares), nil
	}
	if c.tagged == nil {
		c.tagged = c.withTags(t, pr)
	}
	return c.tagged.WithShares(shares), c.legend(t, w)
}

// namesFit reports whether the columns' names differ where they are cut.
func (c *comparison) namesFit(w int, shares bool) bool {
	const short = 6
	room := c.columnWidth(w, shares)
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
func (c *comparison) columnWidth(w int, shares bool) int {
	const totals = 9
	label := 0
	for _, name := range c.rows {
		label = max(label, cell.Width(name)+1)
	}
	number := len("100.0%")
	if !shares {
		number = len(chart.Count(c.First.Customers.Len()))
	}
	return max((w-min(label, w/3)-totals)/len(c.cols)-1, number)
}

// mostLines is the height from which the table would only grow rows with a
// second line, when its columns are too narrow for what stands there.
func (c *comparison) mostLines(w int, shares bool) int {
	const share, heading = 6, 5 // heading, two lines of titles, totals, ramp
	if shares || c.columnWidth(w, shares) >= share {
		return math.MaxInt
	}
	return len(c.rows) + heading
}

// withTags is the same table with tags for columns; the rows have theirs too
// when they are segments of the same method.
func (c *comparison) withTags(t *theme.Theme, pr *message.Printer) *chart.Grid {
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
	return chart.NewGrid(pr, &data)
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
