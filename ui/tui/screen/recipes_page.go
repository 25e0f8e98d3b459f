package screen

import (
	"slices"
	"strings"

	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

// RecipesPage lists the recipes, laid over a step: to put one in force on the
// files that are open, to save the one that is, and to delete.
type RecipesPage struct {
	host    Host
	recipes *Recipes
	list    *grid.Grid
	naming  bool
	name    form.Line // being typed
	sure    string    // what Enter or d again does without asking: the name of a recipe
	w, h    int
}

// NewRecipesPage opens the page; with save a name is asked for at once.
func NewRecipesPage(host Host, recipes *Recipes, save bool) *RecipesPage {
	p := &RecipesPage{host: host, recipes: recipes, naming: save}
	p.list = grid.New(p.rows())
	p.list.SetFrozen(1)
	recipes.Load(host)
	return p
}

// Place, Crumb and Typing implement [Screen].
func (p *RecipesPage) Place() string { return "recipes" }
func (p *RecipesPage) Crumb() string { return say(p.host.Printer(), "Recipes") }
func (p *RecipesPage) Typing() bool  { return p.naming }

// SetSize implements [Screen].
func (p *RecipesPage) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh implements [Screen].
func (p *RecipesPage) Refresh() { p.list.SetSource(p.rows()) }

// Key implements [Screen].
func (p *RecipesPage) Key(k term.Key) bool {
	p.Refresh()
	switch {
	case p.naming:
		p.typeName(k)
		return true
	case k.Name == "esc" && p.sure != "":
		p.sure = ""
		return true
	}
	if k.Name != "d" && k.Name != "delete" {
		p.sure = ""
	}
	return p.list.Key(k.Name)
}

// typeName types a name; Enter saves under it, over another of the name only when
// pressed again.
func (p *RecipesPage) typeName(k term.Key) {
	switch k.Name {
	case "esc":
		p.naming, p.sure = false, ""
	case "enter":
		name := strings.TrimSpace(p.name.Text())
		if name != "" && (p.find(name) < 0 || p.sure == name) {
			p.save(name)
		} else {
			p.sure = name
		}
	default:
		p.name.Key(k)
		p.sure = ""
	}
}

// save keeps the recipe in force. When that fails, the name stays to be tried
// again.
func (p *RecipesPage) save(name string) {
	p.naming, p.sure = false, ""
	p.recipes.Save(p.host, name, func(err error) {
		if err != nil {
			p.naming = true
			p.host.Warn(err.Error())
			return
		}
		p.Refresh()
		p.list.SetCursor(p.find(name), 0)
		p.host.Say(say(p.host.Printer(), "Saved as recipe %s", name))
	})
}

// find returns the row of a recipe by its name, -1 for none.
func (p *RecipesPage) find(name string) int {
	return slices.IndexFunc(p.recipes.all, func(r store.Recipe) bool { return r.Name == name })
}

// current is the recipe under the cursor, an empty one when there is none.
func (p *RecipesPage) current() store.Recipe {
	row, _ := p.list.Cursor()
	if row < 0 || row >= len(p.recipes.all) {
		return store.Recipe{}
	}
	return p.recipes.all[row]
}

// Mouse implements [Screen]: a click moves the cursor, a second one applies.
func (p *RecipesPage) Mouse(m term.Mouse) {
	switch {
	case p.naming:
	case m.Action == term.Wheel:
		p.list.Wheel(m.DY * term.WheelRows)
	case m.Action == term.Press:
		before, _ := p.list.Cursor()
		if hit := p.list.Click(m.X, m.Y-presetsHead); hit.Row >= 0 && hit.Row == before {
			p.apply()
		}
	}
}

// Actions implements [Screen].
func (p *RecipesPage) Actions() map[string]Action {
	some := func() string {
		if p.current().Name == "" {
			return say(p.host.Printer(), "there are no recipes yet")
		}
		return ""
	}
	return map[string]Action{
		"recipes.apply":  {Do: p.apply, Why: some},
		"recipes.save":   {Do: func() { p.naming, p.name = true, form.Line{} }},
		"recipes.delete": {Do: p.remove, Why: some},
	}
}

// apply puts the recipe under the cursor in force and goes to what it makes.
func (p *RecipesPage) apply() {
	session := p.host.Session()
	_, why := fitRecipe(p.host.Printer(), p.current().Recipe, session.Data(), session.Customers)
	if why == "" {
		p.host.Back()
	}
	p.recipes.Apply(p.host, p.current())
	if why == "" && session.Recipe.Method != "" {
		p.host.Go(Segments)
	}
}

// remove deletes the recipe under the cursor, the second time it is asked to.
func (p *RecipesPage) remove() {
	pr, name := p.host.Printer(), p.current().Name
	if p.sure != name {
		p.sure = name
		return
	}
	p.sure = ""
	p.recipes.change(p.host, func() error { return p.recipes.store.DeleteRecipe(name) }, func(err error) {
		p.Refresh()
		sayDeleted(p.host, err, store.ErrNoRecipe, say(pr, "Deleted: recipe %s", name))
	})
}
