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
func (s *SegmentPage) Locate(p *store.Place) { p.Segment = s.number + 1 }

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
	if number >= 0 {
		host.Push(newSegment(host, number))
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
		host.Push(newCustomer(host, result, members, members, at))
	}
}
