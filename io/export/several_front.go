package export

import (
	"slices"

	"custseg/model"
)

// front writes the page of what the methods have in common: the data, how far
// each agrees with the first, the segments of all, and where those of the first
// are by the others.
func (v *severalView) front(b *book, parts []methodSheets, crossed []*matrix, agreements []agreementCells) error {
	var names []string
	segments, across := 0, len(v.views[0].sizeTitles())
	for i, one := range v.views {
		names, segments = append(names, one.names...), segments+len(one.summary.segments)
		if i > 0 {
			across += len(crossed[i-1].cols.at)
		}
	}
	beside := across <= mostFrontColumns+4
	columns := 11
	if beside {
		columns = max(columns, across)
	}
	f := b.openFront(v.title(), model.P("The same customers by several methods, each with sheets of its own."), append(names, v.names...), columns,
		moneyWidth(b.view.summary.total.Value), beside && segments <= 3*mostFrontSegments)
	f.facts(b.view)
	live := !slices.ContainsFunc(crossed, func(m *matrix) bool { return !m.live() })
	f.follows(live)
	f.sheets([]string{matrixSheet, customersSheet, qualitySheet, recipeSheet})
	v.methods(f, parts, agreements)
	for i, one := range v.views {
		title, at := model.P("Segments by %s", v.names[i]), 0
		var table frontRows
		if i == 0 && beside {
			f.title(model.P("Segments by %s, and where their customers are by the others", v.names[i]))
			at = f.row + 1
			table = f.crossedSegments(one, one.segmentColumn(), one.summary.value, v.names[1:], crossed, parts[i].tabs[summarySheet])
		} else {
			f.title(title)
			at = f.row
			f.headLine(one.text(model.P("Segment")), one.sizeTitles(), one.text(model.P("What to do")))
			table = f.segments(one, one.segmentColumn(), one.summary.value, true, parts[i].tabs[summarySheet], nil)
		}
		f.tableChart(at, b.view.text(title), table)
	}
	f.finish()
	return f.err
}

// methods lists the methods, where their sheets begin and how far each agrees with
// the first.
func (v *severalView) methods(f *front, parts []methodSheets, agreements []agreementCells) {
	b, text := f.book, f.book.view.text
	f.title(model.P("Methods"))
	f.headLine(text(model.P("Method")), []string{text(model.P("Segments")), text(model.P("Adjusted Rand index")), text(model.P("Shared information")), text(model.P("Cramér's V"))},
		text(model.P("Agreement with the first")))
	for i, one := range v.views {
		line := []any{nil, f.nameLink(v.names[i], parts[i].tabs[summarySheet]), f.number(float64(len(one.summary.segments)), numberLook{format: wholeFormat})}
		if i > 0 {
			a, c := v.against[i-1].Agreement, agreements[i-1]
			look := numberLook{format: "0.000"}
			line = append(line, f.computed(c.rand, a.Rand, look), f.computed(c.information, a.Information, look), f.computed(c.v, a.V, look),
				said(b.looks.name, c.words, text(a.Words)))
		}
		f.addHigh(heightOf([]string{v.names[i]}, []float64{f.widths[1] - indent}), line...)
		f.linkName(v.names[i], parts[i].tabs[summarySheet])
		if i > 0 {
			f.merge(len(line), f.last)
		}
	}
}

// acrossNames are the segments of the methods that the first is crossed with.
func acrossNames(crossed []*matrix) []string {
	var out []string
	for _, m := range crossed {
		out = append(out, m.cols.names...)
	}
	return out
}

// crossedSegments writes the segments of a method, and where their customers are by
// others of some names.
func (f *front) crossedSegments(v *view, segments, money model.Column, names []string, crossed []*matrix, links string) frontRows {
	at := firstNumber + len(v.sizeTitles())
	line, from := make([]any, at-1), []int(nil)
	for i, m := range crossed {
		from = append(from, len(line)+1)
		line = append(line, textCell(f.book.looks.head, names[i]))
		for range len(m.cols.at) - 1 {
			line = append(line, textCell(f.book.looks.head, ""))
		}
	}
	f.addHigh(2*lineHeight, line...)
	for i, m := range crossed {
		if len(m.cols.at) > 1 {
			f.merge(from[i], from[i]+len(m.cols.at)-1)
		}
	}
	f.upHead(acrossNames(crossed), v.sizeTitles(), v.text(model.P("Segment")))
	table := f.segments(v, segments, money, false, links, f.crossCells(crossed))
	for i, m := range crossed {
		f.colorScale(from[i], from[i]+len(m.cols.at)-1, table.from, table.to)
	}
	return table
}

// crossCells makes the cells of a segment of the first method by the segments of
// the others.
func (f *front) crossCells(crossed []*matrix) func(g SegmentSummary) []any {
	return func(g SegmentSummary) []any {
		var out []any
		for _, m := range crossed {
			k := m.rows.place(g.Index)
			_, byCol := m.pair.totals()
			for l, j := range m.cols.at {
				switch {
				case g.Index < 0:
					out = append(out, f.computed(m.refer(m.columnTotals().column(l)), float64(byCol[j]), numberLook{format: wholeFormat, strong: true}))
				case k < 0:
					out = append(out, nil)
				default:
					out = append(out, f.computed(m.refer(m.counts.cell(k, l)), float64(m.pair.Cells[g.Index][j].Customers), numberLook{format: tabFormat}))
				}
			}
		}
		return out
	}
}
