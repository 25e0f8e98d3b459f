package seg

import (
	"testing"

	"custseg/model"
)

func TestFrequencyByHand(t *testing.T) {
	c := people(t, numbers("frequency", 1, 2, 3, 4, 9, 10, 0, nan), numbers("tenure", 10, 10, 10, 304.375, 304.375, 304.375, nan, 5))
	s := run(t, "frequency", c)
	wantPlaced(t, s, "One-time", "Occasional", "Occasional", "Regular", "Regular", "Frequent", "Unclassified", "Unclassified")
	if rate, _ := s.Measured("repurchase_rate"); !close9(rate, 5./6) {
		t.Errorf("repurchase rate %v", rate)
	}
	if !noted(s, "1 unclassified: no purchase in scope") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "frequency", c, "per=month") // ten days count as a month
	wantNumbers(t, "a month", score(t, s, "orders_per_month"), 1, 2, 3, .4, .9, 1, nan, nan)
	wantPlaced(t, s, "Regular", "Frequent", "Frequent", "Regular", "Regular", "Regular", "Unclassified", "Unclassified")
	s = run(t, "frequency", c, "per=month", "month-seldom=.4", "month-occasional=.9")
	wantPlaced(t, s, "Regular", "Frequent", "Frequent", "Seldom", "Occasional", "Regular", "Unclassified", "Unclassified")
	wantPlaced(t, run(t, "frequency", c, "per=month", "month-cut=terciles"), "Regular", "Frequent", "Frequent", "Occasional", "Occasional", "Regular", "Unclassified", "Unclassified")
	wantPlaced(t, run(t, "frequency", c, "cut=terciles"), "Occasional", "Occasional", "Regular", "Regular", "Frequent", "Frequent", "Unclassified", "Unclassified")
	wantText(t, failure(t, "frequency", c, "once=3"), "once", "must be below occasional, 3")
	wantText(t, failure(t, "frequency", people(t, numbers("frequency", 1)), "per=month"), "--map tenure=COLUMN")
}

func TestHistoryByHand(t *testing.T) {
	c := people(t, numbers("frequency", 9, 9, 1, 1, 1), numbers("monetary", 90, 90, 5, 99, 5), numbers("recency", 5, 300, 5, 200, 100))
	// At the percentile .5: orders from 1, money from 90, lately within 100 days.
	s := run(t, "history", c, "often=50%", "much=50%", "lately=50%")
	wantPlaced(t, s, "Loyal", "Lapsing", "Occasional", "Lapsing", "Occasional")
	wantNumbers(t, "cuts", append(append(cutsOf(s, "frequency"), cutsOf(s, "monetary")...), cutsOf(s, "recency")...), 1, 90, 100)
	if !noted(s, "--map category=COLUMN") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestExplorersBoughtOfSeveralCategories(t *testing.T) {
	var ids, categories []string
	var dates []int64
	var amounts []float64
	buy := func(id string, days ...string) {
		for i, category := range days {
			ids, categories = append(ids, id), append(categories, category)
			dates, amounts = append(dates, model.Day(18000+i).Seconds()), append(amounts, 1)
		}
	}
	buy("narrow", "tea", "tea", "tea")
	buy("often", "tea", "tea", "tea", "tea", "tea", "tea")
	buy("wide", "tea", "milk", "cups")
	c := customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates),
		model.NewNumbers("amount", amounts), model.TextsOf("category", categories)))
	s := run(t, "history", c, "often=100%", "much=100%", "lately=0%")
	wantPlaced(t, s, "Occasional", "Loyal", "Explorer")
	wantNumbers(t, "categories", score(t, s, "categories"), 1, 1, 3)
	wantPlaced(t, run(t, "history", c, "often=100%", "much=100%", "lately=0%", "categories=4"), "Occasional", "Loyal", "Occasional")
}
