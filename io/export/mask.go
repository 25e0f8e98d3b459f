package export

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

// masked stands for a value that names a person.
const masked = "masked"

// masker replaces what tells who a customer is. A nil masker replaces nothing.
type masker struct {
	key      []byte
	given    bool // the key was given, not made up
	roles    model.RoleMap
	data     *model.Dataset
	personal []string        // headers of the columns that are hidden
	hidden   map[[2]int]bool // the same by table and column
	headers  map[string]bool
	known    vocabulary
}

// MaskedColumns lists the headers of the columns whose values a mask hides, in
// the order of the tables, none twice. Customer ids are not among them: they are
// hashed. The error is that of roles that do not fit the data.
func MaskedColumns(d Document) ([]string, error) {
	roles, err := d.Dataset.Assign(d.Recipe.Roles)
	if err != nil {
		return nil, err
	}
	var out []string
	for t, table := range d.Dataset.Tables {
		for i, c := range table.Columns() {
			if hides(d.Dataset, roles, t, i) && !slices.Contains(out, c.Name()) {
				out = append(out, c.Name())
			}
		}
	}
	return out, nil
}

// hides reports whether a mask hides the values of a column: those that name
// persons, and ids of customers that another column replaced as the id.
func hides(d *model.Dataset, roles model.RoleMap, table, column int) bool {
	if roles.Column(table, model.CustomerID) == column {
		return false
	}
	return d.Personal(roles, table, column) || slices.ContainsFunc(d.Guesses, func(g model.Guess) bool {
		return g.Table == table && g.Column == column && g.Role == model.CustomerID
	})
}

// newMasker makes a masker for the document's data. An empty salt means a
// random key.
func newMasker(d Document, salt []byte) (*masker, error) {
	roles, err := d.Dataset.Assign(d.Recipe.Roles)
	if err != nil {
		return nil, err
	}
	m := &masker{key: salt, given: len(salt) > 0, roles: roles, data: d.Dataset, headers: map[string]bool{}, hidden: map[[2]int]bool{}}
	if !m.given {
		m.key = make([]byte, sha256.Size)
		rand.Read(m.key) // never fails
	}
	for t, table := range d.Dataset.Tables {
		for i, c := range table.Columns() {
			m.headers[c.Name()] = true
			switch {
			case hides(d.Dataset, roles, t, i):
				m.hidden[[2]int{t, i}] = true
				if !slices.Contains(m.personal, c.Name()) {
					m.personal = append(m.personal, c.Name())
				}
				m.known.add(c)
			case roles.Column(t, model.CustomerID) == i:
				m.known.add(c)
			}
		}
	}
	return m, nil
}

// hides reports whether a column names persons.
func (m *masker) hides(table, column int) bool { return m.hidden[[2]int{table, column}] }

// hidesAttribute reports whether an attribute names persons.
func (m *masker) hidesAttribute(a model.Attribute) bool {
	if m == nil {
		return false
	}
	table := m.data.Tables[a.Table]
	column := table.Find(a.Name())
	if column < 0 { // of two tables' equal headers one goes under table:header
		column = table.Find(strings.TrimPrefix(a.Name(), table.Name+":"))
	}
	return a.Personal || column >= 0 && m.hides(a.Table, column)
}

// hidesNamed reports whether the name is that of an attribute of the customers
// which is masked, and not of a measure.
func (m *masker) hidesNamed(c *model.Customers, name string) bool {
	_, measured := c.Feature(model.Measure(name))
	return !measured && slices.ContainsFunc(c.Attributes(), func(a model.Attribute) bool {
		return strings.EqualFold(a.Name(), name) && m.hidesAttribute(a)
	})
}

// note says which columns are hidden.
func (m *masker) note() model.Phrase {
	return model.P("The values of these columns are hidden: %s.", strings.Join(m.personal, ", "))
}

// lines says what the mask does, in sentences.
func (m *masker) lines() []model.Phrase {
	out := []model.Phrase{model.P("Customer ids are replaced by a keyed hash (HMAC-SHA-256); rows are in the order of the hashes.")}
	if len(m.personal) > 0 {
		out = append(out, m.note())
	}
	if m.given {
		return append(out, model.P("The key was given by the writer: with the same key an id has the same hash in another file."))
	}
	return append(out, model.P("The key was random and is not kept: hashes differ from file to file."))
}

// token is the keyed hash of an id or of another word that tells who somebody
// is: HMAC-SHA-256, 64 bits of it, so that a million customers stay apart.
func (m *masker) token(s string) string {
	h := hmac.New(sha256.New, m.key)
	h.Write([]byte(s))
	return "id-" + hex.EncodeToString(h.Sum(nil)[:8])
}

