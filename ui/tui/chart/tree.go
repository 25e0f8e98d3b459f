package chart

import (
	"cmp"
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Tree draws a tree of questions, one line for each answer: indented below its
// question, with the customers it holds and their value. Leaves bear the colour
// and the tag of their segment.
type Tree struct {
	pr      *message.Printer
	title   string
	value   string // what the value of a node is
	unit    model.Unit
	nodes   []treeLine // from the top as drawn
	numbers []string   // the values of nodes as they are written
	of      Split
	valued  bool // any node has a value
}

// treeLine is one node as it is drawn.
type treeLine struct {
	text    string
	n       int
	value   float64
	segment int    // of a leaf, -1 of others
	parent  int    // the line of its question, -1 of the root
	child   int    // the line of its first answer, -1 of a leaf
	last    []bool // for the node and those above it but the root: whether it is the last answer
}

// NewTree prepares a tree.
func NewTree(pr *message.Printer, m *model.Tree, of Split) *Tree {
	t := &Tree{
		pr: pr, title: cell.Clean(m.Title.In(pr)), value: withUnit(pr, m.ValueName, m.Unit), unit: m.Unit, of: of,
	}
	if len(m.Nodes) > 0 {
		t.add(m, 0, -1, nil)
	}
	values := make([]float64, len(t.nodes))
	for i, n := range t.nodes {
		values[i] = n.value
	}
	t.numbers = lined(values, t.unit)
	return t
}

// add appends a node and what is below it.
func (t *Tree) add(m *model.Tree, node, parent int, last []bool) {
	n, at := m.Nodes[node], len(t.nodes)
	line := treeLine{text: cell.Clean(n.Text.In(t.pr)), n: n.N, value: n.Value, segment: n.Segment, parent: parent, child: -1, last: last}
	if len(n.Children) > 0 {
		line.segment, line.child = -1, at+1
	}
	t.nodes = append(t.nodes, line)
	t.valued = t.valued || finite(n.Value)
	for i, c := range n.Children {
		t.add(m, c, at, append(slices.Clone(last), i == len(n.Children)-1))
	}
}

// Move implements [Chart]: up and down go by lines, left to the question and
// right to its first answer.
func (t *Tree) Move(at Cursor, dx, dy, _, _ int) Cursor {
	if at.Y < 0 || at.Y >= len(t.nodes) || dy != 0 || dx == 0 {
		at.Y = step(at.Y, cmp.Or(dy, dx), len(t.nodes))
		return at
	}
	to := t.nodes[at.Y].child
	if dx < 0 {
		to = t.nodes[at.Y].parent
	}
	if to >= 0 {
		at.Y = to
	}
	return at
}

// Members implements [Chart]: the customers of the segments of the leaf at the
// cursor, or of all leaves below it.
func (t *Tree) Members(at Cursor, _, _ int) []int32 {
	if at.Y < 0 || at.Y >= len(t.nodes) {
		return nil
	}
	within := map[int]bool{}
	for i := at.Y; i < t.end(at.Y); i++ {
		if s := t.nodes[i].segment; s >= 0 {
			within[s] = true
		}
	}
	var out []int32
	for i, s := range t.of.Of {
		if within[int(s)] {
			out = append(out, int32(i))
		}
	}
	return out
}

// end returns the line after the last that is below a node.
func (t *Tree) end(at int) int {
	for i := at + 1; i < len(t.nodes); i++ {
		if len(t.nodes[i].last) <= len(t.nodes[at].last) {
			return i
		}
	}
	return len(t.nodes)
}

// Place implements [Placed]: the segment of a leaf, or the answers from the
// root on.
func (t *Tree) Place(at Cursor, _, _ int) string {
	if at.Y < 0 || at.Y >= len(t.nodes) {
		return ""
	}
	if name := t.name(at.Y); name != "" {
		return name
	}
	return t.path(at.Y)
}

// name returns the segment of a leaf, nothing of other nodes.
func (t *Tree) name(i int) string {
	if s := t.nodes[i].segment; s >= 0 && s < len(t.of.Names) {
		return cell.Clean(t.of.Names[s])
	}
	return ""
}

// path joins the answers that lead to a node, without the root's.
func (t *Tree) path(i int) string {
	out := t.nodes[i].text
	for at := t.nodes[i].parent; at > 0; at = t.nodes[at].parent {
		out = say(t.pr, "%s and %s", t.nodes[at].text, out)
	}
	return out
}

// Table implements [Chart].
func (t *Tree) Table() Table {
	out := Table{
		Title: t.title, Words: 2, Head: []string{say(t.pr, "node"), say(t.pr, "segment"), say(t.pr, "customers"), say(t.pr, "share")},
	}
	if t.valued {
		out.Head = append(out.Head, t.value)
	}
	for i, n := range t.nodes {
		row := []string{indent(len(n.last)) + n.text, t.name(i), Count(n.n), Share(n.n, t.nodes[0].n)}
		if t.valued {
			row = append(row, Full(n.value, t.unit))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
