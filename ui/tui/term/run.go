package term

import (
	"context"
	"io"
	"os"
	"time"

	_ "custseg/ui/tui/term/background" // before bubbletea asks the terminal

	tea "github.com/charmbracelet/bubbletea"
	"github.com/mattn/go-isatty"
	"github.com/mattn/go-runewidth"
)

// Run shows a model on the alternate screen until it quits, the context ends or
// it panics, and returns its last state. A nil in is the keyboard and a nil out
// standard output. After a panic, and after SIGQUIT, the terminal is as it was
// before, and the error is a [*Crash] that names the crash log. A panic in a
// command does not end the program: it arrives as a [*Crash] message.
func Run(ctx context.Context, model tea.Model, o Options, in io.Reader, out io.Writer) (tea.Model, error) {
	// The bubbles that still measure with runewidth must agree with lipgloss in
	// Chinese, Japanese and Korean locales too.
	runewidth.DefaultCondition.EastAsianWidth = false

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g := &guard{model: model, stop: cancel, painter: newPainter(out)}
	// Signals end the context. Bubble Tea's own handler would send to a loop that
	// the context has ended already, and wait for ever.
	options := []tea.ProgramOption{tea.WithAltScreen(), tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithOutput(g.painter.output()), tea.WithFPS(1)} // the painter's frames wait for no tick
	if o.Mouse {
		options = append(options, tea.WithMouseCellMotion())
	}
	if in == nil && isatty.IsTerminal(os.Stdin.Fd()) { // or else Bubble Tea looks for the terminal
		in = os.Stdin
	}
	if in != nil {
		options = append(options, tea.WithInput(wholeKeys(in)))
	}
	program := tea.NewProgram(g, options...)
	quit := onQuit(cancel, func() { _ = program.ReleaseTerminal() })
	_, err := program.Run()
	if crash := quit(); crash != nil {
		return g.model, crash
	}
	if g.crash != nil {
		return g.model, g.crash
	}
	return g.model, err
}

// guard stands between Bubble Tea and the model. It catches the model's panics,
// which Bubble Tea would print, with the data in them, to a screen that goes
// away, and hands the model's frames to the painter.
type guard struct {
	model   tea.Model
	painter *painter
	waiting bool   // a frame that came too soon is due before long
	stop    func() // ends the program
	crash   *Crash // the panic that ended it
}

// frameDue tells that the next frame may be painted.
type frameDue struct{}

// catch is deferred around each call of the model.
func (g *guard) catch() {
	if r := recover(); r != nil {
		g.crash = newCrash(r)
		g.stop()
	}
}

// Init, Update and View implement [tea.Model].
func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch()
	return Safe(g.model.Init())
}

func (g *guard) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	if g.crash != nil {
		return g, nil
	}
	defer g.catch()
	switch msg := msg.(type) {
	case frameDue: // View follows
		g.waiting = false
		return g, nil
	case tea.WindowSizeMsg:
		g.painter.resize(msg.Width, msg.Height)
	}
	g.model, cmd = g.model.Update(msg)
	return g, tea.Batch(Safe(cmd), g.frameLater())
}

// frameLater returns the command that comes back when the frame of this update
// may be painted, nil when that is at once or one is on its way.
func (g *guard) frameLater() tea.Cmd {
	wait := g.painter.wait(time.Now())
	if wait == 0 || g.waiting {
		return nil
	}
	g.waiting = true
	return tea.Tick(wait, func(time.Time) tea.Msg { return frameDue{} })
}

func (g *guard) View() string {
	if g.crash == nil {
		g.show()
	}
	return still
}

func (g *guard) show() {
	defer g.catch()
	g.painter.paint(g.model.View(), time.Now())
}
