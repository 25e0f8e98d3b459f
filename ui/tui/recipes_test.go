package tui

import (
	"strings"
	"testing"

	"custseg/ui/tui/store"
)

// A recipe is saved by its key, found in the palette by its name and put in force
// from anywhere.
func TestARecipeIsSavedAndFoundInThePalette(t *testing.T) {
	p := playWith(t, store.New(store.Folders{Config: t.TempDir(), State: t.TempDir()}), false, orders(t))
	typeIn := func(text string) {
		for _, r := range text {
			p.press(string(r))
		}
	}
	p.press("2", "&")
	typeIn("frequency > 1")
	p.press("enter")
	if !strings.Contains(p.m.View(), "only frequency > 1") {
		t.Fatalf("the header does not tell of the filter:\n%s", p.m.View())
	}
	p.method("rfm")
	want := p.m.session.Recipe
	p.press("ctrl+k", "a")
	typeIn("mine")
	p.press("enter")
	if p.m.current().Place() != "recipes" || len(p.m.recipes.All()) != 1 {
		t.Fatalf("%d recipes", len(p.m.recipes.All()))
	}
	p.press("esc")
	p.method("abc")
	p.press("ctrl+p")
	typeIn("recipe mine")
	p.press("enter")
	if got := p.m.session.Recipe; !got.Equal(want) {
		t.Errorf("in force is %s with %q", got.Method, got.Where)
	}
	p.press("u")
	if p.m.session.Recipe.Method != "abc" {
		t.Error("u does not go back")
	}
}
