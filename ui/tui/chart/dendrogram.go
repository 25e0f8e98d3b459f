package chart

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Dendrogram draws how clusters are joined: one line for each leaf, branches
// that meet at the distance at which they are joined, and the line that cuts
// them into segments. Where there are more leaves than lines, those joined
// first are one.
type Dendrogram struct {
	pr       *message.Printer
	title    string
	across   string // what the heights are
	leaves   []model.DendrogramLeaf
	merges   []model.DendrogramMerge
	of       []int32
	n        int // customers in the tree
	height   float64
	clusters int
	names    []string // of the segments
}

// NewDendrogram prepares a dendrogram.
func NewDendrogram(pr *message.Printer, m *model.Dendrogram, of Split) *Dendrogram {
	d := &Dendrogram{
		pr: pr, title: cell.Clean(m.Title.In(pr)), across: cell.Clean(m.HeightTitle.In(pr)),
		leaves: m.Leaves, merges: m.Merges, of: m.Of, height: m.Height, clusters: m.Clusters, names: of.Names,
	}
	for _, l := range m.Leaves {
		d.n += l.N
	}
	return d
}

// node is a part of the tree as it is drawn: a line of its own, or the joining
// of two.
type node struct {
	first, end int     // the leaves in it
	n          int     // customers
	segment    int     // of all of them, -1 when they are of several
	height     float64 // at which it was joined, 0 of a line
	a, b       int     // the nodes it joins, -1 of a line
	parent     int     // -1 of the root
	y          int     // twice the line it stands on
}

// nodes returns what is drawn on so many lines: the lines from the top, then
// the merges by ascending height.
func (d *Dendrogram) nodes(lines int) (out []node, rows int) {
	if len(d.leaves) == 0 || lines < 1 {
		return nil, 0
	}
	all := make([]node, 0, len(d.leaves)+len(d.merges))
	for i, l := range d.leaves {
		all = append(all, node{first: i, end: i + 1, n: l.N, segment: l.Segment, a: -1, b: -1})
	}
	folded := max(len(d.leaves)-lines, 0)
	hidden := make([]bool, cap(all)) // in a line of their own
	for i, m := range d.merges {
		a, b := all[m.A], all[m.B]
		j := node{first: min(a.first, b.first), end: max(a.end, b.end), n: a.n + b.n, segment: a.segment, height: m.Height, a: m.A, b: m.B}
		if a.first > b.first {
			j.a, j.b = m.B, m.A
		}
		if a.segment != b.segment {
			j.segment = -1
		}
		if i < folded {
			j.a, j.b, j.height = -1, -1, 0
			hidden[m.A], hidden[m.B] = true, true
		}
		all = append(all, j)
	}
	var shown []int
	for i, n := range all {
		if n.a < 0 && !hidden[i] {
			shown = append(shown, i)
		}
	}
	slices.SortFunc(shown, func(i, j int) int { return all[i].first - all[j].first })
	rows = len(shown)
	at := make([]int, len(all))
	for row, i := range shown {
		at[i] = row
		n := all[i]
		n.y, n.parent = 2*row, -1
		out = append(out, n)
	}
	for i := len(d.leaves) + folded; i < len(all); i++ {
		n := all[i]
		at[i] = len(out)
		n.a, n.b, n.parent = at[n.a], at[n.b], -1
		n.y = (out[n.a].y + out[n.b].y) / 2
		out[n.a].parent, out[n.b].parent = at[i], at[i]
		out = append(out, n)
	}
	return out, rows
}

// at returns the node at the cursor, -1 for none: the line Y, and X merges up
// from it.
func (d *Dendrogram) at(nodes []node, rows int, at Cursor) int {
	if at.Cut >= 0 || at.Y < 0 || rows == 0 {
		return -1
	}
	i := min(at.Y, rows-1)
	for range at.X {
		if nodes[i].parent >= 0 {
			i = nodes[i].parent
		}
	}
	return i
}

