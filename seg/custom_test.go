package seg

import "testing"

func TestCustomByHand(t *testing.T) {
	c := people(t, numbers("frequency", 10, 10, 10, 10, 0, 2), numbers("custom_orders", 5, 4, 1, 0, 0, 3), numbers("custom_request", 0, 0, 0, 0, 1, nan))
	wantPlaced(t, run(t, "custom", c), "Bespoke", "Semi-custom", "Semi-custom", "Standard", "Unclassified", "Unclassified")
	wantPlaced(t, run(t, "custom", c, "by=request"), "Standard", "Standard", "Standard", "Standard", "Bespoke", "Unclassified")
	s := run(t, "custom", people(t, numbers("custom_request", 10, 5, 1, 0)))
	wantPlaced(t, s, "Bespoke", "Bespoke", "Semi-custom", "Standard")
	wantNumbers(t, "share", score(t, s, "custom_share"), 1, .5, .1, 0)
	wantText(t, failure(t, "custom", people(t, numbers("custom_request", 500))), "from 500 to 500")
	wantText(t, failure(t, "custom", people(t, numbers("custom_orders", 1))), "frequency")
	wantText(t, failure(t, "custom", people(t, numbers("custom_request", 1)), "by=orders"), "--map custom_orders=COLUMN")
}

func TestPropositionByHand(t *testing.T) {
	// The means are a price of 4 and a benefit of 4.
	s := run(t, "proposition", people(t, numbers("price_perceived", 2, 6, 2, 6, nan), numbers("benefit", 6, 6, 2, 2, 7)), "split=fixed", "cuts=price_perceived:4;benefit:4")
	wantPlaced(t, s, "Superior value", "Premium", "Economy", "Poor value", "Unclassified")
	s = run(t, "proposition", people(t, numbers("price_perceived", 2, 6, 2, 6), numbers("benefit", 6, 6, 2, 2)))
	wantPlaced(t, s, "Superior value", "Premium", "Economy", "Poor value")
	wantNumbers(t, "relative price", score(t, s, "relative_price_perceived"), .5, 1.5, .5, 1.5)
	wantText(t, failure(t, "proposition", people(t, numbers("price_perceived", 199), numbers("benefit", 5))), "not amounts of money")
}

func TestTheWishForCustomGoodsOnItsScale(t *testing.T) {
	s := run(t, "custom", people(t, numbers("custom_request", 5, 3, 2, 1)))
	wantNumbers(t, "of five", score(t, s, "custom_share"), 1, .5, .25, 0)
	wantPlaced(t, s, "Bespoke", "Bespoke", "Semi-custom", "Standard")
	s = run(t, "custom", people(t, numbers("custom_request", 7, 4, 1)))
	wantNumbers(t, "of seven", score(t, s, "custom_share"), 1, .5, 0)
}
