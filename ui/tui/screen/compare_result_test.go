package screen

import (
	"context"
	"math"
	"slices"
	"testing"

	"custseg/model"
	"custseg/ui/tui/chart"
)

func TestCompareWithItsOwnPast(t *testing.T) {
	s, host := live(t, "rfm")
	at := slices.IndexFunc(s.rivals, func(r rival) bool { return r.itself && slices.Contains(r.label.Args, any(365)) })
	if at < 0 {
		t.Fatalf("no year earlier among %+v", s.rivals)
	}
	s.SetSize(120, 30)
	s.choose(at)
	past, err := host.session.Line.Run(context.Background(), s.rivals[at].recipe, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, c := host.session.Result, s.shown
	new := r.Customers.Len() - past.Customers.Len()
	if new <= 0 || c.Newcomers() != new {
		t.Fatalf("%d newcomers, want %d", c.Newcomers(), new)
	}
	last := len(c.cols) - 1
	newcomers := 0
	for y := range c.rows {
		newcomers += len(c.grid.Members(chart.Cursor{X: last, Y: y}, 0, 0))
	}
	if newcomers != new || len(c.Common.ColTotals) != last {
		t.Errorf("%d customers in the column of newcomers, want %d", newcomers, new)
	}
	same, both := 0, 0
	for i, g := range r.Segmentation.Of {
		for j, h := range past.Segmentation.Of {
			if past.Customers.ID(j) == r.Customers.ID(i) {
				both++
				if r.Segmentation.Segments[g].Name.Key == past.Segmentation.Segments[h].Name.Key {
					same++
				}
			}
		}
	}
	if c.Stayed != same || c.Common.N != both {
		t.Errorf("%d of %d stayed, want %d of %d", c.Stayed, c.Common.N, same, both)
	}
}

func TestCompareWithTheSameSplit(t *testing.T) {
	d := shopOrders(t, 90)
	a := splitOf(t, d, "a", "A", func(i int) int { return i % 3 }, "x", "y", "z")
	b := splitOf(t, d, "b", "B", func(i int) int { return 2 - i%3 }, "p", "q", "r")
	c := compareResults(newFakeHost().pr, a, b, model.P("B"))
	if c.Rand != 1 || math.Abs(c.V-1) > 1e-12 || math.Abs(c.Shared-1) > 1e-12 || c.Stayed != -1 || c.Newcomers() != 0 {
		t.Errorf("got %+v", c)
	}
	one := compareResults(newFakeHost().pr, a, splitOf(t, d, "c", "C", func(int) int { return 0 }, "all"), model.P("C"))
	if one.Rand != 0 || !math.IsNaN(one.V) || one.Shared != 0 {
		t.Errorf("against one segment: %+v", one)
	}
}
