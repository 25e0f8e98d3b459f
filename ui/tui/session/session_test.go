package session

import (
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
)

func TestUndoAndRedoWalkTheRecipes(t *testing.T) {
	var s Session
	s.Recipe = model.NewRecipe(nil, model.Reading{})
	first := s.Recipe
	s.Propose(first.WithMethod("rfm"), "method rfm")
	s.Propose(s.Recipe.WithParam("bins", model.Num(4)), "bins 4")
	s.Propose(s.Recipe, "nothing")
	if s.UndoName() != "bins 4" {
		t.Fatalf("undo would undo %q", s.UndoName())
	}
	if name, _ := s.Undo(); name != "bins 4" || len(s.Recipe.Params) != 0 {
		t.Errorf("undid %q: %v", name, s.Recipe.Params)
	}
	s.Undo()
	if !s.Recipe.Equal(first) {
		t.Error("two undos do not lead back")
	}
	if _, ok := s.Undo(); ok {
		t.Error("a third undo found something")
	}
	if name, _ := s.Redo(); name != "method rfm" || s.Recipe.Method != "rfm" {
		t.Errorf("redid %q", name)
	}
	s.Propose(s.Recipe.WithMethod("abc"), "method abc")
	if s.RedoName() != "" {
		t.Error("a new change must end redo")
	}
}

func TestASwitchTurnedOnIsOneChange(t *testing.T) {
	var s Session
	s.Recipe = model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	first := s.Recipe
	s.Propose(first.WithParam("bins", model.Num(4)), "bins 4")
	before := s.Recipe
	step := func(control string, a model.Action) {
		s.Turn(control, s.Recipe.WithTreatment(model.Treatment{Check: control, Action: a}), string(a)+" "+control)
	}
	step("age", model.Keep)
	if s.UndoName() != "bins 4" {
		t.Errorf("nothing changed, and undo would undo %q", s.UndoName())
	}
	step("age", model.Drop)
	step("age", model.Blank)
	if s.UndoName() != "blank age" {
		t.Errorf("undo would undo %q", s.UndoName())
	}
	s.Undo()
	if !s.Recipe.Equal(before) {
		t.Errorf("one undo leads to %v", s.Recipe.Treatments)
	}
	s.Redo()
	step("email", model.Drop)
	step("age", model.Drop)
	if s.Undo(); len(s.Recipe.Treatments) != 2 || s.UndoName() != "drop email" {
		t.Errorf("another switch between makes a change of its own: %v", s.Recipe.Treatments)
	}
	step("email", model.Keep) // after an undo a new change
	if s.RedoName() != "" || s.UndoName() != "keep email" {
		t.Errorf("undo %q, redo %q", s.UndoName(), s.RedoName())
	}
	step("email", model.Drop)
	if s.UndoName() != "drop email" {
		t.Errorf("round the switch, and undo would undo %q", s.UndoName())
	}
}

func TestCancelNamesOnlyTheWaysThatThereAre(t *testing.T) {
	var s Session
	s.Trouble = s.Cancel()
	if !s.Cancelled() || s.Trouble.Error() != "cancelled: r runs it again" {
		t.Errorf("%v", s.Trouble)
	}
	s.Propose(s.Recipe.WithMethod("rfm"), "method rfm")
	s.Trouble, s.Failed = nil, s.Cancel()
	if !s.Cancelled() || s.Failed.Error() != "cancelled: r runs it again, u undoes the change" {
		t.Errorf("%v", s.Failed)
	}
}

func TestResultOfAnotherMethodExpires(t *testing.T) {
	s := Session{Result: &pipeline.Result{Recipe: model.Recipe{Method: "rfm"}}, Recipe: model.Recipe{Method: "rfm"}, Failed: ErrCancelled}
	if !s.Cancelled() || s.Expire() || s.Result == nil || s.Failed != nil {
		t.Errorf("%+v", s)
	}
	s.Recipe = s.Recipe.WithMethod("abc")
	if !s.Expire() || s.Result != nil {
		t.Error("the result of rfm stands under abc")
	}
}

func TestUnsavedAsksOnlyForLostWork(t *testing.T) {
	var s Session
	s.Recipe = model.NewRecipe(nil, model.Reading{})
	s.Propose(s.Recipe.WithMethod("rfm"), "method rfm")
	if s.Unsaved() {
		t.Error("choosing a method is no work to lose")
	}
	s.Propose(s.Recipe.WithParam("bins", model.Num(4)), "bins 4")
	if !s.Unsaved() {
		t.Error("tuning is work")
	}
	s.Exported()
	if s.Unsaved() {
		t.Error("exported work is saved")
	}
	s.Propose(s.Recipe.WithParam("bins", model.Num(3)), "bins 3")
	if !s.Unsaved() {
		t.Error("tuned after the export")
	}
}
