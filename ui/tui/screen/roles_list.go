package screen

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// roleRow is one column of the data with what it is taken to mean.
type roleRow struct {
	kind string // of its values, found when it is first shown
	columnKey
	role    model.Role // empty for none
	label   string
	sure    string
	share   float64 // how sure, 0..1, 1 when the analyst said so
	why     string
	said    bool // by the analyst
	example string
}

// roleRows is every column of a dataset as rows of a grid.
type roleRows struct {
	t      *theme.Theme // nil before the first view
	pr     *message.Printer
	data   *model.Dataset
	rows   []roleRow
	marked []columnKey
	tables bool // name the table of each column
	w      int  // cells of the list
}

// newRoleRows lists the columns with the roles in force and the guesses below
// them; said holds the columns of which the analyst said something.
func newRoleRows(t *theme.Theme, pr *message.Printer, d *model.Dataset, roles model.RoleMap, names *personalColumns, said map[columnKey]model.Role, w int) *roleRows {
	out := &roleRows{t: t, pr: pr, data: d, tables: len(d.Tables) > 1, w: w}
	for i, table := range d.Tables {
		for j, c := range table.Columns() {
			r := roleRow{columnKey: columnKey{i, j}}
			b, bound := roles.Of(i, j)
			_, r.said = said[r.columnKey]
			switch {
			case bound:
				r.role, r.label, r.why, r.share = b.Role, guessed(roleLabel(pr, b.Role), b), b.Reason.In(pr), b.Confidence
				r.sure = percent(int(math.Round(100*b.Confidence)), 100)
				if b.Assigned {
					r.sure = say(pr, "yours")
				}
			case said[r.columnKey] == model.Ignore && r.said:
				r.label, r.sure, r.why, r.share = say(pr, "not used"), say(pr, "yours"), say(pr, "you took it out of use"), 1
			case r.said:
				r.why = say(pr, "another column has that role now")
			default:
				r.why = say(pr, "nothing speaks for a role")
				if roles.RowIsCustomer(i) {
					r.why = say(pr, "no role; each row is a customer")
				}
			}
			if !names.has(roles, i, j) {
				r.example = examples(c)
			}
			out.rows = append(out.rows, r)
		}
	}
	return out
}

// examples returns the first different values of a column. It looks at so many
// rows only that the list is there at once.
func examples(c model.Column) string {
	const rows, most = 200, 3
	var out []string
	seen := map[string]bool{"": true}
	for i := 0; i < min(c.Len(), rows) && len(out) < most; i++ {
		if s := c.Text(i); !seen[s] {
			seen[s] = true
			out = append(out, cell.Clean(s))
		}
	}
	return strings.Join(out, ", ")
}

// The columns of the list of roles. Where there is one table, the first is left
// out.
const (
	roleTable = iota
	roleColumn
	roleType
	roleRole
	roleSure
	roleWhy
	roleExamples
)

// column maps a column of the grid to what it shows.
func (r *roleRows) column(col int) int {
	if r.tables {
		return col
	}
	return col + 1
}

// Len, Columns and Text implement [grid.Source].
func (r *roleRows) Len() int { return len(r.rows) }

func (r *roleRows) Columns() []grid.Column {
	all := []grid.Column{
		roleTable:    {Title: say(r.pr, "Table"), Max: max(10, r.w/10)},
		roleColumn:   {Title: say(r.pr, "Column"), Max: max(14, r.w/5)},
		roleType:     {Title: say(r.pr, "Type"), Max: 6},
		roleRole:     {Title: say(r.pr, "Role"), Max: listRoleMost},
		roleSure:     {Title: say(r.pr, "Sure"), Align: cell.Right},
		roleWhy:      {Title: say(r.pr, "Why")},
		roleExamples: {Title: say(r.pr, "Values")},
	}
	if !r.tables {
		return all[1:]
	}
	return all
}

// kindOf names the kind of a column as the step Data does.
func (r *roleRows) kindOf(c model.Column) string {
	if _, yesNo := model.Truths(c); yesNo {
		return say(r.pr, "yes/no")
	}
	return say(r.pr, c.Kind().String())
}

func (r *roleRows) Text(row, col int) string {
	x := &r.rows[row]
	table := r.data.Tables[x.table]
	switch r.column(col) {
	case roleTable:
		return table.Name
	case roleColumn:
		return r.mark(x.columnKey) + table.Column(x.columnKey.column).Name()
	case roleType:
		if x.kind == "" {
			x.kind = r.kindOf(table.Column(x.columnKey.column))
		}
		return x.kind
	case roleRole:
		return x.label
	case roleSure:
		return x.sure
	case roleWhy:
		return x.why
	}
	return x.example
}

// mark stands before the name of a column, once columns are marked.
func (r *roleRows) mark(k columnKey) string {
	switch {
	case len(r.marked) == 0 || r.t == nil:
		return ""
	case slices.Contains(r.marked, k):
		return r.t.Glyphs.Check + " "
	}
	return "    "
}

// Ink plays down what has no role and shows what the analyst said and what is
// doubtful.
func (r *roleRows) Ink(row, col int) (theme.Ink, bool) {
	x := &r.rows[row]
	if r.t == nil {
		return theme.Ink{}, false
	}
	switch c := r.column(col); {
	case c == roleWhy || c == roleExamples || c == roleType:
		return r.t.Faint, true
	case (c == roleRole || c == roleSure) && x.said:
		return r.t.Changed, true
	case (c == roleRole || c == roleSure) && x.role != "" && x.share < sureGuess:
		return r.t.Warn, true
	case c == roleRole && x.role != "":
		return theme.Of(r.t.Accent.FG, -1), true
	}
	return theme.Ink{}, false
}

// at returns the row of a column of the data, -1 for none.
func (r *roleRows) at(k columnKey) int {
	for i, x := range r.rows {
		if x.columnKey == k {
			return i
		}
	}
	return -1
}

// saidOf returns the columns that the analyst's assignments speak of, with the
// last role said of each.
func saidOf(d *model.Dataset, assignments []model.Assignment) map[columnKey]model.Role {
	out := map[columnKey]model.Role{}
	for _, a := range assignments {
		if k, ok := columnOf(d, a.Column); ok {
			out[k] = a.Role
		}
	}
	return out
}

// columnOf finds the column that an assignment names.
func columnOf(d *model.Dataset, name string) (columnKey, bool) {
	t, c, ok := d.FindColumn(name)
	return columnKey{t, c}, ok
}
