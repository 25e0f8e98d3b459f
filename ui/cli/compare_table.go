package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

const (
	// pageWidth is how wide a report may be.
	pageWidth = 80
	// mostTagged is how many segments along the columns have a letter each.
	mostTagged = 26
)

// side is the segments along one side of a cross-tab.
type side struct {
	at    []int
	names []string
}

// sideOf lists the segments of a result that are shown, and at the end those
// whom it does not have, when there are any.
func sideOf(pr *message.Printer, d export.Document, totals []int, absent string) side {
	var out side
	for i, s := range d.Segmentation.Segments {
		if totals[i] > 0 || !s.Unclassified {
			out.at, out.names = append(out.at, i), append(out.names, cell.Clean(s.Name.In(pr)))
		}
	}
	if last := len(totals) - 1; totals[last] > 0 {
		out.at, out.names = append(out.at, last), append(out.names, absent)
	}
	return out
}

// crossTab prints numbers of the cells of two segmentations, the columns under
// letters.
type crossTab struct {
	rows, cols side
	same       []int // the segment of the columns that a row's counts as, -1 for none: the row carries its letter; nil for no letters
	cells      [][]export.Cell
}

// newCrossTab makes a table of a pairing; newcomers and gone name the customers
// whom the first and the second side does not have.
func newCrossTab(pr *message.Printer, p export.Pairing, newcomers, gone string) crossTab {
	byRow, byCol := make([]int, len(p.Cells)), make([]int, len(p.Cells[0]))
	for i, row := range p.Cells {
		for j, c := range row {
			byRow[i] += c.Customers
			byCol[j] += c.Customers
		}
	}
	return crossTab{rows: sideOf(pr, p.First, byRow, newcomers), cols: sideOf(pr, p.Second, byCol, gone), cells: p.Cells}
}

// tooWide reports whether there are more columns than letters.
func (t crossTab) tooWide() bool { return len(t.cols.at) > mostTagged }

// tag is the letter of a column.
func tag(k int) string { return string(rune('A' + k)) }

// counterpart is the place of the column whose segment a row's counts as, -1 for
// none.
func (t crossTab) counterpart(row int) int {
	if i := t.rows.at[row]; i < len(t.same) {
		return slices.Index(t.cols.at, t.same[i])
	}
	return -1
}

// labels are the names of the rows, with the letter of the column of the same
// segment.
func (t crossTab) labels() (labels []string, width int) {
	for row, name := range t.rows.names {
		if t.same != nil {
			letter := " "
			if k := t.counterpart(row); k >= 0 {
				letter = tag(k)
			}
			name = letter + " " + name
		}
		labels = append(labels, name)
		width = max(width, cell.Width(name))
	}
	return labels, min(width, 30)
}

// print prints one number of every cell, in as many blocks of columns as the
// page is wide. Total sums cells where the number adds up; nil where it does not.
func (t crossTab) print(w io.Writer, title string, write func(export.Cell) string, total func(cells []export.Cell) string) {
	labels, width := t.labels()
	heads := t.heads(width)
	text := make([][]string, len(t.rows.at))
	for k, i := range t.rows.at {
		for _, j := range t.cols.at {
			text[k] = append(text[k], write(t.cells[i][j]))
		}
	}
	if total != nil {
		heads, labels = append(heads, "total"), append(labels, "total")
		var last []string
		for k, i := range t.rows.at {
			text[k] = append(text[k], total(t.row(i)))
		}
		for _, j := range t.cols.at {
			last = append(last, total(t.column(j)))
		}
		text = append(text, append(last, total(t.all())))
	}
	printColumns(w, title, labels, width, heads, text)
}

