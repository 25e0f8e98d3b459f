package chart

import (
	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// gridPlan is how a grid is laid out on a canvas.
type gridPlan struct {
	label      int // cells of the row labels, with the blank after them
	cellW      int // cells of a column, the last of them for the bracket of the cursor
	number     int // cells of the widest number or total; those of a column stand in its middle, flush right
	rowH       int // lines of a row
	y          int // the first line of cells
	col0, cols int // the columns shown
	row0, rows int // the rows shown
	margin     int // cells of the totals at the right, 0 for none
	foot       bool
	titled     bool // the title of the columns has a line
	broken     bool // the labels of the columns have two lines
	key        bool // the ramp of heat has a line
	legend     bool // the segments of the cells have a line
	tag        int  // cells before the number for the tag of a segment
	short      bool // means are without decimals
	free       bool // the last line is free for the readout
}

const (
	widestCell = 14
	tallestRow = 3
)

// plan lays the grid out: numbers come first, then labels, totals, titles and
// air.
func (g *Grid) plan(w, h int, at Cursor) gridPlan {
	number, compact, label := 1, 1, min(cell.Width(g.rowTitle), w/5)
	for i, s := range g.rows {
		label = max(label, cell.Width(cell.Clean(s)))
		for j := range g.cols {
			number = max(number, cell.Width(g.number(i, j, false)))
			compact = max(compact, cell.Width(g.number(i, j, true)))
		}
	}
	for _, s := range g.colTotal {
		number, compact = max(number, cell.Width(s)), max(compact, cell.Width(s))
	}
	if g.segments != nil && g.segments.rows != nil {
		label += 2
	}
	p := gridPlan{rowH: 1, y: 2}
	p.label = min(label+1, max(w/3, 2))
	least := number + 1
	room := w - p.label
	if p.short = compact < number && room < least*len(g.cols); p.short {
		least = compact + 1
	}
	if g.segments.hasCells() && room >= (least+2)*len(g.cols) {
		p.tag = 2
		least += p.tag
	}
	p.cols = min(max(room/least, 1), len(g.cols))
	p.col0 = window(at.X, p.cols, len(g.cols))
	if g.rowTotal != nil && p.cols == len(g.cols) {
		m := max(cell.Width(g.allTotal), cell.Width(g.totals()))
		for _, text := range g.rowTotal {
			m = max(m, cell.Width(text))
		}
		if m += 2; room-m >= least*p.cols {
			p.margin = m
		}
	}
	if p.cols > 0 {
		wide := least
		for _, s := range g.cols {
			wide = max(wide, cell.Width(cell.Clean(s))+1)
		}
		p.cellW = min((room-p.margin)/p.cols, max(wide, widestCell))
	}
	p.number = min(least-p.tag, p.cellW-p.tag) - 1
	lines := h - 2 // below the heading and the labels of the columns
	p.rows = min(max(lines, 0), len(g.rows))
	p.row0 = window(at.Y, p.rows, len(g.rows))
	if p.rows < len(g.rows) || p.rows == 0 {
		return p
	}
	lines -= p.rows
	if lines > 0 && p.margin > 0 {
		p.foot = true
		lines--
	}
	if lines > 0 && g.colTitle != "" {
		p.titled = true
		p.y++
		lines--
	}
	if lines > 0 && g.breaks(&p) {
		p.broken = true
		p.y++
		lines--
	}
	if lines > 0 && p.tag > 0 {
		p.legend = true
		lines--
	}
	if lines > 0 && g.hi > g.lo {
		p.key, p.free = true, true
		lines--
	}
	if lines > 0 && !p.free {
		p.free = true
		lines--
	}
	for g.rowSum != nil && p.rowH < tallestRow && lines >= p.rows {
		p.rowH++
		lines -= p.rows
	}
	return p
}

// window returns the first of so many shown of n, with the place at in view.
func window(at, shown, n int) int { return min(max(at-shown/2, 0), max(n-shown, 0)) }

// View implements [Chart].
func (g *Grid) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	p := g.plan(w, h, at)
	facts := g.facts(!p.key)
	if p.rows < len(g.rows) {
		facts = append(facts, say(g.pr, "rows %d-%d of %d", p.row0+1, p.row0+p.rows, len(g.rows)))
	}
	if p.cols < len(g.cols) {
		facts = append(facts, say(g.pr, "columns %d-%d of %d", p.col0+1, p.col0+p.cols, len(g.cols)))
	}
	c.footed = p.free
	heading(c, g.title, g.readout(at), facts)
	if len(g.rows) == 0 || len(g.cols) == 0 {
		nothing(c, g.pr)
		return c.lines()
	}
	if p.titled {
		c.fit(p.label, 1, g.colTitle, p.cols*p.cellW, cell.Center, t.Faint)
	}
	g.head(c, &p, at)
	for i := p.row0; i < p.row0+p.rows; i++ {
		y := p.y + (i-p.row0)*p.rowH
		mid := y + (p.rowH-1)/2
		ink := t.Plain
		if i == at.Y {
			ink = t.Title
		}
		g.labelled(c, 0, mid, p.label-1, g.rows[i], cell.Left, ink, g.segments.ofRows(), i)
		for j := p.col0; j < p.col0+p.cols; j++ {
			g.cell(c, &p, i, j, y, i == at.Y && j == at.X)
		}
		if p.margin > 0 {
			c.fit(p.label+p.cols*p.cellW, mid, g.rowTotal[i], p.margin, cell.Right, t.Faint)
		}
	}
	if p.foot {
		y := p.y + p.rows*p.rowH
		c.fit(0, y, g.totals(), p.label-1, cell.Left, t.Faint)
		for j := range p.cols {
			c.fit(p.label+j*p.cellW+p.tag, y, p.flush(g.colTotal[j]), p.cellW-1-p.tag, cell.Center, t.Faint)
		}
		c.fit(p.label+p.cols*p.cellW, y, g.allTotal, p.margin, cell.Right, t.Faint)
	}
	if p.legend {
		legend(c, g.pr, g.below(&p), g.segments.names, g.segments.seen())
	}
	if p.key {
		g.ramp(c)
	}
	return c.lines()
}

