package screen

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/store"
)

// Recipes are the user's named recipes. The page of recipes and the palette share
// them.
type Recipes struct {
	kept[store.Recipe]
	store *store.Store
}

// NewRecipes makes recipes that have yet to be read, see [Recipes.Load].
func NewRecipes(s *store.Store) *Recipes {
	return &Recipes{kept[store.Recipe]{read: s.Recipes, keeping: "keeping recipes"}, s}
}

// Save keeps the recipe in force under a name, with what it made when that is on
// the screen. Done is given what went wrong.
func (r *Recipes) Save(host Host, name string, done func(error)) {
	session := host.Session()
	recipe, result := session.Recipe, session.Result
	r.change(host, func() error {
		if result != nil && result.Recipe.SameResult(recipe) {
			recipe.Snapshot = result.Snapshot()
		}
		return r.store.SaveRecipe(store.Recipe{Name: name, Recipe: recipe})
	}, done)
}

// Apply puts a recipe in force on the files that are open, as one change for
// undo. How these are read stays as it is.
func (r *Recipes) Apply(host Host, kept store.Recipe) {
	pr, session := host.Printer(), host.Session()
	adapted, why := fitRecipe(pr, kept.Recipe, session.Data(), session.Customers)
	if why != "" {
		host.Warn(say(pr, "The recipe %s does not fit: %s", kept.Name, why))
		return
	}
	to := adapted.Recipe
	to.Snapshot, to.Sources, to.Reading = nil, session.Recipe.Sources, session.Recipe.Reading
	if to.Equal(session.Recipe) {
		host.Say(say(pr, "The recipe %s is in force already", kept.Name))
		return
	}
	session.Propose(to, say(pr, "recipe %s", kept.Name))
	if lost := len(adapted.Roles) + len(adapted.Treatments); lost > 0 {
		host.Warn(say(pr, "In force: recipe %s; left out what it says of columns that are not here: %d; u goes back", kept.Name, lost))
		return
	}
	if unread, _ := unread(kept.Recipe, session.Customers); len(unread) > 0 && len(kept.Recipe.Roles) == 0 {
		host.Warn(say(pr, "In force: recipe %s; these customers are without %s, which it had; u goes back", kept.Name, strings.Join(unread, ", ")))
		return
	}
	host.Say(say(pr, "In force: recipe %s", kept.Name))
}

// recipeText writes what a recipe does: methods with parameters, customers, time.
func recipeText(pr *message.Printer, r model.Recipe) string {
	var parts []string
	for _, c := range r.Choices() {
		parts = append(parts, say(pr, "%s: %s", c.Method, paramsText(pr, store.Preset{Method: c.Method, Params: c.Params})))
	}
	if r.Where != "" {
		parts = append(parts, say(pr, "only customers with %s", r.Where))
	}
	if r.AsOf != model.NoDay {
		parts = append(parts, say(pr, "as of %s", r.AsOf.String()))
	}
	if r.Window > 0 {
		parts = append(parts, say(pr, "last %d days", r.Window))
	}
	if n := len(r.Roles); n > 0 {
		parts = append(parts, say(pr, "%d roles set", n))
	}
	if n := len(r.Treatments); n > 0 {
		parts = append(parts, say(pr, "%d treatments", n))
	}
	if s := r.Snapshot; s != nil {
		parts = append(parts, say(pr, "%d customers when it was saved", s.Customers))
	}
	return strings.Join(parts, "; ")
}
