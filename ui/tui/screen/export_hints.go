package screen

// Hints implements [Hinter]: while no method is chosen, what leads to one.
func (s *ExportView) Hints() []Hint {
	if s.before.shown() {
		return s.before.hints()
	}
	return nil
}
