package cluster

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func dbscan(t *testing.T, x Matrix, eps float64, minPts int) Density {
	t.Helper()
	d, err := DBSCAN(context.Background(), x, eps, minPts, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Two dense stretches, 3 on the border of both and as near to the one as to the
// other: it goes to the core row of the lower value. 20 is noise.
func TestDBSCANByHand(t *testing.T) {
	d := dbscan(t, column(20, 6, 5.5, 5, 4.5, 4, 3, 2, 1.5, 1, .5, 0), 1, 4)
	if want := []int32{-1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0}; !slices.Equal(d.Labels, want) {
		t.Errorf("labels %v, want %v", d.Labels, want)
	}
	if want := []bool{false, false, true, true, true, true, false, true, true, true, true, false}; !slices.Equal(d.Core, want) {
		t.Errorf("core %v, want %v", d.Core, want)
	}
	if d.K != 2 || d.Noise != 1 || !slices.Equal(d.Sizes, []int{6, 5}) {
		t.Errorf("%d clusters of %v, %d noise", d.K, d.Sizes, d.Noise)
	}
	// With 3 rows within 1 the row at 3 is a core row itself, and joins the two.
	if d := dbscan(t, column(0, .5, 1, 1.5, 2, 3, 4, 4.5, 5, 5.5, 6), 1, 3); d.K != 1 {
		t.Errorf("%d clusters", d.K)
	}
}

// The definition, by looking at all pairs.
func TestDBSCANAsByAllPairs(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 0))
	for trial := range 30 {
		x := blobs(150, 1+trial%4, 4, 1, uint64(trial))
		if trial%3 == 0 { // many ties and equal rows
			for i := range x.Data {
				x.Data[i] = math.Round(x.Data[i])
			}
		}
		eps, minPts := .3+r.Float64()*2, 1+r.IntN(8)
		got, want := dbscan(t, x, eps, minPts), byDefinition(x, eps, minPts)
		if !slices.Equal(got.Labels, Grouped(x, want).Labels) {
			t.Fatalf("trial %d: eps %v, minPts %d: %v, want %v", trial, eps, minPts, got.Labels, want)
		}
	}
}

func byDefinition(x Matrix, eps float64, minPts int) []int32 {
	within := func(a, b int) bool { return squared(x.Row(a), x.Row(b)) <= eps*eps }
	core := make([]bool, x.Rows)
	sets := newSets(x.Rows)
	for a := range x.Rows {
		n := 0
		for b := range x.Rows {
			if within(a, b) {
				n++
			}
		}
		core[a] = n >= minPts
	}
	for a := range x.Rows {
		for b := range a {
			if core[a] && core[b] && within(a, b) {
				sets.parent[sets.find(int32(a))] = sets.find(int32(b))
			}
		}
	}
	labels := make([]int32, x.Rows)
	for a := range x.Rows {
		nearest := -1
		for b := range x.Rows {
			if !core[b] || !within(a, b) {
				continue
			}
			if nearest < 0 {
				nearest = b
				continue
			}
			d, least := squared(x.Row(a), x.Row(b)), squared(x.Row(a), x.Row(nearest))
			if d < least || d == least && slices.Compare(x.Row(b), x.Row(nearest)) < 0 {
				nearest = b
			}
		}
		labels[a] = -1
		if nearest >= 0 {
			labels[a] = sets.find(int32(nearest))
		}
	}
	return labels
}

func TestDBSCANWhateverTheOrder(t *testing.T) {
	x := blobs(300, 2, 5, 1.5, 3)
	for i := range x.Data {
		x.Data[i] = math.Round(2 * x.Data[i])
	}
	perm := shuffle(rand.New(rand.NewPCG(5, 0)), x.Rows)
	want, got := dbscan(t, x, 1, 4), dbscan(t, x.Pick(perm), 1, 4)
	if want.K < 2 || want.Noise == 0 {
		t.Fatalf("%d clusters, %d noise: the case tests nothing", want.K, want.Noise)
	}
	for i, from := range perm {
		if got.Labels[i] != want.Labels[from] || got.Core[i] != want.Core[from] {
			t.Fatalf("row %d is in %d, in another order in %d", from, want.Labels[from], got.Labels[i])
		}
	}
}

