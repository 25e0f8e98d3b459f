package load

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"custseg/io/load/xlsx"
	"custseg/model"
)

// otherSheet is a visible sheet that was not read, but for its header.
type otherSheet struct {
	name   string
	header []string
}

// peekRows is how many rows of a sheet are looked at to find its header.
const peekRows = 20

// peekOthers looks at the headers of all visible sheets but one. A sheet that
// cannot be read has none.
func (s source) peekOthers(ctx context.Context, book *xlsx.Book, but int) []otherSheet {
	var out []otherSheet
	for i, sheet := range book.Sheets() {
		if i == but || sheet.Hidden {
			continue
		}
		o := otherSheet{name: sheet.Name}
		rows, err := book.Rows(i, func(r io.Reader) io.Reader { return &watched{ctx: ctx, r: r, path: s.path} })
		if err == nil {
			o.header = firstWords(rows)
			rows.Close()
		}
		out = append(out, o)
	}
	return out
}

// firstWords returns the cells of the first row that holds any.
func firstWords(rows *xlsx.Rows) []string {
	for n := 0; n < peekRows && rows.Next(); n++ {
		var out []string
		blank := true
		for _, cell := range rows.Cells() {
			word := ""
			if cell.Kind == xlsx.Text {
				word = string(trimSpace(cell.Text))
			}
			blank = blank && word == "" && cell.Kind != xlsx.Number && cell.Kind != xlsx.Date
			out = append(out, word)
		}
		if !blank {
			return out
		}
	}
	return nil
}

// orderRoles are those that every analysis of orders needs of a sheet.
func orderRoles() []model.Role { return []model.Role{model.OrderDate, model.Amount} }

// tellOthers says which sheets were not read, and warns when one of them seems
// to hold what the first one lacks of orders.
func (t *readTable) tellOthers(s source, others []otherSheet, n namer) {
	if len(others) == 0 {
		return
	}
	var lacking []model.Role
	for _, role := range orderRoles() {
		if !slices.ContainsFunc(t.guesses, func(g model.Guess) bool { return g.Role == role }) {
			lacking = append(lacking, role)
		}
	}
	names := make([]string, len(others))
	best, most := 0, 0
	for i, o := range others {
		names[i] = oneLine(o.name)
		if offered := n.offered(o.header, lacking); len(offered) > most {
			best, most = i, len(offered)
		}
	}
	if most == 0 {
		t.find(model.Info, -1, nil, "the first sheet was read; the workbook also holds %s", strings.Join(names, ", "))
		return
	}
	columns := strings.Join(n.offered(others[best].header, lacking), ", ")
	if s.path == stdinPath {
		t.find(model.Warning, -1, nil, "the first sheet was read, which lacks what the sheet %q has: %s; to read that one give --sheet %q",
			names[best], columns, names[best])
		return
	}
	t.find(model.Warning, -1, nil, "the first sheet was read, which lacks what the sheet %q has: %s; to read that one open %s or give --sheet %q",
		names[best], columns, oneLine(s.path)+"#"+names[best], names[best])
}

// offered returns the names in a header that seem to mean some roles, the surest
// of each, in the order of the roles. No values are looked at.
func (n namer) offered(header []string, roles []model.Role) []string {
	var candidates []candidate
	for i, name := range header {
		for _, r := range n.keys.known[compact(name)] {
			candidates = append(candidates, candidate{column: i, role: r.role, usage: r.usage})
		}
	}
	candidates = weighVague(candidates, make([]profile, len(header)))
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(a.usage, b.usage) })
	var out []string
	for _, role := range roles {
		if i := slices.IndexFunc(candidates, func(c candidate) bool { return c.role == role }); i >= 0 {
			out = append(out, oneLine(header[candidates[i].column]))
		}
	}
	return out
}
