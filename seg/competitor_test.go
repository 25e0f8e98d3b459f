package seg

import (
	"math"
	"testing"
)

func TestShareOfWalletByHand(t *testing.T) {
	c := people(t, numbers("own_spend", 80, 50, 20, 10, 120, 5, nan), numbers("category_spend", 100, 100, 100, 100, 100, 0, 100))
	s := run(t, "competitor", c)
	wantPlaced(t, s, "Sole", "Main", "Shared", "Occasional", "Sole", "Unclassified", "Unclassified")
	wantNumbers(t, "to win", score(t, s, "money_to_win"), 20, 50, 80, 90, 0, nan, nan)
	for name, want := range map[string]float64{"money_to_win": 240, "to_win_sole": 20, "to_win_shared": 80} {
		if got, _ := s.Measured(name); !close9(got, want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	if !noted(s, "1 customer spends more with us") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "competitor", c, "by=rank"), "brand_rank and brands_used")
}

// The shares of all ranks by the rule of Keiningham and others (2011), in whole
// percents as it is explained: the first of two brands has 67, the last of five 7.
func TestWalletAllocationOfEachRank(t *testing.T) {
	for n, table := range map[float64][]float64{2: {67, 33}, 3: {50, 33, 17}, 4: {40, 30, 20, 10}, 5: {33, 27, 20, 13, 7}} {
		var ranks, brands []float64
		for r := range table {
			ranks, brands = append(ranks, float64(r+1)), append(brands, n)
		}
		for r, share := range score(t, run(t, "competitor", people(t, numbers("brand_rank", ranks...), numbers("brands_used", brands...))), "share_of_wallet") {
			if math.Round(100*share) != table[r] {
				t.Errorf("rank %d of %v has %v, want %v %%", r+1, n, share, table[r])
			}
		}
	}
}

// Of two brands the first has (1 - 1/3) · 2/2 of the wallet, of three .5, 1/3 and 1/6.
func TestWalletAllocation(t *testing.T) {
	s := run(t, "competitor", people(t, numbers("brand_rank", 1, 1, 2, 1, 2, 3, 4, 0), numbers("brands_used", 1, 2, 2, 3, 3, 3, 3, 2)))
	wantNumbers(t, "share", score(t, s, "share_of_wallet"), 1, 2./3, 1./3, .5, 1./3, 1./6, nan, nan)
	wantPlaced(t, s, "Sole", "Main", "Shared", "Main", "Shared", "Occasional", "Unclassified", "Unclassified")
	if !noted(s, "Category spend is not known") {
		t.Errorf("notes %v", s.Notes)
	}
}
