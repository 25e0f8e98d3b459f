package seg

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// six are customers whose bins are worked out by hand below.
func six(t testing.TB) *model.Customers {
	return people(t, numbers("recency", 10, 20, 30, 40, 50, 60), numbers("frequency", 1, 1, 1, 2, 3, 9),
		numbers("monetary", 100, 50, 50, 70, 20, 10))
}

func TestRFMBinnings(t *testing.T) {
	for _, c := range []struct {
		name    string
		set     []string
		r, f, m []float64
		cuts    [3][]float64
	}{
		// Type-7 quantiles at a third and two thirds of six values stand at
		// positions 5/3 and 10/3.
		{"quantile", []string{"bins=3"},
			[]float64{3, 3, 2, 2, 1, 1}, []float64{1, 1, 1, 2, 3, 3}, []float64{3, 2, 2, 3, 1, 1},
			[3][]float64{{80. / 3, 130. / 3}, {1, 7. / 3}, {40, 170. / 3}}},
		// The cuts a unit up, and a value at the cut above it: 3 orders fall back.
		{"r-rfm", []string{"bins=3", "binning=r-rfm"},
			[]float64{3, 3, 2, 2, 1, 1}, []float64{1, 1, 1, 2, 2, 3}, []float64{3, 2, 2, 3, 1, 1},
			[3][]float64{{83. / 3, 133. / 3}, {2, 10. / 3}, {41, 173. / 3}}},
		// Ranks 1 to 6 in widths of 5/3; those of frequency are 1 1 1 4 5 6, of
		// monetary 6 3 3 5 2 1.
		{"rank", []string{"bins=3", "binning=rank"},
			[]float64{3, 3, 2, 2, 1, 1}, []float64{1, 1, 1, 2, 3, 3}, []float64{3, 2, 2, 3, 1, 1},
			[3][]float64{{20, 40}, {1, 2}, {20, 50}}},
		// Recency parts at 35. Frequency within {1 1 1} and {2 3 9}; monetary
		// within {100 50 50}, {70 20} and {10}.
		{"nested", []string{"bins=2", "binning=nested"},
			[]float64{2, 2, 2, 1, 1, 1}, []float64{1, 1, 1, 1, 1, 2}, []float64{2, 1, 1, 2, 1, 1},
			[3][]float64{{35}, nil, nil}},
		// Monetary has no cuts of its own and parts at its median, 50.
		{"fixed", []string{"bins=2", "binning=fixed", "cuts=recency:25,45;frequency:1,3"},
			[]float64{3, 3, 2, 2, 1, 1}, []float64{1, 1, 1, 2, 2, 3}, []float64{2, 1, 1, 2, 1, 1},
			[3][]float64{{25, 45}, {1, 3}, {50}}},
		{"fixed, values at a cut above it", []string{"bins=2", "binning=fixed", "edge=above", "cuts=recency:25,45;frequency:1,3"},
			[]float64{3, 3, 2, 2, 1, 1}, []float64{2, 2, 2, 2, 3, 3}, []float64{2, 2, 2, 2, 1, 1},
			[3][]float64{{25, 45}, {1, 3}, {50}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := run(t, "rfm", six(t), c.set...)
			wantNumbers(t, "R", score(t, s, "r_score"), c.r...)
			wantNumbers(t, "F", score(t, s, "f_score"), c.f...)
			wantNumbers(t, "M", score(t, s, "m_score"), c.m...)
			for j, measure := range rfmMeasures() {
				wantNumbers(t, "cuts of "+measure, cutsOf(s, measure), c.cuts[j]...)
			}
		})
	}
}

// Monetary parts at the median of those alike in both recency and frequency:
// {70 20} and {100} here, where by recency alone it would be {70 20 100}.
func TestRFMNestsMonetaryInBoth(t *testing.T) {
	c := people(t, numbers("recency", 1, 1, 1, 9, 9, 9), numbers("frequency", 1, 1, 1, 2, 3, 9), numbers("monetary", 1, 2, 3, 70, 20, 100))
	s := run(t, "rfm", c, "bins=2", "binning=nested")
	wantNumbers(t, "M", score(t, s, "m_score"), 1, 1, 2, 2, 1, 1)
}

