package screen

import "custseg/ui/tui/theme"

// sizeTable gives the table of segments its place. Where it cannot show all, its
// last line says how many more there are.
func (s *SegmentsView) sizeTable(l segmentsLayout) {
	h := l.top - s.noteLines()
	if s.table.Len()+1 > h {
		h--
	}
	s.table.SetSize(s.w-l.left-1, h)
}

// moreSegments is the line about the segments that the table has no room for, if
// there are such.
func (s *SegmentsView) moreSegments(t *theme.Theme, w int) []string {
	pr := s.host.Printer()
	first, end := s.table.Window()
	below, text := s.table.Len()-end, ""
	switch {
	case below > 0 && first > 0:
		text = say(pr, "%d more above, %d below", first, below)
	case below > 0:
		text = say(pr, "%d more below", below)
	case first > 0:
		text = say(pr, "%d more above", first)
	default:
		return nil
	}
	return []string{inked(t, t.Faint, "   "+text, w)}
}

// showFilled puts the cursor on the first segment with customers when none of
// those on the screen has any.
func (s *SegmentsView) showFilled() {
	first, end := s.table.Window()
	filled, last := -1, -1
	for row, l := range s.rows.lines {
		switch {
		case l.Customers == 0:
		case filled < 0 && row < end && row >= first:
			return
		case filled < 0:
			filled, last = row, row
		default:
			last = row
		}
	}
	if s.w > 0 && filled >= 0 {
		s.table.SetCursor(last, 0) // so that as many as can be follow the first
		s.table.SetCursor(filled, 0)
	}
}
