package seg

import (
	"testing"

	"custseg/model"
)

func TestLeadByHand(t *testing.T) {
	c := people(t, numbers("interest", 100, 80, 79, 30, 10, nan), numbers("fit", 100, 80, 80, 0, nan, 100))
	s := run(t, "lead", c)
	// Fit gives 25, 20, 20 and none.
	wantNumbers(t, "score", score(t, s, "lead_score"), 125, 100, 99, 30, 10, nan)
	wantPlaced(t, s, "Hot", "Hot", "Warm", "Warm", "Cold", "Unclassified")
	if !noted(s, "does not fade") {
		t.Errorf("notes %v", s.Notes)
	}
	wantPlaced(t, run(t, "lead", c, "fit-points=0"), "Hot", "Warm", "Warm", "Warm", "Cold", "Unclassified")
	wantPlaced(t, run(t, "lead", c, "scheme=grid"), "A1", "A2", "A2", "D2", "D3", "Unclassified")
	if !noted(s, "1 customer has no fit") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "lead", c, "scheme=grid", "fit-b=80"), "fit-b", "must be below fit-a")
	wantText(t, failure(t, "lead", people(t, numbers("interest", 1)), "scheme=grid"), "--map fit=COLUMN")
	wantText(t, failure(t, "lead", people(t, numbers("interest", 1), numbers("fit", 900))), "from 900 to 900")
	wantText(t, failure(t, "lead", people(t, numbers("interest", 1)), "interest=activity"), "--map interest=COLUMN")
}

func TestFitOfTen(t *testing.T) {
	s := run(t, "lead", people(t, numbers("interest", 0, 50), numbers("fit", 10, 2)), "scheme=grid")
	wantPlaced(t, s, "A4", "D2")
	wantNumbers(t, "fit", score(t, s, "fit_percent"), 100, 20)
}

func TestInterestHalves(t *testing.T) {
	at := func(ago ...int) model.Column {
		out := make([]int64, len(ago))
		for i, d := range ago {
			out[i] = model.Day(18000 - d).Seconds()
		}
		return model.NewDates("event_date", out)
	}
	kinds := model.TextsOf("event_type", []string{"view", "cart", "click", "click"})
	c := customers(t, 18000, table(t, "events", model.TextsOf("customer_id", []string{"a", "a", "b", "c"}), at(0, 30, 30, 60), kinds))
	// A view and a cart with the last event today; a click a month ago; a click two months ago.
	s := run(t, "lead", c)
	wantNumbers(t, "points", score(t, s, "interest_points"), 5.5, .5, .25)
	wantNumbers(t, "points", score(t, run(t, "lead", c, "half-life=60"), "interest_points"), 5.5, 0.7071067811865476, .5)
	wantNumbers(t, "points", score(t, run(t, "lead", c, "weights=0,4,0,0,0"), "interest_points"), 0, 2, 1)
}

// A column of dates without any as-of date fades to the last of them.
func TestInterestFadesToTheLastActivity(t *testing.T) {
	at := model.NewDates("event_date", []int64{model.Day(18000).Seconds(), model.Day(17970).Seconds(), model.NoDate})
	s := run(t, "lead", people(t, numbers("interest", 80, 80, 80), at))
	wantNumbers(t, "points", score(t, s, "interest_points"), 80, 40, 80)
	if !noted(s, "1 customer has no date") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestFitOfFive(t *testing.T) {
	s := run(t, "lead", people(t, numbers("interest", 0, 50, 50), numbers("fit", 5, 2, 1)), "scheme=grid")
	wantNumbers(t, "fit", score(t, s, "fit_percent"), 100, 25, 0)
}
