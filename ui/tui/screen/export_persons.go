package screen

import (
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/form"
	"custseg/ui/tui/theme"
)

// exportPersons remembers which columns of the data name persons, as finding out
// takes a look at all values.
type exportPersons struct {
	data    *model.Dataset
	roles   []model.Assignment
	found   export.Persons
	trouble error
}

// of finds the columns of data under roles.
func (p *exportPersons) of(d *model.Dataset, roles []model.Assignment) (export.Persons, error) {
	if p.data != d || !slices.Equal(p.roles, roles) {
		p.data, p.roles = d, roles
		p.found, p.trouble = export.FindPersons(d, roles)
	}
	return p.found, p.trouble
}

// disclosed are the columns that have to do with persons, with what is told of each; none
// before data is open. A column that the privacy names and the data has not is
// forgotten.
func (s *ExportView) disclosed() []export.ColumnPrivacy {
	session := s.host.Session()
	if session.Data() == nil {
		return nil
	}
	found, err := s.persons.of(session.Data(), session.Recipe.Roles)
	if err != nil {
		return nil
	}
	p := &s.options.privacy
	for name := range p.Columns {
		if _, _, ok := session.Data().FindColumn(name); !ok {
			*p = p.With(name, "")
		}
	}
	columns, err := found.Tell(*p)
	if err != nil {
		return nil
	}
	return columns
}

// idsField is the field of the ids of customers, whatever they are called.
const idsField = exportColumn + ":ids"

// personFields are the fields about what is told of persons: of all columns that
// name them, of each, and what else is left out.
func (s *ExportView) personFields() []form.Field {
	pr, privacy := s.host.Printer(), s.options.privacy
	all := form.Field{ID: exportPersonsField, Label: say(pr, "persons"), Kind: form.Choice, Value: string(model.KeepColumn), Changed: privacy.Masks(), Choices: s.disclosures(),
		Help: say(pr, "What the file tells of names, phones, e-mails, addresses and the like. Anything but keep hashes ids with a key that nobody keeps.")}
	if privacy.Masks() {
		all.Value = string(privacy.Default)
	}
	fields := []form.Field{all}
	seen := map[string]bool{}
	for _, c := range s.disclosed() {
		id := fieldOfColumn(c)
		if seen[id] || !c.ID && !c.Personal {
			continue
		}
		seen[id] = true
		_, chosen := privacy.Columns[c.Header]
		f := form.Field{ID: id, Label: "  " + cell.Clean(c.Header), Kind: form.Choice, Value: string(c.Told), Changed: chosen, Choices: s.disclosures(),
			Help: say(pr, "What the file tells of this column: all, nothing, that there is a value, or a hash by which equal values are known.")}
		if c.ID {
			f.Label, f.Choices = say(pr, "  ids"), slices.DeleteFunc(f.Choices, func(o form.Option) bool { return o.ID == string(model.MaskColumn) })
			f.Help = say(pr, "The ids of customers. Hashes differ from file to file, as their key is not kept.")
		}
		fields = append(fields, f)
	}
	return append(fields, s.furtherField(exportMaskedToo, say(pr, "mask too"), model.MaskColumn, say(pr, "Further columns that name persons, for no recognition is whole: the file tells that there is a value. Enter lists them.")),
		s.furtherField(exportLeftOut, say(pr, "leave out"), model.DropColumn, say(pr, "Further columns that the file is to tell nothing of. Enter lists them.")))
}

// fieldOfColumn is the id of the field of a column: those of a header share one.
func fieldOfColumn(c export.ColumnPrivacy) string {
	if c.ID {
		return idsField
	}
	return exportColumn + c.Header
}

// disclosures are what can be told of a column.
func (s *ExportView) disclosures() []form.Option {
	var out []form.Option
	for _, d := range model.Disclosures() {
		out = append(out, form.Option{ID: string(d), Label: say(s.host.Printer(), string(d))})
	}
	return out
}

