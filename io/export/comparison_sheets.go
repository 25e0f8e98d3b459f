package export

import (
	"math"
	"slices"

	"custseg/model"
)

// comparison writes the workbook of two methods.
func (b *pairBook) comparison(c Comparison) error {
	var sides [2]sideSheets
	for i, v := range []*view{b.pair.first, b.pair.second} {
		var err error
		if sides[i], err = b.side(v, []string{"A", "B"}[i], []model.Phrase{c.FirstName, c.SecondName}[i]); err != nil {
			return err
		}
	}
	rows, err := b.lay([]rowList{{customersSheet, b.columns, len(c.FirstAt), b.pair.customer}}, sides)
	if err != nil {
		return err
	}
	m, agreement, closest := b.comparisonMatrix(c)
	if m.err != nil {
		return m.err
	}
	title := b.view.text(model.P("%s against %s", c.FirstName, c.SecondName))
	f := b.comparisonFront(title, c, sides, m, agreement, closest)
	if f.err != nil {
		return f.err
	}
	if err := b.fillRows(rows); err != nil {
		return err
	}
	if err := b.fillSides(sides); err != nil {
		return err
	}
	return b.properties(title)
}

// comparisonMatrix writes the cross-tabs of two methods, how far they agree, and
// which of their segments are closest.
func (b *pairBook) comparisonMatrix(c Comparison) (*matrix, agreementCells, ranked) {
	rows, cols := b.pair.axes(model.P("(not by the first)"), model.P("(not by the second)"))
	first, second, money := b.ledgerColumns()
	m := b.openMatrix(rows.names, [][]string{cols.names}).newMatrix(b.pair, rows, cols, first, second)
	m.customers(model.P("Customers"))
	m.shares(model.P("Share of the row"), true)
	m.shares(model.P("Share of the column"), false)
	if b.view.summary.total.HasValue {
		m.money(model.P("Money"), func(c Cell) float64 { return c.FirstValue }, money)
	}
	overlaps := m.overlaps(model.P("Overlap: the customers of both segments as a share of those of either (Jaccard)"))
	residuals := m.residuals(model.P("Standard deviations from independence (adjusted residuals)"))
	agreement := m.agreement(c.Agreement)
	counted := func(k, l int) bool { // what neither method could place tells nothing
		return m.isOfBoth(k, l) && !(b.pair.first.result.Segments[rows.at[k]].Unclassified && b.pair.second.result.Segments[cols.at[l]].Unclassified)
	}
	closest := m.rank(model.P("Order of the overlaps"), c.Closest, 1e-12, weight{
		func(c Cell) float64 { return orNone(c.Overlap, c.Customers > 0) },
		func(k, l int) string {
			if !counted(k, l) {
				return ""
			}
			return "IF(" + m.counts.cell(k, l).String() + `=0,"",` + overlaps.cell(k, l).String() + ")"
		}})
	unlikely := m.rank(model.P("Order of the residuals"), c.Unlikely, 1e-9, weight{
		func(of Cell) float64 { return orNone(math.Abs(of.Residual), math.Abs(of.Residual) >= c.Significant) },
		func(k, l int) string {
			if !counted(k, l) {
				return ""
			}
			size := "ABS(" + residuals.cell(k, l).String() + ")"
			return "IF(" + size + "<" + digits(c.Significant) + `,"",` + size + ")"
		}})
	m.unlikely(unlikely, residuals)
	return m, agreement, closest
}

// unlikely lists the cells farthest from independence.
func (m *matrix) unlikely(r ranked, residuals block) {
	if len(r.cells) == 0 {
		return
	}
	b := m.book
	m.heading(model.P("Segments farthest from independence"), len(m.cols.at)+2)
	m.addHigh(2*lineHeight+2, textCell(b.looks.head, b.view.text(m.pair.FirstName)), textCell(b.looks.headRight, b.view.text(model.P("Customers"))),
		textCell(b.looks.headRight, b.view.text(model.P("Standard deviations"))), textCell(b.looks.headIndent, b.view.text(m.pair.SecondName)))
	for i, c := range r.cells {
		m.add(said(b.looks.text, r.label(m.labels(), i), m.pair.first.names[c.Row]),
			m.computed(r.of(m.counts, i), float64(c.Customers), numberLook{format: wholeFormat}),
			m.computed(r.of(residuals, i), c.Residual, numberLook{format: "0.0"}),
			said(b.looks.name, r.head(m.heads(), i), m.pair.second.names[c.Col]))
	}
}

