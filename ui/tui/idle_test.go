package tui

import (
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Once nothing moves, nothing ticks: every command that a way over all steps
// asked for comes to its end, and none asks for another.
func TestNothingTicksWhenNothingMoves(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.press("3", "enter", "5", "4", "enter")
	open, done := 0, make(chan tea.Msg)
	run := func(cmd tea.Cmd) {
		if cmd != nil {
			open++
			go func() { done <- cmd() }()
		}
	}
	_, cmd := p.m.Update(keyMsg("esc"))
	run(cmd)
	_, cmd = p.m.Update(keyMsg("y")) // says what was copied, for a while
	run(cmd)
	late := time.After(time.Minute)
	for open > 0 {
		select {
		case msg := <-done:
			open--
			if all, ok := msg.(tea.BatchMsg); ok {
				for _, cmd := range all {
					run(cmd)
				}
				continue
			}
			_, cmd := p.m.Update(msg)
			run(cmd)
		case <-late:
			t.Fatalf("%d commands are still pending", open)
		}
	}
	if p.m.message.text != "" {
		t.Errorf("the message stays: %s", p.m.message.text)
	}
	if p.m.keeping.soon || !p.m.tasks.none() {
		t.Error("something is still to come")
	}
}
