package parallel

import (
	"context"
	"sync/atomic"
)

// rangeSize is how many items a task of [Ranges] has: few enough that a cancelled
// context is noticed soon.
const rangeSize = 1 << 16

// Parts is the number of ranges that [Ranges] makes of n items.
func Parts(n int) int { return (n + rangeSize - 1) / rangeSize }

// Over is [Ranges] of work that is not cancelled.
func Over(n int, work func(part, from, to int)) { _ = Ranges(context.Background(), n, work) }

// Ranges runs work for ranges of the items 0..n-1 over the processors. Part counts
// the ranges from 0, and from and to bound one. A single range is worked on in the
// goroutine of the call. It returns the context's error.
func Ranges(ctx context.Context, n int, work func(part, from, to int)) error {
	if n > 0 && n <= rangeSize && ctx.Err() == nil {
		work(0, 0, n)
		return ctx.Err()
	}
	return Each(ctx, Parts(n), func() struct{} { return struct{}{} }, func(part int, _ struct{}) {
		work(part, part*rangeSize, min((part+1)*rangeSize, n))
	}, nil)
}

// Any reports whether any of the items 0..n-1 is of some sort, as in tells of ranges of
// them. Once one is found no more ranges are begun with.
func Any(n int, in func(from, to int) bool) bool {
	var found atomic.Bool
	Over(n, func(_, from, to int) {
		if !found.Load() && in(from, to) {
			found.Store(true)
		}
	})
	return found.Load()
}
