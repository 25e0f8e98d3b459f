package export

import (
	"strings"

	"custseg/model"
)

// treeHead is the head of the table of a tree. The name of a segment takes three
// columns.
func (s *sheet) treeHead(c *model.Tree) []any {
	l, v := s.book.looks, s.book.view
	out := []any{nil, textCell(l.head, v.text(model.P("Answer")))}
	for _, p := range []model.Phrase{model.P("Customers"), model.P("Share"), c.ValueName} {
		out = append(out, textCell(l.headRight, v.text(p)))
	}
	for _, p := range []model.Phrase{model.P("Segment"), model.Raw(""), model.Raw(""), model.P("Rule")} {
		out = append(out, textCell(l.head, v.text(p)))
	}
	return out
}

// tree writes a tree as a table: each answer indented below its question, with
// the rule that leads to it.
func (s *sheet) tree(c *model.Tree) {
	if len(c.Nodes) == 0 {
		return
	}
	v := s.book.view
	s.add(s.treeHead(c)...)
	var values []float64
	for _, n := range c.Nodes {
		values = append(values, n.Value)
	}
	format := formatFor(c.Unit, values)
	rows := 0
	var write func(node int, above []string)
	write = func(node int, above []string) {
		if rows++; rows > mostTreeRows {
			return
		}
		n := c.Nodes[node]
		text := v.text(n.Text)
		path := above
		if node > 0 {
			path = append(above[:len(above):len(above)], text)
		}
		var swatch any
		segment := ""
		if n.Segment >= 0 {
			g := v.result.Segments[n.Segment]
			swatch, segment = s.swatch(SegmentSummary{Segment: g, Index: n.Segment}), v.names[n.Segment]
		}
		s.add(swatch, s.text(strings.Repeat("    ", len(path))+text), s.number(float64(n.N), numberLook{format: wholeFormat}),
			s.number(float64(n.N)/float64(c.Nodes[0].N), numberLook{format: shareFormat}), s.number(n.Value, numberLook{format: format}),
			s.text(segment), nil, nil, s.text(strings.Join(path, " · ")))
		for _, k := range n.Children {
			write(k, path)
		}
	}
	write(0, nil)
	s.cutOff(min(rows, mostTreeRows), len(c.Nodes))
}
