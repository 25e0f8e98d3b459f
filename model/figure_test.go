package model

import (
	"math"
	"testing"

	"custseg/model/wording"
)

func TestFigures(t *testing.T) {
	for _, c := range []struct {
		v    float64
		u    Unit
		want string
	}{{12345.678, Plain, "12,346"}, {.25, Percent, "25%"}, {58, Days, "58 days"}, {.0012345, Plain, "0.001234"}, {0, Money, "0"},
		{-5.9428e300, Plain, "-5.943e+300"}, {1e15, Plain, "1e+15"}, {2.5e-12, Plain, "2.5e-12"},
		{math.NaN(), Percent, "none"}, {math.Inf(1), Days, "none"}} {
		if got := FigureIn(c.v, c.u).In(wording.English()); got != c.want {
			t.Errorf("%v %s is written %q, want %q", c.v, c.u, got, c.want)
		}
	}
}
