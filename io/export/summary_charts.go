package export

import (
	"custseg/model"
)

// What the charts of a Summary are at most.
const (
	mostSummaryBars = 30
	chartGap        = 20 // pixels between two
	leastOwnHeight  = 320
)

// charts draws, side by side below the table whose segments are on rows from to
// to, the segments' sizes, their values, and what suits the method best: its own
// chart, or below them its grid.
func (s *sheet) charts(widths []float64, from, to int, plots []model.Chart) {
	b := s.book
	to = min(to, from+mostSummaryBars-1)
	segments := b.view.summary.segments[:to-from+1]
	grid := ownGrid(plots, len(widths)-3)
	own, count := grid == nil && drawable(plots), 1
	if b.view.summary.total.HasValue {
		count++
	}
	if own {
		count++
	}
	height := min(90+26*len(segments), 700)
	if own {
		height = max(height, leastOwnHeight)
	}
	at := frames(widths, max(2, count), s.row+2, height)
	c := barChart{sheet: b.tab(summarySheet), from: from, to: to, column: 3, format: wholeFormat, title: b.view.text(model.P("Customers by segment"))}
	for _, g := range segments {
		c.colors = append(c.colors, segmentColor(g.Index, g.Unclassified))
	}
	s.do(func() error { return b.addBars(c.in(at[0])) })
	at = at[1:]
	if b.view.summary.total.HasValue {
		c.title, c.column = b.view.text(model.P("Value by segment")), 5
		s.do(func() error { return b.addBars(c.in(at[0])) })
		at = at[1:]
	}
	if own {
		b.own = ownChart{sheet: s, at: at[0]}
	}
	if grid != nil {
		s.reserve(s.row+2, height)
		s.ownGrid(grid)
	}
}

// frames divides the width of a sheet, in columns of widths, into so many frames
// side by side.
func frames(widths []float64, count, row, height int) []frame {
	total := 0
	for _, w := range widths {
		total += pixels(w)
	}
	out := make([]frame, count)
	for i := range out {
		f := frame{row: row, offset: total * i / count, width: total/count - chartGap, height: height}
		for f.offset > pixels(widths[f.left]) {
			f.offset -= pixels(widths[f.left])
			f.left++
		}
		out[i] = f
	}
	return out
}

// ownGrid writes the method's grid below the charts.
func (s *sheet) ownGrid(c *model.Grid) {
	s.heading(c.Title, 2+len(c.Cols))
	if means := c.Means(); means != nil {
		s.means(c, means)
		return
	}
	s.counts(c)
}
