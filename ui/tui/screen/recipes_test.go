package screen

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/store"
)

// recipesOf is a host with a recipe in force, the page of recipes on it and the
// store behind.
func recipesOf(t *testing.T) (*keptPage, *fakeHost, *store.Store) {
	t.Helper()
	host := newFakeHost()
	kept := store.New(store.Folders{Config: t.TempDir()})
	host.open(t, shopOrders(t, 60), "orders.csv")
	host.session.Propose(host.session.Recipe.WithMethod("rfm").WithParam("bins", model.Num(4)).WithWhere("frequency > 1"), "bins 4")
	host.settle()
	p := NewRecipesPage(host, NewRecipes(kept), false).(*keptPage)
	p.SetSize(100, 20)
	return p, host, kept
}

func TestARecipeIsSavedAndAppliedAgain(t *testing.T) {
	p, host, kept := recipesOf(t)
	press(t, p, "a")
	typed(t, p, "春 spring")
	press(t, p, "enter")
	all, err := kept.Recipes()
	if err != nil || len(all) != 1 || all[0].Name != "春 spring" || all[0].Recipe.Where != "frequency > 1" || all[0].Recipe.Snapshot == nil ||
		all[0].Recipe.Snapshot.Customers != host.session.Customers.Len() {
		t.Fatalf("kept %+v, %v", all, err)
	}
	if text := seen(p); !strings.Contains(text, "春 spring") || !strings.Contains(text, "bins=4") || !strings.Contains(text, "frequency > 1") {
		t.Errorf("not listed:\n%s", text)
	}
	want := host.session.Recipe
	host.session.Propose(host.session.Recipe.WithMethod("abc").WithWhere("").WithWindow(30), "method abc")
	press(t, p, "enter")
	if r := host.session.Recipe; !r.Equal(want) || r.Snapshot != nil || host.session.UndoName() != "recipe 春 spring" || host.backs != 1 {
		t.Errorf("applied %+v, undo %q", r, host.session.UndoName())
	}
	host.session.Undo()
	if host.session.Recipe.Method != "abc" || host.session.Recipe.Window != 30 {
		t.Error("undo does not bring back what was before")
	}
}

func TestSavingOverARecipeAsksAndSoDoesDeleting(t *testing.T) {
	p, host, kept := recipesOf(t)
	press(t, p, "a")
	typed(t, p, "mine")
	press(t, p, "enter")
	host.session.Propose(host.session.Recipe.WithWindow(90), "window")
	press(t, p, "a")
	typed(t, p, "mine")
	press(t, p, "enter")
	if text := seen(p); !strings.Contains(text, "Enter replaces it") {
		t.Fatalf("nothing is asked:\n%s", text)
	}
	if all, _ := kept.Recipes(); all[0].Recipe.Window != 0 {
		t.Fatal("replaced unasked")
	}
	press(t, p, "enter")
	if all, _ := kept.Recipes(); len(all) != 1 || all[0].Recipe.Window != 90 || all[0].Recipe.Snapshot != nil {
		t.Errorf("not replaced, or with what another recipe made: %+v", all)
	}
	press(t, p, "r")
	typed(t, p, "!")
	press(t, p, "enter")
	if all, _ := kept.Recipes(); len(all) != 1 || all[0].Name != "mine!" || all[0].Recipe.Window != 90 {
		t.Errorf("not renamed: %+v", all)
	}
	press(t, p, "d", "esc", "d")
	if all, _ := kept.Recipes(); len(all) != 1 {
		t.Fatal("deleted though Esc came between")
	}
	press(t, p, "d")
	if all, _ := kept.Recipes(); len(all) != 0 {
		t.Errorf("left are %+v", all)
	}
}

