package why

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

var nan, inf = math.NaN(), math.Inf(1)

// people makes a customer of each row; a column named as a role has it.
func people(t *testing.T, columns ...model.Column) *model.Customers {
	t.Helper()
	ids := make([]string, columns[0].Len())
	for i := range ids {
		ids[i] = fmt.Sprintf("c%d", i+1)
	}
	columns = append([]model.Column{model.TextsOf("customer_id", ids)}, columns...)
	table, err := model.NewTable("people", "people.csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}}
	for j, c := range columns {
		if role := model.Role(c.Name()); role != "debt" {
			d.Guesses = append(d.Guesses, model.Guess{Column: j, Role: role})
		}
	}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(t.Context(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// deciding is an input whose way follows from its name.
func deciding(measure string, values ...float64) model.Deciding {
	d := model.Deciding{Measure: measure, Label: model.Raw(measure), Values: values}
	switch model.Measure(measure) {
	case model.Recency:
		d.Way = model.Down
	case model.Frequency, model.Monetary:
		d.Way = model.Up
	case model.Tenure:
		d.Way = model.Never
	}
	return d
}

// placedBy is a segmentation into n segments by a rule on the values of inputs,
// in their order, and the explainer of it. The segments are ranked as they come.
func placedBy(t *testing.T, n int, rule func(v []float64) int, inputs ...model.Deciding) *Explainer {
	t.Helper()
	var columns []model.Column
	for _, d := range inputs {
		if d.Words == nil {
			columns = append(columns, model.NewNumbers(d.Measure, d.Values))
		}
	}
	if len(columns) == 0 {
		columns = append(columns, model.NewNumbers("monetary", make([]float64, len(inputs[0].Values))))
	}
	s := &model.Segmentation{Placing: &model.Placing{Inputs: inputs, Segment: func(i int, with ...model.Change) int {
		v := make([]float64, len(inputs))
		for j, d := range inputs {
			v[j] = d.Values[i]
			for _, c := range with {
				if c.Measure == d.Measure {
					v[j] = c.To
				}
			}
		}
		return rule(v)
	}}}
	for g := range n {
		s.Segments = append(s.Segments, model.Segment{Name: model.Raw(fmt.Sprint("S", g))})
		s.Placing.Ranks = append(s.Placing.Ranks, g)
	}
	for i := range inputs[0].Values {
		s.Of = append(s.Of, int32(s.Placing.Segment(i)))
	}
	return New(people(t, columns...), s)
}

// reaching is the rule of those who reach every limit: segment 0, else 1.
func reaching(limits ...float64) func(v []float64) int {
	return func(v []float64) int {
		for j, limit := range limits {
			if !(v[j] >= limit) {
				return 1
			}
		}
		return 0
	}
}

func wantMoves(t *testing.T, got []Move, want ...Move) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("moves %+v, want %+v", got, want)
	}
	for k, m := range want {
		if math.Abs(got[k].Effort-m.Effort) > 1e-12 || got[k].Segment != m.Segment || len(got[k].Changes) != len(m.Changes) {
			t.Fatalf("move %+v, want %+v", got[k], m)
		}
		for j, step := range m.Changes {
			if at := got[k].Changes[j]; at.Measure != step.Measure || at.From != step.From || at.To != step.To {
				t.Errorf("step %+v, want %+v", at, step)
			}
		}
	}
}

func step(measure string, from, to float64) Step { return Step{Measure: measure, From: from, To: to} }

// Orders of 1, 2, 4, 8 and 16, and four or more are better: who has 2 stays up to
// 3 and moves at 4. One of the five has fewer.
func TestWholeNumbers(t *testing.T) {
	e := placedBy(t, 2, reaching(4), deciding("frequency", 1, 2, 4, 8, 16))
	x := e.Of(1)
	v := x.Values[0]
	if x.Segment != 1 || x.ByMoney || v.At != 2 || v.From != -inf || v.To != 3 || !v.Decides || v.Typical != 1 || v.Below != .2 {
		t.Errorf("%+v", v)
	}
	wantMoves(t, x.Moves, Move{Changes: []Step{step("frequency", 2, 4)}, Segment: 0, Effort: .2})
	wantMoves(t, []Move{*x.Next}, Move{Changes: []Step{step("frequency", 2, 3)}, Segment: 1})
	best := e.Of(3)
	if v := best.Values[0]; v.From != 4 || v.To != inf || v.Typical != 8 || len(best.Moves) != 0 {
		t.Errorf("of the best: %+v", best)
	}
}

// A cut between two whole numbers is reached at the next whole one.
func TestCutBetweenWholeNumbers(t *testing.T) {
	e := placedBy(t, 2, reaching(6.512), deciding("frequency", 1, 2, 4, 8, 16))
	e.s.Cuts = []model.Cuts{{Measure: "frequency", Values: []float64{6.512}}}
	wantMoves(t, New(e.customers, e.s).Of(1).Moves, Move{Changes: []Step{step("frequency", 2, 7)}, Segment: 0, Effort: .3})
}

// The boundary of the interval is exact; where to go is rounded to be read, away
// from the customer, and to no more digits than it takes.
func TestReadableNumbers(t *testing.T) {
	const cut = 33.2289
	e := placedBy(t, 2, reaching(cut), deciding("monetary", 10.5, 20, 40, 80))
	x := e.Of(0)
	if v := x.Values[0]; v.To != cut || !v.ToOpen {
		t.Errorf("stays up to %v, open: %v", v.To, v.ToOpen)
	}
	wantMoves(t, x.Moves, Move{Changes: []Step{step("monetary", 10.5, 33.23)}, Segment: 0, Effort: .375})
	down := placedBy(t, 2, func(v []float64) int { return 1 - reaching(cut)(v) }, model.Deciding{Measure: "debt", Label: model.Raw("debt"), Values: []float64{10.5, 20, 40, 80}})
	wantMoves(t, down.Of(2).Moves, Move{Changes: []Step{step("debt", 40, 33.22)}, Segment: 0, Effort: .125})
}

// Recency falls, tenure does not change.
func TestWays(t *testing.T) {
	high := placedBy(t, 2, reaching(30), deciding("recency", 10, 20, 30, 40))
	if x := high.Of(0); x.Values[0].To != 29 || len(x.Moves) != 0 {
		t.Errorf("recency rises: %+v", x)
	}
	low := placedBy(t, 2, func(v []float64) int { return reaching(21)(v) ^ 1 }, deciding("recency", 10, 20, 30, 40))
	wantMoves(t, low.Of(3).Moves, Move{Changes: []Step{step("recency", 40, 20)}, Segment: 0, Effort: .5})
	long := placedBy(t, 2, reaching(30), deciding("tenure", 10, 20, 30, 40))
	if x := long.Of(0); !x.Values[0].Decides || len(x.Moves) != 0 || x.Next != nil {
		t.Errorf("tenure changes: %+v", x)
	}
}

// Where no single change helps, two do, each no larger than it takes.
func TestPairs(t *testing.T) {
	e := placedBy(t, 2, reaching(4, 101), deciding("frequency", 1, 2, 4, 8, 16), deciding("monetary", 50, 20, 200, 90, 100.5))
	x := e.Of(0)
	// 1 to 4 orders passes two fifths of the customers, 50 to 101 three fifths less
	// the half of one.
	wantMoves(t, x.Moves, Move{Changes: []Step{step("monetary", 50, 101), step("frequency", 1, 4)}, Segment: 0, Effort: .5 + .4})
	if v := x.Values[0]; v.Decides || v.From != -inf || v.To != inf {
		t.Errorf("orders alone: %+v", v)
	}
	wantMoves(t, e.Of(3).Moves, Move{Changes: []Step{step("monetary", 90, 101)}, Segment: 0, Effort: .3})
}

func TestWords(t *testing.T) {
	region := model.Deciding{Measure: "plan", Label: model.Raw("plan"), Values: []float64{0, 1, 1, 2, nan}, Words: []string{"basic", "plus", "top"}}
	e := placedBy(t, 3, func(v []float64) int {
		if math.IsNaN(v[0]) {
			return 2
		}
		return 2 - int(v[0])
	}, region)
	x := e.Of(1)
	if v := x.Values[0]; v.Word != "plus" || v.Common != "plus" || !v.Decides || !math.IsNaN(v.From) || !math.IsNaN(v.To) {
		t.Errorf("%+v", v)
	}
	if len(x.Moves) != 1 || x.Moves[0].Changes[0].FromWord != "plus" || x.Moves[0].Changes[0].ToWord != "top" || x.Moves[0].Segment != 0 {
		t.Errorf("%+v", x.Moves)
	}
	if x := e.Of(4); x.Values[0].Word != "" || x.Values[0].Decides || len(x.Moves) != 0 {
		t.Errorf("without a word: %+v", x)
	}
}

// Without ranks a segment is better when its customers bring more on average:
// here the second, by 300 to 15.
func TestRanksByMoney(t *testing.T) {
	e := placedBy(t, 2, func(v []float64) int { return reaching(2)(v) ^ 1 }, deciding("frequency", 1, 1, 2), deciding("monetary", 10, 20, 300))
	e.s.Placing.Ranks = nil
	x := New(e.customers, e.s).Of(0)
	if !x.ByMoney {
		t.Error("not by money")
	}
	wantMoves(t, x.Moves, Move{Changes: []Step{step("frequency", 1, 2)}, Segment: 1, Effort: .5})
	e.s.Placing.Ranks = []int{-1, -1}
	if x := New(e.customers, e.s).Of(0); x.ByMoney || len(x.Moves) != 0 {
		t.Errorf("neither is better: %+v", x)
	}
}

// One more order of the usual size: 60 in 3 orders is 20 more, and a profit of 6
// is 2 more.
func TestNextOrder(t *testing.T) {
	e := placedBy(t, 2, reaching(-inf, 4, 80, 8), deciding("recency", 50, 0, 9), deciding("frequency", 3, 1, 0), deciding("monetary", 60, 0, 5), deciding("profit", 6, -1, 0))
	wantMoves(t, []Move{*e.NextOrder(0)}, Move{Segment: 0, Changes: []Step{step("recency", 50, 0), step("frequency", 3, 4), step("monetary", 60, 80), step("profit", 6, 8)}})
	wantMoves(t, []Move{*e.NextOrder(1)}, Move{Segment: 1, Changes: []Step{step("frequency", 1, 2), step("profit", -1, -2)}})
	if next := e.NextOrder(2); next != nil {
		t.Errorf("without an order: %+v", next)
	}
	other := placedBy(t, 2, reaching(30), deciding("age", 20, 40))
	if next := other.NextOrder(0); next != nil {
		t.Errorf("orders change nothing: %+v", next)
	}
}

func TestUnclassifiedAndSettled(t *testing.T) {
	e := placedBy(t, 2, reaching(4), deciding("frequency", 1, nan, 8))
	e.s.Segments[1].Unclassified = true
	e.s.Why, e.s.Reasons = []int32{-1, 0, -1}, []model.Phrase{model.Raw("no purchase")}
	x := e.Of(1)
	if x.Reason.Empty() || x.Moves != nil || x.Next != nil || !math.IsNaN(x.Values[0].Below) || !math.IsNaN(x.Values[0].From) {
		t.Errorf("unclassified: %+v", x)
	}
	s := *e.s
	s.Placing = &model.Placing{Inputs: s.Placing.Inputs, Settled: model.Raw("all form at once")}
	x = New(e.customers, &s).Of(0)
	if x.Settled.Empty() || x.Moves != nil || x.Next != nil || !math.IsNaN(x.Values[0].To) || x.Values[0].Below != 0 {
		t.Errorf("settled: %+v", x)
	}
	if x := New(e.customers, &model.Segmentation{Segments: s.Segments, Of: s.Of}).Of(0); x.Segment != 1 || x.Values != nil {
		t.Errorf("of a method that tells nothing: %+v", x)
	}
}

// Several may ask at once.
func TestAskedAtOnce(t *testing.T) {
	e := placedBy(t, 2, reaching(4, 101), deciding("frequency", 1, 2, 4, 8, 16), deciding("monetary", 50, 20, 200, 90, 100.5))
	want := make([]Explanation, 5)
	for i := range want {
		want[i] = e.Of(i)
	}
	got := make([]Explanation, 5)
	var asking sync.WaitGroup
	for i := range got {
		asking.Go(func() { got[i] = e.Of(i) })
	}
	asking.Wait()
	if !slices.EqualFunc(got, want, func(a, b Explanation) bool { return reflect.DeepEqual(a, b) }) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// A cut that is reached from above is open below it, and the range is looked for
// beyond what customers have.
func TestRangesEndAtTheCut(t *testing.T) {
	for _, c := range []struct {
		name   string
		at     func(v float64) int
		open   bool
		value  float64
		to     float64
		stays  string
		values []float64
	}{
		{"reached at the cut", func(v float64) int { return side(v >= 34.2) }, true, 12.5, 34.2, "here below 34.2", []float64{12.5, 50}},
		{"passed at the cut", func(v float64) int { return side(v > 34.2) }, false, 12.5, 34.2, "here up to 34.2", []float64{12.5, 50}},
		{"between digits", func(v float64) int { return side(v >= 299./9) }, true, 12.5, 299. / 9, "here below 33.2222", []float64{12.5, 50}},
		{"beyond all customers", func(v float64) int { return side(v >= 100.5) }, true, 12.5, 100.5, "here below 100.5", []float64{12.5, 13.5}},
	} {
		input := deciding("amount", c.values...)
		input.Unit = model.Money
		e := placedBy(t, 2, func(v []float64) int { return c.at(v[0]) }, input)
		v := e.Of(0).Values[0]
		if v.To != c.to || v.ToOpen != c.open || !v.Decides || words(v.Stays()) != c.stays {
			t.Errorf("%s: %+v, %q", c.name, v, words(v.Stays()))
		}
		if c.name == "beyond all customers" && len(e.Of(0).Moves) > 0 {
			t.Errorf("moved to where nobody is: %+v", e.Of(0).Moves)
		}
	}
}

// Of a score nobody knows where its scale ends: nothing is told beyond the data.
func TestScoresEndWithTheData(t *testing.T) {
	e := placedBy(t, 2, func(v []float64) int { return side(v[0] >= 100.5) }, deciding("score", 12.5, 13.5))
	if v := e.Of(0).Values[0]; v.Decides {
		t.Errorf("%+v, %q", v, words(v.Stays()))
	}
}

// side is the better of two segments when a test holds.
func side(better bool) int {
	if better {
		return 0
	}
	return 1
}

func words(p model.Phrase) string { return p.In(wording.English()) }

// What is written of a range and of the move beside it does not contradict itself,
// and a step shows that it is one.
func TestWordsHoldAtTheCut(t *testing.T) {
	cut := 45.00866666666667
	e := placedBy(t, 2, func(v []float64) int { return side(v[0] > cut) }, deciding("score", 12.5, 45.006, 50))
	if got := words(e.Of(2).Values[0].Stays()); got != "here from 45.0087 on" {
		t.Errorf("of the better: %q", got)
	}
	low := e.Of(1)
	if got := words(low.Values[0].Stays()); got != "here up to 45.0086" {
		t.Errorf("of the other: %q", got)
	}
	if len(low.Moves) != 1 || words(low.Moves[0].Words()) != "score 45.01, not 45.01" && words(low.Moves[0].Words()) != "score 45.01, not 45.006" {
		t.Errorf("moves %+v, %q", low.Moves, words(low.Moves[0].Words()))
	}
}
