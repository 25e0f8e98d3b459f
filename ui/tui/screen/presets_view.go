package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
	"custseg/ui/tui/theme"
)

// presetsHead is how many lines stand above the list.
const presetsHead = 2

// View implements [Screen].
func (p *PresetsPage) View(t *theme.Theme) []string {
	pr := p.host.Printer()
	p.Refresh()
	line := func(ink theme.Ink, text string) string { return " " + inked(t, ink, text, max(0, p.w-1)) }
	out := []string{line(t.Title, say(pr, "Parameters of a method under a name of yours")), ""}
	foot := p.foot(t)
	if trouble := p.presets.trouble; trouble != nil {
		out = append(out, wrappedIn(t, t.Warn, "! "+trouble.Error(), p.w)...)
		return append(sized(out, p.w, p.h-len(foot)), foot...)
	}
	p.list.SetEmpty(say(pr, "none yet: a saves the parameters in force"))
	p.list.SetSize(p.w, max(0, p.h-presetsHead-len(foot)))
	out = append(out, p.list.View(t, p.task == noPresetTask)...)
	return append(sized(out, p.w, p.h-len(foot)), foot...)
}

// foot asks for a name or whether it is meant, and else tells all of the preset
// under the cursor.
func (p *PresetsPage) foot(t *theme.Theme) []string {
	pr := p.host.Printer()
	ask := func(label string) string {
		return " " + t.Paint(t.Key, label) + p.name.View(t, max(0, p.w-1-cell.Width(label)), true)
	}
	warn := func(text string) string { return " " + inked(t, t.Warn, text, max(0, p.w-1)) }
	switch {
	case p.task == savePreset && p.sure != "":
		return []string{ask(say(pr, "Save as: ")), warn(say(pr, "! %s is there already: Enter replaces it, Esc leaves it", p.sure))}
	case p.task == savePreset:
		r := p.host.Session().Recipe
		text := say(pr, "%s: %s", r.Method, paramsText(pr, store.Preset{Method: r.Method, Params: r.Params}))
		return []string{ask(say(pr, "Save as: ")), " " + inked(t, t.Faint, text, max(0, p.w-1))}
	case p.task == renamePreset:
		return []string{ask(say(pr, "New name: ")), sized(nil, p.w, 1)[0]}
	case p.sure != "":
		return []string{sized(nil, p.w, 1)[0], warn(say(pr, "! Delete %s? d again deletes it, any other key leaves it", p.sure))}
	case p.current().Name == "":
		return nil
	}
	const most = 5
	return keptLines(t, pr, paramsText(pr, p.current()), Misfit(pr, p.current(), p.host.Session().Customers), p.w, most)
}

// Hints implements [Hinter].
func (p *PresetsPage) Hints() []Hint {
	if p.task == noPresetTask {
		return nil
	}
	pr := p.host.Printer()
	return []Hint{{"enter", say(pr, "keep")}, {"esc", say(pr, "leave")}}
}

// presetRows are the presets as rows of a grid.
type presetRows struct {
	pr        *message.Printer
	presets   []store.Preset
	customers *model.Customers
}

func (p *PresetsPage) rows() presetRows {
	return presetRows{p.host.Printer(), p.presets.all, p.host.Session().Customers}
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
