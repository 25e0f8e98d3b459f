package export

import (
	"slices"

	"custseg/model"
)

// mostBeside is the number of charts beside one another.
const mostBeside = 3

// front writes the page of what the methods have in common: the data, how far
// each agrees with the first, the segments of all, and where those of the first
// are by the others.
func (v *severalView) front(b *book, parts []methodSheets, crossed []*matrix, agreements []agreementCells) error {
	var names []string
	across := v.views[0].sizes()
	for i, one := range v.views {
		names = append(names, one.names...)
		if i > 0 {
			across += len(crossed[i-1].cols.at)
		}
	}
	names = append(names, v.names...)
	room := b.frontColumns(names)
	beside, columns := across <= room, 0
	if beside {
		columns = across
	}
	f := b.openFront(v.title(), model.P("The same customers by several methods, each with sheets of its own."), names, columns, b.view.summary.total.Value)
	top := f.row + 1
	f.facts(b.view)
	live := !slices.ContainsFunc(crossed, func(m *matrix) bool { return !m.live() })
	f.follows(live)
	f.sheets([]string{matrixSheet, customersSheet, qualitySheet, recipeSheet})
	below := f.row + 1
	v.methods(f, parts, agreements)
	var charts []frontChart
	for i, one := range v.views {
		var table frontRows
		if i == 0 && beside {
			f.title(model.P("Segments by %s, and where their customers are by the others", v.names[i]))
			table = f.crossedSegments(one, one.segmentColumn(), one.summary.value, v.names[1:], crossed, parts[i].tabs[summarySheet])
		} else {
			f.title(model.P("Segments by %s", v.names[i]))
			f.headLine(one.text(model.P("Segment")), f.sizeGroups(one), one.text(model.P("What to do")), f.last)
			table = f.segments(one, one.segmentColumn(), one.summary.value, true, parts[i].tabs[summarySheet], nil, f.last)
		}
		charts = append(charts, f.sizesChart(b.view.text(model.P("Customers by %s", v.names[i])), firstNumber, table, wholeFormat))
	}
	f.sideChart(top, below, charts[0])
	for some := range slices.Chunk(charts[1:], mostBeside) {
		if f.height(1, f.row+1)+chartHigh <= frontHigh { // the others are on sheets of their own
			f.charts(some...)
		}
	}
	f.finish()
	return f.err
}

// methods lists the methods, where their sheets begin and how far each agrees with
// the first.
func (v *severalView) methods(f *front, parts []methodSheets, agreements []agreementCells) {
	b, text := f.book, f.book.view.text
	f.title(model.P("Methods"))
	f.headLine(text(model.P("Method")), []headGroup{{text(model.P("Agreement with the first")), []string{text(model.P("Rand")), text(model.P("Info")), text(model.P("V"))}}},
		text(model.P("0 chance, 1 the same")), f.last)
	for i := range v.views {
		line := []any{nil, f.nameLink(v.names[i], parts[i].tabs[summarySheet])}
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
	groups := f.sizeGroups(v)
	line, from, titles := []any{textCell(f.book.looks.head, ""), textCell(f.book.looks.head, "")}, []int(nil), []string(nil)
	for _, g := range groups {
		titles = append(titles, g.titles...)
		line = append(line, textCell(f.book.looks.headMid, g.title), textCell(f.book.looks.headMid, ""))
	}
	for i, m := range crossed {
		from = append(from, len(line)+1)
		line = append(line, textCell(f.book.looks.headMid, names[i]))
		for range len(m.cols.at) - 1 {
			line = append(line, textCell(f.book.looks.headMid, ""))
		}
	}
	f.addHigh(2*lineHeight, line...)
	for i := range groups {
		f.merge(firstNumber+2*i, firstNumber+2*i+1)
	}
	for i, m := range crossed {
		if len(m.cols.at) > 1 {
			f.merge(from[i], from[i]+len(m.cols.at)-1)
		}
	}
	f.upHead(acrossNames(crossed), titles, v.text(model.P("Segment")))
	table := f.segments(v, segments, money, false, links, f.crossCells(crossed), f.last)
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
