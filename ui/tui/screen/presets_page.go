package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
)

// newPresetsPage lists the presets, laid over the segments; with save a name is
// asked for at once.
func newPresetsPage(host Host, save bool) *keptPage {
	presets := host.Presets()
	presets.Load(host)
	return newKeptPage(host, presetShelf{host, presets}, save)
}

// presetShelf is the [shelf] of presets.
type presetShelf struct {
	host    Host
	presets *Presets
}

func (s presetShelf) said() shelfText {
	pr := s.host.Printer()
	return shelfText{
		place: "presets", crumb: say(pr, "Presets"), title: say(pr, "Parameters of a method under a name of yours"),
		empty: say(pr, "none yet: a saves the parameters in force"), none: say(pr, "there are no presets yet"),
		gone: store.ErrNoPreset, lines: 5,
	}
}

func (s presetShelf) told(done keptTask, name string) string {
	pr := s.host.Printer()
	switch done {
	case saveKept:
		return say(pr, "Saved as preset %s", name)
	case renameKept:
		return say(pr, "The preset is called %s now", name)
	}
	return say(pr, "Deleted: preset %s", name)
}

func (s presetShelf) nameOf(row int) string { return s.presets.all[row].Name }
func (s presetShelf) trouble() error        { return s.presets.trouble }
func (s presetShelf) whyNotSaved() string   { return whyNoPreset(s.host)() }

func (s presetShelf) inForce() string {
	r, pr := s.host.Session().Recipe, s.host.Printer()
	return say(pr, "%s: %s", r.Method, paramsText(pr, store.Preset{Method: r.Method, Params: r.Params}))
}

func (s presetShelf) about(row int) (text, misfit string) {
	pr, preset := s.host.Printer(), s.presets.all[row]
	return paramsText(pr, preset), Misfit(pr, preset, s.host.Session().Customers)
}

// apply puts a preset in force and goes back to the segments.
func (s presetShelf) apply(row int) {
	preset := s.presets.all[row]
	if Misfit(s.host.Printer(), preset, s.host.Session().Customers) == "" {
		s.host.Back()
	}
	s.presets.Apply(s.host, preset)
}

func (s presetShelf) save(name string, done func(error)) {
	r := s.host.Session().Recipe
	s.presets.change(s.host, func() error {
		return s.presets.store.SavePreset(store.Preset{Name: name, Method: r.Method, Params: r.Params})
	}, done)
}

func (s presetShelf) rename(old, name string, done func(error)) {
	s.presets.change(s.host, func() error { return s.presets.store.RenamePreset(old, name) }, done)
}

func (s presetShelf) remove(name string, done func(error)) {
	s.presets.change(s.host, func() error { return s.presets.store.DeletePreset(name) }, done)
}

// whyNoPreset says why there are no parameters to save.
func whyNoPreset(host Host) func() string {
	return func() string {
		if host.Session().Recipe.Method == "" {
			return say(host.Printer(), "choose a method first")
		}
		return ""
	}
}

func (s presetShelf) rows() grid.Source {
	return presetRows{s.host.Printer(), s.presets.all, s.host.Session().Customers}
}

// presetRows are the presets as rows of a grid.
type presetRows struct {
	pr        *message.Printer
	presets   []store.Preset
	customers *model.Customers
}

// Len, Columns and Text implement [grid.Source].
func (r presetRows) Len() int { return len(r.presets) }

func (r presetRows) Columns() []grid.Column {
	return []grid.Column{{Title: say(r.pr, "Preset")}, {Title: say(r.pr, "Method")}, {Title: say(r.pr, "Fits")}, {Title: say(r.pr, "Parameters")}}
}

func (r presetRows) Text(row, col int) string {
	p := r.presets[row]
	switch col {
	case 0:
		return p.Name
	case 1:
		if m, err := seg.Lookup(p.Method); err == nil {
			return m.Spec().Name.In(r.pr)
		}
		return p.Method
	case 2:
		if Misfit(r.pr, p, r.customers) != "" {
			return say(r.pr, "no")
		}
		return say(r.pr, "yes")
	}
	return paramsText(r.pr, p)
}
