// Package session is what the terminal UI works on: the data that is open, the
// recipe in force, its result, and the recipes before and after it for undo and
// redo. It is owned by the update loop and holds no screen.
package session

import (
	"errors"
	"fmt"
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
)

// Session is the state that screens share. Screens read its fields and change
// the recipe through Propose; the root model runs what that makes necessary.
type Session struct {
	Line   *pipeline.Pipeline // nil before data is open
	Files  []string           // as the analyst named them
	Recipe model.Recipe

	// The customers in the recipe's scope, nil while there are none or when the
	// roles do not allow it; then Trouble says why.
	Customers *model.Customers
	Roles     model.RoleMap
	Trouble   error

	// The result shown, which lags behind Recipe while a run is under way. When
	// the recipe cannot be run Failed says why and the last good result stays.
	Result *pipeline.Result
	Failed error
	// Before is what the result's changes are counted from: the result accepted,
	// or else that before the last change; nil when there is none of the method.
	Before *pipeline.Result

	Comparing Comparing // how the step Compare compares

	Personal bool // what names persons is shown, on every screen

	arranged map[string]Arrangement // by kind of list
	naming   *model.Customers       // those that named was found for
	named    bool                   // their ids tell who they are

	past, future []Change
	accepted     *pipeline.Result // by Accept, nil for none
	since        model.Recipe     // what undo went back to when Before was chosen
	exported     model.Recipe     // as of the last export
	everExported bool
}

// Change is a recipe, the data it is for and what is chosen beside it, with the
// name of what led to it.
type Change struct {
	Name      string
	Recipe    model.Recipe
	comparing Comparing
	line      *pipeline.Pipeline
	control   string // the switch that was turned, nothing for another change
	nudged    bool   // by Nudge
	aside     bool   // by Compare, which leaves the recipe as it is
}

const (
	mostUndo     = 200
	mostReadings = 2 // readings that undo can go back over: each keeps its data in memory
)

// Open starts on a dataset, with nothing to undo.
func (s *Session) Open(line *pipeline.Pipeline, files []string, recipe model.Recipe) {
	*s = Session{Line: line, Files: files, Recipe: recipe, Comparing: NotComparing()}
}

// IsOpen reports whether data is open.
func (s *Session) IsOpen() bool { return s.Line != nil }

// Data returns the dataset that is open, nil for none.
func (s *Session) Data() *model.Dataset {
	if s.Line == nil {
		return nil
	}
	return s.Line.Dataset()
}

// Propose puts another recipe in force, under a name for undo such as
// "bins 4". The same recipe again changes nothing. How the files are read stays
// as it is: that takes other data, see [Session.Reopen].
func (s *Session) Propose(r model.Recipe, name string) {
	r.Reading, r.Sources = s.Recipe.Reading, s.Recipe.Sources
	if !r.Equal(s.Recipe) {
		s.remember(r, s.Line, name)
	}
}

// Turn puts a recipe in force as [Session.Propose] does, by one step of a switch.
// Steps of the same control upon each other are one change for undo, and none
// when they lead back to the recipe before them.
func (s *Session) Turn(control string, r model.Recipe, name string) {
	r.Reading, r.Sources = s.Recipe.Reading, s.Recipe.Sources
	if r.Equal(s.Recipe) {
		return
	}
	last := len(s.past) - 1
	if last < 0 || s.past[last].control != control || len(s.future) > 0 {
		s.remember(r, s.Line, name)
		s.past[len(s.past)-1].control = control
		return
	}
	s.past[last].Name = name
	if r.Equal(s.past[last].Recipe) {
		s.past = s.past[:last]
	}
	s.goTo(r, s.Line)
}

// Nudge puts a recipe in force as [Session.Turn] does, by one of several steps
// in quick succession: they are one change for undo until [Session.Pause].
func (s *Session) Nudge(control string, r model.Recipe, name string) {
	s.Turn(control, r, name)
	if last := len(s.past) - 1; last >= 0 && s.past[last].control == control {
		s.past[last].nudged = true
	}
}

// Pause ends a succession of steps: the next is a change of its own.
func (s *Session) Pause() {
	if last := len(s.past) - 1; last >= 0 && s.past[last].nudged {
		s.past[last].control = ""
	}
}

// Reopen goes on with the same files read in another way, under a name for
// undo. The recipe's reading is the one that the data was read with.
func (s *Session) Reopen(line *pipeline.Pipeline, r model.Recipe, name string) {
	s.remember(r, line, name)
	for s.readings() > mostReadings {
		s.past = s.past[1:]
	}
}

