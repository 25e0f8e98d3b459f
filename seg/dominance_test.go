package seg

import (
	"testing"

	"custseg/model"
)

func TestNeedsByHand(t *testing.T) {
	// Shares .5/.3/.2, .4/.3/.3, .4/.4/.2 and a third each.
	c := people(t, numbers("need#speed", 5, 4, 4, 2, nan), numbers("need#price", 3, 3, 4, 2, 1), numbers("need#advice", 2, 3, 2, 2, 1))
	s := run(t, "needs", c)
	wantPlaced(t, s, "speed", "speed", "Mixed", "Mixed", "Unclassified")
	wantNumbers(t, "share", score(t, s, "top_share"), .5, .4, .4, .333333333, nan)
	wantNumbers(t, "lead", score(t, s, "lead"), .2, .1, 0, 0, nan)
	wantText(t, english(s.Segments[0].Rule), "speed has the largest share", "40%", "10%")
	// Above the lowest: 3/1/0, 1/0/0, 2/2/0 and nothing.
	s = run(t, "needs", c, "count=above-lowest")
	wantNumbers(t, "share above the lowest", score(t, s, "top_share"), .75, 1, .5, .333333333, nan)
	wantText(t, failure(t, "needs", people(t, numbers("need#a", 1, 200), numbers("need#b", 1, 2))), "from 1 to 200", "recode")
	wantText(t, failure(t, "needs", people(t, numbers("need", 1, 2))), "two needs", "--map need=COLUMN")
}

// Ranks are told from ratings: 1 is the first of three, and weighs 3 of 6.
func TestNeedsByRank(t *testing.T) {
	s := run(t, "needs", people(t, numbers("need#speed", 1, 3, 1), numbers("need#price", 2, 1, 3), numbers("need#advice", 3, 2, 2)))
	wantPlaced(t, s, "speed", "price", "speed")
	if !noted(s, "ranks from 1 to 3") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestNeedsOfCategories(t *testing.T) {
	days := make([]int64, 7)
	for i := range days {
		days[i] = model.Day(18000 + i).Seconds()
	}
	// Tea 60 of 100; Tea 50 of 100; 300 came back, which leaves Tea; nothing that counts.
	c := customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", []string{"a", "a", "b", "b", "c", "c", "c"}), model.NewDates("order_date", days),
		model.NewNumbers("amount", []float64{60, 40, 50, 50, 300, 10, -300}), model.TextsOf("category", []string{"Tea", "Pots", "Tea", "Pots", "Pots", "Tea", "Pots"})))
	s := run(t, "needs", c)
	wantPlaced(t, s, "Tea", "Mixed", "Tea")
	wantNumbers(t, "share", score(t, s, "top_share"), .6, .5, 1)
	// Pots hold 90 of 210, Tea 120: with a half as the least, Pots are other categories.
	s = run(t, "needs", c, "least=50%", "lead=0%")
	if name := english(s.Segments[1].Name); name != "other categories" {
		t.Errorf("the second segment is %s", name)
	}
}

func TestFactorsByHand(t *testing.T) {
	points := people(t, numbers("factor#price", 40, 30, 25), numbers("factor#brand", 30, 30, 25), numbers("factor#quality", 20, 25, 25), numbers("factor#service", 10, 15, 25))
	s := run(t, "factors", points)
	wantPlaced(t, s, "price", "Balanced", "Balanced")
	wantNumbers(t, "lead", score(t, s, "lead"), .1, 0, 0)
	// Ranks 1 to 3 weigh 3, 2 and 1 of 6.
	ranks := people(t, numbers("factor#price", 1, 3), numbers("factor#brand", 2, 1), numbers("factor#quality", 3, 2))
	s = run(t, "factors", ranks)
	wantPlaced(t, s, "price", "brand")
	wantNumbers(t, "share", score(t, s, "top_share"), .5, .5)
	if !noted(s, "ranks from 1 to 3") {
		t.Errorf("notes %v", s.Notes)
	}
	wantPlaced(t, run(t, "factors", ranks, "answers=rating"), "quality", "price")
	ratings := run(t, "factors", people(t, numbers("factor#price", 5, 4), numbers("factor#brand", 3, 4)))
	wantPlaced(t, ratings, "price", "Balanced")
	if !noted(ratings, "ratings from 1 to 5") {
		t.Errorf("notes %v", ratings.Notes)
	}
	wantText(t, failure(t, "factors", points, "answers=rating"), "factor#price has answers from 25 to 40", "1 to 5")
	wantText(t, failure(t, "factors", points, "answers=rank"), "reads answers from 1 to 4")
	wantText(t, failure(t, "factors", people(t, numbers("factor#a", -12, 9), numbers("factor#b", 1, 2))), "cannot be negative")
	wantText(t, failure(t, "factors", people(t, numbers("factor", 1, 9))), "there are 1")
}

