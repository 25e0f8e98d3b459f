package export

import (
	"strings"

	"custseg/model"
)

// tree writes a tree as a table: each answer indented below its question, with
// the rule that leads to it.
func (s *sheet) tree(c *model.Tree) {
	if len(c.Nodes) == 0 {
		return
	}
	v := s.book.view
	s.headRow(model.P("Answer"), model.P("Customers"), model.P("Share"), c.ValueName, model.P("Segment"), model.Raw(""), model.P("Rule"))
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
			s.text(segment), nil, s.text(strings.Join(path, " · ")))
		for _, k := range n.Children {
			write(k, path)
		}
	}
	write(0, nil)
	s.cutOff(min(rows, mostTreeRows), len(c.Nodes))
}
