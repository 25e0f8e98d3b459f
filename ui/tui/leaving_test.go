package tui

import (
	"context"
	"errors"
	"testing"

	"custseg/ui/tui/golden"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/store"
)

// writes begins to write a file, which goes on until it is cancelled or written.
func (p *player) writes(name string) (written chan<- bool, ended *error) {
	p.t.Helper()
	started, stop, end := make(chan bool), make(chan bool), errors.New("goes on")
	p.m.Start(screen.Task{
		Name: "writing", Loses: name + " is being written",
		Work: func(ctx context.Context, report func(float64)) error {
			close(started)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-stop:
				return nil
			}
		},
		Done: func(err error) { end = err },
	})
	p.run(p.m.flush())
	for {
		select {
		case msg := <-p.msgs:
			p.handle(msg)
		case <-started:
			return stop, &end
		}
	}
}

// rest waits until no task is under way.
func (p *player) rest() { p.send(nil) }

// A file that is being written is not thrown away without a word, by whatever
// key one leaves.
func TestLeavingAsksWhileAFileIsWritten(t *testing.T) {
	for _, key := range []string{"Q", "q", "ctrl+c", "ctrl+o"} {
		p := play(t, 100, 30, "mono", orders(t))
		p.press("3", "enter")
		_, ended := p.writes("orders.xlsx")
		p.handle(keyMsg(key))
		p.shows("orders.xlsx is being written: leave, and throw it away?")
		p.handle(keyMsg("n"))
		if p.m.tasks.none() || p.m.leaving {
			t.Fatalf("%s: cancelled though the answer was no", key)
		}
		p.shows("Champions")
		p.handle(keyMsg(key))
		p.handle(keyMsg("y"))
		p.rest()
		if !errors.Is(*ended, context.Canceled) || p.quit != (key != "ctrl+o") || !p.quit && p.m.session.IsOpen() {
			t.Errorf("%s: the file is %v, quit %v", key, *ended, p.quit)
		}
	}
}

// q takes away what lies over a step, and the file goes on being written.
func TestLeavingAScreenLeavesTheFileAlone(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter", "enter")
	p.shows("› Champions")
	written, ended := p.writes("orders.xlsx")
	p.handle(keyMsg("q"))
	if p.m.over() || p.m.modal != nil {
		t.Fatal("q did not go back")
	}
	close(written)
	if p.rest(); *ended != nil {
		t.Errorf("the file is %v", *ended)
	}
}

// Once the file is written there is nothing to ask any more.
func TestTheQuestionGoesAwayWithItsReason(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter")
	one, _ := p.writes("one.xlsx")
	two, _ := p.writes("two.csv") // beside the first
	p.handle(keyMsg("Q"))
	p.shows("one.xlsx is being written; two.csv is being written: leave")
	close(one)
	for len(p.m.tasks.losing()) > 1 {
		p.handle(<-p.msgs)
	}
	p.shows("leave, and throw it away?")
	close(two)
	p.rest()
	p.shows("Champions")
	if p.m.modal != nil || p.quit {
		t.Errorf("still asked, or quit %v", p.quit)
	}
	p.press("Q")
	if !p.quit {
		t.Error("asked although nothing would be lost")
	}
}

// What was tuned is asked for beside the file.
func TestLeavingAsksForBoth(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.press("3", "enter", "shift+tab", "left")
	_, ended := p.writes("orders.xlsx")
	p.handle(keyMsg("Q"))
	p.handle(keyMsg("y"))
	p.shows("Leave without exporting")
	p.handle(keyMsg("n"))
	if p.m.tasks.none() {
		t.Fatalf("the file is %v though the answer was no", *ended)
	}
	p.handle(keyMsg("Q"))
	p.handle(keyMsg("y"))
	p.handle(keyMsg("y"))
	p.rest()
	if !p.quit || !errors.Is(*ended, context.Canceled) {
		t.Errorf("quit %v, the file is %v", p.quit, *ended)
	}
}

func TestTheQuestionGolden(t *testing.T) {
	p := playConfig(t, 120, 36, "mono", Config{Files: []string{"sample:shop"}, Store: store.New(store.Folders{})})
	p.press("3", "enter")
	running := &running{task: screen.Task{Loses: "sales of the northern region by the end of the year 2026.xlsx is being written"}}
	p.m.tasks.running = append(p.m.tasks.running, running)
	p.handle(keyMsg("Q"))
	p.m.tasks.running = nil // how far it is would be the machine's
	golden.Text(t, "view-leaving.golden", p.views())
}
