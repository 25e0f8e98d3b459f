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
	if new <= 0 || c.newcomers != new {
		t.Fatalf("%d newcomers, want %d", c.newcomers, new)
	}
	last := len(c.cols) - 1
	newcomers := 0
	for y := range c.rows {
		newcomers += len(c.grid.Members(chart.Cursor{X: last, Y: y}, 0, 0))
	}
	if newcomers != new || len(c.table.ColTotals) != last {
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
	if c.stayed != same || c.table.N != both {
		t.Errorf("%d of %d stayed, want %d of %d", c.stayed, c.table.N, same, both)
	}
}

func TestCompareWithTheSameSplit(t *testing.T) {
	d := shopOrders(t, 90)
	a := splitOf(t, d, "a", "A", func(i int) int { return i % 3 }, "x", "y", "z")
	b := splitOf(t, d, "b", "B", func(i int) int { return 2 - i%3 }, "p", "q", "r")
	c := compareResults(newFakeHost().pr, a, b, model.P("B"))
	if c.rand != 1 || math.Abs(c.v-1) > 1e-12 || math.Abs(c.shared-1) > 1e-12 || c.stayed != -1 || c.newcomers != 0 {
		t.Errorf("got %+v", c)
	}
	one := compareResults(newFakeHost().pr, a, splitOf(t, d, "c", "C", func(int) int { return 0 }, "all"), model.P("C"))
	if one.rand != 0 || !math.IsNaN(one.v) || one.shared != 0 {
		t.Errorf("against one segment: %+v", one)
	}
}

func TestAgreementWords(t *testing.T) {
	for rand, want := range map[float64]string{
		1: "the same split", .81: "almost perfect agreement", .8: "substantial agreement", .41: "moderate agreement",
		.4: "fair agreement", .2: "slight agreement", 0: "no agreement beyond chance", -.5: "no agreement beyond chance",
	} {
		if got := agreementWords(rand).Key; got != want {
			t.Errorf("%v is %q, want %q", rand, got, want)
		}
	}
}
