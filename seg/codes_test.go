package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestCodesForNoAnswer(t *testing.T) {
	for _, c := range []struct {
		answers []float64
		want    []float64
	}{
		{[]float64{1, 5, 3, 99, -1, nan}, []float64{-1, 99}},
		{[]float64{0, 10, 7, 9998, 777, 777, 4}, []float64{777, 9998}},
		{[]float64{0, 10, 7, -2, 4}, []float64{-2}},
		{[]float64{-2, -1, 0, 1, 2}, nil},   // zero at the middle
		{[]float64{0, 20, 80, 99, 98}, nil}, // percent
		{[]float64{99, 3}, nil},             // as many as others
		{[]float64{1, 2, 98.5, 3}, nil},
		{[]float64{1, 2, 3}, nil},
	} {
		if got := codesOf([]measured{made("q", c.answers...)}); !slices.Equal(got, c.want) {
			t.Errorf("%v: codes %v, want %v", c.answers, got, c.want)
		}
	}
	// Questions on one scale are looked at together: 95 is points where another has 60.
	if got := codesOf([]measured{made("a", 5, 1, 2, 95), made("b", 60, 40, 98, 5)}); got != nil {
		t.Errorf("codes %v among points", got)
	}
	s := &model.Segmentation{}
	out := withoutCodes(s, made("a", 1, 99, 3), made("b", 4, 5, 5))
	wantNumbers(t, "a", out[0].values, 1, nan, 3)
	wantNumbers(t, "b", out[1].values, 4, 5, 5)
	if len(s.Notes) != 1 || !noted(s, "a: 1 answer of 99") {
		t.Errorf("notes %v", s.Notes)
	}
}

// Surveys code "don't know" by numbers, which must not count as answers.
func TestSurveysWithCodes(t *testing.T) {
	s := run(t, "nps", people(t, numbers("recommend", 10, 99, 3, 7, -1)))
	wantPlaced(t, s, "Promoter", "Unclassified", "Detractor", "Passive", "Unclassified")
	s = run(t, "feedback", people(t, numbers("satisfaction", 5, 4, 98, 1)))
	wantPlaced(t, s, "Happy", "Happy", "Unclassified", "Unhappy")
	s = run(t, "experience", people(t, numbers("touchpoint#a", 5, 99, 1), numbers("touchpoint#b", 5, 1, 2), numbers("effort", 7, 1, 77)))
	wantPlaced(t, s, "Smooth", "Painful", "Painful")
	wantNumbers(t, "share", score(t, s, "satisfied_share"), 1, 0, 0)
	s = run(t, "needs", people(t, numbers("need#a", 5, 99, 1, 4), numbers("need#b", 1, 2, 5, 1)))
	wantPlaced(t, s, "a", "Unclassified", "b", "a")
	s = run(t, "factors", people(t, numbers("factor#a", 5, 99, 1, 4), numbers("factor#b", 1, 2, 5, 1)))
	wantPlaced(t, s, "a", "Unclassified", "b", "a")
	s = run(t, "proposition", people(t, numbers("benefit", 7, 1, 99, 7), numbers("price_perceived", 1, 7, 3, 1)))
	wantPlaced(t, s, "Superior value", "Poor value", "Unclassified", "Superior value")
	s = run(t, "psychographic", people(t, numbers("attitude#a", 5, 1, 99, 5), numbers("attitude#b", 1, 5, 3, 1), numbers("attitude#c", 3, 3, 3, 3)), "k=2")
	wantPlaced(t, s, "High a, low b", "High b, low a", "Unclassified", "High a, low b")
	s = run(t, "adoption", people(t, numbers("readiness", 3, 1, 2, 99, 4)), "cut=z")
	wantNumbers(t, "z", score(t, s, "innovativeness"), .4472135954999579, -1.3416407864998738, -.4472135954999579, nan, 1.3416407864998738)
	wantPlaced(t, run(t, "custom", people(t, numbers("custom_request", 8, 0, -9, 1))), "Bespoke", "Standard", "Unclassified", "Semi-custom")
	// A code within the scale cannot be told from an answer; it is told of.
	if s := run(t, "feedback", people(t, numbers("satisfaction", 5, 6, 1))); !noted(s, "from 1 to 7, and none is above 6") {
		t.Errorf("notes %v", s.Notes)
	}
	if s := run(t, "feedback", people(t, numbers("satisfaction", 5, 7, 1))); noted(s, "none is above") {
		t.Errorf("notes %v", s.Notes)
	}
}
