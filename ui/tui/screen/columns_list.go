package screen

import (
	"math"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// The columns of the list of columns.
const (
	listName = iota
	listType
	listRole
	listMissing
	listDistinct
	listShape
	listColumns // how many there are
)

// columnList is a table's columns as rows of a grid: what each is and how its
// values lie. It does not change; more facts make another.
type columnList struct {
	t      *theme.Theme // nil before the first view: no facts are shown then
	pr     *message.Printer
	table  *model.Table
	roles  []string
	facts  []*columnFacts // nil while not known
	hidden []bool         // the column names persons and is not to be shown
	ids    []bool         // the column names customers or orders
	room   int            // cells for the distribution
	name   int            // most cells of a name
}

// newColumnList lists the columns of table place of a dataset, with the facts
// known now, for w cells.
func newColumnList(t *theme.Theme, pr *message.Printer, d *model.Dataset, place int, roles model.RoleMap, known *columnStore, w int) *columnList {
	l := &columnList{t: t, pr: pr, table: d.Tables[place]}
	names, labels, counts := len(say(pr, "Column")), len(say(pr, "Role")), len(say(pr, "Distinct"))
	for i, c := range l.table.Columns() {
		role := ""
		if b, ok := roles.Of(place, i); ok {
			role = guessed(roleLabel(pr, b.Role), b)
		}
		l.roles = append(l.roles, role)
		l.facts = append(l.facts, known.of(columnKey{place, i}))
		l.hidden = append(l.hidden, false)
		l.ids = append(l.ids, isID(roles, place, i))
		names = max(names, cell.Width(cell.Clean(c.Name())))
		labels = max(labels, min(cell.Width(cell.Clean(role)), listRoleMost))
		if f := l.facts[i]; f != nil {
			counts = max(counts, len(chart.Count(f.Distinct)))
		}
	}
	// What type, role, figures and gaps leave is for the name and the
	// distribution: half of it for each, but what a name does not need.
	rest := w - 2 - 2*(listColumns-1) - len("number") - labels - len("Missing") - counts
	l.name = max(8, min(names, rest/2))
	l.room = max(10, min(rest-l.name, shapeBins))
	return l
}

// listRoleMost is the most cells a role takes in the list.
const listRoleMost = 16

// guessed marks the label of a role that is not sure.
func guessed(label string, b model.Binding) string {
	if !b.Assigned && b.Confidence < sureGuess {
		return label + "?"
	}
	return label
}

// sureGuess is the confidence below which a guess is shown with a question
// mark.
const sureGuess = .7

// roleLabel names a role.
func roleLabel(pr *message.Printer, id model.Role) string {
	info, ok := model.LookupRole(id)
	if !ok {
		return string(id)
	}
	return info.Label.In(pr)
}

func (l *columnList) Len() int { return len(l.roles) }

func (l *columnList) Columns() []grid.Column {
	return []grid.Column{
		listName:     {Title: say(l.pr, "Column"), Max: l.name},
		listType:     {Title: say(l.pr, "Type"), Max: 6},
		listRole:     {Title: say(l.pr, "Role"), Max: listRoleMost},
		listMissing:  {Title: say(l.pr, "Missing"), Align: cell.Right},
		listDistinct: {Title: say(l.pr, "Distinct"), Align: cell.Right},
		listShape:    {Title: say(l.pr, "Distribution"), Max: l.room},
	}
}

func (l *columnList) Text(row, col int) string {
	c := l.table.Column(row)
	switch col {
	case listName:
		return c.Name()
	case listType:
		if f := l.facts[row]; f != nil && f.YesNo {
			return say(l.pr, "yes/no")
		}
		return say(l.pr, c.Kind().String())
	case listRole:
		return l.roles[row]
	}
	f := l.facts[row]
	if f == nil || l.t == nil {
		return "…"
	}
	switch col {
	case listMissing:
		if f.Missing == 0 {
			return "0%"
		}
		return chart.Share(f.Missing, f.N+f.Missing)
	case listDistinct:
		return chart.Count(f.Distinct)
	}
	if l.hidden[row] {
		return say(l.pr, "personal")
	}
	return l.shape(c, f, l.ids[row])
}

// plain returns a value as it is copied.
func (l *columnList) plain(row, col int) string { return l.Text(row, col) }

// Ink tells columns that lack many values and plays down those that lack none.
func (l *columnList) Ink(row, col int) (theme.Ink, bool) {
	f := l.facts[row]
	switch {
	case f == nil || l.t == nil:
		return theme.Ink{}, false
	case col == listMissing && f.Missing == 0:
		return l.t.Faint, true
	case col == listMissing && f.Missing > f.N:
		return l.t.Warn, true
	case col == listShape && f.shape != nil && !l.ids[row]:
		return theme.Of(l.t.Accent.FG, -1), true
	}
	return theme.Ink{}, false
}

// shape shows how the values of a column lie in one line.
func (l *columnList) shape(c model.Column, f *columnFacts, id bool) string {
	switch {
	case f.N == 0:
		return say(l.pr, "no values")
	case f.Distinct == 1:
		return say(l.pr, "always %s", f.Min)
	case (id || c.Kind() == model.Text) && f.Distinct == f.N:
		return say(l.pr, "all differ")
	case id || c.Kind() == model.Text && float64(f.Common[0].Rows) < commonShare*float64(f.N):
		return say(l.pr, "%.1f rows each", float64(f.N)/float64(f.Distinct))
	case c.Kind() == model.Text:
		return l.words(f)
	}
	s := chart.Sparkline(l.t, f.shape, l.spark())
	if f.below {
		s = l.t.Glyphs.Left + s
	}
	if f.above {
		s += l.t.Glyphs.Right
	}
	return s
}

// spark is the cells of a sparkline: so many that each stands for as many bins
// of the shape, beside the signs of what lies beyond.
func (l *columnList) spark() int {
	for _, w := range []int{24, 16, 12} {
		if w+2 <= l.room {
			return w
		}
	}
	return 8
}

// commonShare is the share of the rows from which a text is common. Where none
// is, how often each occurs tells more than the commonest.
const commonShare = .05

// words shows the common texts with their shares, as many as there is room for.
func (l *columnList) words(f *columnFacts) string {
	line := ""
	for _, c := range f.Common {
		if float64(c.Rows) < commonShare*float64(f.N) {
			break
		}
		share := percent(c.Rows, f.N)
		most := wordCells
		if line == "" {
			most = l.room - 1 - len(share)
		} else {
			line += "  "
		}
		value := cell.Clean(c.Value)
		part := strings.TrimRight(fitted(l.t, value, min(most, cell.Width(value)), cell.Left), " ") + " " + share
		if cell.Width(line)+cell.Width(part) > l.room {
			break
		}
		line += part
	}
	return strings.TrimRight(line, " ")
}

// wordCells is how much of a text is shown beside its share, when it is not the
// first.
const wordCells = 14

// percent writes part of a whole without decimals.
func percent(part, whole int) string {
	return chart.Short(math.Round(100*float64(part)/float64(max(whole, 1))), model.Plain) + "%"
}

// Numeric and Number implement [grid.Sortable].
func (l *columnList) Numeric(col int) bool { return col == listMissing || col == listDistinct }

func (l *columnList) Number(row, col int) float64 {
	f := l.facts[row]
	switch {
	case f == nil:
		return math.NaN()
	case col == listMissing:
		return float64(f.Missing)
	}
	return float64(f.Distinct)
}
