package tree

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func all(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(i)
	}
	return out
}

func near(got, want float64) bool { return math.Abs(got-want) <= 1e-9*max(1, math.Abs(want)) }

func cart(t *testing.T, d *Data, s Settings) *Tree {
	t.Helper()
	out, err := d.CART(context.Background(), all(d.rows()), s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestCARTByHand(t *testing.T) {
	// 4 of class 0, 4 of class 1. Split at 3.5 leaves (3,0) and (1,4): Gini falls
	// from .5 by .5 - 5/8·(2·1/5·4/5) = .3.
	values := []float64{1, 2, 3, 4, 5, 6, 7, 8}
	y := Target{Codes: []int32{0, 0, 0, 1, 0, 1, 1, 1}, Classes: 2}
	tree := cart(t, New([]Predictor{{Values: values}}, y), Settings{Depth: 1, MinLeaf: 1})
	split := tree.Root.Split
	if split.Branches[0].High != 4 || !near(split.Gain, .3) {
		t.Errorf("split at %v gains %v", split.Branches[0].High, split.Gain)
	}
	if got := tree.Leaf(6); got.Leaf != 1 || got.N != 5 || got.Majority() != 1 || !near(got.Share(1), .8) {
		t.Errorf("leaf %+v", got)
	}
	// With at least four rows in a leaf only the middle is left: (3,1) and (1,3).
	tree = cart(t, New([]Predictor{{Values: values}}, y), Settings{Depth: 3, MinLeaf: 4})
	if len(tree.Leaves) != 2 || tree.Root.Split.Branches[0].High != 5 || !near(tree.Root.Split.Gain, .5-.375) {
		t.Errorf("%d leaves, split %+v", len(tree.Leaves), tree.Root.Split)
	}
}

func TestCARTOfNumbers(t *testing.T) {
	// Large values whose differences matter: variance 25 falls to 1 by the second
	// predictor, which is categories.
	y := Target{Values: []float64{1e9 + 1, 1e9 + 3, 1e9 + 11, 1e9 + 13, 1e9 + 1, 1e9 + 3, 1e9 + 11, 1e9 + 13}}
	d := New([]Predictor{{Values: []float64{1, 2, 1, 2, 1, 2, 1, 2}}, {Codes: []int32{2, 2, 0, 0, 1, 1, 3, 3}, Levels: 4}}, y)
	tree := cart(t, d, Settings{Depth: 1, MinLeaf: 1})
	split := tree.Root.Split
	if split.Predictor != 1 || !slices.Equal(split.Branches[0].Levels, []int32{1, 2}) || !near(split.Gain, 25) {
		t.Errorf("split %+v", split)
	}
	if mean := tree.Leaves[1].Mean(); mean != 1e9+12 {
		t.Errorf("mean %v", mean)
	}
}

func TestMissingFollowsTheLarger(t *testing.T) {
	nan := math.NaN()
	y := Target{Codes: []int32{0, 0, 1, 1, 1, 1, 0}, Classes: 2}
	tree := cart(t, New([]Predictor{{Values: []float64{1, 2, 8, 9, 10, nan, math.Inf(1)}}}, y), Settings{Depth: 1, MinLeaf: 1})
	split := tree.Root.Split
	if split.Missing != 1 || split.MissingN != 2 || tree.Leaf(5).N != 5 || tree.Leaf(6).Leaf != 1 {
		t.Errorf("split %+v, leaf %+v", split, tree.Leaf(5))
	}
	// Of 7 rows 5 have a value; their Gini index .48 falls to 0.
	if !near(split.Gain, .48*5/7) {
		t.Errorf("gain %v", split.Gain)
	}
}

// Of all subsets of categories the best must be found: by trying all for three
// classes, by order for two.
func TestSubsetsAreTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, classes := range []int{2, 3, 4} {
		const n, levels = 200, 6
		p, y := Predictor{Codes: make([]int32, n), Levels: levels}, Target{Codes: make([]int32, n), Classes: classes}
		for i := range n {
			p.Codes[i] = int32(r.IntN(levels))
			y.Codes[i] = int32((int(p.Codes[i])*2 + r.IntN(3)) % classes)
		}
		d, best := New([]Predictor{p}, y), 0.
		for set := 1; set < 1<<levels-1; set++ {
			var parts [2][]int32
			for i := range int32(n) {
				side := set >> p.Codes[i] & 1
				parts[side] = append(parts[side], i)
			}
			gain := d.impurity(all(n))
			for _, part := range parts {
				if len(part) > 0 {
					gain -= d.impurity(part) * float64(len(part)) / n
				}
			}
			best = max(best, gain)
		}
		if got := cart(t, d, Settings{Depth: 1, MinLeaf: 1}).Root.Split.Gain; !near(got, best) {
			t.Errorf("%d classes: gain %v, best %v", classes, got, best)
		}
	}
}

// Beyond the limit of exact search a perfect split must still be found.
func TestManyCategories(t *testing.T) {
	const n, levels = 400, 40
	p, y := Predictor{Codes: make([]int32, n), Levels: levels}, Target{Codes: make([]int32, n), Classes: 3}
	for i := range n {
		p.Codes[i] = int32(i % levels)
		if p.Codes[i]%2 == 1 {
			y.Codes[i] = 1 + int32(i/levels%2)
		}
	}
	split := cart(t, New([]Predictor{p}, y), Settings{Depth: 1, MinLeaf: 1}).Root.Split
	if len(split.Branches[0].Levels) != levels/2 || split.Branches[0].Levels[0]%2 == split.Branches[1].Levels[0]%2 {
		t.Errorf("branches %v", split.Branches)
	}
}

func TestNothingToSplit(t *testing.T) {
	for name, d := range map[string]*Data{
		"no predictors":  New(nil, Target{Codes: []int32{0, 1}, Classes: 2}),
		"equal":          New([]Predictor{{Values: []float64{1, 1}}}, Target{Codes: []int32{0, 1}, Classes: 2}),
		"missing":        New([]Predictor{{Values: []float64{math.NaN(), math.NaN()}}, {Codes: []int32{-1, -1}}}, Target{Values: []float64{0, 1}}),
		"equal target":   New([]Predictor{{Values: []float64{1, 2}}}, Target{Values: []float64{3, 3}}),
		"one row":        New([]Predictor{{Values: []float64{1}}}, Target{Values: []float64{3}}),
		"a single class": New([]Predictor{{Codes: []int32{0, 1}, Levels: 2}}, Target{Codes: []int32{0, 0}, Classes: 1}),
	} {
		if got := cart(t, d, Settings{Depth: 4, MinLeaf: 1}); len(got.Leaves) != 1 {
			t.Errorf("%s: CART has %d leaves", name, len(got.Leaves))
		}
		got, err := d.CHAID(context.Background(), all(d.rows()), Settings{Depth: 4, MinLeaf: 1, Alpha: .05})
		if err != nil || len(got.Leaves) != 1 {
			t.Errorf("%s: CHAID has %v, %v", name, got, err)
		}
	}
}

func TestStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := New([]Predictor{{Values: []float64{1, 2}}}, Target{Codes: []int32{0, 1}, Classes: 2})
	s := Settings{Depth: 2, MinLeaf: 1, Alpha: .05}
	if _, err := d.CART(ctx, all(2), s); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := d.CHAID(ctx, all(2), s); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestBetweenIsRound(t *testing.T) {
	for _, c := range []struct{ a, b, want float64 }{
		{11, 12, 12}, {29.85, 29.95, 29.9}, {0, 1, 1}, {-3, -1, -2}, {1, 100, 50}, {0.1, 0.2, 0.2}, {1000, 1500, 1300}, {1e15, 1e15 + 1, 1e15 + 1}, {1e-9, 3e-9, 2e-9},
	} {
		if got := between(c.a, c.b); !near(got, c.want) || !(got > c.a && got <= c.b) {
			t.Errorf("between %v and %v: %v, want %v", c.a, c.b, got, c.want)
		}
	}
	next := math.Nextafter(3, 4)
	if got := between(3, next); got != next {
		t.Errorf("between neighbours: %v", got)
	}
}

func TestLogSignificance(t *testing.T) {
	for _, df := range []float64{1, 2, 5, 30} {
		for _, x := range []float64{0, .1, 1, 3.84, 20, 200} {
			if got, want := math.Exp(logChiSquareP(x, df)), (distuv.ChiSquared{K: df}).Survival(x); math.Abs(got-want) > 1e-9*want {
				t.Errorf("χ² %v, %v degrees: %v, want %v", x, df, got, want)
			}
		}
	}
	// With two degrees of freedom p is exp(-x/2), beyond what a number holds.
	if got := logChiSquareP(1e5, 2); !near(got, -5e4) {
		t.Errorf("χ² 1e5: %v", got)
	}
	for _, f := range []float64{.5, 1, 4, 50} {
		if got, want := math.Exp(logFP(f, 3, 40)), (distuv.F{D1: 3, D2: 40}).Survival(f); math.Abs(got-want) > 1e-9 {
			t.Errorf("F %v: %v, want %v", f, got, want)
		}
	}
	if a, b := logFP(1e4, 3, 4000), logFP(2e4, 3, 4000); !(b < a && a < -1000) {
		t.Errorf("F far out: %v, %v", a, b)
	}
}

func TestCHAIDByHand(t *testing.T) {
	// Categories 0 and 1 are alike, 2 differs: rows (yes of 40) 10, 12, 36.
	var p Predictor
	y := Target{Classes: 2}
	p.Levels = 3
	for level, yes := range []int{10, 12, 36} {
		for i := range 40 {
			p.Codes = append(p.Codes, int32(level))
			y.Codes = append(y.Codes, int32(0))
			if i < yes {
				y.Codes[len(y.Codes)-1] = 1
			}
		}
	}
	d := New([]Predictor{p}, y)
	tree, err := d.CHAID(context.Background(), all(120), Settings{Depth: 3, MinLeaf: 5, Alpha: .05})
	if err != nil {
		t.Fatal(err)
	}
	split := tree.Root.Split
	if len(split.Branches) != 2 || !slices.Equal(split.Branches[0].Levels, []int32{0, 1}) {
		t.Fatalf("branches %v", split.Branches)
	}
	// χ² of (22,58) and (36,4): N(ad-bc)²/(margins).
	want := 120 * math.Pow(22*4-36*58, 2) / (80 * 40 * 58 * 62)
	if !near(split.Test.Statistic, want) || split.Test.DF != 1 {
		t.Errorf("test %+v, want %v", split.Test, want)
	}
	if p := 3 * (distuv.ChiSquared{K: 1}).Survival(want); math.Abs(split.Test.P()-p) > 1e-9*p { // S(3,2) = 3 ways
		t.Errorf("p %v, want %v", split.Test.P(), p)
	}
}

func TestCHAIDOfNumbersKeepsOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var p Predictor
	var y Target
	for i := range 1000 {
		v := float64(i % 100)
		if i%50 == 0 {
			v = math.NaN()
		}
		p.Values, y.Values = append(p.Values, v), append(y.Values, r.NormFloat64())
		if v >= 30 && v < 60 || math.IsNaN(v) {
			y.Values[i] += 3
		}
	}
	tree, err := New([]Predictor{p}, y).CHAID(context.Background(), all(1000), Settings{Depth: 1, MinLeaf: 20, Alpha: .01})
	if err != nil {
		t.Fatal(err)
	}
	b := tree.Root.Split.Branches
	if len(b) != 3 || !math.IsInf(b[0].Low, -1) || b[0].High != 30 || b[1].Low != 30 || b[1].High != b[2].Low || b[2].High != math.Inf(1) || tree.Root.Split.Missing != 1 {
		t.Errorf("branches %+v, missing %d", b, tree.Root.Split.Missing)
	}
	if test := tree.Root.Split.Test; test.DF != 2 || test.DF2 != 997 || !(test.Statistic > 300) {
		t.Errorf("test %+v", test)
	}
}

