package screen

import (
	"strings"

	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

// PresetsPage lists the presets, laid over the segments: to put one in force, to
// save the parameters that are, to rename and to delete.
type PresetsPage struct {
	host    Host
	presets *Presets
	list    *grid.Grid
	task    presetTask
	name    form.Line // being typed
	sure    string    // what Enter or d again does without asking: the name of a preset
	w, h    int
}

// presetTask is what a name is being typed for.
type presetTask uint8

const (
	noPresetTask presetTask = iota
	savePreset
	renamePreset
)

// newPresetsPage opens the page; with save a name is asked for at once.
func newPresetsPage(host Host, save bool) *PresetsPage {
	p := &PresetsPage{host: host, presets: host.Presets()}
	p.list = grid.New(p.rows())
	p.list.SetFrozen(1)
	p.presets.Load(host)
	if save {
		p.task = savePreset
	}
	return p
}

// Place, Crumb and Typing implement [Screen].
func (p *PresetsPage) Place() string { return "presets" }
func (p *PresetsPage) Crumb() string { return say(p.host.Printer(), "Presets") }
func (p *PresetsPage) Typing() bool  { return p.task != noPresetTask }

// SetSize implements [Screen].
func (p *PresetsPage) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh implements [Screen].
func (p *PresetsPage) Refresh() { p.list.SetSource(p.rows()) }

// Key implements [Screen].
func (p *PresetsPage) Key(k term.Key) bool {
	p.Refresh()
	switch {
	case p.task != noPresetTask:
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

// typeName types a name; Enter saves or renames under it.
func (p *PresetsPage) typeName(k term.Key) {
	switch k.Name {
	case "esc":
		p.task, p.sure = noPresetTask, ""
	case "enter":
		p.named(strings.TrimSpace(p.name.Text()))
	default:
		p.name.Key(k)
		p.sure = ""
	}
}

// named saves or renames under the name typed. When that fails, the name stays
// to be tried again.
func (p *PresetsPage) named(name string) {
	pr, task := p.host.Printer(), p.task
	_, there := p.find(name)
	if name == "" || task == savePreset && there && p.sure != name {
		p.sure = name
		return
	}
	p.task, p.sure = noPresetTask, ""
	old := p.current().Name
	do := func() error { return p.presets.store.RenamePreset(old, name) }
	told := say(pr, "The preset is called %s now", name)
	if task == savePreset {
		r := p.host.Session().Recipe
		kept := store.Preset{Name: name, Method: r.Method, Params: r.Params}
		do = func() error { return p.presets.store.SavePreset(kept) }
		told = say(pr, "Saved as preset %s", name)
	}
	p.presets.change(p.host, do, func(err error) {
		if err != nil {
			p.task = task // nothing that was typed is lost
			p.host.Warn(err.Error())
			return
		}
		p.Refresh()
		if i, ok := p.find(name); ok {
			p.list.SetCursor(i, 0)
		}
		p.host.Say(told)
	})
}

// find returns the row of a preset by its name.
func (p *PresetsPage) find(name string) (row int, ok bool) {
	for i, o := range p.presets.all {
		if o.Name == name {
			return i, true
		}
	}
	return 0, false
}

// current is the preset under the cursor, an empty one when there is none.
func (p *PresetsPage) current() store.Preset {
	row, _ := p.list.Cursor()
	if row < 0 || row >= len(p.presets.all) {
		return store.Preset{}
	}
	return p.presets.all[row]
}

// Mouse implements [Screen]: a click moves the cursor, a second one applies.
func (p *PresetsPage) Mouse(m term.Mouse) {
	switch {
	case p.task != noPresetTask:
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
func (p *PresetsPage) Actions() map[string]Action {
	pr := p.host.Printer()
	some := func() string {
		if p.current().Name == "" {
			return say(pr, "there are no presets yet")
		}
		return ""
	}
	return map[string]Action{
		"presets.apply":  {Do: p.apply, Why: some},
		"presets.save":   {Do: func() { p.task, p.name = savePreset, form.Line{} }, Why: whyNoPreset(p.host)},
		"presets.rename": {Do: func() { p.task, p.name = renamePreset, form.NewLine(p.current().Name) }, Why: some},
		"presets.delete": {Do: p.remove, Why: some},
	}
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

// apply puts the preset under the cursor in force and goes back to the segments.
func (p *PresetsPage) apply() {
	fits := Misfit(p.host.Printer(), p.current(), p.host.Session().Customers) == ""
	if fits {
		p.host.Back()
	}
	p.presets.Apply(p.host, p.current())
}

// remove deletes the preset under the cursor, the second time it is asked to.
func (p *PresetsPage) remove() {
	pr, name := p.host.Printer(), p.current().Name
	if p.sure != name {
		p.sure = name
		return
	}
	p.sure = ""
	p.presets.change(p.host, func() error { return p.presets.store.DeletePreset(name) }, func(err error) {
		p.Refresh()
		sayDeleted(p.host, err, store.ErrNoPreset, say(pr, "Deleted: preset %s", name))
	})
}
