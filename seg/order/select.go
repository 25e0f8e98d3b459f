package order

import (
	"math"
	"slices"
)

// Standing is a value that stands at some place of the ascending order.
type Standing struct {
	Value float64
	UpTo  int // how many values are at most that
}

// Ranked returns the finite values that stand at some places of the ascending
// order, from 0, by place, and how many finite values there are. It finds them
// without sorting all. Places are asked for with that number and below it; they may
// repeat. -0 is 0.
func Ranked(values []float64, places func(n int) []int) (at map[int]Standing, n int) {
	return ranked(values, Finite, places)
}

// RankedAll is [Ranked] of all values but NaN, infinite ones too.
func RankedAll(values []float64, places func(n int) []int) (at map[int]Standing, n int) {
	return ranked(values, func(v float64) bool { return !math.IsNaN(v) }, places)
}

// ranked counts values by their first bits, and sorts only those that share them
// with a value that is asked for.
func ranked(values []float64, wanted func(float64) bool, places func(n int) []int) (at map[int]Standing, n int) {
	const shift = 64 - 16
	counts := make([]int32, 1<<16)
	for _, v := range values {
		if wanted(v) {
			counts[key(v)>>shift]++
			n++
		}
	}
	asked := slices.Clone(places(n))
	slices.Sort(asked)
	asked = slices.Compact(asked)
	first := map[uint64]int{} // of the bits that are asked for: the place of their first value
	before, next := 0, 0
	for bits, count := range counts {
		if from := next; count > 0 {
			for next < len(asked) && asked[next] < before+int(count) {
				next++
			}
			if next > from {
				first[uint64(bits)] = before
				counts[bits] = -count
			}
		}
		before += int(max(count, -count))
	}
	groups := make(map[uint64][]float64, len(first))
	for bits := range first {
		groups[bits] = make([]float64, 0, -counts[bits])
	}
	for _, v := range values {
		if bits := key(v) >> shift; counts[bits] < 0 && wanted(v) {
			groups[bits] = append(groups[bits], v+0) // -0 + 0 is 0
		}
	}
	at = make(map[int]Standing, len(asked))
	for bits, group := range groups {
		group = sortedValues(group)
		for _, place := range asked {
			if in := place - first[bits]; in >= 0 && in < len(group) {
				above, _ := slices.BinarySearchFunc(group, group[in], func(v, at float64) int {
					if v <= at {
						return -1
					}
					return 1
				})
				at[place] = Standing{group[in], first[bits] + above}
			}
		}
	}
	return at, n
}
