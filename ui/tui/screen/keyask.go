package screen

import (
	"context"
	"strings"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// KeyAsk asks which of several columns says whose the rows of a table are. It
// shows what each would mean: how many customers, of how many rows.
type KeyAsk struct {
	host   Host
	data   *model.Dataset
	choice model.KeyChoice
	known  *columnStore
	drawn  int // facts that the list was made with
	list   *grid.Grid
	w, h   int
}

// NewKeyAsk makes the question about one table of the data that is open, and
// starts counting the values of the columns.
func NewKeyAsk(host Host, choice model.KeyChoice) *KeyAsk {
	a := &KeyAsk{host: host, data: host.Session().Data(), choice: choice, known: newColumnStore()}
	a.list = grid.New(a.rows())
	table, known := a.data.Tables[choice.Table], a.known
	host.Start(Task{
		Name:  "counting values",
		Quiet: true,
		Work: func(ctx context.Context, _ func(float64)) error {
			return known.readColumns(ctx, choice.Table, table, choice.Columns)
		},
		Done: func(error) {},
	})
	return a
}

// rows lists the columns with what is known of them.
func (a *KeyAsk) rows() keyRows {
	s := a.host.Session()
	roles, err := a.data.Assign(s.Recipe.Roles)
	if err != nil {
		roles = model.RoleMap{}
	}
	names := newPersonalColumns(a.data)
	out := keyRows{ask: a}
	for _, c := range a.choice.Columns {
		k := columnKey{a.choice.Table, c}
		out.facts = append(out.facts, a.known.of(k))
		out.hidden = append(out.hidden, !s.Personal && names.has(roles, k.table, k.column))
	}
	return out
}

// Key moves in the list. It reports whether the key was used.
func (a *KeyAsk) Key(name string) bool { return a.list.Key(name) }

// SetSize gives it the size of the body.
func (a *KeyAsk) SetSize(w, h int) {
	a.w, a.h = w, h
	const foot = 3
	a.list.SetSize(w, max(2, min(len(a.choice.Columns)+1, h-len(a.head())-2-foot)))
}

// head is what is asked, and why it matters, in lines.
func (a *KeyAsk) head() []string {
	pr, table := a.host.Printer(), a.data.Tables[a.choice.Table]
	out := []string{say(pr, "Which column says whose the rows of %s are?", cell.Clean(table.Name))}
	return append(out, wrapped(say(pr, "Several can. All rows with one value are one customer, so this decides who is counted."), a.w-2)...)
}

// Take gives the column under the cursor the role.
func (a *KeyAsk) Take() {
	row, _ := a.list.Cursor()
	k := columnKey{a.choice.Table, a.choice.Columns[max(row, 0)]}
	s, pr := a.host.Session(), a.host.Printer()
	name := a.columnName(max(row, 0))
	s.Propose(s.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: assignmentName(a.data, k)}), say(pr, "role %s = %s", string(model.CustomerID), name))
	a.host.Say(say(pr, "%s is the customer id; Roles (2) changes it", name))
}

// Keep leaves the guess in force.
func (a *KeyAsk) Keep() {
	a.host.Say(say(a.host.Printer(), "%s stays the customer id, a guess; Roles (2) changes it", a.columnName(0)))
}

// columnName returns the header of a candidate.
func (a *KeyAsk) columnName(i int) string {
	return a.data.Tables[a.choice.Table].Column(a.choice.Columns[i]).Name()
}

// View draws the question in the size of the body.
func (a *KeyAsk) View(t *theme.Theme) []string {
	if now := a.known.now(); now != a.drawn {
		a.drawn = now
		a.list.SetSource(a.rows())
	}
	pr := a.host.Printer()
	line := func(ink theme.Ink, text string) string { return " " + inked(t, ink, text, max(0, a.w-1)) }
	out := []string{""}
	for i, text := range a.head() {
		ink := t.Plain
		if i == 0 {
			ink = t.Title
		}
		out = append(out, line(ink, text))
	}
	out = append(out, "")
	out = append(out, a.list.View(t, true)...)
	row, _ := a.list.Cursor()
	out = append(out, "", line(t.Plain, a.meaning(max(row, 0))), line(t.Faint, say(pr, "Enter takes it, Esc keeps the guess. Roles (2) changes it at any time.")))
	return sized(out, a.w, a.h)
}

// meaning says in words what choosing a column means.
func (a *KeyAsk) meaning(i int) string {
	pr := a.host.Printer()
	f := a.known.of(columnKey{a.choice.Table, a.choice.Columns[i]})
	if f == nil {
		return say(pr, "By %s: counting ...", a.columnName(i))
	}
	text := say(pr, "By %s: %d customers", a.columnName(i), f.Distinct)
	if f.Missing > 0 {
		text += say(pr, "; %d rows without a value would be left out", f.Missing)
	}
	return text
}

// keyRows is the columns to choose from as rows of a grid.
type keyRows struct {
	ask    *KeyAsk
	facts  []*columnFacts // by candidate, nil while they are counted
	hidden []bool
}

// The columns of the list.
const (
	keyColumn = iota
	keyGuess
	keyValues
	keyFilled
	keyEach
	keyExamples
)

// Len, Columns and Text implement [grid.Source].
func (r keyRows) Len() int { return len(r.facts) }

func (r keyRows) Columns() []grid.Column {
	pr := r.ask.host.Printer()
	return []grid.Column{
		keyColumn:   {Title: say(pr, "Column"), Max: max(14, r.ask.w/4)},
		keyGuess:    {Title: ""},
		keyValues:   {Title: say(pr, "Values"), Align: cell.Right},
		keyFilled:   {Title: say(pr, "Rows with one"), Align: cell.Right},
		keyEach:     {Title: say(pr, "Rows each"), Align: cell.Right},
		keyExamples: {Title: say(pr, "Examples")},
	}
}

func (r keyRows) Text(row, col int) string {
	pr, f := r.ask.host.Printer(), r.facts[row]
	switch {
	case col == keyColumn:
		return r.ask.columnName(row)
	case col == keyGuess && row == 0:
		return say(pr, "guessed")
	case col == keyGuess:
		return ""
	case f == nil:
		return "..."
	case col == keyValues:
		return chart.Count(f.Distinct)
	case col == keyFilled:
		return chart.Share(f.N, f.N+f.Missing)
	case col == keyEach && f.Distinct > 0:
		return pr.Sprintf("%.1f", float64(f.N)/float64(f.Distinct))
	case col == keyExamples:
		return r.examples(row)
	}
	return ""
}

// examples are two values of a column, hidden where they name persons.
func (r keyRows) examples(row int) string {
	values := r.facts[row].Examples
	values = values[:min(2, len(values))]
	if r.hidden[row] && len(values) > 0 {
		return hiddenValue
	}
	return strings.Join(values, ", ")
}
