package chart

import (
	"math"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Tally counts values in n bins of equal width between the least and the
// greatest, for a [Sparkline]. NaN and infinite values are left out. It takes
// two passes and no memory but the counts.
func Tally(values []float64, n int) []int {
	counts := make([]int, max(n, 1))
	r := span{math.Inf(1), math.Inf(-1)}
	for _, v := range values {
		if finite(v) {
			r.lo, r.hi = min(r.lo, v), max(r.hi, v)
		}
	}
	if r.lo > r.hi {
		return counts
	}
	lo, scale := r.lo/2, float64(len(counts))/(r.hi/2-r.lo/2)
	if !finite(scale) {
		scale = 0
	}
	for _, v := range values {
		if finite(v) {
			counts[min(int((v/2-lo)*scale), len(counts)-1)]++
		}
	}
	return counts
}

// Sparkline draws counts as one line of w cells without colour, a column of
// eighths for each cell; what is not zero shows. More counts than cells are
// added up, fewer are drawn wider.
func Sparkline(t *theme.Theme, counts []int, w int) string {
	if w <= 0 {
		return ""
	}
	cells := counts
	if len(counts) > w {
		cells = make([]int, w)
		for i, n := range counts {
			cells[i*w/len(counts)] += n
		}
	}
	most := 0
	for _, n := range cells {
		most = max(most, n)
	}
	var b strings.Builder
	each := 1
	if len(cells) > 0 {
		each = w / len(cells)
	}
	for _, n := range cells {
		s := blank
		if e := eighths(n, most, 1); e > 0 {
			s = t.Glyphs.Columns[e-1]
		}
		b.WriteString(strings.Repeat(s, each))
	}
	b.WriteString(strings.Repeat(blank, w-each*len(cells)))
	return b.String()
}

// Bar draws v of most as a bar of w cells without colour that grows to the
// right by eighths of a cell; what is more than zero shows, what is less does
// not.
func Bar(t *theme.Theme, v, most float64, w int) string {
	if w <= 0 {
		return ""
	}
	e := 0
	if v > 0 && most > 0 {
		e = max(int(math.Round(min(v/most, 1)*float64(8*w))), 1)
	}
	g := t.Glyphs.Eighths
	s := strings.Repeat(g[7], e/8)
	n := e / 8
	if e%8 > 0 {
		s += g[e%8-1]
		n++
	}
	return s + strings.Repeat(blank, w-n)
}

// Stacked draws the sizes of segments as one line of w cells that are 100 %
// together, each segment in its colour, with its tag and, where it fits, its
// share. While there is room each segment that is not empty has a cell.
func Stacked(t *theme.Theme, counts []int, w int) string {
	total := 0
	for _, n := range counts {
		total += n
	}
	c := newCanvas(t, w, 1)
	x := 0
	for i, n := range portions(counts, w) {
		if n == 0 {
			continue
		}
		ink := t.Segment(i)
		c.fill(x, 0, n, t.Glyphs.Eighths[7], ink)
		// With colour the words stand on it; without, a gap in the bar is the
		// border between two segments.
		ink.Bold, ink.Reverse = true, t.Color
		c.set(x, 0, t.Tag(i), ink)
		if s := " " + Share(counts[i], total) + " "; cell.Width(s)+2 <= n {
			c.text(x+1, 0, s, ink)
		}
		x += n
	}
	if w <= 0 {
		return ""
	}
	return c.lines()[0]
}

// portions divides w cells in proportion to the counts by largest remainders
// (Hamilton's method), after one cell for each that is not zero while they
// suffice.
func portions(counts []int, w int) []int {
	out := make([]int, len(counts))
	total, some := 0, 0
	for _, n := range counts {
		total += n
		if n > 0 {
			some++
		}
	}
	if total == 0 || w <= 0 {
		return out
	}
	least := 1
	if some > w {
		least = 0
	}
	free := w - least*some
	rest := make([]float64, len(counts))
	given := 0
	for i, n := range counts {
		if n == 0 {
			rest[i] = -1
			continue
		}
		// The cell a segment has already counts towards its share.
		exact := max(float64(n)/float64(total)*float64(w)-float64(least), 0)
		k := min(int(exact), free-given)
		out[i], rest[i] = least+k, exact-float64(k)
		given += k
	}
	for ; given < free; given++ {
		best := 0
		for i := range rest {
			if rest[i] > rest[best] {
				best = i
			}
		}
		out[best]++
		rest[best]--
	}
	return out
}
