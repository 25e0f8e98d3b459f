package session

import "custseg/model"

// Comparing is what the analyst chose for the step Compare. The recipe does not
// hold it: no segment changes with it.
type Comparing struct {
	From, To model.Day // the two dates, NoDay for those proposed
	Hold     bool      // the cuts of From hold at To
	Split    model.Day // the last day that a bake-off knows, NoDay for the one proposed
}

// NotComparing is what there is before anything is chosen.
func NotComparing() Comparing {
	return Comparing{From: model.NoDay, To: model.NoDay, Split: model.NoDay}
}

// Compare puts other choices for the step Compare in force, under a name for
// undo. The same choices again change nothing.
func (s *Session) Compare(c Comparing, name string) {
	if c != s.Comparing {
		s.remember(s.Recipe, s.Line, name)
		s.past[len(s.past)-1].aside = true
		s.Comparing = c
	}
}
