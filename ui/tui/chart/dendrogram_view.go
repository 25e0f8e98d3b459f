package chart

import (
	"math"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// dendrogramPlan is where the parts of a dendrogram stand in a view.
type dendrogramPlan struct {
	nodes  []node
	rows   int
	each   int // lines a leaf: 2 where there is room
	x, w   int // of the plot
	count  int // cells of the numbers of customers
	name   int // cells of the names of segments, 0 for none
	axis   bool
	titled bool
}

// The width from which a dendrogram names the segments of its leaves, and the
// room for names.
const (
	namedDendrogram = 100
	dendrogramName  = 28
)

func (d *Dendrogram) plan(w, h int) dendrogramPlan {
	p := dendrogramPlan{each: 1, count: len(Count(d.n))}
	lines := h - 1
	if p.axis = lines >= 5; p.axis {
		lines -= 2
	}
	if p.titled = h >= 9; p.titled {
		lines--
	}
	p.nodes, p.rows = d.nodes(lines)
	if 2*p.rows-1 <= lines {
		p.each = 2
	}
	if w >= namedDendrogram {
		for _, n := range d.names {
			p.name = min(max(p.name, cell.Width(cell.Clean(n))), dendrogramName)
		}
	}
	p.x = 1 + 2 + 1 + p.name + 1 + p.count + 1 // the pointer, the tag, the name and the number
	p.w = max(w-p.x, 0)
	return p
}

// line is the line of a node below the heading.
func (p *dendrogramPlan) line(n node) int { return 1 + n.y*p.each/2 }

// column is the cell at which a height stands.
func (p *dendrogramPlan) column(height, most float64) int {
	return p.x + int(math.Round(fraction(height, 0, most)*float64(p.w-1)))
}

// top is the height at the right end of the axis.
func (d *Dendrogram) top() float64 {
	most := d.height
	if n := len(d.merges); n > 0 {
		most = max(most, d.merges[n-1].Height)
	}
	return span{0, most}.settled().hi
}

// View implements [Chart].
func (d *Dendrogram) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	p := d.plan(w, h)
	facts := d.facts()
	if p.rows < len(d.leaves) {
		facts = append(facts, say(d.pr, "the last %d merges", max(p.rows-1, 0)))
	}
	c.footed = p.titled
	heading(c, d.title, d.readout(&p, at), facts)
	if p.rows == 0 {
		nothing(c, d.pr)
		return c.lines()
	}
	cursor := d.at(p.nodes, p.rows, at)
	for i, n := range p.nodes[:p.rows] {
		d.leaf(c, &p, n, i == cursor)
	}
	if p.w > 1 {
		d.branches(c, &p, cursor)
		d.cutLine(c, &p, at.Cut >= 0)
	}
	if p.titled {
		c.fit(0, h-1, say(d.pr, "across: %s; a line is a cluster, with its customers", d.across), w, cell.Left, t.Faint)
	}
	return c.lines()
}

// leaf draws the tag, the name and the number of customers of a line.
func (d *Dendrogram) leaf(c *canvas, p *dendrogramPlan, n node, cursor bool) {
	y, ink := p.line(n), c.t.Plain
	if cursor {
		ink = c.t.Title
		c.set(0, y, c.t.Glyphs.Pointer, c.t.Accent)
	}
	if n.segment >= 0 {
		c.text(1, y, c.t.Glyphs.Swatch+c.t.Tag(n.segment), c.t.Segment(n.segment))
	}
	if p.name > 0 {
		c.fit(4, y, d.name(n.segment), p.name, cell.Left, ink)
	}
	c.fit(p.x-1-p.count, y, Count(n.n), p.count, cell.Right, ink)
}

// The directions in which lines leave a cell.
const (
	toLeft = 1 << iota
	toRight
	toUp
	toDown
)

// wires are lines on cells, which join where they meet.
type wires struct {
	w, h int
	to   []uint8
	ink  []theme.Ink
}

func (l *wires) add(x, y int, to uint8, ink theme.Ink) {
	if x >= 0 && x < l.w && y >= 0 && y < l.h {
		l.to[y*l.w+x] |= to
		l.ink[y*l.w+x] = ink
	}
}

