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
	w, h  int
}

// NewMembers makes the list of some customers of the result.
func NewMembers(host Host, title string, members []int32) Screen {
	return &Members{host: host, title: title, table: newCustomerTable(host, title, members, true)}
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
func (s *Members) Actions() map[string]Action { return s.table.actions("members") }

// View implements [Screen].
func (s *Members) View(t *theme.Theme) []string {
	head := say(s.host.Printer(), "%s %s %s", s.title, t.Glyphs.Dot, customerCount(s.host.Printer(), len(s.table.members)))
	return append([]string{" " + inked(t, t.Title, head, s.w-1)}, s.table.view(t, true)...)
}
