package export

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// moveHeader is the header of the column of moves.
const moveHeader = "move"

// migration writes the workbook of one method at two dates.
func (b *pairBook) migration(m Migration) error {
	v := b.pair
	var sides [2]sideSheets
	for i, side := range []*view{v.first, v.second} {
		day := []model.Day{m.From, m.To}[i]
		var err error
		if sides[i], err = b.side(side, []string{"from", "to"}[i], model.P("%s at %s", side.method.Name, day.String())); err != nil {
			return err
		}
	}
	movers := v.movers(m)
	rows, err := b.lay([]rowList{{customersSheet, b.columns, len(m.Moves), v.customer},
		{moversSheet, b.columns, len(movers), func(k int) int { return movers[k] }}}, sides)
	if err != nil {
		return err
	}
	t := b.migrationMatrix(m)
	if t.err != nil {
		return t.err
	}
	for i, l := range rows {
		if slices.ContainsFunc(b.ledger.lists, func(c customerList) bool { return c.sheet == l.sheet }) {
			rows[i].columns = b.movingColumns(t)
		}
	}
	title := b.view.text(model.P("%s from %s to %s", b.view.method.Name, m.From.String(), m.To.String()))
	f := b.migrationFront(title, m, sides, t, len(movers))
	if f.err != nil {
		return f.err
	}
	return b.fill(title, rows, sides)
}

// migrationTables is the cross-tabs of a migration and what is read from them.
type migrationTables struct {
	*matrix
	agreement agreementCells
	moves     block // the move of each cell of the counts
	worth     block // the money of each at the second date
	change    block // and how much more that is than at the first
	largest   ranked
}

// migrationMatrix writes the cross-tabs of a migration.
func (b *pairBook) migrationMatrix(m Migration) *migrationTables {
	v := b.pair
	rows, cols := v.axes(model.P("(newcomers)"), model.P("(no customers)"))
	first, second, _ := b.ledgerColumns()
	t := &migrationTables{matrix: b.openMatrix(rows.names, [][]string{cols.names}).newMatrix(v, rows, cols, first, second)}
	t.customers(model.P("Customers"))
	t.shares(model.P("Share of the row"), true)
	if m.Then != nil {
		then := t.money(model.P("Money at %s", m.From.String()), func(c Cell) float64 { return c.FirstValue }, m.Then)
		t.worth = t.money(model.P("Money at %s", m.To.String()), func(c Cell) float64 { return c.SecondValue }, m.Now)
		t.change = t.difference(model.P("Change of money since %s", m.From.String()), Cell.Change, t.worth, then)
	}
	t.agreement = t.matrix.agreement(m.Agreement)
	t.writeMoves(m)
	counts := func(k, l int) bool {
		return k < t.known[0] && l < t.known[1] && m.Same[rows.at[k]] != cols.at[l]
	}
	t.largest = t.rank(model.P("Order of the moves"), m.Largest, 1e-6, weight{
		func(c Cell) float64 { return orNone(float64(c.Customers), c.Customers > 0) },
		func(k, l int) string {
			if !counts(k, l) {
				return ""
			}
			n := t.counts.cell(k, l).String()
			return "IF(" + n + `=0,"",` + n + ")"
		}})
	return t
}

// writeMoves writes what a customer has done who was in the segment of a row and
// is in that of a column.
func (t *migrationTables) writeMoves(m Migration) {
	t.heading(model.P("Moves"), len(t.cols.at)+2)
	t.crossHead(false)
	t.moves = block{t.name, t.row + 1, 2, t.row + len(t.rows.at), 1 + len(t.cols.at)}
	for k, i := range t.rows.at {
		line := []any{t.text(t.rows.names[k])}
		for _, j := range t.cols.at {
			line = append(line, t.text(m.MoveOf[i][j].String()))
		}
		t.add(line...)
	}
}

// possible reports whether customers can have made a move.
func (t *migrationTables) possible(m Migration, move Move) bool {
	return slices.ContainsFunc(t.rows.at, func(i int) bool {
		return slices.ContainsFunc(t.cols.at, func(j int) bool { return m.MoveOf[i][j] == move })
	})
}

