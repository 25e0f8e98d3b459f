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
	p.line(fmt.Sprintf("%s %3.0f%%%s", task, done*100, detail))
}

func (p *progress) line(text string) {
	now := time.Now()
	if now.Sub(p.started) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprint(p.w, "\r\x1b[K"+text)
}

func (p *progress) loading(l load.Progress) {
	name := plain(l.Stream)
	if name == "-" {
		name = "standard input"
	}
	switch {
	case name == "":
		p.show("reading", l.Done, fmt.Sprintf(" · %d rows", l.Rows))
	case l.Taken == 0:
		p.line("waiting for " + name)
	default:
		p.line(fmt.Sprintf("taking in %s · %.1f MB", name, float64(l.Taken)/1e6))
	}
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
