package cluster

import (
	"context"
	"math"
	"slices"
	"testing"
)

// Income and spending score of the mall customers by scikit-learn 1.2: inertia,
// silhouette, Calinski-Harabasz and Davies-Bouldin over k.
func TestReferenceSelectK(t *testing.T) {
	table, best, err := SelectK(context.Background(), mallSpending(t), []int{6, 5, 4, 3, 2}, settings(0), 5000, nil)
	if err != nil {
		t.Fatal(err)
	}
	if table[best].K != 5 {
		t.Errorf("best is k = %d, want 5", table[best].K)
	}
	for i, want := range [][4]float64{
		{37233.814510710006, .53976103063432, 242.53764433367064, .6522434217139076},
		{44448.4554479337, .553931997444648, 247.35899338037282, .5725628995597082},
		{73679.78903948836, .4931963109249047, 174.0644335433684, .7103644068779904},
		{106348.37306211122, .46761358158775435, 151.5570090006799, .715276820248462},
		{181363.59595959593, .2968969162503008, 96.74654578369159, 1.256774385118528},
	} {
		q := table[i]
		got := [4]float64{q.Result.Inertia, q.Silhouette, q.CalinskiHarabasz, q.DaviesBouldin}
		for m := range got {
			if !near(got[m], want[m], 1e-10) {
				t.Errorf("k = %d: %v, want %v", q.K, got, want)
				break
			}
		}
	}
}

func TestReferenceSilhouettePerCluster(t *testing.T) {
	x := mallSpending(t)
	mean, each, sampled, err := Silhouette(context.Background(), x, fitted(t, x, settings(5)).Labels, 5000, 0)
	if err != nil || sampled != 200 || !near(mean, .553931997444648, 1e-12) {
		t.Errorf("mean %v of %d rows, error %v", mean, sampled, err)
	}
	for c, want := range []float64{.5966512190217801, .5091706489322517, .5039873487056818, .5122676140736505, .5990128687006722} {
		if !near(each[c], want, 1e-12) {
			t.Errorf("cluster %d: %v, want %v", c, each[c], want)
		}
	}
}

func TestMeasuresByHand(t *testing.T) {
	for _, c := range []struct {
		name           string
		x              Matrix
		labels         []int32
		silhouette     float64
		each           []float64
		harabasz, davi float64
	}{
		// Rows 0 and 2 about 1, rows 10 and 14 about 12: widths 10/12, 8/10, 5/9, 9/13.
		{"two pairs", column(0, 2, 10, 14), []int32{0, 0, 1, 1}, (10./12 + 8./10 + 5./9 + 9./13) / 4,
			[]float64{(10./12 + 8./10) / 2, (5./9 + 9./13) / 2}, 121. / (10. / 2), 3. / 11},
		{"a row alone", column(0, 2, 10), []int32{0, 0, 1}, (8./10 + 6./8) / 3,
			[]float64{(8./10 + 6./8) / 2, 0}, 54. / 2, 1. / 9},
		{"noise, and a label of no row", column(0, 2, 777, 10, 14), []int32{0, 0, -1, 2, 2}, (10./12 + 8./10 + 5./9 + 9./13) / 4,
			[]float64{(10./12 + 8./10) / 2, nan, (5./9 + 9./13) / 2}, 121. / (10. / 2), 3. / 11},
		// Widths -.4, -.5, -.5, -.4.
		{"misplaced", column(0, 10, 1, 11), []int32{0, 0, 1, 1}, -.45,
			[]float64{-.45, -.45}, 1. / (100. / 2), 10},
		{"one cluster", column(1, 2, 3), []int32{0, 0, 0}, nan, []float64{nan}, nan, nan},
		{"all alone", column(1, 2, 3), []int32{0, 1, 2}, 0, []float64{0, 0, 0}, nan, nan},
		{"no dispersion within", column(1, 1, 5, 5), []int32{0, 0, 1, 1}, 1, []float64{1, 1}, nan, 0},
		{"all rows equal", column(1, 1, 1, 1), []int32{0, 0, 1, 1}, 0, []float64{0, 0}, nan, 0},
		{"noise alone", column(1, 2), []int32{-1, -1}, nan, []float64{}, nan, nan},
		{"nothing", Matrix{Cols: 1}, nil, nan, []float64{}, nan, nan},
	} {
		mean, each, _, err := Silhouette(context.Background(), c.x, c.labels, 100, 0)
		if err != nil || !near(mean, c.silhouette, 1e-12) || !slices.EqualFunc(each, c.each, func(a, b float64) bool { return near(a, b, 1e-12) }) {
			t.Errorf("%s: silhouette %v %v, error %v; want %v %v", c.name, mean, each, err, c.silhouette, c.each)
		}
		if got := CalinskiHarabasz(c.x, c.labels); !near(got, c.harabasz, 1e-12) {
			t.Errorf("%s: Calinski-Harabasz %v, want %v", c.name, got, c.harabasz)
		}
		if got := DaviesBouldin(c.x, c.labels); !near(got, c.davi, 1e-12) {
			t.Errorf("%s: Davies-Bouldin %v, want %v", c.name, got, c.davi)
		}
	}
}

