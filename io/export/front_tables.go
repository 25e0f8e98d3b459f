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
// further cells of a segment.
func (f *front) segments(v *view, segments, money model.Column, advised bool, links string, more func(g SegmentSummary) []any) frontRows {
	t := f.book.tallyOf(v, segments, "B")
	counted, shared, summed, sharedValue := t.counted(), t.ofTotal("C", "0"), t.summed(money), t.ofTotal("E", `""`)
	if money == nil { // a share of values would follow them by half
		sharedValue = t.summed(nil)
	}
	out := frontRows{from: f.row + 1, to: f.row + len(v.summary.segments)}
	format := frontMoney(v.summary.total.Value)
	for _, g := range append(v.summary.segments[:len(v.summary.segments):len(v.summary.segments)], v.summary.total) {
		strong := g.Index < 0
		at := place{row: f.row + 1, total: out.to + 1, segment: g.Index}
		line := []any{f.formula(counted, at, float64(g.Customers), numberLook{format: wholeFormat, strong: strong}),
			f.formula(shared, at, g.Share, numberLook{format: shareFormat, strong: strong})}
		if g.HasValue {
			line = append(line, f.formula(summed, at, g.Value, numberLook{format: format, strong: strong}),
				f.formula(sharedValue, at, g.ValueShare, numberLook{format: shareFormat, strong: strong}))
		}
		if more != nil {
			line = append(line, more(g)...)
		}
		name, cell := f.frontName(v, g.Index, links)
		advice := ""
		if lines := v.advice(g.Advice); advised && !strong && len(lines) > 0 {
			advice = lines[0]
		}
		f.segmentLine(g, cell, name, line, advice)
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

// sizeTitles head the numbers of a table of segments.
func (v *view) sizeTitles() []string {
	out := []string{v.text(model.P("Customers")), v.text(model.P("Share of customers"))}
	if v.summary.total.HasValue {
		out = append(out, v.text(model.P("Value")), v.text(model.P("Share of value")))
	}
	return out
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
// one line, or else in as many as a column of numbers is wide.
func upright(name string) float64 {
	const character, edge, least, oneLine, lines, wrapped = 7, 12, 46, 145, 3, 1.35
	high := float64(displayWidth(name)) * character
	if high+edge <= oneLine {
		return max(least, high+edge)
	}
	return max(oneLine, high/lines*wrapped+edge)
}

// frontAgreement writes in the strip how far both sides agree, and returns the
// row below.
func (f *front) frontAgreement(row int, a Agreement, c agreementCells) int {
	b := f.book
	lines := [][]any{f.stripTitle(model.P("Agreement")), {said(b.looks.text, c.words, b.view.text(a.Words))}}
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
			lines = append(lines, []any{f.label(n.label), nil, f.computed(n.formula, n.value, numberLook{format: "0.000"})})
		}
	}
	if c.rand == "" {
		lines = append(lines, []any{f.label(model.P("These are numbers that the program worked out."))})
	}
	return f.beside(row, lines...)
}

// notes writes the first of what a reader should know.
func (f *front) notes(notes []string) {
	if len(notes) == 0 {
		return
	}
	f.title(model.P("Notes"))
	for _, n := range notes[:min(len(notes), mostFrontNotes)] {
		f.across(f.widths[:f.last], f.book.looks.wrap, n, nil)
	}
	if more := len(notes) - mostFrontNotes; more > 0 {
		f.fact(model.P("and %d more", more), f.book.view.text(model.P("on the sheet %s", qualitySheet)), qualitySheet)
	}
}
