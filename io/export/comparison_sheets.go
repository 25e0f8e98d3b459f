package export

import (
	"math"

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
	t := b.comparisonMatrix(c)
	if t.err != nil {
		return t.err
	}
	title := b.view.text(model.P("%s against %s", c.FirstName, c.SecondName))
	f := b.comparisonFront(title, c, sides, t)
	if f.err != nil {
		return f.err
	}
	return b.fill(title, rows, sides)
}

// comparisonTables is the cross-tabs of two methods and what is read from them.
type comparisonTables struct {
	*matrix
	agreement agreementCells
	overlaps  block
	closest   ranked
}

// comparisonMatrix writes the cross-tabs of two methods, how far they agree, and
// which of their segments are closest.
func (b *pairBook) comparisonMatrix(c Comparison) *comparisonTables {
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
	m.leading(model.P("Segments that overlap most"), model.P("Overlap"), closest, overlaps, func(c Cell) float64 { return c.Overlap }, shareFormat)
	unlikely := m.rank(model.P("Order of the residuals"), c.Unlikely, 1e-9, weight{
		func(of Cell) float64 { return orNone(math.Abs(of.Residual), math.Abs(of.Residual) >= c.Significant) },
		func(k, l int) string {
			if !counted(k, l) {
				return ""
			}
			size := "ABS(" + residuals.cell(k, l).String() + ")"
			return "IF(" + size + "<" + digits(c.Significant) + `,"",` + size + ")"
		}})
	m.leading(model.P("Segments farthest from independence"), model.P("Standard deviations"), unlikely, residuals, func(c Cell) float64 { return c.Residual }, "0.0")
	return &comparisonTables{m, agreement, overlaps, closest}
}

// leading lists cells that lead by a number of a block.
func (m *matrix) leading(title, number model.Phrase, r ranked, numbers block, of func(Cell) float64, format string) {
	if len(r.cells) == 0 {
		return
	}
	b := m.book
	m.heading(title, len(m.cols.at)+2)
	m.addHigh(2*lineHeight+2, textCell(b.looks.head, b.view.text(m.pair.FirstName)), textCell(b.looks.headRight, b.view.text(model.P("Customers"))),
		textCell(b.looks.headRight, b.view.text(number)), textCell(b.looks.headIndent, b.view.text(m.pair.SecondName)))
	for i, c := range r.cells {
		m.add(said(b.looks.text, r.label(m.labels(), i), m.pair.first.names[c.Row]),
			m.computed(r.of(m.counts, i), float64(c.Customers), numberLook{format: wholeFormat}),
			m.computed(r.of(numbers, i), of(c), numberLook{format: format}),
			said(b.looks.name, r.head(m.heads(), i), m.pair.second.names[c.Col]))
	}
}
