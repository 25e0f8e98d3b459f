package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/term"
)

// MethodList is the step Method: the catalogue by family, what each method
// needs, and whether this data has it.
type MethodList struct {
	host    Host
	entries []methodEntry
	of      *model.Customers // whom the entries are about
	made    bool             // the entries are of what is in force

	rows      []methodRow
	at        int // the row under the pointer
	top       int // the first row on the screen
	search    form.Line
	searching bool
	only      bool // only methods that can run are listed

	pane  bool // what is told of the method has the focus
	first int  // its first line on the screen
	most  int  // the greatest first there is
	w, h  int
}

// methodEntry is one method and what this data lacks for it.
type methodEntry struct {
	seg.Spec
	name, summary string // in the reader's language
	missing       []seg.Need
	can           bool
	why           model.Phrase // what in the data calls for it, empty when nothing does
}

// NewMethod makes the screen.
func NewMethod(host Host) *MethodList { return &MethodList{host: host} }

// Place, Crumb and Typing implement [Screen].
func (s *MethodList) Place() string { return "method" }
func (s *MethodList) Crumb() string { return say(s.host.Printer(), "Method") }
func (s *MethodList) Typing() bool  { return s.searching }

// Refresh implements [Screen].
func (s *MethodList) Refresh() {
	if c := s.host.Session().Customers; !s.made || c != s.of {
		s.of, s.made = c, true
		s.entries = methodEntries(s.host.Printer(), c)
		s.list()
	}
}

// methodEntries are all methods, those that suit the customers with the reason.
// Before customers are known all can run: the run that follows finds out.
func methodEntries(pr *message.Printer, c *model.Customers) []methodEntry {
	suits := map[string]model.Phrase{}
	if c != nil && c.Len() > 0 {
		best := seg.Suggest(c)
		for _, s := range best[:min(len(best), mostSuggested)] {
			suits[s.Method.Spec().ID] = s.Why
		}
	}
	var out []methodEntry
	for _, m := range seg.Catalogue() {
		e := methodEntry{Spec: m.Spec(), can: true}
		e.name, e.summary = cell.Clean(e.Name.In(pr)), cell.Clean(e.Summary.In(pr))
		if c != nil {
			e.missing = seg.Missing(e.Spec, c)
			e.can = len(e.missing) == 0 && c.Len() > 0
		}
		e.why = suits[e.ID]
		out = append(out, e)
	}
	return out
}

// mostSuggested is how many methods are suggested.
const mostSuggested = 4

// SetSize implements [Screen].
func (s *MethodList) SetSize(w, h int) { s.w, s.h = w, h }

// Key implements [Screen].
func (s *MethodList) Key(k term.Key) bool {
	switch {
	case s.searching:
		s.searchKey(k)
		return true
	case s.pane:
		return s.scroll(k.Name)
	}
	return s.moveKey(k.Name)
}

// Mouse implements [Screen].
func (s *MethodList) Mouse(m term.Mouse) {
	onList := m.X < s.listWidth()
	switch {
	case m.Action == term.Wheel && onList:
		s.move(m.DY * term.WheelRows)
	case m.Action == term.Wheel:
		s.first = max(0, min(s.first+m.DY*term.WheelRows, s.most))
	case m.Action == term.Press:
		s.pane = !onList
		row := s.top + m.Y - methodHead
		if onList && m.Y >= methodHead && row < len(s.rows) && s.rows[row].entry >= 0 {
			if row == s.at {
				s.choose()
				return
			}
			s.point(row)
		}
	}
}

// Actions implements [Screen].
func (s *MethodList) Actions() map[string]Action {
	return map[string]Action{
		"method.choose": {Do: s.choose, Why: s.whyNot},
		"method.search": {Do: func() { s.pane, s.searching = false, true }},
		"method.only":   {Do: func() { s.only = !s.only; s.list() }},
		"method.pane":   {Do: func() { s.pane = !s.pane }},
	}
}

// whyNot says why the method under the pointer cannot be chosen, nothing when it
// can.
func (s *MethodList) whyNot() string {
	pr, session := s.host.Printer(), s.host.Session()
	e, ok := s.selected()
	switch {
	case !ok:
		return say(pr, "no method is listed")
	case session.Trouble != nil:
		return say(pr, "there are no customers: press 2 and say which column is the customer id")
	}
	if why := nobody(pr, session); why != "" {
		return why
	}
	if len(e.missing) > 0 {
		return say(pr, "this data has no %s: %s", needLabel(e.missing[0]), needRemedy(e.missing[0], session.Customers))
	}
	return ""
}

// selected returns the method under the pointer.
func (s *MethodList) selected() (methodEntry, bool) {
	if s.at >= len(s.rows) || s.rows[s.at].entry < 0 {
		return methodEntry{}, false
	}
	return s.entries[s.rows[s.at].entry], true
}

// choose puts the method in force. While customers are still being gathered the
// choice stands all the same: the run that follows finds out.
func (s *MethodList) choose() {
	if why := s.whyNot(); why != "" {
		s.host.Warn(why)
		return
	}
	e, _ := s.selected()
	s.searching, s.search = false, form.Line{}
	s.list()
	s.pointAt(e.ID)
	session := s.host.Session()
	session.Propose(session.Recipe.WithMethod(e.ID), "method "+e.ID)
	s.host.Go(Segments)
}

// pointAt moves the pointer to a method, in its family.
func (s *MethodList) pointAt(id string) {
	if row := slices.IndexFunc(s.rows, func(r methodRow) bool { return r.entry >= 0 && !r.suggested && s.entries[r.entry].ID == id }); row >= 0 {
		s.point(row)
	}
}

// searchKey types what is searched for, or moves among what is found.
func (s *MethodList) searchKey(k term.Key) {
	switch k.Name {
	case "esc":
		e, ok := s.selected()
		s.searching, s.search = false, form.Line{}
		if s.list(); ok {
			s.pointAt(e.ID)
		}
	case "enter":
		s.choose()
	case "up", "down", "pgup", "pgdown":
		s.moveKey(k.Name)
	default:
		before := s.search.Text()
		s.search.Key(k)
		if s.search.Text() != before {
			s.list()
		}
	}
}
