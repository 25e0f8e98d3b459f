package tui

import (
	"strings"

	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
)

// leave takes the topmost screen away, or quits where there is none over the step.
// What runs is cancelled first, as by Esc, unless that would lose something.
func (m *Model) leave() {
	switch losing := len(m.tasks.losing()) > 0; {
	case losing && m.over():
		m.pop()
	case losing || !m.back():
		m.quit()
	}
}

// reopen goes back to the start screen, to open other files.
func (m *Model) reopen() { m.leaveFiles("Close these files and open others?", func() {}) }

// leaveFiles goes back to the start screen, after a question where work would be
// lost, and then does something there.
func (m *Model) leaveFiles(question string, then func()) {
	if !m.session.IsOpen() {
		then()
		return
	}
	m.askTasks(func() { m.ask(question, m.loses(), func() { m.closeFiles(then) }) })
}

// closeFiles goes back to the start screen and does something there.
func (m *Model) closeFiles(then func()) {
	m.tasks.cancelAll()
	m.session.Close()
	m.asking = false
	m.start = screen.NewStart(m)
	m.start.Refresh()
	m.findSessions()
	m.layout()
	then()
}

// quit leaves, asking only when work would be lost. Tasks are cancelled first
// and heard to their end, so that no file is left half-written.
func (m *Model) quit() {
	m.askTasks(func() {
		m.ask("Leave without exporting this segmentation?", !m.leaving && m.loses(), func() {
			m.leaving = true
			m.tasks.cancelAll()
		})
	})
}

// askTasks does something, or asks first when a task under way would lose its work
// by it. The question goes away once such a task has ended.
func (m *Model) askTasks(do func()) {
	losing := m.tasks.losing()
	question := m.config.Printer.Sprintf("%s: leave, and throw it away?", strings.Join(losing, "; "))
	m.askWhile(func() bool { return len(m.tasks.losing()) > 0 }, question, !m.leaving && len(losing) > 0, do)
}

// loses reports whether leaving the session would lose work: what no export
// holds and --resume cannot bring back.
func (m *Model) loses() bool {
	kept := m.keep()
	return m.session.Unsaved() && !kept
}

// suspend gives the terminal to the shell until that brings custseg back.
func (m *Model) suspend() { m.queue = append(m.queue, term.Suspend()) }

// resumed shows the screen again and takes the mouse, which Bubble Tea leaves to
// the terminal. Where there was no shell to give the terminal to, it says so.
func (m *Model) resumed(r term.Resumed) {
	m.layout()
	if m.mouse {
		m.queue = append(m.queue, term.CaptureMouse(true))
	}
	if !r.Stopped {
		m.Say("No shell holds custseg here, so ctrl-z does nothing: Q quits")
	}
}
