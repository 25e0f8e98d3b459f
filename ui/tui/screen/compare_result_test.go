package screen

import (
	"math"
	"testing"

	"custseg/model"
)

func TestCompareWithTheSameSplit(t *testing.T) {
	d := shopOrders(t, 90)
	a := splitOf(t, d, "a", "A", func(i int) int { return i % 3 }, "x", "y", "z")
	b := splitOf(t, d, "b", "B", func(i int) int { return 2 - i%3 }, "p", "q", "r")
	c := compareResults(newFakeHost().pr, a, b, model.P("B"))
	if c.Rand != 1 || math.Abs(c.V-1) > 1e-12 || math.Abs(c.Shared-1) > 1e-12 || c.Stayed != -1 {
		t.Errorf("got %+v", c)
	}
	one := compareResults(newFakeHost().pr, a, splitOf(t, d, "c", "C", func(int) int { return 0 }, "all"), model.P("C"))
	if one.Rand != 0 || !math.IsNaN(one.V) || one.Shared != 0 {
		t.Errorf("against one segment: %+v", one)
	}
}
