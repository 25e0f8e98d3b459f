package chart

import (
	"math"
	"strings"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// amountPlan is where the parts of [Amounts] stand in a view.
type amountPlan struct {
	lead          int // cells before the label: the pointer and the tag
	label, number int // cells
	count         int // cells of the number of customers or their share, 0 for none
	x, bar        int // where the bars begin, and their cells, 0 for none
	zero          int // cells of bar to the left of zero
	first, rows   int // the bars shown
	head, axis    bool
}

// The least room that bars are drawn in, and that an axis below them takes; and
// the widest head that makes room for itself over the numbers.
const (
	shortestBar  = 4
	shortestAxis = 8
	widestHead   = 12
)

// plan gives labels three fifths at most while numbers and a short axis have room
// beside them; the customers give way first, then the bars.
func (a *Amounts) plan(w, h int, at Cursor) amountPlan {
	p := amountPlan{lead: 1, number: 1}
	if a.segments != nil {
		p.lead = 4
	}
	title, texts := a.beside()
	count := cell.Width(title)
	for _, text := range texts {
		count = max(count, cell.Width(text))
	}
	count++ // a head of two words is else taken for that of the next column
	for i, label := range a.labels {
		p.label = max(p.label, cell.Width(label))
		p.number = max(p.number, cell.Width(a.numbers[i]))
	}
	if head := cell.Width(a.valueTitle); head <= widestHead {
		p.number = max(p.number, head)
	}
	rest := p.lead + 1 + p.number + 1 + shortestAxis
	if a.counts != nil {
		rest += count + 1
	}
	p.label = max(min(p.label, labelRoom(w, rest), w-p.lead), 0)
	p.x = p.lead + p.label + 1 + p.number + 1
	if a.counts != nil && w-p.x-count-1 >= shortestBar {
		p.count = count
		p.x += count + 1
	}
	if room := w - p.x; room >= shortestBar {
		p.bar = room
	}
	if a.lo < 0 && p.bar > 0 {
		p.zero = min(max(int(math.Round(a.share(0)*float64(p.bar))), 1), p.bar)
	}
	p.rows = min(max(h-1, 0), len(a.labels))
	p.first = window(at.Y, p.rows, len(a.labels))
	if p.rows > 1 && p.rows < len(a.labels) && p.count > 0 { // it scrolls anyway, and two numbers need their heads
		p.rows--
		p.first = window(at.Y, p.rows, len(a.labels))
	}
	left := h - 1 - p.rows
	if p.head = (p.count > 0 || a.valueTitle != "") && left > 0; p.head {
		left--
	}
	p.axis = p.bar >= shortestAxis && left >= 2
	return p
}

// share returns where v stands between the ends of the bars.
func (a *Amounts) share(v float64) float64 {
	if a.hi <= a.lo {
		return 0
	}
	return fraction(v, a.lo, a.hi)
}

// View implements [Chart].
func (a *Amounts) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	p := a.plan(w, h, at)
	facts := a.facts()
	if p.rows < len(a.labels) {
		facts = append([]string{say(a.pr, "%d-%d of %d", p.first+1, p.first+p.rows, len(a.labels))}, facts...)
	}
	heading(c, a.title, a.readout(&p, at), facts)
	if len(a.labels) == 0 {
		nothing(c, a.pr)
		return c.lines()
	}
	y := 1
	if p.head {
		a.head(c, &p, y)
		y++
	}
	_, beside := a.beside()
	for i := p.first; i < p.first+p.rows; i++ {
		a.row(c, &p, y, i, i == at.Y)
		if p.count > 0 {
			c.fit(p.x-p.count-1, y, beside[i], p.count, cell.Right, t.Faint)
		}
		y++
	}
	if p.axis {
		a.axis(c, &p, y)
	}
	return c.lines()
}

// head heads the numbers.
func (a *Amounts) head(c *canvas, p *amountPlan, y int) {
	if title, _ := a.beside(); p.count > 0 {
		c.fit(p.x-p.count-1, y, title, p.count, cell.Right, c.t.Faint)
	}
	at := p.lead + p.label + 1
	if w := cell.Width(a.valueTitle); w <= p.number {
		c.fit(at, y, a.valueTitle, p.number, cell.Right, c.t.Faint)
	}
}

// readout tells of the bar at the cursor what its row does not: the whole name,
// or the customers.
func (a *Amounts) readout(p *amountPlan, at Cursor) string {
	if at.Y < 0 || at.Y >= len(a.labels) {
		return ""
	}
	switch {
	case a.counts != nil && p.count == 0 && !a.counted:
		return say(a.pr, "%s: %s, n %s", a.labels[at.Y], a.numbers[at.Y], Count(a.counts[at.Y]))
	case cell.Width(a.labels[at.Y]) <= p.label:
		return ""
	}
	return say(a.pr, "%s: %s", a.labels[at.Y], a.numbers[at.Y])
}

func (a *Amounts) row(c *canvas, p *amountPlan, y, i int, cursor bool) {
	ink, bar := c.t.Plain, theme.Of(c.t.Accent.FG, -1)
	if cursor {
		ink = c.t.Title
		c.set(0, y, c.t.Glyphs.Pointer, c.t.Accent)
	}
	if a.segments != nil && a.segments[i] >= 0 {
		bar = c.t.Segment(a.segments[i])
		c.text(1, y, c.t.Glyphs.Swatch+c.t.Tag(a.segments[i]), bar)
	}
	x := p.lead
	c.fit(x, y, shortened(c.t, a.labels[i], p.label), p.label, cell.Left, ink)
	x += p.label + 1
	if number := a.numbers[i]; number != "" {
		c.fit(x, y, number, p.number, cell.Right, ink)
	} else {
		c.fit(x, y, c.t.Glyphs.Missing, p.number, cell.Right, c.t.Faint)
	}
	if p.bar > 0 {
		a.bar(c, p, y, a.values[i], bar)
	}
}

// bar draws one bar. To the right it grows by eighths of a cell; to the left,
// where no signs for eighths are, by cells.
func (a *Amounts) bar(c *canvas, p *amountPlan, y int, v float64, ink theme.Ink) {
	switch {
	case v > 0:
		c.text(p.x+p.zero, y, strings.TrimRight(Bar(c.t, v, a.hi, p.bar-p.zero), blank), ink)
	case v < 0:
		n := max(int(math.Round(max(v/a.lo, 0)*float64(p.zero))), 1)
		c.fill(p.x+p.zero-n, y, n, c.t.Glyphs.Eighths[7], ink)
	}
	if p.zero > 0 && c.empty(p.x+p.zero, y) {
		c.set(p.x+p.zero, y, c.t.Glyphs.VRule, c.t.Rule)
	}
}

// axis draws the line below the bars with round numbers.
func (a *Amounts) axis(c *canvas, p *amountPlan, y int) {
	c.fill(p.x, y, p.bar, c.t.Glyphs.HRule, c.t.Rule)
	l := newLabels(c, y+1)
	place := func(x int, v float64) {
		if x = min(x, c.w-1); l.place(x, tickText(v, a.unit), c.t.Faint) {
			c.set(x, y, c.t.Glyphs.TeeDown, c.t.Rule)
		}
	}
	place(p.x+p.zero, 0)
	for _, v := range Ticks(a.lo, a.hi, max(p.bar/10, 2), a.unit == model.OrderCount) {
		switch {
		case v > 0:
			place(p.x+p.zero+int(v/a.hi*float64(p.bar-p.zero)), v)
		case v < 0:
			place(p.x+p.zero-int(v/a.lo*float64(p.zero)), v)
		}
	}
}