// printColumns prints a table in blocks of columns that fit the page.
func printColumns(w io.Writer, title string, labels []string, width int, heads []string, text [][]string) {
	widths := make([]int, len(heads))
	for j, head := range heads {
		widths[j] = cell.Width(head)
		for _, row := range text {
			widths[j] = max(widths[j], cell.Width(row[j]))
		}
	}
	for from := 0; from < len(heads); {
		to, used := from, width
		for to < len(heads) && (to == from || used+1+widths[to] <= pageWidth) {
			used += 1 + widths[to]
			to++
		}
		printRow(w, title, heads[from:to], width, widths[from:to])
		for k, label := range labels {
			printRow(w, label, text[k][from:to], width, widths[from:to])
		}
		fmt.Fprintln(w)
		from = to
	}
}

func printRow(w io.Writer, label string, cells []string, width int, widths []int) {
	line := cell.Fit(label, width, cell.Left)
	for j, s := range cells {
		line += " " + cell.Fit(s, widths[j], cell.Right)
	}
	fmt.Fprintln(w, strings.TrimRight(line, " "))
}

// named reports whether the columns' names fit the page beside labels of a
// width, so that they need no letters.
func (t crossTab) named(width int) bool {
	const narrow, total = 8, 9 // what a column of numbers and that of totals may need
	for _, name := range t.cols.names {
		width += 1 + max(cell.Width(name), narrow)
	}
	return t.same == nil && width+total <= pageWidth
}

// heads are the names of the columns where they fit, or else letters.
func (t crossTab) heads(width int) []string {
	if t.named(width) {
		return append([]string{}, t.cols.names...)
	}
	var out []string
	for k := range t.cols.at {
		out = append(out, tag(k))
	}
	return out
}

func (t crossTab) row(i int) (out []export.Cell) {
	for _, j := range t.cols.at {
		out = append(out, t.cells[i][j])
	}
	return out
}

func (t crossTab) column(j int) (out []export.Cell) {
	for _, i := range t.rows.at {
		out = append(out, t.cells[i][j])
	}
	return out
}

func (t crossTab) all() (out []export.Cell) {
	for _, i := range t.rows.at {
		out = append(out, t.row(i)...)
	}
	return out
}

// printLegend prints which segment a letter is, nothing where the columns have
// their names or all are those of rows.
func (t crossTab) printLegend(w io.Writer, title string) {
	if _, width := t.labels(); t.named(width) || t.same != nil && !t.strangers() {
		return
	}
	line := title
	for k, name := range t.cols.names {
		entry := "  " + tag(k) + " " + name
		if cell.Width(line)+cell.Width(entry) > pageWidth {
			fmt.Fprintln(w, line)
			line = " "
		}
		line += entry
	}
	fmt.Fprintf(w, "%s\n\n", line)
}

// strangers reports whether a column has a letter beside which no row has its
// name.
func (t crossTab) strangers() bool {
	named := 0
	for row, name := range t.rows.names {
		if k := t.counterpart(row); k >= 0 && t.cols.names[k] == name {
			named++
		}
	}
	return named < len(t.cols.names)
}

// counted writes the customers of cells, nothing for none.
func counted(cells []export.Cell) string {
	n := 0
	for _, c := range cells {
		n += c.Customers
	}
	if n == 0 {
		return "·"
	}
	return chart.Count(n)
}

// shareOf writes a share of customers, nothing for none.
func shareOf(share float64) string {
	if !(share > 0) {
		return "·"
	}
	if share < 0.005 {
		return "<1%"
	}
	return fmt.Sprintf("%.0f%%", 100*share)
}

// summed writes the sum of a number of cells with money, nothing where there is
// no customer.
func summed(of func(export.Cell) float64) func(cells []export.Cell) string {
	return func(cells []export.Cell) string {
		sum, customers := 0.0, 0
		for _, c := range cells {
			if v := of(c); !math.IsNaN(v) {
				sum += v
			}
			customers += c.Customers
		}
		if customers == 0 {
			return "·"
		}
		return chart.Short(math.Round(100*sum)/100, model.Money)
	}
}

// one makes of what writes several cells what writes one.
func one(write func([]export.Cell) string) func(export.Cell) string {
	return func(c export.Cell) string { return write([]export.Cell{c}) }
}