// movingColumns are the columns of the sheets of all customers, where the move is
// looked up for the segments of its row.
func (b *pairBook) movingColumns(t *migrationTables) []column {
	out := slices.Clone(b.columns)
	if !t.live() {
		return out
	}
	find := func(header string) string {
		at := slices.IndexFunc(out, func(c column) bool { return c.header == header })
		letters, _ := excelize.ColumnNumberToName(at + 1) // a sheet has room for these few
		return letters + "2"
	}
	for j, c := range out {
		if c.header == moveHeader {
			out[j].formula = t.moveOf(find(b.pair.sides[0]), find(b.pair.sides[1]))
		}
	}
	return out
}

// moveOf finds the move of the segments in two cells.
func (t *migrationTables) moveOf(from, to string) string {
	absent := func(cell string, known, all int, last block) string {
		if known == all {
			return cell
		}
		return "IF(" + cell + `="",` + last.String() + "," + cell + ")"
	}
	from = absent(from, t.known[0], len(t.rows.at), t.label(len(t.rows.at)-1))
	to = absent(to, t.known[1], len(t.cols.at), t.head(len(t.cols.at)-1))
	unknown := quoteText(t.book.view.text(model.P("unknown segment")))
	labels, heads, moves := t.labels().String(), t.heads().String(), t.moves.String()
	exact := func(c criterion) bool { return c.exact && !c.blank }
	if !slices.ContainsFunc(t.down, exact) && !slices.ContainsFunc(t.across, exact) {
		return "IFERROR(INDEX(" + moves + ",MATCH(" + from + "," + labels + ",0),MATCH(" + to + "," + heads + ",0))," + unknown + ")"
	}
	row, column := "EXACT("+labels+","+from+")", "EXACT("+heads+","+to+")"
	return "IF(SUMPRODUCT(--" + row + ")*SUMPRODUCT(--" + column + ")=0," + unknown + ",INDEX(" + moves +
		",SUMPRODUCT(" + row + "*(ROW(" + labels + ")-" + digits(float64(t.counts.top-1)) + ")),SUMPRODUCT(" + column + "*(COLUMN(" + heads + ")-" + digits(float64(t.counts.left-1)) + "))))"
}

// moved counts the customers of a move, empty where the numbers are values.
func (b *pairBook) moved(t *migrationTables, move Move) string {
	at := slices.IndexFunc(b.columns, func(c column) bool { return c.header == moveHeader })
	if !t.live() || at < 0 {
		return ""
	}
	var out []string
	for _, r := range b.ledger.ranges(b.columns[at].Column) {
		out = append(out, "COUNTIFS("+r+","+quoteText(move.String())+")")
	}
	return strings.Join(out, "+")
}

// nameAtBoth names a segment at both dates; same reports whether it has that name
// at each where it is.
func (b *pairBook) nameAtBoth(v *pairView, g [2]SegmentSummary) (name string, same bool) {
	then, now := g[0].Index, g[1].Index
	switch {
	case then < 0 && now < 0:
		return v.first.text(model.P("All customers")), true
	case then >= 0 && now >= 0 && v.first.names[then] != v.second.names[now]:
		return v.first.text(model.P("%s → %s", v.first.names[then], v.second.names[now])), false
	case then >= 0:
		return v.first.names[then], true
	}
	return v.second.names[now], true
}

// bothDates pairs the segments of two results that count as the same: those of
// the first, then those only the second has. One that a side does not have is
// empty there, with the index -1.
func bothDates(v *pairView, same []int) [][2]SegmentSummary {
	none := SegmentSummary{Index: -1}
	var out [][2]SegmentSummary
	at := map[int]int{} // segments of the second to lines
	for _, g := range v.first.summary.segments {
		if j := same[g.Index]; j >= 0 {
			at[j] = len(out)
		}
		out = append(out, [2]SegmentSummary{g, none})
	}
	for _, g := range v.second.summary.segments {
		if i, ok := at[g.Index]; ok {
			out[i][1] = g
		} else {
			out = append(out, [2]SegmentSummary{none, g})
		}
	}
	return out
}
