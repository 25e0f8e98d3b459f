package term_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/ui/tui/term"
)

// burst counts to its end as fast as messages come, and then only waits for the
// terminal to show it.
type burst struct {
	n, views int
	seen     chan struct{} // closed when the terminal shows the end
	frames   int           // that the terminal was sent
}

type counted struct{}

const burstEnd = 200

func (m *burst) Init() tea.Cmd {
	return func() tea.Msg { return tea.WindowSizeMsg{Width: 20, Height: 3} }
}

func (m *burst) Update(tea.Msg) (tea.Model, tea.Cmd) {
	if m.n == burstEnd {
		return m, func() tea.Msg {
			<-m.seen
			return tea.QuitMsg{}
		}
	}
	m.n++
	return m, func() tea.Msg { return counted{} }
}

func (m *burst) View() string {
	m.views++
	return fmt.Sprintf("at %d.", m.n)
}

// Write implements [io.Writer] as the terminal.
func (m *burst) Write(b []byte) (int, error) {
	if strings.Contains(string(b), "at ") {
		m.frames++
	}
	if strings.Contains(string(b), fmt.Sprintf("at %d.", burstEnd)) {
		close(m.seen)
	}
	return len(b), nil
}

// Of frames that follow each other too fast some are left out, but never the
// last: it is shown though nothing else happens.
func TestLastFrameOfABurstIsShown(t *testing.T) {
	m := &burst{seen: make(chan struct{})}
	if _, err := term.Run(context.Background(), m, term.Options{}, strings.NewReader(""), m); err != nil {
		t.Fatal(err)
	}
	if m.frames == 0 || m.frames >= m.views {
		t.Errorf("%d frames of %d views", m.frames, m.views)
	}
}
