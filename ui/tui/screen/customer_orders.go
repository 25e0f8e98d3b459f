package screen

import (
	"custseg/model"
	"custseg/ui/tui/cell"
)

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
	full := count
	if n := len(history) - orders; n > 0 {
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
