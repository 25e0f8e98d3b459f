package screen

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// RolesView shows what each column is taken to mean and why, changes it, and
// shows what that unlocks: customers, measures, methods.
type RolesView struct {
	host  Host
	specs []seg.Spec
	roles model.RoleMap // in force with the recipe, also before it has run

	data     *model.Dataset
	names    *personalColumns
	rows     *roleRows
	grid     *grid.Grid
	theme    *theme.Theme    // of rows
	picker   *rolePicker     // nil when closed
	marked   []columnKey     // in the order marked
	items    *pipeline.Items // columns that look like items, nil for none
	asking   scopeAsk
	searched string
	pane     bool // what is unlocked has the focus
	top      int  // its first line on the screen
	most     int  // the greatest top there is
	w, h     int
}

// NewRoles makes the roles screen.
func NewRoles(host Host) *RolesView {
	s := &RolesView{host: host}
	for _, m := range seg.Catalogue() {
		s.specs = append(s.specs, m.Spec())
	}
	s.reset()
	return s
}

// reset starts with the list of columns of what is open.
func (s *RolesView) reset() {
	s.rows = &roleRows{pr: s.host.Printer(), data: s.data}
	s.grid = grid.New(s.rows)
	s.grid.SetFrozen(1)
	s.grid.SetEmpty(say(s.host.Printer(), "no data is open"))
	s.picker, s.marked, s.asking, s.top = nil, nil, scopeAsk{}, 0
}

// Place, Crumb and Typing implement [Screen].
func (s *RolesView) Place() string { return "roles" }
func (s *RolesView) Crumb() string { return say(s.host.Printer(), "Roles") }
func (s *RolesView) Typing() bool  { return s.picker != nil || s.asking.kind != askNothing }

// Refresh implements [Screen].
func (s *RolesView) Refresh() {
	session := s.host.Session()
	if d := session.Data(); d != s.data {
		s.data, s.names = d, newPersonalColumns(d)
		s.reset()
	}
	if s.data == nil {
		return
	}
	// Assignments that do not hold leave what was shown; Trouble tells of them.
	if roles, err := s.data.Assign(session.Recipe.Roles); err == nil {
		s.roles = roles
	}
	s.items = nil
	if found, ok := itemsOf(session); ok {
		s.items = &found
	}
	s.list()
	s.lay()
}

// list makes the list of columns anew.
func (s *RolesView) list() {
	s.rows = newRoleRows(s.theme, s.host.Printer(), s.data, s.roles, s.names, saidOf(s.data, s.host.Session().Recipe.Roles), s.layout().list.w)
	s.rows.marked = s.marked
	s.grid.SetSource(s.rows)
	frozen := 1
	if s.rows.tables {
		frozen = 2
	}
	s.grid.SetFrozen(frozen)
}

// Select puts the cursor on a column of the data.
func (s *RolesView) Select(table, column int) {
	if row := s.rows.at(columnKey{table, column}); row >= 0 {
		_, col := s.grid.Cursor()
		s.grid.SetCursor(row, col)
		s.pane = false
	}
}

// current returns the column under the cursor.
func (s *RolesView) current() (columnKey, bool) {
	row, _ := s.grid.Cursor()
	if row < 0 {
		return columnKey{}, false
	}
	return s.rows.rows[row].columnKey, true
}

// Key implements [Screen].
func (s *RolesView) Key(k term.Key) bool {
	switch {
	case s.asking.kind != askNothing:
		s.askKey(k)
		return true
	case s.picker != nil:
		s.pickKey(k)
		return true
	case s.pane:
		return s.scroll(k.Name)
	case k.Name == "esc" && s.unmark():
		return true
	}
	return s.grid.Key(k.Name)
}

// scroll moves in what is unlocked.
func (s *RolesView) scroll(name string) bool {
	d := 0
	switch name {
	case "up", "k":
		d = -1
	case "down", "j":
		d = 1
	case "pgup", "ctrl+u", "ctrl+b":
		d = -s.h / 2
	case "pgdown", "ctrl+d", "ctrl+f":
		d = s.h / 2
	case "g", "home":
		d = -s.top
	case "G", "end":
		d = s.most
	case "esc", "q":
		s.pane = false
	default:
		return false
	}
	s.top = max(0, min(s.top+d, s.most))
	return true
}

func (s *RolesView) pickKey(k term.Key) {
	switch k.Name {
	case "esc":
		s.picker = nil
	case "enter":
		s.pick()
	default:
		s.picker.press(k)
	}
}

