package screen

import (
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
)

// chartWalk goes over the places of a chart that customers stand behind: the
// bars of a histogram, the cells of a grid row by row.
type chartWalk struct {
	chart   chart.Chart
	result  *pipeline.Result // the one that the chart is of
	heading string           // of a chart whose places have no names
	at      chart.Cursor
	w, h    int
}

// title names the place.
func (c *chartWalk) title() string {
	if placed, ok := c.chart.(chart.Placed); ok {
		return placed.Place(c.at, c.w, c.h)
	}
	return c.heading
}

// members are the customers of the place.
func (c *chartWalk) members() []int32 { return c.chart.Members(c.at, c.w, c.h) }

// mostSteps is how many places without customers are passed over.
const mostSteps = 500

// step goes to the next place with customers, or with d -1 to the one before. It
// reports whether there was one, and else stays.
func (c *chartWalk) step(d int) bool {
	from, before := c.at, c.members()
	for range mostSteps {
		next, ok := c.beside(d)
		if !ok {
			break
		}
		c.at = next
		if found := c.members(); len(found) > 0 && !sameMembers(found, before) {
			return true
		}
	}
	c.at = from
	return false
}

// beside returns the place beside, at the end of a row that at the start of the
// next; ok is false at the end of the chart.
func (c *chartWalk) beside(d int) (at chart.Cursor, ok bool) {
	at = c.chart.Move(c.at, d, 0, c.w, c.h)
	if at != c.at {
		return at, true
	}
	if at = c.chart.Move(c.at, 0, d, c.w, c.h); at == c.at {
		return at, false
	}
	for range mostSteps {
		next := c.chart.Move(at, -d, 0, c.w, c.h)
		if next == at {
			break
		}
		at = next
	}
	return at, true
}

// sameMembers reports whether two places stand for the same customers, as
// neighbouring points of a curve may.
func sameMembers(a, b []int32) bool {
	return len(a) == len(b) && a[0] == b[0] && a[len(a)-1] == b[len(b)-1]
}
