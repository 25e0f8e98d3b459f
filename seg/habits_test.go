package seg

import (
	"slices"
	"testing"
)

func TestHabitsByHand(t *testing.T) {
	buy := func(id, order, category string, day int, discount, amount float64) purchase {
		return purchase{id: id, order: order, channel: "Web", category: category, day: day, discount: discount, amount: amount}
	}
	c := bought(t,
		buy("a", "1", "Tea", 0, .2, 10), buy("a", "2", "Cups", 1, .1, 10), buy("a", "3", "Milk", 2, 0, 10), // 2 of 3 at a discount
		buy("b", "4", "Tea", 0, 0, 500), buy("b", "5", "Cups", 7, 0, 500), // the largest average order
		buy("c", "6", "Tea", 0, 0, 10), buy("c", "7", "Tea", 1, 0, 10), buy("c", "8", "Tea", 8, 0, 10), // one category
		buy("d", "9", "Tea", 0, .5, 10), buy("d", "10", "Cups", 1, 0, 20), // half at a discount, half and half
		buy("e", "11", "Tea", 0, 0, 10), // one order is no habit
		buy("f", "12", "Tea", 0, 0, -10),
	)
	s := run(t, "habits", c)
	wantPlaced(t, s, "Bargain Hunter", "Big Basket", "Single Category", "Mixed", "Mixed", "Unclassified")
	wantNumbers(t, "discount", score(t, s, "discount_share"), 2./3, 0, 0, .5, 0, nan)
	wantNumbers(t, "concentration", score(t, s, "category_hhi"), 1./3, .5, 1, .5, 1, nan)
	// Averages 10, 500, 10, 15, 10: percentile .8 is 15 + .2 × 485.
	wantNumbers(t, "basket", cutsOf(s, "average_order"), 112)
	// Day 18000 was a Sunday; of equals the earliest.
	if got, want := textScore(s, "top_weekday"), []string{"Sunday", "Sunday", "Monday", "Sunday", "Sunday", ""}; !slices.Equal(got, want) {
		t.Errorf("weekdays %q", got)
	}
	if textScore(s, "top_hour") != nil {
		t.Error("days without times have an hour")
	}
	wantPlaced(t, run(t, "habits", c, "orders=1"), "Bargain Hunter", "Big Basket", "Single Category", "Mixed", "Single Category", "Unclassified")
	s = run(t, "habits", people(t, numbers("average_order", 1, 2, 3)))
	wantPlaced(t, s, "Mixed", "Mixed", "Big Basket")
	if !noted(s, "--map discount=COLUMN") || !noted(s, "--map category=COLUMN") {
		t.Errorf("notes %v", s.Notes)
	}
}