func TestWaysToMerge(t *testing.T) {
	for _, c := range []struct {
		c, r              int
		ordered, floating bool
		want              float64
	}{{5, 2, true, false, 4}, {10, 3, true, false, 36}, {4, 2, false, false, 7}, {5, 3, false, false, 25}, {4, 2, true, true, 5}, {3, 3, false, true, 1}} {
		if got := math.Exp(logWays(c.c, c.r, c.ordered, c.floating)); !near(got, c.want) {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

func TestCrossValidation(t *testing.T) {
	// The predictor decides the class but for one row in ten.
	const n = 200
	p, y, v := Predictor{Values: make([]float64, n)}, Target{Codes: make([]int32, n), Classes: 2}, Target{Values: make([]float64, n)}
	fold := make([]int32, n)
	for i := range n {
		p.Values[i], fold[i] = float64(i%5), int32(i/5%4)
		if (i%5 < 2) != (i%40 == 7) {
			y.Codes[i] = 1
		}
		v.Values[i] = 10 * math.Floor(p.Values[i]/3)
	}
	d := New([]Predictor{p}, y)
	s := Settings{Depth: 2, MinLeaf: 5}
	last := 0.
	q, err := d.CrossValidate(context.Background(), all(n), fold, 4, func(ctx context.Context, rows []int32) (*Tree, error) { return d.CART(ctx, rows, s) },
		func(done float64) { last = done })
	if err != nil || !near(q.Accuracy, .975) || !near(q.Baseline, .575) || last != 1 {
		t.Errorf("%+v, %v, %v done", q, err, last)
	}
	d = New([]Predictor{p}, v)
	q, _ = d.CrossValidate(context.Background(), all(n), fold, 4, func(ctx context.Context, rows []int32) (*Tree, error) { return d.CART(ctx, rows, s) }, func(float64) {})
	if !near(q.R2, 1) {
		t.Errorf("R² %v", q.R2)
	}
}

func BenchmarkCART(b *testing.B) {
	const n, columns = 100_000, 20
	r := rand.New(rand.NewPCG(1, 1))
	y := Target{Codes: make([]int32, n), Classes: 2}
	predictors := make([]Predictor, columns)
	for j := range predictors {
		predictors[j].Values = make([]float64, n)
		for i := range n {
			predictors[j].Values[i] = r.Float64()
		}
	}
	for i := range n {
		if predictors[0].Values[i]+.5*r.NormFloat64() > .5 {
			y.Codes[i] = 1
		}
	}
	d := New(predictors, y)
	for b.Loop() {
		if _, err := d.CART(context.Background(), all(n), Settings{Depth: 4, MinLeaf: 100}); err != nil {
			b.Fatal(err)
		}
	}
}
