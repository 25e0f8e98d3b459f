package cluster

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func linkages() []Linkage { return []Linkage{Ward, Complete, Average, Single} }

func agglomerate(t *testing.T, x Matrix, l Linkage) Dendrogram {
	t.Helper()
	d, err := Agglomerate(context.Background(), x, l, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Rows 0, 2, 6, 14: the two nearest are joined each time, and the new distances
// are worked out by hand.
func TestAgglomerateByHand(t *testing.T) {
	x := column(14, 0, 6, 2)
	for _, want := range []struct {
		linkage Linkage
		heights [3]float64
	}{
		{Single, [3]float64{2, 4, 8}},
		{Complete, [3]float64{2, 6, 14}},
		{Average, [3]float64{2, 5, (14. + 12 + 8) / 3}},
		// Ward's height is √(2·|A||B|/(|A|+|B|))·distance of the means: 1 to 6,
		// then 8/3 to 14.
		{Ward, [3]float64{2, math.Sqrt(4./3) * 5, math.Sqrt(6./4) * (14 - 8./3)}},
	} {
		d := agglomerate(t, x, want.linkage)
		for i, members := range [][2]int32{{1, 3}, {2, 4}, {0, 5}} {
			if m := d.Merges[i]; m.A != members[0] || m.B != members[1] || !near(m.Height, want.heights[i], 1e-12) {
				t.Errorf("%s: merge %d is %+v, want %v at %v", want.linkage, i, m, members, want.heights[i])
			}
		}
		for k, labels := range [][]int32{{0, 0, 0, 0}, {0, 1, 1, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}, {0, 1, 2, 3}} {
			if got := d.Cut(k + 1); !slices.Equal(got, labels) {
				t.Errorf("%s: cut in %d: %v, want %v", want.linkage, k+1, got, labels)
			}
		}
	}
}

// The chain must find what trying all pairs of clusters finds.
func TestAgglomerateAsByAllPairs(t *testing.T) {
	x := blobs(60, 3, 4, 2, 9)
	for _, l := range linkages() {
		d := agglomerate(t, x, l)
		heights := allPairs(x, l)
		for i, m := range d.Merges {
			if !near(m.Height, heights[i], 1e-9) {
				t.Fatalf("%s: merge %d at %v, want %v", l, i, m.Height, heights[i])
			}
		}
	}
}

// allPairs returns the heights of the merges, each of the two clusters that are
// nearest by the definition of the linkage.
func allPairs(x Matrix, l Linkage) (heights []float64) {
	var clusters [][]int32
	for i := range x.Rows {
		clusters = append(clusters, []int32{int32(i)})
	}
	for len(clusters) > 1 {
		bestA, bestB, least := 0, 0, math.Inf(1)
		for b := range clusters {
			for a := range b {
				if d := apart(x, clusters[a], clusters[b], l); d < least {
					bestA, bestB, least = a, b, d
				}
			}
		}
		heights = append(heights, least)
		clusters[bestA] = append(clusters[bestA], clusters[bestB]...)
		clusters = slices.Delete(clusters, bestB, bestB+1)
	}
	return heights
}

func apart(x Matrix, a, b []int32, l Linkage) float64 {
	if l == Ward {
		na, nb := float64(len(a)), float64(len(b))
		return math.Sqrt(2 * na * nb / (na + nb) * squared(x.Pick(a).means(), x.Pick(b).means()))
	}
	least, most, sum := math.Inf(1), 0., 0.
	for _, i := range a {
		for _, j := range b {
			d := math.Sqrt(squared(x.Row(int(i)), x.Row(int(j))))
			least, most, sum = min(least, d), max(most, d), sum+d
		}
	}
	switch l {
	case Single:
		return least
	case Complete:
		return most
	}
	return sum / float64(len(a)*len(b))
}

// On whole numbers distances tie often; the clusters must not depend on the
// order of the rows even then.
func TestAgglomerateWhateverTheOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 0))
	x := NewMatrix(80, 2)
	for i := range x.Data {
		x.Data[i] = float64(r.IntN(6))
	}
	perm := shuffle(r, x.Rows)
	for _, l := range linkages() {
		want, got := agglomerate(t, x, l), agglomerate(t, x.Pick(perm), l)
		for k := 1; k < 40; k++ {
			a, b := Grouped(x, want.Cut(k)).Labels, Grouped(x.Pick(perm), got.Cut(k)).Labels
			for i, from := range perm {
				if b[i] != a[from] {
					t.Fatalf("%s: %d clusters: row %d is in %d, in another order in %d", l, k, from, a[from], b[i])
				}
			}
		}
	}
}

func shuffle(r *rand.Rand, n int) []int32 {
	out := make([]int32, n)
	for to, from := range r.Perm(n) {
		out[to] = int32(from)
	}
	return out
}

func TestAgglomerateFewRows(t *testing.T) {
	if d := agglomerate(t, column(7), Ward); len(d.Merges) != 0 || !slices.Equal(d.Cut(3), []int32{0}) {
		t.Errorf("one row: %+v", d)
	}
	if got := agglomerate(t, column(1, 2, 1, 2, 2), Average).Cut(4); !slices.Equal(got, []int32{0, 1, 0, 1, 1}) {
		t.Errorf("two different rows in 4 clusters: %v", got)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, c := range []struct {
		what    string
		ctx     context.Context
		x       Matrix
		linkage Linkage
		want    error
	}{
		{"no data", context.Background(), Matrix{}, Ward, ErrNoData},
		{"cancelled", ctx, column(1, 2, 3), Ward, context.Canceled},
		{"not finite", context.Background(), column(1, nan), Ward, nil},
		{"too large", context.Background(), column(1, 1e200), Ward, nil},
		{"no linkage", context.Background(), column(1, 2), "median", nil},
	} {
		if _, err := Agglomerate(c.ctx, c.x, c.linkage, nil); err == nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
}

// Income and spending score of the mall customers, not scaled.
func TestReferenceWard(t *testing.T) {
	x := mallSpending(t)
	r := Grouped(x, agglomerate(t, x, Ward).Cut(5))
	if !slices.Equal(r.Sizes, []int{85, 39, 32, 23, 21}) {
		t.Errorf("sizes %v", r.Sizes)
	}
	width, _, _, err := Silhouette(context.Background(), x, r.Labels, 0, 1)
	if err != nil || math.Abs(width-.552995) > 5e-7 {
		t.Errorf("silhouette %v, %v", width, err)
	}
}

// The last joins of the mall customers by income and spending score, by hclust of
// R 4.2, where Ward's linkage is ward.D2.
func TestReferenceHeights(t *testing.T) {
	x := mallSpending(t)
	for l, want := range map[Linkage][]float64{
		Ward:     {405.660041042, 394.859657596, 262.562634104, 245.65460099},
		Complete: {143.422452914, 101.41498903, 96.0260381355, 74.3303437366},
		Average:  {59.9874715868, 57.6253614079, 47.0922091264, 46.0686577233},
		Single:   {14.8660687473, 14.2126704036, 13.8924439894, 13.4536240471},
	} {
		merges := agglomerate(t, x, l).Merges
		for i, height := range want {
			if got := merges[len(merges)-1-i].Height; !near(got, height, 1e-10) {
				t.Errorf("%s, join %d from the last: %v, want %v", l, i, got, height)
			}
		}
	}
}
