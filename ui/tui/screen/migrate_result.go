package screen

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
)

// movement is where customers of one date are at a later one, as the screen
// shows it.
type movement struct {
	*pipeline.Migration
	document export.Migration
	table    *crossTab
	lines    []moveLine
}

// moveLine is customers of whom the same became: those of a kind, or those who
// went from one segment to another.
type moveLine struct {
	label  string // of a kind, in the list
	title  string // of the list of its customers
	count  int
	share  string // of the customers of the first date, or of the segment that they left; empty of newcomers
	change float64
	move   export.Move
	from   int // the segment that they left, -1 for a kind
	to     int
	names  [2]string // of both segments
}

// newMovement prepares a migration for the screen.
func newMovement(pr *message.Printer, found *pipeline.Migration) *movement {
	m := &movement{Migration: found, document: found.Document(pr)}
	m.table = m.crossTab(pr)
	m.lines = append(m.kinds(pr), m.largest(pr)...)
	return m
}

// crossTab is the customers by the segments of both dates. Newcomers and those
// who are customers no more have a row and a column of their own, if there are
// any.
func (m *movement) crossTab(pr *message.Printer) *crossTab {
	data := &model.Grid{Title: model.P("Customers"),
		RowTitle: model.Raw(m.Plan.From.String()), ColTitle: model.Raw(m.Plan.To.String()),
		Rows: compareNames(pr, m.First), Cols: compareNames(pr, m.Second), Row: m.Row, Col: m.Col}
	rows, cols := len(data.Rows), len(data.Cols)
	if slices.Contains(m.Row, int32(rows)) {
		data.Rows = append(data.Rows, say(pr, "(newcomers)"))
	}
	if slices.Contains(m.Col, int32(cols)) {
		data.Cols = append(data.Cols, say(pr, "(no customers)"))
	}
	return newCrossTab(pr, data, true, m.amounts(len(data.Rows), len(data.Cols)))
}

// amounts are the money of the second date and its change, by cell; nothing
// without money.
func (m *movement) amounts(rows, cols int) []amounts {
	if m.document.Then == nil {
		return nil
	}
	now := amounts{title: model.P("Money at %s", m.Plan.To.String()), values: make([][]float64, rows)}
	change := amounts{title: model.P("Change of money"), values: make([][]float64, rows)}
	for y := range rows {
		for _, c := range m.document.Cells[y][:cols] {
			value, moved := math.NaN(), math.NaN()
			if c.Customers > 0 {
				value, moved = c.SecondValue, c.Change()
				if math.IsNaN(value) { // they are customers no more
					value = 0
				}
			}
			now.values[y], change.values[y] = append(now.values[y], value), append(change.values[y], moved)
		}
	}
	return []amounts{now, change}
}

// kinds are the customers by what became of them.
func (m *movement) kinds(pr *message.Printer) []moveLine {
	n, change := m.document.Count(), m.changes()
	var out []moveLine
	for _, move := range export.Moves() {
		if n[move] == 0 && move != export.Stayed && move != export.Newcomer {
			continue
		}
		l := moveLine{label: say(pr, "%s", moveLabel(move)), title: say(pr, "%s", move.Label()), count: n[move], change: change[move], move: move, from: -1}
		if move != export.Newcomer {
			l.share = chart.Share(l.count, m.First.Customers.Len())
		}
		out = append(out, l)
	}
	return out
}

// moveLabel names a kind of move in a word or two.
func moveLabel(m export.Move) model.Phrase {
	switch m {
	case export.Stayed:
		return model.P("stayed")
	case export.Entered:
		return model.P("entered")
	case export.Left:
		return model.P("left")
	case export.Unplaced:
		return model.P("Unclassified")
	}
	return m.Label()
}

// changes are the changes of money by what became of customers; NaN without
// money.
func (m *movement) changes() map[export.Move]float64 {
	out := map[export.Move]float64{}
	for i, move := range m.Moves {
		if m.document.Then == nil {
			out[move] = math.NaN()
			continue
		}
		out[move] += known(m.document.Now.At(i)) - known(m.document.Then.At(i))
	}
	return out
}

// known is a number, 0 for none.
func known(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}

// largest are the moves of most customers from one segment to another.
func (m *movement) largest(pr *message.Printer) []moveLine {
	names, to := compareNames(pr, m.First), compareNames(pr, m.Second)
	var out []moveLine
	for _, c := range m.document.Largest {
		title := say(pr, "%s to %s", names[c.Row], to[c.Col])
		out = append(out, moveLine{title: title, count: c.Customers,
			share: chart.Share(c.Customers, m.table.rowSum(c.Row)), change: c.Change(), from: c.Row, to: c.Col,
			names: [...]string{names[c.Row], to[c.Col]}})
	}
	return out
}

// of returns the customers of a line, as places of the comparison.
func (m *movement) of(l moveLine) []int32 {
	var out []int32
	for i, move := range m.Moves {
		if l.from < 0 && move == l.move || l.from >= 0 && int(m.Row[i]) == l.from && int(m.Col[i]) == l.to {
			out = append(out, int32(i))
		}
	}
	return out
}

// shareOf writes the share of a line and what it is of.
func (l moveLine) shareOf(pr *message.Printer) string {
	switch {
	case l.share == "":
		return ""
	case l.from >= 0:
		return say(pr, "%s of %s", l.share, l.names[0])
	}
	return say(pr, "%s of all", l.share)
}

// words are the lines as text, for copying.
func (m *movement) words(pr *message.Printer) []string {
	t := chart.Table{Title: say(pr, "%s to %s", m.Plan.From.String(), m.Plan.To.String()), Words: 1,
		Head: []string{say(pr, "move"), say(pr, "customers"), say(pr, "share"), say(pr, "change of money")}}
	for _, l := range m.lines {
		t.Rows = append(t.Rows, []string{l.title, chart.Count(l.count), l.shareOf(pr), strings.TrimSpace(chart.Full(l.change, model.Money))})
	}
	return t.Lines()
}
