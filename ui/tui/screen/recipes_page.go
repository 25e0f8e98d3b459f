package screen

import (
	"path/filepath"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
)

// NewRecipesPage lists the recipes, laid over a step; with save a name is asked for
// at once.
func NewRecipesPage(host Host, recipes *Recipes, save bool) Screen {
	recipes.Load(host)
	return newKeptPage(host, recipeShelf{host, recipes}, save)
}

// recipeShelf is the [shelf] of recipes.
type recipeShelf struct {
	host    Host
	recipes *Recipes
}

func (s recipeShelf) said() shelfText {
	pr := s.host.Printer()
	return shelfText{
		place: "recipes", crumb: say(pr, "Recipes"), title: say(pr, "Whole analyses under names of yours"),
		empty: say(pr, "none yet: a saves the recipe in force"), none: say(pr, "there are no recipes yet"),
		gone: store.ErrNoRecipe, lines: 6,
	}
}

func (s recipeShelf) told(done keptTask, name string) string {
	pr := s.host.Printer()
	switch done {
	case saveKept:
		return say(pr, "Saved as recipe %s", name)
	case renameKept:
		return say(pr, "The recipe is called %s now", name)
	}
	return say(pr, "Deleted: recipe %s", name)
}

func (s recipeShelf) nameOf(row int) string { return s.recipes.all[row].Name }
func (s recipeShelf) trouble() error        { return s.recipes.trouble }
func (s recipeShelf) whyNotSaved() string   { return "" }

func (s recipeShelf) inForce() string {
	return recipeText(s.host.Printer(), s.host.Session().Recipe)
}

func (s recipeShelf) about(row int) (text, misfit string) {
	r := s.recipes.all[row].Recipe
	return recipeText(s.host.Printer(), r), s.misfit(r)
}

func (s recipeShelf) misfit(r model.Recipe) string {
	session := s.host.Session()
	_, why := fitRecipe(s.host.Printer(), r, session.Data(), session.Customers)
	return why
}

// apply puts a recipe in force and goes to what it makes.
func (s recipeShelf) apply(row int) {
	kept := s.recipes.all[row]
	fits := s.misfit(kept.Recipe) == ""
	if fits {
		s.host.Back()
	}
	s.recipes.Apply(s.host, kept)
	if fits && s.host.Session().Recipe.Method != "" {
		s.host.Go(Segments)
	}
}

func (s recipeShelf) save(name string, done func(error)) { s.recipes.Save(s.host, name, done) }

func (s recipeShelf) rename(old, name string, done func(error)) {
	s.recipes.change(s.host, func() error { return s.recipes.store.RenameRecipe(old, name) }, done)
}

func (s recipeShelf) remove(name string, done func(error)) {
	s.recipes.change(s.host, func() error { return s.recipes.store.DeleteRecipe(name) }, done)
}

func (s recipeShelf) rows() grid.Source {
	session := s.host.Session()
	return recipeRows{s.host.Printer(), s.recipes.all, session.Data(), session.Customers}
}

// recipeRows are the recipes as rows of a grid.
type recipeRows struct {
	pr        *message.Printer
	recipes   []store.Recipe
	data      *model.Dataset
	customers *model.Customers
}

// Len, Columns and Text implement [grid.Source].
func (r recipeRows) Len() int { return len(r.recipes) }

func (r recipeRows) Columns() []grid.Column {
	return []grid.Column{{Title: say(r.pr, "Recipe")}, {Title: say(r.pr, "Methods")}, {Title: say(r.pr, "Fits")}, {Title: say(r.pr, "Customers")}, {Title: say(r.pr, "Made of")}}
}

func (r recipeRows) Text(row, col int) string {
	kept := r.recipes[row]
	switch col {
	case 0:
		return kept.Name
	case 1:
		var names []string
		for _, c := range kept.Recipe.Choices() {
			name := c.Method
			if m, err := seg.Lookup(c.Method); err == nil {
				name = m.Spec().Name.In(r.pr)
			}
			names = append(names, name)
		}
		return strings.Join(names, ", ")
	case 2:
		return recipeFit(r.pr, kept.Recipe, r.data, r.customers)
	case 3:
		if kept.Recipe.Where == "" {
			return say(r.pr, "all")
		}
		return kept.Recipe.Where
	}
	var files []string
	for _, s := range kept.Recipe.Sources {
		files = append(files, filepath.Base(s.Path))
	}
	return strings.Join(files, ", ")
}
