package screen

import (
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// dataAsk is the text field at the bottom of the data screen.
type dataAsk struct {
	on     bool
	filter bool // the rows are narrowed to the text, else searched for it
	line   form.Line
}

// ask opens the text field.
func (s *DataView) ask(filter bool) {
	if s.zoom {
		s.closeChart()
	}
	if s.focus == paneFindings || filter && s.focus == paneColumns {
		s.setFocus(paneRows)
	}
	s.asking = dataAsk{on: true, filter: filter}
}

// askKey types into the text field; Enter looks for the text, Esc forgets it.
func (s *DataView) askKey(k term.Key) {
	switch k.Name {
	case "esc":
		s.asking.on = false
	case "enter":
		s.asking.on = false
		text := s.asking.line.Text()
		switch {
		case text == "":
		case s.asking.filter:
			s.focused().filter(text)
		default:
			s.searched = text
			s.focused().find(text, false)
		}
	default:
		s.asking.line.Key(k)
	}
}

// askLine draws the text field.
func (s *DataView) askLine(t *theme.Theme) string {
	key := " /"
	if s.asking.filter {
		key = " &"
	}
	return t.Paint(t.Key, key) + " " + s.asking.line.View(t, s.w-len(key)-1, true)
}
