package screen

import (
	"golang.org/x/text/message"

	"custseg/ui/tui/form"
	"custseg/ui/tui/keys"
)

// Hints implements [Hinter]: the keys of the pane with the focus.
func (s *SegmentsView) Hints() []Hint {
	pr := s.host.Printer()
	switch {
	case s.before.shown(): // no method is chosen: what leads to one
		return s.before.hints()
	case s.result == nil && s.focus != paramsPane:
		return nil
	case s.focus == paramsPane:
		return s.paramHints()
	case s.focus == chartsPane:
		return s.chartHints()
	}
	return append([]Hint{{"enter", say(pr, "drill")}, {"tab", say(pr, "pane")}}, s.alwaysHints()...)
}

// alwaysHints are the keys that work in every pane.
func (s *SegmentsView) alwaysHints() []Hint {
	pr := s.host.Printer()
	return []Hint{{"v", say(pr, "chart")}, {"V", say(pr, "charts")}, {"z", say(pr, "enlarge")}, {"i", say(pr, "measures, notes")},
		{"p", say(pr, "presets")}}
}

// both names two keys that belong together.
func both(a, b string) string { return keys.Show(a) + keys.Show(b) }

// takeHints are the keys while a value of a form is typed or picked from a list.
func takeHints(pr *message.Printer, f *form.Form) []Hint {
	out := []Hint{{"enter", say(pr, "take it")}}
	if f.State() == form.Picking {
		out = append(out, Hint{both("up", "down"), say(pr, "choose")})
	}
	return append(out, Hint{"esc", say(pr, "leave it")})
}

func (s *SegmentsView) paramHints() []Hint {
	pr := s.host.Printer()
	x, ok := s.params.Field()
	if !ok {
		return []Hint{{"tab", say(pr, "pane")}}
	}
	step := Hint{both("left", "right"), say(pr, "step")}
	switch s.params.State() {
	case form.Typing, form.Picking:
		return takeHints(pr, s.params)
	case form.Marking:
		return []Hint{{"enter", say(pr, "done")}, {"space", say(pr, "mark")}, {both("up", "down"), say(pr, "choose")}, {"esc", say(pr, "leave it")}}
	case form.Listing:
		out := []Hint{{"enter", say(pr, "type")}, {both("up", "down"), say(pr, "choose")}, step}
		if x.Kind != form.Weights {
			out = append(out, Hint{"a", say(pr, "add")}, Hint{"x", say(pr, "remove")})
		}
		return append(out, Hint{"backspace", say(pr, "default")}, Hint{"esc", say(pr, "done")})
	}
	var out []Hint
	switch x.Kind {
	case form.Stepper:
		out = []Hint{{"enter", say(pr, "type")}, step}
	case form.Choice:
		out = []Hint{{"enter", say(pr, "list")}, step}
	case form.Toggle:
		out = []Hint{{"space", say(pr, "switch")}}
	case form.Text:
		out = []Hint{{"enter", say(pr, "type")}}
	default:
		out = []Hint{{"enter", say(pr, "open")}}
	}
	if x.Changed {
		out = append(out, Hint{"backspace", say(pr, "default")})
	}
	return append(append(out, Hint{"tab", say(pr, "pane")}), s.alwaysHints()...)
}

func (s *SegmentsView) chartHints() []Hint {
	pr := s.host.Printer()
	p := &s.charts
	if len(p.charts) == 0 {
		return nil
	}
	if p.figures {
		return []Hint{{both("up", "down"), say(pr, "read on")}, {"t", say(pr, "chart")}, {"y", say(pr, "copy")}, {"esc", say(pr, "back")}}
	}
	var out []Hint
	cuts := cutsOf(p.data()) > 0
	switch at := p.cursors[p.at]; {
	case cuts && at.Cut >= 0:
		out = []Hint{{both("left", "right"), say(pr, "move the cut")}, {both("up", "down"), say(pr, "next cut")}}
	case cuts:
		out = []Hint{{"enter", say(pr, "customers")}, {"down", say(pr, "choose a cut")}, {both("left", "right"), say(pr, "walk")}}
	default:
		out = []Hint{{"enter", say(pr, "customers")}, {both("left", "right"), say(pr, "walk")}}
	}
	if p.zoomed {
		return append(out, Hint{"v", say(pr, "chart")}, Hint{"t", say(pr, "figures")}, Hint{"esc", say(pr, "back")})
	}
	return append(append(out, Hint{"tab", say(pr, "pane")}), append(s.alwaysHints(), Hint{"t", say(pr, "figures")})...)
}
