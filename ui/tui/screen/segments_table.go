package screen

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// segmentRows is the segments of a result as rows of a table.
type segmentRows struct {
	host    Host
	lines   []export.SegmentSummary
	theme   *theme.Theme // as last drawn, for the colours of the bars
	before  map[int]int  // customers in the result before, by segment; nil for none
	gone    []string     // segments of the result before that are no more
	columns []segmentColumn
	w       int                            // cells of the table
	most    struct{ share, value float64 } // the greatest shares, for the bars
}

// segmentColumn is one column of the table: its text, its number, and the share
// that its bar shows.
type segmentColumn struct {
	grid.Column
	text   func(export.SegmentSummary) string
	number func(export.SegmentSummary) float64
	bar    func(export.SegmentSummary) float64
}

// barCells is how long a bar is, and in a table of few cells.
const (
	barCells       = 8
	narrowBarCells = 5
	narrowTable    = 60
	barlessTable   = 40 // cells of a table without bars
	leastName      = 15
	leastNumber    = 3 // cells of a column, whatever is in it
	swatchCells    = 3
	leastRule      = 16 // less of a rule says nothing
	shareTitle     = "share"
)

func newSegmentRows(host Host, r, before *pipeline.Result, w int) *segmentRows {
	rows := &segmentRows{host: host, w: w, lines: export.Summarize(r.Customers, r.Segmentation)}
	if before != nil {
		rows.before, rows.gone = sizesBefore(host.Printer(), r, before)
	}
	for _, l := range rows.lines {
		rows.most.share = max(rows.most.share, l.Share)
		if l.ValueShare > 0 {
			rows.most.value = max(rows.most.value, l.ValueShare)
		}
	}
	rows.makeColumns()
	return rows
}

// fit makes the columns for another width of the table, and reports whether they
// had to be.
func (r *segmentRows) fit(w int) bool {
	if w == r.w {
		return false
	}
	r.w = w
	r.makeColumns()
	return true
}

// narrow reports whether there is room for little beside the names.
func (r *segmentRows) narrow() bool { return r.w < narrowTable }

func (r *segmentRows) makeColumns() {
	pr := r.host.Printer()
	r.columns = nil
	r.add("Segment", cell.Left, func(l export.SegmentSummary) string { return l.Name.In(pr) }, nil)
	count := "Customers"
	if r.narrow() {
		count = "n"
	}
	r.add(count, cell.Right, func(l export.SegmentSummary) string { return pr.Sprintf("%d", l.Customers) },
		func(l export.SegmentSummary) float64 { return float64(l.Customers) })
	if r.before != nil {
		r.add("change", cell.Right, func(l export.SegmentSummary) string { return r.change(l) },
			func(l export.SegmentSummary) float64 { return float64(l.Customers - r.before[l.Index]) })
	}
	r.addBar(shareTitle, func(l export.SegmentSummary) float64 { return l.Share }, func() float64 { return r.most.share })
	if len(r.lines) > 0 && r.lines[0].HasValue {
		values := map[int]string{}
		for i, text := range chart.Lined(r.values(), model.Money) {
			values[r.lines[i].Index] = text
		}
		r.add("Value", cell.Right, func(l export.SegmentSummary) string { return values[l.Index] },
			func(l export.SegmentSummary) float64 { return l.Value })
		r.addBar("of value", func(l export.SegmentSummary) float64 { return l.ValueShare }, func() float64 { return r.most.value })
	}
	if len(r.lines) > 0 {
		r.addAverages(r.lines[0].Averages)
	}
	r.add("Rule", cell.Left, func(l export.SegmentSummary) string { return l.Rule.In(pr) }, nil)
	r.columns[len(r.columns)-1].Least = leastRule
	r.columns[0].Max = r.nameWidth()
}

// nameWidth is how many cells names may take: what they need, as far as their
// sizes stay on the screen.
func (r *segmentRows) nameWidth() int {
	sizes := 0
	for _, c := range r.columns[1:] {
		w := max(cell.Width(c.Title), leastNumber)
		for _, l := range r.lines {
			text := cell.Width(c.text(l))
			if c.Bar > 0 {
				text += c.Bar + 1
			}
			w = max(w, text)
		}
		const between = 2
		sizes += w + between
		if c.Title == shareTitle {
			break
		}
	}
	return max(leastName+swatchCells, r.w-2-sizes)
}

// addAverages adds the mean of each number that the method read.
// values are those of the segments, line by line.
func (r *segmentRows) values() []float64 {
	out := make([]float64, len(r.lines))
	for i, l := range r.lines {
		out[i] = l.Value
	}
	return out
}

