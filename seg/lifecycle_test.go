package seg

import (
	"maps"
	"testing"

	"custseg/model"
)

// ordersOn makes customers who order on days of 2019 on, counted from its first.
func ordersOn(t *testing.T, asOf int, days map[string][]int) *model.Customers {
	t.Helper()
	start, err := model.ParseDay("2019-01-01")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	var dates []int64
	var amounts []float64
	for id := 'a'; id <= 'z'; id++ {
		for _, day := range days[string(id)] {
			ids, dates, amounts = append(ids, string(id)), append(dates, (start+model.Day(day)).Seconds()), append(amounts, 1)
		}
	}
	return customers(t, start+model.Day(asOf), table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts)),
		table(t, "people", model.TextsOf("customer_id", []string{"a", "y", "z"}), model.TextsOf("asked", []string{"no", "yes", "no"}), model.NewNumbers("age", []float64{30, 40, 50})))
}

func TestLifecycleByHand(t *testing.T) {
	c := ordersOn(t, 200, map[string][]int{
		"a": {0, 10, 20, 190},     // cycle 63.3; before the last gap, of 170 days, 10
		"b": {150, 170, 190},      // own cycle 20, 10 days ago
		"c": {100, 130, 160},      // own cycle 30, 40 days ago; before its one gap too few
		"d": {110, 125, 140, 155}, // own cycle 15, 45 days ago: 3 cycles
		"e": {0, 20, 40},          // own cycle 20, 160 days ago
		"f": {180},                // first order 20 days ago
		"g": {100},                // the median cycle, 100 days ago
	})
	s := run(t, "lifecycle", c)
	// Gaps: 10 10 170 20 20 30 30 15 15 15 20 20, median 20.
	wantNumbers(t, "cycle", score(t, s, "cycle"), 190./3, 20, 30, 15, 20, 20, 20, 20, 20)
	wantNumbers(t, "since", score(t, s, "cycles_since"), 30./190, .5, 40./30, 3, 8, 1, 5, nan, nan)
	wantNumbers(t, "last gap", score(t, s, "last_gap_cycles"), 17, 1, 1, 1, 1, nan, nan, nan, nan)
	wantNumbers(t, "cycle before", score(t, s, "cycle_before"), 10, 20, 30, 15, 20, nan, nan, nan, nan)
	wantPlaced(t, s, "Returning", "Active", "At Risk", "Dormant", "Churned", "New", "Churned", "Prospect", "Prospect")
	if v, _ := s.Measured("cycle_days"); v != 20 {
		t.Errorf("cycle %v", v)
	}
	wantPlaced(t, run(t, "lifecycle", c, "scheme=nes", "lead=asked"), "E0 Main", "E0 Main", "E1 Drowsy", "E2 Half asleep", "S Sleeping", "N New", "S Sleeping", "Prospect", "Unclassified")
	wantPlaced(t, run(t, "lifecycle", c, "cycle=50"), "Returning", "Active", "Active", "Active", "Churned", "New", "At Risk", "Prospect", "Prospect")
	wantText(t, failure(t, "lifecycle", c, "risk=1"), "risk", "must be above active, 1")
	wantText(t, failure(t, "lifecycle", c, "lead=nobody"), "no column")
}

// The cycle that is shown is the one by which a customer has come back or not: one
// who orders every year is not back after the months of the others.
func TestReturningByTheCycleShown(t *testing.T) {
	monthly := []int{731, 762, 790, 821, 851, 882, 912}
	c := ordersOn(t, 942, map[string][]int{"a": {51, 563, 937}, "b": monthly, "c": monthly, "d": {700, 930}})
	s := run(t, "lifecycle", c)
	wantPlaced(t, s, "Active", "Active", "Active", "Returning", "Prospect", "Prospect")
	cycle, before, gap := score(t, s, "cycle"), score(t, s, "cycle_before"), score(t, s, "last_gap_cycles")
	wantNumbers(t, "cycles of a", []float64{cycle[0], before[0], gap[0]}, 443, 443, 374./443)
	wantNumbers(t, "cycles of d", []float64{cycle[3], before[3], gap[3]}, 31, 31, 230./31)
}

