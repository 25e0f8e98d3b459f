package export

import (
	"math"
	"slices"
	"strconv"

	"custseg/model"
)

// ranked is the leading cells of a cross-tab, each with the places of its row and
// its column in the counts.
type ranked struct {
	cells []Cell
	at    block // two columns, a cell a row: the place of the row and of the column, counted from 1; empty for values
}

// weight is what cells are ranked by: the number, NaN for a cell that does not
// count, and its formula, empty for one that never does.
type weight struct {
	of      func(Cell) float64
	formula func(k, l int) string
}

// orNone is a number, NaN unless it counts.
func orNone(v float64, counts bool) float64 {
	if !counts {
		return math.NaN()
	}
	return v
}

// rank writes which cells lead by a weight. Cells of one weight are in the order
// of the table: each is less by a little than the one before.
func (m *matrix) rank(title model.Phrase, cells []Cell, little float64, w weight) ranked {
	if !m.live() || len(cells) == 0 {
		return ranked{cells: cells}
	}
	m.heading(title, len(m.cols.at)+2)
	m.crossHead(false)
	keys := block{m.name, m.row + 1, 2, m.row + len(m.rows.at), 1 + len(m.cols.at)}
	place := 0
	for k := range m.rows.at {
		line := []any{m.text(m.rows.names[k])}
		for l := range m.cols.at {
			place++
			formula, v := w.formula(k, l), math.NaN()
			if formula != "" {
				formula = `IFERROR(` + formula + `-` + strconv.Itoa(place) + `*` + digits(little) + `,"")`
				v = w.of(m.pair.Cells[m.rows.at[k]][m.cols.at[l]]) - float64(place)*little
			}
			line = append(line, m.computed(formula, v, numberLook{format: generalFormat}))
		}
		m.add(line...)
	}
	m.skip(1)
	m.add(textCell(m.book.looks.head, m.book.view.text(model.P("Place"))), textCell(m.book.looks.headRight, m.book.view.text(model.P("Row"))), textCell(m.book.looks.headRight, m.book.view.text(model.P("Column"))))
	out := ranked{cells, block{m.name, m.row + 1, 2, m.row + len(cells), 3}}
	for i, c := range cells {
		large := "LARGE(" + keys.String() + "," + strconv.Itoa(i+1) + ")"
		find := func(of string, first int) string {
			return "IFERROR(SUMPRODUCT((" + keys.String() + "=" + large + ")*(" + of + "(" + keys.String() + ")-" + strconv.Itoa(first-1) + `)),"")`
		}
		m.add(m.number(float64(i+1), numberLook{format: wholeFormat, left: true}),
			m.computed(find("ROW", keys.top), float64(1+slices.Index(m.rows.at, c.Row)), numberLook{format: wholeFormat}),
			m.computed(find("COLUMN", keys.left), float64(1+slices.Index(m.cols.at, c.Col)), numberLook{format: wholeFormat}))
	}
	return out
}

// of finds the i-th of the leading cells in a block as large as the counts, empty
// for values.
func (r ranked) of(cells block, i int) string {
	if r.at.sheet == "" {
		return ""
	}
	row, column := r.at.cell(i, 0).String(), r.at.cell(i, 1).String()
	return "IF(N(" + row + `)=0,"",INDEX(` + cells.String() + "," + row + "," + column + "))"
}

// label finds the name of its row among labels, or with heads that of its column.
func (r ranked) label(labels block, i int) string {
	if r.at.sheet == "" {
		return ""
	}
	row := r.at.cell(i, 0).String()
	return "IF(N(" + row + `)=0,"",INDEX(` + labels.String() + "," + row + "))"
}

func (r ranked) head(heads block, i int) string {
	if r.at.sheet == "" {
		return ""
	}
	column := r.at.cell(i, 1).String()
	return "IF(N(" + column + `)=0,"",INDEX(` + heads.String() + ",1," + column + "))"
}
