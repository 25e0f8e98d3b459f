package seg

import (
	"testing"

	"custseg/model"
)

// What a changed value would do, asked of one customer: a screen asks a few
// thousand times for each.
func BenchmarkSegment(b *testing.B) {
	c := many(b)
	for _, set := range [][]string{{"kmeans"}, {"dbscan", "eps=0.3"}, {"gmm"}, {"rfm"}} {
		s := run(b, set[0], c, set[1:]...)
		b.Run(set[0], func(b *testing.B) {
			in := s.Placing.Inputs[0]
			s.Placing.Segment(0, model.Change{Measure: in.Measure, To: 1}) // what is prepared once
			for i := 0; b.Loop(); i++ {
				s.Placing.Segment(i%c.Len(), model.Change{Measure: in.Measure, To: in.Values[(i+1)%c.Len()]})
			}
		})
	}
}
