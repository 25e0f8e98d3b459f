package cluster

import "context"

// KQuality is how well one number of clusters suits the data.
type KQuality struct {
	K      int // clusters asked for
	Result Result
	// Measures of the result; NaN where they are not defined, as for K = 1.
	Silhouette       float64
	CalinskiHarabasz float64
	DaviesBouldin    float64
}

// SelectK runs k-means for each of the ks, in the order given, and returns the
// place of the best by silhouette, ties and undefined silhouettes by the
// smaller k. s.K is not used; the other settings, report and the errors are
// those of [KMeans], whose result each k has unchanged. The silhouettes are
// those of [Silhouette] with sampleLimit and s.Seed.
func SelectK(ctx context.Context, x Matrix, ks []int, s Settings, sampleLimit int, report func(done float64)) (table []KQuality, best int, err error) {
	const fitting = .9 // the share of the time, roughly
	results, err := kmeans(ctx, x, ks, s, func(done float64) {
		if report != nil {
			report(fitting * done)
		}
	})
	if err != nil {
		return nil, 0, err
	}
	if table, best, err = Compare(ctx, x, ks, results, sampleLimit, s.Seed); err != nil {
		return nil, 0, err
	}
	if report != nil {
		report(1)
	}
	return table, best, nil
}

// Compare measures groupings of the same rows, one for each of the ks, none of
// which leaves a row without a cluster, and returns the place of the best as
// [SelectK] does. The silhouettes are those of [Silhouette] with sampleLimit and
// the seed. It returns the context's error when cancelled.
func Compare(ctx context.Context, x Matrix, ks []int, results []Result, sampleLimit int, seed uint64) (table []KQuality, best int, err error) {
	all := make([]int32, x.Rows)
	for i := range all {
		all[i] = int32(i)
	}
	labelings := make([][]int32, len(ks))
	for i, r := range results {
		labelings[i] = r.Labels
	}
	widths, err := silhouettes(ctx, x, sample(all, sampleLimit, seed), labelings)
	if err != nil {
		return nil, 0, err
	}
	table = make([]KQuality, len(ks))
	for i, r := range results {
		table[i] = KQuality{
			K: ks[i], Result: r, Silhouette: widths[i].mean,
			CalinskiHarabasz: CalinskiHarabasz(x, r.Labels), DaviesBouldin: DaviesBouldin(x, r.Labels),
		}
		if table[i].better(table[best]) {
			best = i
		}
	}
	return table, best, nil
}

// better reports whether q is to be preferred over p.
func (q KQuality) better(p KQuality) bool {
	switch a, b := q.Silhouette, p.Silhouette; {
	case a > b || a == a && b != b: // NaN is the worst
		return true
	case a < b || a != a && b == b:
		return false
	}
	return q.K < p.K
}
