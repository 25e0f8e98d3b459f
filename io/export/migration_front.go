package export

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"custseg/model"
)

// migrationFront writes the page of both dates.
func (b *pairBook) migrationFront(title string, m Migration, sides [2]sideSheets, t *migrationTables, movers int) *front {
	v := b.pair
	lines := bothDates(v, m.Same)
	var names []string
	for _, g := range lines {
		name, _ := b.nameAtBoth(v, g)
		names = append(names, name)
	}
	crossed := max(len(t.rows.at), len(t.cols.at)) <= mostFrontColumns
	columns := 13
	if crossed {
		columns = max(columns, len(t.cols.at)+1)
	}
	f := b.openFront(title, model.P("The same method at two dates: who stayed in their segment, and who moved where."), append(names, t.rows.names...), columns,
		max(moneyWidth(v.first.summary.total.Value), moneyWidth(v.second.summary.total.Value)), crossed && len(lines) <= mostFrontSegments)
	top := f.row + 1
	dates := f.dates(b, m)
	f.follows(t.live())
	f.sheets([]string{matrixSheet, moversSheet, sides[0].rules, sides[1].rules, qualitySheet})
	moves, below := f.moves(top, b, m, t, movers)
	below = f.frontAgreement(below+1, m.Agreement, t.agreement)
	table := f.segmentChanges(b, m, t, lines, sides)
	if crossed {
		f.crossTab(model.P("Customers: segment at %s down, at %s across", m.From.String(), m.To.String()), t.matrix)
	}
	f.largest(m, t)
	f.notes(b.remarks)
	f.drawMigration(b, m, below+1, dates, table, moves)
	f.finish()
	return f
}

// dates writes what was read at both dates, and returns the cells of the dates.
func (f *front) dates(b *pairBook, m Migration) block {
	v := b.pair
	f.fact(model.P("Data"), b.view.sources(), "")
	cuts := model.P("each with cuts of its own")
	if m.Held {
		cuts = model.P("both with the cuts of the first")
	}
	f.add(nil, f.label(model.P("As of")), f.text(m.From.String()), f.text(m.To.String()), f.text(b.view.text(cuts)))
	out := block{f.name, f.row, firstNumber, f.row, firstNumber + 1}
	window := model.P("all orders up to each date")
	if w := b.view.source.Window; w > 0 {
		window = model.P("%d days up to each date", w)
	}
	f.fact(model.P("Window"), b.view.text(window), "")
	f.facts(v.second, model.P("Data"), model.P("As of"), model.P("Window"))
	return out
}

// moves writes in the strip what became of the customers, from a row on, and
// returns the rows of the moves and the row below.
func (f *front) moves(row int, b *pairBook, m Migration, t *migrationTables, movers int) (frontRows, int) {
	looks, text, count := b.looks, b.view.text, m.Count()
	shown := slices.DeleteFunc(Moves(), func(move Move) bool {
		return move != Stayed && move != Newcomer && count[move] == 0 && !(t.live() && t.possible(m, move))
	})
	lines := [][]any{f.stripTitle(model.P("What became of the customers")),
		{textCell(looks.headIndent, text(model.P("Move"))), textCell(looks.headRight, text(model.P("Customers"))), textCell(looks.headRight, text(model.P("Share")))}}
	out := frontRows{from: row + len(lines), to: row + len(lines) + len(shown) - 1}
	number := block{f.name, out.from, f.strip + 1, out.to, f.strip + 1}
	all := block{f.name, out.to + 1, f.strip + 1, out.to + 1, f.strip + 1}
	moving, now := 0, []string(nil)
	for i, move := range shown {
		cell := number.row(i).String()
		formula, share := b.moved(t, move), any(nil)
		if move != Newcomer { // they are no part of those of the first date
			part := ""
			if formula != "" {
				part = "IF(" + all.String() + ">0," + cell + "/" + all.String() + `,"")`
			}
			share = f.computed(part, float64(count[move])/float64(m.First.Customers.Len()), numberLook{format: shareFormat})
		}
		if move != Stayed && move != Unplaced {
			moving, now = moving+count[move], append(now, cell)
		}
		lines = append(lines, []any{textCell(looks.name, text(move.Label())), f.computed(formula, float64(count[move]), numberLook{format: wholeFormat}), share})
		out.colors = append(out.colors, moveColor(move))
	}
	first, second, _ := b.ledgerColumns()
	for i, v := range []*view{b.pair.first, b.pair.second} {
		formula := b.tallyOf(v, []model.Column{first, second}[i], "B").counted()(place{segment: everyone})
		lines = append(lines, []any{textCell(looks.nameStrong, text(model.P("All customers at %s", []model.Day{m.From, m.To}[i].String()))),
			f.computed(formula, float64(v.source.Len()), numberLook{format: wholeFormat, strong: true}), textCell(looks.strong, "")})
	}
	told, formula := text(model.P("The sheet %s lists those %d", moversSheet, movers)), ""
	if t.live() {
		formula = "IF(" + strings.Join(now, "+") + "=" + strconv.Itoa(movers) + "," + quoteText(told) + "," +
			quoteText(text(model.P("The sheet %s lists %d, a copy as it was written", moversSheet, movers))) + ")"
	}
	return out, f.beside(row, append(lines, []any{said(looks.label, formula, told)})...)
}

