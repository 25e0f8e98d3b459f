package chart

import (
	"math"
	"testing"

	"custseg/model"
)

func TestPlaceNamesTheCursor(t *testing.T) {
	b := newBase(2000)
	whole := NewHistogram(english, &model.Histogram{Title: model.P("Frequency"), Unit: model.OrderCount, Values: []float64{1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3}}, Split{})
	equal := NewHistogram(english, &model.Histogram{Title: model.P("Age"), Values: []float64{40, 40}}, Split{})
	thin := NewCurve(english, &model.Curve{Title: model.P("Loss"), XTitle: model.P("lag"), X: []float64{0, 5, 10}, Y: []float64{3, 2, 1}, Order: []int32{0, 1}}, Split{})
	tests := map[string]struct {
		c    Placed
		at   Cursor
		want string
	}{
		"cell":             {b.grid(), Cursor{0, 1, -1}, "R4 × F1"},
		"bin of money":     {b.moneyHistogram(), Cursor{3, -1, -1}, "Monetary 200 to 300"},
		"bin of days":      {b.histogram(), Cursor{1, -1, -1}, "Recency 40 to 80 d"},
		"one whole number": {whole, Cursor{1, -1, -1}, "Frequency 2"},
		"one value":        {equal, Cursor{0, -1, -1}, "Age 40"},
		"largest first":    {b.pareto(), Cursor{20, -1, -1}, "Cumulative share of value, top 20%"},
		"another curve":    {thin, Cursor{1, -1, -1}, "Loss, lag up to 5"},
		"dots":             {b.scatter(), Cursor{20, 5, -1}, "Clusters on two principal components near -2.6 × -0.5"},
	}
	for name, test := range tests {
		if got := test.c.Place(test.at, 80, 15); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
		for _, at := range []Cursor{Nowhere(), {1000, 1000, -1}} {
			if got := test.c.Place(at, 80, 15); got != "" {
				t.Errorf("%s: %+v is %q", name, at, got)
			}
		}
	}
}

// Where a value is drawn is the cell whose place is near it.
func TestValueOfADotIsDrawnAtTheDot(t *testing.T) {
	f := newFrame(80, 1, 20, span{-3, 17}, span{.2, .9}, model.Plain)
	for dot := range 2 * f.pw {
		if got := f.dotX(f.valueX(dot)); got != dot {
			t.Fatalf("x: the value of dot %d is drawn at %d", dot, got)
		}
	}
	for dot := range 4 * f.ph {
		if got := f.dotY(f.valueY(dot)); got != dot {
			t.Fatalf("y: the value of dot %d is drawn at %d", dot, got)
		}
	}
}

func TestMiddleIsAsExactAsTheRange(t *testing.T) {
	for want, r := range map[string][2]float64{"0.5": {.41, .62}, "120": {113, 131}, "0": {-1, 1}, "7": {7, 7}, "n/a": {math.NaN(), 1}} {
		if got := middle(r[0], r[1]); got != want {
			t.Errorf("%v to %v: %s, want %s", r[0], r[1], got, want)
		}
	}
}
