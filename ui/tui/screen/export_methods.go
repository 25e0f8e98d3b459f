package screen

import (
	"errors"
	"slices"
	"strconv"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/form"
)

// methodFields is the field of the methods that the file holds, none before one is
// chosen. A method that is marked stays when another is chosen.
func (s *ExportView) methodFields() []form.Field {
	r, pr := s.host.Session().Recipe, s.host.Printer()
	if r.Method == "" {
		return nil
	}
	f := form.Field{ID: exportMethods, Label: say(pr, "methods"), Kind: form.Columns, Changed: len(r.Also) > 0,
		Help: say(pr, "Methods that are marked stay in the file when you choose another one. a marks the one of now; Enter lists them.")}
	var marked []string
	for i, c := range s.offered() {
		id := strconv.Itoa(i + 1)
		f.Choices = append(f.Choices, form.Option{ID: id, Label: id + " " + s.title(c)})
		if slices.ContainsFunc(r.Also, c.Equal) {
			marked = append(marked, id)
		}
	}
	f.Value = form.Join(marked)
	if s.options.format == "sql" {
		f.Disabled = say(pr, "A query is of one method, the one of now.")
	}
	return []form.Field{f}
}

// offered are the method of now and those marked to stay, each once.
func (s *ExportView) offered() []model.Choice { return s.host.Session().Recipe.Choices() }

// title names a method for its reader.
func (s *ExportView) title(c model.Choice) string {
	m, err := seg.Lookup(c.Method)
	if err != nil {
		return c.Method
	}
	return m.Spec().Name.In(s.host.Printer())
}

// methodTitles names the methods of the file.
func (s *ExportView) methodTitles() []string {
	var out []string
	for _, c := range s.offered() {
		out = append(out, s.title(c))
	}
	return out
}

// setMethods marks the methods of places among those offered, as a change that
// undo takes back.
func (s *ExportView) setMethods(ids []string) {
	r := s.host.Session().Recipe
	for i, c := range s.offered() {
		if slices.Contains(ids, strconv.Itoa(i+1)) {
			r = r.WithAlso(c)
		} else {
			r = r.WithoutAlso(c)
		}
	}
	s.host.Session().Propose(r, say(s.host.Printer(), "methods of the file"))
}

// keepMethod marks the method of now, so that the file holds it beside the next.
func (s *ExportView) keepMethod() {
	session, pr := s.host.Session(), s.host.Printer()
	session.Propose(session.Recipe.WithAlso(session.Recipe.First()), say(pr, "keep %s in the file", session.Recipe.Method))
	s.settle()
	s.host.Say(say(pr, "%s stays in the file: choose another method (3), and both are written", s.title(session.Recipe.First())))
}

// whyNoMethod says why the method of now cannot be marked.
func (s *ExportView) whyNoMethod() string {
	r, pr := s.host.Session().Recipe, s.host.Printer()
	switch {
	case r.Method == "":
		return say(pr, "There are no segments yet: choose a method first (3).")
	case slices.ContainsFunc(r.Also, r.First().Equal):
		return say(pr, "This result is in the file already.")
	}
	return ""
}

// exportNoSQL remembers why a result cannot be written as a query, as finding out
// places every customer by the rule.
type exportNoSQL struct {
	of      *model.Segmentation
	where   string
	dialect string
	privacy model.Privacy
	why     string
}

// whyNoSQL says why the result cannot be written as a query, nothing when it can.
func (s *ExportView) whyNoSQL() string {
	result, o, pr := s.host.Session().Result, s.options, s.host.Printer()
	if result == nil {
		return ""
	}
	if len(s.offered()) > 1 {
		return say(pr, "A query is of one method: unmark the others under methods.")
	}
	k := &s.noSQL
	if k.of != result.Segmentation || k.dialect != o.dialect || !k.privacy.Equal(o.privacy) || k.where != result.Recipe.Where {
		*k = exportNoSQL{of: result.Segmentation, dialect: o.dialect, privacy: o.privacy, where: result.Recipe.Where}
		if err := export.Check("query.sql", result.Document(pr), o.writing()); errors.Is(err, export.ErrNoSQL) {
			k.why = errors.Unwrap(err).Error()
		}
	}
	return k.why
}