func TestLifecycleByYear(t *testing.T) {
	c := ordersOn(t, 1000, map[string][]int{"a": {5, 400, 800}, "b": {5, 800}, "c": {740}, "d": {5, 400}})
	s := run(t, "lifecycle", c, "scheme=yearly") // 2019 has 365 days, 2020 has 366
	wantPlaced(t, s, "Consistent", "Returning", "New", "Sleeping", "Prospect", "Prospect")
	wantNumbers(t, "first year", score(t, s, "first_year"), 2019, 2019, 2021, 2019, nan, nan)
	wantText(t, english(s.Segments[2].Rule), "orders in 2021 and in 2020")

	// Day 1100 is in January 2022, of which nobody has an order.
	s = run(t, "lifecycle", ordersOn(t, 1100, map[string][]int{"a": {400, 800}, "b": {5}}), "scheme=yearly")
	wantPlaced(t, s, "Sleeping", "Sleeping", "Prospect", "Prospect")
	if !noted(s, "The current year is 2022") {
		t.Errorf("notes %v", s.Notes)
	}
	// An order on the as-of date, in a new year, makes that the current one: the year
	// before it is then 2020.
	s = run(t, "lifecycle", ordersOn(t, 731, map[string][]int{"a": {5}, "b": {730}}), "scheme=yearly")
	wantPlaced(t, s, "Sleeping", "New", "Prospect", "Prospect")
	recency, _ := s.Placing.Find("recency")
	for i, want := range []string{"Returning", "Consistent"} {
		if got := moved(s, i, model.Change{Measure: "recency", To: 0}, model.Change{Measure: "frequency", To: 2}); got != want {
			t.Errorf("one more order on 2021-01-01, after %v days: %s, want %s", recency.Values[i], got, want)
		}
	}
	// On the day after the last of 2019 that year is the current one.
	s = run(t, "lifecycle", ordersOn(t, 365, map[string][]int{"b": {5}, "c": {364}}), "scheme=yearly")
	wantPlaced(t, s, "Prospect", "New", "New", "Prospect", "Prospect")
}

// Of measures the mean gap is known, and not the last.
func TestLifecycleOfMeasures(t *testing.T) {
	c := people(t, numbers("frequency", 3, 3, 2, 0, 4), numbers("recency", 10, 90, 60, nan, nan), numbers("tenure", 50, 130, 100, nan, 5))
	s := run(t, "lifecycle", c)
	wantNumbers(t, "cycle", score(t, s, "cycle"), 20, 20, 20, 20, 20) // mean gaps 20, 20 and 40
	wantPlaced(t, s, "Active", "Churned", "Dormant", "Prospect", "Unclassified")
	if !noted(s, "nobody is Returning") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "lifecycle", c, "scheme=yearly"), "--map order_date=COLUMN")
}

// A later last order shortens the silence and lengthens the gap before it, which
// after many cycles makes a customer Returning; so does one more order. The first
// makes them New.
func TestAnOrderMovesTheLifecycle(t *testing.T) {
	c := buyersOn(t, []int{120, 110, 100}, []int{45, 35, 25}, []int{90, 70, 50, 15})
	s := run(t, "lifecycle", c, "cycle=10", "new=5")
	wantPlaced(t, s, "Churned", "Dormant", "At Risk")
	at := func(i int, changes ...model.Change) string {
		return english(s.Segments[s.Placing.Segment(i, changes...)].Name)
	}
	recency := func(days float64) model.Change { return model.Change{Measure: "recency", To: days} }
	for _, want := range []struct {
		i    int
		days float64
		name string
	}{{0, 30, "Dormant"}, {0, 10, "Returning"}, {0, 101, "Churned"}, {1, 10, "Active"}, {1, 31, "Churned"}, {2, 10, "Returning"}, {2, 21, "Dormant"}} {
		if got := at(want.i, recency(want.days)); got != want.name {
			t.Errorf("customer %d of recency %v is %s, want %s", want.i, want.days, got, want.name)
		}
	}
	// Their own cycle follows: (120 - 40) / 2 days, and with one order more / 3.
	s = run(t, "lifecycle", c, "new=5")
	if got := at(0, recency(40)); got != "Active" {
		t.Errorf("with a cycle of 40 days, 40 days of silence are %s", got)
	}
	if got := at(0, recency(40), model.Change{Measure: "frequency", To: 4}); got != "At Risk" {
		t.Errorf("with a cycle of 26.7 days, 40 days of silence are %s", got)
	}
	// A prospect's first order is now.
	s = run(t, "lifecycle", people(t, numbers("frequency", 0, 3), numbers("recency", nan, 5), numbers("tenure", nan, 65)))
	if got := at(0, model.Change{Measure: "frequency", To: 1}); got != "New" {
		t.Errorf("after a first order: %s", got)
	}
}

// CDNOW up to the end of June 1998: computed apart with Python from the file.
func TestLifecycleOfCDNOW(t *testing.T) {
	c := customers(t, model.NoDay, cdnowOrders(t))
	s := run(t, "lifecycle", c)
	if got, want := sizes(s), map[string]int{"Active": 266, "At Risk": 135, "Churned": 1811, "Dormant": 105, "Returning": 40}; !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
	if cycle, _ := s.Measured("cycle_days"); cycle != 34 {
		t.Errorf("a cycle of %v days", cycle)
	}
}

// A window hides orders and not that there were any: who ordered before it alone
// is no prospect, and who ordered before it too is not new.
func TestAWindowMakesNobodyNew(t *testing.T) {
	of := func(day int) int64 { return model.Day(day).Seconds() }
	c := customersIn(t, model.Scope{AsOf: 200, Window: 100}, table(t, "orders",
		model.TextsOf("customer_id", []string{"a", "a", "a", "b", "b", "c"}), model.NewDates("order_date", []int64{of(0), of(10), of(190), of(20), of(30), of(190)})))
	s := run(t, "lifecycle", c, "new=30", "cycle=20")
	wantPlaced(t, s, "Active", "Unclassified", "New")
	wantText(t, english(s.Reasons[s.Why[1]]), "no order in the window, but before it")
}
