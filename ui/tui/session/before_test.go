package session

import (
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
)

// tuned is a session on which a method has run.
func tuned() *Session {
	s := &Session{Recipe: model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")}
	s.land()
	return s
}

// land lands the result of the recipe in force.
func (s *Session) land() { s.Landed(&pipeline.Result{Recipe: s.Recipe}) }

func (s *Session) bins(n float64) {
	s.Nudge("bins", s.Recipe.WithParam("bins", model.Num(n)), "bins")
	s.land()
}

func TestStepsInQuickSuccessionAreOneChange(t *testing.T) {
	s := tuned()
	first := s.Result
	s.bins(4)
	s.bins(3)
	if s.Before != first {
		t.Error("changes are counted from amid a succession of steps")
	}
	s.Undo()
	if !s.Recipe.Equal(first.Recipe) {
		t.Errorf("one undo leads to %v", s.Recipe.Params)
	}
	if name, _ := s.Redo(); name != "bins" || s.Recipe.Params["bins"].Number() != 3 {
		t.Errorf("redone: %v", s.Recipe.Params)
	}
	s.bins(2)
	s.Undo()
	if got := s.Recipe.Params["bins"].Number(); got != 3 {
		t.Errorf("a step after undo and redo belongs to those before: undo leads to %v", got)
	}
}

func TestAPauseEndsASuccession(t *testing.T) {
	s := tuned()
	s.bins(4)
	four := s.Result
	s.Pause()
	s.bins(3)
	if name, accepted := s.Since(); s.Before != four || name != "bins" || accepted {
		t.Errorf("counted from %v, %q", s.Before.Recipe.Params, name)
	}
	s.Undo()
	if got := s.Recipe.Params["bins"].Number(); got != 4 {
		t.Errorf("undo leads to %v", got)
	}
	three := s.Result
	s.land()
	if name, _ := s.Since(); s.Before != three || name != "" {
		t.Errorf("after an undo changes are counted from %v, said to be by %q", s.Before.Recipe.Params, name)
	}
}

func TestStepsOfAnotherControlAreAnotherChange(t *testing.T) {
	s := tuned()
	s.bins(4)
	s.Nudge("map", s.Recipe.WithParam("map", model.Word("full")), "map full")
	s.bins(3)
	for _, want := range []string{"bins", "map full", "bins"} {
		if name, _ := s.Undo(); name != want {
			t.Errorf("undid %q, want %q", name, want)
		}
	}
}

func TestChangesAreCountedFromWhatIsAccepted(t *testing.T) {
	s := tuned()
	s.bins(4)
	if !s.Accept() || s.Before != s.Result {
		t.Fatal("not accepted")
	}
	four := s.Result
	s.bins(5)
	if s.Undo(); s.Recipe.Params["bins"].Number() != 4 {
		t.Errorf("undo goes back over what was accepted, to %v", s.Recipe.Params)
	}
	s.land()
	for _, n := range []float64{3, 2, 7} {
		s.Pause()
		s.bins(n)
		if _, accepted := s.Since(); s.Before != four || !accepted {
			t.Errorf("bins %v: counted from %v", n, s.Before.Recipe.Params)
		}
	}
	s.Undo()
	s.Undo()
	s.Undo()
	s.land()
	if s.Accept() || s.Before != nil {
		t.Error("accepting the same again does not let it go")
	}
	s.Accept()
	s.Propose(s.Recipe.WithMethod("abc"), "method abc")
	s.Expire()
	s.land()
	if _, accepted := s.Since(); accepted || s.Before != nil {
		t.Error("what was accepted of rfm is held against abc")
	}
}