// A few wrong answers do not change what the others are.
func TestFactorsOfCarelessRespondents(t *testing.T) {
	ranks := run(t, "factors", people(t, numbers("factor#price", 1, 3, 1, 1), numbers("factor#brand", 2, 1, 2, 1), numbers("factor#quality", 3, 2, 3, 2)))
	wantPlaced(t, ranks, "price", "brand", "price", "Balanced")
	for _, text := range []string{"ranks from 1 to 3", "1 customer does not give each rank once"} {
		if !noted(ranks, text) {
			t.Errorf("%q is not among %v", text, ranks.Notes)
		}
	}
	points := run(t, "factors", people(t, numbers("factor#price", 60, 20, 80, 40), numbers("factor#brand", 40, 80, 20, 40)))
	wantPlaced(t, points, "price", "brand", "price", "Balanced")
	if !noted(points, "points of 1 customer do not add up to 100") {
		t.Errorf("notes %v", points.Notes)
	}
	if s := run(t, "factors", people(t, numbers("factor#price", 60, 20, 80), numbers("factor#brand", 50, 70, 20))); !noted(s, "add up to different sums") {
		t.Errorf("notes %v", s.Notes)
	}
	// Ten points shared out, and ratings from 1 to 7.
	for text, columns := range map[string][]model.Column{"points shared out": {numbers("factor#price", 6, 1, 8), numbers("factor#brand", 4, 9, 2)},
		"ratings from 1 to 7": {numbers("factor#price", 6, 1, 7), numbers("factor#brand", 4, 2, 2)}} {
		if s := run(t, "factors", people(t, columns...)); !noted(s, text) {
			t.Errorf("%q is not among %v", text, s.Notes)
		}
	}
	wantText(t, english(points.Segments[0].Rule), "price has the largest share, at least 10% ahead of the next")
}

// One respondent who gives no ranks does not turn the rankings of the others
// upside down: they are set aside.
func TestRankingsWithAStrayRespondent(t *testing.T) {
	for _, stray := range []float64{0, 5, 9} {
		for _, id := range []string{"factor", "need"} {
			c := people(t, numbers(id+"#a", 1, 3, 1, stray), numbers(id+"#b", 2, 1, 2, stray), numbers(id+"#c", 3, 2, 3, stray))
			s := run(t, id+"s", c)
			wantPlaced(t, s, "a", "b", "a", "Unclassified")
			if !noted(s, "1 unclassified: ") || !noted(s, "no ranks from 1 to 3") {
				t.Errorf("notes %v", s.Notes)
			}
		}
	}
}

func TestRankingsOfTheFirstThree(t *testing.T) {
	for _, unranked := range []float64{nan, 0} {
		c := people(t, numbers("factor#a", 1, 3, 5, 1), numbers("factor#b", 2, 1, 4, 2), numbers("factor#c", 3, unranked, 3, unranked),
			numbers("factor#d", unranked, 2, 2, unranked), numbers("factor#e", unranked, unranked, 1, unranked))
		s := run(t, "factors", c)
		wantPlaced(t, s, "a", "b", "e", "a")
		wantNumbers(t, "share", score(t, s, "top_share"), .5, .5, .333333333, .666666667) // 3 of 6; 5 of 15; 2 of 3
		if !noted(s, "3 customers rank only the first few") || !warned(s, "leads by 6.66") {
			t.Errorf("notes %v", s.Notes)
		}
	}
}

func TestNeedsReadAsTheAnalystSays(t *testing.T) {
	c := people(t, numbers("need#a", 1, 2, 1), numbers("need#b", 2, 1, 2))
	wantPlaced(t, run(t, "needs", c), "b", "a", "b")
	wantPlaced(t, run(t, "needs", c, "answers=rank"), "a", "b", "a")
}