// Whatever bins the values, taking its cuts over as fixed ones, as a reader who
// begins to move one does, must not move a customer.
func TestRFMCutsCanBeTakenOver(t *testing.T) {
	c := six(t)
	for _, binning := range []string{"quantile", "r-rfm", "rank", "fixed"} {
		for _, bins := range []string{"2", "3", "5", "10"} { // more bins than values: cuts coincide
			set := []string{"map=code", "binning=" + binning, "bins=" + bins}
			s := run(t, "rfm", c, set...)
			next := settings(t, method(t, "rfm").Spec(), set...)
			cuts := map[string][]float64{}
			for _, cut := range s.Cuts {
				cuts[cut.Measure] = cut.Values
				for name, v := range cut.With {
					next[name] = v
				}
			}
			next["cuts"] = model.CutsOf(cuts)
			after, err := Run(t.Context(), method(t, "rfm"), c, next, 1, nil)
			if err != nil {
				t.Fatal(err)
			}
			if before, now := placed(s), placed(after); !slices.Equal(before, now) {
				t.Errorf("%s in %s bins: %q became %q", binning, bins, before, now)
			}
		}
	}
	if s := run(t, "rfm", c, "binning=nested"); s.Cuts[0].Param != "" {
		t.Error("the cut of nested recency can be moved: frequency would not be nested any more")
	}
}

func TestRFMSaysHowBinsAreFilled(t *testing.T) {
	s := run(t, "rfm", six(t))
	if !noted(s, "Frequency: bins 1 to 5 hold 3 · 0 · 1 · 1 · 1 customers") || !noted(s, "Frequency: only 4 of 5 bins have customers") {
		t.Errorf("notes: %v", s.Notes)
	}
}

func TestRFMMonetaryPerOrder(t *testing.T) {
	s := run(t, "rfm", six(t), "monetary=mean", "bins=2") // 100 50 50 35 6.67 1.11
	wantNumbers(t, "M", score(t, s, "m_score"), 2, 2, 2, 1, 1, 1)
	if got := english(s.Cuts[2].Label); got != "Monetary per order" {
		t.Errorf("the cut is called %s", got)
	}
}

func TestRFMEight(t *testing.T) {
	for split, want := range map[string][]string{
		// 35 days, 17/6 orders and 50: a value at the split is not above it.
		"mean": {"Important develop", "General develop", "General develop", "Important win back", "General keep", "General keep"},
		// 35 days, 1.5 orders and 50.
		"median": {"Important develop", "General develop", "General develop", "Important keep", "General keep", "General keep"},
		// 15 days and 60 as set, the first of several cuts; 1.5 orders by median.
		"fixed": {"Important develop", "General win back", "General win back", "Important keep", "General keep", "General keep"},
	} {
		t.Run(split, func(t *testing.T) {
			wantPlaced(t, run(t, "rfm", six(t), "map=eight", "split="+split, "cuts=recency:15,30;monetary:60"), want...)
		})
	}
	c := scored(t, [3]int{5, 5, 5}, [3]int{1, 5, 5}, [3]int{5, 1, 5}, [3]int{1, 1, 5}, [3]int{5, 5, 1}, [3]int{1, 5, 1}, [3]int{5, 1, 1}, [3]int{1, 1, 1})
	s := run(t, "rfm", c, "map=eight")
	wantPlaced(t, s, "Important value", "Important keep", "Important develop", "Important win back",
		"General value", "General keep", "General develop", "General win back")
	wantText(t, english(s.Segments[5].Rule), "010", "recency ≥ 3 days", "frequency > 3", "Monetary ≤ 3")
	for _, cut := range s.Cuts {
		wantNumbers(t, cut.Measure, cut.Values, 3)
	}
}

func TestRFMTiers(t *testing.T) {
	// Means 4, 11/3, 7/3 and 2: 3.67 is above 11/3 and 2.33 below 7/3.
	c := scored(t, [3]int{4, 4, 4}, [3]int{4, 4, 3}, [3]int{2, 2, 3}, [3]int{2, 2, 2})
	wantPlaced(t, run(t, "rfm", c, append(scoredCuts, "map=tiers")...), "High", "Mid", "Mid", "Low")
	s := run(t, "rfm", c, append(scoredCuts, "map=tiers", "high=3.666", "low=2.334")...)
	wantPlaced(t, s, "High", "High", "Low", "Low")
	wantText(t, english(s.Segments[1].Rule), "2.334", "3.666")
	wantText(t, failure(t, "rfm", c, "map=tiers", "high=2", "low=2"), "low", "below high")

	s = run(t, "rfm", c, append(scoredCuts, "map=tiers", "weights=0,0,2")...)
	wantNumbers(t, "score", score(t, s, "rfm_score"), 4, 3, 3, 2)
	wantPlaced(t, s, "High", "Mid", "Mid", "Low")
}