// segmentChanges writes each segment at both dates.
func (f *front) segmentChanges(b *pairBook, m Migration, t *migrationTables, lines [][2]SegmentSummary, sides [2]sideSheets) frontRows {
	v, from, to := b.pair, m.From.String(), m.To.String()
	f.title(model.P("Segments at both dates"))
	titles := []model.Phrase{model.P("Customers\n%s", from), model.P("Customers\n%s", to), model.P("Change"), model.P("Share\n%s", from), model.P("Share\n%s", to)}
	if m.Then != nil {
		titles = append(titles, model.P("Value\n%s", from), model.P("Value\n%s", to), model.P("Change of value"))
	}
	var heads []string
	for _, p := range titles {
		heads = append(heads, b.view.text(p))
	}
	f.headLine(b.view.text(model.P("Segment")), heads, b.view.text(model.P("What to do")))
	out := frontRows{from: f.row + 1, to: f.row + len(lines)}
	row := b.changeRow(f, m, t, out.to+1)
	for _, g := range lines {
		name, _ := b.nameAtBoth(v, g)
		side, shown, link := v.second, g[1], sides[1].rules
		if shown.Index < 0 {
			side, shown, link = v.first, g[0], sides[0].rules
		}
		advice := ""
		if told := side.advice(shown.Advice); len(told) > 0 {
			advice = told[0]
		}
		f.segmentLine(shown, f.nameLink(name, link), name, row(g, false), advice)
		f.linkName(name, link)
		out.colors = append(out.colors, segmentColor(shown.Index, shown.Unclassified))
	}
	all := [2]SegmentSummary{v.first.summary.total, v.second.summary.total}
	name, _ := b.nameAtBoth(v, all)
	f.segmentLine(all[1], textCell(b.looks.nameStrong, name), name, row(all, true), "")
	return out
}

// changeRow returns what makes the numbers of a line of segments at both dates,
// or of all customers; total is the row of those.
func (b *pairBook) changeRow(f *front, m Migration, t *migrationTables, total int) func(g [2]SegmentSummary, all bool) []any {
	v := b.pair
	first, second, _ := b.ledgerColumns()
	then, now := b.tallyOf(v.first, first, "B"), b.tallyOf(v.second, second, "B")
	if !t.live() {
		then, now = nil, nil
	}
	counts := [2]rowFormula{then.counted(), now.counted()}
	shares := [2]rowFormula{then.ofTotal("C", "0"), now.ofTotal("D", "0")}
	money := [2]rowFormula{}
	if m.Then != nil {
		money = [2]rowFormula{then.summed(m.Then), now.summed(m.Now)}
	}
	format := frontMoney(max(math.Abs(v.first.summary.total.Value), math.Abs(v.second.summary.total.Value)))
	return func(g [2]SegmentSummary, all bool) []any {
		at := func(side int) place {
			p := place{row: f.row + 1, total: total, segment: g[side].Index}
			switch k := []axis{t.rows, t.cols}[side].place(g[side].Index); {
			case k >= 0 && side == 0:
				p.name = t.label(k).String()
			case k >= 0:
				p.name = t.head(k).String()
			}
			return p
		}
		look := func(format string) numberLook { return numberLook{format: format, strong: all} }
		number := func(formulas [2]rowFormula, side int, v float64, format string) any {
			if g[side].Index < 0 && !all { // the segment is not there at that date
				return f.number(v, look(format))
			}
			return f.formula(formulas[side], at(side), v, look(format))
		}
		change := func(a, less string, v float64, format string) any {
			formula, row := "", strconv.Itoa(f.row+1)
			if t.live() {
				formula = "ROUND(N(" + a + row + ")-N(" + less + row + "),6)"
			}
			return f.computed(formula, v, look(format))
		}
		line := []any{number(counts, 0, float64(g[0].Customers), wholeFormat), number(counts, 1, float64(g[1].Customers), wholeFormat),
			change("D", "C", float64(g[1].Customers-g[0].Customers), signed(wholeFormat)),
			number(shares, 0, g[0].Share, shareFormat), number(shares, 1, g[1].Share, shareFormat)}
		if m.Then != nil {
			line = append(line, number(money, 0, g[0].Value, format), number(money, 1, g[1].Value, format), change("I", "H", difference(g[1].Value, g[0].Value), signed(format)))
		}
		return line
	}
}

