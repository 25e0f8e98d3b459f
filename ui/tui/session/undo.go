package session

import "custseg/model"

// UndoReading returns how the files are read in the recipe that Undo goes back
// to, and the data for it; ok is false when there is nothing to undo.
func (s *Session) UndoReading() (how model.Reading, data *model.Dataset, ok bool) {
	if len(s.past) == 0 {
		return how, nil, false
	}
	c := s.past[len(s.past)-1]
	return c.Recipe.Reading, c.line.Dataset(), true
}
