package chart

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Item is one bar of [Bars].
type Item struct {
	Label   string
	Count   int
	Segment int // whose colour and tag it bears, -1 for none
}

// Bars draws counts by category: label, count, share and bar, in the order
// given.
type Bars struct {
	pr      *message.Printer
	title   string
	items   []Item
	codes   []int32 // the item of each customer, nil when not known
	missing int
	total   int
	tagged  bool
}

// NewBars prepares the counts of a category. Codes says which item each
// customer is in, -1 for none, and may be nil; missing is the number of
// customers without a category.
func NewBars(pr *message.Printer, title model.Phrase, items []Item, codes []int32, missing int) *Bars {
	b := &Bars{pr: pr, title: cell.Clean(title.In(pr)), items: items, codes: codes, missing: missing}
	for _, i := range items {
		b.total += i.Count
		b.tagged = b.tagged || i.Segment >= 0
	}
	return b
}

// Move implements [Chart].
func (b *Bars) Move(at Cursor, _, dy, _, _ int) Cursor {
	at.Y = step(at.Y, dy, len(b.items))
	return at
}

// Members implements [Chart].
func (b *Bars) Members(at Cursor, _, _ int) []int32 {
	return holding(b.codes, at.Y)
}

// holding returns the customers whose code is k, none for a k below zero, which
// is no bar.
func holding(codes []int32, k int) []int32 {
	if k < 0 {
		return nil
	}
	var out []int32
	for i, c := range codes {
		if int(c) == k {
			out = append(out, int32(i))
		}
	}
	return out
}

func (b *Bars) facts() []string {
	out := []string{say(b.pr, "n %s", Count(b.total))}
	if b.missing > 0 {
		out = append(out, say(b.pr, "%s missing", Count(b.missing)))
	}
	return append(out, say(b.pr, "%d values", len(b.items)))
}

// Table implements [Chart].
func (b *Bars) Table() Table {
	t := Table{
		Title: b.title, Words: 1, Notes: b.facts(),
		Head: []string{say(b.pr, "value"), say(b.pr, "customers"), say(b.pr, "share")},
	}
	for _, i := range b.items {
		t.Rows = append(t.Rows, []string{i.Label, Count(i.Count), Share(i.Count, b.total)})
	}
	return t
}

// barPlan is how the columns of a bar chart are laid out.
type barPlan struct {
	label, count, share, bar int // cells, 0 for none
}

// plan gives the label two fifths at most, and drops the bar and then the
// share when there is no room.
func (b *Bars) plan(w int) barPlan {
	p := barPlan{count: 1, share: len("100.0%")}
	for _, i := range b.items {
		p.label = max(p.label, cell.Width(cell.Clean(i.Label)))
		p.count = max(p.count, len(Count(i.Count)))
	}
	lead := 1
	if b.tagged {
		lead = 4
	}
	p.label = min(p.label, max(w*2/5, 6), w-lead)
	rest := w - lead - p.label - 1 - p.count
	if rest < 0 {
		p.count = 0
		rest = w - lead - p.label
	}
	if rest -= 1 + p.share; rest < 0 {
		p.share = 0
		return p
	}
	if rest--; rest >= 3 {
		p.bar = rest
	}
	return p
}

// View implements [Chart]. When there are more items than lines, the last line
// says how many are not shown and how much they are.
func (b *Bars) View(t *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(t, w, h)
	heading(c, b.title, "", b.facts())
	rows := min(max(h-1, 0), len(b.items))
	if rows < len(b.items) && rows > 1 {
		rows--
	}
	first := window(at.Y, rows, len(b.items))
	most, hidden := 0, b.total
	for _, i := range b.items {
		most = max(most, i.Count)
	}
	p := b.plan(w)
	for k, i := range b.items[first : first+rows] {
		b.row(c, &p, 1+k, i, most, first+k == at.Y)
		hidden -= i.Count
	}
	if rows < len(b.items) && rows+1 < h {
		c.fit(1, h-1, say(b.pr, "%s more: %s (%s)", Count(len(b.items)-rows), Count(hidden), Share(hidden, b.total)),
			w-1, cell.Left, t.Faint)
	}
	return c.lines()
}

func (b *Bars) row(c *canvas, p *barPlan, y int, i Item, most int, cursor bool) {
	g, x := c.t.Glyphs, 1
	ink, bar := c.t.Plain, theme.Of(c.t.Accent.FG, -1)
	if cursor {
		ink = c.t.Title
		c.set(0, y, g.Pointer, c.t.Accent)
	}
	if b.tagged {
		if i.Segment >= 0 {
			bar = c.t.Segment(i.Segment)
			c.text(x, y, g.Swatch+c.t.Tag(i.Segment), bar)
		}
		x += 3
	}
	c.fit(x, y, i.Label, p.label, cell.Left, ink)
	x += p.label + 1
	if p.count > 0 {
		c.fit(x, y, Count(i.Count), p.count, cell.Right, ink)
		x += p.count + 1
	}
	if p.share > 0 {
		c.fit(x, y, Share(i.Count, b.total), p.share, cell.Right, c.t.Faint)
		x += p.share + 1
	}
	if p.bar > 0 {
		c.text(x, y, Bar(c.t, float64(i.Count), float64(most), p.bar), bar)
	}
}
