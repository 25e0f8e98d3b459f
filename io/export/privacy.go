package export

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/filter"
)

// ColumnPrivacy is a column of the data that has to do with persons, and what a
// file tells of it.
type ColumnPrivacy struct {
	Table, Column int
	Header        string
	ID            bool // it holds the ids of customers
	Personal      bool // it names persons, by its role, header or values, or may
	FreeText      bool // it is Personal as remarks are, of which nobody knows whom they name
	Told          model.Disclosure
	Partly        bool // it is kept, but for words of hidden columns and the like that stand in it
}

// Columns lists the columns that hold ids or name persons, and those about which
// the privacy says something, as [Persons.Tell] does.
func Columns(d Document, privacy model.Privacy) ([]ColumnPrivacy, error) {
	p, err := FindPersons(d.Dataset, d.Recipe.Roles)
	if err != nil {
		return nil, err
	}
	return p.Tell(privacy)
}

// Persons is what columns of a dataset have to do with persons. To find out takes
// a look at all values.
type Persons struct {
	data    *model.Dataset
	columns [][]ColumnPrivacy // by table and column
}

// FindPersons finds the columns that hold ids or name persons. The error is that
// of roles that do not fit the data.
func FindPersons(d *model.Dataset, assigned []model.Assignment) (Persons, error) {
	roles, err := d.Assign(assigned)
	if err != nil {
		return Persons{}, err
	}
	out := Persons{d, make([][]ColumnPrivacy, len(d.Tables))}
	for t, table := range d.Tables {
		for i, c := range table.Columns() {
			p := ColumnPrivacy{Table: t, Column: i, Header: c.Name(), ID: roles.Column(t, model.CustomerID) == i}
			p.FreeText = !p.ID && d.FreeText(roles, t, i)
			p.Personal = p.FreeText || !p.ID && namesPersons(d, roles, t, i)
			out.columns[t] = append(out.columns[t], p)
		}
	}
	return out, nil
}

// Tell lists the columns that hold ids or name persons, and those about which a
// privacy says something, in the order of the tables. The error names a column of
// the privacy that there is not.
func (p Persons) Tell(privacy model.Privacy) ([]ColumnPrivacy, error) {
	chosen, err := chosenColumns(p.data, privacy)
	if err != nil {
		return nil, err
	}
	var out []ColumnPrivacy
	for t := range p.columns {
		for i, p := range p.columns[t] {
			told, named := chosen[[2]int{t, i}]
			if !p.ID && !p.Personal && !named {
				continue
			}
			p.Told = model.KeepColumn
			switch {
			case named:
				p.Told = told
			case p.ID && privacy.Masks():
				p.Told = model.HashColumn
			case p.Personal && privacy.Masks():
				p.Told = privacy.Default
			}
			if p.ID && p.Told == model.MaskColumn { // ids that are all alike would tell nobody from nobody
				p.Told = model.HashColumn
			}
			out = append(out, p)
		}
	}
	return out, nil
}

// namesPersons reports whether a column that holds no ids in force names persons:
// that of ids which another column replaced, or was taken before, does too.
func namesPersons(d *model.Dataset, roles model.RoleMap, table, column int) bool {
	_, bound := roles.Of(table, column)
	return d.Personal(roles, table, column) || !bound && model.NamesCustomers(d.Tables[table].Column(column).Name()) || slices.ContainsFunc(d.Guesses, func(g model.Guess) bool {
		return g.Table == table && g.Column == column && g.Role == model.CustomerID
	})
}

// chosenColumns finds the columns about which a privacy says something: a header
// is that of every table which has it, unless one is named.
func chosenColumns(d *model.Dataset, privacy model.Privacy) (map[[2]int]model.Disclosure, error) {
	out := map[[2]int]model.Disclosure{}
	var ofOne []string
	for _, name := range slices.Sorted(maps.Keys(privacy.Columns)) {
		found := false
		for t, table := range d.Tables {
			if c := findHeader(table, name); c >= 0 {
				out[[2]int{t, c}], found = privacy.Columns[name], true
			}
		}
		if !found {
			ofOne = append(ofOne, name)
		}
	}
	for _, name := range ofOne { // these come over the choices for all tables
		t, c, ok := d.FindColumn(name)
		if !ok {
			return nil, noSuchColumn(d, name)
		}
		out[[2]int{t, c}] = privacy.Columns[name]
	}
	return out, nil
}

