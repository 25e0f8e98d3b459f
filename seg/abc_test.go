package seg

import (
	"math"
	"testing"

	"custseg/model"
)

func TestABCByHand(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		set    []string
		want   []string
	}{
		{"shares that end at the limits are within", []float64{5, 50, 15, 30}, nil, []string{"C", "A", "B", "A"}},
		{"who crosses is in the lower class", []float64{10, 60, 30}, nil, []string{"C", "A", "B"}},
		{"who crosses is in the higher class", []float64{10, 60, 30}, []string{"crossing=include"}, []string{"B", "A", "A"}},
		{"one who holds nearly all crosses both", []float64{97, 2, 1}, nil, []string{"C", "C", "C"}},
		{"and is A when asked", []float64{97, 2, 1}, []string{"crossing=include"}, []string{"A", "C", "C"}},
		{"ties by id", []float64{10, 10, 10, 10, 10}, []string{"a=0.4", "b=60%"}, []string{"A", "A", "B", "C", "C"}},
		{"limits may meet", []float64{5, 50, 15, 30}, []string{"a=0.8", "b=0.8"}, []string{"C", "A", "C", "A"}},
		{"all is A up to all", []float64{5, 50, 15, 30}, []string{"a=1", "b=1"}, []string{"A", "A", "A", "A"}},
		{"without a positive value: C", []float64{0, 80, -20, 20}, []string{"a=1", "b=1"}, []string{"C", "A", "C", "A"}},
		{"missing and infinite", []float64{nan, 80, inf, 20, -inf}, nil, []string{"Unclassified", "A", "Unclassified", "C", "Unclassified"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantPlaced(t, run(t, "abc", people(t, numbers("monetary", c.values...)), c.set...), c.want...)
		})
	}
}

func TestABCReports(t *testing.T) {
	s := run(t, "abc", people(t, numbers("monetary", 5, 50, 0, 15, 30, -1, nan)))
	wantNumbers(t, "ranks", score(t, s, "rank"), 4, 1, 5, 3, 2, 6, nan)
	wantNumbers(t, "shares", score(t, s, "cumulative_share"), 1, .5, 1, .95, .8, 1, nan)
	wantNumbers(t, "cuts", cutsOf(s, "monetary"), 15, 30)
	if cut := s.Cuts[0]; cut.Steps[0] != "b" || cut.Steps[1] != "a" || !cut.Falls {
		t.Errorf("the cuts are moved by %v", cut.Steps)
	}
	if !noted(s, "2 without a positive value of Monetary are C") || !noted(s, "1 unclassified: Monetary is missing or not finite") {
		t.Errorf("notes: %v", s.Notes)
	}
	// Of the top ⌈.2·6⌉ = 2 customers of 6; Σ(2i-n-1)x over ascending x, negative
	// ones as 0: (-5·0 -3·0 -1·5 +1·15 +3·30 +5·50)/(6·100).
	// A is 50 and 30, B 15, C 5 of 100 that are above 0.
	for name, want := range map[string]float64{"top20_share": .8, "gini": 350. / 600, "total": 100, "a_share": .8, "b_share": .15, "c_share": .05} {
		if got, _ := s.Measured(name); !close9(got, want) {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	if !noted(s, "positive total of Monetary, 100; negative values add up to -1, so shares of the net total 99 differ") {
		t.Errorf("notes: %v", s.Notes)
	}
	if zero := run(t, "abc", people(t, numbers("monetary", 5, 50, 0, 15, 30))); noted(zero, "negative") || !noted(zero, "1 without a positive value") {
		t.Errorf("notes without a negative value: %v", zero.Notes)
	}
	curve := s.Charts[0].(*model.Curve)
	for i, want := range []model.Mark{{X: 2. / 6, Y: .8, Index: 1}, {X: 3. / 6, Y: .95, Index: 0}} {
		got := curve.Marks[i]
		if got.X != want.X || !close9(got.Y, want.Y) || got.Index != want.Index || got.Cut != 0 {
			t.Errorf("mark %d: %+v", i, got)
		}
	}
	wantText(t, english(s.Segments[0].Rule), "80%")
}

func TestABCWithoutA(t *testing.T) {
	s := run(t, "abc", people(t, numbers("monetary", 90, 6, 4))) // .90 .96 1: B alone within 95
	wantPlaced(t, s, "B", "C", "C")
	if cut := s.Cuts[0]; len(cut.Values) != 1 || cut.Values[0] != 90 || cut.Steps[0] != "b" {
		t.Errorf("cuts %+v", cut)
	}
	if s = run(t, "abc", people(t, numbers("monetary", 97, 3))); len(s.Cuts) != 0 {
		t.Errorf("neither A nor B has customers, and yet there are cuts: %+v", s.Cuts)
	}
	for name, want := range map[string]float64{"a_share": 0, "b_share": 0, "c_share": 1} {
		if got, ok := s.Measured(name); !ok || got != want {
			t.Errorf("%s %v (%v), want %v", name, got, ok, want)
		}
	}
}

func TestABCOfAnotherMeasure(t *testing.T) {
	c := people(t, numbers("monetary", 1, 1, 1, 1), numbers("Clicks", 5, 50, 15, 30), model.TextsOf("note", []string{"a", "b", "c", "d"}))
	for _, name := range []string{"Clicks", "clicks"} {
		s := run(t, "abc", c, "measure="+name)
		wantPlaced(t, s, "C", "A", "B", "A")
		if s.Used[0] != "Clicks" || cutsOf(s, "Clicks") == nil {
			t.Errorf("measure=%s: used %v, cuts of %s", name, s.Used, s.Cuts[0].Measure)
		}
	}
	wantText(t, failure(t, "abc", c, "measure=Click"), "parameter measure", `did you mean "Clicks"?`)
	wantText(t, failure(t, "abc", c, "measure=note"), "not a column of numbers")
	wantText(t, failure(t, "abc", c, "measure=something else"), "choose from", "Clicks")
}

func TestABCRefuses(t *testing.T) {
	c := people(t, numbers("monetary", 1, 2))
	wantText(t, failure(t, "abc", c, "a=96%"), "parameter a", "96% is above b, 95%")
	wantText(t, failure(t, "abc", people(t, numbers("monetary", 0, -3, nan))), "no customer has a positive monetary", "measure=")
	wantText(t, failure(t, "abc", people(t, numbers("monetary", math.MaxFloat64, math.MaxFloat64))), "too large")
}

// The lowest values of A and B are what a customer must reach; of equal values
// ids decided, and a customer's own value changes nothing.
func TestABCWhatIf(t *testing.T) {
	s := run(t, "abc", people(t, numbers("monetary", 50, 30, 10, 10, -5)))
	wantPlaced(t, s, "A", "A", "B", "C", "C")
	for _, c := range []struct {
		i    int
		to   float64
		want string
	}{{3, 10, "C"}, {2, 10, "B"}, {0, 10, "B"}, {3, 30, "A"}, {3, 29, "B"}, {0, 9, "C"}, {4, 0, "C"}} {
		if got := moved(s, c.i, model.Change{Measure: "monetary", To: c.to}); got != c.want {
			t.Errorf("customer %d with %v: %s, want %s", c.i, c.to, got, c.want)
		}
	}
}
