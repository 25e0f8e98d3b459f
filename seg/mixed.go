package seg

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/cluster"
	"custseg/seg/modes"
)

// mixed is columns of numbers and of categories, made ready for clustering.
type mixed struct {
	embedding
	f          *features // of the numbers; rows have all columns, and x has them embedded
	categories []category
	words      []measured // the categories as they were read
	fill       []int32    // by category, the word that missing values take, -1 for none
}

// readMixed prepares the columns that the parameters ask for.
func readMixed(in Input) (*mixed, error) {
	m := &mixed{f: &features{}}
	numbers, err := m.part(in)
	if err != nil {
		return nil, err
	}
	columns, err := m.f.read(in, numbers)
	if err != nil {
		return nil, err
	}
	m.numbers = len(columns)
	for j, c := range m.categories {
		m.words, m.fill = append(m.words, in.wordsOf(c)), append(m.fill, -1)
		if in.Params.Word("missing") == "median" {
			var n int
			if c, m.fill[j], n = c.filled(); n > 0 {
				m.f.filled = append(m.f.filled, filledIn{lack{c.info.Label, n}, model.P("%s: %d missing values took the commonest word", c.info.Label, n)})
			}
			m.categories[j] = c
		}
		m.f.reasons, m.f.lacking = append(m.f.reasons, model.P("%s is missing", c.info.Label)), append(m.f.lacking, lack{label: c.info.Label})
		columns = append(columns, c.present())
		m.levels = append(m.levels, len(c.words))
	}
	m.f.noteFilled()
	m.f.selectRows(columns)
	if len(m.f.rows) == 0 {
		return nil, paramErrorf("missing", "no customer has a value of all of %s: set missing=median, or choose other columns", strings.Join(m.names(), ", "))
	}
	m.f.scale(columns[:m.numbers], in.Params)
	m.gamma = modes.Gamma(m.f.x)
	if m.numbers > 0 && !in.Params.Auto("gamma") {
		m.gamma = in.Params.Float("gamma")
	}
	in.Params.settleNumber("gamma", m.gamma)
	m.f.x = m.encode(m.f.x, func(i, j int) int32 { return m.categories[j].codes[m.f.rows[i]] }, len(m.f.rows))
	return m, nil
}

// wordsOf is a category as it was read; the words of numbers are no input of a
// formula.
func (in Input) wordsOf(c category) measured {
	m := c.measured(in.roleOf(c.column))
	if column, ok := in.Customers.Lookup(c.column); !ok || column.Kind() != model.Text {
		return m.untold()
	}
	return m
}

// part fills the categories and returns the names of the number columns.
func (m *mixed) part(in Input) (numbers []string, err error) {
	for _, name := range in.Params.Words("categories") {
		if err := m.add(in, "categories", name); err != nil {
			return nil, err
		}
	}
	coded := len(m.categories)
	names := in.Params.Words("columns")
	if len(names) == 0 {
		d := defaultNumbers(in.Customers)
		words, notes := defaultCategories(in.Customers)
		names, m.f.notes = slices.Concat(d.names, words), append(d.notes, notes...)
		m.addCodes(in, d.codes)
	}
	for _, name := range names {
		column, ok := in.Customers.Lookup(name)
		if ok && slices.ContainsFunc(m.categories[:coded], func(c category) bool { return c.column == column.Name() }) {
			continue
		}
		if ok && column.Kind() == model.Number {
			numbers = append(numbers, name)
		} else if err := m.add(in, "columns", name); err != nil {
			return nil, err
		}
	}
	switch {
	case len(numbers)+len(m.categories) == 0:
		return nil, noColumn("there is no column to cluster on, of numbers or of 2 to 12 different words", m.f.notes)
	case len(m.categories) == 0:
		m.f.notes = append(m.f.notes, model.P("No column is a category: without any this is k-means"))
	}
	return numbers, nil
}

// addCodes adds columns of numbers that stand for a few words, unless a parameter
// names them already, and says so.
func (m *mixed) addCodes(in Input, columns []string) {
	var taken, many []string
	for _, name := range columns {
		c, err := in.category("columns", name)
		switch {
		case err != nil || len(c.words) > mostDefaultWords:
			many = append(many, name)
		case !slices.ContainsFunc(m.categories, func(o category) bool { return o.column == c.column }):
			m.categories, taken = append(m.categories, c), append(taken, name)
		}
	}
	if len(taken) > 0 {
		m.f.notes = append(m.f.notes, model.P("Taken as words, being codes, or yes and no: %s", few(raw(taken))))
	}
	if len(many) > 0 {
		m.f.notes = append(m.f.notes, model.P("Left out, being codes with more values than %d: %s", mostDefaultWords, few(raw(many))))
	}
}

// add adds a category that a parameter names.
func (m *mixed) add(in Input, param, name string) error {
	c, err := in.category(param, name)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(m.categories, func(o category) bool { return o.column == c.column }) {
		return paramErrorf(param, "%q is named twice", c.column)
	}
	m.categories = append(m.categories, c)
	return nil
}

// names are the columns' names.
func (m *mixed) names() []string {
	out := m.f.names()
	for _, c := range m.categories {
		out = append(out, c.column)
	}
	return out
}

// decide tells that customers belong to the nearest prototype.
func (m *mixed) decide(s *model.Segmentation, prototypes cluster.Matrix) {
	frame, words, fill, e := m.f.frame(), m.words, m.fill, m.embedding
	row := func(w whatIf) []float64 {
		numbers := frame.row(w)
		return e.encode(cluster.Matrix{Rows: 1, Cols: len(numbers), Data: numbers}, func(_, j int) int32 {
			if word := placeOf(w.value(words[j])); word >= 0 {
				return word
			}
			return fill[j]
		}, 1).Row(0)
	}
	decideNearest(s, prototypes, row, slices.Concat(frame.columns, words)...)
	expressNearest(s, prototypes, row, func() []formula.Expr { return e.exprs(frame.exprs(), words, fill) })
}
