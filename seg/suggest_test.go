package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// suggested are the ids of the methods suggested.
func suggested(c *model.Customers) []string {
	var out []string
	for _, s := range Suggest(c) {
		out = append(out, s.Method.Spec().ID)
	}
	return out
}

func TestSuggestionsFollowTheData(t *testing.T) {
	answers := func(role string) []model.Column {
		return []model.Column{numbers(role+"#1", 1, 5, 3), numbers(role+"#2", 2, 4, 4), numbers(role+"#3", 5, 1, 2)}
	}
	for first, c := range map[string]*model.Customers{
		"rfm":           people(t, numbers("recency", 1, 9, 5), numbers("frequency", 4, 2, 3), numbers("monetary", 9, 5, 7)),
		"nps":           people(t, numbers("recommend", 9, 3, 7), numbers("age", 20, 30, 40)),
		"psychographic": people(t, answers("attitude")...),
		"factors":       people(t, answers("factor")...),
		"response":      people(t, texts("target", "yes", "no", "no"), numbers("age", 20, 30, 40)),
		"tree":          people(t, numbers("target", 10, 20, 35), numbers("age", 20, 30, 40)),
		"kmeans":        people(t, numbers("height", 1.6, 1.7, 1.8), numbers("weight", 60, 70, 55)),
		"kprototypes":   people(t, texts("kind", "a", "b", "a"), numbers("height", 1.6, 1.7, 1.8)),
	} {
		if got := suggested(c); len(got) == 0 || got[0] != first {
			t.Errorf("suggested are %v, and not %s first", got, first)
		}
	}
}

// A suggestion is one that works: on data of some size it can be run as it is.
func TestSuggestionsRun(t *testing.T) {
	for _, b := range bases(t) {
		if b.hostile {
			continue
		}
		c := b.customers(t)
		for _, s := range Suggest(c) {
			wantWords(t, "why of "+s.Method.Spec().ID, s.Why)
			if _, err := try(s.Method, c, nil); err != nil {
				t.Errorf("%s: %s is suggested: %v", b.name, s.Method.Spec().ID, err)
			}
		}
	}
}

func TestBestFirstHasEveryMethodThatCanRun(t *testing.T) {
	for _, b := range bases(t) {
		c := b.customers(t)
		var can []string
		for _, m := range Catalogue() {
			if len(Missing(m.Spec(), c)) == 0 {
				can = append(can, m.Spec().ID)
			}
		}
		var got []string
		for _, m := range BestFirst(c) {
			got = append(got, m.Spec().ID)
		}
		if best := suggested(c); !slices.Equal(got[:len(best)], best) {
			t.Errorf("%s: %v do not begin with %v", b.name, got, best)
		}
		slices.Sort(got)
		slices.Sort(can)
		if !slices.Equal(got, can) {
			t.Errorf("%s: %v are not %v", b.name, got, can)
		}
	}
}

func TestEverySuggestionIsInTheCatalogue(t *testing.T) {
	for _, s := range suggestions() {
		if _, err := Lookup(s.method); err != nil {
			t.Error(err)
		}
	}
}
