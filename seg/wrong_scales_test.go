package seg

import (
	"testing"

	"custseg/model"
)

// Numbers on a scale that a method cannot mean are refused, or set aside and
// counted.
func TestNumbersOnAWrongScale(t *testing.T) {
	words := func(name string, values ...string) model.Column { return model.TextsOf(name, values) }
	wantText(t, failure(t, "competitor", people(t, numbers("own_spend", .8, .5), numbers("category_spend", 100, 80))), "only shares from 0 to 1")
	segments := words("segment", "a", "b", "c")
	for _, share := range []model.Column{numbers("market_share", .35, .45, .1), numbers("market_share", 35, 45, 10)} {
		c := marketShares(t, segments, share)
		wantText(t, failure(t, "market", c), "share of the market", "largest competitor", "scheme=ge")
		run(t, "market", c, "scheme=ge")
	}
	run(t, "market", marketShares(t, segments, numbers("relative_market_share", .35, .45, .1)))
	s := run(t, "engagement", people(t, numbers("active_days", 40, 3, -20)))
	wantPlaced(t, s, "Power", "Casual", "Unclassified")
	if _, known := s.Measured("stickiness"); known || !noted(s, "1 customer has more than 30 active days") {
		t.Errorf("notes %v, measures %v", s.Notes, s.Fit)
	}
}

// marketShares has a market segment of each customer, its growth and a share
// under any header.
func marketShares(t *testing.T, segments, share model.Column) *model.Customers {
	t.Helper()
	d := &model.Dataset{Tables: []*model.Table{table(t, "people", model.TextsOf("customer_id", []string{"1", "2", "3"}), segments, numbers("growth", .2, .05, .3), share)}}
	for j, role := range []model.Role{model.CustomerID, "segment", "growth", "share"} {
		d.Guesses = append(d.Guesses, model.Guess{Table: 0, Column: j, Role: role})
	}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(t.Context(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A nine among answers from 1 to 5 is no answer where it is rare.
func TestStrayAnswersOfAPerception(t *testing.T) {
	price, benefit := make([]float64, 20), make([]float64, 20)
	for i := range price {
		price[i], benefit[i] = float64(1+i%5), float64(1+i%4)
	}
	price[7] = 9
	s := run(t, "proposition", people(t, numbers("price_perceived", price...), numbers("benefit", benefit...)))
	if !s.Segments[s.Of[7]].Unclassified || !noted(s, "1 answer is off the scale") {
		t.Errorf("notes %v", s.Notes)
	}
}

// Attitudes from 1 to 5 beside some that use all of 1 to 7.
func TestAttitudesOnDifferentScales(t *testing.T) {
	five, seven := make([]float64, 70), make([]float64, 70)
	for i := range five {
		five[i], seven[i] = float64(1+i%5), float64(1+i%7)
	}
	c := people(t, numbers("attitude#a", five...), numbers("attitude#b", seven...), numbers("attitude#c", seven...))
	wantText(t, failure(t, "psychographic", c), "column attitude#a has answers from 1 to 5", "different scales")
}
