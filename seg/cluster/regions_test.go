package cluster

import (
	"context"
	"math/rand/v2"
	"slices"
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
	for _, c := range []struct{ from, to float64 }{{100, 8.4}, {100, -1.6}, {0, 7.1}, {100, 16}} {
		if got := r.Moved([]float64{c.from}, []float64{c.to}); got != -1 {
			t.Errorf("from %v to %v: %d, want noise", c.from, c.to, got)
		}
	}
	for _, c := range []struct{ from, to float64 }{{100, 2.5}, {100, -.5}, {100, 9.6}, {0, 12.2}, {14, 4.1}, {0, 7}} { // to 7: the row at 5.5 becomes a core row
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

// What is told of a move is what DBSCAN finds of the rows with it made: noise, or a
// cluster with rows of the one told.
func TestRegionsTellWhatDBSCANFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	const n = 24
	clusters := 0
	for range 300 {
		a, b := make([]float64, n), make([]float64, n)
		for i := range n {
			a[i], b[i] = float64(r.IntN(8)), float64(r.IntN(8))
		}
		x := FromColumns(a, b)
		d, err := DBSCAN(context.Background(), x, 1.2, 4, nil)
		if err != nil {
			t.Fatal(err)
		}
		i := r.IntN(n)
		to := []float64{float64(r.IntN(8)), float64(r.IntN(8))}
		told := d.Regions(x).Moved(x.Row(i), to)
		if slices.Equal(x.Row(i), to) {
			continue
		}
		a[i], b[i] = to[0], to[1]
		again, err := DBSCAN(context.Background(), FromColumns(a, b), 1.2, 4, nil)
		if err != nil {
			t.Fatal(err)
		}
		var before []int32 // labels of those who are with it now
		for j, l := range again.Labels {
			if j != i && l >= 0 && l == again.Labels[i] {
				before = append(before, d.Labels[j])
			}
		}
		switch {
		case (told == -1) != (again.Labels[i] == -1):
			t.Errorf("%v to %v: told %d, and is %d with %v", x.Row(i), to, told, again.Labels[i], before)
		case told >= 0:
			clusters++
			if !slices.Contains(before, told) && !d.Core[i] {
				t.Errorf("%v to %v: told %d, and is with %v", x.Row(i), to, told, before)
			}
		}
	}
	if clusters < 50 {
		t.Errorf("only %d moves into a cluster were tried", clusters)
	}
}

// Rows that the moved one comes to may become core rows, as the row at 0.9 does when
// that at 5 comes to 1.8; the only core row of a cluster takes it along.
func TestRegionsChangeTheirCores(t *testing.T) {
	x := FromColumns([]float64{0, .9, 5, 10, 10.2, 10.4, 10.6})
	d, err := DBSCAN(context.Background(), x, 1, 3, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Regions(x).Moved([]float64{5}, []float64{1.8}); got != NewRegion {
		t.Errorf("come near one with one more: %d, want a region of its own", got)
	}
	x = FromColumns([]float64{0, .9, 1.8, 10, 10.2, 10.4, 10.6})
	if d, err = DBSCAN(context.Background(), x, 1, 3, nil); err != nil {
		t.Fatal(err)
	}
	r := d.Regions(x)
	for to, want := range map[float64]int32{.85: d.Labels[1], 1: d.Labels[1], .75: -1, 10.1: d.Labels[3]} {
		if got := r.Moved([]float64{.9}, []float64{to}); got != want {
			t.Errorf("the only core row moved to %v, and is in %d, not %d", to, got, want)
		}
	}
}
