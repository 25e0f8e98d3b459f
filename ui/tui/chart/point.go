package chart

// Pointed is a chart whose places the mouse can point at.
type Pointed interface {
	Chart
	// At returns the cursor at the place that a view of w by h with a cursor shows
	// at a cell; ok is false beside the places.
	At(x, y, w, h int, shown Cursor) (at Cursor, ok bool)
}

// At implements [Pointed]: the bin above or below the cell.
func (h *Histogram) At(x, y, w, height int, _ Cursor) (Cursor, bool) {
	p, _ := h.axisOf(w)
	if y < 1 || y >= height || x < p.x || p.n == 0 {
		return Nowhere(), false
	}
	for i := range p.n {
		if x < p.start(i+1) {
			return Cursor{X: i, Y: -1, Cut: -1}, true
		}
	}
	return Nowhere(), false
}

// At implements [Pointed].
func (g *Grid) At(x, y, w, h int, shown Cursor) (Cursor, bool) {
	p := g.plan(w, h, shown)
	if x < p.label || y < p.y || p.cellW < 1 {
		return Nowhere(), false
	}
	col, row := (x-p.label)/p.cellW, (y-p.y)/p.rowH
	return Cursor{X: p.col0 + col, Y: p.row0 + row, Cut: -1}, col < p.cols && row < p.rows
}

// At implements [Pointed]: a bar is its whole line.
func (a *Amounts) At(_, y, w, h int, shown Cursor) (Cursor, bool) {
	p := a.plan(w, h, shown)
	return lineAt(y, p.head, p.first, p.rows)
}

// At implements [Pointed]: a node is its whole line.
func (t *Tree) At(_, y, w, h int, shown Cursor) (Cursor, bool) {
	p := t.plan(w, h, shown)
	return lineAt(y, p.head, p.first, p.rows)
}

// lineAt returns the entry on a line of a chart that has one a line, below its
// title and, if it has one, its header.
func lineAt(y int, head bool, first, rows int) (Cursor, bool) {
	if y--; head {
		y--
	}
	return Cursor{X: -1, Y: first + y, Cut: -1}, y >= 0 && y < rows
}

// At implements [Pointed]: the leaf on the line, whatever part of it.
func (d *Dendrogram) At(_, y, w, h int, _ Cursor) (Cursor, bool) {
	p := d.plan(w, h)
	for i, n := range p.nodes[:p.rows] {
		if p.line(n) == y {
			return Cursor{X: 0, Y: i, Cut: -1}, true
		}
	}
	return Nowhere(), false
}

// At implements [Pointed].
func (s *Scatter) At(x, y, w, h int, _ Cursor) (Cursor, bool) {
	f := s.frame(w, h)
	at := Cursor{X: x - f.x0, Y: y - f.y0, Cut: -1}
	return at, at.X >= 0 && at.X < f.pw && at.Y >= 0 && at.Y < f.ph
}

// At implements [Pointed]: the step nearest to the column.
func (c *Curve) At(x, y, w, h int, _ Cursor) (Cursor, bool) {
	f := c.frame(w, h)
	if len(c.x) == 0 || x < f.x0 || x >= f.x0+f.pw || y < f.y0 || y >= h {
		return Nowhere(), false
	}
	best := 0
	for k := range c.steps() {
		if abs(f.column(c.stepX(k))-x) < abs(f.column(c.stepX(best))-x) {
			best = k
		}
	}
	return Cursor{X: best, Y: -1, Cut: -1}, true
}
