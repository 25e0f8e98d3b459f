package seg

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// discounted are orders of one customer, some of them at a discount.
func discounted(orders, lowered int) []purchase {
	out := inChannels("a", slices.Repeat([]string{"Web"}, orders)...)
	for i := range out[:lowered] {
		out[i].discount = 1
	}
	return out
}

// A share that is a cut on paper reaches it, whatever is left over by division.
func TestSharesAtTheirCuts(t *testing.T) {
	orders := func(channels string, n int) []purchase {
		return inChannels("a", slices.Concat(slices.Repeat([]string{"Web"}, n), strings.Fields(channels))...)
	}
	var spread []purchase // seven of a hundred orders through App, and as many by phone
	for i, of := range [][]string{slices.Repeat([]string{"Web"}, 43), slices.Repeat([]string{"Web"}, 43), slices.Repeat([]string{"App"}, 7), slices.Repeat([]string{"Phone"}, 7)} {
		spread = append(spread, inChannels(string(rune('a'+i)), of...)...)
	}
	market := func(growth ...float64) *model.Customers {
		return people(t, model.TextsOf("segment", slices.Repeat([]string{"A"}, len(growth))), numbers("growth", growth...), numbers("share", slices.Repeat([]float64{1}, len(growth))...))
	}
	falls := func(before, recent int) *model.Customers {
		var days []int
		for k := range before {
			days = append(days, 100+3*k)
		}
		for k := range recent {
			days = append(days, 3*k)
		}
		return buyersOn(t, days)
	}
	for _, c := range []struct {
		method string
		set    []string
		on     *model.Customers
		want   string
	}{
		{"churn", []string{"rule=trend"}, falls(5, 4), "Medium"},
		{"churn", []string{"rule=trend"}, falls(10, 8), "Medium"},
		{"churn", []string{"rule=trend"}, falls(15, 12), "Medium"},
		{"churn", []string{"rule=trend", "medium-fall=30%"}, falls(10, 7), "Medium"},
		{"churn", []string{"rule=trend"}, falls(10, 5), "High"},
		{"churn", []string{"rule=trend", "high-fall=60%"}, falls(5, 2), "High"},
		{"channel", nil, bought(t, orders("Store", 4)...), "Web only"},
		{"channel", []string{"only=70%"}, bought(t, orders("Store App App", 7)...), "Web only"},
		{"channel", nil, bought(t, orders("Store App", 3)...), "Omnichannel"},
		{"channel", []string{"pool=7%"}, bought(t, spread...), "Web only"},
		{"custom", nil, people(t, numbers("frequency", 30), numbers("custom_orders", 3)), "Semi-custom"},
		{"custom", nil, people(t, numbers("frequency", 6), numbers("custom_orders", 3)), "Bespoke"},
		{"custom", nil, people(t, numbers("custom_request", 10, 1)), "Bespoke"},
		{"competitor", nil, people(t, numbers("own_spend", 4.2), numbers("category_spend", 5.25)), "Sole"},
		{"competitor", nil, people(t, numbers("own_spend", 6.3), numbers("category_spend", 31.5)), "Shared"},
		{"competitor", []string{"main=40%"}, people(t, numbers("brand_rank", 2), numbers("brands_used", 2)), "Shared"},     // 1/3
		{"competitor", []string{"shared=10%"}, people(t, numbers("brand_rank", 4), numbers("brands_used", 4)), "Shared"},   // 1/10
		{"competitor", []string{"main=30%"}, people(t, numbers("brand_rank", 2), numbers("brands_used", 4)), "Main"},       // 3/10
		{"competitor", []string{"shared=4.76%"}, people(t, numbers("brand_rank", 6), numbers("brands_used", 6)), "Shared"}, // 1/21
		{"loyalty-matrix", []string{"split=fixed", "cuts=attitude:4;patronage:0.8"}, people(t, numbers("attitude", 4), numbers("frequency", 5)), "True loyalty"},
		{"loyalty-matrix", []string{"split=fixed", "cuts=attitude:4;patronage:0.8"}, people(t, numbers("attitude", 4), numbers("own_spend", 4.2), numbers("category_spend", 5.25)), "True loyalty"},
		{"loyalty", []string{"weights=0,1,0"}, people(t, numbers("frequency", 1), numbers("recommend", 7)), "Loyal"},
		{"usage", []string{"shallow=30%"}, people(t, numbers("features_used", 3), numbers("features_available", 10)), "Medium"},
		{"engagement", nil, people(t, numbers("active_days", 20)), "Power"},
		{"needs", nil, people(t, numbers("need#a", 4), numbers("need#b", 3), numbers("need#c", 3)), "a"},
		{"factors", []string{"answers=points"}, people(t, numbers("factor#a", 40), numbers("factor#b", 30), numbers("factor#c", 30)), "a"},
		{"experience", []string{"smooth=60%"}, people(t, numbers("touchpoint#a", 5), numbers("touchpoint#b", 4), numbers("touchpoint#c", 4), numbers("touchpoint#d", 1), numbers("touchpoint#e", 1)), "Smooth"},
		{"technology", []string{"native=50%"}, people(t, numbers("opens", 3), numbers("posts", 0)), "Digital native"},
		{"habits", []string{"discount=30%"}, bought(t, discounted(10, 3)...), "Mixed"}, // above 30 %, not from it
		{"habits", []string{"discount=30%"}, bought(t, discounted(10, 4)...), "Bargain Hunter"},
		{"market", []string{"growth=10%"}, market(.1, .1, .1), "Star"},
		{"market", []string{"growth=20%"}, market(.1, .2, .3), "Star"},
		{"value-matrix", nil, people(t, numbers("frequency", 2, 2, 2), numbers("average_order", .2, .1, .3)), "Best"},
		{"risk", nil, people(t, numbers("utilisation", 80, 90, 10), numbers("overdue", 0, 0, 0)), "Low risk"}, // above 80 %, not from it
		{"lifecycle", nil, buyersOn(t, []int{80, 60, 50, 40}), "Dormant"},                                     // 40 days by 40/3 is 3 cycles
	} {
		if got := placed(run(t, c.method, c.on, c.set...))[0]; got != c.want {
			t.Errorf("%s %v: %q, want %q", c.method, c.set, got, c.want)
		}
	}
}

