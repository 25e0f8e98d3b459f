package screen

import (
	"context"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// KeyAsk asks which of several columns says whose the rows of a table are. It
// shows what each would mean: how many customers, of how many rows. Where no
// column was guessed to say it, it offers other ways first.
type KeyAsk struct {
	host   Host
	data   *model.Dataset
	choice model.KeyChoice
	ways   []keyWay // before the columns
	known  *columnStore
	drawn  int // facts that the list was made with
	list   *grid.Grid
	w, h   int
}

// NewKeyAsk makes the question about one table of the data that is open, and
// starts counting the values of the columns.
func NewKeyAsk(host Host, choice model.KeyChoice) *KeyAsk { return newKeyAsk(host, choice, nil) }

func newKeyAsk(host Host, choice model.KeyChoice, ways []keyWay) *KeyAsk {
	a := &KeyAsk{host: host, data: host.Session().Data(), choice: choice, ways: ways, known: newColumnStore()}
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
	const foot = 4
	a.list.SetSize(w, max(2, min(len(a.ways)+len(a.choice.Columns)+1, h-len(a.head())-2-foot)))
}

// head is what is asked, and why it matters, in lines.
func (a *KeyAsk) head() []string {
	pr, table := a.host.Printer(), a.data.Tables[a.choice.Table]
	if len(a.ways) > 0 {
		out := []string{say(pr, "Who is a customer in %s?", cell.Clean(table.Name))}
		return append(out, wrapped(say(pr, "No column is named as a customer id. Methods can run once it is known who the customers are."), a.w-2)...)
	}
	out := []string{say(pr, "Which column says whose the rows of %s are?", cell.Clean(table.Name))}
	return append(out, wrapped(say(pr, "Several can. All rows with one value are one customer, so this decides who is counted."), a.w-2)...)
}

// Take gives the column under the cursor the role, or goes the way under it.
func (a *KeyAsk) Take() {
	at := a.at()
	if at < 0 {
		a.ways[len(a.ways)+at].take()
		return
	}
	k := columnKey{a.choice.Table, a.choice.Columns[at]}
	s, pr := a.host.Session(), a.host.Printer()
	name := a.columnName(at)
	s.Propose(s.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: assignmentName(a.data, k)}), say(pr, "role %s = %s", string(model.CustomerID), name))
	a.host.Say(say(pr, "%s is the customer id; Roles (2) changes it", name))
}

// at is the column under the cursor; those below 0 are ways, the last -1.
func (a *KeyAsk) at() int {
	row, _ := a.list.Cursor()
	return max(row, 0) - len(a.ways)
}

// Keep leaves the guess in force, or the question open.
func (a *KeyAsk) Keep() {
	if len(a.ways) > 0 {
		a.host.Say(say(a.host.Printer(), "Nobody is a customer yet: R on Method (3), or a role on Roles (2), says who is"))
		return
	}
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
	foot := say(pr, "Enter takes it, Esc keeps the guess. Roles (2) changes it at any time.")
	if len(a.ways) > 0 {
		foot = say(pr, "Enter takes it, Esc leaves it open, u takes it back; Roles (2) changes it.")
	}
	out = append(out, "")
	for _, l := range wrapped(a.meaning(a.at()), a.w-2) {
		out = append(out, line(t.Plain, l))
	}
	out = append(out, line(t.Faint, foot))
	return sized(out, a.w, a.h)
}

// meaning says in words what choosing a column means.
func (a *KeyAsk) meaning(i int) string {
	pr := a.host.Printer()
	if i < 0 {
		return a.ways[len(a.ways)+i].why
	}
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
