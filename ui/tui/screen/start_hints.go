package screen

// Hints implements [Hinter]: while a path is typed only its own keys work, and
// once files are marked Enter opens those.
func (s *Start) Hints() []Hint {
	pr := s.host.Printer()
	switch {
	case s.typing:
		return []Hint{{"enter", say(pr, "open")}, {"tab", say(pr, "complete")}, {"esc", say(pr, "leave")}}
	case len(s.marked) > 0:
		return []Hint{{"enter", say(pr, "open %d marked", len(s.marked))}, {"space", say(pr, "mark")}, {"/", say(pr, "path")}}
	}
	return nil
}
