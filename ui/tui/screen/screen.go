// Package screen holds the screens of the terminal UI, one file a screen. A
// screen draws a body of exact size, takes keys, and acts on the session through
// its host, at once: what a key did is in force before the next key arrives.
package screen

import (
	"context"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/session"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Step is one of the six steps of an analysis.
type Step int

// The steps, in order.
const (
	Data Step = iota
	Roles
	Method
	Segments
	Compare
	Export
	Steps // how many there are
)

// String returns the step's name as in the header.
func (s Step) String() string {
	return [...]string{"Data", "Roles", "Method", "Segments", "Compare", "Export"}[s]
}

// Action is what a binding does in a place. Why returns the reason that it
// cannot be done now, or nothing; a nil Why means always.
type Action struct {
	Do  func()
	Why func() string
}

// Screen is one screen. Methods are called from the update loop only.
type Screen interface {
	// Place is the name under which package keys lists the screen's bindings.
	Place() string
	// Crumb is the screen's name in the path shown when one screen lies on
	// another, such as a segment's.
	Crumb() string
	// SetSize tells the size of the body.
	SetSize(w, h int)
	// Refresh is called when the session changed: data, recipe, customers,
	// result.
	Refresh()
	// Key takes movement and typing. It reports whether the key was used; if not,
	// the bindings of the place are tried.
	Key(k term.Key) bool
	// Mouse takes a mouse event, with coordinates from the body's corner.
	Mouse(m term.Mouse)
	// Typing reports whether a text field has the focus, so that letters type.
	Typing() bool
	// Actions maps binding ids of the place to what they do.
	Actions() map[string]Action
	// View draws the body: exactly h lines of exactly w cells.
	View(t *theme.Theme) []string
}

// Hint is a key, named as package keys names it, and what it does in a word or
// two.
type Hint struct{ Key, Text string }

// Hinter is a screen that may word the footer's hints by what it is at.
type Hinter interface {
	// Hints returns the hints to show, nil for those of the place.
	Hints() []Hint
}

// Task is a long task run outside the update loop.
type Task struct {
	Name string
	// Work runs in its own goroutine, reports progress as a share of 1 and stops
	// soon after ctx is cancelled.
	Work func(ctx context.Context, report func(done float64)) error
	// Done is called in the update loop with the error of Work.
	Done func(err error)
	// Quiet is for work that only adds to the view: nothing tells of it.
	Quiet bool
	// Lasting is for work that goes on while screens lie over the one that started
	// it, or over that of another step: there Esc takes these away.
	Lasting bool
	// Loses is for work whose cancelling would lose something: what goes on, as in
	// "orders.xlsx is being written". The analyst is asked before it is left.
	Loses string
}

// Host is what a screen can ask of the program around it.
type Host interface {
	Session() *session.Session
	Printer() *message.Printer
	// Go shows a step.
	Go(Step)
	// Push lays a screen over the current one; Back takes it away again.
	Push(Screen)
	Back()
	// Say shows a message for a while; Warn shows one that tells of trouble.
	Say(text string)
	Warn(text string)
	// Start runs a task, with progress shown and Esc to cancel. A task of the same
	// name that still runs is cancelled, unless that would lose something else.
	Start(Task)
	// Copy puts text on the clipboard and says so.
	Copy(text, what string)
	// Open reads files in the place of those that are open.
	Open(files []string)
	// Reread reads the files that are open again, in another way, under a name for
	// undo. The data before stays until then, and when it is cancelled.
	Reread(how model.Reading, name string)
	// Preview reads the first rows of files, soon, in the place of a preview asked
	// for before, whose done is then not called.
	Preview(files []string, how model.Reading, done func(*model.Dataset, error))
	// Resume goes on with a session that was kept.
	Resume(store.Session)
	// Tour starts the guided tour.
	Tour()
	// Presets are the user's own named parameters.
	Presets() *Presets
}