// across draws a line from cell x to cell to, to the right of it.
func (l *wires) across(x, to, y int, ink theme.Ink) {
	for ; x < to; x++ {
		l.add(x, y, toRight, ink)
		l.add(x+1, y, toLeft, ink)
	}
}

// down draws a line from line y to line to, below it.
func (l *wires) down(x, y, to int, ink theme.Ink) {
	for ; y < to; y++ {
		l.add(x, y, toDown, ink)
		l.add(x, y+1, toUp, ink)
	}
}

// branches draws the merges, those of one segment in its colour.
func (d *Dendrogram) branches(c *canvas, p *dendrogramPlan, cursor int) {
	l := &wires{w: c.w, h: c.h, to: make([]uint8, c.w*c.h), ink: make([]theme.Ink, c.w*c.h)}
	most := d.top()
	ink := func(i int) theme.Ink {
		if s := p.nodes[i].segment; s >= 0 {
			return c.t.Segment(s)
		}
		return c.t.Plain
	}
	for i, n := range p.nodes {
		from := p.column(n.height, most)
		if n.parent >= 0 {
			l.across(from, p.column(p.nodes[n.parent].height, most), p.line(n), ink(i))
		} else if i < p.rows {
			l.across(from, p.x+p.w-1, p.line(n), ink(i))
		}
	}
	for i := p.rows; i < len(p.nodes); i++ {
		n, look := p.nodes[i], ink(i)
		if i == cursor {
			look = c.t.Accent
		}
		l.down(p.column(n.height, most), p.line(p.nodes[n.a]), p.line(p.nodes[n.b]), look)
	}
	for at, to := range l.to {
		if to != 0 {
			c.set(at%c.w, at/c.w, wire(c.t, to), l.ink[at])
		}
	}
	if cursor >= p.rows {
		c.set(p.column(p.nodes[cursor].height, most), p.line(p.nodes[cursor]), glyphsOf(c.t).markers[0], c.t.Accent)
	}
}

// wire returns the sign of lines that leave a cell in some directions.
func wire(t *theme.Theme, to uint8) string {
	across, up := to&(toLeft|toRight), to&(toUp|toDown)
	switch {
	case up == 0:
		return t.Glyphs.HRule
	case across == 0:
		return t.Glyphs.VRule
	case t.ASCII:
		return "+"
	}
	return map[uint8]string{
		toRight | toDown: "┌", toLeft | toDown: "┐", toRight | toUp: "└", toLeft | toUp: "┘",
		toRight | toUp | toDown: "├", toLeft | toUp | toDown: "┤", toLeft | toRight | toDown: "┬", toLeft | toRight | toUp: "┴",
		toLeft | toRight | toUp | toDown: "┼",
	}[to]
}

// cutLine draws the line that parts the segments, and the axis of distances.
func (d *Dendrogram) cutLine(c *canvas, p *dendrogramPlan, cursor bool) {
	most, end := d.top(), 1+(p.rows-1)*p.each+1
	x := p.column(d.height, most)
	sign, ink := c.t.Glyphs.CutLine, c.t.Faint
	if cursor {
		sign, ink = c.t.Glyphs.VRule, c.t.Accent
	}
	for y := 1; y < end; y++ {
		if c.empty(x, y) {
			c.set(x, y, sign, ink)
		} else if cursor {
			c.set(x, y, c.t.Glyphs.Cross, ink)
		}
	}
	if !p.axis {
		return
	}
	c.fill(p.x, end, p.w, c.t.Glyphs.HRule, c.t.Rule)
	l := newLabels(c, end+1)
	label, look := tickText(d.height, model.Plain), c.t.Title
	if cursor {
		label, look = c.t.Glyphs.StepLeft+label+c.t.Glyphs.StepRight, c.t.Cursor
	}
	l.place(x, label, look)
	for _, v := range Ticks(0, most, max(p.w/10, 2), false) {
		if at := p.column(v, most); l.place(at, tickText(v, model.Plain), c.t.Faint) {
			c.set(at, end, c.t.Glyphs.TeeDown, c.t.Rule)
		}
	}
	if cursor {
		ink = c.t.Accent
	} else {
		ink = c.t.Rule
	}
	c.set(x, end, c.t.Glyphs.TeeUp, ink)
}
