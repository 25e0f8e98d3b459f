package seg

import (
	"math"
	"testing"

	"custseg/model"
)

func TestLTVByHand(t *testing.T) {
	// Known for two years, one year, a month; the last never bought.
	c := people(t, numbers("monetary", 200, 300, 50, 0), numbers("frequency", 4, 3, 1, 0),
		numbers("tenure", 730.5, 365.25, 30, nan), numbers("recency", 10, 365.25, 30, nan))
	s := run(t, "ltv", c, "margin=50%")
	wantNumbers(t, "total", score(t, s, "ltv"), 100, 150, 25, nan)
	wantPlaced(t, s, "Mid", "High", "Low", "Unclassified")
	if !noted(s, "1 unclassified: no purchase in scope") {
		t.Errorf("notes %v", s.Notes)
	}
	wantNumbers(t, "cuts", cutsOf(s, "ltv"), 100, 150)

	// A month counts as a year: money a year is 100, 300, 50.
	s = run(t, "ltv", c, "formula=simple", "retention=75%", "lifespan=10")
	wantNumbers(t, "simple", score(t, s, "ltv"), 400, 1200, 200, nan)
	s = run(t, "ltv", c, "formula=simple", "retention=75%", "lifespan=2", "margin=0.5")
	wantNumbers(t, "simple, capped", score(t, s, "ltv"), 100, 300, 50, nan)
	s = run(t, "ltv", c, "formula=retention", "retention=60%", "discount=20%")
	wantNumbers(t, "retention", score(t, s, "ltv"), 100, 300, 50, nan)
	wantNumbers(t, "nothing to come", score(t, run(t, "ltv", c, "formula=retention", "retention=0"), "ltv"), 0, 0, 0, nan)
}

// A retention of few, or of nobody, is doubted; one of 0 is not silently worth 0.
func TestLTVDoubtsRetention(t *testing.T) {
	c := func(recency ...float64) *model.Customers {
		return people(t, numbers("monetary", 10, 20, 30), numbers("frequency", 1, 2, 3), numbers("tenure", 900, 800, 700), numbers("recency", recency...))
	}
	s := run(t, "ltv", c(900, 800, 700), "formula=retention")
	if !noted(s, "Nobody of those is known to have come back") || !noted(s, "everyone is worth 0") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "ltv", c(10, 800, 700), "formula=retention")
	if !noted(s, "Retention is of only 3 customers") || noted(s, "worth 0") || !noted(s, "from 3 customers first seen over a year ago: 1 of them bought since") {
		t.Errorf("notes %v", s.Notes)
	}
	if s = run(t, "ltv", c(10, 800, 700), "formula=retention", "retention=50%"); noted(s, "Retention is of only") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestLTVObservesRetention(t *testing.T) {
	for _, c := range []struct {
		name            string
		tenure, recency []float64
		want            float64
	}{
		{"over a year", []float64{800, 700, 600, 500, 100}, []float64{10, 300, 350, 366, 1}, .75},
		{"half of a short time, as of a year", []float64{100, 80, 60, 55, 10}, []float64{10, 30, 60, 55, 1}, math.Pow(.5, 365.25/50)},
		{"nobody came back", []float64{800, 700}, []float64{700, 700}, 0},
		{"all did", []float64{800, 700}, []float64{1, 2}, .99},
		{"on one day", []float64{0, 0}, []float64{0, 0}, 0},
	} {
		money := make([]float64, len(c.tenure))
		for i := range money {
			money[i] = float64(i + 1)
		}
		s := run(t, "ltv", people(t, numbers("monetary", money...), numbers("frequency", money...), numbers("tenure", c.tenure...), numbers("recency", c.recency...)), "formula=simple")
		if r, _ := s.Measured("retention"); !close9(r, c.want) {
			t.Errorf("%s: retention %v, want %v", c.name, r, c.want)
		}
		if years, _ := s.Measured("lifespan"); !close9(years, min(5, 1/(1-c.want))) {
			t.Errorf("%s: lifespan %v", c.name, years)
		}
	}
}
