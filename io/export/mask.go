package export

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"custseg/model"
)

// masked stands for a value that is not told.
const masked = "masked"

// masker replaces what tells who a customer is. A nil masker replaces nothing.
type masker struct {
	key      []byte
	given    bool // the key was given, not made up
	data     *model.Dataset
	columns  []ColumnPrivacy
	told     map[[2]int]model.Disclosure // of the columns that are not kept
	ids      model.Disclosure            // of the ids of customers
	rest     model.Disclosure            // of what names persons and is no column of the data
	personal []string                    // headers of the columns that are hidden, but for ids
	headers  map[string]bool
	known    vocabulary
	// elsewhere is what of it is looked for in columns that are kept: without the
	// words of categories, which many share and which stand in any text.
	elsewhere vocabulary
	reached   func() map[[2]int]bool // the columns that are kept but for such, see [masker.findReached]
	roles     model.RoleMap
	of        model.Recipe
	names     *fileNames      // of files and tables that may tell a person, under a mask
	remarks   map[[2]int]bool // columns of free text, kept or not

	where, hiddenWhere string // the recipe's filter, and as it is told
}

// newMasker makes a masker for the document's data, nil for a privacy that hides
// nothing. An empty salt means a random key.
func newMasker(d Document, o Options) (*masker, error) {
	if !o.Privacy.Hides() {
		return nil, nil
	}
	columns, err := Columns(d, o.Privacy)
	if err != nil {
		return nil, err
	}
	m := &masker{key: o.Salt, given: len(o.Salt) > 0, data: d.Dataset, of: d.Recipe, columns: columns, headers: map[string]bool{},
		told: map[[2]int]model.Disclosure{}, remarks: map[[2]int]bool{}, ids: model.KeepColumn, rest: model.KeepColumn, where: d.Recipe.Where}
	if m.roles, err = d.Dataset.Assign(d.Recipe.Roles); err != nil {
		return nil, err
	}
	if o.Privacy.Masks() {
		m.ids, m.rest, m.names = model.HashColumn, o.Privacy.Default, namesOfPersons(d.Dataset)
	}
	if !m.given {
		m.key = make([]byte, sha256.Size)
		rand.Read(m.key) // never fails
	}
	for _, h := range headersOf(d.Dataset) {
		m.headers[h] = true
	}
	m.tellIDs(columns)
	for _, c := range columns {
		m.add(c)
	}
	m.elsewhere = m.wordsElsewhere()
	m.reached = sync.OnceValue(m.findReached)
	m.hiddenWhere = m.filter(m.where)
	return m, nil
}

// tellIDs finds out what is told of ids, which are one column of a file however
// many tables hold them: what hides most of what is said of each.
func (m *masker) tellIDs(columns []ColumnPrivacy) {
	chosen := false
	for _, c := range columns {
		switch {
		case !c.ID:
		case !chosen:
			m.ids, chosen = c.Told, true
		case c.Told == model.DropColumn, c.Told == model.HashColumn && m.ids == model.KeepColumn:
			m.ids = c.Told
		}
	}
	for i, c := range columns {
		if c.ID {
			columns[i].Told = m.ids
		}
	}
}

// add takes in what is told of a column.
func (m *masker) add(c ColumnPrivacy) {
	m.remarks[[2]int{c.Table, c.Column}] = c.FreeText
	if c.Told == model.KeepColumn {
		return
	}
	m.told[[2]int{c.Table, c.Column}] = c.Told
	m.known.add(m.data.Tables[c.Table].Column(c.Column), c.FreeText)
	if !c.ID && !slices.Contains(m.personal, c.Header) {
		m.personal = append(m.personal, c.Header)
	}
}

// wordsElsewhere are the known words but for those of categories that were chosen.
func (m *masker) wordsElsewhere() vocabulary {
	category := func(c ColumnPrivacy) bool {
		texts, ok := m.data.Tables[c.Table].Column(c.Column).(*model.Texts)
		return c.Told != model.KeepColumn && !c.ID && !c.Personal && ok && isShared(texts)
	}
	if !slices.ContainsFunc(m.columns, category) {
		return m.known
	}
	var out vocabulary
	for _, c := range m.columns {
		if c.Told != model.KeepColumn && !category(c) {
			out.add(m.data.Tables[c.Table].Column(c.Column), c.FreeText)
		}
	}
	return out
}

// masks reports whether all that names persons is hidden, and not single columns
// alone.
func (m *masker) masks() bool { return m.rest != model.KeepColumn }

// tells says what is told of a column.
func (m *masker) tells(table, column int) model.Disclosure {
	if m != nil {
		if d, ok := m.told[[2]int{table, column}]; ok {
			return d
		}
	}
	return model.KeepColumn
}

// hides reports whether a column is not kept.
func (m *masker) hides(table, column int) bool { return m.tells(table, column) != model.KeepColumn }

// hidesIDs reports whether the ids of customers are not kept.
func (m *masker) hidesIDs() bool { return m != nil && m.ids != model.KeepColumn }

// tellsAttribute says what is told of an attribute.
func (m *masker) tellsAttribute(a model.Attribute) model.Disclosure {
	if m == nil {
		return model.KeepColumn
	}
	table := m.data.Tables[a.Table]
	column := table.Find(a.Header)
	switch {
	case column >= 0:
		return m.tells(a.Table, column)
	case a.Personal:
		return m.rest
	}
	return model.KeepColumn
}

// hidesNamed reports whether the name is that of an attribute of the customers
// which is not kept, or of a measure taken from a column that is not.
func (m *masker) hidesNamed(c *model.Customers, name string) bool {
	if m == nil {
		return false
	}
	if f, measured := c.Feature(model.Measure(name)); measured {
		return m.hidesMeasure(c, f)
	}
	return m.hidesHeader(c, name)
}