// furtherField is a field of further columns of which the file tells less.
func (s *ExportView) furtherField(id, label string, told model.Disclosure, help string) form.Field {
	f := form.Field{ID: id, Label: label, Kind: form.Columns, Help: help}
	var out []string
	for _, name := range s.ordinary() {
		f.Choices = append(f.Choices, form.Option{ID: name, Label: cell.Clean(name)})
		if s.options.privacy.Columns[name] == told {
			out = append(out, name)
		}
	}
	f.Value, f.Changed = form.Join(out), len(out) > 0
	if len(f.Choices) == 0 {
		f.Disabled = say(s.host.Printer(), "There is no other column.")
	}
	return f
}

// ordinary are the headers of the columns that neither name persons nor hold ids:
// those of the customers, and every column of text.
func (s *ExportView) ordinary() []string {
	session := s.host.Session()
	if session.Customers == nil {
		return nil
	}
	personal := map[string]bool{}
	for _, c := range s.disclosed() {
		personal[c.Header] = c.ID || c.Personal
	}
	var out []string
	for _, a := range session.Customers.Attributes() {
		if !personal[a.Header] && !slices.Contains(out, a.Header) {
			out = append(out, a.Header)
		}
	}
	for _, table := range session.Data().Tables {
		for _, c := range table.Columns() {
			if c.Kind() == model.Text && !personal[c.Name()] && !slices.Contains(out, c.Name()) {
				out = append(out, c.Name())
			}
		}
	}
	return out
}

// setPrivacy takes over a change of a field about persons.
func (s *ExportView) setPrivacy(c form.Change) {
	p := &s.options.privacy
	told := model.Disclosure(c.Value)
	switch {
	case c.ID == exportPersonsField:
		if p.Default = told; c.Reset || told == model.KeepColumn {
			p.Default = ""
		}
	case c.ID == exportLeftOut:
		s.setFurther(form.Split(c.Value), model.DropColumn)
	case c.ID == exportMaskedToo:
		s.setFurther(form.Split(c.Value), model.MaskColumn)
	case strings.HasPrefix(c.ID, exportColumn):
		for _, of := range s.disclosed() {
			if fieldOfColumn(of) != c.ID {
				continue
			}
			if c.Reset || told == s.usual(of) {
				*p = p.With(of.Header, "")
			} else {
				*p = p.With(of.Header, told)
			}
		}
	}
}

// setFurther says of the wanted ones among the ordinary columns what is told of
// them, and takes it back of the others.
func (s *ExportView) setFurther(wanted []string, told model.Disclosure) {
	p := &s.options.privacy
	for _, name := range s.ordinary() {
		switch {
		case slices.Contains(wanted, name):
			*p = p.With(name, told)
		case p.Columns[name] == told:
			*p = p.With(name, "")
		}
	}
}

// usual is what is told of a column about which nothing is said.
func (s *ExportView) usual(c export.ColumnPrivacy) model.Disclosure {
	switch p := s.options.privacy; {
	case !p.Masks():
		return model.KeepColumn
	case c.ID:
		return model.HashColumn
	default:
		return p.Default
	}
}

// privacyLines says what the file tells of persons.
func (s *ExportView) privacyLines(t *theme.Theme, w int) []string {
	c, pr := s.contents, s.host.Printer()
	var out []string
	line := func(ink theme.Ink, text string) {
		for _, l := range wrapped(text, w-2) {
			out = append(out, " "+inked(t, ink, l, w-1))
		}
	}
	single := s.options.format == "xlsx" || s.options.format == "csv" // tells of single customers
	hidden := s.options.privacy.Hides()
	out = append(out, "")
	switch {
	case !single && hidden:
		line(t.Plain, say(pr, "Nothing of single customers, and no folders of the files read."))
	case !single && s.options.format == "json":
		line(t.Plain, say(pr, "Nothing of single customers; the paths of the files read are in it."))
	case !single:
		line(t.Plain, say(pr, "Nothing of single customers."))
	case len(c.kept) > 0:
		line(t.Warn, "! "+say(pr, "Personal data as it is: %s. Persons, above, hides it.", strings.Join(c.kept, ", ")))
	}
	for _, way := range []struct {
		names []string
		says  string
	}{{c.masked, "Masked: %s"}, {c.hashed, "Hashed: %s"}, {c.dropped, "Left out: %s"}} {
		if len(way.names) > 0 && single {
			line(t.Plain, say(pr, way.says, strings.Join(way.names, ", ")))
		}
	}
	return out
}
