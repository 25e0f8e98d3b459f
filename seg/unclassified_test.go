package seg

import (
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

// A value of the data that is called as those who cannot be placed is another
// segment, of another name.
func TestAValueCalledUnclassifiedIsToldApart(t *testing.T) {
	s := &model.Segmentation{}
	p := newPlacer(s, []model.Segment{{Name: model.Raw("North")}, {Name: model.Raw("unclassified")}}, []int32{-1, -1, 0}, []model.Phrase{model.P("no region")})
	s.Of[1] = 1
	p.done()
	var names []string
	for _, g := range s.Segments {
		names = append(names, g.Name.In(wording.English()))
	}
	want := []string{"North", "unclassified (a value of the data)", "Unclassified"}
	for i, name := range want {
		if i >= len(names) || names[i] != name {
			t.Fatalf("the segments are %q, want %q", names, want)
		}
	}
	if s.Segments[1].Unclassified || !s.Segments[2].Unclassified || s.Of[2] != 2 {
		t.Errorf("%+v, %v", s.Segments, s.Of)
	}
}