// noSuchColumn is the error of a privacy that speaks of a column there is not,
// with the nearest name that there is.
func noSuchColumn(d *model.Dataset, name string) error {
	headers := headersOf(d)
	meant := ""
	if near := filter.Nearest(name, headers); near != "" {
		meant = fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Errorf("no column %q whose privacy could be chosen%s; the columns are: %s", name, meant, strings.Join(headers, ", "))
}

// CheckPrivacy reports the first column of a privacy that the data has not.
func CheckPrivacy(d *model.Dataset, privacy model.Privacy) error {
	_, err := chosenColumns(d, privacy)
	return err
}

// findHeader finds a column by its header alone: a position is that of one table.
func findHeader(t *model.Table, name string) int {
	c := t.Find(name)
	if c >= 0 && !strings.EqualFold(strings.TrimSpace(t.Column(c).Name()), strings.TrimSpace(name)) {
		return -1
	}
	return c
}

// headersOf lists the headers of all tables, each once.
func headersOf(d *model.Dataset) []string {
	var out []string
	for _, t := range d.Tables {
		for _, c := range t.Columns() {
			if !slices.Contains(out, c.Name()) {
				out = append(out, c.Name())
			}
		}
	}
	return out
}

// MaskedColumns lists the headers of the columns whose values a privacy hides, in
// the order of the tables, none twice. Customer ids are not among them. The error
// is that of [Columns].
func MaskedColumns(d Document, privacy model.Privacy) ([]string, error) {
	columns, err := Columns(d, privacy)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, c := range columns {
		if !c.ID && c.Told != model.KeepColumn && !slices.Contains(out, c.Header) {
			out = append(out, c.Header)
		}
	}
	return out, nil
}

// word says of a column how it is written.
func (c ColumnPrivacy) word() model.Phrase {
	switch c.Told {
	case model.DropColumn:
		return model.P("dropped: the column is left out")
	case model.MaskColumn:
		return model.P("masked: that there is a value, and no more")
	case model.HashColumn:
		return model.P("hashed: equal values have equal hashes")
	}
	if c.Partly {
		return model.P("kept, but for names and numbers that are hidden elsewhere, which are hashed in it")
	}
	return model.P("kept as it is")
}

// what says why a column is listed.
func (c ColumnPrivacy) what() model.Phrase {
	switch {
	case c.ID:
		return model.P("customer ids")
	case c.FreeText:
		return model.P("free text, which may name persons")
	case c.Personal:
		return model.P("names persons")
	case c.Partly:
		return model.P("words of columns that are hidden")
	}
	return model.P("chosen")
}

// privacyJSON is a column that has to do with persons, and what the file tells of
// it.
type privacyJSON struct {
	Table    string           `json:"table"`
	Column   string           `json:"column"`
	ID       bool             `json:"customer_id,omitempty"`
	Personal bool             `json:"personal,omitempty"`
	FreeText bool             `json:"free_text,omitempty"`
	Told     model.Disclosure `json:"written"`
	Partly   bool             `json:"words_hashed,omitempty"` // kept, but for what is hidden elsewhere
}

// persons lists the columns that have to do with persons.
func (v *view) persons() ([]ColumnPrivacy, error) {
	if v.mask != nil {
		return v.mask.toldColumns(), nil
	}
	return Columns(Document{Dataset: v.data, Recipe: v.recipe}, model.Privacy{})
}

func (v *view) privacyJSON() ([]privacyJSON, error) {
	columns, err := v.persons()
	var out []privacyJSON
	for _, c := range columns {
		out = append(out, privacyJSON{v.data.Tables[c.Table].Name, c.Header, c.ID, c.Personal, c.FreeText, c.Told, c.Partly})
	}
	return out, err
}

// PrivacyLines says of the columns that have to do with persons how they are
// written, a way a line.
func PrivacyLines(columns []ColumnPrivacy, pr *message.Printer) []string {
	var out []string
	for _, told := range model.Disclosures() {
		for _, partly := range []bool{false, true} {
			var names []string
			var one ColumnPrivacy
			for _, c := range columns {
				if c.Told == told && c.Partly == partly && !slices.Contains(names, c.Header) {
					names, one = append(names, c.Header), c
				}
			}
			if len(names) > 0 {
				out = append(out, model.P("%s: %s.", strings.Join(names, ", "), one.word()).In(pr))
			}
		}
	}
	return out
}