// comparisonFront writes the page of both methods.
func (b *pairBook) comparisonFront(title string, c Comparison, sides [2]sideSheets, m *matrix, agreement agreementCells, closest ranked) *front {
	views := [2]*view{b.pair.first, b.pair.second}
	names := slices.Concat(views[0].names, views[1].names, m.rows.names)
	crossed := max(len(m.rows.at), len(m.cols.at)) <= mostFrontColumns
	columns := 11
	if crossed {
		columns = max(columns, len(m.cols.at)+1)
	}
	onePage := crossed && len(views[0].summary.segments)+len(views[1].summary.segments) <= 2*mostFrontSegments
	f := b.openFront(title, model.P("The same customers by two methods: how many are where, and how far both agree."), names, columns,
		moneyWidth(b.view.summary.total.Value), onePage)
	top := f.row + 1
	f.facts(b.view)
	f.follows(m.live())
	f.sheets([]string{matrixSheet, customersSheet, sides[0].rules, sides[1].rules, qualitySheet})
	below := f.frontAgreement(top, c.Agreement, agreement)
	f.row = max(f.row, below-1)
	first, second, money := b.ledgerColumns()
	tables := [2]frontRows{}
	for i, v := range views {
		title, column := model.P("Segments by %s", c.FirstName), first
		if i == 1 {
			title, column = model.P("Segments by %s", c.SecondName), second
			if slices.ContainsFunc(c.FirstAt, func(at int32) bool { return at < 0 }) {
				money = nil // that on the sheet is of the customers of the first side
			}
		}
		f.title(title)
		at := f.row
		f.headLine(v.text(model.P("Segment")), v.sizeTitles(), v.text(model.P("What to do")))
		tables[i] = f.segments(v, column, money, true, sides[i].rules, nil)
		f.tableChart(at, v.text(title), tables[i])
	}
	at := f.row + 2
	if crossed {
		f.crossTab(model.P("Customers by both: %s down, %s across", c.FirstName, c.SecondName), m)
	}
	f.closest(m, closest)
	if b.view.summary.total.HasValue {
		var charts []frontChart
		for i := range views {
			title := b.view.text(model.P("Value by %s", []model.Phrase{c.FirstName, c.SecondName}[i]))
			charts = append(charts, f.sizes(title, firstNumber+2, tables[i].from, tables[i].to, tables[i].colors, wholeFormat))
		}
		f.charts(at, charts...)
	}
	f.notes(b.remarks)
	f.finish()
	return f
}

// tableChart draws the customers of a table of segments beside it, from a row on.
func (f *front) tableChart(row int, title string, t frontRows) {
	if t.from <= t.to {
		draw, height := f.sizes(title, firstNumber, t.from, t.to, t.colors, wholeFormat), max(f.height(row, f.row), 150)
		f.drawn = append(f.drawn, func() { draw(row, height) })
	}
}

// closest lists the segments that overlap most.
func (f *front) closest(m *matrix, r ranked) {
	if len(r.cells) == 0 {
		return
	}
	b := f.book
	f.title(model.P("Segments that overlap most"))
	f.headLine(b.view.text(m.pair.FirstName), []string{b.view.text(model.P("Customers")), b.view.text(model.P("Overlap"))}, b.view.text(m.pair.SecondName))
	for i, c := range r.cells {
		overlap := ""
		if n := r.of(m.counts, i); n != "" {
			row, column := r.at.cell(i, 0).String(), r.at.cell(i, 1).String()
			index := func(k block, at string) string { return "SUM(INDEX(" + k.String() + "," + at + "))" }
			count := "INDEX(" + m.counts.String() + "," + row + "," + column + ")"
			overlap = "IF(N(" + row + `)=0,"",` + count + "/(" + index(m.both(), row+",0") + "+" + index(m.both(), "0,"+column) + "-" + count + "))"
		}
		f.add(nil, said(b.looks.name, r.label(m.labels(), i), m.pair.first.names[c.Row]),
			f.computed(r.of(m.counts, i), float64(c.Customers), numberLook{format: wholeFormat}),
			f.computed(overlap, c.Overlap, numberLook{format: shareFormat}),
			said(b.looks.name, r.head(m.heads(), i), m.pair.second.names[c.Col]))
		f.merge(f.row, firstNumber+2, f.last)
	}
}
