package tui

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"custseg/model"
	"custseg/model/wording"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// player drives the root model as a terminal would: keys and sizes in, commands
// run, their messages fed back.
type player struct {
	t    testing.TB
	m    *Model
	msgs chan tea.Msg
	quit bool
	ends []error // of the tasks that ended badly
	gone context.Context
	stop context.CancelFunc
}

var looks = map[string]theme.Options{
	"colour": {Color: true, Colors256: true},
	"mono":   {},
	"ascii":  {ASCII: true},
}

// play opens the files on a screen of a size.
func play(t testing.TB, w, h int, look string, files ...string) *player {
	t.Helper()
	return playConfig(t, w, h, look, Config{Files: files})
}

// playConfig starts the model of a configuration; what every test has is added.
func playConfig(t testing.TB, w, h int, look string, c Config) *player {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	if c.Samples == nil {
		c.Samples = os.DirFS("../../testdata")
	}
	c.Prepare = func(r model.Recipe) (model.Recipe, error) { return r, nil }
	c.Printer = wording.English()
	c.Term = term.Options{Options: looks[look], Mouse: true}
	c.Out = io.Discard
	m := New(ctx, c)
	p := &player{t: t, m: m, msgs: make(chan tea.Msg, 100), gone: ctx, stop: cancel}
	p.run(m.Init())
	p.send(tea.WindowSizeMsg{Width: w, Height: h})
	return p
}

// run gives what a command comes to, as long as there is a program to hear it.
func (p *player) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		select {
		case p.msgs <- cmd():
		case <-p.gone.Done():
		}
	}()
}

// send gives the model a message and waits until no task is under way.
func (p *player) send(msg tea.Msg) {
	p.t.Helper()
	p.handle(msg)
	late := time.After(5 * time.Minute) // of a task that hangs, however slow the machine
	for !p.m.tasks.none() {
		select {
		case msg := <-p.msgs:
			p.handle(msg)
		case <-late:
			p.t.Fatalf("a task does not end: %s", p.m.tasks.running[0].task.Name)
		}
	}
	for p.drain() {
	}
}

// drain handles a message that is there already.
func (p *player) drain() bool {
	select {
	case msg := <-p.msgs:
		p.handle(msg)
		return true
	case <-time.After(5 * time.Millisecond):
		return false
	}
}

func (p *player) handle(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.BatchMsg:
		for _, cmd := range msg {
			p.run(cmd)
		}
	case tea.QuitMsg:
		p.quit = true
	default:
		if e, ok := msg.(taskEnd); ok && e.err != nil {
			p.ends = append(p.ends, e.err)
		}
		_, cmd := p.m.Update(msg)
		p.run(cmd)
	}
}

// press sends keys by name: "enter", "tab", "ctrl+e", or the rune they type.
func (p *player) press(names ...string) {
	p.t.Helper()
	for _, n := range names {
		p.send(keyMsg(n))
	}
}

func keyMsg(name string) tea.KeyMsg {
	special := map[string]tea.KeyType{"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab, "shift+tab": tea.KeyShiftTab,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "backspace": tea.KeyBackspace,
		"space": tea.KeySpace, "ctrl+c": tea.KeyCtrlC, "ctrl+r": tea.KeyCtrlR, "ctrl+p": tea.KeyCtrlP, "ctrl+s": tea.KeyCtrlS,
		"ctrl+e": tea.KeyCtrlE, "ctrl+o": tea.KeyCtrlO, "ctrl+z": tea.KeyCtrlZ, "ctrl+t": tea.KeyCtrlT, "ctrl+n": tea.KeyCtrlN, "ctrl+g": tea.KeyCtrlG, "ctrl+k": tea.KeyCtrlK, "ctrl+u": tea.KeyCtrlU, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp}
	if k, ok := special[name]; ok {
		msg := tea.KeyMsg{Type: k}
		if k == tea.KeySpace {
			msg.Runes = []rune{' '}
		}
		return msg
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
}

// pause is long enough that the next step is a change of its own.
func (p *player) pause() { p.m.heard = time.Time{} }

// method runs a method, found by its id.
func (p *player) method(id string) {
	p.press("3", "/")
	for _, r := range id {
		p.press(string(r))
	}
	p.press("enter")
}

// screen is what is shown, without colours.
func (p *player) screen() string { return ansi.Strip(p.m.View()) }

// shows fails unless the screen holds every text.
func (p *player) shows(texts ...string) {
	p.t.Helper()
	s := p.screen()
	for _, want := range texts {
		if !strings.Contains(s, want) {
			p.t.Errorf("the screen does not show %q:\n%s", want, s)
		}
	}
}

// playWith is play with a store that keeps presets and sessions, resumed or not.
func playWith(t testing.TB, kept *store.Store, resume bool, files ...string) *player {
	t.Helper()
	return playConfig(t, 120, 36, "mono", Config{Files: files, Store: kept, Keep: true, Resume: resume})
}
