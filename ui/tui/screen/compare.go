package screen

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// CompareView is the step Compare: three ways to hold segments against
// something, one shown at a time.
type CompareView struct {
	host    Host
	methods *compareMethods
	dates   *compareDates
	bakeOff *compareBakeOff
	at      int       // the way shown
	before  suggested // in place of those that need a result while no method is chosen
	w, h    int
}

// comparing is one way to compare. It is a screen below the line that names
// all of them.
type comparing interface {
	Screen
	// output is what a file of it would hold, nil while there is nothing.
	output() *output
}

// The ways to compare, in the order of the line.
const (
	byMethods = iota
	byDates
	byBakeOff
)

// NewCompare makes the screen.
func NewCompare(host Host) *CompareView {
	s := &CompareView{host: host, before: suggested{host: host}, methods: newCompareMethods(host), dates: newCompareDates(host)}
	s.bakeOff = newCompareBakeOff(host, s.compareWith)
	return s
}

func (s *CompareView) all() []comparing { return []comparing{s.methods, s.dates, s.bakeOff} }

func (s *CompareView) current() comparing { return s.all()[s.at] }

// Place, Crumb and Typing implement [Screen]: the place is that of the way
// shown.
func (s *CompareView) Place() string { return s.current().Place() }
func (s *CompareView) Crumb() string { return "Compare" }
func (s *CompareView) Typing() bool  { return s.current().Typing() }

// Refresh implements [Screen].
func (s *CompareView) Refresh() {
	for _, c := range s.all() {
		c.Refresh()
	}
}

// SetSize implements [Screen].
func (s *CompareView) SetSize(w, h int) {
	s.w, s.h = w, h
	s.current().SetSize(w, h-1)
}

// show goes to another way to compare.
func (s *CompareView) show(at int) {
	s.at = at
	s.SetSize(s.w, s.h)
}

// compareWith holds the result against a method of the catalogue.
func (s *CompareView) compareWith(method string) {
	s.methods.take(method)
	s.show(byMethods)
}

// Key implements [Screen].
func (s *CompareView) Key(k term.Key) bool {
	if s.waits() {
		return s.before.key(k.Name)
	}
	return s.current().Key(k)
}

// waits reports whether the way shown needs a result and no method is chosen. A
// bake-off needs none.
func (s *CompareView) waits() bool { return s.at != byBakeOff && s.before.shown() }

// Mouse implements [Screen].
func (s *CompareView) Mouse(m term.Mouse) {
	if m.Y > 0 {
		m.Y--
		if s.waits() {
			s.before.mouse(m)
		} else {
			s.current().Mouse(m)
		}
		return
	}
	if m.Action != term.Press {
		return
	}
	from := 1
	for i, name := range s.names() {
		if m.X >= from && m.X < from+cell.Width(name) {
			s.show(i)
			return
		}
		from += cell.Width(name) + tabGap
	}
}

// Actions implements [Screen].
func (s *CompareView) Actions() map[string]Action {
	out, place := s.current().Actions(), s.Place()
	for i, id := range []string{".methods", ".dates", ".bakeoff"} {
		out[place+id] = Action{Do: func() { s.show(i) }}
	}
	out[place+".write"] = Action{Do: s.write, Why: func() string {
		if s.current().output() == nil {
			return say(s.host.Printer(), "there is nothing to write yet")
		}
		return ""
	}}
	return out
}

func (s *CompareView) write() { s.host.Push(newWriteView(s.host, *s.current().output())) }

// Hints implements [Hinter].
func (s *CompareView) Hints() []Hint {
	if s.waits() {
		return append(s.before.hints(), Hint{"b", say(s.host.Printer(), "bake-off")})
	}
	if h, ok := s.current().(Hinter); ok {
		return h.Hints()
	}
	return nil
}

// names are the ways with their keys, the one shown in capitals so that it is
// known without colour.
func (s *CompareView) names() []string {
	pr := s.host.Printer()
	out := []string{say(pr, "m two methods"), say(pr, "d two dates"), say(pr, "b bake-off of all")}
	out[s.at] = out[s.at][:1] + strings.ToUpper(out[s.at][1:])
	return out
}

// View implements [Screen].
func (s *CompareView) View(t *theme.Theme) []string {
	line, used := " ", 1
	for i, name := range s.names() {
		ink := t.Faint
		if i == s.at {
			ink = t.Accent
		}
		line += t.Paint(ink, name) + strings.Repeat(" ", tabGap)
		used += cell.Width(name) + tabGap
	}
	right := ""
	if s.current().output() != nil {
		right = say(s.host.Printer(), "w writes a file")
	}
	line += t.Paint(t.Faint, fitted(t, right, max(s.w-used-1, 0), cell.Right)) + " "
	if s.waits() {
		promise := say(s.host.Printer(), "Segments are compared here once a method is chosen. A bake-off of all (b) needs none.")
		return append([]string{line}, s.before.view(t, promise, s.w, s.h-1)...)
	}
	return append([]string{line}, s.current().View(t)...)
}