// below is the first line below the table.
func (g *Grid) below(p *gridPlan) int {
	y := p.y + p.rows*p.rowH
	if p.foot {
		y++
	}
	return y
}

// ramp draws what the heat means on the last line.
func (g *Grid) ramp(c *canvas) {
	u := g.unit
	switch {
	case g.means != nil:
		u = g.meanUnit
	case g.shares:
		u = model.Percent
	}
	y := c.h - 1
	lo, hi := g.ends()
	x := c.text(0, y, say(g.pr, "shade: %s ", tickText(lo, u)), c.t.Faint)
	swatch := func(sign string, ink theme.Ink) {
		if c.t.Color {
			sign = blank
		}
		c.fill(x, y, 2, sign, ink)
		x += 2
	}
	if g.neutral > 0 && g.means != nil {
		for k := heatLevels - 1; k > 0; k-- {
			swatch("-", c.t.Cold(k, heatLevels))
		}
		x = c.text(x, y, blank+tickText(g.neutral, u)+blank, c.t.Faint)
		for k := 1; k < heatLevels; k++ {
			swatch("+", c.t.Heat(k, heatLevels))
		}
	} else {
		for k := range heatLevels {
			swatch("=", c.t.Heat(k, heatLevels))
		}
	}
	x = c.text(x+1, y, tickText(hi, u), c.t.Faint)
	what := say(g.pr, "customers")
	switch {
	case g.means != nil:
		what = say(g.pr, "mean of %s", g.meanTitle)
	case g.shares:
		what = say(g.pr, "share of the row")
	case g.rowSum == nil:
		return
	}
	c.fit(x+2, y, what, max(c.w-x-2, 0), cell.Left, c.t.Faint)
}

// second writes the line below the number of a cell: the share of all
// customers, or how many a mean is of.
func (g *Grid) second(i, j int) string {
	n := int(g.values[i][j])
	if g.means != nil {
		return say(g.pr, "n %s", Count(n))
	}
	return Share(n, int(g.sum))
}

// cell draws one cell: the number, below it a second one when the row is tall,
// in brackets and reverse under the cursor.
func (g *Grid) cell(c *canvas, p *gridPlan, i, j, y int, cursor bool) {
	x, w := p.label+(j-p.col0)*p.cellW, p.cellW-1
	ink, k, text := g.heat(c.t, i, j), g.segments.ofCell(i, j), g.number(i, j, p.short)
	if cursor {
		ink = c.t.Cursor
		ink.Bold = true
	}
	mid := y + (p.rowH-1)/2
	for r := range p.rowH {
		c.fill(x, y+r, w, blank, ink)
	}
	if k >= 0 && p.tag > 0 {
		for r := range p.rowH {
			c.set(x, y+r, blank, c.t.Plain)
		}
		c.set(x, mid, c.t.Tag(k), c.t.Segment(k))
	}
	c.fit(x+p.tag, mid, p.flush(text), w-p.tag, cell.Center, ink)
	if p.rowH > 1 && g.rowSum != nil && !g.shares && g.values[i][j] > 0 {
		// Cut it would be misread.
		if second := g.second(i, j); cell.Width(second) <= w-p.tag {
			c.fit(x+p.tag, mid+1, p.flush(second), w-p.tag, cell.Center, ink)
		}
	}
	if cursor {
		c.set(x-1, mid, "[", ink)
		c.set(x+w, mid, "]", ink)
	}
}