// A cut that everyone reaches parts nobody, as the percentile of orders of which
// most customers have one; the notes say so.
func TestCutsThatPartNobody(t *testing.T) {
	const often, money = "Frequency parts nobody: everyone reaches the cut, 1", "Monetary parts nobody: everyone reaches the cut, 50"
	same := func(name string, v float64) model.Column { return numbers(name, slices.Repeat([]float64{v}, 5)...) }
	equal := people(t, same("frequency", 1), same("monetary", 50), same("recency", 9), same("tenure", 9), same("average_order", 50))
	once := people(t, numbers("frequency", 1, 1, 1, 1, 9), numbers("monetary", 1, 2, 3, 4, 5), numbers("recency", 1, 2, 3, 4, 5))
	for _, c := range []struct {
		method string
		on     *model.Customers
		want   []string
	}{
		{"history", equal, []string{often, money, "Recency parts nobody: everyone stays within the cut, 9 days"}},
		{"history", once, []string{often}},
		{"value-matrix", equal, []string{often, "Average order parts nobody"}},
		{"profit-duration", equal, []string{money, "Tenure parts nobody"}},
	} {
		s, got := run(t, c.method, c.on), 0
		for _, note := range s.Notes {
			if strings.Contains(english(note), "parts nobody") {
				got++
			}
		}
		if got != len(c.want) {
			t.Errorf("%s: notes %v", c.method, s.Notes)
		}
		for _, want := range c.want {
			if !noted(s, want) {
				t.Errorf("%s does not note %q: %v", c.method, want, s.Notes)
			}
		}
	}
}
