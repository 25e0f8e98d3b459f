package seg

import "testing"

func TestLoyaltyByHand(t *testing.T) {
	c := people(t, numbers("frequency", 1, 2, 3, 4, nan), numbers("recommend", 10, 0, nan, 8, nan), numbers("preference", 5, 1, 3, nan, nan))
	s := run(t, "loyalty", c)
	wantNumbers(t, "score", score(t, s, "loyalty"), .4*.125+.3+.3, .4*.375+.3*.2, (.4*.625+.3*.6)/.7, (.4*.875+.3*.8)/.7, nan)
	wantPlaced(t, s, "Neutral", "Wavering", "Neutral", "Loyal", "Unclassified")
	if !noted(s, "share of 5, the highest answer") {
		t.Errorf("notes %v", s.Notes)
	}
	wantNumbers(t, "of seven", score(t, run(t, "loyalty", c, "highest=7", "weights=0,0,1"), "loyalty"), 5./7, 1./7, 3./7, nan, nan)
	wantNumbers(t, "repurchase rate", []float64{s.Fit[0].Value}, .75)
	wantText(t, failure(t, "loyalty", people(t, numbers("frequency", 1)), "weights=0,1,0"), "recommend")
}

func TestLoyaltyMatrixByHand(t *testing.T) {
	c := people(t, numbers("attitude", 5, 5, 2, 2, 5), numbers("frequency", 4, 1, 4, 1, 0), numbers("own_spend", 1, 9, 1, 9, 1), numbers("category_spend", 10, 10, 10, 10, 0))
	s := run(t, "loyalty-matrix", c, "split=fixed")
	wantNumbers(t, "share of wallet", score(t, s, "patronage"), .1, .9, .1, .9, nan)
	wantPlaced(t, s, "Latent loyalty", "True loyalty", "No loyalty", "Spurious loyalty", "Unclassified")
	s = run(t, "loyalty-matrix", c, "split=fixed", "patronage=repeats")
	wantNumbers(t, "repeat orders", score(t, s, "patronage"), .75, 0, .75, 0, nan)
	wantPlaced(t, s, "True loyalty", "Latent loyalty", "Spurious loyalty", "No loyalty", "Unclassified")
	if !noted(s, "1 unclassified: no purchase in scope") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "loyalty-matrix", people(t, numbers("attitude", 1), numbers("frequency", 1)), "patronage=wallet"), "category_spend")
	if _, ok := s.Placing.Find("attitude"); !ok {
		t.Errorf("one column of attitude is not told of by its name: %+v", s.Placing.Inputs)
	}
	several := people(t, numbers("attitude", 5, 1), numbers("attitude#trust", 3, 1), numbers("frequency", 4, 1))
	wantNumbers(t, "mean", score(t, run(t, "loyalty-matrix", several), "attitude"), 4, 1)
	if missing := Missing(loyaltyMatrix{}.Spec(), people(t, numbers("satisfaction", 1), numbers("frequency", 1))); len(missing) > 0 {
		t.Errorf("satisfaction does not stand in for attitude: %v", missing)
	}
}
