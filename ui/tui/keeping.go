package tui

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/store"
)

// keeping is how the session is kept for another day, and what there is to tell of
// that: on the screen, and again once the program has ended, as a message on the
// screen goes with the next key.
type keeping struct {
	soon  bool     // it will be kept before long
	err   error    // why it could not be, the last time
	aside string   // what was set aside, yet to be told on the screen
	told  []string // what is told at the end
}

// keepDue asks for the session to be kept, some time after it changed.
type keepDue struct{}

// keepAfter is how long changes gather before the session is kept.
const keepAfter = 2 * time.Second

// loadKept reads what is kept from other days. Files of it that are damaged are set
// aside before.
func (m *Model) loadKept() {
	var aside []store.Aside
	m.Start(screen.Task{
		Name:  "looking after what is kept",
		Quiet: true,
		Work: func(context.Context, func(float64)) error {
			aside = m.config.Store.SetAside(m.config.Keep || m.config.Resume)
			return nil
		},
		Done: func(error) {
			m.setAside(aside)
			m.presets.Load(m)
			m.recipes.Load(m)
			m.findSessions()
		},
	})
}

// setAside notes what is to be told of files that were set aside.
func (m *Model) setAside(aside []store.Aside) {
	pr := m.config.Printer
	var short []string
	for _, a := range aside {
		short = append(short, pr.Sprintf("%s is damaged: set aside as %s, a new one begins", filepath.Base(a.Path), filepath.Base(a.To)))
		m.keeping.told = append(m.keeping.told, pr.Sprintf("%s is damaged (%s): it was set aside as %s, and a new one begins; to have back what it held, mend that and move it to its place",
			cell.Clean(a.Path), cell.Clean(a.Cause.Error()), filepath.Base(a.To)))
	}
	m.keeping.aside = strings.Join(short, "; ")
}

// tellAside tells on the screen what was set aside, when nothing else is going on.
func (m *Model) tellAside() {
	if m.keeping.aside == "" || !m.tasks.none() || m.message.text != "" && m.message.warning {
		return
	}
	m.Warn(m.keeping.aside)
	m.keeping.aside = ""
}

// noSession says why there is none to resume.
func (m *Model) noSession() string {
	why := m.keeping.aside
	if m.keeping.aside = ""; why == "" {
		why = m.config.Printer.Sprintf("none was kept yet")
	}
	return m.config.Printer.Sprintf("There is no session to resume: %s", why)
}

// keepSoon sees to it that the session is kept before long.
func (m *Model) keepSoon() {
	if m.keeps() && !m.keeping.soon {
		m.keeping.soon = true
		m.queue = append(m.queue, tea.Tick(keepAfter, func(time.Time) tea.Msg { return keepDue{} }))
	}
}

// keeps reports whether the session is one that is kept: of files that can be
// opened again, and not of a tour.
func (m *Model) keeps() bool {
	return m.config.Keep && !m.touring.on && m.session.IsOpen() && store.CanResume(m.session.Files)
}

// here is the session as it is kept. While a session that goes on is not yet as
// it was left, that is where it is.
func (m *Model) here() store.Session {
	place := m.returning.place
	if !m.returning.toRestore {
		place = m.located()
	}
	place.Step = strings.ToLower(m.step.String())
	return store.Session{Files: m.session.Files, Recipe: m.session.Recipe, Place: place, Left: m.heard.Round(0)}
}

// located is what the screens of the steps, and those over the step shown, tell
// of the place.
func (m *Model) located() (p store.Place) {
	shown := slices.Clone(m.stacks[m.step])
	for _, stack := range m.stacks {
		shown = append(shown, stack[0])
	}
	for _, s := range shown {
		if l, ok := s.(screen.Located); ok {
			l.Locate(&p)
		}
	}
	return p
}

// keepLater keeps the session outside the update loop. That it cannot be is said
// once.
func (m *Model) keepLater() {
	m.keeping.soon = false
	if !m.keeps() {
		return
	}
	kept := m.here()
	m.Start(screen.Task{
		Name:  "keeping the session",
		Quiet: true,
		Work:  func(context.Context, func(float64)) error { return m.config.Store.KeepSession(kept) },
		Done: func(err error) {
			if err != nil && m.keeping.err == nil {
				m.Warn(m.unkept(err))
			}
			m.keeping.err = err
		},
	})
}

// unkept says that the session is not kept.
func (m *Model) unkept(err error) string {
	return m.config.Printer.Sprintf("The session is not kept for --resume: %s", cell.Clean(err.Error()))
}

// keep keeps the session at once, and reports whether it is kept: nothing is
// lost then by leaving it.
func (m *Model) keep() bool {
	if !m.keeps() {
		return false
	}
	m.keeping.err = m.config.Store.KeepSession(m.here())
	return m.keeping.err == nil
}

// farewell keeps the session and tells, behind the screen, that it can be resumed,
// or that it could not be kept, and what was set aside.
func (m *Model) farewell(out, trouble io.Writer) {
	unsaved := m.session.Unsaved()
	if m.keep() && unsaved {
		m.config.Printer.Fprintf(out, "custseg --resume goes on where you left\n")
	}
	told := m.keeping.told
	if m.keeping.err != nil {
		told = append(told, m.config.Printer.Sprintf("%s; --no-session keeps none", m.unkept(m.keeping.err)))
	}
	for _, text := range told {
		fmt.Fprintln(trouble, "custseg:", text)
	}
}
