package export

import (
	"context"
	"io"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// The sheets of a workbook of two segmentations.
const (
	matrixSheet = "Matrix"
	moversSheet = "Movers"
)

// pairBook is a workbook of two segmentations being written.
type pairBook struct {
	*book
	pair    *pairView
	columns []column
}

// writeBook writes the pairing as a workbook whose sheets hold at most a number
// of rows.
func (v *pairView) writeBook(ctx context.Context, w io.Writer, f pairForms, o Options, most int, report func(float64)) error {
	b := &pairBook{book: newBook(ctx, report), pair: v, columns: f.columns}
	b.view, b.options, b.most = v.first, o, most
	defer b.file.Close()
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	if err := f.book(b); err != nil {
		return err
	}
	return b.save(w)
}

// rowList is rows of the customers' columns, for sheets of one name.
type rowList struct {
	sheet string
	count int
	at    func(k int) int // which customer is the k-th
}

// lay adds the sheets, in the order of their tabs, and writes those of customers
// and of recipes.
func (b *pairBook) lay(lists []rowList, recipes [2]string) error {
	tabs := []string{summarySheet, matrixSheet}
	for _, name := range []string{matrixSheet, moversSheet} {
		b.names.claim(name)
	}
	var sheets []rowList
	b.ledger.columns = b.columns
	for _, l := range lists {
		for _, part := range b.split(everyone, l.sheet, l.count, func(k int) int32 { return int32(l.at(k)) }) {
			tabs = append(tabs, part.sheet)
			b.steps.rows += part.count
			if l.sheet == customersSheet {
				b.ledger.lists = append(b.ledger.lists, part)
			}
			sheets = append(sheets, rowList{part.sheet, part.count, func(k int) int { return int(part.customer(k)) }})
		}
	}
	if err := b.addSheets(append(tabs, recipes[:]...)); err != nil {
		return err
	}
	for _, l := range sheets {
		if err := b.rowSheet(l.sheet, "", b.columns, l.count, l.at); err != nil {
			return err
		}
	}
	for i, side := range []*view{b.pair.first, b.pair.second} {
		if err := b.recipeOn(recipes[i], side.savedRecipe()); err != nil {
			return err
		}
	}
	return nil
}

// ledgerColumns are the columns of the segments on both sides, nil of a side that
// has customers who are not on the sheet, and that of money, nil without one.
func (b *pairBook) ledgerColumns() (first, second, money model.Column) {
	for _, c := range b.columns {
		switch {
		case c.header == b.pair.sides[0] && listed(b.pair.FirstAt) == b.pair.first.source.Len():
			first = c.Column
		case c.header == b.pair.sides[1] && listed(b.pair.SecondAt) == b.pair.second.source.Len():
			second = c.Column
		case c.role == measureColumn && c.header == string(model.Monetary):
			money = c.Column
		}
	}
	return first, second, money
}

// listed counts the customers of a side who are on the sheet.
func listed(at []int32) int {
	n := 0
	for _, k := range at {
		if k >= 0 {
			n++
		}
	}
	return n
}

// comparison writes the workbook of two methods.
func (b *pairBook) comparison(c Comparison) error {
	everybody := rowList{customersSheet, len(c.FirstAt), b.pair.customer}
	if err := b.lay([]rowList{everybody}, [2]string{"Recipe A", "Recipe B"}); err != nil {
		return err
	}
	title := b.view.text(model.P("%s against %s", c.FirstName, c.SecondName))
	s := b.openSummary(title, model.P("The same customers by two methods: how many are where, and how far both agree."))
	for _, f := range b.facts() {
		if f.sheet == "" {
			s.add(s.label(f.label), f.cell(s))
		}
	}
	s.agreement(c.Agreement)
	first, second, money := b.ledgerColumns()
	s.sizes(model.P("Segments by %s", c.FirstName), b.pair.first, first, money)
	if slices.ContainsFunc(c.FirstAt, func(at int32) bool { return at < 0 }) {
		money = nil // that on the sheet is of the customers of the first side
	}
	s.sizes(model.P("Segments by %s", c.SecondName), b.pair.second, second, money)
	s.pairs(b.pair, model.P("Segments that overlap most"), c.Closest)
	s.pairs(b.pair, model.P("Segments farthest from independence"), c.Unlikely)
	s.lines(model.P("Notes"), b.pair.notes())
	s.maskLines()
	if s.err != nil {
		return s.err
	}
	rows, cols := b.pair.axes(model.P("(not by the first)"), model.P("(not by the second)"))
	m := b.openMatrix(rows, cols)
	count := func(c Cell) float64 { return float64(c.Customers) }
	m.cross(model.P("Customers"), c.Pairing, rows, cols, crossNumber{count, wholeFormat, true})
	m.cross(model.P("Share of the row"), c.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return c.RowShare }, shareFormat, false})
	m.cross(model.P("Share of the column"), c.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return c.ColShare }, shareFormat, false})
	if b.view.summary.total.HasValue {
		m.cross(model.P("Money"), c.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return c.FirstValue }, moneyFormat, true})
	}
	m.cross(model.P("Standard deviations from independence (adjusted residuals)"), c.Pairing, rows, cols,
		crossNumber{func(c Cell) float64 { return c.Residual }, decimalFormat, false})
	if m.err != nil {
		return m.err
	}
	return b.properties(title)
}

// crossNumber is one number of the cells of a cross-tab.
type crossNumber struct {
	of     func(Cell) float64
	format string
	adds   bool // rows and columns have totals
}

// openMatrix begins the sheet of cross-tabs.
func (b *pairBook) openMatrix(rows, cols axis) *sheet {
	p := page{widths: []float64{widest(rows.names, 22, 36)}, panes: &excelize.Panes{Freeze: true, XSplit: 1, TopLeftCell: "B1", ActivePane: "topRight"}}
	for _, name := range cols.names {
		p.widths = append(p.widths, widest([]string{name}, 12, 18))
	}
	return b.open(matrixSheet, page{widths: append(p.widths, 14), panes: p.panes})
}

// cross writes one cross-tab on a scale of colours.
func (s *sheet) cross(title model.Phrase, p Pairing, rows, cols axis, n crossNumber) {
	b := s.book
	s.heading(title, len(cols.at)+2)
	head := []any{textCell(b.looks.head, b.view.text(model.P("%s by %s", p.FirstName, p.SecondName)))}
	for _, name := range cols.names {
		head = append(head, textCell(b.looks.headRight, name))
	}
	if n.adds {
		head = append(head, textCell(b.looks.headRight, b.view.text(model.P("total"))))
	}
	s.addHigh(2*lineHeight+2, head...)
	from, byCol, all := s.row+1, make([]sum, len(cols.at)), sum{}
	for k, i := range rows.at {
		line, byRow := []any{s.text(rows.names[k])}, sum{}
		for l, j := range cols.at {
			v := n.of(p.Cells[i][j])
			line = append(line, s.number(v, numberLook{format: n.format}))
			if !math.IsNaN(v) {
				byRow.add(v)
				byCol[l].add(v)
				all.add(v)
			}
		}
		if n.adds {
			line = append(line, s.number(byRow.value(), numberLook{format: n.format}))
		}
		s.add(line...)
	}
	s.colorScale(2, 1+len(cols.at), from, s.row)
	if !n.adds {
		return
	}
	line := []any{textCell(b.looks.strong, b.view.text(model.P("total")))}
	for _, t := range append(byCol, all) {
		line = append(line, s.number(t.value(), numberLook{format: n.format, strong: true}))
	}
	s.addHigh(totalHeight, line...)
}
