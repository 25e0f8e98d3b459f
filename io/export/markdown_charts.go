package export

import (
	"math"
	"strings"

	"custseg/model"
)

// What a chart in text shows at most, so that a report stays a page.
const (
	textBars     = 15 // bars, rows and points
	textColumns  = 8  // of a grid
	textBarCells = 32
	textLabel    = 32
	textBins     = 12 // of a histogram
)

// drawing is a chart as lines of text.
type drawing struct {
	v     *view
	lines []string
}

// textChart draws a chart of the method as text, nothing for one that text does
// not show or that tells of single customers what a mask hides.
func (v *view) textChart(c model.Chart) []string {
	d := &drawing{v: v}
	switch c := c.(type) {
	case *model.Bars:
		d.bars(c)
	case *model.Histogram:
		if !v.readsPersons {
			d.histogram(c)
		}
	case *model.Grid:
		d.grid(c)
	case *model.Curve:
		d.curve(c)
	case *model.Series:
		d.series(c)
	case *model.Tree:
		d.tree(c)
	case *model.Dendrogram:
		d.dendrogram(c)
	case *model.Scatter:
		if !v.readsPersons {
			d.centers(c)
		}
	case *model.Listing:
		d.listing(c)
	}
	return d.lines
}

// table writes lines of cells below each other; those of numbers end there.
func (d *drawing) table(rows [][]string, right func(column int) bool) {
	var widths []int
	for i := range rows {
		for j, s := range rows[i] {
			rows[i][j] = oneLine(s)
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], displayWidth(rows[i][j]))
		}
	}
	for _, r := range rows {
		for j, s := range r {
			r[j] = padded(s, widths[j], right(j))
		}
		d.lines = append(d.lines, strings.TrimRight(strings.Join(r, "  "), " "))
	}
}

// more says how many rows are left out.
func (d *drawing) more(shown, all int) {
	if shown < all {
		d.lines = append(d.lines, d.v.text(model.P("… and %d more", all-shown)))
	}
}

// amounts draws numbers with their names as bars from the left, those below zero
// as numbers alone. The heads of names and amounts may be nil.
func (d *drawing) amounts(head, labels []string, values []float64, unit model.Unit, marks []string) {
	most := 0.0
	for _, x := range values {
		if !math.IsNaN(x) && !math.IsInf(x, 0) {
			most = max(most, x)
		}
	}
	var rows [][]string
	if head != nil {
		rows = append(rows, head)
	}
	for i, x := range values {
		bar := ""
		if most > 0 && x > 0 {
			bar = textBar(x/most, textBarCells)
		}
		row := []string{cut(labels[i], textLabel), d.v.figure(x, unit, values), bar}
		if marks != nil {
			row = append(row, marks[i])
		}
		rows = append(rows, row)
	}
	d.table(rows, func(j int) bool { return j == 1 })
}

func (d *drawing) bars(c *model.Bars) {
	n := min(len(c.Labels), textBars)
	var labels []string
	for _, l := range c.Labels[:n] {
		labels = append(labels, d.v.text(l))
	}
	titles := d.v.barTitles(c)
	d.amounts([]string{d.v.text(titles[0]), d.v.text(titles[1])}, labels, c.Values[:n], c.Unit, nil)
	d.more(n, len(c.Labels))
}

// histogram draws the distribution of a value, with the bins in which a cut lies
// marked.
func (d *drawing) histogram(c *model.Histogram) {
	var labels, marks []string
	var counts []float64
	for _, b := range d.v.bins(c, textBins) {
		labels, counts, marks = append(labels, b.label), append(counts, float64(b.count)), append(marks, d.v.cutWords(c, b))
	}
	d.amounts(nil, labels, counts, model.Plain, marks)
}

func (d *drawing) grid(c *model.Grid) {
	counts, means := c.Counts(), c.Means()
	cols := min(len(c.Cols), textColumns)
	head := []string{d.v.text(c.RowTitle) + " \\ " + d.v.text(c.ColTitle)}
	for _, name := range c.Cols[:cols] {
		head = append(head, cut(d.v.text(model.Raw(name)), textLabel/2))
	}
	rows := [][]string{head}
	for i, name := range c.Rows[:min(len(c.Rows), textBars)] {
		row := []string{cut(d.v.text(model.Raw(name)), textLabel)}
		for j := range cols {
			if means != nil {
				row = append(row, d.v.figure(means[i][j], c.ValueUnit, means[i]))
			} else {
				row = append(row, d.v.figure(float64(counts[i][j]), model.Plain, nil))
			}
		}
		rows = append(rows, row)
	}
	d.table(rows, func(j int) bool { return j > 0 })
	d.more(len(rows)-1, len(c.Rows))
	if cols < len(c.Cols) {
		d.lines = append(d.lines, d.v.text(model.P("… and %d more columns", len(c.Cols)-cols)))
	}
}

