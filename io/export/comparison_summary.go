package export

import (
	"math"

	"custseg/model"
)

// pairWidths are the columns of the Summary of two segmentations.
func pairWidths() []float64 { return []float64{34, 30, 14, 14, 18, 18, 18, 18} }

// openSummary begins the Summary.
func (b *pairBook) openSummary(title string, subtitle model.Phrase) *sheet {
	s := b.open(summarySheet, page{widths: pairWidths()})
	s.addHigh(28, textCell(b.looks.title, title))
	s.across(pairWidths(), b.looks.subtitle, b.view.text(subtitle))
	s.skip(1)
	return s
}

// agreement writes how far both sides agree, with what each number means.
func (s *sheet) agreement(a Agreement) {
	s.heading(model.P("Agreement"), len(pairWidths()))
	s.add(s.label(model.P("In words")), s.text(s.book.view.text(a.Words)))
	for _, m := range []struct {
		label, means model.Phrase
		value        float64
	}{
		{model.P("Adjusted Rand index"), model.P("1 for the same split, 0 when pairs of customers are together no more often than by chance"), a.Rand},
		{model.P("Shared information"), model.P("normalised mutual information: 0 when neither side tells of the other, 1 for the same split"), a.Information},
		{model.P("Cramér's V"), model.P("the strength of association, 0 to 1"), a.V},
	} {
		if !math.IsNaN(m.value) {
			s.across(pairWidths(), s.book.looks.wrap, s.book.view.text(m.means), s.label(m.label), s.number(m.value, numberLook{format: smallFormat, left: true}))
		}
	}
}

// sizes writes the segments of one of several methods. Their names, and the money,
// are columns of the ledger, nil where it does not hold them: then the numbers are
// values.
func (s *sheet) sizes(title model.Phrase, v *view, segments, money model.Column) {
	t := s.book.tallyOf(v, segments, "A")
	counted, shared, summed, sharedValue := t.counted(), t.ofTotal("B", "0"), t.summed(money), t.ofTotal("D", `""`)
	total := s.row + 3 + len(v.summary.segments) // below the heading and the head
	s.heading(title, len(pairWidths()))
	head := []any{textCell(s.book.looks.head, v.text(model.P("Segment")))}
	titles := []model.Phrase{model.P("Customers"), model.P("Share of customers")}
	if v.summary.total.HasValue {
		titles = append(titles, model.P("Value"), model.P("Share of value"))
	}
	s.addHigh(2*lineHeight+2, append(head, s.rightHeads(titles...)...)...)
	for _, g := range append(v.summary.segments[:len(v.summary.segments):len(v.summary.segments)], v.summary.total) {
		name, strong := v.text(model.P("All customers")), g.Index < 0
		if !strong {
			name = v.names[g.Index]
		}
		at := place{s.row + 1, total + 1, g.Index}
		line := []any{s.segmentName(name, strong), s.formula(counted, at, float64(g.Customers), numberLook{format: wholeFormat, strong: strong}),
			s.formula(shared, at, g.Share, numberLook{format: shareFormat, strong: strong})}
		if g.HasValue {
			line = append(line, s.formula(summed, at, g.Value, numberLook{format: moneyFormat, strong: strong}),
				s.formula(sharedValue, at, g.ValueShare, numberLook{format: shareFormat, strong: strong}))
		}
		s.addHigh(segmentHeight(strong), line...)
	}
}

// pairs writes cells of the cross-tab, one a row.
func (s *sheet) pairs(v *pairView, title model.Phrase, cells []Cell) {
	if len(cells) == 0 {
		return
	}
	s.heading(title, len(pairWidths()))
	s.addHigh(2*lineHeight+2, append([]any{textCell(s.book.looks.head, v.first.text(v.FirstName)), textCell(s.book.looks.head, v.first.text(v.SecondName))},
		s.rightHeads(model.P("Customers"), model.P("By chance"), model.P("Share of the row"), model.P("Share of the column"),
			model.P("Overlap"), model.P("Standard deviations"))...)...)
	for _, c := range cells {
		s.add(s.text(v.first.names[c.Row]), s.text(v.second.names[c.Col]), s.number(float64(c.Customers), numberLook{format: wholeFormat}),
			s.number(c.Expected, numberLook{format: "#,##0.0"}), s.number(c.RowShare, numberLook{format: shareFormat}),
			s.number(c.ColShare, numberLook{format: shareFormat}), s.number(c.Overlap, numberLook{format: shareFormat}),
			s.number(c.Residual, numberLook{format: "0.0"}))
	}
}

// lines writes sentences under a heading.
func (s *sheet) lines(title model.Phrase, lines []string) {
	if len(lines) == 0 {
		return
	}
	s.heading(title, len(pairWidths()))
	for _, l := range lines {
		s.across(pairWidths(), s.book.looks.wrap, l)
	}
}

// maskLines says what a mask hides.
func (s *sheet) maskLines() {
	if s.book.view.mask == nil {
		return
	}
	var lines []string
	for _, l := range s.book.view.mask.lines() {
		lines = append(lines, s.book.view.text(l))
	}
	s.lines(model.P("Masked"), lines)
}

// rightHeads makes the heads of columns of numbers.
func (s *sheet) rightHeads(titles ...model.Phrase) []any {
	var out []any
	for _, t := range titles {
		out = append(out, textCell(s.book.looks.headRight, s.book.view.text(t)))
	}
	return out
}

// segmentHeight is the height of the row of a segment, in points: that of totals
// stands off from the line above it.
func segmentHeight(total bool) float64 {
	if total {
		return totalHeight
	}
	return 0
}

// segmentName makes the cell of a segment's name, or of the row of totals.
func (s *sheet) segmentName(text string, total bool) any {
	if total {
		return textCell(s.book.looks.strong, text)
	}
	return s.text(text)
}
