package screen

import (
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
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
	facts    []fact
	w, h     int
}

// fact is one line about a customer.
type fact struct {
	label, value, note string
	heading            bool
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
	c.facts = c.gather()
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
		c.facts = c.gather()
	}
}

// SetSize implements [Screen].
func (c *CustomerPage) SetSize(w, h int) {
	c.w, c.h = w, h
	if w > 0 {
		c.orders.SetSize(c.w-c.factsWidth()-1, max(2, h-3-c.timelineLines()))
	}
}

func (c *CustomerPage) factsWidth() int { return c.w * 11 / 20 }

// timelineLines is how many lines the chart of orders takes.
func (c *CustomerPage) timelineLines() int { return min(3, max(1, c.h/10)) }

// Key implements [Screen].
func (c *CustomerPage) Key(k term.Key) bool { return c.orders.Key(k.Name) }

// Mouse implements [Screen].
func (c *CustomerPage) Mouse(m term.Mouse) {
	if m.Action == term.Wheel {
		c.orders.Wheel(m.DY)
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
	out := []string{cell.Pad(title, c.w), " " + inked(t, t.Plain, c.why(segment), c.w-1), rule(t, c.w, map[int]string{c.factsWidth(): t.Glyphs.TeeDown})}
	left := make([]string, 0, len(c.facts))
	for _, f := range c.facts {
		left = append(left, c.factLine(t, f))
	}
	right := append(c.timeline(t, c.w-c.factsWidth()-1), c.orders.View(t, true)...)
	h := c.h - len(out)
	return append(out, beside(t, sized(left, c.factsWidth(), h), sized(right, c.w-c.factsWidth()-1, h))...)
}

// why is the reason the customer is in their segment.
func (c *CustomerPage) why(g model.Segment) string {
	s, pr := c.result.Segmentation, c.host.Printer()
	if s.Why != nil && s.Why[c.id()] >= 0 {
		return s.Reasons[s.Why[c.id()]].In(pr)
	}
	return g.Rule.In(pr)
}

func (c *CustomerPage) factLine(t *theme.Theme, f fact) string {
	w := c.factsWidth()
	if f.heading {
		return " " + inked(t, t.Header, f.label, w-1)
	}
	label, value := 17, 12
	if w > 70 {
		label, value = 24, 16
	}
	return "  " + inked(t, t.Faint, f.label, label-2) + fitted(t, f.value, value, cell.Right) + "  " + inked(t, t.Plain, f.note, max(0, w-label-value-2))
}

// gather collects what is known of the customer: the measures the method read,
// with their place among all and the nearest cut, the scores, then the rest.
func (c *CustomerPage) gather() []fact {
	customers, s, pr, i := c.result.Customers, c.result.Segmentation, c.host.Printer(), c.id()
	out := []fact{{label: "Why here", heading: true}}
	for _, name := range s.Used {
		if f, ok := customers.Feature(model.Measure(name)); ok && f.Values() != nil {
			out = append(out, fact{label: f.Label.In(pr), value: unitText(pr, f.Values()[i], f.Unit), note: c.place(name, f.Values(), f.Unit)})
		} else if col, ok := customers.Lookup(name); ok {
			if n, ok := col.(*model.Numbers); ok {
				out = append(out, fact{label: name, value: unitText(pr, n.Values[i], model.Plain), note: c.place(name, n.Values, model.Plain)})
			}
		}
	}
	for _, score := range s.Scores {
		text := score.Text(i)
		if n, ok := score.(*model.Numbers); ok {
			text = unitText(pr, n.Values[i], model.Plain)
		}
		out = append(out, fact{label: score.Name(), value: text})
	}
	out = append(out, fact{}, fact{label: "Measures", heading: true})
	for _, f := range customers.Features() {
		if slices.Contains(s.Used, string(f.Measure)) {
			continue
		}
		value := f.Text(i)
		switch col := f.Column.(type) {
		case *model.Numbers:
			value = unitText(pr, col.Values[i], f.Unit)
		case *model.Dates:
			value = model.DayOf(col.Seconds[i]).String()
		}
		out = append(out, fact{label: f.Label.In(pr), value: value})
	}
	return append(out, c.attributes()...)
}

func (c *CustomerPage) attributes() []fact {
	out := []fact{{}, {label: "Attributes", heading: true}}
	hidden := 0
	for _, a := range c.result.Customers.Attributes() {
		switch {
		case a.Personal && !c.personal:
			hidden++
		case !a.Missing(c.id()):
			out = append(out, fact{label: a.Name(), note: a.Text(c.id())})
		}
	}
	if hidden > 0 {
		out = append(out, fact{label: fmt.Sprintf("%d personal", hidden), note: "hidden, P shows"})
	}
	if len(out) == 2 {
		return nil
	}
	return out
}

// place says where a value stands among all customers, and how far the nearest
// cut is that would move it.
func (c *CustomerPage) place(name string, values []float64, u model.Unit) string {
	v := values[c.id()]
	if math.IsNaN(v) {
		return ""
	}
	below, equal, n := 0, 0, 0
	for _, w := range values {
		if math.IsNaN(w) {
			continue
		}
		n++
		if w < v {
			below++
		} else if w == v {
			equal++
		}
	}
	text := c.host.Printer().Sprintf("above %.0f%%", 100*(float64(below)+float64(equal)/2)/float64(n))
	for _, cuts := range c.result.Segmentation.Cuts {
		if cuts.Measure == name {
			text += nearestCut(v, cuts, u)
		}
	}
	return text
}

// nearestCut says which cut is closest to a value and how far away it is.
func nearestCut(v float64, cuts model.Cuts, u model.Unit) string {
	best := math.Inf(1)
	at := 0.0
	for _, cut := range cuts.Values {
		if d := math.Abs(cut - v); d < best {
			best, at = d, cut
		}
	}
	if math.IsInf(best, 1) {
		return ""
	}
	return fmt.Sprintf(", %s from cut %s", chart.Short(best, u), chart.Short(at, u))
}

// timeline shows the money of the customer's orders over the whole time of the
// data, so that customers can be compared.
func (c *CustomerPage) timeline(t *theme.Theme, w int) []string {
	customers, history := c.result.Customers, c.history()
	if len(history) == 0 || customers.First == model.NoDay || w < 10 {
		return sized(nil, w, c.timelineLines())
	}
	from, to := customers.First, max(customers.AsOf, customers.Last)
	counts := make([]int, w-2)
	for _, o := range history {
		if o.Time == model.NoDate || o.Return {
			continue
		}
		x := int(float64(model.DayOf(o.Time)-from) / float64(to-from+1) * float64(len(counts)))
		counts[max(0, min(x, len(counts)-1))]++
	}
	head := " " + inked(t, t.Header, c.host.Printer().Sprintf("%d orders, %s to %s", len(history), from, to), w-1)
	return sized([]string{head, " " + t.Paint(t.Accent, chart.Sparkline(t, counts, w-2))}, w, c.timelineLines())
}

// orderRows is the history of a customer as rows of a table.
type orderRows struct {
	host   Host
	orders []model.Order
}

// Len implements [grid.Source].
func (r orderRows) Len() int { return len(r.orders) }

// Columns implements [grid.Source].
func (r orderRows) Columns() []grid.Column {
	return []grid.Column{{Title: "Date"}, {Title: "Money", Align: cell.Right}, {Title: "Lines", Align: cell.Right}, {Title: ""}, {Title: "Order"}}
}

// Text implements [grid.Source].
func (r orderRows) Text(row, col int) string {
	o := r.orders[row]
	switch col {
	case 0:
		return model.DayOf(o.Time).String()
	case 1:
		return unitText(r.host.Printer(), o.Money, model.Money)
	case 2:
		return unitText(r.host.Printer(), float64(o.Lines), model.Plain)
	case 3:
		if o.Return {
			return "return"
		}
		return ""
	}
	return o.ID
}