// Weights of .1 each, and .1, .2 and .7, are none in binary: sums of them that
// should be 3 come out a crumb below.
func TestRFMTiersIgnoreRounding(t *testing.T) {
	c := scored(t, [3]int{1, 3, 5}, [3]int{2, 5, 2}, [3]int{4, 4, 1}, [3]int{1, 4, 3}, [3]int{5, 2, 3}, [3]int{3, 3, 3})
	tiers := func(more ...string) []string { return append(append(scoredCuts, "map=tiers"), more...) }
	wantPlaced(t, run(t, "rfm", c, tiers("weights=.1,.1,.1", "high=3")...), "High", "High", "High", "Mid", "High", "High")
	wantPlaced(t, run(t, "rfm", c, tiers("weights=.1,.2,.7", "high=5", "low=3")...), "Mid", "Low", "Low", "Mid", "Mid", "Mid")
}

func TestRFMCodes(t *testing.T) {
	c := scored(t, [3]int{1, 2, 3}, [3]int{5, 1, 1}, [3]int{1, 2, 3}, [3]int{1, 3, 1})
	s := run(t, "rfm", c, append(scoredCuts, "map=code")...)
	wantPlaced(t, s, "123", "511", "123", "131")
	var order []string
	for _, g := range s.Segments {
		order = append(order, english(g.Name))
	}
	if !slices.Equal(order, []string{"511", "131", "123"}) {
		t.Errorf("codes in the order %v, want the best first", order)
	}
	// Ten bins of six values are cut at every half step: whole steps are values,
	// so the second of six is in bin 2, the third in 4, the last in 10.
	wantPlaced(t, run(t, "rfm", six(t), "map=code", "bins=10"), "10-1-10", "9-1-4", "7-1-4", "5-6-8", "3-8-2", "1-10-1")
}

func TestRFMScalesScoresToFive(t *testing.T) {
	for k := 2; k <= 10; k++ {
		for s := 1; s <= k; s++ {
			if got, want := outOfFive(s, k), int(math.Floor(1.5+4*float64(s-1)/float64(k-1))); got != want {
				t.Errorf("%d of %d is %d of 5, want %d", s, k, got, want)
			}
		}
	}
	// The best and the worst are 5 and 1 however many bins.
	up, down := make([]float64, 40), make([]float64, 40)
	for i := range up {
		up[i], down[i] = float64(i+1), float64(40-i)
	}
	c := people(t, numbers("recency", down...), numbers("frequency", up...), numbers("monetary", up...))
	for bins := 2; bins <= 10; bins++ {
		s := run(t, "rfm", c, fmt.Sprintf("bins=%d", bins))
		if got := placed(s); got[0] != "Lost" || got[39] != "Champions" {
			t.Errorf("%d bins: the worst is %s, the best %s", bins, got[0], got[39])
		}
		scores := score(t, s, "rfm_score")
		wantNumbers(t, "weighted score of the worst and the best", []float64{scores[0], scores[39]}, 1, 5)
	}
}