// curve draws a line at eleven places.
func (d *drawing) curve(c *model.Curve) {
	if len(c.X) == 0 {
		return
	}
	const places = 10
	var labels []string
	var values []float64
	for k := range places + 1 {
		at := (len(c.X) - 1) * k / places
		labels, values = append(labels, d.v.figure(c.X[at], c.XUnit, c.X)), append(values, c.Y[at])
	}
	d.lines = append(d.lines, oneLine(d.v.text(c.XTitle))+" → "+oneLine(d.v.text(c.YTitle)))
	d.amounts(nil, labels, values, c.YUnit, nil)
}

func (d *drawing) series(c *model.Series) {
	head := []string{d.v.text(c.XTitle)}
	for _, l := range c.Lines {
		head = append(head, cut(d.v.text(l.Name), textLabel))
	}
	rows := [][]string{head}
	for i, x := range c.X[:min(len(c.X), textBars)] {
		row := []string{d.v.figure(x, model.Plain, nil)}
		if x == c.Chosen && !c.Bars {
			row[0] += " *"
		}
		for _, l := range c.Lines {
			row = append(row, d.v.figure(l.Y[i], model.Plain, l.Y))
		}
		rows = append(rows, row)
	}
	d.table(rows, func(j int) bool { return j > 0 })
	d.more(len(rows)-1, len(c.X))
}

func (d *drawing) tree(c *model.Tree) {
	var rows [][]string
	var write func(node, depth int)
	write = func(node, depth int) {
		n := c.Nodes[node]
		segment := ""
		if n.Segment >= 0 {
			segment = d.v.names[n.Segment]
		}
		rows = append(rows, []string{strings.Repeat("· ", depth) + cut(d.v.text(n.Text), 2*textLabel), d.v.figure(float64(n.N), model.Plain, nil),
			d.v.figure(n.Value, c.Unit, nil), segment})
		for _, k := range n.Children {
			write(k, depth+1)
		}
	}
	if len(c.Nodes) > 0 {
		write(0, 0)
	}
	all := len(rows)
	rows = rows[:min(all, 3*textBars)]
	rows = append([][]string{{"", d.v.text(model.P("Customers")), d.v.text(c.ValueName), d.v.text(model.P("Segment"))}}, rows...)
	d.table(rows, func(j int) bool { return j == 1 || j == 2 })
	d.more(len(rows)-1, all)
}

// dendrogram draws the heights of the last joins, the cut among them.
func (d *drawing) dendrogram(c *model.Dendrogram) {
	n := min(len(c.Merges), textBars)
	var labels, marks []string
	var values []float64
	for k := range n {
		m := c.Merges[len(c.Merges)-1-k]
		mark := ""
		if k == c.Clusters-1 {
			mark = d.v.text(model.P("below the cut"))
		}
		labels, values, marks = append(labels, d.v.text(model.P("%d clusters to %d", k+2, k+1))), append(values, m.Height), append(marks, mark)
	}
	d.amounts(nil, labels, values, model.Plain, marks)
	d.more(n, len(c.Merges))
}

// centers writes where the middle of each cluster is on a scatter.
func (d *drawing) centers(c *model.Scatter) {
	if len(c.Centers) == 0 {
		return
	}
	rows := [][]string{{d.v.text(model.P("Middle of")), d.v.text(c.XTitle), d.v.text(c.YTitle)}}
	for _, m := range c.Centers {
		rows = append(rows, []string{d.v.names[m.Segment], d.v.figure(m.X, c.XUnit, c.X), d.v.figure(m.Y, c.YUnit, c.Y)})
	}
	d.table(rows, func(j int) bool { return j > 0 })
}

func (d *drawing) listing(c *model.Listing) {
	var head []string
	for _, col := range c.Columns {
		head = append(head, d.v.text(col.Title))
	}
	rows := [][]string{head}
	for r := range min(c.Len(), textBars) {
		var row []string
		for _, col := range c.Columns {
			if col.Words != nil {
				row = append(row, cut(d.v.text(col.Words[r]), textLabel))
			} else {
				row = append(row, d.v.figure(col.Values[r], col.Unit, col.Values))
			}
		}
		rows = append(rows, row)
	}
	d.table(rows, func(j int) bool { return c.Columns[j].Words == nil })
	d.more(len(rows)-1, c.Len())
}