// Move implements [Chart]: up and down go by lines, right to the merge above and
// left back.
func (d *Dendrogram) Move(at Cursor, dx, dy, w, h int) Cursor {
	p := d.plan(w, h)
	if at.Y < 0 {
		return Cursor{X: 0, Y: step(-1, 1, p.rows), Cut: -1}
	}
	if dy != 0 {
		at.Y = step(min(at.Y, p.rows-1), dy, p.rows)
		at.X = 0
		return at
	}
	to := at
	to.X = max(at.X+dx, 0)
	if dx > 0 && d.at(p.nodes, p.rows, to) == d.at(p.nodes, p.rows, at) {
		return at
	}
	return to
}

// Members implements [Chart]: the customers of the part of the tree at the cursor.
func (d *Dendrogram) Members(at Cursor, w, h int) []int32 {
	p := d.plan(w, h)
	i := d.at(p.nodes, p.rows, at)
	if i < 0 {
		return nil
	}
	var out []int32
	for c, leaf := range d.of {
		if int(leaf) >= p.nodes[i].first && int(leaf) < p.nodes[i].end {
			out = append(out, int32(c))
		}
	}
	return out
}

// Place implements [Placed]: the segment, or the distance at which the part was
// joined.
func (d *Dendrogram) Place(at Cursor, w, h int) string {
	p := d.plan(w, h)
	i := d.at(p.nodes, p.rows, at)
	if i < 0 {
		return ""
	}
	return say(d.pr, "%s: %s", d.title, d.part(p.nodes[i]))
}

// part names a part of the tree.
func (d *Dendrogram) part(n node) string {
	switch name := d.name(n.segment); {
	case name == "":
		return say(d.pr, "joined at %s", Short(n.height, model.Plain))
	case n.height > 0:
		return say(d.pr, "%s, joined at %s", name, Short(n.height, model.Plain))
	case slices.ContainsFunc(d.leaves[:n.first], func(l model.DendrogramLeaf) bool { return l.Segment == n.segment }),
		slices.ContainsFunc(d.leaves[n.end:], func(l model.DendrogramLeaf) bool { return l.Segment == n.segment }):
		return say(d.pr, "part of %s", name)
	default:
		return name
	}
}

// name returns a segment's name, nothing of none.
func (d *Dendrogram) name(segment int) string {
	if segment < 0 || segment >= len(d.names) {
		return ""
	}
	return cell.Clean(d.names[segment])
}

// readout tells of the part of the tree at the cursor, or of the cut.
func (d *Dendrogram) readout(p *dendrogramPlan, at Cursor) string {
	if at.Cut >= 0 {
		return say(d.pr, "cut at %s: %d clusters", Short(d.height, model.Plain), d.clusters)
	}
	i := d.at(p.nodes, p.rows, at)
	if i < 0 {
		return ""
	}
	n := p.nodes[i]
	if n.height == 0 && n.parent >= 0 {
		return say(d.pr, "%s: n %s (%s), next joined at %s", d.part(n), Count(n.n), Share(n.n, d.n), Short(p.nodes[n.parent].height, model.Plain))
	}
	return say(d.pr, "%s: n %s (%s)", d.part(n), Count(n.n), Share(n.n, d.n))
}

// facts are what a reader must know.
func (d *Dendrogram) facts() []string {
	out := []string{say(d.pr, "n %s", Count(d.n))}
	if left := len(d.of) - d.n; left > 0 {
		out = append(out, say(d.pr, "%s not in the tree", Count(left)))
	}
	return append(out, say(d.pr, "%d clusters", d.clusters))
}

// Table implements [Chart]: the merges from the top, each with the clusters that
// are left when it is undone.
func (d *Dendrogram) Table() Table {
	t := Table{Title: d.title, Words: 1, Notes: append(d.facts(), say(d.pr, "cut at %s: %d clusters", Full(d.height, model.Plain), d.clusters)),
		Head: []string{say(d.pr, "segments"), say(d.pr, "clusters"), d.across, say(d.pr, "customers"), say(d.pr, "of"), say(d.pr, "and")}}
	nodes, rows := d.nodes(len(d.leaves))
	for i := len(nodes) - 1; i >= rows; i-- {
		n := nodes[i]
		name := d.name(n.segment)
		if name == "" {
			name = say(d.pr, "several")
		}
		t.Rows = append(t.Rows, []string{name, Count(len(nodes) - i + 1), Full(n.height, model.Plain), Count(n.n), Count(nodes[n.a].n), Count(nodes[n.b].n)})
	}
	return t
}
