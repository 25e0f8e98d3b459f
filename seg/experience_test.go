package seg

import (
	"slices"
	"testing"
)

func TestExperienceByHand(t *testing.T) {
	c := people(t, numbers("touchpoint#web", 5, 4, 2, 1, nan, nan), numbers("touchpoint#shop", 5, 4, 5, 1, 4, nan),
		numbers("effort", 7, 4, 6, 6, 2, nan), numbers("satisfaction", 5, 4, 3, 1, nan, nan))
	s := run(t, "experience", c)
	// All satisfied and easy; all satisfied and not easy; half satisfied; none; hard.
	wantPlaced(t, s, "Smooth", "Mixed", "Mixed", "Painful", "Painful", "Unclassified")
	wantNumbers(t, "share", score(t, s, "satisfied_share"), 1, 1, .5, 0, 1, nan)
	wantNumbers(t, "lowest", score(t, s, "lowest_rating"), 5, 4, 2, 1, 4, nan)
	if got := textScore(s, "weakest_touchpoint"); !slices.Equal(got, []string{"", "", "touchpoint#web", "", "", ""}) {
		t.Errorf("weakest %q", got)
	}
	for name, want := range map[string]float64{"csat": 6. / 9, "ces": 3. / 5, "ease_mean": 5} {
		if got, _ := s.Measured(name); !close9(got, want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	// The web has a mean of 3 and the shop of 3.8; the web goes with satisfaction more closely.
	for _, text := range []string{"Concentrate here: web", "Possible overkill: shop", "Weakest touchpoint: web"} {
		if !noted(s, text) {
			t.Errorf("%q is not among %v", text, s.Notes)
		}
	}
	wantPlaced(t, run(t, "experience", c, "effort=hard"), "Painful", "Mixed", "Painful", "Painful", "Smooth", "Unclassified")
}

func TestExperienceRefusesOtherScales(t *testing.T) {
	wantText(t, failure(t, "experience", people(t, numbers("touchpoint", 9, 10))), "from 9 to 10", "CSAT is defined on 1 to 5")
	wantText(t, failure(t, "experience", people(t, numbers("effort", 0, 7))), "from 0 to 7", "CES is defined on 1 to 7")
	wantText(t, failure(t, "experience", people(t, numbers("effort", 1, 7)), "hard=5"), "must be below easy")
	wantText(t, failure(t, "experience", people(t, numbers("touchpoint", 1, 5)), "painful=90%"), "must not be above smooth")
	wantPlaced(t, run(t, "experience", people(t, numbers("effort", 7, 4, 1))), "Smooth", "Mixed", "Painful")
	wantPlaced(t, run(t, "experience", people(t, numbers("satisfaction", 5, 3))), "Smooth", "Painful")
}

func TestCorrelation(t *testing.T) {
	got := []float64{correlation([]float64{1, 2, 3, nan}, []float64{2, 4, 6, 0}), correlation([]float64{1, 2, 3}, []float64{1, 3, 2}), correlation([]float64{1, 1}, []float64{1, 2})}
	wantNumbers(t, "correlations", got, 1, .5, nan)
}

func TestTouchpointsRatedAlike(t *testing.T) {
	s := run(t, "experience", people(t, numbers("touchpoint#web", 5, 3, 1), numbers("touchpoint#shop", 1, 3, 5)))
	for _, text := range []string{"All touchpoints are rated alike", "rests on 3 respondents"} {
		if !noted(s, text) {
			t.Errorf("%q is not among %v", text, s.Notes)
		}
	}
	s = run(t, "experience", people(t, numbers("touchpoint#web", 5, 3, 1), numbers("touchpoint#shop", 1, 3, 5), numbers("touchpoint#app", 5, 5, 5)))
	if !noted(s, "Weakest touchpoint: web, shop, rated 3") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, english(s.Segments[2].Rule), "neither of", "40%", "80%")
}
