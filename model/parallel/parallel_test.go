package parallel_test

import (
	"context"
	"errors"
	"testing"

	"custseg/model/parallel"
)

func TestEachTaskRunsOnce(t *testing.T) {
	const n = 100
	runs := make([]int, n)
	last := 0.0
	err := parallel.Each(context.Background(), n, func() *int { return new(int) }, func(task int, room *int) {
		*room++ // a race if two workers shared it
		runs[task]++
	}, func(done float64) {
		if done <= last {
			t.Errorf("%v done after %v", done, last)
		}
		last = done
	})
	if err != nil || last != 1 {
		t.Errorf("error %v, %v done", err, last)
	}
	for task, times := range runs {
		if times != 1 {
			t.Errorf("task %d ran %d times", task, times)
		}
	}
}

func TestEachStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	runs := make([]int, 1000)
	err := parallel.Each(ctx, len(runs), func() struct{} { return struct{}{} }, func(task int, _ struct{}) {
		runs[task]++
		cancel()
	}, nil)
	ran := 0
	for _, times := range runs {
		ran += times
	}
	if !errors.Is(err, context.Canceled) || ran == len(runs) {
		t.Errorf("error %v after %d tasks", err, ran)
	}
}

func TestEachWithoutTasks(t *testing.T) {
	err := parallel.Each(context.Background(), 0, func() int { return 0 }, func(int, int) { t.Error("a task ran") }, nil)
	if err != nil {
		t.Error(err)
	}
}
