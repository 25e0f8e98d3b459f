package screen

// Hints implements [Hinter]: where nobody is known yet, what says who the
// customers are comes first; columns that look like items are offered.
func (s *MethodList) Hints() []Hint {
	pr := s.host.Printer()
	search, only, pane := Hint{"/", say(pr, "search")}, Hint{"&", say(pr, "can run only")}, Hint{"tab", say(pr, "read on")}
	var out []Hint
	switch session := s.host.Session(); {
	case s.searching:
		return []Hint{{"enter", say(pr, "run")}, {both("up", "down"), say(pr, "move")}, {"esc", say(pr, "leave")}}
	case unidentified(session):
		out = []Hint{{"R", say(pr, "each row is a customer")}, {"2", say(pr, "roles")}}
	case session.Trouble == nil:
		out = []Hint{{"enter", say(pr, "run")}}
	}
	if s.items != nil {
		out = append(out, Hint{"I", say(pr, "items")})
	}
	return append(out, search, only, pane)
}