func TestBlanksOfPointsSharedOut(t *testing.T) {
	for _, id := range []string{"factor", "need"} {
		s := run(t, id+"s", people(t, numbers(id+"#a", 60, 60, 60, 100, 40), numbers(id+"#b", 40, 40, 40, nan, nan)))
		wantPlaced(t, s, "a", "a", "a", "a", "Unclassified")
		wantNumbers(t, "share", score(t, s, "top_share"), .6, .6, .6, 1, nan)
		if !noted(s, "1 customer left some blank") {
			t.Errorf("notes %v", s.Notes)
		}
	}
}

func TestImportanceOnDifferentScales(t *testing.T) {
	for _, id := range []string{"factor", "need"} {
		c := people(t, numbers(id+"#price", 4, 5, 1), numbers(id+"#speed", 74, 26, 91))
		wantText(t, failure(t, id+"s", c), "column "+id+"#price has answers from 1 to 5", id+"#speed from 26 to 91", "answers=points")
		run(t, id+"s", c, "answers=points")
	}
}

// A ranking of the first two of three is none of points: 1 is the best.
func TestRankingsOfTheFirstTwo(t *testing.T) {
	for _, id := range []string{"factor", "need"} {
		s := run(t, id+"s", people(t, numbers(id+"#a", 1, 2, 0), numbers(id+"#b", 2, 1, 1), numbers(id+"#c", 0, 0, 2)))
		wantPlaced(t, s, "a", "b", "b")
		if !warned(s, "ranks from 1 to 3, 1 the most important") {
			t.Errorf("%s", s.Remarks())
		}
	}
}

// Rankings of which a column is missing look like ratings, the best at 1.
func TestRankingsWithAColumnMissing(t *testing.T) {
	var a, b, c []float64
	for range 10 {
		a, b, c = append(a, 2, 4), append(b, 3, 1), append(c, 4, 3)
	}
	people := people(t, numbers("factor#a", a...), numbers("factor#b", b...), numbers("factor#c", c...))
	wantText(t, failure(t, "factors", people), "answers=rank", "answers=rating")
	if got := placed(run(t, "factors", people, "answers=rank"))[:2]; got[0] != "a" || got[1] != "b" {
		t.Errorf("placed %v", got)
	}
}

// With the cuts by default the first of five ranked things would never lead by
// enough, nor one of ten rated.
func TestCutsOutOfReach(t *testing.T) {
	columns := func(id string, values ...[]float64) []model.Column {
		var out []model.Column
		for j, v := range values {
			out = append(out, numbers(id+"#"+string(rune('a'+j)), v...))
		}
		return out
	}
	ranks := people(t, columns("need", []float64{1, 5}, []float64{2, 1}, []float64{3, 2}, []float64{4, 3}, []float64{5, 4})...)
	s := run(t, "needs", ranks)
	wantPlaced(t, s, "a", "b")
	if !warned(s, "33.33% of all") {
		t.Errorf("warnings %v", s.Warnings)
	}
	if s = run(t, "needs", ranks, "share=50%"); !warned(s, "Nobody can have a dominant one") {
		t.Errorf("warnings %v", s.Warnings)
	}
	var rated [][]float64
	for j := range 10 {
		rated = append(rated, []float64{float64(1 + 4*(j/9)), 1})
	}
	s = run(t, "needs", people(t, columns("need", rated...)...))
	if !warned(s, "35.71% at most") || !warned(s, "count=above-lowest") {
		t.Errorf("warnings %v", s.Warnings)
	}
	wantPlaced(t, run(t, "needs", people(t, columns("need", rated...)...), "count=above-lowest"), "j", "Mixed")
}

func TestImportanceInWords(t *testing.T) {
	s := run(t, "needs", people(t, model.TextsOf("need#a", []string{"yes", "no", "no"}), model.TextsOf("need#b", []string{"no", "yes", "no"})))
	wantPlaced(t, s, "a", "b", "Unclassified")
	if !noted(s, "all their answers are 0") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "factors", people(t, model.TextsOf("factor#a", []string{"very important", "important"}), model.TextsOf("factor#b", []string{"not important", "important"})))
	wantPlaced(t, s, "a", "Balanced")
}
