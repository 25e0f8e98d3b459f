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
	if !noted(s, "growth differs within 1 market segment:") || !noted(s, "1 unclassified: no market segment") || !noted(s, "1 unclassified: growth of the market segment is missing") {
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
	wantText(t, failure(t, "market", people(t, numbers("growth", 1))), "--map segment=COLUMN", "orders of which a method makes segments")
	wantText(t, failure(t, "market", people(t, model.TextsOf("segment", []string{"A"}), numbers("share", 1), numbers("size", 1))), "--map growth=COLUMN")
	wantText(t, failure(t, "market", people(t, model.TextsOf("segment", []string{"A"}), numbers("share", 1), numbers("growth", 1)), "scheme=ge", "weights=1,0,1"), "weights")
}

// The segments of another method are placed by their orders: money of the last
// year against the year before, and by that of an average segment.
func TestMarketOfAMethod(t *testing.T) {
	var ids, channels []string
	var dates []int64
	var amounts, profits []float64
	buy := func(id, channel string, daysAgo int, amount, profit float64) {
		ids, channels, dates = append(ids, id), append(channels, channel), append(dates, model.Day(20_000-daysAgo).Seconds())
		amounts, profits = append(amounts, amount), append(profits, profit)
	}
	buy("a", "Web", 10, 600, 60)
	buy("a", "Web", 400, 400, 40)
	buy("b", "Web", 370, 200, 20) // Web: 600 after 600
	buy("c", "App", 20, 150, 90)
	buy("c", "App", 500, 100, 60) // App: 150 after 100
	buy("d", "Store", 364, 50, 5) // Store: 50 after 0
	buy("e", "Phone", 729, 100, 10)
	buy("f", "Fax", 1500, 200, 20) // Fax: neither
	buy("g", "Web", 5, -30, -3)    // returned only: no purchase
	c := customers(t, 20_000, table(t, "orders", model.TextsOf("customer_id", ids), model.TextsOf("channel", channels), model.NewDates("order_date", dates),
		model.NewNumbers("amount", amounts), model.NewNumbers("profit", profits)))
	s := run(t, "market", c, "of=channel")
	// Money 1200, 250, 50, 100 and 200: 360 on average.
	wantNumbers(t, "share", score(t, s, "segment_share"), 1200./360, 1200./360, 250./360, 50./360, 100./360, 200./360, nan)
	wantNumbers(t, "growth", score(t, s, "segment_growth"), 0, 0, .5, 10, -1, nan, nan)
	wantPlaced(t, s, "Cash Cow", "Cash Cow", "Question Mark", "Question Mark", "Dog", "Unclassified", "Unclassified")
	if got := textScore(s, "market_segment"); got[2] != "App only" || got[6] != "" {
		t.Errorf("market segments %q", got)
	}
	for _, want := range []string{"those of Purchase channel", "last 365 days against the 365 before", "1 unclassified: no order with a known channel", "1 unclassified: Growth of money a year of the market segment is missing"} {
		if !noted(s, want) {
			t.Errorf("no note %q in %v", want, s.Notes)
		}
	}
	s = run(t, "market", c, "of=channel", "scheme=ge")
	wantNumbers(t, "margin", score(t, s, "segment_margin"), .1, .1, .6, .1, .1, .1, nan)
	wantNumbers(t, "size", score(t, s, "segment_size"), 600, 600, 150, 50, 0, 0, nan)
	wantText(t, failure(t, "market", c, "of=column"), "--map segment=COLUMN", "of=rfm")
	wantText(t, failure(t, "market", c, "of=nps"), "of", "nps cannot be run on this data")
	if !noted(run(t, "market", c), "those of RFM") {
		t.Error("without a column the segments are not those of RFM")
	}
	if _, err := marketOf().Parse("market"); err == nil {
		t.Error("market is placed by itself")
	}
}
