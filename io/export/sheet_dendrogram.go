package export

import (
	"custseg/model"
)

// dendrogram writes the merges of a hierarchy from the top, each with the
// clusters that are left when it is undone.
func (s *sheet) dendrogram(c *model.Dendrogram) {
	if len(c.Merges) == 0 {
		return
	}
	s.headRow(model.P("Segments"), model.P("Clusters"), c.HeightTitle, model.P("Customers"), model.P("Of"), model.P("And"))
	sizes, segments := make([]int, 0, 2*len(c.Leaves)), make([]int, 0, 2*len(c.Leaves))
	for _, l := range c.Leaves {
		sizes, segments = append(sizes, l.N), append(segments, l.Segment)
	}
	var heights []float64
	for _, m := range c.Merges {
		sizes = append(sizes, sizes[m.A]+sizes[m.B])
		segment := segments[m.A]
		if segments[m.B] != segment {
			segment = -1
		}
		segments, heights = append(segments, segment), append(heights, m.Height)
	}
	v, format := s.book.view, formatFor(model.Plain, heights)
	whole := numberLook{format: wholeFormat}
	for i := len(c.Merges) - 1; i >= 0; i-- {
		m := c.Merges[i]
		at := len(c.Leaves) + i
		name := v.text(model.P("several"))
		var swatch any
		if g := segments[at]; g >= 0 {
			name, swatch = v.names[g], s.swatch(SegmentSummary{Segment: v.result.Segments[g], Index: g})
		}
		s.add(swatch, s.text(name), s.number(float64(len(c.Merges)-i+1), whole), s.number(m.Height, numberLook{format: format}),
			s.number(float64(sizes[at]), whole), s.number(float64(sizes[m.A]), whole), s.number(float64(sizes[m.B]), whole))
	}
	s.add(nil, s.label(model.P("cut at %s: %d clusters", model.FormatNumber(c.Height), c.Clusters)))
}
