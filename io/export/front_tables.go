package export

import (
	"math"

	"custseg/model"
)

// frontRows is where a table of segments stands, without its totals.
type frontRows struct {
	from, to int
	colors   []string
}

// segments writes the segments of one of several methods, with advice unless it is
// to be left out. Their names, and the money, are columns of the ledger, nil where
// it does not hold them: then the numbers are values. more, which may be nil, makes
// further cells of a segment. The table ends at a column.
func (f *front) segments(v *view, segments, money model.Column, advised bool, links string, more func(g SegmentSummary) []any, last int) frontRows {
	t := f.book.tallyOf(v, segments, "B")
	counted, shared, summed, sharedValue := t.counted(), t.ofTotal("C", "0"), t.summed(money), t.ofTotal("E", `""`)
	if money == nil { // a share of values would follow them by half
		sharedValue = t.summed(nil)
	}
	out := frontRows{from: f.row + 1, to: f.row + len(v.summary.segments)}
	for _, g := range append(v.summary.segments[:len(v.summary.segments):len(v.summary.segments)], v.summary.total) {
		strong, shares := g.Index < 0, shareFormat
		if strong {
			shares = "0%"
		}
		at := place{row: f.row + 1, total: out.to + 1, segment: g.Index}
		line := []any{f.formula(counted, at, float64(g.Customers), numberLook{format: wholeFormat, strong: strong}),
			f.formula(shared, at, g.Share, numberLook{format: shares, strong: strong})}
		if g.HasValue {
			line = append(line, f.formula(summed, at, g.Value, numberLook{format: f.compact, strong: strong}),
				f.formula(sharedValue, at, g.ValueShare, numberLook{format: shares, strong: strong}))
		}
		if more != nil {
			line = append(line, more(g)...)
		}
		name, cell := f.frontName(v, g.Index, links)
		advice := ""
		if advised && !strong {
			advice = v.shortAdvice(g.Advice)
		}
		f.segmentLine(g, cell, name, line, advice, last)
		if !strong {
			f.linkName(name, links)
			out.colors = append(out.colors, segmentColor(g.Index, g.Unclassified))
		}
	}
	return out
}

// frontName makes the cell of a segment's name, or of the row of all, in the look
// of a link where it is one.
func (f *front) frontName(v *view, segment int, sheet string) (string, any) {
	if segment < 0 {
		name := v.text(model.P("All customers"))
		return name, textCell(f.book.looks.nameStrong, name)
	}
	return v.names[segment], f.nameLink(v.names[segment], sheet)
}

// nameLink makes the cell of a name, in the look of a link where it leads to a
// sheet. A link takes one line only: a longer name leads nowhere.
func (f *front) nameLink(name, sheet string) any {
	if sheet == "" || !f.fits(name) {
		return textCell(f.book.looks.name, name)
	}
	return textCell(f.book.looks.nameLink, name)
}

// fits reports whether a name takes one line.
func (f *front) fits(name string) bool { return float64(displayWidth(name)) <= f.widths[1]-indent }

// linkName makes the name just written lead to a sheet, none for no link.
func (f *front) linkName(name, sheet string) {
	if sheet != "" && f.fits(name) {
		f.link(2, sheet)
	}
}

// shortAdvice is the first line of advice, without the team that it is for.
func (v *view) shortAdvice(a model.Advice) string {
	for _, line := range []model.Phrase{a.Marketing, a.Product, a.Service, a.Risk} {
		if !line.Empty() {
			return v.text(line)
		}
	}
	return ""
}

// sizeGroups head the numbers of a table of segments.
func (f *front) sizeGroups(v *view) []headGroup {
	out := []headGroup{{v.text(model.P("Customers")), []string{v.text(model.P("Count")), v.text(model.P("Share"))}}}
	if v.summary.total.HasValue {
		out = append(out, headGroup{f.sumHead(model.P("Value")), []string{v.text(model.P("Sum")), v.text(model.P("Share"))}})
	}
	return out
}

// sizes is the number of columns of a table of segments.
func (v *view) sizes() int {
	if v.summary.total.HasValue {
		return 4
	}
	return 2
}

// tabFormat is that of counts, most of which may be nought.
const tabFormat = `#,##0;-#,##0;"–"`

