package screen

import (
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// CustomerPage tells of one customer: the segment and why, the measures among
// all, the orders over time, the attributes.
type CustomerPage struct {
	host     Host
	result   *pipeline.Result
	order    []int32 // the customers as listed where this one was opened
	at       int
	seen     func(id string) // told of each customer that the page turns to; nil for nobody
	personal bool
	orders   *rowTable
	facts    factPane
	onFacts  bool // the facts have the focus, not the orders
	w, h     int
}

// newCustomer opens the customer of one row of a list, and tells the list which
// customer was seen last.
func newCustomer(host Host, result *pipeline.Result, members, order []int32, row int, seen func(id string)) *CustomerPage {
	c := &CustomerPage{host: host, result: result, seen: seen, personal: host.Session().Personal, order: order, at: slices.Index(order, members[row])}
	c.show()
	return c
}

// show turns the page to the customer at its place in the list.
func (c *CustomerPage) show() {
	if orders := c.result.Customers.Orders(); orders != nil {
		c.orders = newTableOf(c.host, "orders", newOrderRows(c.host.Printer(), orders, c.id()), c.host.Start, map[string]bool{})
		c.orders.grid.SetFrozen(1)
		c.orders.grid.SetEmpty(say(c.host.Printer(), "no orders"))
		c.orders.grid.Key("G") // the latest order
	}
	c.facts.set(c.gather())
	c.SetSize(c.w, c.h)
}

func (c *CustomerPage) id() int { return int(c.order[c.at]) }

func (c *CustomerPage) history() []model.Order {
	if o := c.result.Customers.Orders(); o != nil {
		return o.History(c.id())
	}
	return nil
}

// Place, Crumb and Typing implement [Screen].
func (c *CustomerPage) Place() string { return "customer" }
func (c *CustomerPage) Crumb() string { return idShown(c.host, c.result.Customers, c.id()) }
func (c *CustomerPage) Typing() bool  { return false }

// Refresh implements [Screen]: the page follows the customer into the result in
// force, if they are in it.
func (c *CustomerPage) Refresh() {
	now := c.host.Session().Result
	id := c.result.Customers.ID(c.id())
	if now == nil || now == c.result || now.Customers.Find(id) < 0 {
		return
	}
	c.order = sameCustomers(c.order, c.result.Customers, now.Customers)
	c.result = now
	c.at = slices.Index(c.order, int32(now.Customers.Find(id)))
	c.show()
}

// followPersonal shows or hides personal attributes as the session has it: any
// screen may have changed that.
func (c *CustomerPage) followPersonal() {
	if now := c.host.Session().Personal; now != c.personal {
		c.personal = now
		c.facts.set(c.gather())
	}
}

// customerHead is how many lines stand above the two panes.
const customerHead = 3

// SetSize implements [Screen].
func (c *CustomerPage) SetSize(w, h int) {
	c.w, c.h = w, h
	if w > 0 {
		if c.hasOrders() {
			c.orders.setSize(c.w-c.factsWidth()-1, max(2, h-customerHead-c.timelineLines()))
		}
		c.facts.setSize(c.factsWidth(), h-customerHead)
	}
}

// hasOrders reports whether the data has orders at all: else the facts have the
// whole width.
func (c *CustomerPage) hasOrders() bool { return c.orders != nil }

func (c *CustomerPage) factsWidth() int {
	switch {
	case !c.hasOrders():
		return c.w
	case c.w >= 160: // the facts have what they need
		return c.w * 9 / 20
	}
	return c.w * 11 / 20
}

// Key implements [Screen].
func (c *CustomerPage) Key(k term.Key) bool {
	c.followPersonal()
	if c.onFacts || !c.hasOrders() {
		return c.facts.key(k.Name)
	}
	return c.orders.grid.Key(k.Name)
}

// Mouse implements [Screen]: the wheel scrolls what is under the mouse, a press
// gives it the focus.
func (c *CustomerPage) Mouse(m term.Mouse) {
	over := m.X < c.factsWidth()
	switch m.Action {
	case term.Wheel:
		if over {
			c.facts.scroll(m.DY * term.WheelRows)
		} else {
			c.orders.grid.Wheel(m.DY * term.WheelRows)
		}
	case term.Press:
		if m.Y < customerHead {
			return
		}
		if c.onFacts = over; !over {
			c.orders.grid.Click(m.X-c.factsWidth()-1, m.Y-customerHead-c.timelineLines())
		}
	}
}

// Actions implements [Screen].
func (c *CustomerPage) Actions() map[string]Action {
	turn := func(d int) Action {
		return Action{
			Do: func() { c.turn(d) },
			Why: func() string {
				if c.at+d < 0 || c.at+d >= len(c.order) {
					return "there is no further customer in the list"
				}
				return ""
			},
		}
	}
	return map[string]Action{
		"customer.pane":     {Do: func() { c.onFacts = !c.onFacts }, Why: c.whyNoOrders},
		"customer.order":    {Do: c.openOrder, Why: c.whyNoOrders},
		"customer.next":     turn(1),
		"customer.previous": turn(-1),
		"customer.personal": {Do: func() { togglePersonal(c.host); c.followPersonal() }},
		"customer.copy":     {Do: c.copy},
	}
}

func (c *CustomerPage) whyNoOrders() string {
	if !c.hasOrders() || len(c.history()) == 0 {
		return say(c.host.Printer(), "there are no orders")
	}
	return ""
}

// openOrder lists the lines of the order under the cursor.
func (c *CustomerPage) openOrder() {
	orders := c.result.Customers.Orders()
	row, _ := c.orders.grid.Cursor()
	o := orders.History(c.id())[row]
	title := o.ID
	if title == "" {
		title = say(c.host.Printer(), "order of %s", model.DayOf(o.Time))
	}
	c.host.Push(newOrder(c.host, orders, orders.HistoryLines(c.id())[row], title, row))
}

// copy puts the id on the clipboard, or what stands in for it on the screen.
func (c *CustomerPage) copy() {
	pr := c.host.Printer()
	what := say(pr, "the customer id")
	if c.host.Session().HidesIDs() {
		what = say(pr, "the stand-in for the customer id, which P shows")
	}
	c.host.Copy(c.Crumb(), what)
}

// turn goes d customers on in the list.
func (c *CustomerPage) turn(d int) {
	c.at += d
	c.show()
	if c.seen != nil {
		c.seen(c.result.Customers.ID(c.id()))
	}
}

// View implements [Screen].
func (c *CustomerPage) View(t *theme.Theme) []string {
	c.followPersonal()
	pr := c.host.Printer()
	g := int(c.result.Segmentation.Of[c.id()])
	segment := c.result.Segmentation.Segments[g]
	title := " " + t.Paint(t.Title, cell.Clean(c.Crumb())) + "  " + t.Paint(t.Segment(g), t.Glyphs.Swatch+t.Tag(g)) + " " +
		cell.Clean(segment.Name.In(pr)) + t.Paint(t.Faint, say(pr, "   %d of %d in the list", c.at+1, len(c.order)))
	out := []string{cell.Pad(title, c.w), " " + inked(t, t.Plain, c.why(segment), c.w-1), c.divider(t)}
	h := c.h - len(out)
	if !c.hasOrders() {
		return append(out, sized(c.facts.view(t, true), c.w, h)...)
	}
	right := append(c.timeline(t, c.w-c.factsWidth()-1), c.orders.grid.View(t, !c.onFacts)...)
	return append(out, beside(t, sized(c.facts.view(t, c.onFacts), c.factsWidth(), h), sized(right, c.w-c.factsWidth()-1, h))...)
}

// divider is the line above the panes, which says how much of the facts is
// shown when there are more.
func (c *CustomerPage) divider(t *theme.Theme) string {
	w := c.factsWidth()
	from, to, n := c.facts.window()
	mark := say(c.host.Printer(), " %d-%d of %d ", from+1, to, n)
	left := min(w, c.w-1) - 1 - cell.Width(mark)
	if to-from == n || left < 0 {
		return rule(t, c.w, map[int]string{w: t.Glyphs.TeeDown})
	}
	ink := t.Faint
	if c.onFacts {
		ink = t.Accent
	}
	return rule(t, left, nil) + t.Paint(ink, mark) + rule(t, c.w-left-cell.Width(mark), map[int]string{w - left - cell.Width(mark): t.Glyphs.TeeDown})
}

// why is the reason the customer is in their segment.
func (c *CustomerPage) why(g model.Segment) string {
	s, pr := c.result.Segmentation, c.host.Printer()
	if s.Why != nil && s.Why[c.id()] >= 0 {
		return s.Reasons[s.Why[c.id()]].In(pr)
	}
	return g.Rule.In(pr)
}