// telling are the places of averages in the order in which they are shown: as the
// method uses them, and of many those first in which segments differ the most.
func telling(averages []export.Average) []int {
	const few = 4
	out := make([]int, len(averages))
	for i := range out {
		out[i] = i
	}
	if len(out) > few {
		slices.SortStableFunc(out, func(i, j int) int {
			a, b := averages[i], averages[j]
			switch {
			case a.Known != b.Known && a.Known:
				return -1
			case a.Known != b.Known:
				return 1
			}
			return cmp.Compare(b.Between, a.Between)
		})
	}
	return out
}

func (r *segmentRows) addAverages(averages []export.Average) {
	for _, i := range telling(averages) {
		a := averages[i]
		unit := chart.Coded(a.Label.In(r.host.Printer()), a.Unit)
		title := "avg " + strings.ToLower(a.Label.In(r.host.Printer()))
		if a.Known {
			title = a.Label.In(r.host.Printer())
		}
		r.add(title, cell.Right,
			func(l export.SegmentSummary) string {
				if math.IsNaN(l.Averages[i].Mean) {
					return ""
				}
				return chart.Short(l.Averages[i].Mean, unit)
			},
			func(l export.SegmentSummary) float64 { return l.Averages[i].Mean })
	}
}

func (r *segmentRows) add(title string, a cell.Align, text func(export.SegmentSummary) string, number func(export.SegmentSummary) float64) {
	r.columns = append(r.columns, segmentColumn{Column: grid.Column{Title: title, Align: a, Missing: true}, text: text, number: number})
}

// addBar adds a share with a bar; the longest bar is the greatest share.
func (r *segmentRows) addBar(title string, share func(export.SegmentSummary) float64, most func() float64) {
	text := func(l export.SegmentSummary) string {
		if math.IsNaN(share(l)) {
			return ""
		}
		return r.host.Printer().Sprintf("%.1f%%", 100*share(l))
	}
	bar := func(l export.SegmentSummary) float64 {
		if most() <= 0 {
			return 0
		}
		return max(0, share(l)) / most()
	}
	cells := barCells
	switch {
	case r.narrow() && r.before != nil, r.w < barlessTable: // numbers need the room
		cells, bar = 0, nil
	case r.narrow():
		cells = narrowBarCells
	}
	r.columns = append(r.columns, segmentColumn{Column: grid.Column{Title: title, Align: cell.Right, Bar: cells, Missing: true}, text: text, number: share, bar: bar})
}

// change is how many customers a segment gained or lost since the result that
// changes are counted from.
func (r *segmentRows) change(l export.SegmentSummary) string {
	up, down := "  ", "  " // as wide as the signs: columns are measured before there is a theme
	if r.theme != nil {
		up, down = " "+r.theme.Glyphs.Up, " "+r.theme.Glyphs.Down
	}
	before, ok := r.before[l.Index]
	d := l.Customers - before
	switch {
	case !ok:
		return "new"
	case d > 0:
		return r.host.Printer().Sprintf("+%d", d) + up
	case d < 0:
		return r.host.Printer().Sprintf("%d", d) + down
	}
	return "=  "
}

// number is the segment's number in the segmentation.
func (r *segmentRows) number(row int) int { return r.lines[row].Index }

// Len implements [grid.Source].
func (r *segmentRows) Len() int { return len(r.lines) }

// Columns implements [grid.Source].
func (r *segmentRows) Columns() []grid.Column {
	out := make([]grid.Column, len(r.columns))
	for i, c := range r.columns {
		out[i] = c.Column
	}
	return out
}

// Text implements [grid.Source].
func (r *segmentRows) Text(row, col int) string { return r.columns[col].text(r.lines[row]) }

// Numeric implements [grid.Sortable].
func (r *segmentRows) Numeric(col int) bool { return r.columns[col].number != nil }

// Number implements [grid.Sortable].
func (r *segmentRows) Number(row, col int) float64 {
	return r.columns[col].number(r.lines[row])
}

// Bar implements [grid.Barrer].
func (r *segmentRows) Bar(row, col int) (float64, bool) {
	if r.columns[col].bar == nil {
		return 0, false
	}
	return r.columns[col].bar(r.lines[row]), true
}

// Ink implements [grid.Inker]: bars are in their segment's colour.
func (r *segmentRows) Ink(row, col int) (theme.Ink, bool) {
	if r.theme == nil || r.columns[col].bar == nil {
		return theme.Ink{}, false
	}
	return r.theme.Segment(r.number(row)), true
}

// Swatch implements [grid.Swatcher].
func (r *segmentRows) Swatch(row, col int) (int, bool) { return r.number(row), col == 0 }

// Swatched implements [grid.Swatcher].
func (r *segmentRows) Swatched(col int) bool { return col == 0 }
