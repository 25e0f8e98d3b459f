// Package tui is the terminal UI: the root model that owns layout, focus, the
// stack of screens, tasks and messages. What a screen shows and does is in
// package screen; how it looks in theme; how keys are called in keys.
package tui

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/screen"
	"custseg/ui/tui/session"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
	"custseg/ui/tui/tour"
)

// Config is what the terminal UI starts with.
type Config struct {
	Files   []string // to open at once; none shows the start screen
	Samples fs.FS    // the built-in data
	// Prepare puts the command line's flags into the recipe of opened files.
	Prepare func(model.Recipe) (model.Recipe, error)
	Reading model.Reading
	Printer *message.Printer
	Term    term.Options
	Out     io.Writer // the terminal
	Err     io.Writer // for what is told behind the screen
	// Clip puts text on the clipboard, or into a file, beside the terminal, for one
	// that may not do so itself; nil for no such way.
	Clip func(text string) (tool, file string, err error)
	// Store keeps presets and sessions; nil keeps nothing.
	Store *store.Store
	// Keep keeps the session for another day; Resume goes on with the last one.
	Keep, Resume bool
	Tour         bool // the guided tour begins at once
}

// Run shows the terminal UI until the analyst quits.
func Run(ctx context.Context, c Config) error {
	m := New(ctx, c)
	_, err := term.Run(ctx, m, c.Term, nil, c.Out)
	m.tasks.cancelAll()
	m.tasks.settle()
	m.farewell(c.Out, c.Err)
	if ctx.Err() != nil {
		return context.Canceled
	}
	return err
}

// Model is the root model. Only its Update changes it.
type Model struct {
	config  Config
	ctx     context.Context
	theme   *theme.Theme
	session *session.Session

	w, h   int
	step   screen.Step
	stacks [screen.Steps][]screen.Screen // by step: its own screen, and those laid over it
	stale  [screen.Steps]bool            // by step: the session changed since it was refreshed
	start  *screen.Start                 // in place of the steps while no file is open
	modal  modal                         // over everything, nil for none

	returning returning // to where a resumed session was left
	presets   *screen.Presets
	recipes   *screen.Recipes
	keeping   keeping

	touring touring
	tasks   tasks
	reading *reading           // of files, nil for none
	line    *pipeline.Pipeline // the data that the screens are of
	asked   model.Recipe       // the recipe last given to a run
	asking  bool               // a run has been asked for since the data was opened
	unasked bool               // files were opened, and it was not asked yet who the customers are
	message notice
	done    string    // what undo or redo did, until its run
	ran     lastRun   // what led to the result shown
	heard   time.Time // when the last key or click came
	mouse   bool
	leaving bool
	queue   []tea.Cmd // commands that actions of this update ask for
}

// New makes the root model. Nothing is read before Init.
func New(ctx context.Context, c Config) *Model {
	m := &Model{config: c, ctx: ctx, session: &session.Session{}, mouse: c.Term.Mouse,
		theme: theme.New(term.Renderer(c.Out, c.Term), c.Term.Options)}
	m.tasks.ctx = ctx
	if c.Store == nil {
		m.config.Store = store.New(store.Folders{})
	}
	m.presets, m.recipes = screen.NewPresets(m.config.Store), screen.NewRecipes(m.config.Store)
	m.start = screen.NewStart(m)
	m.reset()
	return m
}

// reset gives every step a fresh screen.
func (m *Model) reset() {
	data, roles := screen.NewData(m), screen.NewRoles(m)
	data.Link(roles)
	for s, own := range []screen.Screen{data, roles, screen.NewMethod(m), screen.NewSegments(m), screen.NewCompare(m), screen.NewExport(m)} {
		m.stacks[s] = []screen.Screen{own}
	}
	m.step, m.line = screen.Data, m.session.Line
	m.stale = [screen.Steps]bool{}
}

// Init implements [tea.Model].
func (m *Model) Init() tea.Cmd {
	if len(m.config.Files) > 0 {
		m.Open(m.config.Files)
		m.reading.covers = true
	}
	m.start.Refresh()
	m.loadKept()
	if m.config.Tour {
		m.Tour()
	}
	return m.flush()
}

// Update implements [tea.Model].
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.layout()
	case tea.KeyMsg:
		m.hear()
		m.returning.toOpen = false // the analyst goes elsewhere
		m.message.text = ""        // what was said has been read
		for _, k := range term.Keys(msg, m.typing()) {
			if m.touring.on {
				m.touring.tour.Heard(k.Name)
			}
			m.key(k)
		}
	case tea.MouseMsg:
		m.hear()
		m.returning.toOpen = false
		if m.touring.on {
			m.touring.tour.Heard(tour.Mouse)
		}
		m.point(term.MouseOf(msg))
	case taskProgress:
		m.tasks.advance(msg)
		m.followReading()
		m.queue = append(m.queue, m.tasks.wait(msg.id))
	case taskEnd:
		m.tasks.end(msg)
		m.cancelled()
		m.withdraw()
	case readingDue:
		m.showReading(msg.of)
	case keepDue:
		m.keepLater()
	case clipped:
		m.tellClipped(msg)
	case noticeOver:
		m.message.clear(msg)
	case term.Resumed:
		m.resumed(msg)
	case *term.Crash:
		m.Warn(msg.Error())
	}
	m.settle()
	m.goOn()
	m.followTour()
	m.tellAside()
	return m, m.flush()
}

// flush returns the commands asked for since the last call.
func (m *Model) flush() tea.Cmd {
	cmds := m.queue
	m.queue = nil
	if m.leaving && m.tasks.none() {
		cmds = append(cmds, tea.Quit)
	}
	return tea.Batch(cmds...)
}

// current is the screen that has the body.
func (m *Model) current() screen.Screen {
	switch {
	case m.loading():
		return m.reading.view
	case !m.session.IsOpen():
		return m.start
	}
	stack := m.stacks[m.step]
	return stack[len(stack)-1]
}

// typing reports whether letters go to a text field.
func (m *Model) typing() bool {
	if m.modal != nil {
		return m.modal.typing()
	}
	return m.current().Typing()
}

// layout gives the current screen the body's size.
func (m *Model) layout() {
	w, h := m.body()
	m.current().SetSize(w, h)
	if m.modal != nil {
		m.modal.setSize(w, h)
	}
}

// refresh tells the screens that the session changed: those of the step shown
// at once, the others when they are next shown.
func (m *Model) refresh() {
	if !m.session.IsOpen() {
		m.start.Refresh()
	}
	for s := range m.stale {
		m.stale[s] = true
	}
	m.freshen()
	m.layout()
}

// freshen refreshes the screens of the step shown if they are stale.
func (m *Model) freshen() {
	if !m.stale[m.step] {
		return
	}
	m.stale[m.step] = false
	for _, s := range m.stacks[m.step] {
		s.Refresh()
	}
}

// trouble shows an error, unless it is that the analyst cancelled.
func (m *Model) trouble(err error) {
	if errors.Is(err, context.Canceled) {
		m.Say("Cancelled")
		return
	}
	m.Warn(err.Error())
}
