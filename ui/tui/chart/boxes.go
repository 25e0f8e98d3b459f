package chart

import (
	"math"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Boxes draws the distribution of one value in each segment as box plots on
// one axis, after that of all customers.
type Boxes struct {
	pr    *message.Printer
	title string
	unit  model.Unit
	of    Split
	all   Summary
	parts []Summary // by segment
	axis  span      // from the least whisker to the greatest
}

// NewBoxes prepares box plots of one value per customer.
func NewBoxes(pr *message.Printer, title model.Phrase, u model.Unit, values []float64, of Split) *Boxes {
	b := &Boxes{pr: pr, title: withUnit(pr, title, u), unit: u, of: of, all: Summarise(values)}
	groups := make([][]float64, len(of.Names))
	for i, v := range values {
		if s := of.Of[i]; s >= 0 {
			groups[s] = append(groups[s], v)
		}
	}
	r := span{math.Inf(1), math.Inf(-1)}
	for _, g := range groups {
		b.parts = append(b.parts, Summarise(g))
	}
	for _, s := range append([]Summary{b.all}, b.parts...) {
		if s.N > 0 {
			r.lo, r.hi = min(r.lo, s.P5), max(r.hi, s.P95)
		}
	}
	b.axis = r.settled()
	return b
}

// Move implements [Chart]: row 0 is all customers, row 1 the first segment.
func (b *Boxes) Move(at Cursor, _, dy, _, _ int) Cursor {
	at.Y = step(at.Y, dy, len(b.parts)+1)
	return at
}

// Members implements [Chart].
func (b *Boxes) Members(at Cursor, _, _ int) []int32 {
	if at.Y < 0 {
		return nil
	}
	var out []int32
	for i, s := range b.of.Of {
		if at.Y == 0 || int(s) == at.Y-1 {
			out = append(out, int32(i))
		}
	}
	return out
}

func (b *Boxes) facts() []string {
	out := []string{say(b.pr, "n %s", Count(b.all.N))}
	if b.all.Missing > 0 {
		out = append(out, say(b.pr, "%s missing", Count(b.all.Missing)))
	}
	return append(out, say(b.pr, "whiskers 5%% to 95%%"))
}

// row returns the name and the numbers of a row.
func (b *Boxes) row(i int) (string, Summary) {
	if i == 0 {
		return say(b.pr, "all"), b.all
	}
	return b.of.Names[i-1], b.parts[i-1]
}

// Table implements [Chart].
func (b *Boxes) Table() Table {
	t := Table{Title: b.title, Words: 1, Notes: b.facts()}
	for _, key := range []string{"segment", "customers", "least", "5%%", "25%%", "median", "75%%", "95%%", "greatest"} {
		t.Head = append(t.Head, say(b.pr, key))
	}
	for i := range len(b.parts) + 1 {
		name, s := b.row(i)
		row := []string{name, Count(s.N)}
		for _, v := range []float64{s.Min, s.P5, s.Q1, s.Median, s.Q3, s.P95, s.Greatest} {
			row = append(row, Full(v, b.unit))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// View implements [Chart].
func (b *Boxes) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	heading(c, b.title, "", b.facts())
	n := len(b.parts) + 1
	label, number := 0, cell.Width(say(b.pr, "median"))
	for i := range n {
		name, s := b.row(i)
		label = max(label, cell.Width(cell.Clean(name)))
		number = max(number, cell.Width(tickText(s.Median, b.unit)))
	}
	label = min(label, max(w/3, 6))
	x := label + number + 6
	if x+8 > w {
		// Without room for a plot the median alone says most.
		x = w
	}
	lines := max(h-1, 0)
	axis := x < w && lines >= 4
	if axis {
		lines -= 2
	}
	rows := min(lines, n)
	first := window(at.Y, rows, n)
	for k := range rows {
		i := first + k
		name, s := b.row(i)
		ink := t.Plain
		if i == at.Y {
			c.set(0, 1+k, t.Glyphs.Pointer, t.Accent)
			ink = t.Title
		}
		box := t.Plain
		if i > 0 {
			box = t.Segment(i - 1)
			c.text(1, 1+k, t.Glyphs.Swatch+t.Tag(i-1), box)
		}
		c.fit(4, 1+k, name, label, cell.Left, ink)
		c.fit(5+label, 1+k, tickText(s.Median, b.unit), number, cell.Right, ink)
		drawBox(c, x, 1+k, w-x, s, b.axis, box)
	}
	if axis {
		b.bottom(c, x, 1+rows)
	}
	return c.lines()
}

// bottom draws the common axis.
func (b *Boxes) bottom(c *canvas, x, y int) {
	c.fill(x, y, c.w-x, c.t.Glyphs.HRule, c.t.Rule)
	f := frame{x0: x, y0: y, pw: c.w - x, x: b.axis, axes: true}
	d := framed{c, &f, glyphsOf(c.t), newLabels(c, y+1)}
	c.fit(0, y+1, say(b.pr, "median"), x-2, cell.Right, c.t.Faint)
	d.bottom(b.unit)
}
