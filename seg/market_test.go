package seg

import (
	"testing"

	"custseg/model"
)

func TestMarketByHand(t *testing.T) {
	c := people(t, model.TextsOf("segment", []string{"Home", "Home", "Trade", "Gift", "Gift", "Youth", "", "New"}),
		numbers("growth", .1, .1, .2, .02, .04, .05, .2, nan), numbers("share", 1, 1, .5, 2, 2, .9, 3, 1), numbers("size", 100, 100, 50, 0, 0, 75, 5, 60), numbers("margin", .4, .4, .2, 0, 0, .4, 0, .1))
	s := run(t, "market", c)
	wantPlaced(t, s, "Star", "Star", "Question Mark", "Cash Cow", "Cash Cow", "Dog", "Unclassified", "Unclassified")
	wantNumbers(t, "growth", score(t, s, "segment_growth"), .1, .1, .2, .03, .03, .05, nan, nan)
	if !noted(s, "growth differs within 1 market segments") || !noted(s, "1 unclassified: no market segment") || !noted(s, "1 unclassified: growth of the market segment is missing") {
		t.Errorf("notes %v", s.Notes)
	}
	wantPlaced(t, run(t, "market", c, "growth=20%", "share=2"), "Dog", "Dog", "Question Mark", "Cash Cow", "Cash Cow", "Dog", "Unclassified", "Unclassified")
	s = run(t, "market", c, "scheme=ge")
	// Of 0 to 1: size 1, .5, 0, .75, .6; growth 7/17, 1, 0, 2/17; margin 1, .5, 0, 1, .25; share 1/3, 0, 1, 4/15, 1/3.
	wantNumbers(t, "attractiveness", score(t, s, "attractiveness"), (2+7./17)/3, (2+7./17)/3, 2./3, 0, 0, (1.75+2./17)/3, nan, .425)
	wantNumbers(t, "strength", score(t, s, "strength"), 1./3, 1./3, 0, 1, 1, 4./15, nan, 1./3)
	wantPlaced(t, s, "Invest to build", "Invest to build", "Limited expansion", "Protect and refocus", "Protect and refocus", "Limited expansion", "Unclassified", "Manage selectively")
	wantText(t, failure(t, "market", c, "scheme=ge", "high=0.2"), "high", "must be above mid, 0.33")
}

func TestMarketInPercent(t *testing.T) {
	c := people(t, model.TextsOf("segment", []string{"A", "B"}), numbers("growth", 12, 3), numbers("share", 2, 2))
	s := run(t, "market", c)
	wantPlaced(t, s, "Star", "Cash Cow")
	if !noted(s, "read as percent") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "market", people(t, numbers("growth", 1))), "--map segment=COLUMN")
	wantText(t, failure(t, "market", people(t, model.TextsOf("segment", []string{"A"}), numbers("share", 1), numbers("size", 1))), "--map growth=COLUMN")
	wantText(t, failure(t, "market", people(t, model.TextsOf("segment", []string{"A"}), numbers("share", 1), numbers("growth", 1)), "scheme=ge", "weights=1,0,1"), "weights")
}
