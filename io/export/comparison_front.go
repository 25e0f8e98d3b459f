package export

import (
	"slices"

	"custseg/model"
)

// mostApart is the number of segments of two methods up to which their page has
// the cross-tab apart; with more it stands beside the segments of the first, in
// the place of what to do about them.
const mostApart = 20

// comparisonFront writes the page of both methods.
func (b *pairBook) comparisonFront(title string, c Comparison, sides [2]sideSheets, t *comparisonTables) *front {
	views, titled := [2]*view{b.pair.first, b.pair.second}, [2]model.Phrase{c.FirstName, c.SecondName}
	segments := len(views[0].summary.segments) + len(views[1].summary.segments)
	crossed, apart := max(len(t.rows.at), len(t.cols.at)) <= mostFrontColumns, segments <= mostApart
	columns := 11
	if crossed {
		columns = max(columns, len(views[0].sizeTitles())+len(t.cols.at))
	}
	f := b.openFront(title, model.P("The same customers by two methods: how many are where, and how far both agree."),
		slices.Concat(views[0].names, views[1].names, t.rows.names), columns, moneyWidth(b.view.summary.total.Value), crossed && segments <= 2*mostFrontSegments)
	top := f.row + 1
	f.facts(b.view)
	f.follows(t.live())
	f.sheets([]string{matrixSheet, customersSheet, sides[0].rules, sides[1].rules, qualitySheet})
	f.row = max(f.row, f.frontAgreement(top, c.Agreement, t.agreement)-1)
	first, second, money := b.ledgerColumns()
	var tables [2]frontRows
	for i, v := range views {
		heading, column := model.P("Segments by %s", titled[i]), []model.Column{first, second}[i]
		if i == 1 && slices.ContainsFunc(c.FirstAt, func(at int32) bool { return at < 0 }) {
			money = nil // that on the sheet is of the customers of the first side
		}
		f.title(heading)
		at := f.row
		if i == 0 && crossed && !apart {
			tables[i] = f.crossedSegments(v, column, money, []string{v.text(c.SecondName)}, []*matrix{t.matrix}, sides[i].rules)
		} else {
			f.headLine(v.text(model.P("Segment")), v.sizeTitles(), v.text(model.P("What to do")))
			tables[i] = f.segments(v, column, money, true, sides[i].rules, nil)
		}
		f.tableChart(at, v.text(heading), tables[i])
	}
	at := f.row + 2
	if apart && crossed {
		f.crossTab(model.P("Customers by both: %s down, %s across", c.FirstName, c.SecondName), t.matrix)
	}
	f.closest(t)
	f.notes(b.remarks)
	if apart && b.view.summary.total.HasValue {
		var charts []frontChart
		for i, rows := range tables {
			charts = append(charts, f.sizes(b.view.text(model.P("Value by %s", titled[i])), firstNumber+2, rows.from, rows.to, rows.colors, wholeFormat))
		}
		f.charts(at, charts...)
	}
	f.finish()
	return f
}

// tableChart draws the customers of a table of segments beside it, from a row on.
func (f *front) tableChart(row int, title string, t frontRows) {
	if t.from > t.to {
		return
	}
	draw, height := f.sizes(title, firstNumber, t.from, t.to, t.colors, wholeFormat), max(f.height(row, f.row), 150)
	f.drawn = append(f.drawn, func() { draw(row, height) })
}

// closest lists the segments that overlap most.
func (f *front) closest(t *comparisonTables) {
	if len(t.closest.cells) == 0 {
		return
	}
	b := f.book
	f.title(model.P("Segments that overlap most"))
	f.headLine(b.view.text(t.pair.FirstName), []string{b.view.text(model.P("Customers")), b.view.text(model.P("Overlap"))}, b.view.text(t.pair.SecondName))
	for i, c := range t.closest.cells {
		name := t.pair.first.names[c.Row]
		f.addHigh(heightOf([]string{name}, []float64{f.widths[1] - indent}), nil, said(b.looks.name, t.closest.label(t.labels(), i), name),
			f.computed(t.closest.of(t.counts, i), float64(c.Customers), numberLook{format: wholeFormat}),
			f.computed(t.closest.of(t.overlaps, i), c.Overlap, numberLook{format: shareFormat}),
			said(b.looks.name, t.closest.head(t.heads(), i), t.pair.second.names[c.Col]))
		f.merge(firstNumber+2, f.last)
	}
}
