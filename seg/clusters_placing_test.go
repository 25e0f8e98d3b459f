package seg

import (
	"strings"
	"testing"

	"custseg/model"
)

// Two groups of customers, about 1.5 and 80.5, who answer differently. What a
// customer of the first would be with another value follows by hand: of k-means
// the middle of the centers is 41.
func TestWhatWouldMoveACustomerOfACluster(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 1, 2, 80, 81), words("kind", "a", "a", "a", "a", "b", "b"), words("size", "s", "s", "s", "s", "l", "l"))
	for _, at := range []struct {
		id, measure string
		set         []string
		to          map[float64]int
	}{
		{"kmeans", "x", []string{"columns=x", "k=2"}, map[float64]int{40.9: 0, 41.1: 1, -1000: 0, 1000: 1}},
		{"kmeans", "x", []string{"columns=x", "k=2", "scale=minmax"}, map[float64]int{40.9: 0, 41.1: 1}},
		{"kmeans", "x", []string{"columns=x", "k=2", "winsorize=20%"}, map[float64]int{2: 0, 80: 1, 1e9: 1}},
		{"som", "x", []string{"columns=x", "k=2", "nodes=2"}, map[float64]int{20: 0, 70: 1}},
		{"gmm", "x", []string{"columns=x", "k=2"}, map[float64]int{3: 0, 79: 1}},
		{"kprototypes", "x", []string{"columns=x,kind", "k=2", "gamma=0"}, map[float64]int{40.9: 0, 41.1: 1}},
		{"kprototypes", "kind", []string{"columns=x,kind", "k=2", "gamma=1000"}, map[float64]int{0: 0, 1: 1}},
		{"dbscan", "x", []string{"columns=x", "scale=none", "eps=2", "minpts=2"}, map[float64]int{3: 0, 79: 1, 40: -1}}, // there is no noise to be in
		{"hierarchical", "x", []string{"columns=x", "k=2"}, nil},
		{"tree", "x", []string{"target=kind", "columns=x", "least=1"}, map[float64]int{2: 1, 80: 0}}, // the rarer b comes first
		{"tree", "size", []string{"target=x", "columns=size", "least=1"}, map[float64]int{0: 0, 1: 1}},
	} {
		p := run(t, at.id, c, at.set...).Placing
		if (p.Segment == nil) != (at.to == nil) {
			t.Errorf("%s: whether it can tell is %v", at.id, p.Segment != nil)
			continue
		}
		for to, want := range at.to {
			if got := p.Segment(0, model.Change{Measure: at.measure, To: to}); got != want {
				t.Errorf("%s %v: with %s %v in %d, want %d", at.id, at.set, at.measure, to, got, want)
			}
		}
	}
	p := run(t, "lca", c, "columns=kind,size", "k=2").Placing
	b, l := model.Change{Measure: "kind", To: 1}, model.Change{Measure: "size", To: 0}
	if got := p.Segment(0, b, l); got != 1 {
		t.Errorf("lca: with the answers of the others in %d", got)
	}
	if got, want := p.Segment(0, b, model.Change{Measure: "size", To: nan}), 1; got != want {
		t.Errorf("lca: with one of their answers and no other in %d, want %d", got, want)
	}
}

// A response score rises by what its weights say, and its parts with it.
func TestWhatWouldRaiseAScore(t *testing.T) {
	s := run(t, "response", answerers(t), "target=answer", "parts=4")
	p := s.Placing
	days, ok := p.Find("days")
	if !ok || p.Ranks[0] != 0 || p.Ranks[3] != 3 {
		t.Fatalf("inputs %v, ranks %v", p.Inputs, p.Ranks)
	}
	for i := range s.Of {
		few, many := p.Segment(i, model.Change{Measure: "days", To: 0}), p.Segment(i, model.Change{Measure: "days", To: 99})
		if few > int(s.Of[i]) || many < int(s.Of[i]) || days.Words != nil {
			t.Errorf("customer %d of part %d: %d with few days and %d with many", i, s.Of[i], few, many)
		}
	}
}

// The rule of a cluster says how its method places customers: only k-means by the
// nearest means.
func TestRulesSayHowClustersForm(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 1, 2, 80, 81))
	for id, want := range map[string]string{"kmeans": "nearest to the means x ", "hierarchical": "joined with those most alike; means x ", "som": "at nodes of the map that are alike; means x ",
		"dbscan": "in one dense region; means x ", "gmm": "likelier in this component"} {
		set := []string{"columns=x"}
		if id == "dbscan" {
			set = append(set, "minpts=2")
		} else {
			set = append(set, "k=2")
		}
		if got := english(run(t, id, c, set...).Segments[0].Rule); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
