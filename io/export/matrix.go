package export

import (
	"math"
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// mostSquared is the number of rows or columns of a cross-tab beyond which a
// workbook holds its numbers alone.
const mostSquared = 100

// matrix is the cross-tabs of a pairing on a sheet. Those of counts and of money
// are formulas over all customers, the others over them.
type matrix struct {
	*sheet
	pair         *pairView
	rows, cols   axis
	known        [2]int      // the rows and columns of segments; a last one may be of customers whom a side does not have
	down, across []criterion // of the rows and of the columns; nil for numbers alone
	counts       block       // the customers, without totals
}

// newMatrix begins the cross-tabs of a pairing on a sheet. first and second are
// the columns of the ledger with the segments on both sides.
func (s *sheet) newMatrix(p *pairView, rows, cols axis, first, second model.Column) *matrix {
	m := &matrix{sheet: s, pair: p, rows: rows, cols: cols, known: [2]int{rows.known(p.first), cols.known(p.second)}}
	b := s.book
	if b.options.ValuesOnly || len(b.ledger.lists) > mostTallySheets || max(len(rows.at), len(cols.at)) > mostSquared ||
		len(p.FirstAt)*len(rows.at)*len(cols.at) > mostCompared {
		return m
	}
	down, across := p.first.criteria(b.ledger.ranges(first), rows), p.second.criteria(b.ledger.ranges(second), cols)
	if down != nil && across != nil {
		m.down, m.across = down, across
	}
	return m
}

// live reports whether the numbers are formulas.
func (m *matrix) live() bool { return m.down != nil }

// known counts the segments of an axis.
func (a axis) known(v *view) int {
	n := len(a.at)
	if n > 0 && a.at[n-1] == len(v.names) {
		n--
	}
	return n
}

// label refers to the name of a row of the counts, head to that of a column.
func (m *matrix) label(k int) block { return m.labels().row(k) }
func (m *matrix) head(l int) block  { return m.heads().column(l) }

// labels are the names of the rows, and heads those of the columns.
func (m *matrix) labels() block {
	return block{m.name, m.counts.top, m.counts.left - 1, m.counts.bottom, m.counts.left - 1}
}
func (m *matrix) heads() block {
	return block{m.name, m.counts.top - 1, m.counts.left, m.counts.top - 1, m.counts.right}
}

// rowTotals are the totals of the counts' rows, columnTotals of their columns.
func (m *matrix) rowTotals() block {
	return block{m.name, m.counts.top, m.counts.right + 1, m.counts.bottom, m.counts.right + 1}
}
func (m *matrix) columnTotals() block {
	return block{m.name, m.counts.bottom + 1, m.counts.left, m.counts.bottom + 1, m.counts.right}
}

// crossNumber is one number of the cells of a cross-tab.
type crossNumber struct {
	of     func(Cell) float64
	format string
	adds   bool // rows and columns have totals
	// formula writes the number of a row and a column, nil for a value.
	formula func(k, l int) string
}

// cross writes one cross-tab on a scale of colours and returns its cells.
func (m *matrix) cross(title model.Phrase, n crossNumber) block {
	m.heading(title, len(m.cols.at)+2)
	m.crossHead(n.adds)
	cells := block{m.name, m.row + 1, 2, m.row + len(m.rows.at), 1 + len(m.cols.at)}
	byCol, all := make([]sum, len(m.cols.at)), sum{}
	for k, i := range m.rows.at {
		line, byRow := []any{m.text(m.rows.names[k])}, sum{}
		for l, j := range m.cols.at {
			v := n.of(m.pair.Cells[i][j])
			line = append(line, m.computed(m.formulaOf(n, k, l), v, numberLook{format: n.format}))
			if !math.IsNaN(v) {
				byRow.add(v)
				byCol[l].add(v)
				all.add(v)
			}
		}
		if n.adds {
			line = append(line, m.totalOf(cells.row(k), byRow.value(), numberLook{format: n.format}))
		}
		m.add(line...)
	}
	m.colorScale(2, cells.right, cells.top, m.row)
	if n.adds {
		look := numberLook{format: n.format, strong: true}
		line := []any{textCell(m.book.looks.strong, m.book.view.text(model.P("total")))}
		for l, t := range byCol {
			line = append(line, m.totalOf(cells.column(l), t.value(), look))
		}
		m.addHigh(totalHeight, append(line, m.totalOf(cells, all.value(), look))...)
	}
	return cells
}

// crossHead writes the names of the columns.
func (m *matrix) crossHead(adds bool) {
	b := m.book
	head := []any{textCell(b.looks.head, b.view.text(model.P("%s by %s", m.pair.FirstName, m.pair.SecondName)))}
	for _, name := range m.cols.names {
		head = append(head, textCell(b.looks.headRight, name))
	}
	if adds {
		head = append(head, textCell(b.looks.headRight, b.view.text(model.P("total"))))
	}
	const room = 11 // digits in bold, of a narrow column
	m.addHigh(max(2*lineHeight, heightOf(m.cols.names, slices.Repeat([]float64{room}, len(m.cols.names))))+2, head...)
}

func (m *matrix) formulaOf(n crossNumber, k, l int) string {
	if n.formula == nil || !m.live() {
		return ""
	}
	return n.formula(k, l)
}

// totalOf makes the cell of the total of cells.
func (m *matrix) totalOf(cells block, v float64, look numberLook) any {
	if !m.live() {
		return m.number(v, look)
	}
	return m.computed("SUM("+cells.String()+")", v, look)
}

// customers writes the cross-tab that the others rest on.
func (m *matrix) customers(title model.Phrase) {
	top := m.row + 4 // below the gap, the heading and the head
	m.counts = block{m.name, top, 2, top + len(m.rows.at) - 1, 1 + len(m.cols.at)}
	m.cross(title, crossNumber{of: func(c Cell) float64 { return float64(c.Customers) }, format: wholeFormat, adds: true,
		formula: func(k, l int) string { return m.down[k].with(m.label(k), m.across[l], m.head(l)).count() }})
}

// shares writes the cells as a share of their row, or else of their column.
func (m *matrix) shares(title model.Phrase, ofRow bool) {
	of, totals := func(c Cell) float64 { return c.ColShare }, m.columnTotals()
	if ofRow {
		of, totals = func(c Cell) float64 { return c.RowShare }, m.rowTotals()
	}
	m.cross(title, crossNumber{of: of, format: shareFormat, formula: func(k, l int) string {
		total := totals.column(l)
		if ofRow {
			total = totals.row(k)
		}
		return `IF(` + total.String() + `>0,` + m.counts.cell(k, l).String() + `/` + total.String() + `,"")`
	}})
}

// money writes the sums of a column of the ledger.
func (m *matrix) money(title model.Phrase, of func(Cell) float64, c model.Column) block {
	n := crossNumber{of: of, format: moneyFormat, adds: true}
	if values := m.book.ledger.ranges(c); values != nil {
		n.formula = func(k, l int) string { return m.down[k].with(m.label(k), m.across[l], m.head(l)).sum(values) }
	}
	return m.cross(title, n)
}

// difference writes the cells of one block less those of another.
func (m *matrix) difference(title model.Phrase, of func(Cell) float64, a, less block) block {
	return m.cross(title, crossNumber{of: of, format: moneyFormat, adds: true, formula: func(k, l int) string {
		return "ROUND(" + a.cell(k, l).String() + "-" + less.cell(k, l).String() + ",6)"
	}})
}

// both are the counts of customers whom both sides have, and the sums of a row
// and of a column of them.
func (m *matrix) both() block            { return m.counts.first(m.known[0], m.known[1]) }
func (m *matrix) ofRow(k int) string     { return "SUM(" + m.both().row(k).String() + ")" }
func (m *matrix) ofColumn(l int) string  { return "SUM(" + m.both().column(l).String() + ")" }
func (m *matrix) isOfBoth(k, l int) bool { return k < m.known[0] && l < m.known[1] }

// overlaps writes the customers of a cell as a share of those of either segment.
func (m *matrix) overlaps(title model.Phrase) block {
	return m.cross(title, crossNumber{of: func(c Cell) float64 { return c.Overlap }, format: shareFormat, formula: func(k, l int) string {
		if !m.isOfBoth(k, l) {
			return ""
		}
		n := m.counts.cell(k, l).String()
		return `IFERROR(` + n + `/(` + m.ofRow(k) + `+` + m.ofColumn(l) + `-` + n + `),"")`
	}})
}

// residuals writes how far the cells are from independence.
func (m *matrix) residuals(title model.Phrase) block {
	return m.cross(title, crossNumber{of: func(c Cell) float64 { return c.Residual }, format: decimalFormat, formula: func(k, l int) string {
		if !m.isOfBoth(k, l) {
			return ""
		}
		n, a, b := "SUM("+m.both().String()+")", m.ofRow(k), m.ofColumn(l)
		expected := a + "*" + b + "/" + n
		return `IFERROR((` + m.counts.cell(k, l).String() + `-` + expected + `)/SQRT(` + expected + `*(1-` + a + `/` + n + `)*(1-` + b + `/` + n + `)),"")`
	}})
}

// openMatrix begins the sheet of cross-tabs of as many columns as the widest has.
func (b *book) openMatrix(labels []string, columns [][]string) *sheet {
	p := page{widths: []float64{widest(labels, 22, 44)}, panes: &excelize.Panes{Freeze: true, XSplit: 1, TopLeftCell: "B1", ActivePane: "topRight"}}
	for _, names := range columns {
		for l, name := range append(slices.Clone(names), "") {
			if l+1 == len(p.widths) {
				p.widths = append(p.widths, 14)
			}
			p.widths[l+1] = max(p.widths[l+1], widest([]string{name}, 14, 18))
		}
	}
	return b.open(matrixSheet, p)
}
