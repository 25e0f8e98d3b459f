package profile

import (
	"math"
	"testing"

	"custseg/model"
)

// shop is three customers' orders with a return and a line without a category.
func shop(t testing.TB) *model.Customers {
	day := func(d int) int64 { return int64(d) * 86400 }
	return customersOf(t, []model.Guess{{Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}, {Column: 3, Role: model.Category},
		{Column: 4, Role: "profit"}, {Column: 5, Role: "discount"}},
		tableOf(t, "orders",
			model.TextsOf("id", []string{"a", "a", "b", "b", "b", "c", "c"}),
			model.NewDates("day", []int64{day(1), day(2), day(1), day(3), day(4), day(2), day(5)}),
			model.NewNumbers("paid", []float64{30, 10, 60, 40, -60, 50, 25}),
			model.TextsOf("category", []string{"Home", "Tea", "Tea", "Home", "Tea", "Home", ""}),
			model.NewNumbers("profit", []float64{3, 1, 6, 4, 6, 5, math.NaN()}),
			model.NewNumbers("discount", []float64{0, 0.2, 0, 0, 0.9, 0.5, 0.1})))
}

func TestPartsOfMoney(t *testing.T) {
	lines := linesOf(t, baseOf(t, shop(t)), []int32{0, 1})
	// a and b bought 140, of it 70 Home; all bought 190, of it 120 Home. Of their
	// own, Home is 0.75, 0.4 and 1.
	home := lines["category Home"]
	if home.Kind != OfMoney || home.Here.Mean != 0.5 || !near(home.All.Mean, 120./190) || home.Here.N != 2 || home.All.N != 3 || home.Effect != -1 {
		t.Errorf("Home: %+v", home)
	}
	tea := lines["category Tea"]
	if tea.Here.Mean != 0.5 || !near(tea.All.Mean, 70./190) || tea.Effect != 1 {
		t.Errorf("Tea: %+v", tea)
	}
}

func TestNumbersOfOrderLines(t *testing.T) {
	lines := linesOf(t, baseOf(t, shop(t)), []int32{1})
	if profit := lines["profit"]; profit.Here.Mean != 4 || !near(profit.All.Mean, 13./3) { // 6 + 4 - 6 of b; 4 and 5 of a and c
		t.Errorf("profit: %+v", profit)
	}
	if discount := lines["discount"]; discount.Here.Mean != 0 || !near(discount.All.Mean, (0.1+0+0.3)/3) { // the line given back does not count
		t.Errorf("discount: %+v", discount)
	}
}

func TestMeasuresAreThereOnce(t *testing.T) {
	lines := linesOf(t, baseOf(t, shop(t)), []int32{0}, "frequency", "monetary", "category")
	for _, name := range []string{"first_order", "last_order"} {
		if _, ok := lines[name]; ok {
			t.Errorf("%s repeats a number of days", name)
		}
	}
	for name, want := range map[string]bool{"monetary": true, "average_order": true, "recency": false, "category Home": true, "profit": false} {
		if l, ok := lines[name]; !ok || l.Used != want {
			t.Errorf("%s: %v, used %v", name, ok, l.Used)
		}
	}
}
