package seg

import (
	"math"
	"testing"
)

func TestNPSByHand(t *testing.T) {
	// Two Promoters, one Passive, two Detractors and one between: P 2/6, D 2/6.
	c := people(t, numbers("recommend", 10, 9, 8.5, 7, 6, 0, nan))
	s := run(t, "nps", c)
	wantPlaced(t, s, "Promoter", "Promoter", "Passive", "Passive", "Detractor", "Detractor", "Unclassified")
	for name, want := range map[string]float64{"nps": 0, "variance": 2. / 3, "standard_error": math.Sqrt(2./3) / math.Sqrt(6), "respondents": 6} {
		if got, _ := s.Measured(name); !close9(got, want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	// 1.959964 standard errors on either side.
	if high, _ := s.Measured("interval_high"); math.Abs(high-100*1.959964*math.Sqrt(2./3)/math.Sqrt(6)) > 1e-4 {
		t.Errorf("interval up to %v", high)
	}
	wantNumbers(t, "cuts", cutsOf(s, "recommend"), 7, 9)
	wantText(t, failure(t, "nps", c, "passive=9"), "passive", "must be below promoter")
}

func TestNPSRefusesOtherScales(t *testing.T) {
	five := people(t, numbers("recommend", 1, 2, 3, 4, 5, 5))
	wantText(t, failure(t, "nps", five), "from 1 to 5", "defined on 0 to 10", "--map satisfaction=recommend", "promoter=5")
	wantText(t, failure(t, "nps", people(t, numbers("recommend", 1, 7, 6))), "scale of 1 to 7")
	wantText(t, failure(t, "nps", people(t, numbers("recommend", 20, 100))), "from 20 to 100", "recode")
	wantText(t, failure(t, "nps", people(t, numbers("recommend", -1, 9))), "from -1 to 9")
	s := run(t, "nps", five, "promoter=5", "passive=4")
	wantPlaced(t, s, "Detractor", "Detractor", "Detractor", "Passive", "Promoter", "Promoter")
	if !noted(s, "does not compare") {
		t.Errorf("notes %v", s.Notes)
	}
	if !noted(run(t, "nps", people(t, numbers("recommend", 0, 3, nan))), "Nobody is a Promoter") {
		t.Error("answers from 0 on that end low are not told of")
	}
}

// The data set of R's package NPS, whose manual gives the score, its variance
// and its standard error.
func TestReferenceNPS(t *testing.T) {
	s := run(t, "nps", people(t, readTable(t, "nps_testdata.csv", map[string]string{"REC": "recommend"}).Columns()...))
	for name, want := range map[string]float64{"nps": 10, "variance": .814, "standard_error": .028531} {
		if got, _ := s.Measured(name); math.Abs(got-want) > 5e-7 {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
}
