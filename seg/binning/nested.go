package binning

import (
	"fmt"
	"slices"

	"custseg/seg/order"
)

// Nested bins by quantiles within each parent: frequency within recency, say,
// and money within recency and frequency together. parent holds a code per
// value, above 0; any small whole numbers serve, such as a bin or 10·r+f. A
// value whose parent is 0 or less is missing. The cuts in force within parent
// p are cuts[p], nil for a code that no value has.
//
// It panics when k < 1 or the slices differ in length.
func Nested(values []float64, parent []int, k int) (b Bins, cuts [][]float64) {
	if len(values) != len(parent) {
		panic(fmt.Sprintf("binning: %d values with %d parents", len(values), len(parent)))
	}
	b = newBins(len(values), k)
	if len(values) == 0 {
		return b, nil
	}
	cuts = make([][]float64, max(0, slices.Max(parent))+1)

	// One sort of all values, then dealt to the parents in that order.
	start := make([]int, len(cuts)+1)
	ascending := order.Ascending(values)
	for _, pos := range ascending {
		start[max(0, parent[pos])+1]++
	}
	for p := range cuts {
		start[p+1] += start[p]
	}
	dealt, next := make([]int32, len(ascending)), slices.Clone(start)
	for _, pos := range ascending {
		p := max(0, parent[pos])
		dealt[next[p]] = pos
		next[p]++
	}
	for p := 1; p < len(cuts); p++ {
		members := dealt[start[p]:start[p+1]]
		cuts[p] = quantileCuts(pick(values, members), k, 0)
		b.fill(values, members, cuts[p])
	}
	return b, cuts
}
