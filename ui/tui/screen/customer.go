package screen

import (
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
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
	personal bool
	orders   *grid.Grid
	facts    factPane
	onFacts  bool // the facts have the focus, not the orders
	w, h     int
}

// newCustomer opens the customer of one row of a list.
func newCustomer(host Host, result *pipeline.Result, members, order []int32, row int) *CustomerPage {
	c := &CustomerPage{host: host, result: result, personal: host.Session().Personal, order: order, at: slices.Index(order, members[row])}
	c.show()
	return c
}

// show turns the page to the customer at its place in the list.
func (c *CustomerPage) show() {
	c.orders = grid.New(orderRows{c.host, c.history()})
	c.orders.SetEmpty("no orders")
	c.orders.Key("G") // the latest order
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
func (c *CustomerPage) Crumb() string { return c.result.Customers.ID(c.id()) }
func (c *CustomerPage) Typing() bool  { return false }

// Refresh implements [Screen]: the page follows the customer into the result in
// force, if they are in it.
func (c *CustomerPage) Refresh() {
	now := c.host.Session().Result
	if now == nil || now == c.result || now.Customers.Find(c.Crumb()) < 0 {
		return
	}
	id := c.Crumb()
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
		c.orders.SetSize(c.w-c.factsWidth()-1, max(2, h-customerHead-c.timelineLines()))
		c.facts.setSize(c.factsWidth(), h-customerHead)
	}
}

func (c *CustomerPage) factsWidth() int { return c.w * 11 / 20 }

// Key implements [Screen].
func (c *CustomerPage) Key(k term.Key) bool {
	c.followPersonal()
	if c.onFacts {
		return c.facts.key(k.Name)
	}
	return c.orders.Key(k.Name)
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
			c.orders.Wheel(m.DY * term.WheelRows)
		}
	case term.Press:
		if m.Y < customerHead {
			return
		}
		if c.onFacts = over; !over {
			c.orders.Click(m.X-c.factsWidth()-1, m.Y-customerHead-c.timelineLines())
		}
	}
}

// Actions implements [Screen].
func (c *CustomerPage) Actions() map[string]Action {
	turn := func(d int) Action {
		return Action{
			Do: func() { c.at += d; c.show() },
			Why: func() string {
				if c.at+d < 0 || c.at+d >= len(c.order) {
					return "there is no further customer in the list"
				}
				return ""
			},
		}
	}
	return map[string]Action{
		"customer.pane":     {Do: func() { c.onFacts = !c.onFacts }},
		"customer.next":     turn(1),
		"customer.previous": turn(-1),
		"customer.personal": {Do: func() { togglePersonal(c.host); c.followPersonal() }},
		"customer.copy":     {Do: func() { c.host.Copy(c.Crumb(), "the customer id") }},
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
	right := append(c.timeline(t, c.w-c.factsWidth()-1), c.orders.View(t, !c.onFacts)...)
	h := c.h - len(out)
	return append(out, beside(t, sized(c.facts.view(t, c.onFacts), c.factsWidth(), h), sized(right, c.w-c.factsWidth()-1, h))...)
}

// divider is the line above the panes, which says how much of the facts is
// shown when there are more.
func (c *CustomerPage) divider(t *theme.Theme) string {
	w := c.factsWidth()
	from, to, n := c.facts.window()
	mark := say(c.host.Printer(), " %d-%d of %d ", from+1, to, n)
	left := w - 1 - cell.Width(mark)
	if to-from == n || left < 0 {
		return rule(t, c.w, map[int]string{w: t.Glyphs.TeeDown})
	}
	ink := t.Faint
	if c.onFacts {
		ink = t.Accent
	}
	return rule(t, left, nil) + t.Paint(ink, mark) + rule(t, c.w-w+1, map[int]string{1: t.Glyphs.TeeDown})
}

// why is the reason the customer is in their segment.
func (c *CustomerPage) why(g model.Segment) string {
	s, pr := c.result.Segmentation, c.host.Printer()
	if s.Why != nil && s.Why[c.id()] >= 0 {
		return s.Reasons[s.Why[c.id()]].In(pr)
	}
	return g.Rule.In(pr)
}
