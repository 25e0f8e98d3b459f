package basket

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

func frequentSets(t testing.TB, b Baskets, support float64, maxItems int) []Set {
	t.Helper()
	out, err := Frequent(context.Background(), b, support, maxItems)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// made are baskets of lists, which nobody cancels.
func made(lists [][]int32, items int) Baskets {
	b, _ := New(context.Background(), lists, items)
	return b
}

func TestNewStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := New(ctx, [][]int32{{1}}, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

// Bread 0, milk 1, nappies 2, beer 3, eggs 4, cola 5: the example of Tan,
// Steinbach & Kumar (2005), Introduction to Data Mining, table 6.1.
func market() Baskets {
	return made([][]int32{{1, 0}, {0, 2, 3, 4}, {1, 2, 3, 5}, {3, 0, 1, 2, 2}, {0, 1, 2, 5}}, 6)
}

func TestFrequentByHand(t *testing.T) {
	want := "[{[0] 4} {[1] 4} {[2] 4} {[3] 3} {[0 1] 3} {[0 2] 3} {[1 2] 3} {[2 3] 3}]"
	if got := fmt.Sprint(frequentSets(t, market(), .6, 3)); got != want {
		t.Errorf("%s,\nwant %s", got, want)
	}
	if got := frequentSets(t, market(), .4, 3); !slices.ContainsFunc(got, func(s Set) bool { return slices.Equal(s.Items, []int32{1, 2, 3}) && s.Count == 2 }) {
		t.Errorf("milk, nappies and beer are not among %v", got)
	}
	if got := frequentSets(t, market(), .4, 1); len(got) != 5 {
		t.Errorf("items %v", got)
	}
}

func TestRulesByHand(t *testing.T) {
	rules := Rules(frequentSets(t, market(), .4, 3), 5, .6, 0)
	i := slices.IndexFunc(rules, func(r Rule) bool { return slices.Equal(r.If, []int32{1, 2}) && r.Then == 3 })
	if i < 0 || rules[i].Count != 2 || rules[i].Support != .4 || math.Abs(rules[i].Confidence-2./3) > 1e-12 || math.Abs(rules[i].Lift-10./9) > 1e-12 {
		t.Errorf("milk and nappies → beer: %+v", rules)
	}
	for i, r := range rules {
		if r.Confidence < .6 || i > 0 && r.Lift > rules[i-1].Lift {
			t.Errorf("rule %d: %+v", i, r)
		}
	}
	if got := Rules(frequentSets(t, market(), .4, 3), 5, 0, 1.2); len(got) == 0 || slices.ContainsFunc(got, func(r Rule) bool { return r.Lift <= 1.2 }) {
		t.Errorf("lift above 1.2: %+v", got)
	}
}

// Every set is counted right, and none is missing: against counting all sets.
func TestFrequentAgainstAll(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	const items = 9
	lists := make([][]int32, 60)
	for i := range lists {
		for item := range int32(items) {
			if r.IntN(3) == 0 || item > 0 && item%3 == 0 && slices.Contains(lists[i], item-1) {
				lists[i] = append(lists[i], item)
			}
		}
	}
	b := made(lists, items)
	var want []Set
	for mask := 1; mask < 1<<items; mask++ {
		s := Set{}
		for item := range int32(items) {
			if mask>>item&1 == 1 {
				s.Items = append(s.Items, item)
			}
		}
		for i := range b.Len() {
			if !slices.ContainsFunc(s.Items, func(item int32) bool { return !slices.Contains(b.Of(i), item) }) {
				s.Count++
			}
		}
		if s.Count >= 6 && len(s.Items) <= 4 {
			want = append(want, s)
		}
	}
	slices.SortFunc(want, func(x, y Set) int {
		if d := len(x.Items) - len(y.Items); d != 0 {
			return d
		}
		return slices.Compare(x.Items, y.Items)
	})
	if got := frequentSets(t, b, .1, 4); fmt.Sprint(got) != fmt.Sprint(want) || len(got) < 20 {
		t.Errorf("%v,\nwant %v", got, want)
	}
}

// The published rules of the groceries data: 15 at a support of .01 and a
// confidence of .5 (arules' manual), and 5668 at a support of .001, by their
// items 11, 1461, 3211, 939 and 46, of which the first by lift is of instant food,
// soda and hamburger meat (Hahsler & Chelluboina, Visualizing Association Rules,
// vignette of arulesViz).
func TestGroceries(t *testing.T) {
	file, err := os.Open("../../../shared/data/groceries_baskets.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	var lists [][]int32
	var names []string
	code := map[string]int32{}
	for scan := bufio.NewScanner(file); scan.Scan(); {
		var list []int32
		for _, name := range strings.Split(scan.Text(), ",") {
			if name = strings.TrimSpace(name); name == "" {
				continue
			}
			if _, ok := code[name]; !ok {
				code[name] = int32(len(names))
				names = append(names, name)
			}
			list = append(list, code[name])
		}
		lists = append(lists, list)
	}
	b := made(lists, len(names))
	rules := Rules(frequentSets(t, b, .01, 10), b.Len(), .5, 0)
	if len(rules) != 15 {
		t.Fatalf("%d rules", len(rules))
	}
	best := rules[0]
	left := []string{names[best.If[0]], names[best.If[1]]}
	slices.Sort(left)
	if !slices.Equal(left, []string{"citrus fruit", "root vegetables"}) || names[best.Then] != "other vegetables" || math.Abs(best.Lift-3.0296) > 5e-5 {
		t.Errorf("best rule %v → %s, lift %v", left, names[best.Then], best.Lift)
	}
	rules = Rules(frequentSets(t, b, .001, 10), b.Len(), .5, 0)
	bySize := map[int]int{}
	for _, r := range rules {
		bySize[len(r.If)+1]++
	}
	if want := map[int]int{2: 11, 3: 1461, 4: 3211, 5: 939, 6: 46}; !maps.Equal(bySize, want) {
		t.Errorf("%d rules by size %v", len(rules), bySize)
	}
	best = rules[0]
	left = []string{names[best.If[0]], names[best.If[1]]}
	slices.Sort(left)
	if !slices.Equal(left, []string{"Instant food products", "soda"}) || names[best.Then] != "hamburger meat" || best.Count != 12 ||
		math.Abs(best.Confidence-.6315789) > 5e-8 || math.Abs(best.Lift-18.99565) > 5e-6 {
		t.Errorf("best rule %v → %s, %+v", left, names[best.Then], best)
	}
}

func TestHardCases(t *testing.T) {
	for name, b := range map[string]Baskets{"no baskets": made(nil, 0), "empty baskets": made([][]int32{{}, {}}, 3), "one item": made([][]int32{{1}}, 2)} {
		if sets := frequentSets(t, b, .01, 3); len(Rules(sets, b.Len(), .1, 0)) != 0 {
			t.Errorf("%s: %v", name, sets)
		}
	}
	// One basket of thirty items has 2³⁰ subsets.
	long := make([]int32, 30)
	for i := range long {
		long[i] = int32(i)
	}
	var many *TooManyError
	if _, err := Frequent(context.Background(), made([][]int32{long}, 30), .5, 30); !errors.As(err, &many) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Frequent(ctx, market(), .1, 3); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A million order lines of 5,000 items, some far more common than others.
func BenchmarkRules(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	lists := make([][]int32, 200_000)
	for i := range lists {
		for range 5 {
			lists[i] = append(lists[i], int32(5000*math.Pow(r.Float64(), 3)))
		}
	}
	b.Run("1M", func(b *testing.B) {
		for b.Loop() {
			all := made(lists, 5000)
			sets, err := Frequent(context.Background(), all, .001, 3)
			if err != nil {
				b.Fatal(err)
			}
			Rules(sets, all.Len(), .01, 1)
		}
	})
}
