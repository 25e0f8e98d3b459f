package seg

import (
	"math"
	"testing"

	"custseg/model"
)

func onDays(days ...int) model.Column {
	out := make([]int64, len(days))
	for i, d := range days {
		out[i] = model.NoDate
		if d > 0 {
			out[i] = model.Day(18000 + d).Seconds()
		}
	}
	return model.NewDates("adoption_date", out)
}

func TestAdoptionByHand(t *testing.T) {
	// Days 10, 50 (six times), 90: the mean is 50, the deviation 20.
	c := people(t, onDays(10, 50, 50, 50, 50, 50, 50, 90, 0), numbers("visits", 1, 2, 3, 4, 5, 6, 7, 8, 9))
	s := run(t, "adoption", c)
	wantPlaced(t, s, "Innovators", "Early majority", "Early majority", "Early majority", "Early majority", "Early majority", "Early majority", "Laggards", "Non-adopters")
	wantNumbers(t, "z", score(t, s, "innovativeness"), 2, 0, 0, 0, 0, 0, 0, -2, nan)
	// Two deviations before day 50 is day 10.
	wantText(t, english(s.Segments[0].Rule), "adopted by "+model.Day(18010).String())
	wantText(t, english(s.Segments[2].Rule), "adopted after "+model.Day(18030).String()+", by "+model.Day(18050).String())
	if v, _ := s.Measured("adoption_rate"); !close9(v, 8./9) {
		t.Errorf("adoption rate %v", v)
	}
	s = run(t, "adoption", c, "classes=three")
	wantPlaced(t, s, "Early", "Mainstream", "Mainstream", "Mainstream", "Mainstream", "Mainstream", "Mainstream", "Late", "Non-adopters")
	if !noted(run(t, "adoption", people(t, onDays(1, 2, 3))), "cut=shares") {
		t.Error("an empty class is not told of")
	}
}

func TestAdoptersByShares(t *testing.T) {
	values := make([]float64, 40)
	for i := range values {
		values[i] = float64(40 - i)
	}
	s := run(t, "adoption", people(t, numbers("readiness", values...)))
	// Of forty 2.5, 13.5, 34, 34 and 16 percent: 1, 5.4, 13.6, 13.6 and 6.4.
	want := map[string]int{"Innovators": 1, "Early adopters": 5, "Early majority": 14, "Late majority": 14, "Laggards": 6}
	for name, n := range want {
		if got := sizes(s)[name]; got != n {
			t.Errorf("%d %s, want %d", got, name, n)
		}
	}
	wantText(t, failure(t, "adoption", people(t, numbers("readiness", 1, 2)), "by=date"), "--map adoption_date=COLUMN")
}

// Who has no date but an answer beside it has not adopted; of who is not in the
// table at all nothing is known. A date after the as-of date is not yet.
func TestWhoHasNotAdopted(t *testing.T) {
	asked := table(t, "survey", model.TextsOf("customer_id", []string{"a", "b", "d"}), onDays(1, 0, 99), model.NewNumbers("visits", []float64{1, 2, 3}))
	c := customers(t, 18050, asked, table(t, "people", model.TextsOf("customer_id", []string{"a", "b", "c"}), model.NewNumbers("age", []float64{30, 40, 50})))
	wantPlaced(t, run(t, "adoption", c), "Early majority", "Non-adopters", "Unclassified", "Non-adopters")
}

// Of a normal distribution the mean and whole standard deviations part 2.3, 13.6,
// 34.1, 34.1 and 15.9 percent, which Rogers rounds.
func TestRogersOfANormalDistribution(t *testing.T) {
	const n = 20000
	values := make([]float64, n)
	for i := range values {
		values[i] = 100 + 15*math.Sqrt2*math.Erfinv(2*(float64(i)+.5)/n-1)
	}
	got := sizes(run(t, "adoption", people(t, numbers("readiness", values...)), "cut=z"))
	for name, percent := range map[string]float64{"Innovators": 2.275, "Early adopters": 13.591, "Early majority": 34.134, "Late majority": 34.134, "Laggards": 15.866} {
		if share := 100 * float64(got[name]) / n; math.Abs(share-percent) > .02 {
			t.Errorf("%s %v%%, want %v%%", name, share, percent)
		}
	}
}

func TestSharesOfAdoptersCutByDeviation(t *testing.T) {
	c := people(t, model.NewDates("adoption_date", []int64{86400, 2 * 86400, 9 * 86400}))
	if s := run(t, "adoption", c, "tiers=5,10,35,35,15"); !noted(s, "tiers is set but has no effect") {
		t.Errorf("notes %v", s.Notes)
	}
}
