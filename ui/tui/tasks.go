package tui

import (
	"context"
	"slices"
	"sync"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
)

// tasks are the long tasks under way. Each runs as a command in its own
// goroutine; its progress and its end arrive as messages with its number, and
// those of a task that was replaced are dropped.
type tasks struct {
	ctx     context.Context
	last    int
	running []*running
	working sync.WaitGroup // of the goroutines, those of replaced tasks too
}

type running struct {
	id       int
	task     screen.Task
	cancel   context.CancelFunc
	progress chan float64
	started  time.Time
	done     float64
}

type taskProgress struct {
	id   int
	done float64
}

type taskEnd struct {
	id  int
	err error
}

// progressEvery is the least time between two progress messages of a task.
const progressEvery = 50 * time.Millisecond

// start begins a task, in the place of one with the same name that would lose the
// same, and returns the commands that run it and wait for its progress.
func (t *tasks) start(task screen.Task) tea.Cmd {
	t.stop(task)
	t.last++
	ctx, cancel := context.WithCancel(t.ctx)
	r := &running{id: t.last, task: task, cancel: cancel, progress: make(chan float64, 1), started: time.Now()}
	t.running = append(t.running, r)
	work := func() tea.Msg {
		t.working.Add(1)
		defer t.working.Done()
		defer cancel()
		defer close(r.progress)
		last := time.Now()
		report := func(done float64) {
			if now := time.Now(); now.Sub(last) >= progressEvery {
				last = now
				select {
				case r.progress <- done:
				default: // the screen is busy: it will hear the next
				}
			}
		}
		// A panic ends the task as an error does, or it would seem to go on for ever.
		return taskEnd{r.id, term.Guard(func() error { return task.Work(ctx, report) })}
	}
	return tea.Batch(work, t.wait(r.id))
}

// wait returns a command that waits for a task's next progress, nil when the
// task is no longer under way.
func (t *tasks) wait(id int) tea.Cmd {
	i := t.find(id)
	if i < 0 {
		return nil
	}
	progress := t.running[i].progress
	return func() tea.Msg {
		done, ok := <-progress
		if !ok {
			return nil
		}
		return taskProgress{id, done}
	}
}

func (t *tasks) find(id int) int {
	return slices.IndexFunc(t.running, func(r *running) bool { return r.id == id })
}

func (t *tasks) advance(p taskProgress) {
	if i := t.find(p.id); i >= 0 {
		t.running[i].done = p.done
	}
}

// end calls what a task wants done at its end, unless it was replaced.
func (t *tasks) end(e taskEnd) {
	i := t.find(e.id)
	if i < 0 {
		return
	}
	r := t.running[i]
	t.running = slices.Delete(t.running, i, i+1)
	r.task.Done(e.err)
}

// stop cancels the task that another takes the place of, and forgets it: its end
// will not be heard.
func (t *tasks) stop(next screen.Task) {
	t.running = slices.DeleteFunc(t.running, func(r *running) bool {
		if r.task.Name == next.Name && r.task.Loses == next.Loses {
			r.cancel()
			return true
		}
		return false
	})
}

// cancel asks the task of a name to end; its end is still heard.
func (t *tasks) cancel(name string) {
	for _, r := range t.running {
		if r.task.Name == name {
			r.cancel()
		}
	}
}

// cancelAll asks every task to end, and reports whether there was one that the
// analyst knows of; their ends are still heard.
func (t *tasks) cancelAll() bool {
	for _, r := range t.running {
		r.cancel()
	}
	return t.told()
}

// cancelHere asks tasks to end as [tasks.cancelAll] does, except those that last
// where a screen lies over another.
func (t *tasks) cancelHere(over bool) (told bool) {
	for _, r := range t.running {
		if !over || !r.task.Lasting {
			r.cancel()
			told = told || !r.task.Quiet
		}
	}
	return told
}

// told reports whether a task is under way that the analyst knows of.
func (t *tasks) told() bool {
	return slices.ContainsFunc(t.running, func(r *running) bool { return !r.task.Quiet })
}

// losing says of the tasks under way that would lose something what they do.
func (t *tasks) losing() (what []string) {
	for _, r := range t.running {
		if r.task.Loses != "" {
			what = append(what, r.task.Loses)
		}
	}
	return what
}

func (t *tasks) none() bool { return len(t.running) == 0 }

// slowest returns the task that has run longest, if it has run long enough to
// be worth showing.
func (t *tasks) slowest() (task screen.Task, done float64, ok bool) {
	const after = 150 * time.Millisecond
	i := slices.IndexFunc(t.running, func(r *running) bool { return !r.task.Quiet })
	if i < 0 || time.Since(t.running[i].started) < after {
		return screen.Task{}, 0, false
	}
	return t.running[i].task, t.running[i].done, true
}

// Start implements [screen.Host].
func (m *Model) Start(t screen.Task) { m.queue = append(m.queue, m.tasks.start(t)) }

// settle waits, for a while, until cancelled work has ended, so that a file
// being written is cleared away when the program is told to end.
func (t *tasks) settle() {
	done := make(chan struct{})
	go func() {
		t.working.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(settleFor):
	}
}

const settleFor = 3 * time.Second
