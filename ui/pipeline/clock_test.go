package pipeline

import (
	"slices"
	"testing"

	"custseg/model"
)

// Where the clock of the machine is wrong or jumps, results stay: only what is
// said to lie in the future follows it. A clock that puts most dates there is not
// believed.
func TestAWrongClockChangesNoResult(t *testing.T) {
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	want := run(t, line(t), r).Segmentation
	for day, ahead := range map[string]bool{"1901-12-13": false, "1970-01-04": true, "2024-02-29": false, "2106-02-07": false} {
		p := line(t)
		var err error
		if p.today, err = model.ParseDay(day); err != nil {
			t.Fatal(err)
		}
		if got := run(t, p, r).Segmentation; !slices.Equal(got.Of, want.Of) {
			t.Errorf("on %s the customers are in %v, else in %v", day, got.Of, want.Of)
		}
		report, err := p.Quality(t.Context(), r, nil)
		if err != nil {
			t.Fatal(err)
		}
		told := false
		for _, f := range report.Findings {
			told = told || f.Check == "future_dates"
		}
		if told != ahead {
			t.Errorf("on %s dates in the future are told: %v", day, told)
		}
	}
}
