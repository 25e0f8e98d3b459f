package screen

import (
	"slices"

	"custseg/ui/tui/chart"
	"custseg/ui/tui/store"
)

// Opener is a screen over which others can lie. Reopen lays over it the one that
// was there when the session was left, at most one. It reports false while that
// waits for something, and when it laid one over; it is asked again then.
type Opener interface {
	Reopen(store.Place) (done bool)
}

// Locate implements [Located].
func (s *SegmentPage) Locate(p *store.Place) {
	p.Segment, p.Wide, p.Customers = s.number+1, s.zoomed, s.table.kept()
}

// Locate implements [Located].
func (s *Members) Locate(p *store.Place) {
	p.Customers = s.table.kept()
	if s.walk == nil {
		p.Listed = true
		return
	}
	bar := pointOf(s.walk.at, s.walk.w, s.walk.h)
	p.Bar = &bar
}

// Locate implements [Located].
func (c *CustomerPage) Locate(p *store.Place) { p.Customer = c.id() + 1 }

// Locate implements [Located].
func (s *OrderPage) Locate(p *store.Place) { p.Order = s.place + 1 }

// Locate implements [Located].
func (s *AboutResult) Locate(p *store.Place) { p.Notes = true }

// Reopen implements [Opener]. Numbers that the result does not have open nothing.
func (s *SegmentsView) Reopen(p store.Place) bool {
	switch {
	case s.result == nil:
		return true
	case p.Notes:
		s.host.Push(newAbout(s.host))
	case p.Bar != nil:
		return s.reopenBar(p)
	case p.Segment > 0 && p.Segment <= len(s.result.Segmentation.Segments):
		page := newSegment(s.host, p.Segment-1)
		page.zoomed = p.Wide
		page.table.restore(p.Customers)
		s.host.Push(page)
	default:
		return true
	}
	return false
}

// reopenBar lists the customers of a place of the chart with the focus.
func (s *SegmentsView) reopenBar(p store.Place) bool {
	if len(s.charts.charts) == 0 {
		return true
	}
	at := cursorOf(*p.Bar)
	at.Cut = chart.Nowhere().Cut
	walk := &chartWalk{chart: s.charts.current(), result: s.result, heading: s.charts.data().Heading().In(s.host.Printer()),
		at: at, w: p.Bar.W, h: p.Bar.H}
	if len(walk.members()) == 0 {
		return true
	}
	list := newPlaceMembers(s.host, walk)
	list.table.restore(p.Customers)
	s.host.Push(list)
	return false
}

// Reopen implements [Opener].
func (s *SegmentPage) Reopen(p store.Place) bool { return s.table.reopen(p) }

// Reopen implements [Opener].
func (s *Members) Reopen(p store.Place) bool { return s.table.reopen(p) }

// reopen opens a customer of the list, once it is in its order.
func (c *customerTable) reopen(p store.Place) bool {
	customer := int32(p.Customer - 1)
	row := slices.Index(c.members, customer)
	switch {
	case row < 0:
		return true
	case c.pending:
		return false
	}
	order := c.customers()
	if !slices.Contains(order, customer) { // the filter is not kept, or is another
		order = c.members
	}
	c.host.Push(newCustomer(c.host, c.rows().result, c.members, order, row, c.goTo))
	return false
}

// Reopen implements [Opener].
func (c *CustomerPage) Reopen(p store.Place) bool {
	if p.Order < 1 || p.Order > len(c.history()) {
		return true
	}
	c.orders.grid.SetCursor(p.Order-1, 0)
	c.openOrder()
	return false
}