// ids returns the ids of all customers, hashed unless m is nil.
func (m *masker) ids(c *model.Customers) model.Column {
	ids := c.IDs()
	if m == nil {
		return ids
	}
	codes, words := make([]int32, c.Len()), make([]string, c.Len())
	for i := range codes {
		codes[i], words[i] = int32(i), m.token(c.ID(i))
	}
	return model.NewTexts(ids.Name(), codes, words)
}

// order returns the customers sorted by their hashed ids: the order of the ids
// themselves would tell a reader who knows them all which is which. It is nil
// for customers in their own order.
func (m *masker) order(ids model.Column) []int32 {
	if m == nil {
		return nil
	}
	rows := make([]int32, ids.Len())
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortFunc(rows, func(a, b int32) int { return strings.Compare(ids.Text(int(a)), ids.Text(int(b))) })
	return rows
}

// text hides known words in a text that is not a phrase.
func (m *masker) text(s string) string {
	if m == nil {
		return s
	}
	return m.known.replace(s, m.token, false)
}

// words hides known words in the dictionary of a text column; other columns
// pass.
func (m *masker) words(c model.Column) model.Column {
	texts, ok := c.(*model.Texts)
	if m == nil || !ok {
		return c
	}
	dict := make([]string, len(texts.Dict))
	for i, w := range texts.Dict {
		dict[i] = m.text(w)
	}
	return model.NewTexts(texts.Name(), texts.Codes, dict)
}

// phrase hides known words in a phrase. Numbers written as text are hidden only
// with numbers, as in a rule they are cuts and not ids.
func (m *masker) phrase(p model.Phrase, numbers bool) model.Phrase {
	switch {
	case m == nil:
		return p
	case len(p.Args) == 0 && (m.known.words[p.Key] || numbers && m.known.numbers[p.Key]): // a value that stands for a name
		return model.Raw(m.token(p.Key))
	}
	return mapTexts(p, func(s string) string { return m.known.replace(s, m.token, numbers) })
}

// quoted hides all that a phrase quotes, but for column headers: it speaks of
// records that no column holds, or of a column that is hidden.
func (m *masker) quoted(p model.Phrase) model.Phrase {
	if m == nil {
		return p
	}
	return mapTexts(p, func(s string) string {
		if m.headers[s] {
			return s
		}
		return masked
	})
}

// finding hides what a finding must not quote.
func (m *masker) finding(f model.Finding) model.Phrase {
	if m == nil || f.Table < 0 || f.Column < 0 {
		return m.phrase(f.Text, true)
	}
	if m.hides(f.Table, f.Column) || m.roles.Column(f.Table, model.CustomerID) == f.Column {
		return m.quoted(f.Text)
	}
	return m.phrase(f.Text, true)
}

// record hides a record of a file.
func (m *masker) record(s string) string {
	if m == nil || s == "" {
		return s
	}
	return masked
}

// path hides the folders of a file, which often carry the user's name.
func (m *masker) path(s string) string {
	if m == nil {
		return s
	}
	return filepath.Base(s)
}

// recipe hides folders and known words in a recipe.
func (m *masker) recipe(r model.Recipe) model.Recipe {
	if m == nil {
		return r
	}
	r.Sources = slices.Clone(r.Sources)
	for i := range r.Sources {
		r.Sources[i].Path = m.path(r.Sources[i].Path)
	}
	r.Where = m.text(r.Where)
	r.Params = m.settings(r.Params)
	r.Also = slices.Clone(r.Also)
	for i, c := range r.Also {
		r.Also[i].Params = m.settings(c.Params)
	}
	r.Snapshot = nil // it is made anew, see view.savedRecipe
	return r
}

// settings hides known words in parameters.
func (m *masker) settings(of model.Settings) model.Settings {
	params := model.Settings{}
	for name, v := range of {
		switch v.Kind() {
		case model.WordVal:
			v = model.Word(m.text(v.Word()))
		case model.WordsVal:
			words := v.Words()
			for i, w := range words {
				words[i] = m.text(w)
			}
			v = model.Words(words...)
		}
		params[name] = v
	}
	return params
}

// mapTexts changes the texts a phrase speaks of, and the phrases within it.
// Numbers stay, as verbs need them.
func mapTexts(p model.Phrase, change func(string) string) model.Phrase {
	args := make([]any, len(p.Args))
	for i, a := range p.Args {
		switch a := a.(type) {
		case string:
			args[i] = change(a)
		case []string:
			list := make([]string, len(a))
			for j, s := range a {
				list[j] = change(s)
			}
			args[i] = list
		case error:
			args[i] = change(a.Error())
		case model.Phrase:
			args[i] = mapTexts(a, change)
		default:
			args[i] = a
		}
	}
	return model.Phrase{Key: p.Key, Args: args}
}