// A recipe of other files says what is missing here, and is not put in force.
func TestARecipeThatDoesNotFitSaysSo(t *testing.T) {
	base := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	for why, r := range map[string]model.Recipe{
		`no column "Umsatz" to be the amount`: base.WithRole(model.Assignment{Role: model.Amount, Column: "Umsatz"}),
		"there is no method rfmm any more":    base.WithMethod("rfmm"),
		"bins: 40":                            base.WithParam("bins", model.Num(40)),
		"no column is called zork":            base.WithWhere("zork = 1"),
		"there is no method nope any more":    base.WithAlso(model.Choice{Method: "nope"}),
	} {
		p, host, kept := recipesOf(t)
		if err := kept.SaveRecipe(store.Recipe{Name: "x", Recipe: r}); err != nil {
			t.Fatal(err)
		}
		before := host.session.Recipe
		p.of.(recipeShelf).recipes.Load(host)
		if text := strings.Join(strings.Fields(seen(p)), " "); !strings.Contains(text, why) {
			t.Errorf("%s is not told:\n%s", why, seen(p))
		}
		press(t, p, "enter")
		if !host.session.Recipe.Equal(before) || len(host.warned) != 1 || host.backs != 0 {
			t.Errorf("%s: in force %+v, warned %v", why, host.session.Recipe, host.warned)
		}
	}
}

// What the data can do without is left out and told.
func TestARecipeIsFittedToTheFilesThatAreOpen(t *testing.T) {
	p, host, kept := recipesOf(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithRole(model.Assignment{Role: model.Amount, Column: "january:amount"}).
		WithRole(model.Assignment{Role: model.Ignore, Column: "gone"})
	if err := kept.SaveRecipe(store.Recipe{Name: "x", Recipe: r}); err != nil {
		t.Fatal(err)
	}
	p.of.(recipeShelf).recipes.Load(host)
	press(t, p, "enter")
	got := host.session.Recipe
	if want := []model.Assignment{{Role: model.Amount, Column: "orders:amount"}}; !slices.Equal(got.Roles, want) {
		t.Errorf("roles %v", got.Roles)
	}
	if len(host.warned) != 1 || !strings.Contains(host.warned[0], "columns that are not here: 1") {
		t.Errorf("warned %v", host.warned)
	}
	if _, err := host.session.Data().Assign(got.Roles); err != nil {
		t.Error(err)
	}
}

func TestNoRecipeIsLostWhereNothingCanBeWritten(t *testing.T) {
	for name, folders := range map[string]store.Folders{"no HOME": {}, "a file in its place": {Config: filepath.Join(aFile(t), "custseg")}} {
		p, host, _ := recipesOf(t)
		p.of = recipeShelf{host, NewRecipes(store.New(folders))}
		press(t, p, "a")
		typed(t, p, "mine")
		press(t, p, "enter")
		if len(host.warned) != 1 || !p.Typing() || p.name.Text() != "mine" {
			t.Errorf("%s: warned %v, typing %v %q", name, host.warned, p.Typing(), p.name.Text())
		}
	}
}

func TestRecipesGolden(t *testing.T) {
	p, host, kept := recipesOf(t)
	base := model.NewRecipe([]model.Source{{Path: "/data/orders.csv"}}, model.Reading{}).WithMethod("rfm")
	for _, r := range []store.Recipe{
		{Name: "春 spring", Recipe: base.WithParam("bins", model.Num(4)).WithWhere("frequency > 1").WithAlso(model.Choice{Method: "kmeans"})},
		{Name: "evil \x1b[2J", Recipe: base.WithRole(model.Assignment{Role: model.Amount, Column: "Umsatz"})},
	} {
		if err := kept.SaveRecipe(r); err != nil {
			t.Fatal(err)
		}
	}
	p.of.(recipeShelf).recipes.Load(host)
	for look, th := range themes() {
		golden.View(t, "recipes-"+look+"-100x20", p.View(th), 100, 20)
	}
	press(t, p, "a")
	p.SetSize(60, 12)
	golden.View(t, "recipes-save-60x12", p.View(themes()["mono"]), 60, 12)
}
