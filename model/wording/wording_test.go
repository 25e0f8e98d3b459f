package wording

import (
	"testing"

	"custseg/model"
)

func TestOneIsNotMany(t *testing.T) {
	pr := English()
	for _, c := range []struct {
		phrase model.Phrase
		want   string
	}{
		{model.P("%d customers", 1), "1 customer"},
		{model.P("%d customers", 0), "0 customers"},
		{model.P("%d customers", int32(1)), "1 customer"},
		{model.P("%d customers", 2000), "2,000 customers"},
		{model.P("%d rows were not used: %s", 1, "no date"), "1 row was not used: no date"},
		{model.P("%d of %d customers have no order in scope", 1, 3030), "1 of 3,030 customers has no order in scope"},
		{model.P("%d of %d customers have no order in scope", 2, 3030), "2 of 3,030 customers have no order in scope"},
		{model.P("%d of %d customers have no order in scope", 1, 1), "1 of 1 customer has no order in scope"},
		{model.P("%d customers signed up after the as-of date and are not counted", 1), "1 customer signed up after the as-of date and is not counted"},
		{model.P("%d rows read in %d tables", 1, 2), "1 row read in 2 tables"},
		{model.P("%d rows read in %d tables", 2, 1), "2 rows read in 1 table"},
		{model.P("%s (%d rows)", "a", 1), "a (1 row)"},
		{model.P("%s: %d answers of %s stand for no answer and are left out", "q1", 1, "99"), "q1: 1 answer of 99 stands for no answer and is left out"},
		{model.P("an AUC of %.1f%%", 1.0), "an AUC of 1.0%"},
		{model.FigureIn(1, model.Days), "1 day"},
		{model.FigureIn(1.5, model.Days), "1.5 days"},
	} {
		if got := c.phrase.In(pr); got != c.want {
			t.Errorf("%s: %q, want %q", c.phrase.Key, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ written, key, one string }{
		{"%d {day|days}", "%d days", "%d day"},
		{"%d of %d {row|rows} {1:is|are} empty", "%d of %d rows are empty", "%d of %d row is empty"},
		{"%.1f%% of %d {row|rows}", "%.1f%% of %d rows", "%.1f%% of %d row"},
		{"%[2]d {row|rows} of %[1]s", "%[2]d rows of %[1]s", "%[2]d row of %[1]s"},
		{"so many {: it|: they}", "so many : they", "so many : they"}, // of no argument
	} {
		s := parse(c.written)
		all := map[int]bool{}
		for _, a := range s.counts() {
			all[a] = true
		}
		if s.key() != c.key || s.text(all) != c.one {
			t.Errorf("%s: %q, %q", c.written, s.key(), s.text(all))
		}
	}
}

func BenchmarkPhrase(b *testing.B) {
	pr := English()
	b.Run("count", func(b *testing.B) {
		for b.Loop() {
			model.P("%d of %d customers have no order in scope", 1, 3030).In(pr)
		}
	})
}
