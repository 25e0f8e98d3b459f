package export

import "custseg/model"

// toldColumns lists the columns that are [Disclosed].
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
