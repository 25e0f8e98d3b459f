package seg

import (
	"math"
	"slices"
	"testing"

	"custseg/model"
	"custseg/seg/order"
)

func made(id string, values ...float64) measured {
	return computed(id, model.P(id), model.Plain, values)
}

func TestPercentilesByHand(t *testing.T) {
	wantNumbers(t, "mid-ranks", order.MidRanks([]float64{10, nan, 20, 10, 40, inf, 30}), .2, nan, .5, .2, .9, nan, .7)
	wantNumbers(t, "all equal", order.MidRanks([]float64{3, 3}), .5, .5)
}

func TestCompositeRenormalisesWeights(t *testing.T) {
	a, b := made("a", 1, 2, nan, nan), made("b", 0, 10, 5, nan)
	c := composite{info: model.MeasureInfo{ID: "score", Label: model.P("Score")}, parts: []part{byPercentile(a, 3), byScale(b, 1, 10)}}
	// Percentiles of a are 1/4 and 3/4; the third customer has b alone.
	wantNumbers(t, "score", c.measured().values, .75*.25, .75*.75+.25, .5, nan)
	if why := c.absence().why; why[2] != -1 || why[3] != 0 {
		t.Errorf("absent %v", why)
	}
}

func TestBandsAtTheirEdges(t *testing.T) {
	of := []band{{from: "high"}, {from: "low"}, {}}
	for _, c := range []struct {
		above bool
		want  []int32
	}{{false, []int32{2, 1, 1, 0, 0}}, {true, []int32{2, 2, 1, 1, 0}}} {
		b := bands{of: of, above: c.above}
		for i, v := range []float64{1, 2, 3, 4, 5} {
			if got := b.at([]float64{4, 2}, v); got != c.want[i] {
				t.Errorf("above %v: %v is in band %d, want %d", c.above, v, got, c.want[i])
			}
		}
	}
	b := bands{of: of}
	m := made("x", 1)
	wantText(t, english(b.rule(m, []float64{4, 2}, 0)), "x: 4 or more")
	wantText(t, english(b.rule(m, []float64{4, 2}, 1)), "x: 2 or more, and below 4")
	wantText(t, english(b.rule(m, []float64{4, 2}, 2)), "x: below 2")
}

func TestTheFirstRuleThatHolds(t *testing.T) {
	x, y := made("x", 5, 5, 1, 1, nan), made("y", 9, 0, 9, 0, 9)
	lx, ly := limit{x, 5, "px"}, limit{y, 5, "py"}
	s := &model.Segmentation{}
	placeRules(s, []rule{
		{model.Segment{Name: model.P("Both")}, allOf(lx.reached(), ly.passed())},
		{model.Segment{Name: model.P("One")}, anyOf(lx.reached(), ly.passed())},
		{model.Segment{Name: model.P("None")}, otherwise()},
	}, needAny(x, y))
	addLimits(s, lx, ly, limit{x, 2, "pz"})
	wantPlaced(t, s, "Both", "One", "One", "None", "One")
	wantText(t, english(s.Segments[0].Rule), "x ≥ 5, and y > 5")
	wantText(t, english(s.Segments[1].Rule), "x ≥ 5 or y > 5")
	if len(s.Cuts) != 2 || s.Cuts[0].Steps[0] != "pz" || s.Cuts[0].Values[1] != 5 {
		t.Errorf("cuts %+v", s.Cuts)
	}
}

func TestCutsOfAMatrix(t *testing.T) {
	for _, c := range []struct {
		values       []float64
		median, mean float64
	}{
		{[]float64{1, 2, 3, 4}, 2.5, 2.5},
		{[]float64{1, 1, 1, 2, 5}, 2, 2}, // half and more at the least value: the next parts them
		{[]float64{1, 4, 5, 5, 5}, 5, 4}, // half and more at the greatest
		{[]float64{.1, .1, .1}, .1, .1},  // the mean is not past the values by rounding
		{[]float64{nan, 7}, 7, 7},
		{[]float64{nan}, nan, nan},
	} {
		wantNumbers(t, "halving and mean", []float64{halving(c.values), meanWithin(c.values)}, c.median, c.mean)
		if len(c.values) == 3 && meanWithin(c.values) != .1 {
			t.Error("the mean of equal values is not the value")
		}
	}
}

// Another value ranks among the others' values, without the own one: of 1, 2, 3 and
// 4, a customer of 1 who had 3 would have 1 below and one equal beside their own.
func TestPercentilesOfAChange(t *testing.T) {
	values := []float64{1, 2, 3, 4}
	count := percentileAmong(values)
	for _, c := range []struct{ v, own, want float64 }{{3, 1, 2. / 4}, {4, 1, 3. / 4}, {1, 1, .5 / 4}, {9, 1, 3.5 / 4}, {0, 4, .5 / 4}, {2.5, 2, 1.5 / 4}, {3, nan, 3. / 5}} {
		if got := count(c.v, c.own); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v instead of %v: %v, want %v", c.v, c.own, got, c.want)
		}
		if finite(c.own) {
			changed := slices.Clone(values)
			changed[slices.Index(values, c.own)] = c.v
			if again := order.MidRanks(changed)[slices.Index(values, c.own)]; math.Abs(again-c.want) > 1e-12 {
				t.Errorf("%v instead of %v: counted anew %v", c.v, c.own, again)
			}
		}
	}
	if got := count(nan, 1); finite(got) {
		t.Errorf("a missing one counts %v", got)
	}
}
