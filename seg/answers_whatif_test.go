package seg

import (
	"testing"

	"custseg/model"
)

// What changed answers would lead to, worked out by hand.
func TestChangedAnswers(t *testing.T) {
	days := func(ago ...int) model.Column {
		out := make([]int64, len(ago))
		for i, d := range ago {
			out[i] = model.Day(18000 - d).Seconds()
		}
		return model.NewDates("event_date", out)
	}
	ids := func(names ...string) model.Column { return model.TextsOf("customer_id", names) }
	for _, c := range []struct {
		method string
		set    []string
		data   *model.Customers
		with   []model.Change // of the first customer
		want   string
	}{
		{"nps", nil, people(t, numbers("recommend", 8, 3)), []model.Change{{Measure: "recommend", To: 9}}, "Promoter"},
		// 8 of 10 is 4.11 of 5.
		{"feedback", nil, people(t, numbers("satisfaction", 7, 10)), []model.Change{{Measure: "satisfaction", To: 8}}, "Happy"},
		// Four of five are satisfied, and 2 of hardness is 6 of ease.
		{"experience", []string{"effort=hard"}, people(t, numbers("touchpoint#a", 3, 5), numbers("touchpoint#b", 4, 5), numbers("effort", 5, 1)),
			[]model.Change{{Measure: "touchpoint#a", To: 4}, {Measure: "effort", To: 2}}, "Smooth"},
		// 5/5/2 above the lowest is 3/3/0.
		{"needs", []string{"count=above-lowest"}, people(t, numbers("need#a", 5, 1), numbers("need#b", 3, 1), numbers("need#c", 2, 1)),
			[]model.Change{{Measure: "need#b", To: 5}}, "Mixed"},
		// Ranks 3 and 1 weigh 1 and 3 of 6.
		{"factors", nil, people(t, numbers("factor#a", 1, 2), numbers("factor#b", 2, 1), numbers("factor#c", 3, 3)),
			[]model.Change{{Measure: "factor#a", To: 3}, {Measure: "factor#c", To: 1}}, "c"},
		{"competitor", nil, people(t, numbers("own_spend", 40, 1), numbers("category_spend", 100, 9)), []model.Change{{Measure: "own_spend", To: 80}}, "Sole"},
		// Of four brands the second has (1 - 2/5) · 2/4 = .3.
		{"competitor", nil, people(t, numbers("brand_rank", 1, 1), numbers("brands_used", 2, 1)),
			[]model.Change{{Measure: "brand_rank", To: 2}, {Measure: "brands_used", To: 4}}, "Shared"},
		{"custom", nil, people(t, numbers("custom_orders", 1, 0), numbers("frequency", 2, 5)), []model.Change{{Measure: "frequency", To: 3}}, "Semi-custom"},
		{"proposition", []string{"split=fixed", "cuts=price_perceived:4;benefit:4"}, people(t, numbers("price_perceived", 5, 1), numbers("benefit", 3, 5)),
			[]model.Change{{Measure: "benefit", To: 4}}, "Premium"},
		// The mean is 3 and the deviation 1, so that 5 is 2 above.
		{"adoption", []string{"cut=z"}, people(t, numbers("readiness", 2, 4, 2, 4)), []model.Change{{Measure: "readiness", To: 5}}, "Innovators"},
		// 16 clicks of a month ago count 8, of today 16.
		{"lead", []string{"warm=10"}, customers(t, 18000, table(t, "people", ids("a", "b"), numbers("clicks", 16, 0), days(30, 0))),
			[]model.Change{{Measure: "idle_days", To: 0}}, "Warm"},
	} {
		s := run(t, c.method, c.data, c.set...)
		if got := english(s.Segments[s.Placing.Segment(0, c.with...)].Name); got != c.want || got == placed(s)[0] {
			t.Errorf("%s: %v leads from %s to %s, want %s", c.method, c.with, placed(s)[0], got, c.want)
		}
	}
}

// A value that cannot be leads to no segment.
func TestImpossibleAnswers(t *testing.T) {
	s := run(t, "custom", people(t, numbers("custom_orders", 1, 0), numbers("frequency", 2, 5)))
	if got := s.Placing.Segment(0, model.Change{Measure: "custom_orders", To: 3}); got != -1 {
		t.Errorf("three custom orders of two lead to segment %d", got)
	}
}
