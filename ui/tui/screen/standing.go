package screen

// Standing is where the analyst stands on the segments, as far as a guide asks
// for it.
type Standing struct {
	Pane int  // 0 the parameters, 1 the segments, 2 the charts
	Cuts bool // the chart in front has cuts that can be moved
}

// Standing returns where the analyst stands.
func (s *SegmentsView) Standing() Standing {
	cuts := len(s.charts.charts) > 0 && cutsOf(s.charts.data()) > 0
	return Standing{Pane: int(s.focus), Cuts: cuts}
}

// Pointer returns the id of the method under the pointer, nothing on none.
func (s *MethodList) Pointer() string {
	e, _ := s.selected()
	return e.ID
}
