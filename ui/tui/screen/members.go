package screen

import (
	"context"
	"fmt"

	"custseg/model"
	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Members is a list of customers laid over a chart or a table: those of a bin,
// a cell or a step of a curve.
type Members struct {
	host    Host
	title   string
	table   *customerTable
	members []int32
	w, h    int
}

// NewMembers makes the list of some customers of the result.
func NewMembers(host Host, title string, members []int32) Screen {
	return &Members{host: host, title: title, table: newCustomerTable(host, members, true), members: members}
}

// Place, Crumb and Typing implement [Screen].
func (s *Members) Place() string { return "members" }
func (s *Members) Crumb() string { return s.title }
func (s *Members) Typing() bool  { return s.table.typing() }

// SetSize implements [Screen].
func (s *Members) SetSize(w, h int) {
	s.w, s.h = w, h
	s.table.setSize(w, h-1)
}

// Refresh implements [Screen]: the customers stay those that were opened, seen
// in the result in force.
func (s *Members) Refresh() {
	if s.table.follow() {
		s.members = s.table.members
	}
}

// Key implements [Screen].
func (s *Members) Key(k term.Key) bool { return s.table.key(k) }

// Mouse implements [Screen].
func (s *Members) Mouse(m term.Mouse) { m.Y--; s.table.mouse(m) }

// Actions implements [Screen].
func (s *Members) Actions() map[string]Action { return s.table.actions("members") }

// View implements [Screen].
func (s *Members) View(t *theme.Theme) []string {
	head := say(s.host.Printer(), "%s %s %s", s.title, t.Glyphs.Dot, customerCount(s.host.Printer(), len(s.members)))
	return append([]string{" " + inked(t, t.Title, head, s.w-1)}, s.table.view(t, true)...)
}

// customerTable is the table of customers used wherever customers are listed:
// id, segment, the measures the method read, its scores, then attributes, with
// personal ones hidden until asked for.
type customerTable struct {
	host    Host
	grid    *grid.Grid
	source  *customerRows
	search  form.Line // the text searched for
	asking  bool      // the search is being typed
	members []int32
	w, h    int
}

func newCustomerTable(host Host, members []int32, mixed bool) *customerTable {
	c := &customerTable{host: host, members: members}
	c.source = newCustomerRows(host, members, mixed)
	c.grid = grid.New(c.source)
	c.grid.SetFrozen(1)
	c.grid.SetEmpty("no customers")
	return c
}

// add shows columns beside those of the result, until there is another.
func (c *customerTable) add(columns []customerColumn) {
	c.source.extra = columns
	c.source = c.source.again()
	c.grid.SetSource(c.source)
}

// follow shows the same customers in the result in force, and reports whether
// that is another than the one shown.
func (c *customerTable) follow() bool {
	now := c.host.Session().Result
	if now == nil || now == c.source.result {
		return false
	}
	row, col := c.grid.Cursor()
	at := c.source.columns[col].key
	c.members = sameCustomers(c.members, c.source.result.Customers, now.Customers)
	c.source = newCustomerRows(c.host, c.members, c.source.mixed)
	c.grid.SetSource(c.source)
	c.grid.SetCursor(row, max(0, c.source.at(at)))
	return true
}

// followPersonal shows or hides personal columns as the session has it: any
// screen may have changed that. Cursor and order stay with their columns; an
// order by a column that goes is given up.
func (c *customerTable) followPersonal() {
	before := c.source
	if c.host.Session().Personal == before.personal {
		return
	}
	rows, by := c.grid.Rows(), c.grid.Sort()
	row, col := c.grid.Cursor()
	c.source = before.again()
	for i := range by {
		if by[i].Col = c.source.at(before.columns[by[i].Col].key); by[i].Col < 0 {
			rows, by = nil, nil
			break
		}
	}
	c.grid.SetSource(c.source)
	c.grid.SetRows(rows)
	c.grid.SetSort(by)
	c.grid.SetCursor(row, max(0, c.source.at(before.columns[col].key)))
}

// sameCustomers finds customers of one base in another, by id; those who are
// not there are left out.
func sameCustomers(members []int32, from, to *model.Customers) []int32 {
	if from == to {
		return members
	}
	var out []int32
	for _, m := range members {
		if i := to.Find(from.ID(int(m))); i >= 0 {
			out = append(out, int32(i))
		}
	}
	return out
}

func (c *customerTable) setSize(w, h int) {
	c.w, c.h = w, h
	if c.asking {
		h--
	}
	c.grid.SetSize(w, h)
}

func (c *customerTable) typing() bool { return c.asking }

func (c *customerTable) key(k term.Key) bool {
	c.followPersonal()
	if c.asking {
		c.searchKey(k)
		return true
	}
	return c.grid.Key(k.Name)
}

// searchKey types the search; Enter looks for it, Esc forgets it.
func (c *customerTable) searchKey(k term.Key) {
	switch k.Name {
	case "enter":
		c.ask(false)
		if c.search.Text() != "" {
			c.find(false)
		}
	case "esc":
		c.search = form.Line{}
		c.ask(false)
	default:
		c.search.Key(k)
	}
}

func (c *customerTable) ask(on bool) {
	c.asking = on
	c.setSize(c.w, c.h)
}

func (c *customerTable) mouse(m term.Mouse) {
	switch m.Action {
	case term.Wheel:
		c.grid.Wheel(m.DY * term.WheelRows)
	case term.Press:
		before, _ := c.grid.Cursor()
		hit := c.grid.Click(m.X, m.Y)
		if hit.Header {
			keys := c.grid.Sort()
			c.sort(hit.Col, len(keys) == 1 && keys[0].Col == hit.Col && !keys[0].Desc)
		} else if hit.Row >= 0 && hit.Row == before {
			c.drill()
		}
	}
}

// actions are the bindings that every list of customers has, under the prefix
// of its place.
func (c *customerTable) actions(place string) map[string]Action {
	return map[string]Action{
		place + ".drill":     {Do: c.drill, Why: c.whyEmpty},
		place + ".sort.up":   {Do: func() { _, col := c.grid.Cursor(); c.sort(col, false) }, Why: c.whyEmpty},
		place + ".sort.down": {Do: func() { _, col := c.grid.Cursor(); c.sort(col, true) }, Why: c.whyEmpty},
		place + ".search":    {Do: func() { c.ask(true) }, Why: c.whyEmpty},
		place + ".again":     {Do: func() { c.find(false) }, Why: c.whyNotSearched},
		place + ".backwards": {Do: func() { c.find(true) }, Why: c.whyNotSearched},
		place + ".personal":  {Do: func() { togglePersonal(c.host); c.followPersonal() }},
		place + ".copy":      {Do: c.copy, Why: c.whyEmpty},
	}
}

func (c *customerTable) whyEmpty() string {
	if len(c.members) == 0 {
		return "there are no customers here"
	}
	return ""
}

func (c *customerTable) whyNotSearched() string {
	if c.search.Text() == "" {
		return "search with / first"
	}
	return ""
}

func (c *customerTable) drill() {
	if row, _ := c.grid.Cursor(); row >= 0 {
		c.host.Push(newCustomer(c.host, c.source.result, c.members, c.order(), row))
	}
}

// order is the customers as listed.
func (c *customerTable) order() []int32 {
	rows := c.grid.Rows()
	if rows == nil {
		return c.members
	}
	out := make([]int32, len(rows))
	for i, r := range rows {
		out[i] = c.members[r]
	}
	return out
}

// sort orders the list by a column, outside the update loop.
func (c *customerTable) sort(col int, desc bool) {
	by := []grid.Key{{Col: col, Desc: desc}}
	source := c.source
	var rows []int32
	c.host.Start(Task{
		Name: "sorting",
		Work: func(ctx context.Context, _ func(float64)) error {
			rows = grid.Order(source, by)
			return ctx.Err()
		},
		Done: func(err error) {
			if err == nil && source == c.source {
				c.grid.SetRows(rows)
				c.grid.SetSort(by)
			}
		},
	})
}

// find goes to the next customer, or the one before, with the text searched
// for in any column.
func (c *customerTable) find(back bool) {
	source, text := c.source, c.search.Text()
	c.host.Start(searchTask(c.grid, source, text, back, func() bool { return source == c.source },
		func() { c.host.Say(fmt.Sprintf("%q is not in this list", text)) }))
}

func (c *customerTable) copy() {
	row, col := c.grid.Cursor()
	c.host.Copy(c.source.Text(row, col), "the cell")
}

func (c *customerTable) view(t *theme.Theme, focused bool) []string {
	c.followPersonal()
	lines := c.grid.View(t, focused)
	if c.asking {
		lines = append(lines, t.Paint(t.Key, "/")+c.search.View(t, c.w-1, true))
	}
	return lines
}
