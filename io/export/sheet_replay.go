package export

import "custseg/model"

// replayWidths are the columns of the sheet of the recipe: its text, and the
// tables of what has changed since it was saved.
func replayWidths() []float64 { return []float64{120, 14, 14, 14, 14, 14} }

// replay writes what is not as it was when the recipe was saved, below the
// recipe's text.
func (s *sheet) replay() {
	r := s.book.view.replay
	if r == nil {
		return
	}
	s.heading(model.P("Since the recipe was saved"), len(replayWidths()))
	for _, line := range r.Lines() {
		s.add(s.wrap(s.book.view.note(line)))
	}
	s.shifts(r.Shifts)
	for _, of := range r.Results {
		s.sizesThenAndNow(of)
	}
}

// shifts writes how far customers have moved on each measure.
func (s *sheet) shifts(shifts []Shift) {
	if len(shifts) == 0 {
		return
	}
	s.heading(model.P("How far customers have moved on each measure"), len(replayWidths()))
	s.add(s.wrap(s.book.view.text(ShiftHelp())))
	s.addHigh(2*lineHeight+2, append([]any{textCell(s.book.looks.head, s.book.view.text(model.P("Measure")))},
		s.rightHeads(model.P("Stability index"), model.P("By chance"), model.P("Moved"))...)...)
	for _, m := range shifts {
		s.add(s.text(s.book.view.text(m.Label)), s.number(m.Index, numberLook{format: smallFormat}), s.number(m.Chance, numberLook{format: smallFormat}),
			s.text(s.book.view.text(m.Words)))
	}
}

// sizesThenAndNow writes the segments of one method then and now.
func (s *sheet) sizesThenAndNow(of SizeChanges) {
	s.heading(model.P("Segments then and now by %s", of.Name), len(replayWidths()))
	s.addHigh(2*lineHeight+2, append([]any{textCell(s.book.looks.head, s.book.view.text(model.P("Segment")))},
		s.rightHeads(model.P("Customers then"), model.P("Share then"), model.P("Customers now"), model.P("Share now"), model.P("Change of share"))...)...)
	for _, g := range of.Segments {
		line := []any{s.text(s.book.view.mask.text(g.Segment)), nil, nil, nil, nil, nil}
		if g.Then >= 0 {
			line[1], line[2] = s.number(float64(g.Then), numberLook{format: wholeFormat}), s.number(g.ThenShare, numberLook{format: shareFormat})
		}
		if g.Now >= 0 {
			line[3], line[4] = s.number(float64(g.Now), numberLook{format: wholeFormat}), s.number(g.NowShare, numberLook{format: shareFormat})
		}
		line[5] = s.number(g.NowShare-g.ThenShare, numberLook{format: "+0.0%;-0.0%;0.0%"})
		s.add(line...)
	}
}