// signed is a number format that shows whether a number is more or less.
func signed(format string) string { return "+" + format + ";-" + format + ";0" }

// place is where a segment stands along the axis, -1 for nowhere.
func (a axis) place(segment int) int { return slices.Index(a.at, segment) }

// largest lists the moves of most customers.
func (f *front) largest(m Migration, t *migrationTables) {
	if len(t.largest.cells) == 0 {
		return
	}
	b, v := f.book, t.pair
	titles := []string{b.view.text(model.P("Customers")), b.view.text(model.P("Share of the segment"))}
	if m.Then != nil {
		titles = append(titles, b.view.text(model.P("Value\n%s", m.To.String())), b.view.text(model.P("Change of value")))
	}
	f.title(model.P("Largest moves"))
	f.headLine(b.view.text(model.P("From")), titles, b.view.text(model.P("To")))
	format := frontMoney(v.second.summary.total.Value)
	for i, c := range t.largest.cells {
		share := ""
		if n := t.largest.of(t.counts, i); n != "" {
			row := t.largest.at.cell(i, 0).String()
			share = "IF(N(" + row + `)=0,"",INDEX(` + t.counts.String() + "," + row + "," + t.largest.at.cell(i, 1).String() + ")/INDEX(" + t.rowTotals().String() + "," + row + "))"
		}
		line := []any{nil, said(b.looks.name, t.largest.label(t.labels(), i), v.first.names[c.Row]),
			f.computed(t.largest.of(t.counts, i), float64(c.Customers), numberLook{format: wholeFormat}),
			f.computed(share, c.RowShare, numberLook{format: shareFormat})}
		if m.Then != nil {
			line = append(line, f.computed(t.largest.of(t.worth, i), c.SecondValue, numberLook{format: format}),
				f.computed(t.largest.of(t.change, i), c.Change(), numberLook{format: signed(format)}))
		}
		at := len(line) + 1
		f.addHigh(heightOf([]string{v.first.names[c.Row]}, []float64{f.widths[1] - indent}), append(line, said(b.looks.name, t.largest.head(t.heads(), i), v.second.names[c.Col]))...)
		f.merge(at, f.last)
	}
}

// drawMigration draws the segments at both dates and the moves in the strip, from
// a row on.
func (f *front) drawMigration(b *pairBook, m Migration, row int, dates block, table, moves frontRows) {
	const least = 120 // pixels
	text := b.view.text
	if table.to-table.from >= mostFrontSegments {
		table.to = table.from + mostFrontSegments - 1
	}
	var charts []frontChart
	if table.from <= table.to {
		charts = append(charts, f.thenAndNow(text(model.P("Customers then and now")), dates, [2]int{3, 4}, table.from, table.to, wholeFormat))
	}
	charts = append(charts, func(row, height int) {
		f.do(func() error {
			return b.addBars(barChart{sheet: f.name, title: text(model.P("What became of the customers")), from: moves.from, to: moves.to,
				names: f.strip, column: f.strip + 1, colors: moves.colors, format: wholeFormat, frame: frame{row: row, left: f.strip - 1, width: f.wide, height: max(height, least)}})
		})
	})
	if m.Then != nil && table.from <= table.to {
		charts = append(charts, f.thenAndNow(text(model.P("Value then and now")), dates, [2]int{8, 9}, table.from, table.to, wholeFormat))
	}
	f.charts(row, charts...)
}