// remember puts a recipe and its data in force and keeps those before.
func (s *Session) remember(r model.Recipe, line *pipeline.Pipeline, name string) {
	s.past = append(s.past, Change{Name: name, Recipe: s.Recipe, comparing: s.Comparing, line: s.Line})
	if len(s.past) > mostUndo {
		s.past = s.past[1:]
	}
	s.future = nil
	s.goTo(r, line)
}

// readings counts how often the data changes on the way back to the first
// recipe.
func (s *Session) readings() int {
	n, line := 0, s.Line
	for _, c := range slices.Backward(s.past) {
		if c.line != line {
			n, line = n+1, c.line
		}
	}
	return n
}

// goTo puts a recipe and its data in force. What was made of other data goes.
func (s *Session) goTo(r model.Recipe, line *pipeline.Pipeline) {
	if line != s.Line {
		s.Customers, s.Roles, s.Trouble = nil, model.RoleMap{}, nil
		s.Result, s.Before, s.accepted, s.Failed = nil, nil, nil, nil
	}
	s.Recipe, s.Line = r, line
}

// Undo goes back to the recipe before and returns the name of what was undone;
// ok is false when there is none.
func (s *Session) Undo() (name string, ok bool) {
	if len(s.past) == 0 {
		return "", false
	}
	s.Pause()
	c := s.past[len(s.past)-1]
	s.past = s.past[:len(s.past)-1]
	s.future = append(s.future, s.turnedTo(c))
	return c.Name, true
}

// Redo takes back the last Undo.
func (s *Session) Redo() (name string, ok bool) {
	if len(s.future) == 0 {
		return "", false
	}
	c := s.future[len(s.future)-1]
	s.future = s.future[:len(s.future)-1]
	s.past = append(s.past, s.turnedTo(c))
	return c.Name, true
}

// turnedTo puts in force what a change holds, and returns the change that leads
// back.
func (s *Session) turnedTo(c Change) Change {
	back := Change{Name: c.Name, Recipe: s.Recipe, comparing: s.Comparing, line: s.Line, control: c.control, aside: c.aside}
	s.goTo(c.Recipe, c.line)
	s.Comparing = c.comparing
	return back
}

// UndoName returns what Undo would undo, nothing when there is nothing.
func (s *Session) UndoName() string {
	if len(s.past) == 0 {
		return ""
	}
	return s.past[len(s.past)-1].Name
}

// RedoName returns what Redo would do again, nothing when there is nothing.
func (s *Session) RedoName() string {
	if len(s.future) == 0 {
		return ""
	}
	return s.future[len(s.future)-1].Name
}

// ErrCancelled is why there is no result after a run was cancelled.
var ErrCancelled = errors.New("cancelled: r runs it again")

// Cancel returns [ErrCancelled] with the ways on that there are.
func (s *Session) Cancel() error {
	if s.UndoName() == "" {
		return ErrCancelled
	}
	return fmt.Errorf("%w, u undoes the change", ErrCancelled)
}

// Cancelled reports whether the run of the recipe in force was cancelled.
func (s *Session) Cancelled() bool {
	return errors.Is(s.Failed, ErrCancelled) || errors.Is(s.Trouble, ErrCancelled)
}

// Expire forgets why the last recipe failed, and a result of another method
// than the one now in force: it must not stand under the other's name. It
// reports whether there was such a result.
func (s *Session) Expire() bool {
	s.Failed = nil
	if s.Result == nil || s.Result.Recipe.Method == s.Recipe.Method {
		return false
	}
	s.Result, s.Before, s.accepted = nil, nil, nil
	return true
}

// Landed takes over the result of a run.
func (s *Session) Landed(r *pipeline.Result) {
	s.chooseBefore(r)
	s.Result, s.Failed = r, nil
	s.Customers, s.Roles, s.Trouble = r.Customers, r.Roles, nil
}

// Exported notes that the recipe in force was written to a file.
func (s *Session) Exported() { s.exported, s.everExported = s.Recipe, true }

// IsExported reports whether the recipe in force was written to a file.
func (s *Session) IsExported() bool { return s.everExported && s.exported.Equal(s.Recipe) }

// Unsaved reports whether leaving would lose work: tuning that no export holds.
func (s *Session) Unsaved() bool {
	if s.everExported {
		return !s.exported.Equal(s.Recipe)
	}
	work := 0
	for _, c := range s.past {
		if !c.aside {
			work++
		}
	}
	return work > 1 // choosing a method alone is not work
}

// Gathered takes over the customers of the recipe's scope, or why there are
// none.
func (s *Session) Gathered(c *model.Customers, roles model.RoleMap, trouble error) {
	s.Customers, s.Roles, s.Trouble = c, roles, trouble
}

// Close puts the data away.
func (s *Session) Close() { *s = Session{} }
