package chart

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// treePlan is how the columns of a tree stand in a view: the answers, then the
// name of the segment, the customers, their share and the value.
type treePlan struct {
	text                    int
	segment                 int // cells, each 0 for none
	customers, share, value int
	first, rows             int
	head                    bool
	customersWord           string
}

// leastText is the room that answers have before columns beside them.
const leastText = 12

// roomyTree is the width from which a tree has the names of segments and whole
// titles of columns.
const roomyTree = 60

// leastSegment is the room that the names of segments need beside the answers, and
// spareTree what the columns leave besides.
const (
	leastSegment = 12
	spareTree    = 50
)

// indent is what words stand behind at a depth of the tree.
func indent(depth int) string { return strings.Repeat("  ", depth) }

func (t *Tree) plan(w, h int, at Cursor) treePlan {
	p := treePlan{}
	customers, share, value, segment := 1, len("100.0%"), 0, 0
	widest := 0
	for i, n := range t.nodes {
		customers = max(customers, len(Count(n.n)))
		value = max(value, cell.Width(t.numbers[i]))
		segment = max(segment, cell.Width(t.name(i)))
		widest = max(widest, 2*len(n.last)+cell.Width(n.text))
	}
	p.rows = min(max(h-1, 0), len(t.nodes))
	if p.head = h >= 5; p.head {
		p.rows = min(h-2, len(t.nodes))
	}
	p.first = window(at.Y, p.rows, len(t.nodes))
	p.customersWord = say(t.pr, "n")
	if word := say(t.pr, "customers"); w >= roomyTree && w-widest >= spareTree {
		p.customersWord = word
		customers = max(customers, cell.Width(word))
	}
	if w >= roomyTree {
		value = max(value, min(cell.Width(t.value), w/8))
	}
	room := w - 4 - leastText // the pointer, the tag, and a gap after the text
	take := func(want int) int {
		if want == 0 || room < want+1 {
			return 0
		}
		room -= want + 1
		return want
	}
	if t.valued {
		p.value = take(value)
	}
	p.customers = take(customers)
	p.share = take(share)
	// The questions come before the names of the segments, whose tags are there.
	p.text = max(min(leastText+room, w-4), 0)
	if left := p.text - widest - 1; w >= roomyTree && left >= min(segment, leastSegment) {
		p.segment = min(segment, left)
		p.text = min(widest, p.text-p.segment-1)
	} else if more := min(p.text-widest, cell.Width(t.value)-p.value); p.value > 0 && more > 0 {
		p.value, p.text = p.value+more, p.text-more // room for the whole title
	}
	return p
}

// View implements [Chart].
func (t *Tree) View(th *theme.Theme, w, h int, at Cursor) []string {
	c := newCanvas(th, w, h)
	p := t.plan(w, h, at)
	var facts []string
	if p.rows < len(t.nodes) {
		facts = append(facts, say(t.pr, "%d-%d of %d", p.first+1, p.first+p.rows, len(t.nodes)))
	}
	if len(t.nodes) > 0 {
		facts = append(facts, say(t.pr, "n %s", Count(t.nodes[0].n)))
	}
	heading(c, t.title, t.readout(&p, at), facts)
	if len(t.nodes) == 0 {
		nothing(c, t.pr)
		return c.lines()
	}
	y := 1
	if p.head {
		t.row(c, &p, y, treeRow{say(t.pr, "segment"), p.customersWord, say(t.pr, "share"), t.value}, th.Faint, th.Faint)
		y++
	}
	for i := p.first; i < p.first+p.rows; i++ {
		t.node(c, &p, y, i, i == at.Y)
		y++
	}
	return c.lines()
}

// readout tells of the node at the cursor what its line has no room for: its
// segment and all answers that lead to it, or the numbers.
func (t *Tree) readout(p *treePlan, at Cursor) string {
	if at.Y < 0 || at.Y >= len(t.nodes) {
		return ""
	}
	name := t.name(at.Y)
	if p.customers > 0 {
		if name == "" || p.segment >= cell.Width(name) {
			return t.path(at.Y)
		}
		return say(t.pr, "%s: %s", name, t.path(at.Y))
	}
	out := say(t.pr, "n %s", Count(t.nodes[at.Y].n))
	if v := t.numbers[at.Y]; v != "" {
		out = say(t.pr, "%s, %s", out, v)
	}
	if name != "" {
		out = say(t.pr, "%s: %s", name, out)
	}
	return out
}

// treeRow is the words of one line beside the answer.
type treeRow struct{ segment, customers, share, value string }

// node draws one node: branches, tag and answer, and its columns.
func (t *Tree) node(c *canvas, p *treePlan, y, i int, cursor bool) {
	n, ink := t.nodes[i], c.t.Plain
	if cursor {
		ink = c.t.Title
		c.set(0, y, c.t.Glyphs.Pointer, c.t.Accent)
	}
	x := c.text(1, y, t.branches(c.t, n.last, p.text-leastText/2), c.t.Rule)
	named := ink
	if n.segment >= 0 {
		named = c.t.Segment(n.segment)
		x = c.text(x, y, c.t.Glyphs.Swatch+c.t.Tag(n.segment), named) + 1
	}
	c.fit(x, y, n.text, max(min(1+p.text+3, c.w)-x, 0), cell.Left, ink)
	t.row(c, p, y, treeRow{t.name(i), Count(n.n), Share(n.n, t.nodes[0].n), t.numbers[i]}, ink, named)
}

// row draws the columns beside the answers.
func (t *Tree) row(c *canvas, p *treePlan, y int, r treeRow, ink, segment theme.Ink) {
	x := c.w
	for _, col := range []struct {
		text  string
		width int
	}{{r.value, p.value}, {r.share, p.share}, {r.customers, p.customers}} {
		if col.width > 0 {
			x -= col.width
			c.fit(x, y, col.text, col.width, cell.Right, ink)
			x--
		}
	}
	if p.segment > 0 {
		c.fit(1+p.text+4, y, r.segment, min(p.segment, max(x-p.text-5, 0)), cell.Left, segment)
	}
}

// branches draws the lines that join a node to those above it, in at most room
// cells: of a deeper one the outer lines are left out.
func (t *Tree) branches(th *theme.Theme, last []bool, room int) string {
	g := glyphsOf(th)
	var b strings.Builder
	for k, end := range last {
		if 2*(len(last)-k) > max(room, 2) {
			continue
		}
		switch {
		case k == len(last)-1 && end:
			b.WriteString(g.corner + th.Glyphs.HRule)
		case k == len(last)-1:
			b.WriteString(g.whiskerLow + th.Glyphs.HRule)
		case end:
			b.WriteString("  ")
		default:
			b.WriteString(g.axis + blank)
		}
	}
	return b.String()
}
