package screen

import (
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Members is a list of customers laid over a chart or a table: those of a bin,
// a cell or a step of a curve.
type Members struct {
	host  Host
	title string
	table *customerTable
	walk  *chartWalk // over the chart that the list is of, nil for another
	w, h  int
}

// NewMembers makes the list of some customers of the result.
func NewMembers(host Host, title string, members []int32) *Members {
	return &Members{host: host, title: title, table: newCustomerTable(host, title, members, true)}
}

// newPlaceMembers makes the list of the customers at a place of a chart, from
// which the places beside it can be listed.
func newPlaceMembers(host Host, walk *chartWalk) *Members {
	s := NewMembers(host, walk.title(), walk.members())
	s.walk = walk
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *Members) Place() string { return "members" }
func (s *Members) Crumb() string { return s.title }
func (s *Members) Typing() bool  { return s.table.typing() }

// Hints implements [Hinter].
func (s *Members) Hints() []Hint { return s.table.promptHints() }

// SetSize implements [Screen].
func (s *Members) SetSize(w, h int) {
	s.w, s.h = w, h
	s.table.setSize(w, h-1)
}

// Refresh implements [Screen]: the customers stay those that were opened, seen
// in the result in force.
func (s *Members) Refresh() { s.table.follow() }

// Key implements [Screen].
func (s *Members) Key(k term.Key) bool { return s.table.key(k) }

// Mouse implements [Screen].
func (s *Members) Mouse(m term.Mouse) { m.Y--; s.table.mouse(m) }

// Actions implements [Screen].
func (s *Members) Actions() map[string]Action {
	out := s.table.actions("members")
	out["members.next"] = Action{Do: func() { s.turn(1) }, Why: s.whyAlone}
	out["members.previous"] = Action{Do: func() { s.turn(-1) }, Why: s.whyAlone}
	return out
}

// turn lists the customers of the next place of the chart that has any, or of
// the one before.
func (s *Members) turn(d int) {
	if !s.walk.step(d) {
		s.host.Say(say(s.host.Printer(), "No further place of the chart has customers"))
		return
	}
	s.title = s.walk.title()
	s.table.list(s.title, s.walk.members())
}

// whyAlone is the reason that there is no list beside this one.
func (s *Members) whyAlone() string {
	pr := s.host.Printer()
	switch {
	case s.walk == nil:
		return say(pr, "the list is not of a place of a chart")
	case s.walk.result != s.host.Session().Result:
		return say(pr, "the chart has changed since: Esc goes back to it")
	}
	return ""
}

// View implements [Screen].
func (s *Members) View(t *theme.Theme) []string {
	head := say(s.host.Printer(), "%s %s %s", s.title, t.Glyphs.Dot, customerCount(s.host.Printer(), len(s.table.members)))
	return append([]string{" " + inked(t, t.Title, head, s.w-1)}, s.table.view(t, true)...)
}
