package seg

import (
	"testing"

	"custseg/model"
)

func TestBehaviourByHand(t *testing.T) {
	c := people(t, numbers("views", 100, 10, 40, 2, 0, nan), numbers("clicks", 50, 0, 20, 1, 0, nan), numbers("carts", 10, 1, 0, 0, 0, nan), numbers("purchases", 5, 0, 0, 1, 0, nan))
	s := run(t, "behaviour", c) // all events 165, 11, 60, 4, 0; percentile .8 is 81, the median of views 10
	wantPlaced(t, s, "Frequent", "Potential", "Potential", "Low activity", "Low activity", "Unclassified")
	wantNumbers(t, "cuts", append(append(cutsOf(s, "all_events"), cutsOf(s, "views")...), cutsOf(s, "carts")...), 81, 10, 1)
	wantNumbers(t, "conversion", score(t, s, "conversion"), .05, 0, 0, .5, nan, nan)
	wantNumbers(t, "abandonment", score(t, s, "abandonment"), .5, 1, nan, nan, nan, nan)
	conversion, _ := s.Measured("conversion_rate")
	abandoned, _ := s.Measured("cart_abandonment_rate")
	wantNumbers(t, "rates", []float64{conversion, abandoned}, 6./152, 1-5./11)
	wantPlaced(t, run(t, "behaviour", c, "by=funnel"), "Purchased", "Abandoned the cart", "Clicked", "Purchased", "No step taken", "Unclassified")
	wantPlaced(t, run(t, "behaviour", c, "carts=2", "views=80%"), "Frequent", "Low activity", "Low activity", "Low activity", "Low activity", "Unclassified")
}

// Half of the customers saw nothing, which is no interest.
func TestNoViewsAreNoInterest(t *testing.T) {
	s := run(t, "behaviour", people(t, numbers("views", 0, 0, 0, 3)))
	wantPlaced(t, s, "Low activity", "Low activity", "Low activity", "Potential")
	if !noted(s, "--map carts=COLUMN") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestBehaviourOfEvents(t *testing.T) {
	var ids, kinds []string
	for _, kind := range []string{"view", "view", "cart", "purchase"} {
		ids, kinds = append(ids, "buyer"), append(kinds, kind)
	}
	ids, kinds = append(ids, "looker", "looker", "looker"), append(kinds, "view", "view", "cart")
	dates := make([]int64, len(ids))
	for i := range dates {
		dates[i] = model.Day(18000 + i).Seconds()
	}
	c := customers(t, model.NoDay, table(t, "events", model.TextsOf("customer_id", ids), model.NewDates("event_date", dates), model.TextsOf("event_type", kinds)))
	wantPlaced(t, run(t, "behaviour", c), "Frequent", "Potential")
}
