package cluster

import (
	"context"
	"math"
	"math/rand/v2"

	"custseg/model/parallel"
)

// Silhouette returns the mean silhouette width, in [-1,1], of the rows and of
// each cluster's (Rousseeuw 1987): (b-a)/max(a,b), where a is a row's mean
// distance to the rest of its cluster and b the least of its mean distances to
// the other clusters. A row alone in its cluster has 0. Rows labelled below 0
// take no part.
//
// It is exact up to sampleLimit rows. Above, it is that of a uniform sample of
// sampleLimit rows drawn without replacement, with distances within the sample
// only, as scikit-learn's sample_size; a cluster of which the sample has no row
// has NaN. A sampleLimit below 1 never samples. sampled is how many rows were
// used. All is NaN when they are of fewer than two clusters.
//
// It takes time in the square of the rows used.
func Silhouette(ctx context.Context, x Matrix, labels []int32, sampleLimit int, seed uint64) (mean float64, perCluster []float64, sampled int, err error) {
	rows := make([]int32, 0, x.Rows)
	for i, l := range labels {
		if l >= 0 {
			rows = append(rows, int32(i))
		}
	}
	rows = sample(rows, sampleLimit, seed)
	widths, err := silhouettes(ctx, x, rows, [][]int32{labels})
	if err != nil {
		return math.NaN(), nil, 0, err
	}
	return widths[0].mean, widths[0].perCluster, len(rows), nil
}

// sample draws limit of the rows, each set of them equally likely, and keeps
// their order. Source: Knuth, The Art of Computer Programming 2, algorithm S.
func sample(rows []int32, limit int, seed uint64) []int32 {
	if limit < 1 || len(rows) <= limit {
		return rows
	}
	random := rand.New(rand.NewPCG(seed, uint64(len(rows))))
	out := make([]int32, 0, limit)
	for i, row := range rows {
		if random.IntN(len(rows)-i) < limit-len(out) {
			out = append(out, row)
		}
	}
	return out
}

// silhouette is the mean width of the rows and of each cluster's.
type silhouette struct {
	mean       float64
	perCluster []float64
}

// silhouettes returns the silhouettes of several labelings of the same rows,
// none of which may be below 0 there. The distances, which take the time, are
// computed once for all.
func silhouettes(ctx context.Context, x Matrix, rows []int32, labelings [][]int32) ([]silhouette, error) {
	points := x.Pick(rows)
	labels := make([][]int32, len(labelings)) // of the rows
	sizes := make([][]int, len(labelings))
	widths := NewMatrix(len(labelings), len(rows))
	for l, labeling := range labelings {
		labels[l], sizes[l] = make([]int32, len(rows)), make([]int, clusters(labeling))
		for i, row := range rows {
			labels[l][i] = labeling[row]
			sizes[l][labeling[row]]++
		}
	}

	newRoom := func() *distanceSums { return &distanceSums{distances: make([][sideBySide]float64, len(rows))} }
	err := parallel.Each(ctx, (len(rows)+sideBySide-1)/sideBySide, newRoom, func(block int, r *distanceSums) {
		from, to := block*sideBySide, min((block+1)*sideBySide, len(rows))
		r.measure(points, from, to)
		for l := range labels {
			sums := r.byCluster(labels[l], len(sizes[l]))
			for i := from; i < to; i++ {
				widths.Row(l)[i] = width(sums, i-from, sizes[l], labels[l][i])
			}
		}
	}, nil)
	if err != nil {
		return nil, err
	}
	out := make([]silhouette, len(labelings))
	for l := range out {
		out[l] = meanWidths(widths.Row(l), labels[l], sizes[l])
	}
	return out, nil
}

// sideBySide is how many rows have their distances summed at once, so that the
// processor need not wait for the last sum of a cluster before the next.
const sideBySide = 8

// distanceSums is room for the distances of a few rows to all, and for the sums of
// these by cluster.
type distanceSums struct {
	distances [][sideBySide]float64 // by row of all
	sums      [][sideBySide]float64 // by cluster
}

// measure computes the distances of the rows from up to to.
func (r *distanceSums) measure(points Matrix, from, to int) {
	few := Matrix{to - from, points.Cols, points.Data[from*points.Cols : to*points.Cols]}
	for j := range r.distances {
		out := r.distances[j][:few.Rows]
		squaredEach(points.Row(j), few, out)
		for c, d := range out {
			out[c] = math.Sqrt(d)
		}
	}
}

// byCluster sums the distances by the labels of all rows. The sums hold until it
// is called again.
func (r *distanceSums) byCluster(labels []int32, clusters int) [][sideBySide]float64 {
	r.sums = append(r.sums[:0], make([][sideBySide]float64, clusters)...)
	for j, label := range labels {
		sum, d := &r.sums[label], &r.distances[j]
		for c := range sum {
			sum[c] += d[c]
		}
	}
	return r.sums
}

// width returns the silhouette width of one row of cluster own, given the sums
// of its distances to each cluster, in a place among others; NaN when there is no
// other cluster.
func width(sums [][sideBySide]float64, place int, sizes []int, own int32) float64 {
	b := math.Inf(1)
	for c, n := range sizes {
		if int32(c) != own && n > 0 {
			b = min(b, sums[c][place]/float64(n))
		}
	}
	if math.IsInf(b, 1) {
		return math.NaN()
	}
	if sizes[own] == 1 {
		return 0
	}
	a := sums[own][place] / float64(sizes[own]-1)
	if a == b { // also when both are 0
		return 0
	}
	return (b - a) / max(a, b)
}

// meanWidths averages the widths of all rows and of each cluster's.
func meanWidths(widths []float64, labels []int32, sizes []int) silhouette {
	s := silhouette{perCluster: make([]float64, len(sizes))}
	for i, w := range widths {
		s.mean += w
		s.perCluster[labels[i]] += w
	}
	s.mean /= float64(len(widths)) // NaN when there are none
	for c, n := range sizes {
		s.perCluster[c] /= float64(n)
	}
	return s
}
