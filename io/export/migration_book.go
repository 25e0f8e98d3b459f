package export

import (
	"strconv"

	"custseg/model"
)

// migration writes the workbook of one method at two dates.
func (b *pairBook) migration(m Migration) error {
	v := b.pair
	movers := v.movers(m)
	lists := []rowList{{customersSheet, len(m.Moves), v.customer}, {moversSheet, len(movers), func(k int) int { return movers[k] }}}
	if err := b.lay(lists, [2]string{"Recipe from", "Recipe to"}); err != nil {
		return err
	}
	title := b.view.text(model.P("%s from %s to %s", b.view.method.Name, m.From.String(), m.To.String()))
	s := b.openSummary(title, model.P("The same method at two dates: who stayed in their segment, and who moved where."))
	s.add(s.label(model.P("Data")), s.text(b.view.sources()))
	if w := b.view.source.Window; w > 0 {
		s.add(s.label(model.P("Window")), s.text(b.view.text(model.P("%d days up to each date", w))))
	}
	s.moves(m)
	s.agreement(m.Agreement)
	b.segmentChanges(s, v, m)
	s.largest(v, m)
	s.lines(model.P("Notes"), v.notes())
	s.maskLines()
	if s.err != nil {
		return s.err
	}
	rows, cols := v.axes(model.P("(newcomers)"), model.P("(no customers)"))
	t := b.openMatrix(rows, cols)
	t.cross(model.P("Customers"), m.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return float64(c.Customers) }, wholeFormat, true})
	t.cross(model.P("Share of the row"), m.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return c.RowShare }, shareFormat, false})
	if m.Then != nil {
		t.cross(model.P("Money at %s", m.To.String()), m.Pairing, rows, cols, crossNumber{func(c Cell) float64 { return c.SecondValue }, moneyFormat, true})
		t.cross(model.P("Change of money since %s", m.From.String()), m.Pairing, rows, cols, crossNumber{Cell.Change, moneyFormat, true})
	}
	if t.err != nil {
		return t.err
	}
	return b.properties(title)
}

// moves counts the customers at both dates, and between them by what became of
// them.
func (s *sheet) moves(m Migration) {
	s.heading(model.P("Customers"), len(pairWidths()))
	s.add(s.label(model.P("At %s", m.From.String())), s.count(m.First.Customers.Len()))
	n := m.Count()
	for _, move := range Moves() {
		if n[move] > 0 || move == Stayed || move == Newcomer {
			s.add(s.label(move.Label()), s.count(n[move]))
		}
	}
	s.add(s.label(model.P("At %s", m.To.String())), s.count(m.Second.Customers.Len()))
}

// segmentChanges writes each segment at both dates, over the sheet of customers
// where its name is the same at both.
func (b *pairBook) segmentChanges(s *sheet, v *pairView, m Migration) {
	s.heading(model.P("Segments at both dates"), len(pairWidths()))
	titles := []model.Phrase{model.P("Customers at %s", m.From.String()), model.P("Customers at %s", m.To.String()), model.P("Change")}
	if m.Then != nil {
		titles = append(titles, model.P("Money at %s", m.From.String()), model.P("Money at %s", m.To.String()), model.P("Change of money"))
	}
	s.addHigh(2*lineHeight+2, append([]any{textCell(s.book.looks.head, v.first.text(model.P("Segment")))}, s.rightHeads(titles...)...)...)
	first, second, _ := b.ledgerColumns()
	then, now := b.tallyOf(v.first, first, "A"), b.tallyOf(v.second, second, "A")
	counts, money := [2]rowFormula{then.counted(), now.counted()}, [2]rowFormula{}
	if m.Then != nil {
		money = [2]rowFormula{then.summed(m.Then), now.summed(m.Now)}
	}
	for _, g := range append(bothDates(v, m.Same), [2]SegmentSummary{v.first.summary.total, v.second.summary.total}) {
		name, same := b.nameAtBoth(v, g)
		strong := g[0].Index < 0 && g[1].Index < 0
		of := func(formulas [2]rowFormula, side int) rowFormula {
			if !same || g[side].Index < 0 && !strong {
				return func(place) string { return "" }
			}
			return formulas[side]
		}
		at := func(side int) place { return place{row: s.row + 1, segment: g[side].Index} }
		whole, amount := numberLook{format: wholeFormat, strong: strong}, numberLook{format: moneyFormat, strong: strong}
		line := []any{s.segmentName(name, strong), s.formula(of(counts, 0), at(0), float64(g[0].Customers), whole), s.formula(of(counts, 1), at(1), float64(g[1].Customers), whole),
			s.formula(b.lessThan("C", "B"), at(0), float64(g[1].Customers-g[0].Customers), whole)}
		if m.Then != nil {
			line = append(line, s.formula(of(money, 0), at(0), g[0].Value, amount), s.formula(of(money, 1), at(1), g[1].Value, amount),
				s.formula(b.lessThan("F", "E"), at(0), difference(g[1].Value, g[0].Value), amount))
		}
		s.addHigh(segmentHeight(strong), line...)
	}
}

// lessThan is one column of a row less another, to a millionth.
func (b *pairBook) lessThan(column, less string) rowFormula {
	return func(at place) string {
		if b.options.ValuesOnly {
			return ""
		}
		row := strconv.Itoa(at.row)
		return "ROUND(" + column + row + "-" + less + row + ",6)"
	}
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

// largest writes the moves of most customers.
func (s *sheet) largest(v *pairView, m Migration) {
	if len(m.Largest) == 0 {
		return
	}
	s.heading(model.P("Largest moves"), len(pairWidths()))
	titles := []model.Phrase{model.P("Customers"), model.P("Share of the segment")}
	if m.Then != nil {
		titles = append(titles, model.P("Money at %s", m.To.String()), model.P("Change of money"))
	}
	s.addHigh(2*lineHeight+2, append([]any{textCell(s.book.looks.head, v.first.text(model.P("From"))), textCell(s.book.looks.head, v.first.text(model.P("To")))},
		s.rightHeads(titles...)...)...)
	for _, c := range m.Largest {
		line := []any{s.text(v.first.names[c.Row]), s.text(v.second.names[c.Col]), s.number(float64(c.Customers), numberLook{format: wholeFormat}),
			s.number(c.RowShare, numberLook{format: shareFormat})}
		if m.Then != nil {
			line = append(line, s.number(c.SecondValue, numberLook{format: moneyFormat}), s.number(c.Change(), numberLook{format: moneyFormat}))
		}
		s.add(line...)
	}
}
