package tui

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
)

// showRecipes lays the page of recipes over the step, once; with save a name is
// asked for at once.
func (m *Model) showRecipes(save bool) {
	if m.current().Place() == "recipes" {
		m.Back()
	}
	m.Push(screen.NewRecipesPage(m, m.recipes, save))
}

// recipeEntries are commands that save the recipe in force, and that put another
// in force.
func (m *Model) recipeEntries() []paletteEntry {
	pr := m.config.Printer
	out := []paletteEntry{{Binding: keys.Binding{Category: "Recipes", Title: pr.Sprintf("Save the recipe in force under a name")},
		why: m.whyNoFile(), do: func() { m.showRecipes(true) }}}
	for _, kept := range m.recipes.All() {
		out = append(out, paletteEntry{Binding: keys.Binding{Category: "Recipes", Title: pr.Sprintf("Recipe %s", cell.Clean(kept.Name))},
			why: m.whyNoFile(), do: func() { m.recipes.Apply(m, kept) }})
	}
	return out
}
