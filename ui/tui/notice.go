package tui

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/message"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/session"
)

// notice is a message shown in place of the hints for a while.
type notice struct {
	text    string
	warning bool
	id      int
}

type noticeOver struct{ id int }

const (
	sayFor  = 4 * time.Second
	warnFor = 12 * time.Second // long enough to read a remedy
)

func (n *notice) set(text string, warning bool) tea.Cmd {
	n.id++
	n.text, n.warning = cell.Clean(text), warning
	id, d := n.id, sayFor
	if warning {
		d = warnFor
	}
	return tea.Tick(d, func(time.Time) tea.Msg { return noticeOver{id} })
}

func (n *notice) clear(over noticeOver) {
	if over.id == n.id {
		n.text = ""
	}
}

// cancelling says that what runs was asked to end.
const cancelling = "Cancelling"

// cancelled takes back that tasks are being cancelled, once they have ended.
func (m *Model) cancelled() {
	if m.message.text == cancelling && !m.tasks.told() {
		m.message.text = ""
	}
}

// Say implements [screen.Host].
func (m *Model) Say(text string) { m.queue = append(m.queue, m.message.set(text, false)) }

// Warn implements [screen.Host].
func (m *Model) Warn(text string) { m.queue = append(m.queue, m.message.set(text, true)) }

// Session implements [screen.Host].
func (m *Model) Session() *session.Session { return m.session }

// Printer implements [screen.Host].
func (m *Model) Printer() *message.Printer { return m.config.Printer }

// Presets implements [screen.Host].
func (m *Model) Presets() *screen.Presets { return m.presets }
