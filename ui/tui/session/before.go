package session

import (
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
)

// chooseBefore chooses what the changes of a result that lands are counted from.
// Steps that are one change for undo have one state before them.
func (s *Session) chooseBefore(r *pipeline.Result) {
	switch {
	case s.Result == nil || s.Result.Recipe.SameResult(r.Recipe):
		return
	case s.Result.Recipe.Method != r.Recipe.Method:
		s.Before, s.accepted = nil, nil
	case s.accepted == nil && (s.Before == nil || !s.undoRecipe().SameResult(s.since)):
		s.Before = s.Result
	}
	s.since = s.undoRecipe()
}

// undoRecipe is the recipe before the last change of it, an empty one for none.
func (s *Session) undoRecipe() model.Recipe {
	c, _ := s.lastChange()
	return c.Recipe
}

// lastChange is the last that changed the recipe; ok is false when there is none.
func (s *Session) lastChange() (c Change, ok bool) {
	for _, c := range slices.Backward(s.past) {
		if !c.aside {
			return c, true
		}
	}
	return Change{}, false
}

// Accept makes the result what changes are counted from, until another is
// accepted. Accepting the one that is already lets it go: changes are then
// counted from the state before the last one again. It reports whether a result
// is accepted now.
func (s *Session) Accept() bool {
	s.Pause()
	if s.accepted != nil && s.Result != nil && s.accepted.Recipe.SameResult(s.Result.Recipe) {
		s.accepted, s.Before = nil, nil
		return false
	}
	s.accepted, s.Before = s.Result, s.Result
	return s.accepted != nil
}

// Since names the change that Before was the state before of, nothing after an
// undo; accepted is true when changes are counted from an accepted result.
func (s *Session) Since() (change string, accepted bool) {
	if c, ok := s.lastChange(); ok && s.accepted == nil && s.Before != nil && s.Before.Recipe.SameResult(c.Recipe) {
		change = c.Name
	}
	return change, s.accepted != nil
}
