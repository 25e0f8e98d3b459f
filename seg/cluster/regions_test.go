package cluster

import (
	"context"
	"testing"
)

// Two dense lines, at 0 to 4 and 10 to 14, a row on the border at 5.5, and one far
// away at 100.
func TestRegionsByHand(t *testing.T) {
	x := FromColumns([]float64{0, 1, 2, 3, 4, 5.5, 10, 11, 12, 13, 14, 100})
	d, err := DBSCAN(context.Background(), x, 1.5, 3, nil)
	if err != nil {
		t.Fatal(err)
	}
	first, second := d.Labels[0], d.Labels[6]
	if first == second || d.Core[5] || d.Labels[5] != first || d.Labels[11] != -1 {
		t.Fatalf("labels %v, core %v", d.Labels, d.Core)
	}
	r := d.Regions(x)
	for i, want := range d.Labels {
		if got := r.Moved(x.Row(i), x.Row(i)); got != want {
			t.Errorf("row %d stays, and is in %d, was in %d", i, got, want)
		}
	}
	for _, c := range []struct{ from, to float64 }{{100, 8.4}, {100, -1.6}, {0, 7}, {100, 16}} {
		if got := r.Moved([]float64{c.from}, []float64{c.to}); got != -1 {
			t.Errorf("from %v to %v: %d, want noise", c.from, c.to, got)
		}
	}
	for _, c := range []struct{ from, to float64 }{{100, 2.5}, {100, -.5}, {100, 9.6}, {0, 12.2}, {14, 4.1}} {
		want := first
		if c.to > 7 {
			want = second
		}
		if got := r.Moved([]float64{c.from}, []float64{c.to}); got != want {
			t.Errorf("from %v to %v: %d, want %d", c.from, c.to, got, want)
		}
	}
}

// A row does not count for itself where it was, unless others are there too, and
// begins a cluster where enough rows that are no core rows lie.
func TestRegionsLeaveTheRowOut(t *testing.T) {
	x := FromColumns([]float64{0, 1, 2, 20, 22, 50, 50, 50})
	d, err := DBSCAN(context.Background(), x, 1, 3, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := d.Regions(x)
	if got := r.Moved([]float64{1}, []float64{1.5}); got != -1 {
		t.Errorf("the only core row of its cluster moved, and is in %d: it is not near itself", got)
	}
	if got := r.Moved([]float64{50}, []float64{50.5}); got != d.Labels[5] {
		t.Errorf("one of three who are alike moved a little, and is in %d, not %d", got, d.Labels[5])
	}
	if got := r.Moved([]float64{0}, []float64{21}); got != NewRegion {
		t.Errorf("between two who are alone: %d, want a region of its own", got)
	}
}
