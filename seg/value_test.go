package seg

import (
	"testing"

	"custseg/model"
)

func TestValueByHand(t *testing.T) {
	c := people(t, numbers("monetary", 10, 20, 30, 40, nan), numbers("frequency", 4, 3, 2, 1, 2), numbers("average_order", 1, 1, 1, 1, nan))
	s := run(t, "value", c)
	// Percentiles of money are 1/8, 3/8, 5/8, 7/8; of orders 9/10, 7/10, 4/10, 1/10 and 4/10; of money per order 1/2.
	wantNumbers(t, "score", score(t, s, "value_score"), .5*.125+.3*.9+.2*.5, .5*.375+.3*.7+.2*.5, .5*.625+.3*.4+.2*.5, .5*.875+.3*.1+.2*.5, .4)
	wantPlaced(t, run(t, "value", c, "cut=fixed", "high=0.56", "mid=0.45"), "Low", "Mid", "Mid", "High", "Low")
	wantPlaced(t, run(t, "value", c, "cut=terciles", "weights=1,0,0,0,0,0,0"), "Low", "Mid", "Mid", "High", "Unclassified")
	wantText(t, failure(t, "value", c, "cut=fixed", "mid=0.8"), "mid", "must be below high")
	wantText(t, failure(t, "value", c, "weights=0,0,0,1,0,0,0"), "influence", "--map")
}

func TestValueOfABank(t *testing.T) {
	c := people(t, numbers("balance", 100, 300, 200), numbers("transactions", 1, 3, 2), numbers("feedback", 5, 3, nan))
	s := run(t, "value", c) // there is no money, so that the scheme is the bank's
	wantNumbers(t, "score", score(t, s, "value_score"), .4/6+.4/6+.2*.75, .4*5/6+.4*5/6+.2*.25, .5)
	wantPlaced(t, run(t, "value", c, "scheme=bank", "tiers=1,1,1"), "Low", "High", "Mid")
	wantText(t, failure(t, "value", c, "scheme=shop"), "monetary")
	if len(Missing(value{}.Spec(), people(t, numbers("age", 1)))) != 1 {
		t.Error("value runs on data with nothing to value")
	}
}

func TestPyramidByHand(t *testing.T) {
	c := people(t, numbers("profit", 100, 90, 80, 70, 60, 50, 40, 30, 20, -5), numbers("monetary", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	s := run(t, "pyramid", c)
	wantPlaced(t, s, "Platinum", "Platinum", "Gold", "Gold", "Gold", "Iron", "Iron", "Iron", "Lead", "Lead")
	wantNumbers(t, "cuts", cutsOf(s, "profit"), 30, 60, 90)
	if got := placed(run(t, "pyramid", c, "measure=monetary"))[9]; got != "Platinum" {
		t.Errorf("the most money is %s", got)
	}
	loss := people(t, numbers("profit", 5, -1, -2, -3, -4))
	s = run(t, "pyramid", loss)
	wantPlaced(t, s, "Platinum", "Lead", "Lead", "Lead", "Lead")
	if !noted(s, "3 make a loss and are Lead") {
		t.Errorf("notes %v", s.Notes)
	}
}

// Profit of lines: what was given back is lost, an undone sale earns nothing.
func TestProfitOfOrderLines(t *testing.T) {
	day := model.Day(18000).Seconds()
	orders := table(t, "orders", model.TextsOf("customer_id", []string{"a", "a", "b", "b", "c"}),
		model.NewDates("order_date", []int64{day, day + 86400, day, day, day + 864000}),
		model.NewNumbers("amount", []float64{10, -4, 20, 20, 5}), model.NewNumbers("profit", []float64{3, 1, 6, 6, -2}),
		model.TextsOf("status", []string{"Delivered", "Delivered", "Delivered", "Cancelled", "Delivered"}))
	s := run(t, "pyramid", customers(t, model.NoDay, orders))
	wantNumbers(t, "profit", score(t, s, "profit"), 2, 6, -2)
	wantText(t, failure(t, "pyramid", people(t, numbers("monetary", 1, 2)), "measure=profit"), "--map profit=COLUMN")
}

func TestValueMatrixByHand(t *testing.T) {
	c := people(t, numbers("frequency", 10, 10, 1, 1, 3), numbers("average_order", 100, 10, 100, 10, nan))
	s := run(t, "value-matrix", c)
	wantPlaced(t, s, "Best", "Frequent", "Spender", "Uncertain", "Unclassified")
	wantNumbers(t, "cuts", append(cutsOf(s, "frequency"), cutsOf(s, "average_order")...), 5, 55)
	wantText(t, english(s.Segments[1].Rule), "Frequency ≥ 5, and Average order < 55")
	wantPlaced(t, run(t, "value-matrix", c, "split=fixed", "cuts=frequency:1;average_order:200"), "Frequent", "Frequent", "Frequent", "Frequent", "Unclassified")
	scatter := s.Charts[0].(*model.Scatter)
	wantNumbers(t, "lines", append(scatter.XCuts, scatter.YCuts...), 5, 55)
	if s.Cuts[scatter.YCut].Measure != "average_order" {
		t.Errorf("the line across is of %s", s.Cuts[scatter.YCut].Measure)
	}
}

// A cut of what is no axis is not passed over in silence.
func TestCutsOfOtherMeasures(t *testing.T) {
	c := people(t, numbers("monetary", 10, 20, 30), numbers("tenure", 5, 6, 7))
	s := run(t, "profit-duration", c, "split=fixed", "cuts=tenure:6;monetary:20;profit:3")
	if !noted(s, "The cut of profit has no effect") || noted(s, "The cut of Monetary") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestProfitDurationByHand(t *testing.T) {
	c := people(t, numbers("profit", 10, 1, 10, 1), numbers("tenure", 900, 900, 9, 9))
	wantPlaced(t, run(t, "profit-duration", c), "True Friends", "Barnacles", "Butterflies", "Strangers")
}
