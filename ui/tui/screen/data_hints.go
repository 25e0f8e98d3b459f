package screen

import "custseg/ui/tui/keys"

// Hints implements [Hinter]: only the keys that do something where the focus is.
func (s *DataView) Hints() []Hint {
	pr := s.host.Printer()
	switch {
	case s.table() == nil:
		return nil
	case s.asked() != nil:
		return s.asked().promptHints()
	case s.zoom && s.figures:
		return []Hint{{"t", say(pr, "chart")}, {"y", say(pr, "copy")}, {"esc", say(pr, "back")}}
	case s.zoom:
		return []Hint{{"enter", say(pr, "rows of the bar")}, {"t", say(pr, "figures")}, {"esc", say(pr, "back")}}
	}
	var out []Hint
	told := map[string]bool{}
	if f, ok := s.chosenFinding(); ok {
		told["data.treat"], told["data.finding"] = true, true
		switch {
		case f.quality != nil && !s.opened:
			out = append(out, Hint{"enter", say(pr, "all about it")})
		case f.shown() > 0:
			out = append(out, Hint{"enter", say(pr, "its rows")})
		}
		if s.whyNotTreated() == "" {
			out = append(out, Hint{"space", say(pr, "keep/drop")})
		}
		if f.quality != nil && !s.opened && f.shown() > 0 {
			out = append(out, Hint{"v", say(pr, "its rows")})
		}
	}
	actions := s.Actions()
	for _, b := range keys.Of(s.Place()) {
		if a := actions[b.ID]; b.Hint != "" && !b.Moves && !told[b.ID] && (a.Why == nil || a.Why() == "") {
			out = append(out, Hint{b.Keys[0], say(pr, b.Hint)})
		}
	}
	return out
}
