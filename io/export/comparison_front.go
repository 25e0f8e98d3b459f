package export

import (
	"slices"

	"custseg/model"
)

// mostApart is the number of segments of two methods up to which their page has
// the cross-tab apart; with more it stands beside the segments of the first, in
// the place of what to do about them.
const mostApart = 12

// comparisonFront writes the page of both methods.
func (b *pairBook) comparisonFront(title string, c Comparison, sides [2]sideSheets, t *comparisonTables) *front {
	views, titled := [2]*view{b.pair.first, b.pair.second}, [2]model.Phrase{c.FirstName, c.SecondName}
	segments := len(views[0].summary.segments) + len(views[1].summary.segments)
	names := slices.Concat(views[0].names, views[1].names, t.rows.names)
	apart, columns, room := segments <= mostApart, len(t.cols.at)+1, b.frontColumns(names)
	if !apart {
		columns = views[0].sizes() + len(t.cols.at)
	}
	crossed := columns <= room
	f := b.openFront(title, model.P("The same customers by two methods: how many are where, and how far both agree."),
		names, min(columns, room), b.view.summary.total.Value)
	top := f.row + 1
	f.facts(b.view)
	f.follows(t.live())
	f.sheets([]string{matrixSheet, customersSheet, sides[0].rules, sides[1].rules, qualitySheet})
	below := f.frontAgreement(top, f.side, f.last, c.Agreement, t.agreement)
	below = f.ranking(below+1, f.side, f.last, model.P("Segments that overlap most"), model.Raw(" & "), t.matrix, t.closest, t.overlaps,
		func(c Cell) float64 { return c.Overlap }, shareFormat)
	f.row = max(f.row, below-1)
	first, second, money := b.ledgerColumns()
	var tables [2]frontRows
	for i, v := range views {
		heading, column := model.P("Segments by %s", titled[i]), []model.Column{first, second}[i]
		if i == 1 && slices.ContainsFunc(c.FirstAt, func(at int32) bool { return at < 0 }) {
			money = nil // that on the sheet is of the customers of the first side
		}
		f.title(heading)
		if i == 0 && crossed && !apart {
			tables[i] = f.crossedSegments(v, column, money, []string{v.text(c.SecondName)}, []*matrix{t.matrix}, sides[i].rules)
		} else {
			f.headLine(v.text(model.P("Segment")), f.sizeGroups(v), v.text(model.P("What to do")), f.last)
			tables[i] = f.segments(v, column, money, true, sides[i].rules, nil, f.last)
		}
	}
	if apart && crossed {
		f.crossTab(model.P("Customers by both: %s down, %s across", c.FirstName, c.SecondName), t.matrix)
	}
	var charts []frontChart
	for i, rows := range tables {
		charts = append(charts, f.sizesChart(b.view.text(model.P("Customers by %s", titled[i])), firstNumber, rows, wholeFormat))
	}
	f.charts(charts...)
	f.notes(b.remarks)
	f.finish()
	return f
}
