package seg

import (
	"maps"
	"slices"
	"testing"

	"custseg/model"
)

func TestRanksAreOfMethodsAndTheirChoices(t *testing.T) {
	for _, id := range slices.Sorted(maps.Keys(ranks())) {
		m, err := Lookup(id)
		if err != nil {
			t.Error(err)
			continue
		}
		r := ranks()[id]
		if r.when == "" {
			continue
		}
		p, ok := m.Spec().Param(r.when)
		if !ok {
			t.Errorf("%s has no parameter %s", id, r.when)
		}
		for _, choice := range r.in {
			if err := p.Check(model.Word(choice)); err != nil {
				t.Errorf("%s: %v", id, err)
			}
		}
	}
}

func TestRanksRunFromTheBest(t *testing.T) {
	named := func(unclassified bool, names ...string) (out []model.Segment) {
		for _, n := range names {
			out = append(out, model.Segment{Name: model.P(n)})
		}
		if unclassified {
			out = append(out, model.Segment{Name: model.P("Unclassified"), Unclassified: true})
		}
		return out
	}
	ranksOf := func(method string, segments []model.Segment, set model.Settings) []int {
		t.Helper()
		m, err := Lookup(method)
		if err != nil {
			t.Fatal(err)
		}
		p, err := NewParams(m.Spec(), set)
		if err != nil {
			t.Fatal(err)
		}
		return Ranks(method, p, segments)
	}
	for _, c := range []struct {
		name string
		got  []int
		want []int
	}{
		{"as listed", ranksOf("abc", named(true, "A", "B", "C"), nil), []int{0, 1, 2, -1}},
		{"worst first", ranksOf("churn", named(false, "High", "Medium", "Low"), nil), []int{2, 1, 0}},
		{"by name", ranksOf("feedback", named(true, "Unhappy", "Happy", "Neutral"), nil), []int{2, 0, 1, -1}},
		{"kinds", ranksOf("kmeans", named(false, "Cluster 1", "Cluster 2"), nil), []int{-1, -1}},
		{"a choice", ranksOf("rfm", named(false, "High", "Low"), model.Settings{"map": model.Word("tiers")}), []int{0, 1}},
		{"another choice", ranksOf("rfm", named(false, "555", "111"), model.Settings{"map": model.Word("code")}), []int{-1, -1}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// Every name by which a method's segments are ranked is that of one of them.
func TestRankedStagesExist(t *testing.T) {
	var names []string
	prospect := test{}
	for _, list := range [][]rule{cycleRules(prospect, limit{}, limit{}, limit{}, limit{}, limit{}), nesRules(prospect, limit{}, limit{}, limit{}, limit{})} {
		for _, r := range list[1:] { // a Prospect is not worse than a customer who left
			names = append(names, r.segment.Name.Key)
		}
	}
	names = append(names, "Consistent", "Sleeping") // by calendar year
	for _, n := range names {
		if !slices.Contains(ranks()["lifecycle"].names, n) {
			t.Errorf("%s has no rank", n)
		}
	}
	for _, n := range ranks()["lifecycle"].names {
		if !slices.Contains(names, n) {
			t.Errorf("there is no stage %s", n)
		}
	}
}
