package chart

import (
	"math"
	"sort"

	"custseg/ui/tui/theme"
)

// stack is how the customers of a histogram divide among segments: of each
// segment the values of some customers, sorted, so that a bin costs some
// searches.
type stack struct {
	sorted [][]float64 // by segment
}

// mostStacked is the number of customers that a stack looks at; of more it takes
// every second, third and so on, which changes a share by less than a percent.
const mostStacked = 20_000

// newStack prepares a stack, nil without two segments to tell apart.
func newStack(values []float64, of Split) *stack {
	if len(of.Names) < 2 || len(of.Of) != len(values) {
		return nil
	}
	s := &stack{sorted: make([][]float64, len(of.Names))}
	step := max(len(values)/mostStacked, 1)
	some := 0
	for i := 0; i < len(values); i += step {
		if g := of.Of[i]; g >= 0 && finite(values[i]) {
			if len(s.sorted[g]) == 0 {
				some++
			}
			s.sorted[g] = append(s.sorted[g], values[i])
		}
	}
	if some < 2 {
		return nil
	}
	for _, v := range s.sorted {
		sort.Float64s(v)
	}
	return s
}

// between counts the values looked at from lo on and below hi, by segment; last
// counts hi too.
func (s *stack) between(lo, hi float64, last bool) (counts []int, total int) {
	counts = make([]int, len(s.sorted))
	for g, v := range s.sorted {
		to := sort.SearchFloat64s(v, hi)
		if last {
			to = sort.Search(len(v), func(i int) bool { return v[i] > hi })
		}
		counts[g] = to - sort.SearchFloat64s(v, lo)
		total += counts[g]
	}
	return counts, total
}

// segments are those with a value, ascending.
func (s *stack) segments() (out []int) {
	for g, v := range s.sorted {
		if len(v) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// bin counts the values looked at in a bin, by segment.
func (s *stack) bin(b *Bins, i int) (counts []int, total int) {
	return s.between(b.Edges[i], b.Edges[i+1], i == len(b.Counts)-1)
}

// stacked draws the bars as their segments upon each other, the first at the
// bottom.
func (h *Histogram) stacked(p *plot, b *Bins, most int) {
	lettered := p.t.Lettered(len(h.names))
	for i, n := range b.Counts {
		e := eighths(n, most, p.h)
		owners := h.stack.owners(b, i, e)
		for x := p.start(i); x < p.start(i+1)-p.gap; x++ {
			p.stackedBar(x, p.y+p.h-1, owners, lettered)
		}
	}
}

// owners are the segments of the eighths of a bar, from the bottom; -1 where
// nobody was looked at.
func (s *stack) owners(b *Bins, i, e int) []int {
	out := make([]int, e)
	counts, total := s.bin(b, i)
	sum, from := 0, 0
	for g, n := range counts {
		sum += n
		to := e
		if total > 0 {
			to = int(math.Round(float64(sum) / float64(total) * float64(e)))
		}
		for ; from < to; from++ {
			out[from] = g
			if total == 0 {
				out[from] = -1
			}
		}
	}
	return out
}

// stackedBar draws a bar from the cell upwards. Where a border lies within a
// cell it is drawn by the colours of both sides; where colours are few a cell shows
// the tag of its segment.
func (c *canvas) stackedBar(x, y int, owners []int, lettered bool) {
	for ; len(owners) > 0; y-- {
		n := min(len(owners), 8)
		cell := owners[:n]
		owners = owners[n:]
		low, same := cell[0], 1
		for same < n && cell[same] == low {
			same++
		}
		switch {
		case lettered && n < 4 && y > 0:
			c.set(x, y, c.t.Glyphs.Columns[n-1], c.t.Segment(cell[n/2]))
		case lettered:
			ink := c.t.Segment(cell[n/2])
			ink.Reverse = c.t.Color
			c.set(x, y, c.t.Tag(cell[n/2]), ink)
		case n < 8: // the top has no room for a second colour
			c.set(x, y, c.t.Glyphs.Columns[n-1], c.t.Segment(cell[n/2]))
		case same == 8:
			c.set(x, y, c.t.Glyphs.Columns[7], c.t.Segment(low))
		default:
			c.set(x, y, c.t.Glyphs.Columns[same-1], theme.Of(c.t.Segment(low).FG, c.t.Segment(cell[(same+7)/2]).FG))
		}
	}
}

// mostly says which segment most of a bin are of.
func (h *Histogram) mostly(b *Bins, i int) string {
	counts, total := h.stack.bin(b, i)
	if total == 0 {
		return ""
	}
	best := 0
	for g, n := range counts {
		if n > counts[best] {
			best = g
		}
	}
	return say(h.pr, "%s %s", h.names[best], Share(counts[best], total))
}
