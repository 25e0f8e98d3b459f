package seg

import (
	"testing"

	"custseg/model"
)

// Three buy over ten days: a grows from 10 to 30, b shrinks from 20 to 10, c
// comes in the second half.
func growing(t *testing.T) *model.Customers {
	day := func(d int) int64 { return model.Day(18000 + d).Seconds() }
	return customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", []string{"a", "a", "b", "b", "c"}),
		model.NewDates("order_date", []int64{day(0), day(9), day(1), day(8), day(7)}), model.NewNumbers("amount", []float64{10, 30, 20, 10, 5}),
		model.TextsOf("category", []string{"tea", "milk", "tea", "tea", "cups"})))
}

func TestPotentialByHand(t *testing.T) {
	s := run(t, "potential", growing(t))
	wantNumbers(t, "growth", score(t, s, "growth"), 2, -.5, nan)
	wantNumbers(t, "room", score(t, s, "room"), 1./3, 2./3, 2./3)
	// Percentiles of growth are 3/4 and 1/4; of room 1/6, 2/3 and 2/3.
	wantNumbers(t, "score", score(t, s, "potential"), (.4*.75+.3/6)/.7, (.4*.25+.3*2/3)/.7, 2./3)
	wantPlaced(t, s, "Mid", "Low", "High")
	if !noted(s, "1 brought no money before") || !noted(s, "no recommend") {
		t.Errorf("notes %v", s.Notes)
	}
	if growth, ok := s.Placing.Find("growth"); !ok || growth.Way != model.Never {
		t.Errorf("growth can be moved: %+v", growth)
	}
	c := people(t, numbers("growth", .1, .2))
	if s = run(t, "potential", c); !noted(s, "no room for cross-selling, which needs categories") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestNineBoxByHand(t *testing.T) {
	s := run(t, "potential", growing(t), "by=box", "cut=terciles")
	wantPlaced(t, s, "Mid potential, high value", "Low potential, mid value", "High potential, low value")
	wantText(t, english(s.Segments[3].Rule), "by Potential score", "by Monetary")
	grid := s.Charts[0].(*model.Grid)
	if grid.Row[0] != 1 || grid.Col[0] != 2 {
		t.Errorf("a is in row %d, column %d", grid.Row[0], grid.Col[0])
	}
	wantText(t, failure(t, "potential", people(t, numbers("recommend", 1, 9)), "by=box"), "--map monetary=COLUMN")
	wantText(t, failure(t, "potential", people(t, numbers("recommend", 1, 9)), "weights=1,1,0"), "dated orders")
}
