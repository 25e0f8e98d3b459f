package chart

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

func rulesTable() *Listing {
	words := func(s ...string) (out []model.Phrase) {
		for _, w := range s {
			out = append(out, model.Raw(w))
		}
		return out
	}
	return NewListing(english, &model.Listing{Title: model.P("Rules"), N: 19_732, Of: model.P("baskets"), Behind: [][]int32{{1, 4}, nil, {2}},
		Columns: []model.ListingColumn{{Title: model.P("who buys"), Words: words("Planter and a very long name", "蜂蜜", "Shampoo")},
			{Title: model.P("also buys"), Words: words("Seeds", "Green tea", "Conditioner")},
			{Title: model.P("lift"), Values: []float64{16.3, 10, 7.25}}, {Title: model.P("confidence"), Unit: model.Percent, Values: []float64{.478, .524, .33}}}})
}

func TestListingScrollsAndDrills(t *testing.T) {
	l := rulesTable()
	view := l.View(plain(), 46, 4, Cursor{-1, 2, -1})
	if all := strings.Join(view, "\n"); !strings.Contains(all, "Shampoo") || strings.Contains(all, "Planter") || !strings.Contains(all, "47.8%") && !strings.Contains(all, "33.0%") {
		t.Errorf("%s", all)
	}
	if got := l.Members(Cursor{-1, 0, -1}, 46, 4); !slices.Equal(got, []int32{1, 4}) {
		t.Errorf("behind the first row: %v", got)
	}
	if got := l.Members(Cursor{-1, 1, -1}, 46, 4); got != nil {
		t.Errorf("behind a row of nobody: %v", got)
	}
	if got := l.Place(Cursor{-1, 1, -1}, 46, 4); got != "Rules: 蜂蜜, Green tea" {
		t.Errorf("%q", got)
	}
}
