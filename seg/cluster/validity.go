package cluster

import (
	"math"
	"slices"
)

// CalinskiHarabasz returns the ratio of the dispersion between clusters to that
// within, each by its degrees of freedom: (B/(k-1)) / (W/(n-k)); higher is
// better. Rows labelled below 0 take no part. It is NaN when there are fewer
// than two clusters, no fewer clusters than rows, or no dispersion within
// (where scikit-learn says 1). Source: Caliński & Harabasz 1974.
func CalinskiHarabasz(x Matrix, labels []int32) float64 {
	g := groupBy(x, labels)
	if !g.comparable() {
		return math.NaN()
	}
	within := 0.
	for i, c := range labels {
		if c >= 0 {
			within += squared(x.Row(i), g.means.Row(int(c)))
		}
	}
	overall := make([]float64, x.Cols)
	for c, n := range g.sizes {
		for j, v := range g.means.Row(c) {
			overall[j] += v * float64(n) / float64(g.rows)
		}
	}
	between := 0.
	for c, n := range g.sizes {
		if n > 0 {
			between += float64(n) * squared(g.means.Row(c), overall)
		}
	}
	if within <= 1e-20*between { // all are at their means
		return math.NaN()
	}
	return between / float64(g.occupied-1) / (within / float64(g.rows-g.occupied))
}

// MostPaired is how many clusters are compared each with each: the time that takes
// grows with the square of their number, and the worst of so many pairs says
// little.
const MostPaired = 4000

// DaviesBouldin returns the mean over the clusters of the worst ratio of two
// clusters' spreads, their mean distances to their centers, to the distance of
// these centers; lower is better, 0 the least. Rows labelled below 0 take no
// part, and two clusters of the same center are not compared, as in
// scikit-learn. It is NaN when there are fewer than two clusters, no fewer
// clusters than rows, or more than [MostPaired] of them. Source: Davies & Bouldin
// 1979.
func DaviesBouldin(x Matrix, labels []int32) float64 {
	g := groupBy(x, labels)
	if !g.comparable() || g.occupied > MostPaired {
		return math.NaN()
	}
	spread := make([]float64, len(g.sizes))
	for i, c := range labels {
		if c >= 0 {
			spread[c] += math.Sqrt(squared(x.Row(i), g.means.Row(int(c))))
		}
	}
	for c, n := range g.sizes {
		spread[c] /= float64(max(n, 1))
	}
	sum := 0.
	for a, n := range g.sizes {
		if n == 0 {
			continue
		}
		worst := 0.
		for b, n := range g.sizes {
			gap := math.Sqrt(squared(g.means.Row(a), g.means.Row(b)))
			if n > 0 && gap > 0 {
				worst = max(worst, (spread[a]+spread[b])/gap)
			}
		}
		sum += worst
	}
	return sum / float64(g.occupied)
}

// groups are the clusters that labels make of rows.
type groups struct {
	means    Matrix // of each cluster, zeros for one without rows
	sizes    []int
	occupied int // clusters with rows
	rows     int // rows in a cluster
}

// comparable reports whether there are two clusters or more, and fewer than
// rows, as every measure of separation needs.
func (g groups) comparable() bool { return g.occupied >= 2 && g.occupied < g.rows }

func groupBy(x Matrix, labels []int32) groups {
	k := clusters(labels)
	g := groups{means: NewMatrix(k, x.Cols), sizes: make([]int, k)}
	for i, c := range labels {
		if c < 0 {
			continue
		}
		g.rows++
		g.sizes[c]++
		mean := g.means.Row(int(c))
		for j, v := range x.Row(i) {
			mean[j] += v
		}
	}
	for c, n := range g.sizes {
		if n == 0 {
			continue
		}
		g.occupied++
		for j := range g.means.Row(c) {
			g.means.Row(c)[j] /= float64(n)
		}
	}
	return g
}

// clusters returns one more than the highest label.
func clusters(labels []int32) int {
	if len(labels) == 0 {
		return 0
	}
	return int(max(slices.Max(labels), -1)) + 1
}
