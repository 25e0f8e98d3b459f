package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
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
	blocked bool             // there are none and there will be none
	items   *pipeline.Items  // columns that look like items, nil for none
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
	offered       model.Phrase // the parameter that would give what is missing, empty for none
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
	session := s.host.Session()
	c, blocked, wasBlocked := session.Customers, session.Trouble != nil, s.blocked
	if !s.made || c != s.of || blocked != s.blocked {
		s.of, s.blocked, s.made = c, blocked, true
		s.items = nil
		if found, ok := itemsOf(session); ok {
			s.items = &found
		}
		s.entries = methodEntries(s.host.Printer(), c, blocked)
		if wasBlocked && !blocked {
			s.rows, s.at = nil, 0 // what was listed could not run: begin with what suits
		}
		s.list()
	}
}

// methodEntries are all methods, those that suit the customers with the reason.
// While customers are being gathered all can run: the run that follows finds out.
// When there can be none, because of the roles, none can.
func methodEntries(pr *message.Printer, c *model.Customers, blocked bool) []methodEntry {
	suits := map[string]model.Phrase{}
	if c != nil && c.Len() > 0 {
		best := seg.Suggest(c)
		for _, s := range best[:min(len(best), mostSuggested)] {
			suits[s.Method.Spec().ID] = s.Why
		}
	}
	var out []methodEntry
	for _, m := range seg.Catalogue() {
		e := methodEntry{Spec: m.Spec(), can: !blocked}
		e.name, e.summary = cell.Clean(e.Name.In(pr)), cell.Clean(e.Summary.In(pr))
		if c != nil && !blocked {
			e.missing = seg.Missing(e.Spec, c)
			e.can = len(e.missing) == 0 && c.Len() > 0
			e.offered = offeredColumns(e.Spec, e.missing, c)
		}
		e.why = suits[e.ID]
		out = append(out, e)
	}
	return out
}

// offeredColumns names the parameter in which a column, or several, can be chosen
// in the place of the only input that is missing, which columns of a role would be.
func offeredColumns(spec seg.Spec, missing []seg.Need, c *model.Customers) model.Phrase {
	if len(missing) != 1 || missing[0].Measure == "" {
		return model.Phrase{}
	}
	for _, p := range spec.Params {
		if p.Kind == seg.OneColumn && p.Default.Word() == string(missing[0].Measure) && len(p.Columns(c)) > 0 {
			return p.Label
		}
		if p.Kind == seg.ColumnList && p.Takes == seg.AnswerColumns && len(p.When) == 0 && len(p.Columns(c)) > 0 {
			return p.Label
		}
	}
	return model.Phrase{}
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
		"method.rows":   eachRow(s.host),
		"method.items":  asItems(s.host),
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
		return TroubleText(pr, session)
	}
	if why := nobody(pr, session); why != "" {
		return why
	}
	if len(e.missing) > 0 && e.offered.Empty() {
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
	if len(e.missing) > 0 {
		s.host.Say(say(s.host.Printer(), "Choose %s among the parameters: no column has the role %s", e.offered, needLabel(e.missing[0])))
	}
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