func TestSilhouetteOfASample(t *testing.T) {
	x := blobs(4000, 3, 3, 1.5, 4)
	labels := fitted(t, x, settings(3)).Labels
	exact, _, all, err := Silhouette(context.Background(), x, labels, 0, 1)
	if err != nil || all != 4000 {
		t.Fatalf("%d rows, error %v", all, err)
	}
	some, each, sampled, err := Silhouette(context.Background(), x, labels, 1000, 1)
	if err != nil || sampled != 1000 || len(each) != 3 || math.Abs(some-exact) > .03 || some == exact {
		t.Errorf("sample of %d: %v %v, exactly %v, error %v", sampled, some, each, exact, err)
	}
	again, _, _, err := Silhouette(context.Background(), x, labels, 1000, 1)
	if err != nil || again != some {
		t.Errorf("the same sample gives %v and %v, error %v", some, again, err)
	}
}

func TestSampleIsUniformAndOrdered(t *testing.T) {
	rows := []int32{3, 5, 8, 9, 11}
	drawn := map[int32]int{}
	for seed := range uint64(5000) {
		s := sample(rows, 2, seed)
		if len(s) != 2 || s[0] >= s[1] {
			t.Fatalf("sample %v", s)
		}
		drawn[s[0]]++
		drawn[s[1]]++
	}
	for _, row := range rows {
		if n := drawn[row]; n < 1850 || n > 2150 {
			t.Errorf("row %d drawn %d times of 5000, want about 2000", row, n)
		}
	}
}

func TestSelectKPrefersTheSmallerKAmongEquals(t *testing.T) {
	for _, c := range []struct {
		name string
		x    Matrix
		want int
	}{
		{"two distinct rows", column(1, 1, 9, 9, 9), 2},
		{"one distinct row, nothing defined", column(4, 4, 4), 1},
	} {
		table, best, err := SelectK(context.Background(), c.x, []int{5, 3, 2, 1, 4}, settings(0), 100, nil)
		if err != nil || table[best].K != c.want {
			t.Errorf("%s: best %+v, error %v, want k = %d", c.name, table[best], err, c.want)
		}
	}
}

func TestAdjustedRand(t *testing.T) {
	for _, c := range []struct {
		a, b []int
		want float64
	}{
		{[]int{0, 0, 1, 1}, []int{7, 7, -1, -1}, 1},
		{[]int{0, 0, 1, 2}, []int{0, 0, 1, 1}, 4. / 7},
		{[]int{0, 0, 0, 0}, []int{0, 1, 2, 3}, 0},
		{[]int{0, 0, 1, 1}, []int{0, 1, 0, 1}, -.5},
		{[]int{0, 0, 0}, []int{1, 1, 1}, 1},
		{nil, nil, 1},
		// Manning, Raghavan & Schütze (2008), figure 16.4: of 136 pairs 40 are
		// together in clusters, 44 in classes and 20 in both, so that
		// (20 - 40·44/136) / (42 - 40·44/136).
		{[]int{1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3}, []int{1, 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 1, 3, 3, 3}, 960. / 3952},
	} {
		if got := AdjustedRand(c.a, c.b); !near(got, c.want, 1e-12) {
			t.Errorf("AdjustedRand(%v, %v) = %v, want %v", c.a, c.b, got, c.want)
		}
		if got := AdjustedRand(c.b, c.a); !near(got, c.want, 1e-12) {
			t.Errorf("AdjustedRand(%v, %v) = %v, want %v", c.b, c.a, got, c.want)
		}
	}
}

// k-means and Ward's five clusters of the mall customers, by adjustedRandIndex of
// R's mclust 6.0.
func TestReferenceAdjustedRand(t *testing.T) {
	x := mallSpending(t)
	got := AdjustedRand(fitted(t, x, settings(5)).Labels, agglomerate(t, x, Ward).Cut(5))
	if !near(got, .941960631814, 1e-10) {
		t.Errorf("%v", got)
	}
}
