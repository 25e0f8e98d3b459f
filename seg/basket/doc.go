// Package basket finds items that are bought together: frequent itemsets level by
// level, each from those one smaller, and the rules that follow from them (Agrawal
// & Srikant 1994, Fast algorithms for mining association rules). From pairs on the
// baskets of a set are counted by intersecting lists of baskets rather than by
// reading all baskets again (Zaki 2000, Scalable algorithms for association
// mining), which finds the same sets.
package basket

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Baskets are sets of items 0..Items-1: the items of basket i are
// List[First[i]:First[i+1]], ascending and distinct.
type Baskets struct {
	First []int32
	List  []int32
	Items int
}

// Len is the number of baskets.
func (b Baskets) Len() int { return len(b.First) - 1 }

// Of returns the items of one basket.
func (b Baskets) Of(i int) []int32 { return b.List[b.First[i]:b.First[i+1]] }

// between is how many baskets pass between two looks at whether to stop.
const between = 1 << 15

// New makes baskets of lists of items, in any order, of which it keeps one of
// each. The error is the context's, soon after a cancel.
func New(ctx context.Context, lists [][]int32, items int) (Baskets, error) {
	b := Baskets{First: make([]int32, 1, len(lists)+1), Items: items}
	for i, list := range lists {
		if i%between == 0 && ctx.Err() != nil {
			return Baskets{}, ctx.Err()
		}
		from := len(b.List)
		b.List = append(b.List, list...)
		slices.Sort(b.List[from:])
		b.List = b.List[:from+len(slices.Compact(b.List[from:]))]
		b.First = append(b.First, int32(len(b.List)))
	}
	return b, nil
}

// Set is items that are bought together.
type Set struct {
	Items []int32 // ascending
	Count int     // baskets that hold them all
}

// mostSets bounds the itemsets that are kept: more are of no use to a reader and
// may not fit in memory.
const mostSets = 500_000

// TooManyError reports that a support is so low that there are too many sets.
type TooManyError struct{ Size int }

// Error says at which size there were too many.
func (e *TooManyError) Error() string {
	return fmt.Sprintf("basket: more than %d sets of up to %d items reach the support: raise it", mostSets, e.Size)
}

// Frequent finds all sets of up to a number of items that a share of the baskets
// hold, by size and then by items. The error is a [*TooManyError], or the
// context's soon after a cancel.
func Frequent(ctx context.Context, b Baskets, support float64, maxItems int) ([]Set, error) {
	m := &miner{ctx: ctx, b: b, least: leastCount(support, b.Len())}
	if err := m.single(); err != nil {
		return nil, err
	}
	out := m.sets()
	for size := 2; size <= maxItems && len(m.level) > 1; size++ {
		var err error
		if size == 2 {
			err = m.pairs()
		} else {
			err = m.extend()
		}
		if err != nil {
			return nil, err
		}
		if out = append(out, m.sets()...); len(out) > mostSets {
			return nil, &TooManyError{size}
		}
	}
	return out, nil
}

// leastCount is the number of baskets that reach a support, at least one.
func leastCount(support float64, n int) int {
	const rounding = 1e-9
	return max(1, int(math.Ceil(support*float64(n)-rounding)))
}
