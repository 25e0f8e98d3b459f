package screen

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// keptHead is how many lines stand above the list of a [keptPage].
const keptHead = 2

// View implements [Screen].
func (p *keptPage) View(t *theme.Theme) []string {
	p.Refresh()
	said := p.of.said()
	out := []string{" " + inked(t, t.Title, said.title, max(0, p.w-1)), ""}
	foot := p.foot(t)
	if trouble := p.of.trouble(); trouble != nil {
		out = append(out, wrappedIn(t, t.Warn, "! "+trouble.Error(), p.w)...)
		return append(sized(out, p.w, p.h-len(foot)), foot...)
	}
	p.list.SetEmpty(said.empty)
	p.list.SetSize(p.w, max(0, p.h-keptHead-len(foot)))
	out = append(out, p.list.View(t, !p.Typing())...)
	return append(sized(out, p.w, p.h-len(foot)), foot...)
}

// foot asks for a name or whether it is meant, and else tells all of what is under
// the cursor.
func (p *keptPage) foot(t *theme.Theme) []string {
	pr := p.host.Printer()
	ask := func(label string) string {
		return " " + t.Paint(t.Key, label) + p.name.View(t, max(0, p.w-1-cell.Width(label)), true)
	}
	line := func(ink theme.Ink, text string) string { return " " + inked(t, ink, text, max(0, p.w-1)) }
	switch {
	case p.task == saveKept && p.sure != "":
		return []string{ask(say(pr, "Save as: ")), line(t.Warn, say(pr, "! %s is there already: Enter replaces it, Esc leaves it", p.sure))}
	case p.task == saveKept:
		return []string{ask(say(pr, "Save as: ")), line(t.Faint, p.of.inForce())}
	case p.task == renameKept:
		return []string{ask(say(pr, "New name: ")), sized(nil, p.w, 1)[0]}
	case p.sure != "":
		return []string{sized(nil, p.w, 1)[0], line(t.Warn, say(pr, "! Delete %s? d again deletes it, any other key leaves it", p.sure))}
	case p.row() < 0:
		return nil
	}
	text, misfit := p.of.about(p.row())
	out := wrappedIn(t, t.Faint, text, p.w)
	if misfit != "" {
		out = append(out, wrappedIn(t, t.Warn, say(pr, "! It does not fit: %s", misfit), p.w)...)
	}
	return append(sized(nil, p.w, 1), out[:min(len(out), p.of.said().lines)]...)
}

// Hints implements [Hinter].
func (p *keptPage) Hints() []Hint {
	if !p.Typing() {
		return nil
	}
	pr := p.host.Printer()
	return []Hint{{"enter", say(pr, "keep")}, {"esc", say(pr, "leave")}}
}
