package screen

import (
	"path/filepath"
	"testing"

	"custseg/io/export"
	"custseg/model"
)

// The form takes over what a recipe says of files, and what it says then is in
// the recipe that is written: with several methods, in a workbook of all.
func TestWhatFilesTellIsInTheRecipe(t *testing.T) {
	host := newFakeHost()
	host.open(t, shopOrders(t, 60), "orders.csv")
	r := host.session.Recipe.WithMethod("rfm").WithAlso(model.Choice{Method: "abc"}).WithPrivacy(model.Privacy{Default: model.MaskColumn}).
		WithOutput(model.Output{Formats: []string{"json"}, NoSegmentSheets: true})
	host.session.Propose(r, "recipe")
	host.settle()
	s := NewExport(host)
	s.SetSize(80, 20)
	if o := s.options; !o.privacy.Masks() || o.sheets || o.format != "json" {
		t.Fatalf("the form has %+v", o)
	}
	s.options.privacy = model.Privacy{}
	s.Refresh()
	if s.options.privacy.Masks() {
		t.Error("what was set on the form is undone by the recipe it came from")
	}
	inFolder(t, s)
	s.options.recipe = true
	s.write()
	if s.job.trouble != nil || len(s.job.written) != 2 {
		t.Fatalf("written %v: %v", s.job.written, s.job.trouble)
	}
	for _, path := range s.job.written {
		back, err := export.ReadRecipe(path)
		if err != nil || len(back.Choices()) != 2 || back.Privacy.Masks() || !back.Output.NoSegmentSheets || back.Output.Formats[0] != "xlsx" || back.Snapshot == nil {
			t.Errorf("%s: %v, %+v", filepath.Base(path), err, back)
		}
	}
}
