package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// crossTab is customers by two sets of segments, as a table on the screen: one
// set down the rows, the other along the columns.
type crossTab struct {
	rows, cols []string
	same       bool // the rows and the columns are the segments of one method
	counts     [][]int
	amounts    []amounts // the figures beside customers that cells can show

	grid, tagged *chart.Grid // with names along the columns, and with tags, nil until needed
	data, tags   *model.Grid // what they show
}

// amounts are numbers by cell, NaN where there is no customer.
type amounts struct {
	title  model.Phrase
	values [][]float64
}

// figure is what the cells of a table show: customers, their share of the row,
// or amounts, the first of which is number 2.
type figure int

// The figures that every table has.
const (
	counts figure = iota
	shares        // of the row
	plainFigures
)

// newCrossTab makes a table of customers; its counts are found here.
func newCrossTab(pr *message.Printer, data *model.Grid, same bool, amounts []amounts) *crossTab {
	return &crossTab{rows: data.Rows, cols: data.Cols, same: same, counts: data.Counts(), amounts: amounts,
		grid: chart.NewGrid(pr, data), data: data}
}

// after returns the figure that follows another.
func (c *crossTab) after(f figure) figure { return (f + 1) % (plainFigures + figure(len(c.amounts))) }

// members returns the customers of a cell, as places in the table's data.
func (c *crossTab) members(at chart.Cursor) []int32 { return c.grid.Members(at, 0, 0) }

// gridFor returns the table to draw in w cells. Where the columns are too
// narrow to tell their names apart they carry the segments' tags instead, and
// legend says which is which.
func (c *crossTab) gridFor(t *theme.Theme, pr *message.Printer, w int, f figure) (grid *chart.Grid, legend []string) {
	if c.namesFit(w, f) {
		return c.showing(pr, c.grid, c.data, f), nil
	}
	if c.tagged == nil {
		c.tags = c.withTags(t)
		c.tagged = chart.NewGrid(pr, c.tags)
	}
	return c.showing(pr, c.tagged, c.tags, f).WithNames(c.rows, c.cols), c.legend(t, w)
}

// showing returns a table of customers with a figure in its cells.
func (c *crossTab) showing(pr *message.Printer, grid *chart.Grid, data *model.Grid, f figure) *chart.Grid {
	if f >= plainFigures {
		a := c.amounts[f-plainFigures]
		return chart.NewMatrix(pr, a.title, data.RowTitle, data.ColTitle, data.Rows, data.Cols, a.values, model.Plain).WithTotals()
	}
	return grid.WithShares(f == shares)
}

// table is what the screen shows, as words.
func (c *crossTab) table(pr *message.Printer, f figure) chart.Table {
	return c.showing(pr, c.grid, c.data, f).Table()
}

// namesFit reports whether the columns' names differ where they are cut.
func (c *crossTab) namesFit(w int, f figure) bool {
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
func (c *crossTab) columnWidth(w int, f figure) int {
	const totals = 9
	label := 0
	for _, name := range c.rows {
		label = max(label, cell.Width(name)+1)
	}
	number := len("100.0%")
	if f == counts {
		number = len(chart.Count(len(c.data.Row)))
	}
	return max((w-min(label, w/3)-totals)/len(c.cols)-1, number)
}

// lines is the height to draw the table with in w by h cells, of which the
// portraits below it take some. Cells have a second line, with the share of all
// customers, where that costs the portraits nothing and the shares of so few cells
// tell anything.
func (c *crossTab) lines(w, h, portraits int, f figure) int {
	const share, few = 6, 60
	heading := 5 // title, those of the columns, totals, ramp
	if c.namesFit(w, f) {
		heading++ // names may break
	}
	once := len(c.rows) + heading
	if twice := once + len(c.rows); f == counts && c.columnWidth(w, f) >= share && len(c.rows)*len(c.cols) <= few && h >= twice+portraits {
		return twice
	}
	return min(once, h)
}

// withTags is the same table with tags for columns; a row has that of the
// column of its name when they are segments of the same method.
func (c *crossTab) withTags(t *theme.Theme) *model.Grid {
	data := *c.data
	data.Cols = make([]string, len(c.cols))
	for i := range c.cols {
		data.Cols[i] = t.Tag(i)
	}
	if c.same {
		data.Rows = make([]string, len(c.rows))
		for i, name := range c.rows {
			data.Rows[i] = t.Tag(slices.Index(c.cols, name)) + " " + name
		}
	}
	return &data
}

// legend names the tags that the rows do not name already.
func (c *crossTab) legend(t *theme.Theme, w int) []string {
	var out []string
	row := ""
	for i, name := range c.cols {
		if c.same && slices.Contains(c.rows, name) {
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

// rowSum and colSum are the customers of a row and of a column.
func (c *crossTab) rowSum(y int) (n int) {
	for _, k := range c.counts[y] {
		n += k
	}
	return n
}

func (c *crossTab) colSum(x int) (n int) {
	for _, row := range c.counts {
		n += row[x]
	}
	return n
}

// standsOut says where most customers of the cursor's row and column are.
func (c *crossTab) standsOut(pr *message.Printer, at chart.Cursor) string {
	inRow, n := mostOf(len(c.cols), func(j int) int { return c.counts[at.Y][j] })
	inCol, m := mostOf(len(c.rows), func(i int) int { return c.counts[i][at.X] })
	switch {
	case inRow < 0 && inCol < 0:
		return ""
	case inRow < 0:
		return say(pr, "Largest in the column: %s, %s", c.rows[inCol], chart.Share(m, c.colSum(at.X)))
	case inCol < 0:
		return say(pr, "Largest in the row: %s, %s", c.cols[inRow], chart.Share(n, c.rowSum(at.Y)))
	}
	return say(pr, "Largest in the row: %s, %s; in the column: %s, %s",
		c.cols[inRow], chart.Share(n, c.rowSum(at.Y)), c.rows[inCol], chart.Share(m, c.colSum(at.X)))
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
