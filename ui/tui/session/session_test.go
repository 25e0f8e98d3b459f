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
