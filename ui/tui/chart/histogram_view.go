package chart

import (
	"math"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// plot is where the columns of a histogram stand on its canvas.
type plot struct {
	*canvas
	g      glyphs
	x, y   int // the left upper cell
	w, h   int
	n, gap int // bins, and the cells between them
}

// start is the first cell of bin i, and that behind the last of the bin before:
// the bins fill the width, so that some are a cell wider.
func (p *plot) start(i int) int { return p.x + i*p.w/max(p.n, 1) }

// View implements [Chart].
func (h *Histogram) View(t *theme.Theme, w, height int, at Cursor) []string {
	c := newCanvas(t, w, height)
	b := h.Bins(w)
	facts := h.facts(&b)
	n := len(b.Counts)
	if height >= 9 && n > 0 {
		// The axes and the rule of the bins have a line of their own.
		axes := say(h.pr, "across: %s; up: %s; %s", h.title, h.counts, facts[len(facts)-1])
		c.fit(0, height-1, axes, w, cell.Left, t.Faint)
		facts = facts[:len(facts)-1]
		height--
		c.footed = true
		if h.stack != nil && height >= 9 {
			segments := h.stack.segments()
			rows := legendHeight(w, max(height/8, 1), h.names, segments)
			legendRows(c, h.pr, height-rows, rows, h.names, segments)
			height -= rows
		}
	}
	heading(c, h.title, h.readout(&b, at), facts)
	if n == 0 {
		nothing(c, h.pr)
		return c.lines()
	}
	p := plot{canvas: c, g: glyphsOf(t), y: 1, w: h.plotWidth(w), h: height - 1}
	if p.n = n; p.w/n >= 4 {
		p.gap = 1
	}
	if height >= 4 {
		p.h -= 2
	}
	most := 0
	for _, k := range b.Counts {
		most = max(most, k)
	}
	if w >= narrowest {
		p.x = countAxis(c, p.g, p.y, p.h, most, height >= 4)
	}
	if h.stack != nil {
		h.stacked(&p, &b, most)
	} else {
		h.columns(&p, &b, most, at)
	}
	h.cutLines(&p, &b, at)
	if height >= 4 {
		h.axis(&p, &b, at)
	}
	h.markLines(&p, &b, height >= 4)
	return c.lines()
}

// readout says what is under the cursor.
func (h *Histogram) readout(b *Bins, at Cursor) string {
	switch {
	case at.Cut >= 0 && at.Cut < len(h.cuts):
		return say(h.pr, "cut %d: %s", at.Cut+1, Short(h.cuts[at.Cut], h.unit))
	case at.X >= 0 && at.X < len(b.Counts):
		out := h.binText(b, at.X)
		if h.stack != nil {
			if most := h.mostly(b, at.X); most != "" {
				out = say(h.pr, "%s, most %s", out, most)
			}
		}
		return out
	}
	return ""
}

// binText writes a bin: its range, its customers and their share.
func (h *Histogram) binText(b *Bins, i int) string {
	n, share := Count(b.Counts[i]), Share(b.Counts[i], b.N)
	switch b.Rule {
	case Single:
		return say(h.pr, "%s: %s (%s)", h.number(h.sample.Quantile(.5)), n, share)
	case Each:
		return say(h.pr, "%s: %s (%s)", h.number(b.Edges[i]), n, share)
	}
	return say(h.pr, "%s to %s: %s (%s)", h.number(b.Edges[i]), h.number(b.Edges[i+1]), n, share)
}

// countAxis draws the left axis of counts over rows y to y+h-1 and returns the
// x of the plot. The greatest count is the top of the topmost row.
func countAxis(c *canvas, g glyphs, y, h, most int, corner bool) int {
	w := cell.Width(Short(float64(most), model.Plain))
	for i := range h {
		c.set(w, y+i, g.axis, c.t.Rule)
	}
	if corner {
		c.set(w, y+h, g.corner, c.t.Rule)
	}
	used := -2
	mark := func(v float64) {
		row := h - 1 - min(int(v/float64(max(most, 1))*float64(h)), h-1)
		if row <= used+1 || row == h-1 && v > 0 && h > 1 {
			return
		}
		used = row
		c.fit(0, y+row, Short(v, model.Plain), w, cell.Right, c.t.Faint)
		c.set(w, y+row, g.tick, c.t.Rule)
	}
	mark(float64(most))
	ticks := Ticks(0, float64(most), max(h/3, 1), true)
	for i := len(ticks) - 1; i > 0; i-- {
		mark(ticks[i])
	}
	return w + 1
}

// columns draws the bars.
func (h *Histogram) columns(p *plot, b *Bins, most int, at Cursor) {
	for i, n := range b.Counts {
		ink := h.ink(p.t, b.Part[i])
		if i == at.X {
			ink = p.t.Title
		}
		e := eighths(n, most, p.h)
		for x := p.start(i); x < p.start(i+1)-p.gap; x++ {
			p.bar(x, p.y+p.h-1, e, ink)
		}
	}
}

// eighths scales v to the height of rows cells in eighths; what is not nothing
// shows.
func eighths(v, most, rows int) int {
	if v == 0 || most == 0 {
		return 0
	}
	return max(int(math.Round(float64(v)/float64(most)*float64(8*rows))), 1)
}

// bar draws a bar of so many eighths from the cell upwards.
func (c *canvas) bar(x, y, e int, ink theme.Ink) {
	for ; e >= 8; e -= 8 {
		c.set(x, y, c.t.Glyphs.Columns[7], ink)
		y--
	}
	if e > 0 {
		c.set(x, y, c.t.Glyphs.Columns[e-1], ink)
	}
}

// ink is the ink of an interval between the cuts.
func (h *Histogram) ink(t *theme.Theme, part int) theme.Ink {
	if h.owners != nil {
		return t.Segment(h.owners[part])
	}
	if part%2 == 1 {
		return t.Faint
	}
	return theme.Of(t.Accent.FG, -1)
}

// at returns the cell of the axis at which v stands.
func (p *plot) at(b *Bins, v float64) int {
	at := b.Position(v)
	i := min(int(at), p.n-1)
	return min(p.start(i)+int((at-float64(i))*float64(p.start(i+1)-p.start(i))), p.x+p.w-1)
}

// cut returns the cell of the axis at which a bound between two intervals
// stands: where a bin is one value, behind the value.
func (p *plot) cut(b *Bins, v float64) int {
	if b.Rule != Each {
		return p.at(b, v)
	}
	return p.start(min(int(b.Position(v))+1, p.n)) - 1
}

// middle returns the cell below the middle of bin i.
func (p *plot) middle(i int) int { return (p.start(i) + p.start(i+1) - p.gap) / 2 }

// cutLines draws the cuts above the bars, the one at the cursor through them.
func (h *Histogram) cutLines(p *plot, b *Bins, at Cursor) {
	for i, v := range h.bounds {
		x := p.cut(b, v)
		for y := p.y; y < p.y+p.h; y++ {
			if i == at.Cut {
				p.over(x, y, p.t.Glyphs.VRule, p.t.Accent)
			} else if p.empty(x, y) {
				p.set(x, y, p.t.Glyphs.CutLine, p.t.Faint)
			}
		}
	}
}

// markLines draws the values that are pointed out above the bars and, where there
// is an axis, on it: those within the bins that are drawn.
func (h *Histogram) markLines(p *plot, b *Bins, axis bool) {
	for _, v := range h.marks {
		if v <= b.Edges[0] || v >= b.Edges[len(b.Counts)] {
			continue
		}
		x := p.cut(b, v)
		for y := p.y; y < p.y+p.h; y++ {
			if p.empty(x, y) {
				p.set(x, y, p.t.Glyphs.CutLine, p.t.Faint)
			}
		}
		if axis {
			p.set(x, p.y+p.h, p.t.Glyphs.TeeUp, p.t.Warn)
		}
	}
}

// axis draws the line below the bars and its labels: the cut at the cursor
// first, then the other cuts, the ends, and round numbers where there is room.
func (h *Histogram) axis(p *plot, b *Bins, at Cursor) {
	g, n := p.t.Glyphs, len(b.Counts)
	y := p.y + p.h
	end := p.x + p.w
	p.fill(p.x, y, end-p.x, g.HRule, p.t.Rule)
	if b.Above > 0 {
		p.set(end, y, g.Right, p.t.Warn)
	}
	l := newLabels(p.canvas, y+1)
	if at.Cut >= 0 && at.Cut < len(h.cuts) {
		l.place(p.cut(b, h.bounds[at.Cut]), g.StepLeft+h.number(h.cuts[at.Cut])+g.StepRight, p.t.Cursor)
	}
	cuts := make(map[int]bool, len(h.cuts))
	for i, v := range h.bounds {
		x, ink := p.cut(b, v), p.t.Rule
		if i == at.Cut {
			ink = p.t.Accent
		} else {
			l.place(x, h.number(h.cuts[i]), p.t.Title)
		}
		p.set(x, y, g.TeeUp, ink)
		cuts[x] = true
	}
	for _, tick := range h.ticks(p, b) {
		if l.place(tick.x, tick.label, p.t.Faint) && !cuts[tick.x] {
			p.set(tick.x, y, g.TeeDown, p.t.Rule)
		}
	}
	h.tags(p, b, y)
	if at.X >= 0 && at.X < n {
		p.set(p.middle(at.X), y, g.Up, p.t.Accent)
	}
}

// tick is a labelled cell of the bottom axis.
type tick struct {
	x     int
	label string
}

// ticks returns the labels of the bottom axis, the ends first.
func (h *Histogram) ticks(p *plot, b *Bins) []tick {
	n := len(b.Counts)
	first, last := b.Edges[0], b.Edges[n]
	room := max(p.w/8, 1)
	var values []float64
	switch {
	case b.Rule == Single:
		return []tick{{p.middle(0), h.number(h.sample.Quantile(.5))}}
	case b.Rule == Each:
		last = b.Edges[n-1]
		values = append([]float64{first, last}, Ticks(first, last, room, true)...)
	case b.Scale.Log:
		values = LogTicks(first, last, room)
	default:
		values = append([]float64{first, last}, Ticks(first, last, room, h.sample.whole)...)
	}
	out := make([]tick, len(values))
	for i, v := range values {
		x := p.at(b, v)
		if b.Rule == Each {
			x = p.middle(int(b.Position(v)))
		}
		out[i] = tick{x, h.number(v)}
	}
	return out
}

// tags writes the segment of each interval between the cuts into the axis.
func (h *Histogram) tags(p *plot, b *Bins, y int) {
	if h.owners == nil {
		return
	}
	from := p.x - 1
	for k, s := range h.owners {
		to := p.x + p.w
		if k < len(h.cuts) {
			to = p.cut(b, h.bounds[k])
		}
		if s >= 0 && to-from >= 4 {
			p.set((from+to)/2, y, p.t.Tag(s), p.t.Segment(s))
		}
		from = to
	}
}
