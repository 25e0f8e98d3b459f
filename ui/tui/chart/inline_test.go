package chart

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		v, most float64
		want    string
	}{
		{0, 8, "    "}, {8, 8, "████"}, {4, 8, "██  "}, {1, 8, "▌   "}, {.001, 8, "▏   "}, {7.9, 8, "████"},
		{9, 8, "████"}, {-3, 8, "    "}, {math.NaN(), 8, "    "}, {1, 0, "    "}, {math.Inf(1), 8, "████"}, {2.25, 8, "█▏  "},
	} {
		if got := Bar(plain(), c.v, c.most, 4); got != c.want {
			t.Errorf("Bar(%v of %v) = %q, want %q", c.v, c.most, got, c.want)
		}
	}
	if got := Bar(ascii(), 5, 8, 4); got != "##= " {
		t.Errorf("in ASCII %q", got)
	}
}

func TestSparkline(t *testing.T) {
	for _, c := range []struct {
		counts []int
		w      int
		want   string
	}{
		{[]int{8, 4, 1, 0}, 4, "█▄▁ "}, {[]int{1, 1000}, 2, "▁█"}, {[]int{1, 1, 2, 2}, 2, "▄█"}, {[]int{4, 8}, 5, "▄▄██ "},
		{nil, 3, "   "}, {[]int{0, 0}, 2, "  "}, {[]int{5}, 0, ""},
	} {
		if got := Sparkline(plain(), c.counts, c.w); got != c.want {
			t.Errorf("Sparkline(%v, %d) = %q, want %q", c.counts, c.w, got, c.want)
		}
	}
}

func TestTally(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		values []float64
		want   []int
	}{
		{[]float64{0, 1, 2, 3, 4, nan, inf, -inf}, []int{1, 1, 1, 2}}, {nil, []int{0, 0, 0, 0}}, {[]float64{7, 7, 7}, []int{3, 0, 0, 0}},
		{[]float64{-math.MaxFloat64, 0, math.MaxFloat64}, []int{1, 0, 1, 1}}, {[]float64{nan}, []int{0, 0, 0, 0}},
		{[]float64{0, 5e-324}, []int{2, 0, 0, 0}},
	} {
		if got := Tally(c.values, 4); !slices.Equal(got, c.want) {
			t.Errorf("Tally(%v) = %v, want %v", c.values, got, c.want)
		}
	}
}

func TestPortions(t *testing.T) {
	for _, c := range []struct {
		counts []int
		w      int
		want   []int
	}{
		{[]int{50, 30, 20}, 10, []int{5, 3, 2}}, {[]int{999, 1, 0}, 10, []int{9, 1, 0}}, {[]int{1, 1, 1}, 2, []int{1, 1, 0}},
		{[]int{0, 0}, 9, []int{0, 0}}, {[]int{3, 4}, 0, []int{0, 0}}, {[]int{1, 1, 1}, 10, []int{4, 3, 3}},
	} {
		if got := portions(c.counts, c.w); !slices.Equal(got, c.want) {
			t.Errorf("portions(%v, %d) = %v, want %v", c.counts, c.w, got, c.want)
		}
	}
	r := rand.New(rand.NewPCG(1, 3))
	for range 3000 {
		counts, some := make([]int, 1+r.IntN(30)), 0
		for i := range counts {
			counts[i] = r.IntN(4) * r.IntN(1000)
			if counts[i] > 0 {
				some++
			}
		}
		w, sum := 1+r.IntN(120), 0
		for i, n := range portions(counts, w) {
			sum += n
			if n > 0 && counts[i] == 0 || n == 0 && counts[i] > 0 && some <= w {
				t.Fatalf("%v in %d cells: %d for %d", counts, w, n, counts[i])
			}
		}
		if some > 0 && sum != w {
			t.Fatalf("%v in %d cells take %d", counts, w, sum)
		}
	}
}

func TestStacked(t *testing.T) {
	if got := strip(Stacked(plain(), []int{600, 250, 149, 1}, 34)); got != "A 60.0% ████████████B███████C████D" {
		t.Errorf("%q", got)
	}
	for _, look := range []*theme.Theme{plain(), ascii(), colours()} {
		for w := range 40 {
			if got := Stacked(look, []int{600, 250, 149, 1}, w); cell.Width(got) != w {
				t.Errorf("%q is %d cells wide, want %d", got, cell.Width(got), w)
			}
		}
	}
}

func TestBox(t *testing.T) {
	s := Summary{N: 9, Min: 0, P5: 1, Q1: 4, Median: 5, Q3: 6, P95: 9, Greatest: 30}
	if got := strip(Box(plain(), s, 0, 10, 11, plain().Plain)); got != " ├──█│█──┤ " {
		t.Errorf("%q", got)
	}
	if got := strip(Box(ascii(), s, 0, 10, 11, ascii().Plain)); got != " |--#|#--| " {
		t.Errorf("%q", got)
	}
	if got := strip(Box(plain(), Summary{}, 0, 10, 4, plain().Plain)); got != "    " {
		t.Errorf("of nothing %q", got)
	}
}
