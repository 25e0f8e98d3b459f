package seg

import (
	"fmt"
	"maps"
	"math"
	"testing"

	"custseg/model"
)

// buyersOn makes customers a, b, c ... of the days, before day 1000, on which
// each bought.
func buyersOn(t *testing.T, daysAgo ...[]int) *model.Customers {
	t.Helper()
	var ids []string
	var dates []int64
	var amounts []float64
	for i, days := range daysAgo {
		for _, ago := range days {
			ids, dates, amounts = append(ids, fmt.Sprintf("%c", 'a'+i)), append(dates, model.Day(1000-ago).Seconds()), append(amounts, 10)
		}
	}
	return customers(t, 1000, table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts)))
}

func TestChurnByGap(t *testing.T) {
	// Gaps 10 20 30 40 50 60: percentile 40 is 30, percentile 80 is 50.
	c := buyersOn(t, []int{100, 90, 70, 40}, []int{201, 151, 51}, []int{71, 31}, []int{30})
	s := run(t, "churn", c)
	wantNumbers(t, "cuts", cutsOf(s, "recency"), 30, 50)
	wantPlaced(t, s, "Medium", "High", "Medium", "Low")
	wantText(t, rulesOf(s)[1], "silent for more than 30 days, percentile 40 of the gaps, and for up to 50")
	// The first has gaps of their own, 10 20 30: their median is 20, percentile 90 28.
	s = run(t, "churn", c, "rule=gap", "gaps=own")
	wantPlaced(t, s, "High", "High", "Medium", "Low")
	wantNumbers(t, "allowed", score(t, s, "gap_allowed"), 28, 50, 50, 50)
	wantPlaced(t, run(t, "churn", c, "gaps=own"), "High", "High", "Medium", "Low") // auto is gap here
	if !noted(s, "1 customer has three gaps or more") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "churn", c, "medium-gap=90%"), "medium-gap", "below high-gap")
	wantText(t, failure(t, "churn", buyersOn(t, []int{5}, []int{9})), "nobody bought on two days", "rule=label")
}

func TestChurnByGapOfMeasures(t *testing.T) {
	c := people(t, numbers("recency", 5, 40, 100, 30, nan), numbers("tenure", 25, 100, 140, 30, nan), numbers("frequency", 3, 4, 2, 1, 0))
	s := run(t, "churn", c, "medium-gap=50%", "high-gap=100%") // mean gaps 10 20 40
	wantNumbers(t, "cuts", cutsOf(s, "recency"), 20, 40)
	wantPlaced(t, s, "Low", "Medium", "High", "Medium", "Unclassified")
	if !noted(s, "by their mean alone") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestChurnByTrend(t *testing.T) {
	c := buyersOn(t, []int{170, 150, 130, 100, 5}, []int{150, 140, 130, 120, 80, 60, 30}, []int{120, 10}, []int{20}, []int{400}, []int{0})
	s := run(t, "churn", c, "rule=trend")
	wantNumbers(t, "fall", score(t, s, "fall"), .75, .25, 0, 0, 1, 0)
	wantPlaced(t, s, "High", "Medium", "Low", "Low", "High", "Low")
	if !noted(s, "1 customer ordered in neither period") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "churn", people(t, numbers("recency", 1, 2)), "rule=trend"), "order_date")

	// Three orders of one day are three, by their ids.
	var three []purchase
	for k, day := range []int{100, 102, 104, 199, 199, 199} {
		three = append(three, purchase{id: "a", order: fmt.Sprint(k), day: day, amount: 1})
	}
	s = run(t, "churn", bought(t, three...), "rule=trend")
	wantNumbers(t, "orders", []float64{score(t, s, "orders_before")[0], score(t, s, "orders_recent")[0]}, 3, 3)
}

// Those who bought often and then fell silent have left; those who buy rarely may
// be as they always were.
func TestChurnByAlive(t *testing.T) {
	var days [][]int
	for i := range 60 {
		var own []int
		for ago := 20 + i%7*3; ago < 400; ago += 10 + i%5*20 {
			own = append(own, ago)
		}
		days = append(days, own)
	}
	for i := range 30 {
		days = append(days, []int{300 + i})
	}
	var often []int
	for ago := 250; ago < 400; ago += 10 {
		often = append(often, ago)
	}
	s := run(t, "churn", buyersOn(t, append([][]int{often}, days...)...), "rule=alive")
	left := score(t, s, "p_left")
	if placed(s)[0] != "High" || left[0] < .9 || left[1] > .3 {
		t.Errorf("left: %v %v %v", placed(s)[0], left[0], left[1])
	}
	for _, name := range []string{"r", "alpha", "leaving_chance", "log_likelihood", "mean_p_alive"} {
		if _, ok := s.Measured(name); !ok {
			t.Errorf("no measure %s: %v", name, s.Fit)
		}
	}
	if fitted, _ := s.Measured("converged"); fitted != 0 || !noted(s, "all customers leave with one chance after a purchase") {
		t.Errorf("converged %v, notes %v", fitted, s.Notes)
	}
	// Too few to fit a model: the rule is gap.
	s = run(t, "churn", buyersOn(t, []int{100, 90, 70, 40}, []int{201, 151, 51}), "rule=alive")
	if !noted(s, "The rule is gap instead") || cutsOf(s, "recency") == nil {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestChurnByLabel(t *testing.T) {
	c := answerers(t)
	s := run(t, "churn", c, "rule=label", "target=answer")
	chance := score(t, s, "churn_score")
	for i, name := range placed(s) {
		if want := map[bool]string{true: "High", false: "Medium"}[chance[i] >= .5]; chance[i] >= .2 && name != want || chance[i] < .2 && name != "Low" {
			t.Errorf("customer %d of chance %v is %s", i, chance[i], name)
		}
	}
	if auc, ok := s.Measured("auc"); !ok || auc < .7 {
		t.Errorf("AUC %v", auc)
	}
	wantText(t, failure(t, "churn", c), "--map recency=COLUMN")
	wantText(t, failure(t, "churn", c, "rule=gap"), "gap needs purchases", "rule=label")
}

func TestChurnOfTelco(t *testing.T) {
	s := run(t, "churn", telco(t), "target=Churn", "rule=label")
	// scikit-learn 1.2.1: LogisticRegression(C=1) on the standardized columns and
	// dummies of all words but one, and ten stratified folds, five times over.
	for name, want := range map[string][2]float64{"auc_fitted": {.84632, .00002}, "log_likelihood": {-2925.7, .1}, "auc": {.8433, .001}, "base_rate": {.265370, 5e-7}, "gain_top": {.284, .004}} {
		if got, _ := s.Measured(name); math.Abs(got-want[0]) > want[1] {
			t.Errorf("%s %v, want %v", name, got, want[0])
		}
	}
	if !noted(s, "Of the tenth of customers held out who score highest, 76% are Churn Yes, and of all 27%") {
		t.Errorf("notes %v", s.Notes)
	}
	if got := sizes(s); got["High"] < 1000 || got["Medium"] < 1000 || got["Low"] < 2000 {
		t.Errorf("sizes %v", got)
	}
}

// CDNOW up to the end of June 1998: percentiles of the gaps by NumPy.
func TestChurnOfCDNOW(t *testing.T) {
	s := run(t, "churn", customers(t, model.NoDay, cdnowOrders(t)))
	wantNumbers(t, "cuts", cutsOf(s, "recency"), 23, 117)
	if got, want := sizes(s), map[string]int{"High": 1964, "Medium": 284, "Low": 109}; !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
}
