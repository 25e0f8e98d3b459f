package term

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"
)

// Resumed is the message that comes when the screen is back after [Suspend].
type Resumed struct {
	Stopped bool // false where the process went on: nobody holds it that could continue it
}

// Suspend returns the command that gives the terminal back and stops the process
// group, until a shell continues it. Where there is no such shell, as in a window
// that was opened for custseg alone, the system ignores the stop; then the screen
// comes back at once. Bubble Tea's own would wait there for ever, without a screen.
func Suspend() tea.Cmd {
	var s suspension
	return tea.Exec(&s, func(error) tea.Msg { return Resumed{Stopped: s.stopped} })
}

// suspension is what Bubble Tea runs while it has given the terminal back.
type suspension struct{ stopped bool }

// Run and the setters implement [tea.ExecCommand].
func (s *suspension) Run() error {
	s.stopped = stop()
	return nil
}

func (*suspension) SetStdin(io.Reader)  {}
func (*suspension) SetStdout(io.Writer) {}
func (*suspension) SetStderr(io.Writer) {}