// pick gives the columns meant the role under the pointer.
func (s *RolesView) pick() {
	e, ok := s.picker.chosen()
	pr := s.host.Printer()
	if name, unfit := s.misfit(e.RoleInfo); ok && e.fits && unfit {
		s.host.Say(say(pr, "%s: column %s cannot have it", e.label, cell.Clean(name)))
		return
	}
	switch {
	case !ok:
	case len(s.meant()) > 1 && !e.Several && e.ID != model.Ignore:
		s.host.Say(say(pr, "%s: only one column of a table has it", e.label))
	case !e.fits:
		s.host.Say(say(pr, "%s: %s", e.label, e.note))
	default:
		s.assignAll(e.ID)
		s.picker = nil
	}
}

// assign proposes a role for a column.
func (s *RolesView) assign(k columnKey, role model.Role) {
	session := s.host.Session()
	header := s.data.Tables[k.table].Column(k.column).Name()
	name := say(s.host.Printer(), "role %s = %s", string(role), header)
	if role == model.Ignore {
		name = say(s.host.Printer(), "%s not used", header)
	}
	session.Propose(session.Recipe.WithRole(model.Assignment{Role: role, Column: assignmentName(s.data, k)}), name)
}

// assignmentName returns a name under which an assignment finds the column.
func assignmentName(d *model.Dataset, k columnKey) string {
	return pipeline.ColumnName(d, k.table, k.column)
}

// forget takes back what the analyst said of the column.
func (s *RolesView) forget() {
	k, _ := s.current()
	session := s.host.Session()
	r := session.Recipe
	r.Roles = slices.DeleteFunc(slices.Clone(r.Roles), func(a model.Assignment) bool {
		of, ok := columnOf(s.data, a.Column)
		return ok && of == k
	})
	header := s.data.Tables[k.table].Column(k.column).Name()
	session.Propose(r, say(s.host.Printer(), "role of %s as guessed", header))
}

// rowsAreCustomers makes each row of the column's table a customer.
func (s *RolesView) rowsAreCustomers() {
	k, _ := s.current()
	rowsAreCustomers(s.host, k.table)
}

// find goes to the next column with the text searched for.
func (s *RolesView) find(back bool) {
	rows := s.rows
	search := grid.Search{Pattern: s.searched, Col: -1, From: s.grid.Pos(), Back: back}
	var pos, col int
	var found bool
	s.host.Start(Task{
		Name: "searching",
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			pos, col, found, err = grid.Find(ctx, rows, nil, search)
			return err
		},
		Done: func(err error) {
			switch {
			case err != nil || rows.data != s.data:
			case found:
				s.grid.Goto(pos, col)
			default:
				s.host.Say(say(s.host.Printer(), "%q is not in this list", search.Pattern))
			}
		},
	})
}

// Actions implements [Screen].
func (s *RolesView) Actions() map[string]Action {
	find := func(back bool) Action {
		return Action{Do: func() { s.pane = false; s.find(back) }, Why: s.whyNotSearched}
	}
	return map[string]Action{
		"roles.set":      {Do: s.openPicker, Why: s.whyNoColumn},
		"roles.ignore":   {Do: func() { s.assignAll(model.Ignore) }, Why: s.whyNoColumn},
		"roles.guess":    {Do: s.forget, Why: s.whyNothingSaid},
		"roles.mark":     {Do: s.mark, Why: s.whyNoColumn},
		"roles.range":    {Do: s.markRange, Why: s.whyNoRange},
		"roles.items":    asItems(s.host),
		"roles.rows":     {Do: s.rowsAreCustomers, Why: s.whyNoColumn},
		"roles.asof":     {Do: func() { s.ask(askAsOf) }, Why: s.whyNoColumn},
		"roles.window":   {Do: func() { s.ask(askWindow) }, Why: s.whyNoColumn},
		"roles.where":    {Do: func() { s.ask(askWhere) }, Why: s.whyNoColumn},
		"roles.pane":     {Do: func() { s.pane = !s.pane; s.lay() }, Why: s.whyNoColumn},
		"roles.search":   {Do: func() { s.pane = false; s.ask(askSearch) }, Why: s.whyNoColumn},
		"roles.next":     find(false),
		"roles.previous": find(true),
	}
}

func (s *RolesView) openPicker() {
	k := s.meant()[0]
	s.pane = false
	s.picker = newRolePicker(s.host.Printer(), s.data, k, s.roles)
	s.picker.columns = len(s.meant())
}

func (s *RolesView) whyNoColumn() string {
	if _, ok := s.current(); !ok {
		return say(s.host.Printer(), "there is no column")
	}
	return ""
}

func (s *RolesView) whyNothingSaid() string {
	k, ok := s.current()
	if _, said := saidOf(s.data, s.host.Session().Recipe.Roles)[k]; ok && !said {
		return say(s.host.Printer(), "the role is the guess already")
	}
	return s.whyNoColumn()
}

func (s *RolesView) whyNotSearched() string {
	if s.searched == "" {
		return say(s.host.Printer(), "search with / first")
	}
	return s.whyNoColumn()
}
