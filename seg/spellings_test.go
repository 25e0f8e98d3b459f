package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// What differs in case, spaces or width alone is one word, named as most write it.
func TestSpellingsAreOneWord(t *testing.T) {
	got, notes := alike(model.TextsOf("channel", []string{"WEB ", "Web", "Store", "", "web", "Ｗｅｂ", "Web", "in  Store", "In store", "in  Store", "In store"}))
	want := []string{"Web", "Web", "Store", "", "Web", "Web", "Web", "In store", "In store", "In store", "In store"}
	for i, word := range want {
		if text := got.Text(i); text != word && !(word == "" && got.Missing(i)) {
			t.Errorf("row %d is %q, want %q", i, text, word)
		}
	}
	if len(notes) != 1 || english(notes[0]) != `channel: 4 spellings that differ from another only in case, spaces, width or invisible characters count as it, such as "in  Store" as "In store"` {
		t.Errorf("notes %v", notes)
	}
	if got, _ = alike(model.TextsOf("channel", []string{"Web", "W\u200beb", "Web\u00ad", "Web"})); got.Dict.Len() != 1 || got.Text(1) != "Web" {
		t.Errorf("what looks alike is %d words, such as %q", got.Dict.Len(), got.Text(1))
	}
	if _, notes = alike(model.TextsOf("channel", []string{"Web", "Store", "Web-Shop"})); notes != nil {
		t.Errorf("notes %v", notes)
	}
}

func TestMethodsTakeSpellingsAsOne(t *testing.T) {
	words := func(name string) model.Column {
		return model.TextsOf(name, []string{"North", "NORTH", "north ", "North", "South", "South"})
	}
	wantOne := func(s *model.Segmentation, first string) {
		t.Helper()
		if got := sizes(s); got[first] != 4 || !noted(s, "2 spellings that differ from another only in case") {
			t.Errorf("sizes %v, notes %v", got, s.Notes)
		}
	}
	wantOne(run(t, "geographic", people(t, words("region"))), "North")
	wantOne(run(t, "demographic", people(t, words("gender")), "split=column", "column=gender"), "North")
	wantOne(run(t, "channel", people(t, words("channel"))), "North only")
	wantOne(run(t, "technology", people(t, words("device")), "by=device"), "North")

	lines := slices.Concat(inChannels("a", "Web", "web", "WEB ", "Web"), inChannels("b", "Store", "App"))
	for i, category := range []string{"Tea", "tea", "TEA ", "Tea", "Tea", "Cups"} {
		lines[i].category = category
	}
	c := bought(t, lines...)
	s := run(t, "channel", c)
	wantPlaced(t, s, "Web only", "Omnichannel")
	if !noted(s, "channel: 2 spellings") {
		t.Errorf("notes %v", s.Notes)
	}
	if s = run(t, "habits", c, "orders=1"); placed(s)[0] != "Single Category" || !noted(s, "category: 2 spellings") {
		t.Errorf("placed %q, notes %v", placed(s), s.Notes)
	}
	wantNumbers(t, "categories", score(t, run(t, "history", c), "categories"), 1, 2)
	wantNumbers(t, "room", score(t, run(t, "potential", c), "room"), .5, 0)
	wantNumbers(t, "share", score(t, run(t, "needs", c), "top_share"), 1, .5)
}
