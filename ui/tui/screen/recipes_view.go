package screen

import (
	"path/filepath"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
	"custseg/ui/tui/theme"
)

// View implements [Screen].
func (p *RecipesPage) View(t *theme.Theme) []string {
	pr := p.host.Printer()
	p.Refresh()
	out := []string{" " + inked(t, t.Title, say(pr, "Whole analyses under names of yours"), max(0, p.w-1)), ""}
	foot := p.foot(t)
	if trouble := p.recipes.trouble; trouble != nil {
		out = append(out, wrappedIn(t, t.Warn, "! "+trouble.Error(), p.w)...)
		return append(sized(out, p.w, p.h-len(foot)), foot...)
	}
	p.list.SetEmpty(say(pr, "none yet: a saves the recipe in force"))
	p.list.SetSize(p.w, max(0, p.h-presetsHead-len(foot)))
	out = append(out, p.list.View(t, !p.naming)...)
	return append(sized(out, p.w, p.h-len(foot)), foot...)
}

// foot asks for a name or whether it is meant, and else tells all of the recipe
// under the cursor.
func (p *RecipesPage) foot(t *theme.Theme) []string {
	pr, session := p.host.Printer(), p.host.Session()
	warn := func(text string) string { return " " + inked(t, t.Warn, text, max(0, p.w-1)) }
	if p.naming {
		label := say(pr, "Save as: ")
		ask := " " + t.Paint(t.Key, label) + p.name.View(t, max(0, p.w-1-cell.Width(label)), true)
		if p.sure != "" {
			return []string{ask, warn(say(pr, "! %s is there already: Enter replaces it, Esc leaves it", p.sure))}
		}
		return []string{ask, " " + inked(t, t.Faint, recipeText(pr, session.Recipe), max(0, p.w-1))}
	}
	switch {
	case p.sure != "":
		return []string{sized(nil, p.w, 1)[0], warn(say(pr, "! Delete %s? d again deletes it, any other key leaves it", p.sure))}
	case p.current().Name == "":
		return nil
	}
	r := p.current().Recipe
	_, why := fitRecipe(pr, r, session.Data(), session.Customers)
	const most = 6
	return keptLines(t, pr, recipeText(pr, r), why, p.w, most)
}

// Hints implements [Hinter].
func (p *RecipesPage) Hints() []Hint {
	if !p.naming {
		return nil
	}
	pr := p.host.Printer()
	return []Hint{{"enter", say(pr, "keep")}, {"esc", say(pr, "leave")}}
}

// recipeRows are the recipes as rows of a grid.
type recipeRows struct {
	pr        *message.Printer
	recipes   []store.Recipe
	data      *model.Dataset
	customers *model.Customers
}

func (p *RecipesPage) rows() recipeRows {
	session := p.host.Session()
	return recipeRows{p.host.Printer(), p.recipes.all, session.Data(), session.Customers}
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
