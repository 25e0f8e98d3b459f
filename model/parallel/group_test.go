package parallel_test

import (
	"context"
	"strings"
	"testing"

	"custseg/model/parallel"
)

// caught returns what work panics with.
func caught(work func()) (value any) {
	defer func() { value = recover() }()
	work()
	return nil
}

func TestAPanicOfAWorkerReachesTheCaller(t *testing.T) {
	ended := 0
	value := caught(func() {
		var g parallel.Group
		g.Go(func() { panic("lost") })
		g.Go(func() { ended++ })
		g.Wait()
	})
	fault, ok := value.(*parallel.Fault)
	if !ok || fault.Value != "lost" || !strings.Contains(string(fault.Stack), "group_test.go") {
		t.Errorf("caught %v", value)
	}
	if ended != 1 {
		t.Error("the others were not waited for")
	}
}

func TestAPanicOfATaskReachesTheCaller(t *testing.T) {
	value := caught(func() {
		_ = parallel.Each(context.Background(), 100, func() int { return 0 }, func(task, _ int) {
			if task == 7 {
				panic(task)
			}
		}, func(float64) {})
	})
	if fault, ok := value.(*parallel.Fault); !ok || fault.Value != 7 {
		t.Errorf("caught %v", value)
	}
}
