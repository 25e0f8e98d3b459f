package chart

import (
	"strings"

	"custseg/ui/tui/cell"
)

// head draws the labels of the columns, and signs where some are hidden.
func (g *Grid) head(c *canvas, p *gridPlan, at Cursor) {
	y := p.y - 1
	c.fit(0, y, g.rowTitle, p.label-1, cell.Left, c.t.Faint)
	for j := p.col0; j < p.col0+p.cols; j++ {
		ink := c.t.Plain
		if j == at.X {
			ink = c.t.Title
		}
		x, label := p.label+(j-p.col0)*p.cellW, g.cols[j]
		if p.broken {
			var first string
			first, label = broken(label, p.cellW-1)
			c.fit(x, y-1, first, p.cellW-1, p.align(first), ink)
		}
		if g.segments.ofCols() == nil { // a short one ends above the numbers
			label = p.flush(label)
		}
		g.labelled(c, x, y, p.cellW-1, label, p.align(label), ink, g.segments.ofCols(), j)
	}
	if p.margin > 0 {
		c.fit(p.label+p.cols*p.cellW, y, g.totals(), p.margin, cell.Right, c.t.Faint)
	}
	if p.col0 > 0 {
		c.set(p.label-1, y, c.t.Glyphs.Left, c.t.Warn)
	}
	if p.col0+p.cols < len(g.cols) {
		c.set(c.w-1, y, c.t.Glyphs.Right, c.t.Warn)
	}
}

// align puts a short label above the middle of its column and a long one where
// its start is seen.
func (p *gridPlan) align(label string) cell.Align {
	if cell.Width(cell.Clean(label)) < p.cellW-1 {
		return cell.Center
	}
	return cell.Left
}

// breaks reports whether a label is too long for its column and has blanks to
// break it at. Labels that bear a tag stay on one line.
func (g *Grid) breaks(p *gridPlan) bool {
	if g.segments.ofCols() != nil {
		return false
	}
	for _, label := range g.cols {
		if first, _ := broken(label, p.cellW-1); first != "" {
			return true
		}
	}
	return false
}

// broken parts a label that is wider than w before the last word that leaves a
// first line of at most w; a label that fits, or has no such word, is all second
// line.
func broken(label string, w int) (first, second string) {
	label = cell.Clean(label)
	if cell.Width(label) <= w {
		return "", label
	}
	for i := len(label) - 1; i > 0; i-- {
		if label[i] == ' ' && cell.Width(label[:i]) <= w {
			return strings.TrimSpace(label[:i]), strings.TrimSpace(label[i:])
		}
	}
	return "", label
}

// flush pads a number to the width of the widest, so that those of a column end
// below each other.
func (p *gridPlan) flush(text string) string {
	return strings.Repeat(blank, max(0, p.number-cell.Width(text))) + text
}
