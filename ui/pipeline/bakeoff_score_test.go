package pipeline

import (
	"context"
	"math"
	"strings"
	"testing"

	"custseg/model"
)

// days is orders of customers, each a name and the days on which it bought for
// 10.
func days(t *testing.T, who map[string][]int) *model.Dataset {
	t.Helper()
	var ids []string
	var at []int64
	var paid []float64
	for id, on := range who {
		for _, day := range on {
			ids, at, paid = append(ids, id), append(at, model.Day(day).Seconds()), append(paid, 10)
		}
	}
	table, err := model.NewTable("orders", "orders.csv", 2, model.TextsOf("id", ids), model.NewDates("day", at), model.NewNumbers("paid", paid))
	if err != nil {
		t.Fatal(err)
	}
	return shopData(table)
}

func TestOneDayOfOrdersIsNotParted(t *testing.T) {
	_, err := New(days(t, map[string][]int{"a": {5}, "b": {5}})).BakeOff(context.Background(), model.NewRecipe(nil, model.Reading{}), BakeOffOptions{Split: model.NoDay}, nil)
	if err == nil || !strings.Contains(err.Error(), "one day, 1970-01-06") || strings.Contains(err.Error(), "--split") {
		t.Errorf("%v", err)
	}
}

// The split that is proposed leaves orders on either side, of two days too.
func TestProposedSplitParts(t *testing.T) {
	for last := model.Day(1); last < 12; last++ {
		if s := ProposedSplit(0, last); s < 0 || s >= last {
			t.Errorf("from 0 to %d the split is %d", last, s)
		}
	}
}

func saidOf(b *BakeOff) string { return strings.Join(said(b.Notes, english()), "\n") }

func TestTooLittleToJudgeGivesNoRank(t *testing.T) {
	for name, who := range map[string]map[string][]int{
		"one of two bought again":  {"a": {1, 9}, "b": {2}},
		"all bought again as much": {"a": {1, 9}, "b": {2, 8}, "c": {3, 7}},
	} {
		b := bakeOff(t, days(t, who), BakeOffOptions{Split: 4, Methods: []string{"rfm", "frequency"}})
		if b.Best() != nil || !strings.Contains(saidOf(b), "neither score nor rank") {
			t.Errorf("%s: the best is %+v; %s", name, b.Best(), saidOf(b))
		}
		for _, c := range b.Contenders {
			if c.Rank != 0 || !math.IsNaN(c.Score) || c.NotTold {
				t.Errorf("%s: %s has rank %d and score %v", name, c.ID, c.Rank, c.Score)
			}
		}
	}
}

func TestWeightsInUseAreTold(t *testing.T) {
	who := map[string][]int{}
	for i, id := range strings.Split("abcdefghijkl", "") { // all buy again, some more often
		who[id] = []int{i % 5, 10 + i}
		for k := range i % 4 {
			who[id] = append(who[id], 30+k)
		}
	}
	b := bakeOff(t, days(t, who), BakeOffOptions{Split: 5, Methods: []string{"rfm"}})
	if !strings.Contains(saidOf(b), "weighs money 0.67, repurchase 0.00 and separation 0.33") {
		t.Error(saidOf(b))
	}
	used := map[string]float64{}
	for _, f := range b.Document(english(), model.Recipe{}).Figures {
		used[f.ID] = f.Used
	}
	if math.Abs(used["gini"]-2./3) > 1e-12 || used["auc"] != 0 || used["stability"] != 0 {
		t.Errorf("weights %v", used)
	}
	full := bakeOff(t, shopData(shopOrders(t, 1)), BakeOffOptions{Split: shopSplit, Methods: []string{"rfm"}})
	if strings.Contains(saidOf(full), "weighs money") {
		t.Error(saidOf(full))
	}
}

func TestScoreNeedsWhatFollowed(t *testing.T) {
	f := noFigures()
	f.Separation, f.Stability = .5, 1
	if got := f.score(); !math.IsNaN(got) {
		t.Errorf("score %v", got)
	}
}

func TestDustIsNothing(t *testing.T) {
	b := bakeOff(t, shopData(shopOrders(t, 1)), BakeOffOptions{Split: shopSplit, Methods: []string{"frequency"}})
	for _, c := range b.Contenders {
		for _, v := range []float64{c.Score, c.Gini, c.AUCGain, c.AUCGainError, c.Stability, c.Shift, c.Separation} {
			if v != 0 && math.Abs(v) < 1e-9 {
				t.Errorf("%s: %v among %+v", c.ID, v, c.Figures)
			}
		}
	}
}