// A rule that speaks of scores must hold of the column it names, for everyone.
func TestRFMRulesAgreeWithTheScaledColumn(t *testing.T) {
	c := scored(t, allCodes()...)
	for _, set := range [][]string{{"bins=2"}, {"bins=3"}, {"bins=4"}, {"bins=10"}, {"bins=3", "binning=rank"}, {"binning=fixed", "cuts=recency:1,2,3,4;frequency:2;monetary:1,2,3,4"}} {
		s := run(t, "rfm", c, set...)
		codes := textScore(s, rfmOfFive)
		for i, g := range s.Of {
			rule := english(s.Segments[g].Rule)
			said, list, found := strings.Cut(rule, "RFM is one of ")
			if !found || !strings.Contains(said, "scaled to 1-5, column rfm_of_5") || !slices.Contains(strings.Fields(list), codes[i]) {
				t.Fatalf("%v: %s is %s by the rule %q", set, codes[i], english(s.Segments[g].Name), rule)
			}
		}
	}
	s := run(t, "rfm", six(t), "bins=3", "map=grid") // R 3 3 2 2 1 1, F 1 1 1 2 3 3, M 3 2 2 3 1 1
	if got, want := textScore(s, rfmOfFive), []string{"515", "513", "313", "335", "151", "151"}; !slices.Equal(got, want) {
		t.Errorf("scaled codes %v, want %v", got, want)
	}
	wantText(t, english(s.Segments[0].Rule), "scaled to 1-5", "R 5, F 4-5")
	if !noted(s, "Recency: scores 1 · 2 · 3 count as 1 · 3 · 5 of 5") {
		t.Errorf("notes: %v", s.Notes)
	}
	mixed := run(t, "rfm", six(t), "binning=fixed", "cuts=frequency:1")
	if !noted(mixed, "Frequency: scores 1 · 2 count as 1 · 5 of 5") || noted(mixed, "Recency: scores") {
		t.Errorf("notes: %v", mixed.Notes)
	}
	for _, set := range []string{"map=cells", "map=ranges", "map=grid"} {
		s := run(t, "rfm", six(t), set)
		if textScore(s, rfmOfFive) != nil || strings.Contains(english(s.Segments[0].Rule), "scaled") || noted(s, "count as") {
			t.Errorf("%s: five bins are said to be scaled", set)
		}
	}
}

func TestRFMSaysWhichCutsAreNotSet(t *testing.T) {
	for _, want := range []struct {
		set  []string
		says string
	}{
		{[]string{"binning=fixed"}, "no cuts are set of Recency, Frequency, Monetary: cut at quantiles into 5 bins"},
		{[]string{"binning=fixed", "bins=3", "cuts=recency:9;monetary:9"}, "no cuts are set of Frequency: cut at quantiles into 3 bins"},
		{[]string{"map=eight", "split=fixed", "cuts=frequency:9"}, "no cuts are set of Recency, Monetary: split at the median"},
		{[]string{"map=eight", "split=fixed", "binning=fixed"}, "no cuts are set of Recency, Frequency, Monetary: split at the median"},
		{[]string{"cuts=recency:9"}, "Parameter cuts is set but has no effect here: it counts with binning=fixed or split=fixed (with map=eight)"},
	} {
		if s := run(t, "rfm", six(t), want.set...); !noted(s, want.says) {
			t.Errorf("%v: notes %v", want.set, s.Notes)
		}
	}
	for _, set := range [][]string{nil, {"split=fixed"}, {"map=eight"}, scoredCuts} {
		if s := run(t, "rfm", six(t), set...); noted(s, "no cuts are set") {
			t.Errorf("%v: notes %v", set, s.Notes)
		}
	}
}

func TestRFMUnclassified(t *testing.T) {
	c := people(t, numbers("recency", 1, 2, nan, 4, 5, 6), numbers("frequency", 1, 0, 3, 4, inf, -1), numbers("monetary", 9, 0, 7, nan, 5, 4))
	for _, m := range []string{"cells", "grid", "ranges", "eight", "tiers", "code"} {
		s := run(t, "rfm", c, "map="+m)
		var why []string
		for i, g := range s.Of {
			if !s.Segments[g].Unclassified {
				why = append(why, "")
				continue
			}
			why = append(why, english(s.Reasons[s.Why[i]]))
		}
		none, lacks := "no purchase in scope", "recency, frequency or monetary is missing or not finite"
		if want := []string{"", none, lacks, lacks, lacks, none}; !slices.Equal(why, want) {
			t.Errorf("%s: reasons %q", m, why)
		}
		if !noted(s, "2 unclassified: "+none) || !noted(s, "3 unclassified: "+lacks) {
			t.Errorf("%s: notes %v", m, s.Notes)
		}
		if got := score(t, s, "rfm_score"); !math.IsNaN(got[1]) || math.IsNaN(got[0]) {
			t.Errorf("%s: scores %v", m, got)
		}
	}
}

func TestRFMNamesWhatIsMissing(t *testing.T) {
	wantText(t, failure(t, "rfm", people(t, numbers("recency", 1), numbers("frequency", 1))), "no monetary", "--map monetary=COLUMN",
		"a date (order_date)", "money (amount)", "custseg profile")
}
