package screen

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// accept makes the result what changes are counted from, or lets it go again.
func (s *SegmentsView) accept() {
	pr := s.host.Printer()
	if s.host.Session().Accept() {
		s.host.Say(say(pr, "Accepted: changes are counted from here until b is pressed again"))
	} else {
		s.host.Say(say(pr, "Changes are counted from before the last one again"))
	}
	s.remakeTable()
}

// remakeTable counts the changes anew; order and cursor stay.
func (s *SegmentsView) remakeTable() {
	s.rows = newSegmentRows(s.host, s.result, s.host.Session().Before, s.tableWidth())
	s.resetTable(true)
	s.SetSize(s.w, s.h)
}

// changeNote says what the table counts changes from, and which segments are no
// more; nothing where there is nothing to count from.
func (s *SegmentsView) changeNote(t *theme.Theme) string {
	if s.rows == nil || s.rows.before == nil {
		return ""
	}
	pr := s.host.Printer()
	name, accepted := s.host.Session().Since()
	text := say(pr, "change: since the last result")
	switch {
	case accepted:
		text = say(pr, "change: since accepted (b)")
	case name != "":
		text = say(pr, "change: by %s", cell.Clean(name))
	}
	if gone := s.rows.gone; len(gone) > 0 {
		text += say(pr, " %s gone: %s", t.Glyphs.Dot, cell.Clean(strings.Join(gone, ", ")))
	}
	return " " + text + " "
}
