package screen

import (
	"maps"
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
)

// Segments whose names change are followed by their members; those of the same
// names by their names, whoever is in them.
func TestSegmentsAreFollowedByTheirMembers(t *testing.T) {
	host := newFakeHost()
	host.open(t, shopOrders(t, 60))
	of := func(of func(i int) int32, names ...string) *pipeline.Result {
		s := &model.Segmentation{}
		for _, name := range names {
			s.Segments = append(s.Segments, model.Segment{Name: model.P(name)})
		}
		for i := range host.session.Customers.Len() {
			s.Of = append(s.Of, of(i))
		}
		return &pipeline.Result{Customers: host.session.Customers, Segmentation: s}
	}
	half := func(i int) int32 { return int32(i % 2) }
	before := of(half, "1 · low", "2 · high")
	now := of(func(i int) int32 {
		if i%10 == 0 {
			return 2
		}
		return 1 - half(i)
	}, "1 · rich", "2 · poor", "3 · low")
	if got, want := matchSegments(host.pr, now, before), map[int]int{0: 1, 1: 0}; !maps.Equal(got, want) {
		t.Errorf("matched %v, want %v", got, want)
	}
	sizes, gone := sizesBefore(host.pr, now, of(func(i int) int32 { return int32(i % 3) }, "a", "b", "c", "nobody"))
	if len(sizes) != 3 || len(gone) != 1 || gone[0] != "nobody" {
		t.Errorf("before there were %v, gone %v", sizes, gone)
	}
	swapped := of(func(i int) int32 { return 1 - half(i) }, "1 · low", "2 · high")
	if got, want := matchSegments(host.pr, swapped, before), map[int]int{0: 0, 1: 1}; !maps.Equal(got, want) {
		t.Errorf("of the same names %v, want %v", got, want)
	}
}

// Fixed cuts begin as those in force: the segments stay until one is moved.
func TestFixedCutsBeginAsThoseInForce(t *testing.T) {
	host := newFakeHost()
	host.open(t, fewOfTheShop(t))
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "method rfm")
	host.settle()
	s := NewSegments(host)
	s.SetSize(120, 30)
	s.Refresh()
	before := host.session.Result.Segmentation.Counts()
	s.focus = paramsPane
	s.params.SetCursor("binning")
	press(t, s, "left") // the last choice, fixed
	if r := host.session.Recipe; r.Params["binning"].Word() != "fixed" || len(r.Params["cuts"].Cuts()["recency"]) == 0 {
		t.Fatalf("params %v", r.Params)
	}
	host.settle()
	s.Refresh()
	for i, n := range host.session.Result.Segmentation.Counts() {
		if n != before[i] {
			t.Errorf("segment %d had %d and has %d", i, before[i], n)
		}
	}
	press(t, s, "right")
	if _, set := host.session.Recipe.Params["cuts"]; set {
		t.Error("cuts without effect stay in the recipe")
	}
}
