package parallel_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"custseg/model/parallel"
)

func TestStoppableAnswers(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	fault := errors.New("work failed")
	for _, ctx := range []context.Context{context.Background(), ctx} {
		if v, err := parallel.Stoppable(ctx, func() (int, error) { return 3, fault }); v != 3 || err != fault {
			t.Errorf("%v, %v", v, err)
		}
	}
}

// Work that never looks at its context keeps nobody waiting.
func TestStoppableStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	hold := make(chan bool)
	defer close(hold)
	v, err := parallel.Stoppable(ctx, func() (int, error) {
		cancel()
		<-hold
		return 3, nil
	})
	if v != 0 || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", v, err)
	}
}

func TestStoppablePanicsInTheCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	defer func() {
		f, ok := recover().(*parallel.Fault)
		if !ok || f.Value != "broken" || !strings.Contains(string(f.Stack), "TestStoppablePanicsInTheCaller") {
			t.Errorf("%v", f)
		}
	}()
	_, _ = parallel.Stoppable(ctx, func() (int, error) { panic("broken") })
	t.Error("it went on")
}