// hidesHeader reports whether the attribute of a name is not kept.
func (m *masker) hidesHeader(c *model.Customers, name string) bool {
	return slices.ContainsFunc(c.Attributes(), func(a model.Attribute) bool {
		return strings.EqualFold(a.Name(), name) && m.tellsAttribute(a) != model.KeepColumn
	})
}

// hidesHeaderOf reports whether a column of a header, that of ids among them, is
// not kept in any table.
func (m *masker) hidesHeaderOf(header string) bool {
	for place := range m.told {
		if m.data.Tables[place[0]].Column(place[1]).Name() == header {
			return true
		}
	}
	return false
}

// hidesMeasure reports whether a measure is a column that is not kept: one that
// was computed from such, as an age from a birth date, tells less.
func (m *masker) hidesMeasure(c *model.Customers, f model.Feature) bool {
	return m != nil && f.From != "" && m.hidesHeader(c, f.From)
}

// summary says in a line what is hidden.
func (m *masker) summary() model.Phrase {
	switch {
	case m.ids == model.HashColumn && len(m.personal) > 0:
		return model.P("ids are hashed; hidden: %s", strings.Join(m.personal, ", "))
	case m.ids == model.DropColumn && len(m.personal) > 0:
		return model.P("ids are left out; hidden: %s", strings.Join(m.personal, ", "))
	case m.ids == model.HashColumn:
		return model.P("ids are hashed")
	case m.ids == model.DropColumn:
		return model.P("ids are left out")
	}
	return model.P("hidden: %s", strings.Join(m.personal, ", "))
}

// note says which columns are hidden.
func (m *masker) note() model.Phrase {
	return model.P("The values of these columns are hidden: %s.", strings.Join(m.personal, ", "))
}

// lines says what the mask does, in sentences.
func (m *masker) lines() []model.Phrase {
	var out []model.Phrase
	switch m.ids {
	case model.HashColumn:
		out = append(out, model.P("Customer ids are replaced by a keyed hash (HMAC-SHA-256); rows are in the order of the hashes."))
	case model.DropColumn:
		out = append(out, model.P("Customer ids are left out; rows are in an order that tells nothing of them."))
	}
	if len(m.personal) > 0 {
		out = append(out, m.note())
	}
	open, tracing := m.keptColumns()
	if len(tracing) > 0 {
		out = append(out, TraceNote(tracing))
	}
	if len(open) > 0 {
		out = append(out, OpenNote(open))
	}
	if m.names != nil && len(m.names.files) > 0 {
		out = append(out, FilesNote(m.names.files))
	}
	if m.given {
		return append(out, model.P("The key was given by the writer: with the same key a value has the same hash in another file."))
	}
	return append(out, model.P("The key was random and is not kept: hashes differ from file to file."))
}

// token is the keyed hash of an id or of another word that tells who somebody
// is: HMAC-SHA-256, 64 bits of it, so that a million customers stay apart.
func (m *masker) token(s string) string {
	h := hmac.New(sha256.New, m.key)
	h.Write([]byte(s))
	return "id-" + hex.EncodeToString(h.Sum(nil)[:tokenDigits/2])
}

// idColumn returns the ids of all customers, hashed unless they are kept.
func (m *masker) idColumn(c *model.Customers) model.Column {
	ids := c.IDs()
	if !m.hidesIDs() {
		return ids
	}
	codes, words := make([]int32, c.Len()), make([]string, c.Len())
	for i := range codes {
		codes[i], words[i] = int32(i), m.token(c.ID(i))
	}
	return model.NewTexts(ids.Name(), codes, words)
}

// id returns the id of a customer as it is told.
func (m *masker) id(s string) string {
	if m.hidesIDs() {
		return m.token(s)
	}
	return s
}

// order returns the customers sorted by their hashed ids: the order of the ids
// themselves would tell a reader who knows them all which is which. It is nil for
// customers in their own order, and the ids are not asked for then.
func (m *masker) order(hashed func() model.Column) []int32 {
	if !m.hidesIDs() {
		return nil
	}
	ids := hashed()
	rows := make([]int32, ids.Len())
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortFunc(rows, func(a, b int32) int { return strings.Compare(ids.Text(int(a)), ids.Text(int(b))) })
	return rows
}

// value returns a value of a column as it is told, nothing of one that is left
// out.
func (m *masker) value(table, column int, s string) string {
	switch m.tells(table, column) {
	case model.DropColumn:
		return ""
	case model.MaskColumn:
		return masked
	case model.HashColumn:
		return m.token(strings.TrimSpace(s))
	}
	return m.kept(table, column)(s)
}

// hashed replaces the values of a column by their hashes.
func (m *masker) hashed(c model.Column) model.Column {
	if texts, ok := c.(*model.Texts); ok {
		return m.mapDict(texts, func(s string) string { return m.token(strings.TrimSpace(s)) })
	}
	words := make([]string, c.Len())
	for i := range words {
		if !c.Missing(i) {
			words[i] = m.token(c.Text(i))
		}
	}
	return model.TextsOf(c.Name(), words)
}

// record hides a record of a file.
func (m *masker) record(s string) string {
	if m == nil || s == "" {
		return s
	}
	return masked
}

// path hides the folders of a file, which often carry the user's name, and a name
// that may tell a person.
func (m *masker) path(s string) string {
	if m == nil {
		return s
	}
	return m.names.in(filepath.Base(s))
}

// named puts stand-ins into a text for names of files and tables that may tell a
// person.
func (m *masker) named(s string) string {
	if m == nil {
		return s
	}
	return m.names.in(s)
}
