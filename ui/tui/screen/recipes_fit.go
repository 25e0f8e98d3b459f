package screen

import (
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/filter"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// recipeFit says in a word or two whether a recipe fits the data that is open:
// yes, no, or what of it has nothing to read there.
func recipeFit(pr *message.Printer, r model.Recipe, d *model.Dataset, c *model.Customers) string {
	adapted, why := fitRecipe(pr, r, d, c)
	if why != "" {
		return say(pr, "no")
	}
	unread, needed := unread(r, c)
	lost := len(adapted.Roles) + len(adapted.Treatments)
	switch {
	case needed:
		return say(pr, "no: without %s", strings.Join(unread, ", "))
	case len(unread) > 0:
		return say(pr, "in part: without %s", strings.Join(unread, ", "))
	case lost > 0:
		return say(pr, "in part: %d left out", lost)
	}
	return say(pr, "yes")
}

// unread are the inputs that the methods of a recipe had when it was saved and the
// customers lack, and whether a method cannot do without one.
func unread(r model.Recipe, c *model.Customers) (names []string, needed bool) {
	if c == nil {
		return nil, false
	}
	had := map[model.Role]bool{}
	if r.Snapshot != nil {
		for _, columns := range r.Snapshot.Columns {
			for _, column := range columns {
				had[column.Role] = true
			}
		}
	}
	for _, choice := range r.Choices() {
		m, err := seg.Lookup(choice.Method)
		if err != nil {
			continue
		}
		for _, n := range m.Spec().Needs {
			if n.Measure == "" || n.Met(c) || n.Optional && !had[model.Role(n.Measure)] {
				continue
			}
			needed = needed || !n.Optional
			if name := strings.ReplaceAll(string(n.Measure), "_", " "); !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names, needed
}

// fitRecipe fits a recipe to the data that is open, or says why it cannot be
// carried out there. Without customers no column of theirs is missed.
func fitRecipe(pr *message.Printer, r model.Recipe, d *model.Dataset, c *model.Customers) (pipeline.Adapted, string) {
	if d == nil {
		return pipeline.Adapted{}, say(pr, "open a file first")
	}
	adapted, err := pipeline.Adapt(r, d)
	if err != nil {
		return adapted, say(pr, "%s", err)
	}
	for _, choice := range r.Choices() {
		m, err := seg.Lookup(choice.Method)
		if err != nil {
			return adapted, say(pr, "there is no method %s any more", choice.Method)
		}
		if _, err := seg.NewParams(m.Spec(), choice.Params); err != nil {
			return adapted, say(pr, "%s", err)
		}
	}
	e, err := filter.Parse(r.Where)
	switch {
	case r.Where == "":
	case err != nil:
		return adapted, say(pr, "%s", err)
	case c != nil && len(adapted.Recipe.Roles) == 0: // roles may bring what the filter names
		if err := filter.Check(e, pipeline.WhereColumns(c)); err != nil {
			return adapted, say(pr, "%s", err)
		}
	}
	return adapted, ""
}
