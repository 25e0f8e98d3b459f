package screen

import (
	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// suggested is what a step shows that needs a result while no method is chosen:
// the methods that suit the data, one Enter away, and the way to all of them.
// While nobody is a customer it offers the ways out of that.
type suggested struct {
	host    Host
	of      *model.Customers // whom the methods suit
	methods []seg.Suggestion
	at      int // the one under the pointer, or below them all methods
	first   int // the line of the first on the screen
}

// shown reports whether there is no result and none to come.
func (s *suggested) shown() bool {
	session := s.host.Session()
	return session.IsOpen() && session.Result == nil && (session.Recipe.Method == "" || session.Trouble != nil)
}

// refresh finds the methods that suit the customers in force.
func (s *suggested) refresh() {
	c := s.host.Session().Customers
	if c == s.of {
		return
	}
	s.of, s.methods, s.at = c, nil, 0
	if c != nil && c.Len() > 0 {
		best := seg.Suggest(c)
		s.methods = best[:min(len(best), mostSuggested)]
	}
}

// key moves the pointer, runs the method under it, or makes each row a customer.
func (s *suggested) key(name string) bool {
	s.refresh()
	switch name {
	case "up", "k":
		s.at = max(s.at-1, 0)
	case "down", "j":
		s.at = min(s.at+1, len(s.methods))
	case "enter":
		s.run()
	case "R":
		if each := eachRow(s.host); each.Why() == "" {
			each.Do()
		}
	default:
		return false
	}
	return true
}

// run puts the method under the pointer in force, or goes to all methods.
func (s *suggested) run() {
	if s.host.Session().Trouble != nil || s.at >= len(s.methods) {
		s.host.Go(Method)
		return
	}
	id := s.methods[s.at].Method.Spec().ID
	session := s.host.Session()
	session.Propose(session.Recipe.WithMethod(id), "method "+id)
}

// mouse moves the pointer to a line, and runs what it is on already.
func (s *suggested) mouse(m term.Mouse) {
	at := m.Y - s.first
	if m.Action != term.Press || at < 0 || at > len(s.methods) {
		return
	}
	if at == s.at {
		s.run()
		return
	}
	s.at = at
}

// hints are the keys that do something.
func (s *suggested) hints() []Hint {
	pr, session := s.host.Printer(), s.host.Session()
	switch {
	case unidentified(session):
		return []Hint{{"R", say(pr, "each row is a customer")}, {"2", say(pr, "roles")}, {"3", say(pr, "methods")}}
	case session.Trouble != nil:
		return []Hint{{"2", say(pr, "roles")}, {"u", say(pr, "undo")}}
	}
	return []Hint{{"enter", say(pr, "run")}, {"3", say(pr, "all methods")}, {"2", say(pr, "roles")}}
}

// view says what the step will show, and lists the methods.
func (s *suggested) view(t *theme.Theme, promise string, w, h int) []string {
	s.refresh()
	session, pr := s.host.Session(), s.host.Printer()
	switch {
	case session.Trouble != nil:
		return sized(append([]string{""}, wrappedIn(t, t.Warn, "! "+TroubleText(pr, session), w)...), w, h)
	case session.Customers == nil:
		return sized([]string{"", inked(t, t.Faint, " "+say(pr, "counting customers ")+t.Glyphs.Ellipsis, w)}, w, h)
	}
	out := append([]string{""}, wrappedIn(t, t.Plain, promise, w)...)
	if why := nobody(pr, session); why != "" {
		return sized(append(append(out, ""), wrappedIn(t, t.Warn, "! "+why, w)...), w, h)
	}
	out = append(out, "")
	if len(s.methods) > 0 {
		out = append(out, inked(t, t.Header, " "+say(pr, "Suits this data"), w))
	}
	s.first = len(out)
	for i, m := range s.methods {
		out = append(out, s.line(t, i, say(pr, "%s", m.Method.Spec().Name), say(pr, "%s", m.Why), w))
	}
	return sized(append(out, s.line(t, len(s.methods), say(pr, "all methods"), say(pr, "what each does, needs and takes"), w)), w, h)
}

// line is a method with what calls for it.
func (s *suggested) line(t *theme.Theme, i int, name, why string, w int) string {
	const wide = 28
	pointer := " "
	if i == s.at {
		pointer = t.Glyphs.Pointer
	}
	text := pointer + " " + fitted(t, name, min(wide, w-4), cell.Left) + " "
	rest := max(0, w-cell.Width(text))
	if i == s.at {
		return t.Paint(t.Cursor, text+fitted(t, why, rest, cell.Left))
	}
	return text + inked(t, t.Faint, why, rest)
}
