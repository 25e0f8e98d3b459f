package screen

import (
	"slices"

	"custseg/ui/tui/store"
)

// Located is a screen that can tell a part of the place that the analyst is at.
type Located interface {
	Locate(*store.Place)
}

// Locate implements [Located].
func (s *SegmentPage) Locate(p *store.Place) {
	p.Segment, p.Customers = s.number+1, s.table.kept()
}

// Locate implements [Located].
func (s *SegmentsView) Locate(p *store.Place) {
	if s.table != nil {
		p.Segments = keptList(s.table, listKeys(s.rows))
	}
}

// Restore sorts the table of segments as it was left, with the cursor on the
// same segment.
func (s *SegmentsView) Restore(l *store.List) {
	if s.table == nil || l == nil {
		return
	}
	keys := listKeys(s.rows)
	s.sortBy(sortKeys(l.Sort, keys))
	s.table.SetCursor(l.Row-1, max(0, slices.Index(keys, l.Column)))
}

// Locate implements [Located].
func (s *DataView) Locate(p *store.Place) {
	if tab := s.table(); tab != nil {
		p.Table, p.Rows = s.at+1, tab.rows.kept()
	}
}

// Restore shows the table of the data that was left, its rows as they were
// left.
func (s *DataView) Restore(p store.Place) {
	if p.Table < 1 || p.Table > len(s.tables) {
		return
	}
	if p.Table-1 != s.at {
		s.show(p.Table - 1)
	}
	s.table().rows.restore(p.Rows)
}

// Locate implements [Located].
func (c *CustomerPage) Locate(p *store.Place) { p.Customer = c.id() + 1 }

// Locate implements [Located].
func (s *MethodList) Locate(p *store.Place) { p.OnlyFit = s.only }

// Narrow lists only the methods that can run, or all.
func (s *MethodList) Narrow(only bool) {
	s.only = only
	s.list()
}

// OpenPlace lays over the segments what was open there: a segment, and a
// customer of it. Numbers that the result does not have open nothing.
func OpenPlace(host Host, p store.Place) {
	result := host.Session().Result
	if result == nil || p.Customer > result.Customers.Len() || p.Segment > len(result.Segmentation.Segments) {
		return
	}
	number := p.Segment - 1
	var seen func(id string)
	if number >= 0 {
		page := newSegment(host, number)
		page.table.restore(p.Customers)
		seen = page.table.goTo
		host.Push(page)
	}
	customer := int32(p.Customer - 1)
	if customer < 0 {
		return
	}
	if number < 0 {
		number = int(result.Segmentation.Of[customer])
	}
	if number < 0 {
		return
	}
	members := result.Segmentation.Members(number)
	if at := slices.Index(members, customer); at >= 0 {
		host.Push(newCustomer(host, result, members, members, at, seen))
	}
}
