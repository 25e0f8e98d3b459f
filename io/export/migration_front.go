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
	names = append(names, t.rows.names...)
	columns, room := len(t.cols.at)+1, b.frontColumns(names)
	cuts := model.P("each with cuts of its own")
	if m.Held {
		cuts = model.P("both with the cuts of the first")
	}
	f := b.openFront(title, model.P("The same method at two dates, %s: who stayed in their segment, and who moved where.", cuts), names, min(columns, room),
		max(math.Abs(v.first.summary.total.Value), math.Abs(v.second.summary.total.Value)))
	top := f.row + 1
	dates := f.dates(b, m)
	f.follows(t.live())
	f.sheets([]string{matrixSheet, moversSheet, sides[0].rules, sides[1].rules, qualitySheet})
	f.add(nil, f.label(model.P("Agreement")), said(b.looks.text, t.agreement.words, b.view.text(m.Agreement.Words)))
	below := f.ranking(f.row+1, 2, f.side-2, model.P("Largest moves"), model.Raw(" → "), t.matrix, t.largest, t.counts,
		func(c Cell) float64 { return float64(c.Customers) }, wholeFormat)
	f.row = max(below, f.moves(top, b, m, t, movers)) - 1
	table := f.segmentChanges(b, m, t, lines, sides)
	if columns <= room {
		f.crossTab(model.P("Customers: segment at %s down, at %s across", m.From.String(), m.To.String()), t.matrix)
	}
	f.drawMigration(b, m, dates, table)
	f.notes(b.remarks)
	f.finish()
	return f
}

// dates writes what was read at both dates, and returns the cells of the dates.
func (f *front) dates(b *pairBook, m Migration) block {
	v := b.pair
	f.fact(model.P("Data"), b.view.sources(), "")
	f.fact(model.P("Then, as of"), m.From.String(), "")
	f.fact(model.P("Now, as of"), m.To.String(), "")
	out := block{f.name, f.row - 1, firstNumber, f.row, firstNumber}
	window := model.P("all orders up to each date")
	if w := b.view.source.Window; w > 0 {
		window = model.P("%d days up to each date", w)
	}
	f.fact(model.P("Window"), b.view.text(window), "")
	f.facts(v.second, model.P("Data"), model.P("As of"), model.P("Window"))
	return out
}

// moves writes at the side what became of the customers, from a row on, and returns
// the row below.
func (f *front) moves(row int, b *pairBook, m Migration, t *migrationTables, movers int) int {
	looks, text, count := b.looks, b.view.text, m.Count()
	shown := slices.DeleteFunc(Moves(), func(move Move) bool {
		return move != Stayed && move != Newcomer && count[move] == 0 && !(t.live() && t.possible(m, move))
	})
	lines := [][]any{f.listTitle(model.P("What became of the customers")),
		{textCell(looks.headIndent, text(model.P("Move"))), textCell(looks.headRight, text(model.P("Count"))), textCell(looks.headRight, text(model.P("Share")))}}
	from, to := row+len(lines), row+len(lines)+len(shown)-1
	number := block{f.name, from, f.last - 1, to, f.last - 1}
	all := block{f.name, to + 1, f.last - 1, to + 1, f.last - 1}
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
	f.bars(number)
	return f.beside(row, f.side, f.last, append(lines, []any{said(looks.label, formula, told)})...)
}

// segmentChanges writes each segment at both dates.
func (f *front) segmentChanges(b *pairBook, m Migration, t *migrationTables, lines [][2]SegmentSummary, sides [2]sideSheets) frontRows {
	v := b.pair
	f.title(model.P("Segments then, at %s, and now, at %s", m.From.String(), m.To.String()))
	var titles []string
	for _, p := range []model.Phrase{model.P("Then"), model.P("Now"), model.P("Change")} {
		titles = append(titles, b.view.text(p))
	}
	groups := []headGroup{{b.view.text(model.P("Customers")), titles}}
	if m.Then != nil {
		groups = append(groups, headGroup{f.sumHead(model.P("Value")), titles})
	}
	f.headLine(b.view.text(model.P("Segment")), groups, b.view.text(model.P("What to do")), f.last)
	out := frontRows{from: f.row + 1, to: f.row + len(lines)}
	row := b.changeRow(f, m, t, out.to+1)
	for _, g := range lines {
		name, _ := b.nameAtBoth(v, g)
		side, shown, link := v.second, g[1], sides[1].rules
		if shown.Index < 0 {
			side, shown, link = v.first, g[0], sides[0].rules
		}
		f.segmentLine(shown, f.nameLink(name, link), name, row(g, false), side.shortAdvice(shown.Advice), f.last)
		f.linkName(name, link)
		out.colors = append(out.colors, segmentColor(shown.Index, shown.Unclassified))
	}
	all := [2]SegmentSummary{v.first.summary.total, v.second.summary.total}
	name, _ := b.nameAtBoth(v, all)
	f.segmentLine(all[1], textCell(b.looks.nameStrong, name), name, row(all, true), "", f.last)
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
	money := [2]rowFormula{}
	if m.Then != nil {
		money = [2]rowFormula{then.summed(m.Then), now.summed(m.Now)}
	}
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
			change("D", "C", float64(g[1].Customers-g[0].Customers), signed(wholeFormat))}
		if m.Then != nil {
			line = append(line, number(money, 0, g[0].Value, f.compact), number(money, 1, g[1].Value, f.compact), change("G", "F", difference(g[1].Value, g[0].Value), signed(f.compact)))
		}
		return line
	}
}

// signed is a number format that shows whether a number is more or less.
func signed(format string) string { return "+" + format + ";-" + format + ";0" }

// place is where a segment stands along the axis, -1 for nowhere.
func (a axis) place(segment int) int { return slices.Index(a.at, segment) }

// drawMigration draws the segments at both dates.
func (f *front) drawMigration(b *pairBook, m Migration, dates block, table frontRows) {
	const most = 24 // segments that a chart can show
	if table.from > table.to {
		return
	}
	to := min(table.to, table.from+most-1)
	charts := []frontChart{f.thenAndNow(b.view.text(model.P("Customers then and now")), dates, [2]int{3, 4}, table.from, to, wholeFormat)}
	if m.Then != nil {
		charts = append(charts, f.thenAndNow(f.sumHead(model.P("Value then and now")), dates, [2]int{6, 7}, table.from, to, f.compact))
	}
	f.charts(charts...)
}

// bars shows the numbers of a column by bars behind them.
func (f *front) bars(numbers block) {
	f.do(func() error {
		return f.book.shade(f.name, numbers.left, numbers.top, numbers.bottom-numbers.top+1, column{Column: model.NewNumbers("", nil), unit: model.OrderCount})
	})
}
