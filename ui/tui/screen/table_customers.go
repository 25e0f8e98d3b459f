package screen

import (
	"maps"
	"slices"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// customerTable is the table used wherever customers are listed: id, segment,
// the measures the method read, its scores, then attributes, with personal ones
// hidden until asked for.
type customerTable struct {
	*rowTable
	members []int32
}

// newCustomerTable lists customers of the result in force under a title.
func newCustomerTable(host Host, title string, members []int32, mixed bool) *customerTable {
	c := &customerTable{rowTable: newTable(host, "customers", newCustomerRows(host, members, mixed)), members: members}
	c.title = title
	c.grid.SetFrozen(1)
	c.grid.SetEmpty(say(host.Printer(), "no customers"))
	return c
}

func (c *customerTable) rows() *customerRows { return c.source.(*customerRows) }

// list shows other customers of the result in force, in the same order and
// through the same filter.
func (c *customerTable) list(title string, members []int32) {
	c.title, c.members = title, members
	c.replace(newCustomerRows(c.host, members, c.rows().mixed), false)
	c.grid.Key("g")
}

// add shows columns beside those of the result, until there is another.
func (c *customerTable) add(columns []customerColumn) {
	rows := c.rows()
	rows.extra = columns
	c.replace(rows.again(), true)
}

// follow shows the same customers in the result in force, and reports whether
// that is another than the one shown.
func (c *customerTable) follow() bool {
	now, before := c.host.Session().Result, c.rows()
	if now == nil || now == before.result {
		return false
	}
	c.members = sameCustomers(c.members, before.result.Customers, now.Customers)
	c.replace(newCustomerRows(c.host, c.members, before.mixed), false)
	return true
}

// followPersonal shows or hides personal columns as the session has it: any
// screen may have changed that.
func (c *customerTable) followPersonal() {
	if before := c.rows(); c.host.Session().Personal != before.personal {
		c.replace(before.again(), true)
	}
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

func (c *customerTable) key(k term.Key) bool {
	c.followPersonal()
	return c.rowTable.key(k)
}

// mouse takes an event at the table; a second click on a row opens the customer.
func (c *customerTable) mouse(m term.Mouse) {
	if c.rowTable.mouse(m) {
		c.drill()
	}
}

// actions are the bindings that every list of customers has, under the prefix
// of its place.
func (c *customerTable) actions(place string) map[string]Action {
	out := map[string]Action{
		place + ".drill":    {Do: c.drill, Why: c.whyEmpty},
		place + ".keep":     {Do: c.keepOnly, Why: c.whyNotFiltered},
		place + ".personal": {Do: func() { togglePersonal(c.host); c.followPersonal() }},
	}
	maps.Copy(out, c.recordActions(place))
	return out
}

// keepOnly segments only the customers who pass the filter of the list, and the
// one that the recipe has already.
func (c *customerTable) keepOnly() {
	where := c.show.where
	if before := c.host.Session().Recipe.Where; before != "" {
		if e, err := filter.Parse(before); err == nil {
			where = filter.Both(e, where)
		}
	}
	if err := proposeWhere(c.host, where.String()); err != nil {
		c.host.Warn(say(c.host.Printer(), "Customers cannot be chosen by what only this result says of them: %s", err.Error()))
		return
	}
	c.host.Say(say(c.host.Printer(), "Only customers with %s are segmented; u brings all back", where.String()))
}

func (c *customerTable) whyNotFiltered() string {
	if c.show.where == nil {
		return c.say("filter the list with & or = first")
	}
	return ""
}

func (c *customerTable) drill() {
	if row, _ := c.grid.Cursor(); row >= 0 {
		c.host.Push(newCustomer(c.host, c.rows().result, c.members, c.customers(), row, c.goTo))
	}
}

// goTo puts the cursor on a customer by id, if they are listed.
func (c *customerTable) goTo(id string) {
	customer := int32(c.rows().result.Customers.Find(id))
	if row := slices.Index(c.members, customer); row >= 0 {
		_, col := c.grid.Cursor()
		c.grid.SetCursor(row, col)
	}
}

// customers are those listed, as they are listed.
func (c *customerTable) customers() []int32 {
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

// view draws the table.
func (c *customerTable) view(t *theme.Theme, focused bool) []string {
	c.followPersonal()
	return c.rowTable.view(t, focused)
}