// crossTab writes the customers of a matrix on a scale of colours.
func (f *front) crossTab(title model.Phrase, m *matrix) {
	b := f.book
	f.title(title)
	f.link(1, matrixSheet)
	f.upHead(append(m.cols.names[:len(m.cols.names):len(m.cols.names)], b.view.text(model.P("total"))), nil, b.view.text(model.P("%s by %s", m.pair.FirstName, m.pair.SecondName)))
	byRow, byCol := m.pair.totals()
	look, strong := numberLook{format: tabFormat}, numberLook{format: wholeFormat, strong: true}
	from := f.row + 1
	for k, i := range m.rows.at {
		line := []any{nil, textCell(b.looks.name, m.rows.names[k])}
		if i < len(m.pair.first.result.Segments) {
			line[0] = f.swatch(SegmentSummary{Index: i, Segment: m.pair.first.result.Segments[i]})
		}
		for l, j := range m.cols.at {
			line = append(line, f.computed(m.refer(m.counts.cell(k, l)), float64(m.pair.Cells[i][j].Customers), look))
		}
		line = append(line, f.computed(m.refer(m.rowTotals().row(k)), float64(byRow[i]), look))
		f.addHigh(heightOf([]string{m.rows.names[k]}, []float64{f.widths[1] - indent}), line...)
	}
	f.colorScale(firstNumber, firstNumber+len(m.cols.at)-1, from, f.row)
	line := []any{textCell(b.looks.strong, ""), textCell(b.looks.nameStrong, b.view.text(model.P("total")))}
	all := 0
	for l, j := range m.cols.at {
		line = append(line, f.computed(m.refer(m.columnTotals().column(l)), float64(byCol[j]), strong))
		all += byCol[j]
	}
	total := block{m.name, m.counts.bottom + 1, m.counts.right + 1, m.counts.bottom + 1, m.counts.right + 1}
	f.addHigh(totalHeight, append(line, f.computed(m.refer(total), float64(all), strong))...)
}

// refer is a formula that repeats a cell, empty where the numbers are values.
func (m *matrix) refer(cell block) string {
	if !m.live() {
		return ""
	}
	return cell.String()
}

// upHead writes the head of a table whose names of columns stand upright behind
// titles that do not.
func (f *front) upHead(names, titles []string, first string) {
	b, height := f.book, 0.
	line := []any{textCell(b.looks.head, ""), textCell(b.looks.headIndent, first)}
	for _, t := range titles {
		line = append(line, textCell(b.looks.headRight, t))
	}
	for _, n := range names {
		line = append(line, textCell(b.looks.headUp, n))
		height = max(height, upright(n))
	}
	f.addHigh(height, line...)
}

// upright is the height in points that a name takes when it stands upright: in
// one line, or else in as many as a column of numbers is wide, and not more than a
// page has room for.
func upright(name string) float64 {
	const character, edge, least, oneLine, lines, wrapped, most = 6.5, 12, 46, 100, 2, 1.2, 120
	high := float64(displayWidth(name)) * character
	if high+edge <= oneLine {
		return max(least, high+edge)
	}
	return min(max(oneLine, high/lines*wrapped+edge), most)
}

// frontAgreement writes how far both sides agree, in the columns from one to another
// from a row on, and returns the row below.
func (f *front) frontAgreement(row, from, to int, a Agreement, c agreementCells) int {
	b := f.book
	lines := [][]any{f.listTitle(model.P("Agreement")), {said(b.looks.text, c.words, b.view.text(a.Words))}}
	for _, n := range []struct {
		label   model.Phrase
		value   float64
		formula string
	}{
		{model.P("Adjusted Rand index (0 chance, 1 the same)"), a.Rand, c.rand},
		{model.P("Shared information (0 none, 1 the same)"), a.Information, c.information},
		{model.P("Cramér's V, strength of association (0–1)"), a.V, c.v},
	} {
		if !math.IsNaN(n.value) || n.formula != "" {
			lines = append(lines, []any{f.label(n.label), f.computed(n.formula, n.value, numberLook{format: "0.000"})})
		}
	}
	if c.rand == "" {
		lines = append(lines, []any{f.label(model.P("These are numbers that the program worked out."))})
	}
	return f.beside(row, from, to, lines...)
}

// ranking lists in the columns from one to another, from a row on, the first pairs of
// segments that a matrix ranks, with a number each, and returns the row below.
func (f *front) ranking(row, from, to int, title, between model.Phrase, m *matrix, r ranked, numbers block, of func(Cell) float64, format string) int {
	const most = 4
	if len(r.cells) == 0 {
		return row
	}
	b, apart := f.book, f.book.view.text(between)
	lines := [][]any{f.listTitle(title)}
	for i, c := range r.cells[:min(most, len(r.cells))] {
		formula, name := "", m.pair.first.names[c.Row]+apart+m.pair.second.names[c.Col]
		if first := r.label(m.labels(), i); first != "" {
			formula = "IF(" + first + `="","",` + first + "&" + quoteText(apart) + "&" + r.head(m.heads(), i) + ")"
		}
		lines = append(lines, []any{said(b.looks.text, formula, name), f.computed(r.of(numbers, i), of(c), numberLook{format: format})})
	}
	return f.beside(row, from, to, lines...)
}

// notes writes the first of what a reader should know.
func (f *front) notes(notes []string) {
	if len(notes) == 0 {
		return
	}
	f.side = f.last + 1
	f.title(model.P("Notes"))
	for _, n := range notes[:min(len(notes), mostFrontNotes)] {
		f.across(f.widths[:f.last], f.book.looks.wrap, n, nil)
	}
	if more := len(notes) - mostFrontNotes; more > 0 {
		f.fact(model.P("and %d more", more), f.book.view.text(model.P("on the sheet %s", qualitySheet)), qualitySheet)
	}
}
