package cluster

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
)

func settings(k int) Settings {
	s := DefaultSettings()
	s.K = k
	return s
}

func fitted(t *testing.T, x Matrix, s Settings) Result {
	t.Helper()
	res, err := KMeans(context.Background(), x, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func TestKMeansByHand(t *testing.T) {
	res := fitted(t, column(1, 2, 3, 21, 23), settings(2))
	want := Result{
		K: 2, Labels: []int32{0, 0, 0, 1, 1}, Centers: column(2, 22), Sizes: []int{3, 2}, Inertia: 4,
		Iterations: res.Iterations, Converged: true,
	}
	if !reflect.DeepEqual(res, want) {
		t.Errorf("got %+v, want %+v", res, want)
	}
}

// Income and spending score, unscaled, as scikit-learn finds them.
func TestReferenceMall(t *testing.T) {
	x := mallSpending(t)
	for seed := range uint64(5) {
		s := settings(5)
		s.Seed = seed
		res := fitted(t, x, s)
		if !near(res.Inertia, 44448.4554479337, 1e-12) || !slices.Equal(res.Sizes, []int{81, 39, 35, 23, 22}) || !res.Converged {
			t.Errorf("seed %d: inertia %v, sizes %v, converged %v", seed, res.Inertia, res.Sizes, res.Converged)
		}
		for i, want := range []float64{55.2962963, 49.51851852, 86.53846154, 82.12820513, 88.2, 17.11428571, 26.30434783, 20.91304348, 25.72727273, 79.36363636} {
			if !near(res.Centers.Data[i], want, 1e-9) {
				t.Errorf("seed %d: center %d is %v", seed, i/2, res.Centers.Row(i/2))
			}
		}
	}
}

// Bounds may spare distances, never change what the iterations find: here is
// Lloyd's algorithm without them, from the same start.
func TestBoundsAgreeWithPlainLloyd(t *testing.T) {
	for _, c := range []struct {
		rows, cols, k int
		spread        float64
	}{{3000, 1, 2, 3}, {3000, 2, 1, 2}, {3000, 2, 7, 2}, {3000, 5, 5, 3}, {3000, 9, 12, 4}, {3000, 4, 3, .1},
		{fewestLaidOut, 1, 3, 3}, {fewestLaidOut, 3, 4, 3}, {fewestLaidOut + 1, 20, 3, 3}} {
		x := blobs(c.rows, c.cols, 5, c.spread, 7)
		f := newFit(layOut(x))
		f.centers = f.seed(context.Background(), c.k, startRandom(3, 0))
		labels, centers, rounds := plainLloyd(x, f.centers)
		got := newFit(layOut(x)).run(context.Background(), c.k, startRandom(3, 0), 1000, 0)
		if !got.converged {
			t.Errorf("%+v: not converged", c)
		}
		if got.iterations != rounds {
			t.Errorf("%+v: %d iterations, plainly %d", c, got.iterations, rounds)
		}
		if !slices.Equal(got.labels, labels) {
			t.Errorf("%+v: labels differ from plain Lloyd", c)
		}
		inertia := 0.
		for i, l := range labels {
			inertia += squared(x.Row(i), centers.Row(int(l)))
		}
		if !near(got.inertia, inertia, 1e-12) {
			t.Errorf("%+v: inertia %v, plainly %v", c, got.inertia, inertia)
		}
	}
}

// plainLloyd iterates until no label changes.
func plainLloyd(x, start Matrix) (labels []int32, centers Matrix, rounds int) {
	centers = Matrix{start.Rows, start.Cols, slices.Clone(start.Data)}
	labels = make([]int32, x.Rows)
	for changed := true; changed; {
		changed = false
		for i := range labels {
			least, nearest := math.Inf(1), int32(0)
			for c := range centers.Rows {
				if d := squared(x.Row(i), centers.Row(c)); d < least {
					least, nearest = d, int32(c)
				}
			}
			if labels[i] != nearest {
				labels[i], changed = nearest, true
			}
		}
		if rounds > 0 && !changed {
			break
		}
		rounds++
		changed = true
		centers = groupBy(x, labels).means
	}
	return labels, centers, rounds
}

// However a start ends, every row is with its nearest center, and the inertia
// and sizes are those of the labels.
func TestResultAgreesWithItself(t *testing.T) {
	x := blobs(5000, 3, 6, 4, 5)
	for _, change := range []func(*Settings){
		func(s *Settings) {},
		func(s *Settings) { s.Tol = .5 },
		func(s *Settings) { s.MaxIter = 3 },
		func(s *Settings) { s.Tol = 0 },
	} {
		s := settings(6)
		change(&s)
		res := fitted(t, x, s)
		inertia, sizes := 0., make([]int, res.K)
		for i, label := range res.Labels {
			own := squared(x.Row(i), res.Centers.Row(int(label)))
			for c := range res.K {
				if squared(x.Row(i), res.Centers.Row(c)) < own {
					t.Fatalf("%+v: row %d is nearer to center %d than to its own, %d", s, i, c, label)
				}
			}
			inertia += own
			sizes[label]++
		}
		if inertia != res.Inertia || !slices.Equal(sizes, res.Sizes) || !slices.IsSortedFunc(sizes, func(a, b int) int { return b - a }) {
			t.Errorf("%+v: inertia %v and sizes %v, of the labels %v and %v", s, res.Inertia, res.Sizes, inertia, sizes)
		}
	}
}

func TestSameWhateverTheProcessors(t *testing.T) {
	x := blobs(20_000, 4, 6, 3, 2)
	type outcome struct {
		result  Result
		table   []KQuality
		best    int
		mean    float64
		each    []float64
		project Projection
	}
	run := func(processors int) (o outcome) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		ctx, s := context.Background(), settings(6)
		o.result = fitted(t, x, s)
		var err error
		if o.table, o.best, err = SelectK(ctx, x, []int{2, 3}, s, 500, nil); err != nil {
			t.Fatal(err)
		}
		if o.mean, o.each, _, err = Silhouette(ctx, x, o.result.Labels, 700, 1); err != nil {
			t.Fatal(err)
		}
		if o.project, err = PCA2(x); err != nil {
			t.Fatal(err)
		}
		return o
	}
	one := run(1)
	for _, processors := range []int{2, 5} {
		if other := run(processors); !reflect.DeepEqual(one, other) {
			t.Errorf("%d processors differ from one", processors)
		}
	}
}

func TestNumbersOfClustersDoNotDependOnTheSeed(t *testing.T) {
	x := blobs(600, 2, 4, .2, 3)
	want := fitted(t, x, settings(4))
	for seed := uint64(1); seed < 20; seed++ {
		s := settings(4)
		s.Seed = seed
		got := fitted(t, x, s)
		if !slices.Equal(got.Labels, want.Labels) || got.Inertia != want.Inertia {
			t.Fatalf("seed %d: other labels or inertia", seed)
		}
	}
	// Clusters of one size are in order of their centers.
	if got := fitted(t, column(9, 5, 1, 5, 9, 1), settings(3)); !slices.Equal(got.Labels, []int32{2, 1, 0, 1, 2, 0}) {
		t.Errorf("labels of equal sizes: %v", got.Labels)
	}
}

func TestDegenerateData(t *testing.T) {
	for _, c := range []struct {
		name    string
		x       Matrix
		k       int
		sizes   []int
		inertia float64
	}{
		{"fewer distinct rows than k", column(5, 1, 5, 5, 1), 4, []int{3, 2}, 0},
		{"fewer rows than k", column(3, 1), 5, []int{1, 1}, 0},
		{"one row", column(3), 3, []int{1}, 0},
		{"all rows equal", column(.1, .1, .1), 2, []int{3}, 0},
		{"a constant column", FromColumns([]float64{1, 2, 8, 9, 9}, []float64{7, 7, 7, 7, 7}), 2, []int{3, 2}, .5 + 2./3},
		{"one cluster", column(1, 2, 3), 1, []int{3}, 2},
		{"a cluster a row", column(1, 2, 4), 3, []int{1, 1, 1}, 0},
	} {
		res := fitted(t, c.x, settings(c.k))
		if res.K != len(c.sizes) || !slices.Equal(res.Sizes, c.sizes) || res.Centers.Rows != res.K ||
			math.Abs(res.Inertia-c.inertia) > 1e-12 || !res.Converged {
			t.Errorf("%s: %+v, want sizes %v, inertia %v", c.name, res, c.sizes, c.inertia)
		}
	}
}

func TestErrors(t *testing.T) {
	change := func(f func(*Settings)) Settings { s := settings(2); f(&s); return s }
	for _, c := range []struct {
		x    Matrix
		s    Settings
		want string
	}{
		{Matrix{}, settings(2), ErrNoData.Error()},
		{FromColumns([]float64{}), settings(2), ErrNoData.Error()},
		{FromColumns([]float64{1, 2}, []float64{3, nan}), settings(2), "row 1, column 1 is NaN"},
		{column(1, math.Inf(-1)), settings(2), "row 1, column 0 is -Inf"},
		{column(1e200, -1e200), settings(2), "too large"},
		{column(1, 2), settings(0), "number of clusters"},
		{column(1, 2), change(func(s *Settings) { s.Restarts = 0 }), "restarts"},
		{column(1, 2), change(func(s *Settings) { s.MaxIter = 0 }), "iterations"},
		{column(1, 2), change(func(s *Settings) { s.Tol = nan }), "tolerance"},
	} {
		if _, err := KMeans(context.Background(), c.x, c.s, nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}

func TestAnEmptyClusterTakesTheFarthestRow(t *testing.T) {
	f := newFit(layOut(column(0, 1, 2, 9, 50)))
	f.centers = column(1, 1e6, 9, 2e6)
	f.labels = make([]int32, 5)
	f.assignAll(context.Background())
	f.sumUp()
	if want := []int{3, 0, 2, 0}; !slices.Equal(f.counts, want) {
		t.Fatalf("counts before: %v, want %v", f.counts, want)
	}
	f.moveCenters()
	// 50 is farthest, and then, 9 being alone now, 0 is.
	if want := []int32{3, 0, 0, 2, 1}; !slices.Equal(f.labels, want) {
		t.Errorf("labels: %v, want %v", f.labels, want)
	}
	if want := []float64{1.5, 50, 9, 0}; !slices.Equal(f.centers.Data, want) {
		t.Errorf("centers: %v, want %v", f.centers.Data, want)
	}
	if changed := f.reassign(context.Background(), make([]float64, 4)); changed != 0 {
		t.Errorf("%d labels changed after: %v", changed, f.labels)
	}
}

func TestMaxIterStopsShort(t *testing.T) {
	s := settings(8)
	s.MaxIter, s.Restarts, s.Tol = 1, 1, 0
	if res := fitted(t, blobs(5000, 3, 8, 4, 1), s); res.Iterations != 1 || res.Converged {
		t.Errorf("%d iterations, converged %v", res.Iterations, res.Converged)
	}
}

func TestProgressRisesToOne(t *testing.T) {
	var seen []float64
	if _, err := KMeans(context.Background(), blobs(500, 2, 3, 1, 1), settings(3), func(d float64) { seen = append(seen, d) }); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 10 || !slices.IsSorted(seen) || seen[9] != 1 {
		t.Errorf("progress %v", seen)
	}
}

func TestCancelled(t *testing.T) {
	x := blobs(50_000, 5, 5, 3, 1)
	ctx, cancel := context.WithCancel(context.Background())
	starts := 0
	s := settings(5)
	s.Restarts = 1000
	_, err := KMeans(ctx, x, s, func(float64) {
		starts++
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	// a processor may be between two looks at the context, several times on a busy machine
	if starts > 20*runtime.GOMAXPROCS(0) {
		t.Errorf("%d of %d starts ended after the first was told to be the last", starts, s.Restarts)
	}
	if _, _, _, err := Silhouette(ctx, x, make([]int32, x.Rows), 1000, 1); !errors.Is(err, context.Canceled) {
		t.Errorf("Silhouette: error %v", err)
	}
	if _, _, err := SelectK(ctx, x, []int{2}, s, 1000, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("SelectK: error %v", err)
	}
}

func TestDrawIsInProportionToWeight(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	counts := make([]int, 4)
	for range 30_000 {
		counts[draw([]float64{1, 1, 3, 3}, random)]++ // weights 1, 0, 2, 0
	}
	if counts[1] != 0 || counts[3] != 0 || counts[0] < 9_500 || counts[0] > 10_500 {
		t.Errorf("drawn %v times, want about 10000, 0, 20000, 0", counts)
	}
}
