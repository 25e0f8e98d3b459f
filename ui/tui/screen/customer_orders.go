package screen

import (
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// timelineLines is how many lines the orders over time take: what they are, the
// strip and its axis, as far as the table below can spare them.
func (c *CustomerPage) timelineLines() int {
	switch {
	case c.h >= 18:
		return 3
	case c.h >= 14:
		return 2
	}
	return 1
}

// timeline shows the customer's orders over the whole time of the data, so that
// customers can be compared.
func (c *CustomerPage) timeline(t *theme.Theme, w int) []string {
	customers, history := c.result.Customers, c.history()
	if len(history) == 0 || customers.First == model.NoDay || w < 24 {
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
	ends, last := from.String(), to.String()
	axis := ends + fitted(t, say(c.host.Printer(), "all data"), w-2-cell.Width(ends)-cell.Width(last), cell.Center) + last
	return sized([]string{
		" " + inked(t, t.Header, c.orderCount(history, w-1), w-1),
		" " + t.Paint(t.Accent, chart.Sparkline(t, counts, w-2)),
		" " + inked(t, t.Faint, axis, w-1),
	}, w, c.timelineLines())
}

// orderCount says how many orders and returns there are and from when to when
// the customer ordered, in as many words as w cells hold.
func (c *CustomerPage) orderCount(history []model.Order, w int) string {
	pr := c.host.Printer()
	first, last := model.NoDay, model.NoDay
	orders := 0
	for _, o := range history {
		if o.Return {
			continue
		}
		orders++
		if o.Time != model.NoDate {
			if day := model.DayOf(o.Time); first == model.NoDay {
				first, last = day, day
			} else {
				first, last = min(first, day), max(last, day)
			}
		}
	}
	count := say(pr, "%d orders", orders)
	if orders == 1 {
		count = say(pr, "1 order")
	}
	full := count
	if n := len(history) - orders; n == 1 {
		full = say(pr, "%s, 1 return", count)
	} else if n > 1 {
		full = say(pr, "%s, %d returns", count, n)
	}
	dates := ""
	switch {
	case first == model.NoDay:
		return full
	case first == last:
		dates = first.String()
	default:
		dates = say(pr, "%s to %s", first, last)
	}
	for _, s := range []string{full + ", " + dates, count + ", " + dates, count + " " + dates} {
		if cell.Width(s) <= w {
			return s
		}
	}
	return say(pr, "%d: %s", orders, dates)
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
