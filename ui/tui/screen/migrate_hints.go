package screen

import "custseg/ui/tui/form"

// Hints implements [Hinter]: the keys of the pane with the focus, and what Tab
// leads to, which may take the place of what is shown.
func (s *compareDates) Hints() []Hint {
	pr := s.host.Printer()
	switch {
	case s.whyNot() != "":
		return nil
	case s.focus == datesPane && s.form.Editing():
		return takeHints(pr, s.form)
	case s.stopped():
		return []Hint{{"enter", say(pr, "compare")}}
	}
	periods := []Hint{{"+", say(pr, "longer")}, {"-", say(pr, "shorter")}}
	switch s.focus {
	case datesPane:
		field, _ := s.form.Field()
		out := []Hint{{"enter", say(pr, "type")}}
		if field.Kind == form.Choice {
			out = []Hint{{"enter", say(pr, "list")}, {both("left", "right"), say(pr, "step")}}
		}
		return append(append(out, Hint{"tab", say(pr, "to who moved")}), periods...)
	case movesPane:
		return append([]Hint{{"enter", say(pr, "customers")}, {"tab", say(pr, "to the table")}, {"y", say(pr, "copy")}}, periods...)
	}
	out := append([]Hint{{"enter", say(pr, "customers")}, {"tab", say(pr, "to the dates")}}, periods...)
	if s.whyNotHold() == "" {
		out = append(out, Hint{"f", say(pr, "cuts")})
	}
	return append(out, Hint{"%", say(pr, "shares")}, Hint{"w", say(pr, "write")})
}
