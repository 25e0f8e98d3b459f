package pipeline

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/load"
	"custseg/model"
)

// shopOrders is three hundred days of a shop. A third of its 150 customers come
// every other week and spend well, the others come once or twice and most are
// not seen again. The rows are in an order that a seed draws.
func shopOrders(t testing.TB, seed uint64) *model.Table {
	t.Helper()
	var ids []string
	var days []int64
	var paid []float64
	random := rand.New(rand.NewPCG(11, 0)) // the same shop for every seed
	buy := func(i, day int, amount float64) {
		ids, days, paid = append(ids, fmt.Sprintf("c%03d", i)), append(days, model.Day(day).Seconds()), append(paid, amount)
	}
	for i := range 150 {
		first := random.IntN(150)
		if i%3 == 0 {
			for day := first; day < 300; day += 10 + random.IntN(8) {
				buy(i, day, 20+float64(random.IntN(60)))
			}
			continue
		}
		buy(i, first, 5+float64(random.IntN(40)))
		if random.IntN(4) == 0 {
			buy(i, first+random.IntN(300-first), 5+float64(random.IntN(40)))
		}
	}
	mixed := make([]int32, len(ids))
	for to, from := range rand.New(rand.NewPCG(seed, 1)).Perm(len(ids)) {
		mixed[to] = int32(from)
	}
	table, err := model.NewTable("orders", "orders.csv", 2, model.TextsOf("id", ids).Pick(mixed),
		model.NewDates("day", days).Pick(mixed), model.NewNumbers("paid", paid).Pick(mixed))
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func shopData(tables ...*model.Table) *model.Dataset {
	return &model.Dataset{Tables: tables, Guesses: []model.Guess{
		{Column: 0, Role: model.CustomerID}, {Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}}}
}

const shopSplit = model.Day(200)

func bakeOff(t *testing.T, d *model.Dataset, o BakeOffOptions) *BakeOff {
	t.Helper()
	b, err := New(d).BakeOff(context.Background(), model.NewRecipe(nil, model.Reading{}), o, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// figures writes what contenders came to, with numbers in full.
func figures(b *BakeOff, ids ...string) string {
	var out strings.Builder
	for _, c := range b.Contenders {
		if len(ids) == 0 || slices.Contains(ids, c.ID) {
			fmt.Fprintln(&out, c.ID, c.Standing, c.Score, c.Figures)
		}
	}
	return out.String()
}

func TestOutcomeByHand(t *testing.T) {
	d := line(t).Dataset() // a buys 1, 4 and 6 on days 0, 3 and 5, b buys 2 and 5, c buys 3
	b := bakeOff(t, d, BakeOffOptions{Split: 2, Methods: []string{"abc"}})
	if b.Customers != 3 || b.Again != 2 || b.Later != 15 || !b.Money || b.Proposed || b.End != 5 {
		t.Errorf("%+v", b)
	}
	if b = bakeOff(t, d, BakeOffOptions{Split: model.NoDay, Methods: []string{"abc"}}); b.Split != 4 || !b.Proposed || b.Again != 1 || b.Later != 6 {
		t.Errorf("without a split: %+v", b)
	}
	if c := b.Contender("abc"); c.Standing != Ranked || !math.IsNaN(c.AUC) {
		t.Errorf("one who bought again gives an AUC: %+v", c)
	}
}

func TestMethodsThatTellWhatFollowsRankFirst(t *testing.T) {
	b := bakeOff(t, shopData(shopOrders(t, 1)), BakeOffOptions{Split: shopSplit})
	rfm, all, sorted := b.Contender("rfm"), b.Contender(BaselineAll), b.Contender(BaselineSorted)
	if rfm.Standing != Ranked || rfm.AUC < .85 || rfm.Gini < .7 || rfm.TopShare < .4 || rfm.Segments < 3 {
		t.Errorf("rfm: %+v", rfm)
	}
	if all.Score != 0 || all.Gini > 1e-9 || math.Abs(all.AUC-.5) > 1e-9 || all.Segments != 1 || all.Effective != 1 {
		t.Errorf("everyone in one segment: %+v", all)
	}
	if sorted.AUCGain != 0 || sorted.Segments != 10 || rfm.Rank == 0 || sorted.Rank != 0 {
		t.Errorf("tenths: %+v", sorted)
	}
	if best := b.Best(); best == nil || best.Score < rfm.Score || len(best.Reasons) < 5 {
		t.Errorf("best is %+v", best)
	}
	for i, c := range b.Contenders[1:] {
		before := b.Contenders[i]
		if c.Standing < before.Standing || c.Standing == Ranked && c.Score > before.Score {
			t.Errorf("%s stands after %s", c.ID, before.ID)
		}
	}
	if nps := b.Contender("nps"); nps.Standing != Unable || !strings.Contains(fmt.Sprint(nps.Why), "recommend") {
		t.Errorf("nps without answers: %+v", nps)
	}
}

func TestBakeOffDoesNotDependOnRowsOrOnItself(t *testing.T) {
	o := BakeOffOptions{Split: shopSplit, Methods: []string{"rfm", "kmeans", "lifecycle", "som"}}
	first := bakeOff(t, shopData(shopOrders(t, 1)), o)
	if again := bakeOff(t, shopData(shopOrders(t, 2)), o); figures(first) != figures(again) {
		t.Errorf("rows in another order:\n%s%s", figures(first), figures(again))
	}
	o.Methods = []string{"kmeans"}
	if alone := bakeOff(t, shopData(shopOrders(t, 1)), o); figures(alone, "kmeans") != figures(first, "kmeans") {
		t.Error("k-means alone does otherwise than beside others")
	}
}

func TestAFailureIsALine(t *testing.T) {
	p := New(shopData(shopOrders(t, 1)))
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("kmeans").WithParam("columns", model.Words("nothing"))
	b, err := p.BakeOff(context.Background(), r, BakeOffOptions{Split: shopSplit, Methods: []string{"kmeans", "rfm"}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if c := b.Contender("kmeans"); c.Standing != Failed || c.Rank != 0 || !math.IsNaN(c.Score) || !strings.Contains(fmt.Sprint(c.Why), "nothing") {
		t.Errorf("%+v", c)
	}
	if b.Best() != b.Contender("rfm") {
		t.Error("the other method is not ranked")
	}
}

func TestNothingToJudgeBy(t *testing.T) {
	undated := shopData(shopOrders(t, 1))
	undated.Guesses = undated.Guesses[:1]
	for _, c := range []struct {
		data  *model.Dataset
		split model.Day
		want  string
	}{
		{undated, model.NoDay, "no orders with dates"},
		{shopData(shopOrders(t, 1)), 299, "--split"},
		{shopData(shopOrders(t, 1)), -5, "orders run from 1970-01-01"},
	} {
		_, err := New(c.data).BakeOff(context.Background(), model.NewRecipe(nil, model.Reading{}), BakeOffOptions{Split: c.split}, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("split %s: %v", c.split, err)
		}
	}
	if err := CheckBakeOff(model.Recipe{}, BakeOffOptions{Methods: []string{"rfn"}}); err == nil || !strings.Contains(err.Error(), "rfm") {
		t.Errorf("a method that is not: %v", err)
	}
}

func TestProgressTellsEveryContender(t *testing.T) {
	done, last := map[string]int{}, 0.
	p, r := New(shopData(shopOrders(t, 1))), model.NewRecipe(nil, model.Reading{})
	o := BakeOffOptions{Split: shopSplit, Methods: []string{"rfm", "abc", "nps"}}
	if _, err := p.BakeOff(context.Background(), r, o, func(p BakeOffProgress) {
		if p.Done < last || p.Done > 1 {
			t.Errorf("%v after %v", p.Done, last)
		}
		if p.Of != 5 || (p.Method == "") != p.Name.Empty() {
			t.Errorf("%q of %d, named %v", p.Method, p.Of, p.Name)
		}
		if last = p.Done; p.Finished != nil {
			done[p.Finished.ID]++
		}
	}); err != nil {
		t.Fatal(err)
	}
	if len(done) != 5 || last != 1 || done["nps"] != 1 || done[BaselineAll] != 1 {
		t.Errorf("finished %v, at %v", done, last)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if _, err := p.BakeOff(ctx, r, BakeOffOptions{Split: shopSplit}, func(BakeOffProgress) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("after a cancel: %v", err)
	}
}

// A method that is skipped is a line with that reason; what the others come to
// is as if it had never been asked for.
func TestASkippedMethodIsALine(t *testing.T) {
	p, r := New(shopData(shopOrders(t, 1))), model.NewRecipe(nil, model.Reading{})
	judged := func(tell func(BakeOffProgress), methods ...string) *BakeOff {
		t.Helper()
		b, err := p.BakeOff(t.Context(), r, BakeOffOptions{Split: shopSplit, Methods: methods}, tell)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	found := judged(func(at BakeOffProgress) {
		if at.Method == "kmeans" && at.Skip != nil {
			at.Skip()
		}
	}, "rfm", "abc", "kmeans")
	if c := found.Contender("kmeans"); c.Standing != Failed || !strings.Contains(c.Why.In(english()), "skipped") || !math.IsNaN(c.Score) || c.Segments != 0 {
		t.Errorf("the method that was skipped: %+v", c)
	}
	if got, want := found.Contender("rfm"), judged(nil, "rfm", "abc").Contender("rfm"); got.Score != want.Score || got.Rank != want.Rank {
		t.Errorf("the others: %v, rank %d; without it %v, rank %d", got.Score, got.Rank, want.Score, want.Rank)
	}
}

func TestScoreByHand(t *testing.T) {
	f := noFigures()
	f.Gini, f.AUC, f.Separation, f.Stability = .5, .8, .25, .6
	if got := f.score(); math.Abs(got-100*(.4*.5+.4*.6+.2*.25)*.8) > 1e-9 {
		t.Errorf("score %v", got)
	}
	f.AUC = math.NaN() // nothing to tell by: the other parts share its weight
	if got := f.score(); math.Abs(got-100*(.4*.5+.2*.25)/.6*.8) > 1e-9 {
		t.Errorf("without an AUC %v", got)
	}
	f.Gini, f.Stability = -.3, -.1 // worse than chance counts as chance
	if got := f.score(); math.Abs(got-100*(.2*.25)/.6*.5) > 1e-9 {
		t.Errorf("worse than chance %v", got)
	}
}

func TestSizesByHand(t *testing.T) {
	var f Figures
	f.size(&model.Segmentation{Segments: []model.Segment{{}, {}, {}, {Unclassified: true}}, Of: []int32{0, 0, 0, 2, 3}})
	if f.Segments != 2 || f.Smallest != .2 || f.Largest != .6 || f.Unclassified != .2 ||
		math.Abs(f.Effective-math.Exp(.75*math.Log(4./3)+.25*math.Log(4))) > 1e-12 {
		t.Errorf("%+v", f)
	}
}

// The counts are those of the file by other means; what the literature says of
// CDNOW is that past purchases foretell later ones.
func TestCDNOWIsForetold(t *testing.T) {
	path := filepath.Join("../../../shared/data", "cdnow_sample.txt")
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	d, err := load.Open(context.Background(), []string{path}, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	split, err := model.ParseDay("1998-02-14")
	if err != nil {
		t.Fatal(err)
	}
	b := bakeOff(t, d, BakeOffOptions{Split: split, Methods: []string{"rfm", "clv"}})
	if b.Customers != 2357 || b.Again != 439 || math.Abs(b.Later-32405.89) > .005 {
		t.Errorf("%d customers, %d again, %.2f later", b.Customers, b.Again, b.Later)
	}
	for _, id := range []string{"rfm", "clv"} {
		c := b.Contender(id)
		if c.AUC-.5 < 10*c.AUCError || c.Gini < .5 || c.TopShare < .5 || c.Score < b.Contender(BaselineAll).Score+40 {
			t.Errorf("%s: %+v", id, c)
		}
	}
}

func BenchmarkBakeOff(b *testing.B) {
	d := shopData(shopOrders(b, 1))
	for b.Loop() {
		if _, err := New(d).BakeOff(b.Context(), model.NewRecipe(nil, model.Reading{}), BakeOffOptions{Split: shopSplit}, nil); err != nil {
			b.Fatal(err)
		}
	}
}
