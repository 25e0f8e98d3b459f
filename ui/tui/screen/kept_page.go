package screen

import (
	"errors"
	"strings"

	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// keptPage lists what is kept under names, laid over a step: to put one in force,
// to save what is, to rename and to delete.
type keptPage struct {
	host Host
	of   shelf
	list *grid.Grid
	task keptTask
	name form.Line // being typed
	sure string    // the name that Enter or d again takes without asking
	w, h int
}

// keptTask is what is done to something kept, such as what a name is being typed for.
type keptTask uint8

const (
	noKeptTask keptTask = iota
	saveKept
	renameKept
	deleteKept // needs no name
)

// newKeptPage shows what is on a shelf; with save a name is asked for at once.
func newKeptPage(host Host, of shelf, save bool) *keptPage {
	p := &keptPage{host: host, of: of, list: grid.New(of.rows())}
	p.list.SetFrozen(1)
	if save {
		p.task = saveKept
	}
	return p
}

// Place, Crumb and Typing implement [Screen].
func (p *keptPage) Place() string { return p.of.said().place }
func (p *keptPage) Crumb() string { return p.of.said().crumb }
func (p *keptPage) Typing() bool  { return p.task != noKeptTask }

// SetSize implements [Screen].
func (p *keptPage) SetSize(w, h int) { p.w, p.h = w, h }

// Refresh implements [Screen].
func (p *keptPage) Refresh() { p.list.SetSource(p.of.rows()) }

// Key implements [Screen].
func (p *keptPage) Key(k term.Key) bool {
	p.Refresh()
	switch {
	case p.Typing():
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
func (p *keptPage) typeName(k term.Key) {
	switch k.Name {
	case "esc":
		p.task, p.sure = noKeptTask, ""
	case "enter":
		p.named(strings.TrimSpace(p.name.Text()))
	default:
		p.name.Key(k)
		p.sure = ""
	}
}

// named saves or renames under the name typed, over another of the name only when
// Enter is pressed again. When that fails, the name stays to be tried again.
func (p *keptPage) named(name string) {
	task := p.task
	if name == "" || task == saveKept && p.find(name) >= 0 && p.sure != name {
		p.sure = name
		return
	}
	p.task, p.sure = noKeptTask, ""
	done := func(err error) {
		if err != nil {
			p.task = task
			p.host.Warn(err.Error())
			return
		}
		p.Refresh()
		p.list.SetCursor(p.find(name), 0)
		p.host.Say(p.of.told(task, name))
	}
	if task == saveKept {
		p.of.save(name, done)
		return
	}
	p.of.rename(p.current(), name, done)
}

// find returns the row of a name, -1 for none.
func (p *keptPage) find(name string) int {
	for i := range p.of.rows().Len() {
		if p.of.nameOf(i) == name {
			return i
		}
	}
	return -1
}

// row is that of the cursor, -1 when nothing is listed.
func (p *keptPage) row() int {
	row, _ := p.list.Cursor()
	if row >= p.of.rows().Len() {
		return -1
	}
	return row
}

// current is the name under the cursor, nothing when nothing is listed.
func (p *keptPage) current() string {
	if row := p.row(); row >= 0 {
		return p.of.nameOf(row)
	}
	return ""
}

// Mouse implements [Screen]: a click moves the cursor, a second one applies.
func (p *keptPage) Mouse(m term.Mouse) {
	switch {
	case p.Typing():
	case m.Action == term.Wheel:
		p.list.Wheel(m.DY * term.WheelRows)
	case m.Action == term.Press:
		before, _ := p.list.Cursor()
		if hit := p.list.Click(m.X, m.Y-keptHead); hit.Row >= 0 && hit.Row == before {
			p.of.apply(hit.Row)
		}
	}
}

// Actions implements [Screen].
func (p *keptPage) Actions() map[string]Action {
	some := func() string {
		if p.current() == "" {
			return p.of.said().none
		}
		return ""
	}
	place := p.Place()
	return map[string]Action{
		place + ".apply":  {Do: func() { p.of.apply(p.row()) }, Why: some},
		place + ".save":   {Do: func() { p.task, p.name = saveKept, form.Line{} }, Why: p.of.whyNotSaved},
		place + ".rename": {Do: func() { p.task, p.name = renameKept, form.NewLine(p.current()) }, Why: some},
		place + ".delete": {Do: p.remove, Why: some},
	}
}

// remove deletes what is under the cursor, the second time it is asked to.
func (p *keptPage) remove() {
	name := p.current()
	if p.sure != name {
		p.sure = name
		return
	}
	p.sure = ""
	p.of.remove(name, func(err error) {
		p.Refresh()
		if err != nil && !errors.Is(err, p.of.said().gone) {
			p.host.Warn(err.Error())
			return
		}
		p.host.Say(p.of.told(deleteKept, name)) // be it by another program
	})
}
