package tui

import (
	"context"
	"errors"
	"testing"

	"custseg/ui/tui/screen"
)

func TestTasksDropStaleAnswersAndCancelTheirWork(t *testing.T) {
	ts := tasks{ctx: context.Background()}
	var ended []string
	var first context.Context
	start := func(name string, work func(context.Context) error) {
		ts.start(screen.Task{
			Name: "run",
			Work: func(ctx context.Context, _ func(float64)) error { return work(ctx) },
			Done: func(err error) { ended = append(ended, name) },
		})
	}
	start("old", func(ctx context.Context) error { return nil })
	old := ts.running[0].id
	first, ts.running[0].cancel = watch(ts.running[0].cancel)
	start("new", func(ctx context.Context) error { return nil })
	if first.Err() == nil {
		t.Error("the task that was replaced goes on")
	}
	ts.end(taskEnd{id: old})
	if len(ended) != 0 {
		t.Errorf("heard the end of %v", ended)
	}
	if ts.wait(old) != nil {
		t.Error("still waits for the progress of a task that was replaced")
	}
	ts.end(taskEnd{id: ts.running[0].id})
	if len(ended) != 1 || ended[0] != "new" || !ts.none() {
		t.Errorf("ended %v", ended)
	}
}

// watch returns a context that ends when the cancel returned is called.
func watch(cancel context.CancelFunc) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(context.Background())
	return ctx, func() { stop(); cancel() }
}

func TestEscCancelsWhatRuns(t *testing.T) {
	p := play(t, 80, 24, "mono", orders(t))
	started, result := make(chan bool), errors.New("not ended")
	p.m.Start(screen.Task{
		Name: "long",
		Work: func(ctx context.Context, report func(float64)) error {
			close(started)
			<-ctx.Done()
			return ctx.Err()
		},
		Done: func(err error) { result = err },
	})
	p.run(p.m.flush())
	for len(p.m.tasks.running) > 0 {
		select {
		case msg := <-p.msgs:
			p.handle(msg)
		case <-started:
			started = nil
			p.handle(keyMsg("esc"))
		}
	}
	if !errors.Is(result, context.Canceled) {
		t.Errorf("ended with %v", result)
	}
	if p.quit {
		t.Error("Esc quit instead of cancelling")
	}
	if p.m.message.text != "" {
		t.Errorf("%q is said when nothing runs any more", p.m.message.text)
	}
}

func TestQuitWaitsForTasksToEnd(t *testing.T) {
	p := play(t, 80, 24, "mono", orders(t))
	release := make(chan bool)
	p.m.Start(screen.Task{
		Name: "writing",
		Work: func(ctx context.Context, _ func(float64)) error { <-ctx.Done(); <-release; return ctx.Err() },
		Done: func(error) {},
	})
	p.run(p.m.flush())
	p.handle(keyMsg("ctrl+c"))
	for range 5 {
		p.drain()
	}
	if p.quit {
		t.Fatal("quit while a file was being written")
	}
	close(release)
	for !p.m.tasks.none() {
		p.handle(<-p.msgs)
	}
	for range 5 {
		p.drain()
	}
	if !p.quit {
		t.Error("did not quit once the task had ended")
	}
}

func TestCancelledRunCanBeRunAgain(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter", "shift+tab")
	_, step := p.m.Update(keyMsg("left"))
	_, cancel := p.m.Update(keyMsg("esc")) // before the work has begun
	p.run(step)
	p.run(cancel)
	for !p.m.tasks.none() {
		p.handle(<-p.msgs)
	}
	p.shows("cancelled: r runs it again")
	if !p.m.session.Cancelled() || p.quit {
		t.Fatalf("failed with %v, quit %v", p.m.session.Failed, p.quit)
	}
	p.press("r")
	if p.m.session.Failed != nil || !p.m.session.Result.Recipe.Equal(p.m.session.Recipe) {
		t.Errorf("failed with %v", p.m.session.Failed)
	}
}

// What lasts goes on while a screen lies over the one that started it.
func TestLastingTasksAreCancelledFromTheirOwnScreen(t *testing.T) {
	task := func(lasting bool) *running {
		return &running{task: screen.Task{Lasting: lasting}}
	}
	lasting, other := task(true), task(false)
	var first, second context.Context
	first, lasting.cancel = context.WithCancel(context.Background())
	second, other.cancel = context.WithCancel(context.Background())
	ts := tasks{running: []*running{lasting}}
	if ts.cancelHere(true) || first.Err() != nil {
		t.Error("Esc on a screen above cancels what lasts")
	}
	ts.running = append(ts.running, other)
	if !ts.cancelHere(true) || second.Err() == nil || first.Err() != nil {
		t.Error("Esc does not cancel the other alone")
	}
	if !ts.cancelHere(false) || first.Err() == nil {
		t.Error("Esc on its own screen does not cancel what lasts")
	}
}
