package tui

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// modal lies over the body and takes every key but ctrl+c and ctrl+z.
type modal interface {
	key(m *Model, k term.Key)
	typing() bool
	setSize(w, h int)
	hint() string
	// view draws exactly the body's size.
	view(t *theme.Theme) []string
}

func (m *Model) show(d modal) {
	m.modal = d
	m.layout()
}

func (m *Model) hide() { m.modal = nil }

// ask does something at once, or asks first when work would be lost.
func (m *Model) ask(question string, needed bool, do func()) {
	m.askWhile(func() bool { return true }, question, needed, do)
}

// askWhile asks as [Model.ask] does, as long as the question is one.
func (m *Model) askWhile(open func() bool, question string, needed bool, do func()) {
	if !needed {
		do()
		return
	}
	m.show(&confirm{question: question, do: do, open: open})
}

// withdraw takes a question away that the end of a task has answered.
func (m *Model) withdraw() {
	if c, ok := m.modal.(*confirm); ok && !c.open() {
		m.hide()
	}
}

// over is help laid over another modal, which comes back when it closes.
type over struct {
	*help
	below modal
}

func (o *over) key(m *Model, k term.Key) {
	if o.help.key(m, k); m.modal == nil {
		m.show(o.below)
	}
}

// confirm is a yes-or-no question.
type confirm struct {
	question string
	do       func()
	open     func() bool // it is still a question
	w, h     int
}

func (c *confirm) typing() bool     { return false }
func (c *confirm) setSize(w, h int) { c.w, c.h = w, h }
func (c *confirm) hint() string     { return "y yes  n no" }

func (c *confirm) key(m *Model, k term.Key) {
	switch k.Name {
	case "y", "Y":
		m.hide()
		c.do()
	case "n", "N", "esc", "q", "enter": // no is what Enter means: nothing is lost by it
		m.hide()
	}
}

func (c *confirm) view(t *theme.Theme) []string {
	lines := blank(c.w, c.h)
	question := strings.Split(ansi.Wrap(c.question, max(1, c.w-2), ""), "\n") // names of files may be long
	if at := (c.h - len(question) - 1) / 2; at >= 0 {
		for i, l := range question {
			lines[at+i] = t.Paint(t.Title, cell.Fit(l, c.w, cell.Center))
		}
		lines[at+len(question)] = t.Paint(t.Faint, cell.Fit("y yes, leave it    n no, stay", c.w, cell.Center))
	}
	return lines
}

// blank returns h lines of w spaces.
func blank(w, h int) []string {
	lines := make([]string, max(0, h))
	for i := range lines {
		lines[i] = cell.Fit("", w, cell.Left)
	}
	return lines
}
