package formula

import (
	"math"
	"slices"
	"testing"
)

// customer is one who has numbers and words by name.
type customer struct {
	numbers map[string]float64
	words   map[string]string
}

func (c customer) Number(in Input) float64 {
	if v, ok := c.numbers[in.Name]; ok {
		return v
	}
	return math.NaN()
}

func (c customer) Word(in Input) (string, bool) {
	w, ok := c.words[in.Name]
	return w, ok
}

func TestEval(t *testing.T) {
	nan := math.NaN()
	of := customer{map[string]float64{"x": 3, "y": -2, "zero": 0, "endless": math.Inf(1)}, map[string]string{"kind": "new"}}
	x, y, zero, gone := Input{Kind: Column, Name: "x"}, Input{Kind: Column, Name: "y"}, Input{Kind: Column, Name: "zero"}, Input{Kind: Column, Name: "gone"}
	kind, nobody := Input{Kind: Column, Name: "kind"}, Input{Kind: Column, Name: "nobody"}
	yes, no, unknown := Compare(x, More, y), Compare(x, Less, y), Compare(x, Less, gone)
	steps := Steps(x, []float64{1, 3, 5}, false, []float64{10, 20, 30, 40})
	for _, c := range []struct {
		of   Expr
		want float64
	}{
		{Add(x, y, Number(10)), 11}, {Sub(x, y), 5}, {Mul(x, y), -6}, {Div(x, y), -1.5},
		{Div(x, zero), nan}, {Add(x, gone), nan}, {Input{Kind: Column, Name: "endless"}, nan},
		{Min(x, y), -2}, {Max(x, y), 3}, {Max(x, gone), nan}, {Clamp(x, -1, 2), 2}, {Clamp(y, -1, math.Inf(1)), -1},
		{Log1p(y), -math.Log(3)}, {Abs(y), 2}, {Exp(zero), 1}, {Exp(Number(1e4)), nan}, {Exp2(Number(-2)), .25}, {Round(Number(.12345), 2), .12}, {Round(Number(-2.5), 0), -3},
		{yes, 1}, {no, 0}, {unknown, nan}, {Compare(x, AtMost, x), 1}, {Compare(x, AtLeast, y), 1}, {Compare(x, Equals, Number(3)), 1},
		{All(yes, unknown), nan}, {All(no, unknown), 0}, {All(unknown, no), 0}, {All(yes, yes), 1}, {All(), 1},
		{Any(yes, unknown), 1}, {Any(unknown, yes), 1}, {Any(no, unknown), nan}, {Any(no, no), 0}, {Any(), 0},
		{Known{x}, 1}, {Known{gone}, 0}, {Lacking{gone}, 1}, {Lacking{x}, 0}, {Or(gone, y), -2},
		{Among{x, []float64{1, 3}}, 1}, {Among{y, []float64{1, 3}}, 0}, {Among{gone, []float64{1}}, nan},
		{Says{kind, []string{"old", "new"}}, 1}, {Says{kind, []string{"old"}}, 0}, {Says{nobody, []string{"old"}}, nan}, {Wordless{nobody}, 1}, {Wordless{kind}, 0},
		{UpTo{kind, "new"}, 1}, {UpTo{kind, "newer"}, 1}, {UpTo{kind, "neu"}, 0}, {UpTo{kind, "9"}, 0}, {UpTo{nobody, "new"}, nan},
		{If(unknown, x, y), -2}, {If(yes, x, y), 3}, {Choice{[]Case{{no, x}, {yes, y}}, zero}, -2},
		{steps, 30}, {Steps(x, []float64{1, 3, 5}, true, []float64{10, 20, 30, 40}), 20}, {Steps(y, []float64{1}, true, []float64{10, 20}), 10},
		{Steps(gone, []float64{1}, true, []float64{10, 20}), nan}, {Stepped{x, []Cut{{3, false}, {3, true}}, []float64{1, 2, 3}}, 2},
		{Lowest{[]Expr{x, y, Number(-2)}}, 1}, {Lowest{[]Expr{x, gone}}, nan}, {Lowest{[]Expr{gone, x}}, nan},
		{Greatest{[]Expr{x, y}}, 3}, {Greatest{[]Expr{y, gone}}, nan}, {Greatest{[]Expr{y}}, -2},
		{Name("twice", Add(x, x)), 6}, {Untold{"ties"}, nan}, {Missing(), nan},
	} {
		if got := Eval(c.of, of); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s = %v, want %v", c.of, got, c.want)
		}
	}
}

func TestNeedsAndGap(t *testing.T) {
	score := Name("score", Add(Input{Kind: Measure, Name: "recency"}, Input{Kind: Column, Name: "age"}))
	e := If(Says{Input{Kind: Column, Name: "kind"}, []string{"new"}}, score, Add(score, Input{Kind: Column, Name: "age"}))
	needs := Needs(e)
	if len(needs) != 3 || !needs[0].Words || needs[1].Name != "recency" || needs[2].Name != "age" {
		t.Errorf("needs %v", needs)
	}
	if what, untold := Gap(e); untold {
		t.Errorf("untold: %s", what)
	}
	if what, untold := Gap(Add(score, Untold{"ties"})); !untold || what != "ties" {
		t.Errorf("untold %v: %s", untold, what)
	}
	if got, want := e.String(), `case(kind in {"new"}: score; else: (score + age))`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestLinesKeepTheirWords(t *testing.T) {
	for _, words := range [][]string{nil, {""}, {"Web", "web "}, {"a,b", "'", ""}} {
		if got := (Lines{Do: LineOrders}).Of("channel", words); !slices.Equal(got.Words(), words) || got.Test != Worded || got.By != "channel" {
			t.Errorf("%q are %q", words, got.Words())
		}
	}
	one, other := OnLines("orders", Lines{Do: LineOrders, From: Bound{OnDay, 3}}), OnLines("orders", Lines{Do: LineOrders, Before: Bound{DaysAgo, 3}})
	if one == other || one.String() == other.String() {
		t.Errorf("%s and %s are one", one, other)
	}
}