func TestDBSCANDegenerate(t *testing.T) {
	if d := dbscan(t, column(3, 3, 3), 0, 3); d.K != 1 || d.Noise != 0 {
		t.Errorf("all equal: %+v", d)
	}
	if d := dbscan(t, column(1, 2, 3), .5, 2); d.K != 0 || d.Noise != 3 {
		t.Errorf("all apart: %+v", d)
	}
	for what, err := range map[string]error{
		"eps":    second(DBSCAN(context.Background(), column(1, 2), nan, 2, nil)),
		"minPts": second(DBSCAN(context.Background(), column(1, 2), 1, 0, nil)),
		"large":  second(DBSCAN(context.Background(), column(1, 1e200), 1, 2, nil)),
		"curve":  second(KDistances(context.Background(), column(1, 1e200), 2, 0, 1, nil)),
		"finite": second(DBSCAN(context.Background(), column(1, math.Inf(1)), 1, 2, nil)),
	} {
		if err == nil {
			t.Errorf("%s: no error", what)
		}
	}
	if _, err := DBSCAN(context.Background(), Matrix{}, 1, 2, nil); !errors.Is(err, ErrNoData) {
		t.Errorf("no data: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := DBSCAN(ctx, column(1, 2), 1, 2, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func second[A any](_ A, err error) error { return err }

// Income and spending score of the mall customers, z-scored.
func TestReferenceDBSCAN(t *testing.T) {
	x, _ := Standardize(mallSpending(t), ZScore)
	for _, want := range []struct {
		eps             float64
		clusters, noise int
	}{{.3, 7, 35}, {.4, 4, 15}, {.5, 2, 8}} {
		if d := dbscan(t, x, want.eps, 5); d.K != want.clusters || d.Noise != want.noise {
			t.Errorf("eps %v: %d clusters and %d noise, want %d and %d", want.eps, d.K, d.Noise, want.clusters, want.noise)
		}
	}
}

func TestKDistances(t *testing.T) {
	distances := func(x Matrix, k, limit int) []float64 {
		t.Helper()
		got, err := KDistances(context.Background(), x, k, limit, 1, nil)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	// To the nearest other: 0 and 0 of the pair, 3 of 4, 6 of 10.
	if got := distances(column(10, 1, 4, 1), 2, 0); !slices.Equal(got, []float64{0, 0, 3, 6}) {
		t.Errorf("second nearest: %v", got)
	}
	if got := distances(column(10, 1, 4), 9, 0); !slices.Equal(got, []float64{6, 9, 9}) {
		t.Errorf("beyond the rows: %v", got)
	}
	x := blobs(400, 3, 4, 2, 6)
	var want []float64
	for i := range x.Rows {
		all := make([]float64, x.Rows)
		for j := range all {
			all[j] = math.Sqrt(squared(x.Row(i), x.Row(j)))
		}
		slices.Sort(all)
		want = append(want, all[5])
	}
	slices.Sort(want)
	got := distances(x, 6, 0)
	if !slices.Equal(got, want) {
		t.Error("the sixth nearest differ from those by all pairs")
	}
	some := distances(x, 6, 50)
	if len(some) != 50 || slices.ContainsFunc(some, func(d float64) bool { return !slices.Contains(got, d) }) {
		t.Errorf("of a sample: %d distances", len(some))
	}
}

func TestKnee(t *testing.T) {
	for _, c := range []struct {
		curve []float64
		want  int
	}{
		{nil, -1}, {[]float64{4}, 0}, {[]float64{2, 2, 2}, 2},
		{[]float64{0, 1, 2, 3}, 3},        // straight
		{[]float64{1, 1, 1, 1, 5, 10}, 3}, // flat, then steep
		{[]float64{0, 1, 2, 3, 4, 40}, 4},
	} {
		if got := Knee(c.curve); got != c.want {
			t.Errorf("%v: %d, want %d", c.curve, got, c.want)
		}
	}
}
