package session

import (
	"testing"

	"custseg/model"
)

// Choices of the step Compare are undone one by one among changes of the recipe,
// and are no work that leaving would lose.
func TestComparingIsUndoneByName(t *testing.T) {
	s := &Session{Recipe: model.NewRecipe(nil, model.Reading{}), Comparing: NotComparing()}
	s.Propose(s.Recipe.WithMethod("rfm"), "method rfm")
	s.Compare(Comparing{From: 100, To: 190, Split: model.NoDay}, "two dates 90 days apart")
	s.Compare(s.Comparing, "nothing")
	s.Compare(Comparing{From: 100, To: 190, Hold: true, Split: model.NoDay}, "cuts of the first date")
	if s.Unsaved() {
		t.Error("comparing counts as work")
	}
	if c := s.undoRecipe(); c.Method != "" {
		t.Errorf("the recipe before the last change has the method %q", c.Method)
	}
	if name, _ := s.Undo(); name != "cuts of the first date" || s.Comparing.Hold || s.Comparing.From != 100 {
		t.Errorf("undid %q: %+v", name, s.Comparing)
	}
	if name, _ := s.Undo(); name != "two dates 90 days apart" || s.Comparing != NotComparing() || s.Recipe.Method != "rfm" {
		t.Errorf("undid %q: %+v", name, s.Comparing)
	}
	if name, _ := s.Redo(); name != "two dates 90 days apart" || s.Comparing.To != 190 {
		t.Errorf("redid %q: %+v", name, s.Comparing)
	}
	s.Propose(s.Recipe.WithMethod("abc"), "method abc")
	if s.Undo(); s.Comparing.To != 190 || s.Recipe.Method != "rfm" {
		t.Errorf("undoing the method leaves %+v with %s", s.Comparing, s.Recipe.Method)
	}
}
