package session

import (
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
)

func TestUndoBringsBackTheDataOfTheRecipe(t *testing.T) {
	a, b := pipeline.New(&model.Dataset{}), pipeline.New(&model.Dataset{})
	var s Session
	s.Open(a, []string{"x.csv"}, model.NewRecipe(nil, model.Reading{}))
	s.Result = &pipeline.Result{}
	r := s.Recipe
	r.Reading.NoHeader = true
	s.Reopen(b, r, "no header")
	if s.Line != b || s.Result != nil || !s.Recipe.Reading.NoHeader {
		t.Fatalf("%+v", s)
	}
	s.Propose(s.Recipe.WithMethod("rfm"), "method rfm")
	s.Undo()
	s.Undo()
	if s.Line != a || s.Recipe.Reading.NoHeader {
		t.Error("undo does not lead back to the first data")
	}
	s.Redo()
	if s.Line != b || !s.Recipe.Reading.NoHeader {
		t.Error("redo does not lead to the second data")
	}
}

func TestAProposalCannotChangeTheReading(t *testing.T) {
	var s Session
	s.Open(pipeline.New(&model.Dataset{}), nil, model.NewRecipe(nil, model.Reading{Rows: 9}))
	r := s.Recipe.WithMethod("rfm")
	r.Reading = model.Reading{Decimal: ","}
	s.Propose(r, "method rfm")
	if s.Recipe.Reading != (model.Reading{Rows: 9}) || s.Recipe.Method != "rfm" {
		t.Errorf("%+v", s.Recipe)
	}
}

func TestUndoKeepsFewReadingsInMemory(t *testing.T) {
	var s Session
	s.Open(pipeline.New(&model.Dataset{}), nil, model.NewRecipe(nil, model.Reading{}))
	for i := range 9 {
		r := s.Recipe
		r.Reading.Rows = i + 1
		s.Reopen(pipeline.New(&model.Dataset{}), r, "rows")
	}
	undone := 0
	for _, ok := s.Undo(); ok; _, ok = s.Undo() {
		undone++
	}
	if undone != mostReadings || s.Recipe.Reading.Rows != 9-mostReadings {
		t.Errorf("%d undone, down to %d rows", undone, s.Recipe.Reading.Rows)
	}
}
