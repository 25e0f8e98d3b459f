package cli

import (
	"fmt"
	"io"
	"time"

	"custseg/io/load"
)

// progress shows on one line how far a long task is. It writes at most twenty
// times a second and nothing before a task has taken a while.
type progress struct {
	w       io.Writer
	started time.Time
	last    time.Time
	shown   bool
}

func newProgress(w io.Writer) *progress { return &progress{w: w, started: time.Now()} }

const (
	progressAfter = 300 * time.Millisecond
	progressEvery = 50 * time.Millisecond
)

func (p *progress) show(task string, done float64, detail string) {
	now := time.Now()
	if now.Sub(p.started) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.w, "\r\x1b[K%s %3.0f%%%s", task, done*100, detail)
}

func (p *progress) loading(l load.Progress) {
	p.show("reading", l.Done, fmt.Sprintf(" · %d rows", l.Rows))
}

func (p *progress) step(task string) func(float64) {
	return func(done float64) { p.show(task, done, "") }
}

// done clears the line.
func (p *progress) done() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
