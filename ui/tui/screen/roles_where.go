package screen

import (
	"errors"
	"strings"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/theme"
)

// setWhere segments only the customers who pass a filter, all when it is empty.
func (s *RolesView) setWhere(text string) error {
	return proposeWhere(s.host, text)
}

// proposeWhere puts a filter of customers in force, or takes the one there is
// away. An error says what is wrong with it.
func proposeWhere(host Host, text string) error {
	session, pr := host.Session(), host.Printer()
	where, err := pipeline.ParseWhere(text)
	if err == nil && where != "" && session.Customers != nil {
		var e filter.Expr
		if e, err = filter.Parse(where); err == nil {
			err = filter.Check(e, pipeline.WhereColumns(session.Customers))
		}
	}
	switch wrong, ok := filterError(err); {
	case ok:
		return errors.New(say(pr, "%s", wrong.Text))
	case err != nil:
		return err
	}
	name := say(pr, "only customers with %s", where)
	if where == "" {
		name = say(pr, "all customers")
	}
	session.Propose(session.Recipe.WithWhere(where), name)
	return nil
}

// completeWhere goes on with the filter that is being typed by the first way
// there is.
func (s *RolesView) completeWhere() {
	text := s.asking.line.Text()
	if c := s.whereOptions(); len(c.Options) > 0 {
		text = text[:c.From] + c.Options[0]
		if !strings.HasSuffix(text, "(") {
			text += " "
		}
		s.asking.line = form.NewLine(text)
	}
}

// whereOptions are the ways to go on with the filter that is being typed. They
// show no personal data that is hidden.
func (s *RolesView) whereOptions() filter.Completion {
	session := s.host.Session()
	if session.Customers == nil {
		return filter.Completion{}
	}
	seen := session.Customers.WithAttributes(func(a model.Attribute) bool { return session.Personal || !a.Personal })
	return filter.Complete(s.asking.line.Text(), pipeline.WhereColumns(seen), optionsOffered)
}

// whereLines draw the text field for a filter, and above it how it may go on or
// what is wrong.
func (s *RolesView) whereLines(t *theme.Theme) []string {
	pr := s.host.Printer()
	label := " " + say(pr, s.asking.kind.label()) + " "
	input := t.Paint(t.Key, label) + s.asking.line.View(t, max(1, s.w-cell.Width(label)), true)
	if s.asking.err != "" {
		return []string{inked(t, t.Error, " ! "+s.asking.err, s.w), input}
	}
	text := " " + say(pr, s.asking.kind.hint())
	var words []string
	for _, o := range s.whereOptions().Options {
		words = append(words, shortWord(t, o))
	}
	if len(words) > 0 && s.asking.line.Text() != "" {
		text = " " + say(pr, "Tab: %s", strings.Join(words, "  "))
	}
	return []string{inked(t, t.Faint, text, s.w), input}
}
