package export

import "custseg/model"

// Disclosed is what the files of a document tell of persons under a privacy. What a
// privacy that masks keeps as it is though nobody said so stands in Tracing and
// Open, without the columns that the recipe's parameters name.
type Disclosed struct {
	// Columns lists what [Columns] does and the columns that are kept but for words of
	// hidden columns that stand in them, in the order of the tables.
	Columns []ColumnPrivacy
	// Files are what stands for the files whose names may tell a person.
	Files []string
	// Tracing are the headers of the columns that tell (nearly) every customer apart:
	// who has another list with such a code finds each row there, whatever became of
	// the ids.
	Tracing []string
	// Open are the headers of other columns of text: as no recognition of persons is
	// whole, somebody has to look at them. Columns of codes and of yes and no are not
	// among them, nor those that are recognised as categories.
	Open []string
}

// Disclose finds out what is told of persons. It looks at all values. The error is
// that of [Columns].
func Disclose(d Document, privacy model.Privacy) (Disclosed, error) {
	m, err := newMasker(d, Options{Privacy: privacy})
	if err != nil {
		return Disclosed{}, err
	}
	if m == nil {
		columns, err := Columns(d, privacy)
		return Disclosed{Columns: columns}, err
	}
	out := Disclosed{Columns: m.toldColumns()}
	if m.masks() {
		out.Files = PersonalFiles(d.Dataset)
	}
	out.Open, out.Tracing = m.keptColumns()
	return out, nil
}

// keptColumns lists the columns that are [Disclosed] as open and as tracing.
func (m *masker) keptColumns() (open, tracing []string) {
	if !m.masks() {
		return nil, nil
	}
	tracing = traces(m.data, m.roles, m.of, m.columns)
	return openTexts(m.data, m.of, m.columns, tracing), tracing
}
