package screen

import (
	"strings"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// MethodList is the step Method: the catalogue by family, what each method
// needs, and whether this data has it.
type MethodList struct {
	host  Host
	list  *grid.Grid
	specs []seg.Spec
	w, h  int
}

// NewMethod makes the screen.
func NewMethod(host Host) *MethodList {
	s := &MethodList{host: host}
	for _, m := range seg.Catalogue() {
		s.specs = append(s.specs, m.Spec())
	}
	s.list = grid.New(methodRows{s})
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *MethodList) Place() string { return "method" }
func (s *MethodList) Crumb() string { return "Method" }
func (s *MethodList) Typing() bool  { return false }

// Refresh implements [Screen].
func (s *MethodList) Refresh() {
	s.list.SetSource(methodRows{s})
	s.SetSize(s.w, s.h)
}

// SetSize implements [Screen].
func (s *MethodList) SetSize(w, h int) {
	s.w, s.h = w, h
	s.list.SetSize(s.listWidth(), h)
}

func (s *MethodList) listWidth() int { return min(max(34, s.w*2/5), 60) }

// Key implements [Screen].
func (s *MethodList) Key(k term.Key) bool { return s.list.Key(k.Name) }

// Mouse implements [Screen].
func (s *MethodList) Mouse(m term.Mouse) {
	switch {
	case m.Action == term.Wheel:
		s.list.Wheel(m.DY * term.WheelRows)
	case m.Action == term.Press && m.X < s.listWidth():
		before, _ := s.list.Cursor()
		if hit := s.list.Click(m.X, m.Y); hit.Row >= 0 && hit.Row == before {
			s.choose()
		}
	}
}

// Actions implements [Screen].
func (s *MethodList) Actions() map[string]Action {
	return map[string]Action{"method.choose": {Do: s.choose, Why: func() string {
		spec, ok := s.selected()
		if !ok {
			return "no method"
		}
		if s.host.Session().Trouble != nil {
			return "there are no customers: press 2 and say which column is the customer id"
		}
		if why := nobody(s.host.Printer(), s.host.Session()); why != "" {
			return why
		}
		if missing := s.missing(spec); len(missing) > 0 {
			return "this data has no " + strings.Join(missing, ", ") + ": map it under Roles"
		}
		return ""
	}}}
}

func (s *MethodList) selected() (seg.Spec, bool) {
	row, _ := s.list.Cursor()
	if row < 0 {
		return seg.Spec{}, false
	}
	return s.specs[row], true
}

func (s *MethodList) choose() {
	spec, ok := s.selected()
	session := s.host.Session()
	// While customers are still being gathered the choice stands all the same:
	// the run that follows finds out.
	if !ok || session.Trouble != nil || nobody(s.host.Printer(), session) != "" || len(s.missing(spec)) > 0 {
		return
	}
	session.Propose(session.Recipe.WithMethod(spec.ID), "method "+spec.ID)
	s.host.Go(Segments)
}

// missing names the inputs that a method needs and the data lacks.
func (s *MethodList) missing(spec seg.Spec) []string {
	c := s.host.Session().Customers
	if c == nil {
		return nil
	}
	var out []string
	for _, n := range seg.Missing(spec, c) {
		if n.Measure == "" {
			out = append(out, "number column")
		} else {
			out = append(out, string(n.Measure))
		}
	}
	return out
}

// toChoose names a parameter whose default column this data lacks, so that one
// must be chosen, if there is any.
func (s *MethodList) toChoose(spec seg.Spec) string {
	for _, p := range spec.Params {
		if p.Kind != seg.OneColumn {
			continue
		}
		if _, ok := s.host.Session().Customers.Lookup(p.Default.Word()); !ok {
			return p.Label.In(s.host.Printer())
		}
	}
	return ""
}

// methodRows is the catalogue as rows of a table.
type methodRows struct{ s *MethodList }

func (r methodRows) Len() int { return len(r.s.specs) }

func (r methodRows) Columns() []grid.Column {
	return []grid.Column{{Title: "Method"}, {Title: "Can run"}, {Title: "Family"}}
}

func (r methodRows) Text(row, col int) string {
	spec := r.s.specs[row]
	switch col {
	case 0:
		return spec.Name.In(r.s.host.Printer())
	case 2:
		return string(spec.Family)
	}
	session := r.s.host.Session()
	switch {
	case session.Recipe.Method == spec.ID:
		return "in force"
	case session.Customers == nil:
		return ""
	case session.Customers.Len() == 0:
		return "no customers"
	case len(r.s.missing(spec)) > 0:
		return "no " + strings.Join(r.s.missing(spec), ", ")
	case r.s.toChoose(spec) != "":
		return "choose " + r.s.toChoose(spec)
	}
	return "yes"
}

// View implements [Screen].
func (s *MethodList) View(t *theme.Theme) []string {
	left := s.list.View(t, true)
	return beside(t, left, sized(s.about(t, s.w-s.listWidth()-1), s.w-s.listWidth()-1, s.h))
}

// about tells what the selected method does, needs and takes.
func (s *MethodList) about(t *theme.Theme, w int) []string {
	spec, ok := s.selected()
	if !ok || w < 10 {
		return nil
	}
	pr := s.host.Printer()
	var out []string
	paragraph := func(ink theme.Ink, text string) {
		for _, line := range wrapped(text, w-2) {
			out = append(out, " "+inked(t, ink, line, w-1))
		}
	}
	if trouble := s.host.Session().Trouble; trouble != nil {
		paragraph(t.Warn, "! "+trouble.Error()+". "+remedy(trouble))
		out = append(out, "")
	}
	if why := nobody(pr, s.host.Session()); why != "" {
		paragraph(t.Warn, "! "+why)
		out = append(out, "")
	}
	paragraph(t.Title, spec.Name.In(pr)+" "+t.Glyphs.Dot+" "+spec.ID)
	paragraph(t.Plain, spec.Summary.In(pr))
	out = append(out, "")
	paragraph(t.Plain, spec.Rule.In(pr))
	out = append(out, "", " "+inked(t, t.Header, "Needs", w-1))
	for _, n := range spec.Needs {
		out = append(out, s.need(t, n, w))
	}
	out = append(out, "", " "+inked(t, t.Header, "Parameters", w-1))
	for _, p := range spec.Params {
		value := p.Format(p.Default)
		if p.Kind == seg.LineList {
			value = "…"
		}
		out = append(out, " "+fitted(t, " "+p.Label.In(pr), 14, cell.Left)+t.Paint(t.Accent, fitted(t, value, 10, cell.Left))+
			" "+inked(t, t.Faint, p.Help.In(pr), max(0, w-26)))
	}
	out = append(out, "")
	paragraph(t.Faint, "Source: "+spec.Source)
	return out
}

func (s *MethodList) need(t *theme.Theme, n seg.Need, w int) string {
	name := "number columns"
	mark, ink := t.Glyphs.Check, t.Good
	c := s.host.Session().Customers
	if c == nil {
		mark, ink = t.Glyphs.Uncheck, t.Faint
	}
	origin := ""
	if n.Measure != "" {
		name = string(n.Measure)
		if c != nil {
			if f, ok := c.Feature(n.Measure); ok {
				origin = f.Origin.In(s.host.Printer())
			} else {
				mark, ink, origin = t.Glyphs.Uncheck, t.Warn, "map a column to it under Roles (2)"
			}
		}
	} else if c != nil {
		count := len(c.Numeric())
		origin = model.P("%d to choose from", count).In(s.host.Printer())
		if count == 0 {
			mark, ink = t.Glyphs.Uncheck, t.Warn
		}
	}
	if origin == "" {
		origin = n.Why.In(s.host.Printer())
	}
	return "  " + t.Paint(ink, mark) + " " + fitted(t, name, 14, cell.Left) + " " + inked(t, t.Faint, origin, max(0, w-21))
}
