package screen

import (
	"math"
	"strings"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// timelineLines is how many lines the orders over time take: what they are, the
// bars and their axis, as far as the table below can spare them.
func (c *CustomerPage) timelineLines() int {
	switch {
	case !c.hasOrders():
		return 0
	case c.h >= 40:
		return 10
	case c.h >= 26:
		return 7
	case c.h >= 18:
		return 4
	case c.h >= 14:
		return 2
	}
	return 1
}

// orderTimeline is what a customer ordered over the whole time of the data, a
// cell each for as long as all others, so that customers can be compared.
type orderTimeline struct {
	from, to model.Day
	cells    []float64 // money, or orders where there is none
	returns  []bool
	most     float64
	money    bool
}

// newOrderTimeline lays a history out over w cells.
func newOrderTimeline(history []model.Order, from, to model.Day, w int) orderTimeline {
	out := orderTimeline{from: from, to: to, cells: make([]float64, w), returns: make([]bool, w)}
	for _, o := range history {
		out.money = out.money || o.Money != 0
	}
	for _, o := range history {
		x := out.at(o)
		switch {
		case x < 0:
		case o.Return:
			out.returns[x] = true
		case out.money:
			out.cells[x] += o.Money
		default:
			out.cells[x]++
		}
	}
	for _, v := range out.cells {
		out.most = max(out.most, v)
	}
	return out
}

// at is the cell of an order, -1 for one without a date.
func (l orderTimeline) at(o model.Order) int {
	if o.Time == model.NoDate || len(l.cells) == 0 {
		return -1
	}
	x := int(float64(model.DayOf(o.Time)-l.from) / float64(l.to-l.from+1) * float64(len(l.cells)))
	return max(0, min(x, len(l.cells)-1))
}

// bars draws the cells as columns h lines high, the highest for the most.
func (l orderTimeline) bars(t *theme.Theme, h int) []string {
	out := make([]string, h)
	for y := range out {
		var b strings.Builder
		for _, v := range l.cells {
			eighths := 0
			if v > 0 {
				eighths = max(1, int(math.Round(v/l.most*float64(8*h))))
			}
			switch left := eighths - 8*(h-1-y); {
			case left <= 0:
				b.WriteString(" ")
			default:
				b.WriteString(t.Glyphs.Columns[min(left, 8)-1])
			}
		}
		out[y] = t.Paint(t.Accent, b.String())
	}
	return out
}

// marks is the line below the bars: x for returns, and the pointer's order.
func (l orderTimeline) marks(t *theme.Theme, here int) string {
	var b strings.Builder
	for x := range l.cells {
		switch {
		case x == here:
			b.WriteString(t.Glyphs.Up)
		case l.returns[x]:
			b.WriteString("x")
		default:
			b.WriteString(t.Glyphs.HRule)
		}
	}
	return b.String()
}

// timeline shows the customer's orders over the whole time of the data.
func (c *CustomerPage) timeline(t *theme.Theme, w int) []string {
	const scale = 8 // cells of the money beside the bars
	customers, history, h := c.result.Customers, c.history(), c.timelineLines()
	if len(history) == 0 || customers.First == model.NoDay || w < 24 {
		return sized(nil, w, h)
	}
	out := []string{" " + inked(t, t.Header, c.orderCount(history, w-1), w-1)}
	l := newOrderTimeline(history, customers.First, max(customers.AsOf, customers.Last), w-scale-2)
	unit := model.Plain
	if l.money {
		unit = model.Money
	}
	rows := max(1, h-3)
	for y, line := range l.bars(t, rows) {
		label := ""
		switch {
		case y == 0:
			label = chart.Short(l.most, unit)
		case y == rows-1:
			label = "0"
		case rows >= 5 && y == rows/2:
			label = chart.Short(l.most*float64(rows-y)/float64(rows), unit)
		}
		out = append(out, t.Paint(t.Faint, cell.Fit(label, scale, cell.Right))+" "+line)
	}
	here := -1
	if row, _ := c.orders.grid.Cursor(); row >= 0 && row < len(history) {
		here = l.at(history[row])
	}
	blank := strings.Repeat(" ", scale+1)
	out = append(out, blank+t.Paint(t.Faint, l.marks(t, here)))
	first, last := l.from.String(), l.to.String()
	middle := say(c.host.Printer(), "%s the order below, x returns", t.Glyphs.Up)
	if room := len(l.cells) - cell.Width(first) - cell.Width(last); room < cell.Width(middle)+2 {
		middle = say(c.host.Printer(), "all data")
		if room < cell.Width(middle)+2 {
			middle = ""
		}
	}
	room := max(0, len(l.cells)-cell.Width(first)-cell.Width(last))
	out = append(out, blank+inked(t, t.Faint, first+fitted(t, middle, room, cell.Center)+last, len(l.cells)))
	return sized(out, w, h)
}
