package cluster

import (
	"fmt"
)

// AdjustedRand returns how alike two groupings of the same rows are, whatever
// their labels: 1 when they are the same, about 0 when they agree as chance
// would have it, below 0 when less than that. Any whole number is a label. It
// panics when the lengths differ. Source: Hubert & Arabie 1985, by counts of
// pairs as in scikit-learn.
func AdjustedRand[L ~int | ~int8 | ~int16 | ~int32 | ~int64](a, b []L) float64 {
	if len(a) != len(b) {
		panic(fmt.Sprintf("cluster: %d labels with %d", len(a), len(b)))
	}
	type cell struct{ a, b L }
	inA, inB, inBoth := map[L]int{}, map[L]int{}, map[cell]int{}
	for i := range a {
		inA[a[i]]++
		inB[b[i]]++
		inBoth[cell{a[i], b[i]}]++
	}
	// Pairs of rows together in both groupings, in one only, and in none.
	both, alone, other := pairs(inBoth), pairs(inA), pairs(inB)
	onlyA, onlyB := alone-both, other-both
	if onlyA == 0 && onlyB == 0 {
		return 1
	}
	none := float64(len(a))*float64(len(a)-1)/2 - both - onlyA - onlyB
	return 2 * (both*none - onlyA*onlyB) /
		((both+onlyA)*(onlyA+none) + (both+onlyB)*(onlyB+none))
}

// pairs counts the pairs of rows that share a label.
func pairs[L comparable](counts map[L]int) float64 {
	sum := 0 // whole numbers, so that the map's order does not matter
	for _, n := range counts {
		sum += n * (n - 1) / 2
	}
	return float64(sum)
}
