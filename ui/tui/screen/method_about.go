package screen

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/session"
	"custseg/ui/tui/theme"
)

// aboutMethod writes what a method does, needs and takes, in lines of w cells.
type aboutMethod struct {
	t       *theme.Theme
	pr      *message.Printer
	session *session.Session
	w       int
	out     []string
}

// about tells of the method under the pointer.
func (s *MethodList) about(t *theme.Theme, w int) []string {
	e, ok := s.selected()
	if !ok || w < 10 {
		return nil
	}
	a := &aboutMethod{t: t, pr: s.host.Printer(), session: s.host.Session(), w: w}
	a.trouble()
	a.items(s.items)
	a.head(e)
	a.heading(model.P("Rule"))
	a.text(0, t.Plain, e.Rule)
	a.needs(e.Needs)
	a.params(e.Params)
	a.heading(model.P("Source"))
	a.text(0, t.Faint, model.Raw(e.Source))
	return a.out
}

// text writes a phrase, some cells from the left.
func (a *aboutMethod) text(indent int, ink theme.Ink, p model.Phrase) {
	for _, l := range wrapped(p.In(a.pr), a.w-2-indent) {
		a.out = append(a.out, strings.Repeat(" ", 1+indent)+inked(a.t, ink, l, max(0, a.w-1-indent)))
	}
}

// marked writes a phrase behind a mark of three cells.
func (a *aboutMethod) marked(mark string, markInk, ink theme.Ink, p model.Phrase) {
	from := len(a.out)
	a.text(methodIndent, ink, p)
	if from < len(a.out) {
		a.out[from] = " " + a.t.Paint(markInk, fitted(a.t, mark, methodIndent-1, cell.Left)) + " " + strings.TrimPrefix(a.out[from], strings.Repeat(" ", 1+methodIndent))
	}
}

// methodIndent is the cells before what is said of a need: its mark and a space.
const methodIndent = 4

func (a *aboutMethod) heading(p model.Phrase) {
	a.out = append(a.out, "")
	a.text(0, a.t.Header, p)
}

// trouble says what keeps every method from running, and offers what would give
// some of them what they need.
func (a *aboutMethod) trouble() {
	before := len(a.out)
	if a.session.Trouble != nil {
		a.text(0, a.t.Warn, model.P("! %s", TroubleText(a.pr, a.session)))
	}
	if why := nobody(a.pr, a.session); why != "" {
		a.text(0, a.t.Warn, model.P("! %s", why))
	}
	if len(a.out) > before {
		a.out = append(a.out, "")
	}
}

// items says which columns look like items, and which key makes them so.
func (a *aboutMethod) items(found *pipeline.Items) {
	if found != nil {
		a.text(0, a.t.Accent, model.P("I gives them the role item: %s.", found.Why(a.session.Data())))
		a.out = append(a.out, "")
	}
}

// head says what the method is called and does, and whether it suits and can
// run.
func (a *aboutMethod) head(e methodEntry) {
	title := model.P("%s %s %s", e.Name, a.t.Glyphs.Dot, e.ID)
	if a.session.Recipe.Method == e.ID {
		title = model.P("%s %s in force", title, a.t.Glyphs.Dot)
	}
	a.text(0, a.t.Title, title)
	a.text(0, a.t.Plain, e.Summary)
	c := a.session.Customers
	switch {
	case c == nil || c.Len() == 0: // trouble tells why
	case !e.can:
		a.out = append(a.out, "")
		for _, n := range e.missing {
			a.marked("!", a.t.Warn, a.t.Warn, model.P("This data has no %s: %s.", needLabel(n), needRemedy(n, c)))
		}
		if !e.offered.Empty() {
			a.text(methodIndent, a.t.Accent, model.P("Or press Enter and choose %s among the parameters.", e.offered))
		}
	case !e.why.Empty():
		a.out = append(a.out, "")
		a.text(0, a.t.Good, model.P("It suits this data: %s.", e.why))
	}
	if p, ok := a.toChoose(e.Spec); ok {
		a.text(0, a.t.Warn, model.P("Choose %s among the parameters once it runs: this data has no %s.", p.Label, model.Raw(p.Default.Word())))
	}
}

// toChoose is the first parameter whose default column the customers lack, so
// that one must be chosen.
func (a *aboutMethod) toChoose(spec seg.Spec) (seg.Param, bool) {
	c := a.session.Customers
	if c == nil || len(seg.Missing(spec, c)) > 0 {
		return seg.Param{}, false
	}
	for _, p := range spec.Params {
		if p.Kind != seg.OneColumn || len(p.When) > 0 {
			continue
		}
		_, found := c.Lookup(p.Default.Word())
		if _, is := c.Feature(model.Measure(p.Default.Word())); !found && !is {
			return p, true
		}
	}
	return seg.Param{}, false
}

// needs lists the inputs: which are there and from where, and what would give
// the others.
func (a *aboutMethod) needs(needs []seg.Need) {
	a.heading(model.P("Needs"))
	c := a.session.Customers
	for _, n := range needs {
		label := needLabel(n)
		if n.Optional {
			label = model.P("%s (optional)", label)
		}
		if c == nil {
			a.marked(a.t.Glyphs.Uncheck, a.t.Faint, a.t.Plain, label)
			a.text(methodIndent, a.t.Faint, n.Why)
			continue
		}
		origins := needOrigins(n, c)
		switch {
		case n.Met(c):
			a.marked(a.t.Glyphs.Check, a.t.Good, a.t.Plain, label)
		case n.Optional:
			a.marked(a.t.Glyphs.Uncheck, a.t.Faint, a.t.Faint, label)
		default:
			a.marked(a.t.Glyphs.Uncheck, a.t.Warn, a.t.Warn, label)
		}
		for _, o := range origins {
			a.text(methodIndent, a.t.Good, o)
		}
		a.text(methodIndent, a.t.Faint, n.Why)
		if !n.Met(c) && !n.Optional {
			a.text(methodIndent, a.t.Warn, needRemedy(n, c))
		}
	}
}

// params lists the parameters with their defaults, ranges and options.
func (a *aboutMethod) params(params []seg.Param) {
	a.heading(model.P("Parameters"))
	for _, p := range params {
		value := p.Format(p.Default)
		if p.Kind == seg.LineList {
			value = a.t.Glyphs.Ellipsis
		}
		line := model.P("%s = %s", p.Label, model.Raw(value))
		if value == "" {
			line = p.Label
		}
		if fits := p.Range(); fits != "" && p.Kind != seg.Choice && p.Kind != seg.CutList {
			line = model.P("%s (%s)", line, model.Raw(fits))
		}
		a.text(1, a.t.Accent, line)
		a.text(3, a.t.Plain, p.Help)
		for _, o := range p.Options {
			a.text(3, a.t.Faint, model.P("%s: %s", model.Raw(o.ID), o.Label))
		}
	}
}
