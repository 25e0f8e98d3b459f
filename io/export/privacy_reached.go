package export

import "custseg/model"

// Told lists what [Columns] does and the columns that are kept but for words of
// hidden columns that stand in them, in the order of the tables. It looks at all
// values.
func Told(d Document, privacy model.Privacy) ([]ColumnPrivacy, error) {
	m, err := newMasker(d, Options{Privacy: privacy})
	if m == nil || err != nil {
		return Columns(d, privacy)
	}
	return m.toldColumns(), nil
}

// toldColumns lists the columns of [Told].
func (m *masker) toldColumns() []ColumnPrivacy {
	listed := map[[2]int]ColumnPrivacy{}
	for _, c := range m.columns {
		listed[[2]int{c.Table, c.Column}] = c
	}
	var out []ColumnPrivacy
	reached := m.reached()
	for t, table := range m.data.Tables {
		for i, column := range table.Columns() {
			place := [2]int{t, i}
			c, ok := listed[place]
			if !ok && !reached[place] {
				continue
			}
			if !ok {
				c = ColumnPrivacy{Table: t, Column: i, Header: column.Name(), Told: model.KeepColumn}
			}
			c.Partly = reached[place]
			out = append(out, c)
		}
	}
	return out
}

// findReached finds the columns that are kept and in which something is hidden all
// the same, see [masker.kept].
func (m *masker) findReached() map[[2]int]bool {
	out := map[[2]int]bool{}
	for t, table := range m.data.Tables {
		for i, c := range table.Columns() {
			texts, ok := c.(*model.Texts)
			if !ok || m.hides(t, i) {
				continue
			}
			change := m.kept(t, i)
			if texts.Dict.Any(func(w string) bool { return change(w) != w }) {
				out[[2]int{t, i}] = true
			}
		}
	}
	return out
}
