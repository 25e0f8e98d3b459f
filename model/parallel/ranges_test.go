package parallel_test

import (
	"context"
	"errors"
	"testing"

	"custseg/model/parallel"
)

func TestRangesCoverAll(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 16, 1<<16 + 1, 300_000} {
		seen, parts := make([]int8, n), make([]int8, parallel.Parts(n))
		err := parallel.Ranges(context.Background(), n, func(part, from, to int) {
			parts[part]++
			for i := from; i < to; i++ {
				seen[i]++
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		for i, times := range seen {
			if times != 1 {
				t.Fatalf("item %d of %d was in %d ranges", i, n, times)
			}
		}
		for part, times := range parts {
			if times != 1 {
				t.Fatalf("part %d of %d items came %d times", part, n, times)
			}
		}
	}
}

func TestRangesStopWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	err := parallel.Ranges(ctx, 10, func(int, int, int) { t.Error("a range was worked on") })
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestAny(t *testing.T) {
	for _, n := range []int{0, 1, 1 << 16, 300_000} {
		for _, sought := range []int{0, n / 2, n - 1, n} {
			got := parallel.Any(n, func(from, to int) bool { return from <= sought && sought < to })
			if want := sought >= 0 && sought < n; got != want {
				t.Errorf("%d among %d: %v", sought, n, got)
			}
		}
	}
}
