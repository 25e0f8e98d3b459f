package tui

import (
	"maps"
	"unicode/utf8"

	"custseg/model"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/term"
)

// key gives one key to whoever has the focus: what must always work, then what
// lies on top, then the screen's own movement and typing, then the bindings of
// the screen's place, then those of everywhere.
func (m *Model) key(k term.Key) {
	switch k.Name {
	case "ctrl+c":
		m.quit()
		return
	case "ctrl+z":
		m.suspend()
		return
	}
	if m.modal != nil {
		m.modal.key(m, k)
		return
	}
	s := m.current()
	if s.Key(k) {
		return
	}
	if s.Typing() {
		return // no letter of a text acts as a command
	}
	if b, ok := keys.Find(s.Place(), k.Name); ok {
		m.act(b)
		return
	}
	if b, ok := keys.Find(keys.Anywhere, k.Name); ok {
		m.act(b)
		return
	}
	if utf8.RuneCountInString(k.Name) == 1 {
		m.Say(k.Name + " does nothing here: ? lists the keys")
	}
}

// act does what a binding stands for, or says why it cannot be done.
func (m *Model) act(b keys.Binding) {
	a, ok := m.action(b)
	if !ok {
		return
	}
	if a.Why != nil {
		if why := a.Why(); why != "" {
			m.Say(b.Title + ": " + why)
			return
		}
	}
	a.Do()
}

func (m *Model) action(b keys.Binding) (screen.Action, bool) {
	if b.Place == keys.Anywhere {
		a, ok := m.actions()[b.ID]
		return a, ok
	}
	a, ok := m.current().Actions()[b.ID]
	return a, ok
}

// actions are what the bindings of everywhere do.
func (m *Model) actions() map[string]screen.Action {
	open := m.whyNoFile
	to := func(s screen.Step) screen.Action { return screen.Action{Do: func() { m.Go(s) }, Why: open} }
	out := map[string]screen.Action{
		"help":          {Do: func() { m.show(newHelp(m)) }},
		"palette":       {Do: func() { m.show(newPalette(m)) }},
		"step.data":     to(screen.Data),
		"step.roles":    to(screen.Roles),
		"step.method":   to(screen.Method),
		"step.segments": to(screen.Segments),
		"step.compare":  to(screen.Compare),
		"step.export":   to(screen.Export),
		"undo": {Do: m.undo, Why: func() string {
			if m.session.UndoName() == "" {
				return "nothing to undo"
			}
			return open()
		}},
		"redo": {Do: m.redo, Why: func() string {
			if m.session.RedoName() == "" {
				return "nothing to redo"
			}
			return open()
		}},
		"recipes": {Do: func() { m.showRecipes(false) }, Why: open},
		"again": {Do: m.again, Why: func() string {
			if !m.session.Cancelled() {
				return "nothing was cancelled"
			}
			return open()
		}},
		"back":    {Do: m.Back},
		"leave":   {Do: m.leave},
		"open":    {Do: m.reopen, Why: open},
		"mouse":   {Do: m.switchMouse},
		"suspend": {Do: m.suspend},
		"quit":    {Do: m.quit},
	}
	maps.Copy(out, m.tourActions())
	return out
}

// whyNoFile says why there is no data to work on.
func (m *Model) whyNoFile() string {
	switch {
	case m.loading():
		return "files are being read"
	case !m.session.IsOpen():
		return "open a file first"
	}
	return ""
}

func (m *Model) undo() {
	before := m.session.Recipe
	if name, ok := m.session.Undo(); ok {
		m.turned(before, "undone: %s", name)
		m.Say("Undone: " + name)
	}
}

func (m *Model) redo() {
	before := m.session.Recipe
	if name, ok := m.session.Redo(); ok {
		m.turned(before, "done again: %s", name)
		m.Say("Done again: " + name)
	}
}

// turned follows undo and redo: a run follows another recipe by itself, and the
// same recipe has other choices beside it.
func (m *Model) turned(before model.Recipe, what, name string) {
	if m.session.Recipe.Equal(before) {
		m.refresh()
		return
	}
	m.done = m.config.Printer.Sprintf(what, name)
}

// Go implements [screen.Host].
func (m *Model) Go(s screen.Step) {
	m.step = s
	m.freshen()
	m.layout()
}

// Push implements [screen.Host].
func (m *Model) Push(s screen.Screen) {
	m.stacks[m.step] = append(m.stacks[m.step], s)
	s.Refresh()
	m.layout()
}

// Back implements [screen.Host]. At the bottom of a step it only says how to
// quit: an Esc that comes late must not end the program.
func (m *Model) Back() {
	switch {
	case m.back():
	case m.touring.on:
		m.ask("Leave the tour? ctrl+t comes back to it", true, m.leaveTour)
	default:
		m.Say("Q quits")
	}
}

// back cancels what runs, or takes the topmost screen away; it reports whether
// there was anything to go back from.
func (m *Model) back() bool {
	if m.tasks.cancelHere(m.over()) {
		m.Say(cancelling)
		return true
	}
	if !m.over() {
		return false
	}
	m.pop()
	return true
}

// pop takes the topmost screen away.
func (m *Model) pop() {
	stack := m.stacks[m.step]
	m.stacks[m.step] = stack[:len(stack)-1]
	m.layout()
}

// over reports whether the current screen lies over another.
func (m *Model) over() bool { return m.session.IsOpen() && len(m.stacks[m.step]) > 1 }

func (m *Model) switchMouse() {
	m.mouse = !m.mouse
	m.queue = append(m.queue, term.CaptureMouse(m.mouse))
	if m.mouse {
		m.Say("Mouse on: click, wheel; M gives it back to the terminal")
	} else {
		m.Say("Mouse off: the terminal selects text; M takes it again")
	}
}

// point gives a mouse event to the steps line or to the body.
func (m *Model) point(e term.Mouse) {
	if m.modal != nil {
		return
	}
	if e.Y == stepsLine && e.Action == term.Press && m.session.IsOpen() && !m.loading() {
		if s, ok := m.stepAt(e.X); ok {
			m.Go(s)
		}
		return
	}
	e.Y -= headerLines
	if _, h := m.body(); e.Y >= 0 && e.Y < h {
		m.current().Mouse(e)
	}
}
